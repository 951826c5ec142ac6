import datetime as dt
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent

from focusdesk.form.box import Box, BoxKind, Value
from focusdesk.form.edition import Edition
from focusdesk.ui.page.schedule_grid import GridRow, ScheduleGrid
from focusdesk.ui.page.spoken import (
    again_words,
    done_words,
    edit_words,
    has_printed_code,
    name_of_box,
    paper_notation,
    spoken_box,
    value_words,
    why_computed,
)
from tests.ui.accessible_words import heard_in
from tests.ui.every_window import Arrive, Opening, segregation
from tests.ui.words import Pages, press, spoken, write


@pytest.fixture(scope="module")
def rows(editions: dict[str, Edition]) -> dict[str, GridRow]:
    grids = [ScheduleGrid(each, "13") for each in editions["2014-01"].schedules]
    return {code: grid.rows[row] for grid in grids for code, (row, _) in grid.cells.items()}


@pytest.fixture(scope="module")
def boxes(editions: dict[str, Edition]) -> dict[str, Box]:
    return editions["2014-01"].boxes


@pytest.mark.parametrize(
    ("code", "value", "said"),
    [
        (
            "7070",
            8_476_893,
            "Line 7.A, Deposited in segregated funds bank accounts, Cash, 7070: 8,476,893, entered",
        ),
        (
            "7080",
            None,
            "Line 7.B, Deposited in segregated funds bank accounts, Securities representing "
            "investments of customers' funds (at market), 7080: blank",
        ),
        (
            "7050",
            47_657,
            "Line 5, Deficits and debit balances, net of customer owned securities, 7050: "
            "47,657, computed",
        ),
        (
            "7150.describe",
            "Checks",
            "Line 12, Segregated funds on hand, describe: Checks, entered",
        ),
        (
            "16",
            True,
            "Line 1, This report is being filed pursuant to (Check Applicable Block(s)), "
            "Rule 17a-5(a), 16: ticked",
        ),
    ],
)
def test_a_box_says_its_line_its_words_its_value_and_how_it_came(
    rows: dict[str, GridRow], boxes: dict[str, Box], code: str, value: Value, said: str
) -> None:
    assert spoken_box(rows[code], boxes[code], value, ()) == said


def test_marks_are_said_after_all_else(rows: dict[str, GridRow], boxes: dict[str, Box]) -> None:
    said = spoken_box(rows["7070"], boxes["7070"], 1, ("error S01", "has a note"))
    assert said.endswith("1, entered, error S01, has a note")


def test_a_line_without_a_number_takes_that_of_the_line_above(
    rows: dict[str, GridRow], boxes: dict[str, Box]
) -> None:
    assert name_of_box(rows["7047"], boxes["7047"]).startswith("Line 5, ")


@pytest.mark.parametrize(
    ("code", "value", "words"),
    [
        ("7010", 0, "0"),
        ("7010", None, "blank"),
        ("16", None, "not ticked"),
        ("16", True, "ticked"),
        ("firm.retail_forex", None, "unanswered"),
        ("firm.retail_forex", False, "no"),
        ("25", dt.date(2014, 1, 31), "01/31/14"),
    ],
)
def test_a_value_is_said_in_words_and_a_blank_is_no_zero(
    boxes: dict[str, Box], code: str, value: Value, words: str
) -> None:
    assert value_words(boxes[code], value) == words


@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        ("7190", "7190 is computed: subtract line 6 from line 13."),
        ("7050", "7050 is computed: 7045 \u2212 7047."),
        # The printed rule of 7240 says the reverse of what is computed, so it is not repeated.
        ("7240", "7240 is computed: 7230 \u2212 7200."),
        ("7425", "7425 is computed: 0.08 \u00d7 7415, rounded to the dollar."),
        ("7360", "7360 is computed: the greatest of 7305 and 7355."),
    ],
)
def test_a_computed_box_says_what_it_follows_from(
    editions: dict[str, Edition], boxes: dict[str, Box], code: str, sentence: str
) -> None:
    line = editions["2014-01"].line_of(code)
    assert why_computed(line, boxes[code], ("7230", "7200")) == sentence


def test_a_long_formula_is_said_by_the_boxes_that_it_reads(
    editions: dict[str, Edition], boxes: dict[str, Box]
) -> None:
    line = editions["2014-01"].line_of("7495")
    assert why_computed(line, boxes["7495"], ("7455", "7490")) == (
        "7495 is computed from 7455, 7490."
    )


def test_the_edit_menu_and_the_status_line_name_the_box_and_both_figures(
    boxes: dict[str, Box],
) -> None:
    assert edit_words(boxes["7100"], 93_296_699, 0) == "7100: 93,296,699 to 0"
    assert edit_words(boxes["7100"], 0, None) == "7100: 0 to blank"
    assert done_words(boxes["7100"], 93_296_699, 0) == "7100  93,296,699 \u2192 0"
    long = edit_words(boxes["13"], None, "A" * 200)
    assert long == f"13: blank to {'A' * 39}\u2026"


def test_only_codes_that_the_form_prints_are_shown_in_frames(boxes: dict[str, Box]) -> None:
    assert has_printed_code(boxes["7150"])
    assert not has_printed_code(boxes["7150.describe"])


def test_paper_notation_reads_like_the_form() -> None:
    assert paper_notation("min([1], [2], [3])") == "the least of 1, 2 and 3"
    assert paper_notation("[1] / [2]") == "1 \u00f7 2"


def test_a_box_with_no_label_anywhere_is_named_by_its_code(rows: dict[str, GridRow]) -> None:
    box = Box("99", BoxKind.TEXT)
    row = replace(rows["13"], line=replace(rows["13"].line, label="", number=""), parents=())
    assert name_of_box(row, box) == "99"


def test_the_form_of_2014_has_155_boxes_and_the_rule_s_level(editions: dict[str, Edition]) -> None:
    assert len(editions["2014-01"].boxes) == 155 + 1


@pytest.mark.parametrize("tab", range(7))
def test_every_box_says_its_line_its_words_its_value_and_its_state_to_a_screen_reader(
    pages: Pages, tab: int
) -> None:
    pages.tabs.setCurrentIndex(tab)
    heard = {each.name for each in heard_in(pages.view)}
    for code, (row, _) in pages.model.grid.cells.items():
        box, value = pages.model.box(code), pages.session.value(code)
        said = spoken(pages, code)
        assert said in heard
        assert said == spoken_box(pages.model.grid.rows[row], box, value, said_besides(pages, code))
        name, _, rest = said.partition(f": {value_words(box, value)}")
        assert name == name_of_box(pages.model.grid.rows[row], box)
        assert name.endswith(f", {code}") if has_printed_code(box) else code not in name
        assert len(name.replace(code, "").strip(" ,")) > 2
        assert rest.startswith(state_of(box, value))


def state_of(box: Box, value: Value) -> str:
    """How a box came by what it holds, as it is said right after that."""
    if box.is_computed:
        return ", computed"
    ticked = box.kind in (BoxKind.CHECK, BoxKind.YES_NO)
    return "" if value is None or ticked else ", entered"


def said_besides(pages: Pages, code: str) -> tuple[str, ...]:
    """What is marked at a box, in words."""
    return pages.model.mark(code).spoken


@pytest.fixture
def announced(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What screen readers have been told at once."""
    told: list[str] = []

    def take(event: QAccessibleEvent) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            told.append(event.message())

    monkeypatch.setattr(QAccessible, "updateAccessibility", take)
    return told


def test_an_entry_what_it_moved_and_a_refusal_are_announced(
    arrive: Arrive, announced: list[str]
) -> None:
    window, _ = arrive(Opening(segregation))
    announced.clear()
    write("1,000")
    press(Qt.Key.Key_Return)
    assert "7070  8,476,893 \u2192 1,000" in announced[-1]
    assert "7190 " in announced[-1]
    window.tabs.go_to("7080")
    write("12x")
    press(Qt.Key.Key_Return)
    assert any("12x" in each for each in announced[-2:])


@pytest.mark.parametrize(
    ("schedules", "words"),
    [
        ((), ""),
        (("segregation",), " \u00b7 Segregation is in work again"),
        (
            ("secured_funds", "secured_amounts"),
            " \u00b7 Secured amounts and 30.7 funds are in work again",
        ),
        (
            ("segregation", "secured_amounts", "secured_funds"),
            " \u00b7 Segregation, Secured amounts and 30.7 funds are in work again",
        ),
    ],
)
def test_the_schedules_that_were_taken_into_work_are_named_in_one_sentence(
    editions: dict[str, Edition], schedules: tuple[str, ...], words: str
) -> None:
    assert again_words(editions["2014-01"], schedules) == words
