import pytest

from focusdesk.filing.laid_block import PLANS, LaidBlock, LayingPlan, Rows, current_box
from tests.filing.pages import page_of


def _codes(plan: LayingPlan, at_code: str, text: str) -> list[str]:
    rows = [line.split("|") for line in text.split("\n")]
    laid = LaidBlock(rows, page_of(at_code), at_code)
    return [cell.code or ("?" if cell.refusal else "") for cell, _ in laid.placed(plan)]


EACH = LayingPlan(Rows.EACH)
EACH_BY_COLUMN = LayingPlan(Rows.EACH, by_column=True)


def test_each_row_of_the_page_takes_a_row_whether_it_has_a_box_or_not() -> None:
    # 7030, a caption, 7032, 7033, the total 7040, 7045 in the inner column
    assert _codes(EACH, "7030", "1\n\n3\n4\n5\n6") == ["7030", "", "7032", "7033", "7040", "7045"]


def test_column_by_column_the_inner_column_is_another() -> None:
    assert _codes(EACH_BY_COLUMN, "7040", "1\n2\n3") == ["7040", "?", "7050"]
    assert _codes(EACH_BY_COLUMN, "7045", "1|\n2|3") == ["7045", "", "7047", "7050"]


def test_the_first_filled_cell_is_for_the_current_box() -> None:
    assert _codes(EACH_BY_COLUMN, "7040", "|1\n2|\n3|4") == ["", "7040", "7045", "", "7047", "7050"]


def test_from_left_to_right_the_columns_are_the_boxes_of_each_row() -> None:
    assert _codes(EACH, "7150.describe", "Checks|5") == ["7150.describe", "7150"]
    assert _codes(EACH_BY_COLUMN, "7150.describe", "Checks|5") == ["7150.describe", "?"]


def test_rows_with_a_box_skip_captions() -> None:
    plan = LayingPlan(Rows.WITH_BOX)
    assert _codes(plan, "7030", "1\n2\n3\n4\n5") == ["7030", "7032", "7033", "7040", "7045"]
    by_column = LayingPlan(Rows.WITH_BOX, by_column=True)
    assert _codes(by_column, "7030", "1\n2\n3\n4\n5") == ["7030", "7032", "7033", "7040", "7050"]


def test_rows_to_be_entered_skip_totals_as_enter_does() -> None:
    plan = LayingPlan(Rows.ENTERED)
    assert _codes(plan, "7033", "1\n2\n3\n4") == ["7033", "7045", "7047", "7070"]
    by_column = LayingPlan(Rows.ENTERED, by_column=True)
    assert _codes(by_column, "7033", "1\n2") == ["7033", "7070"]


def test_a_column_of_amounts_never_goes_into_names() -> None:
    plan = LayingPlan(Rows.ENTERED)
    assert _codes(plan, "7615", "1\n2\n3") == ["7615", "7640", "7650"]
    assert _codes(EACH, "7615", "1\n\n3") == ["7615", "", "?"]


def test_boxes_of_a_kind_follow_each_other_in_reading_order() -> None:
    plan = LayingPlan(Rows.BOXES)
    assert _codes(plan, "7045", "1\n2\n3\n4") == ["7045", "7047", "7050", "7060"]


def test_blank_rows_can_be_passed_over() -> None:
    assert _codes(LayingPlan(Rows.WITH_BOX, gaps=False), "7010", "1\n\n2") == ["7010", "7020"]
    assert _codes(LayingPlan(Rows.WITH_BOX), "7010", "1\n\n2") == ["7010", "7020", "7030"]


def test_what_falls_beside_the_boxes_or_beyond_the_page_is_refused() -> None:
    laid = LaidBlock([["1", "2"], ["", ""], ["3", ""]], page_of("7198"), "7198")
    cells = [cell for cell, _ in laid.placed(EACH)]
    assert [(cell.code, cell.refusal) for cell in cells] == [
        ("7198", ""),
        ("", "The form has no box where this cell falls."),
        ("", ""),
        ("", ""),
        ("", "The page ends before this row."),
        ("", ""),
    ]
    assert cells[4].row == 3


def test_a_block_may_end_with_the_page() -> None:
    rows = [["1"], ["2"]]
    assert LaidBlock(rows, page_of("7194"), "7194").ends_with_page(EACH)
    assert not LaidBlock(rows, page_of("7190"), "7190").ends_with_page(EACH)
    assert not LaidBlock(rows[:1], page_of("7198"), "7198").ends_with_page(EACH)


def test_a_total_is_no_place_for_figures_to_be_entered() -> None:
    laid = LaidBlock([["1"]], page_of("7040"), "7040")
    assert {plan.rows for plan in PLANS if not laid.suits(plan)} == {Rows.ENTERED}
    two = LaidBlock([["1", "2"]], page_of("7010"), "7010")
    assert {plan.rows for plan in PLANS if not two.suits(plan)} == {Rows.BOXES}


def test_the_current_box_is_found_by_its_code() -> None:
    page = page_of("7010")
    row, column, box = current_box(page, "7050")
    assert page[row][1] == (column, box)
    with pytest.raises(KeyError):
        current_box(page, "8500")


def test_each_plan_says_what_it_does() -> None:
    words = [plan.words for plan in PLANS]
    assert len(set(words)) == len(words)
    assert words[0] == "By position, each row of the page, column by column"
