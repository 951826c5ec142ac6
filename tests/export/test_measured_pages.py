"""The printed pages measured with another program's eyes, and held against the official ones.

`test_form_pages` measures what was placed; here it is the finished PDF that is measured.
"""

import tomllib
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from itertools import pairwise
from pathlib import Path
from typing import Any, TypeAlias, cast

import pytest

from focusdesk.calc.worksheet import Worksheet
from focusdesk.catalog.loader import load_editions
from focusdesk.export.draw import Drawing
from focusdesk.export.fonts import measure
from focusdesk.form.box import Box, BoxKind, Value, show_value
from focusdesk.form.edition import Edition
from focusdesk.form.period import Period
from focusdesk.form.placing import place
from focusdesk.form.schedule import Schedule
from focusdesk.samples.sample import sample_months
from tests.export.page_lines import Frame, Line
from tests.export.printed_page import CodeBox, Letter, PrintedPage, read_page

pypdfium2 = cast("Any", import_module("pypdfium2"))

Values: TypeAlias = dict[str, Value]
MeasuredBox: TypeAlias = tuple[str, float, float]

MEASURED: dict[str, list[MeasuredBox]] = tomllib.loads(
    Path(__file__).with_name("measured_boxes.toml").read_text(encoding="utf-8")
)
EDITIONS = load_editions()
SCHEDULES = [(edition, schedule) for edition in EDITIONS.values() for schedule in edition.schedules]
NAMES = [f"{edition.id}-{schedule.id}" for edition, schedule in SCHEDULES]
every_page = pytest.mark.parametrize(("edition", "schedule"), SCHEDULES, ids=NAMES)
measured_page = pytest.mark.parametrize(
    ("edition", "schedule"),
    [pair for pair in SCHEDULES if pair[1].id in MEASURED],
    ids=[name for name in NAMES if name.partition("-")[2][3:] in MEASURED],
)
filled = pytest.mark.parametrize("filling", ["blank", "January 2014", "extreme", "negative"])

TOUCHING, LEANING = 0.3, 1.0
SAME_ROW = 2.0
SAME_COLUMN = 3.0
ROW_PITCH = 16.2
TWO_LINES = frozenset(("7045", "7240", "7351", "8560", "8770"))
"""Codes whose labels were longer in 2014 than on the official page, and have two lines."""

LONG_NAME = "Harris Trust and Savings Bank, Bank of Montreal, and other depositories, Chicago"


def extreme(box: Box, amount: int) -> Value:
    of_kind: dict[BoxKind, Value] = {
        BoxKind.AMOUNT: amount,
        BoxKind.TEXT: LONG_NAME,
        BoxKind.DATE: Period(2014, 9).last_day,
        BoxKind.CHECK: True,
        BoxKind.YES_NO: True,
    }
    return of_kind[box.kind]


def values_of(edition: Edition, filling: str) -> Values:
    boxes = edition.boxes
    if filling == "January 2014":
        [month] = [month for month in sample_months() if month.period == Period(2014, 1)]
        known = {code: text for code, text in month.values.items() if code in boxes}
        entered = {code: boxes[code].parse(text) for code, text in known.items()}
        return Worksheet(edition, entered).values()
    amount = {"extreme": 999_999_999_999_999, "negative": -999_999_999_999_999}.get(filling)
    if amount is None:
        return dict.fromkeys(boxes)
    return {code: extreme(box, amount) for code, box in boxes.items()}


@cache
def seen(edition_id: str, schedule_id: str, filling: str) -> PrintedPage:
    """Draw a page and read it."""
    edition = EDITIONS[edition_id]
    [schedule] = [each for each in edition.schedules if each.id == schedule_id]
    drawing = Drawing(title="", author="", subject="")
    values = values_of(edition, filling)
    drawing.page(place(edition, schedule, values.get, measure))
    with pypdfium2.PdfDocument(drawing.finish()) as document:
        return read_page(document[0])


def rows_of(boxes: list[MeasuredBox]) -> list[list[MeasuredBox]]:
    """Give boxes row by row down the page, each row from left to right."""
    rows: list[list[MeasuredBox]] = []
    for box in sorted(boxes, key=lambda box: box[2]):
        if not rows or box[2] - rows[-1][0][2] > SAME_ROW:
            rows.append([])
        rows[-1].append(box)
    return [sorted(row, key=lambda box: box[1]) for row in rows]


def columns_of(boxes: list[MeasuredBox]) -> list[set[str]]:
    """Give the codes of each column, the columns from left to right."""
    columns: list[list[MeasuredBox]] = []
    for box in sorted(boxes, key=lambda box: box[1]):
        if not columns or box[1] - columns[-1][-1][1] > SAME_COLUMN:
            columns.append([])
        columns[-1].append(box)
    return [{box[0] for box in column} for column in columns]


def codes_of(rows: list[list[MeasuredBox]]) -> list[list[str]]:
    return [[box[0] for box in row] for row in rows]


def official_and_ours(
    edition: Edition, schedule: Schedule
) -> tuple[list[MeasuredBox], list[MeasuredBox]]:
    """Give the boxes that both have; an older edition lacks some."""
    page = seen(edition.id, schedule.id, "blank")
    ours = [(box.code, box.frame.x, box.frame.y) for box in page.boxes]
    official = [box for box in MEASURED[schedule.id] if box[0] in schedule_codes(schedule)]
    return official, ours


def schedule_codes(schedule: Schedule) -> set[str]:
    return {box.code for box in schedule.boxes if box.code.isdigit()}


@measured_page
def test_codes_come_row_by_row_as_on_the_official_page(
    edition: Edition, schedule: Schedule
) -> None:
    official, ours = official_and_ours(edition, schedule)

    assert codes_of(rows_of(ours)) == codes_of(rows_of(official))
    assert len(ours) == len(schedule_codes(schedule))


@measured_page
def test_codes_share_their_columns_as_on_the_official_page(
    edition: Edition, schedule: Schedule
) -> None:
    official, ours = official_and_ours(edition, schedule)

    assert columns_of(ours) == columns_of(official)


@measured_page
def test_rows_are_evenly_pitched_where_those_of_the_official_page_are(
    edition: Edition, schedule: Schedule
) -> None:
    official, ours = official_and_ours(edition, schedule)
    tops = {code: top for code, _, top in ours}

    longer = TWO_LINES if edition.id == "2014-01" else frozenset[str]()

    steps = [
        tops[below[0][0]] - tops[above[0][0]] - ROW_PITCH
        for above, below in pairwise(rows_of(official))
        if below[0][2] - above[0][2] == pytest.approx(ROW_PITCH, abs=0.15)
        if below[0][0] not in longer
    ]

    assert len(steps) > 1
    assert max(abs(step) for step in steps) < 0.15


@measured_page
def test_every_edition_has_the_official_codes_but_those_that_were_added_later(
    edition: Edition, schedule: Schedule
) -> None:
    official = {code for code, _, _ in MEASURED[schedule.id]}
    later = {"7446", "7447"} if edition.id == "2014-01" else set[str]()

    assert official - schedule_codes(schedule) == official & later
    assert schedule_codes(schedule) <= official


@filled
@every_page
def test_every_code_stands_inside_its_frame(
    edition: Edition, schedule: Schedule, filling: str
) -> None:
    page = seen(edition.id, schedule.id, filling)

    assert {box.code for box in page.boxes} >= schedule_codes(schedule)
    for box in page.boxes:
        inside = [each for each in page.letters if box.frame.holds(*middle(each.ink))]
        assert "".join(letter.text for letter in inside) == box.code
        for letter in inside:
            assert is_within(letter.ink, box.frame), box.code


def middle(ink: tuple[float, float, float, float]) -> tuple[float, float]:
    return (ink[0] + ink[2]) / 2, (ink[1] + ink[3]) / 2


def is_within(ink: tuple[float, float, float, float], frame: Frame) -> bool:
    return frame.x < ink[0] and ink[2] < frame.to_x and frame.y < ink[1] and ink[3] < frame.to_y


@filled
@every_page
def test_the_digits_of_every_amount_end_at_the_end_of_its_rule(
    edition: Edition, schedule: Schedule, filling: str
) -> None:
    page = seen(edition.id, schedule.id, filling)
    values = values_of(edition, filling)
    for box in page.boxes:
        form_box = edition.boxes.get(box.code)
        if form_box is None or form_box.kind is not BoxKind.AMOUNT:
            continue
        rule, end = rule_before(page, box), amounts_end(schedule, form_box)
        # what goes on to the frame is one line with the frame's own foot
        on_to = box.frame.to_x if schedule.page.rule_to_frame else end
        assert rule.to_x == pytest.approx(on_to, abs=0.5)
        # within the form's own parentheses a negative amount keeps its own, and ends with them
        signs = "0123456789,)" if form_box.parentheses else "0123456789,"
        shown = letters_on(page, rule, end, signs)
        said = "".join(letter.text for letter in shown)
        assert said.strip(")") == show_value(values[box.code]).strip("()")
        if shown:
            assert shown[-1].right == pytest.approx(end, abs=0.5)


def amounts_end(schedule: Schedule, box: Box) -> float:
    """Give where the ruled line under a box ends, or the closing parenthesis that stands on it."""
    column = schedule.page.column(box.column)
    if box.parentheses and column.parentheses:
        return min(column.rule[1], column.parentheses[1])
    return column.rule[1]


def letters_on(page: PrintedPage, rule: Line, end: float, signs: str) -> list[Letter]:
    """Give the letters over a rule from left to right, up to an end, of these signs."""
    over = [
        letter
        for letter in page.letters
        if letter.text in signs and -1.0 < rule.y - letter.y < 6.0
        if rule.x - 0.5 < letter.x and letter.right < end + 0.6
    ]
    return sorted(over, key=lambda letter: letter.x)


def rule_before(page: PrintedPage, box: CodeBox) -> Line:
    """Give the ruled line to the left of a code, on its row."""
    beside = [
        rule
        for rule in page.rules
        if not rule.is_upright and rule.x < box.frame.x - 20 and rule.to_x < box.frame.to_x + 0.1
        if box.frame.y < rule.y < box.frame.to_y + 1.0
    ]
    return max(beside, key=lambda rule: rule.x)


@filled
@every_page
def test_no_two_letters_touch(edition: Edition, schedule: Schedule, filling: str) -> None:
    page = seen(edition.id, schedule.id, filling)

    assert len(page.letters) > 300
    assert list(clashes(page.letters)) == []


def clashes(letters: tuple[Letter, ...]) -> Iterator[str]:
    """Give letters whose ink covers one another; slanted ones lean over their neighbours."""
    by_line = sorted(letters, key=lambda letter: letter.ink[1])
    for position, one in enumerate(by_line):
        for other in by_line[position + 1 :]:
            if other.ink[1] > one.ink[3] - TOUCHING:
                break
            across = min(one.ink[2], other.ink[2]) - max(one.ink[0], other.ink[0])
            if across > (LEANING if one.is_slanted and other.is_slanted else TOUCHING):
                yield f"{one.text} at {one.x:.1f},{one.y:.1f}, {other.text} at {other.x:.1f}"
