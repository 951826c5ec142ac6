"""How a change was explained the month before."""

from dataclasses import replace

import pytest

from focusdesk.filing.earlier_wording import earlier_warning_wording, earlier_wording
from focusdesk.filing.explanation import line, pool
from focusdesk.filing.register import Register
from focusdesk.filing.warning_explanation import Warned
from focusdesk.form.box import Box, BoxKind
from focusdesk.form.edition import Edition
from focusdesk.form.page import PageLayout
from focusdesk.form.period import Period
from focusdesk.form.schedule import LineItem, Schedule
from focusdesk.store.filing_store import SqliteFilingStore

DECEMBER, JANUARY = Period(2013, 12), Period(2014, 1)


@pytest.fixture
def editions() -> dict[str, Edition]:
    """An edition, and a later one with one box renumbered and one that is new."""
    return {
        "old": _edition("old", Period(2013, 1), Box("7447", BoxKind.AMOUNT)),
        "new": _edition(
            "new",
            JANUARY,
            Box("7448", BoxKind.AMOUNT, renamed_from="7447"),
            Box("7449", BoxKind.AMOUNT),
        ),
    }


def _edition(name: str, start: Period, *boxes: Box) -> Edition:
    lines = tuple(LineItem(label=box.code, boxes=(box,)) for box in boxes)
    page = Schedule("page", "Page", ("PAGE",), 10, lines, PageLayout())
    return Edition(name, "Test", start, (page,))


def test_last_month_s_wording_is_found_by_today_s_code(register: Register) -> None:
    december, january = (register.start_month(month) for month in (DECEMBER, JANUARY))
    said = december.explain_change(line("7447"), "two new clients")

    found = earlier_wording(register, january.filing, line("7448"))

    assert said is not None
    assert found is not None
    assert (found.subject, found.text, found.author) == (line("7448"), said.text, said.author)
    assert earlier_wording(register, january.filing, line("7449")) is None
    assert earlier_wording(register, january.filing, pool("page")) is None


def test_a_pool_s_wording_is_found_and_the_newest_of_several(register: Register) -> None:
    december, january = (register.start_month(month) for month in (DECEMBER, JANUARY))
    december.explain_change(pool("page"), "against the year before", Period(2012, 12))
    december.explain_change(pool("page"), "rates")
    december.explain_change(line("7447"), "withdrawn since")
    december.explain_change(line("7447"), "")

    found = earlier_wording(register, january.filing, pool("page"))

    assert found is not None
    assert found.text == "rates"
    assert earlier_wording(register, january.filing, line("7448")) is None


def test_a_warning_s_wording_is_found_by_today_s_codes(register: Register) -> None:
    december, january = (register.start_month(month) for month in (DECEMBER, JANUARY))
    then, now = Warned("X13", ("7447",)), Warned("X13", ("7448",))
    said = register.store.warnings.write(december.filing, then, "a broker", {"7447": 5})

    found = earlier_warning_wording(register, january.filing, now)

    assert found == replace(said, warned=now)
    assert earlier_warning_wording(register, january.filing, Warned("X14", ("7448",))) is None
    assert earlier_warning_wording(register, december.filing, then) is None

    register.store.warnings.write(december.filing, then, "", {})
    assert earlier_warning_wording(register, january.filing, now) is None


def test_without_a_month_before_there_is_none(register: Register, store: SqliteFilingStore) -> None:
    january = register.start_month(JANUARY)

    assert earlier_wording(register, january.filing, line("7448")) is None
    assert store.explanations(january.filing) == ()
