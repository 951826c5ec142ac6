"""What stands around and across a page keeps off the form's own area, in every edition."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from math import cos, radians, sin

import pytest

from focusdesk.catalog.loader import load_editions
from focusdesk.export.fonts import measure
from focusdesk.export.marks import EDGE, Margins, with_margins
from focusdesk.form.box import Value
from focusdesk.form.edition import Edition
from focusdesk.form.placed import Lettering, PlacedMark, PlacedPage, PlacedText, Role
from focusdesk.form.placing import place
from focusdesk.form.schedule import Schedule

EVERYTHING = Margins(
    across=("DRAFT", "ILLUSTRATIVE"),
    head="REVIEW COPY  \N{MIDDLE DOT}  ILLUSTRATIVE FIGURES, NOT A FILING",
    key="\N{GREEK CAPITAL LETTER DELTA} changed since Dec 2013 amendment 1   N noted   ! finding",
    initials=True,
    left="December 2013, amendment 1  \N{MIDDLE DOT}  edition 2026-03  \N{MIDDLE DOT}  "
    "review copy, DRAFT  \N{MIDDLE DOT}  rolled forward from December 2013",
    right="fingerprint VVE4-JPBG-XGOS-EWA4  \N{MIDDLE DOT}  this page YNN4-JUQS  \N{MIDDLE DOT}  "
    "focusdesk 10.11.12  \N{MIDDLE DOT}  page 12 of 15",
)
WARNED = Margins(head="ILLUSTRATIVE FIGURES, NOT A FILING", left="left", right="right")
PAGES = [
    pytest.param(edition, schedule, id=f"{edition.id}-{schedule.id}")
    for edition in load_editions().values()
    for schedule in edition.schedules
]
LANDSCAPE = PlacedPage(792.0, 612.0, "", ())


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle of the page, from the top left corner."""

    x: float
    y: float
    to_x: float
    to_y: float
    words: str = ""

    def touches(self, other: "Area") -> bool:
        return (
            self.x < other.to_x
            and other.x < self.to_x
            and self.y < other.to_y
            and other.y < self.to_y
        )


def areas_of(page: PlacedPage) -> Iterator[Area]:
    """Give where something stands, what goes across the page left out."""
    for text in page.texts:
        high, deep = 0.73 * text.lettering.size, 0.22 * text.lettering.size
        yield Area(text.x, text.y - high, text.right, text.y + deep, text.text)
    for line in (*page.rules, *page.frames):
        yield Area(line.x - 0.25, line.y - 0.25, line.to_x + 0.25, line.to_y + 0.25)
    for mark in page.marks:
        if mark.gray == 0.0:
            yield from [around(mark)]


def around(mark: PlacedMark) -> Area:
    """Give the rectangle around turned words."""
    size, along, up = mark.lettering.size, radians(mark.angle), radians(mark.angle + 90.0)
    width = measure(mark.text, size, mark.lettering.face) * mark.lettering.scale
    corners = [
        (
            mark.x + right * cos(along) + high * cos(up),
            mark.y - right * sin(along) - high * sin(up),
        )
        for right, high in product((0.0, width), (-0.22 * size, 0.73 * size))
    ]
    across, down = zip(*corners, strict=True)
    return Area(min(across), min(down), max(across), max(down), mark.text)


def added(page: PlacedPage, margins: Margins) -> PlacedPage:
    """Give what the margins put on a page, and nothing else."""
    whole = with_margins(page, margins)
    return PlacedPage(
        page.width,
        page.height,
        "",
        whole.texts[len(page.texts) :],
        frames=whole.frames[len(page.frames) :],
        marks=whole.marks[len(page.marks) :],
    )


def filled(edition: Edition, schedule: Schedule) -> PlacedPage:
    of_kind: dict[str, Value] = {"amount": -(10**14), "check": True, "text": "W" * 80}
    values = {box.code: of_kind.get(box.kind.value) for box in edition.boxes.values()}
    return place(edition, schedule, values.__getitem__, measure)


@pytest.mark.parametrize("margins", [EVERYTHING, WARNED], ids=["review", "filing"])
@pytest.mark.parametrize(("edition", "schedule"), PAGES)
def test_nothing_in_the_margins_touches_the_form_or_the_unprintable_edge(
    edition: Edition, schedule: Schedule, margins: Margins
) -> None:
    page = filled(edition, schedule)
    ours = list(areas_of(added(page, margins)))

    own = list(areas_of(page))
    assert [(area, other) for area in ours for other in own if area.touches(other)] == []
    assert len(ours) >= 3
    for area in ours:
        assert area.x >= EDGE - 0.3
        assert area.y >= EDGE - 0.3
        assert area.to_x <= page.width - EDGE + 0.3
        assert area.to_y <= page.height - EDGE + 0.3


@pytest.mark.parametrize(("edition", "schedule"), PAGES)
def test_no_words_in_the_margins_overlap_each_other(edition: Edition, schedule: Schedule) -> None:
    ours = [area for area in areas_of(added(filled(edition, schedule), EVERYTHING)) if area.words]

    clashes = [
        (one.words, other.words)
        for place, one in enumerate(ours)
        for other in ours[place + 1 :]
        if one.touches(other)
    ]
    assert clashes == []


@pytest.mark.parametrize("page", [LANDSCAPE, PlacedPage(612.0, 792.0, "", ())])
@pytest.mark.parametrize("words", [("DRAFT",), ("ILLUSTRATIVE",), ("DRAFT", "ILLUSTRATIVE")])
def test_words_across_the_page_are_large_light_and_on_paper_that_is_printed(
    page: PlacedPage, words: tuple[str, ...]
) -> None:
    marks = with_margins(page, Margins(across=words)).marks

    assert tuple(mark.text for mark in marks) == words
    for mark in marks:
        area = around(mark)
        assert EDGE <= area.x < area.to_x <= page.width - EDGE
        assert EDGE <= area.y < area.to_y <= page.height - EDGE
        assert area.to_x - area.x > page.width / 2
        assert 0.8 <= mark.gray <= 0.86, "seen on a copy, and read through"


def test_words_across_the_page_are_in_its_middle() -> None:
    [mark] = with_margins(LANDSCAPE, Margins(across=("DRAFT",))).marks
    area = around(mark)

    assert (area.x + area.to_x) / 2 == pytest.approx(396.0, abs=25.0)
    assert (area.y + area.to_y) / 2 == pytest.approx(306.0, abs=25.0)


def test_a_page_without_margins_is_as_it_was(form: Edition) -> None:
    page = filled(form, form.schedules[1])

    assert with_margins(page, Margins()) == page


def test_who_has_looked_at_it_says_so_with_initials_and_date() -> None:
    page = added(LANDSCAPE, Margins(head="REVIEW COPY", initials=True))

    said = [text.text for text in page.texts]
    assert [word for word in said if word.istitle()] == ["Prepared", "Reviewed", "Approved"]
    assert said.count("initials") == said.count("date") == 3
    assert len(page.frames) == 6
    assert {text.role for text in page.texts} == {Role.MARGIN}


def test_what_has_no_room_at_the_head_reads_upward_at_the_left() -> None:
    high = PlacedText("high", 200.0, 27.0, 40.0, Lettering(8.0), Role.TITLE)
    page = PlacedPage(612.0, 792.0, "", (high,))

    marks = with_margins(page, EVERYTHING).marks
    upward = [mark for mark in marks if mark.angle == 90.0]

    said = [mark.text for mark in upward]
    assert said[:2] == [EVERYTHING.head, EVERYTHING.key]
    assert [word for word in said[2:] if word.istitle()] == ["Prepared", "Reviewed", "Approved"]
    assert said.count("initials") == said.count("date") == 3
    assert all(EDGE < mark.x < 30.0 for mark in upward)
