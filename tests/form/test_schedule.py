"""Schedules, their line items and the boxes on them."""

import pytest

from focusdesk.form.box import Box, BoxKind
from focusdesk.form.page import Column, PageLayout
from focusdesk.form.schedule import LineItem, LineStyle, Schedule

GROSS = Box("7045", BoxKind.AMOUNT)
OFFSET = Box("7047", BoxKind.AMOUNT)
NET = Box("7050", BoxKind.AMOUNT, formula="[7045] - [7047]")
DESCRIBE = Box("7150.describe", BoxKind.TEXT)
ON_HAND = Box("7150", BoxKind.AMOUNT)


def schedule(*lines: LineItem) -> Schedule:
    return Schedule("segregation", "Segregation", ("STATEMENT",), 20, lines, PageLayout())


def test_the_boxes_of_a_schedule_come_in_printed_order() -> None:
    page = schedule(
        LineItem(label="SEGREGATION REQUIREMENTS", style=LineStyle.CAPTION),
        LineItem("5", "Deficits", (GROSS,)),
        LineItem("", "Less: offset", (OFFSET, NET)),
    )

    assert [box.code for box in page.boxes] == ["7045", "7047", "7050"]


def test_a_box_is_found_on_its_line() -> None:
    less = LineItem("", "Less: offset", (OFFSET, NET))

    assert schedule(LineItem("5", "Deficits", (GROSS,)), less).line_of("7050") is less


def test_a_box_of_another_schedule_is_not_found() -> None:
    with pytest.raises(KeyError):
        schedule().line_of("7050")


@pytest.mark.parametrize(
    ("number", "mark"), [("5", "5."), ("7.A", "A."), ("A.iii", "iii."), ("", "")]
)
def test_a_line_is_marked_with_the_last_part_of_its_number(number: str, mark: str) -> None:
    assert LineItem(number).mark == mark


def test_a_line_is_marked_as_the_form_prints_its_number() -> None:
    assert LineItem("2.A", printed_mark="A").mark == "A"


def test_a_label_in_one_line_shows_where_a_box_stands_within_the_words() -> None:
    line = LineItem("12", "Funds on hand\n(describe: {7150.describe})", (DESCRIBE, ON_HAND))

    assert line.text == "Funds on hand (describe: …)"


def test_a_label_in_one_line_has_its_words_one_space_apart() -> None:
    assert LineItem("1", "in accordance with 17 CFR  32.6").text == "in accordance with 17 CFR 32.6"


def test_a_column_is_found_by_its_name_and_no_other() -> None:
    outer = Column("outer", (473.0, 554.3), (554.5, 575.8))
    page = PageLayout(columns=(Column("inner", (356.3, 437.5), (437.8, 459.1)), outer))

    assert page.column("outer") is outer
    with pytest.raises(KeyError):
        page.column("middle")
