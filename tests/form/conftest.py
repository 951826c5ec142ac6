"""A typeface of equally wide letters and a small form, so that places can be reckoned by hand."""

from collections.abc import Callable

import pytest

from focusdesk.form.box import Value
from focusdesk.form.edition import Edition
from focusdesk.form.page import Column, PageLayout
from focusdesk.form.period import Period
from focusdesk.form.placed import Face, PlacedPage, UnprintableText
from focusdesk.form.placing import place
from focusdesk.form.schedule import LineItem, Schedule

COLUMNS = (
    Column("name", rule=(100.0, 200.0), frame=(204.0, 225.0)),
    Column("inner", rule=(300.0, 380.0), frame=(384.0, 405.0), dollar_x=290.0),
    Column("outer", rule=(470.0, 550.0), frame=(556.0, 577.0), dollar_x=460.0),
)
PAGE = PageLayout(text_scale=1.0, furniture=False, columns=COLUMNS)

PlaceLines = Callable[..., PlacedPage]


def half_em(text: str, size: float, face: Face) -> float:
    """Every letter is half as wide as the type is high, a little more in bold."""
    if "\N{SNOWMAN}" in text:
        message = 'no letter for "\N{SNOWMAN}".'
        raise UnprintableText(message)
    return len(text) * size * (0.6 if face is Face.BOLD else 0.5)


def form_of(*lines: LineItem, page: PageLayout = PAGE) -> Edition:
    """A form of one schedule."""
    schedule = Schedule("cash", "Cash", ("STATEMENT OF CASH",), 10, lines, page)
    return Edition("2014-01", "Test", Period(2013, 1), (schedule,))


@pytest.fixture
def place_lines() -> PlaceLines:
    """Place line items on a page, blank or with the values given by code."""

    def placed(
        *lines: LineItem,
        values: dict[str, Value] | None = None,
        page: PageLayout = PAGE,
    ) -> PlacedPage:
        form = form_of(*lines, page=page)
        read = None if values is None else values.__getitem__
        return place(form, form.schedules[0], read, half_em)

    return placed
