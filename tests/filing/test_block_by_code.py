import datetime as dt

import pytest

from focusdesk.calc.worksheet import Worksheet
from focusdesk.catalog.loader import load_editions
from focusdesk.filing.block import Block
from focusdesk.filing.block_by_code import code_in, readings_by_code
from focusdesk.filing.placed_block import PlacedCell, Way
from tests.exchange.filled_form import FORM, with_values
from tests.filing.pages import block

NEXT_FORM = load_editions()["2026-03"]


def _values(text: str, reading: int = 0) -> dict[str, str]:
    found = readings_by_code(block(text), with_values({})).readings[reading]
    return {cell.code: cell.text for cell in found.cells}


@pytest.mark.parametrize(
    "text",
    [
        "7010|5\n7020|6",
        "Code|Value\n7010|5\n7020|6",
        "[7010]|5\n[7020]|6",
        "5|7010\n6|7020",
        "Cash|7010|5\nSecurities|7020|6",
        "7010|Cash|5\n7020|Securities|6",
        "5|Cash|7010\n6|Securities|7020",
        "A.|Cash|5|7010\nB.|Securities|6|7020",
        "Assets|||\n|Cash|5|7010\n|||\n|Securities|6|7020",
        "7010|Cash|5|as agreed\n7020|Securities|6|",
        "7010|Cash||5\n7020|Securities|6|",
    ],
)
def test_values_stand_left_or_right_of_codes_with_labels_between(text: str) -> None:
    assert _values(text) == {"7010": "5", "7020": "6"}


def test_several_columns_of_codes_have_their_values_on_the_same_side() -> None:
    right_of_values = "||5|7010\n1|7045||\n2|7047|-1|7050"
    left_of_values = "||7010|5\n7045|1||\n7047|2|7050|-1"
    expected = {"7010": "5", "7045": "1", "7047": "2", "7050": "-1"}
    assert _values(right_of_values) == expected
    assert _values(left_of_values) == expected


def test_a_reading_by_code_says_so() -> None:
    (reading,) = readings_by_code(block("7010|5"), with_values({})).readings
    assert (reading.way, reading.words) == (Way.BY_CODE, "By code")
    assert reading.cells == (PlacedCell(1, "7010", "5"),)
    assert reading.cells[0].where == "row 1"


def test_each_of_several_columns_of_figures_can_be_meant_the_nearest_first() -> None:
    text = "Code|Line|Dec 2013|Jan 2014\n7010|Cash|5|6\n7020|Securities|7|8"
    found = readings_by_code(block(text), with_values({}))
    assert [reading.words for reading in found.readings] == [
        'By code, with the values of column 3 "Dec 2013"',
        'By code, with the values of column 4 "Jan 2014"',
    ]
    assert _values(text, 1) == {"7010": "6", "7020": "8"}


def test_a_column_with_a_stray_figure_goes_behind_the_full_one() -> None:
    text = "7010|Cash|1.00|5\n7020|Securities||6\n7030|Options||7"
    assert _values(text) == {"7010": "5", "7020": "6", "7030": "7"}
    assert _values(text, 1) == {"7010": "1.00", "7020": "", "7030": ""}


@pytest.mark.parametrize("heading", ["Jan 2014", "as of January 2014", "2014-01", "1/31/2014"])
def test_the_column_of_the_filings_own_month_goes_first(heading: str) -> None:
    sheet = block(f"Code|Dec 2013|{heading}\n7010|5|6\n7020|7|8")
    worksheet = with_values({FORM.as_of_code: dt.date(2014, 1, 31)})
    reading = readings_by_code(sheet, worksheet).readings[0]
    assert [cell.text for cell in reading.cells] == ["6", "8"]


def test_a_heading_tells_which_column_holds_the_values() -> None:
    assert _values("Code|Dec|Value\n7010|5|6") == {"7010": "6"}
    assert _values("Line|Label|Code|Value\n1|Cash|7010|") == {"7010": ""}


def test_a_heading_tells_which_column_holds_the_codes() -> None:
    found = readings_by_code(block("Code|Value\n13|ACME"), with_values({}))
    assert found.sure
    assert found.readings[0].cells == (PlacedCell(2, "13", "ACME"),)


def test_a_code_of_an_earlier_edition_is_taken_for_todays() -> None:
    worksheet = Worksheet(NEXT_FORM)
    found = readings_by_code(block("7010|5\nexecution.officer1|A. B."), worksheet)
    assert found.readings[0].cells[1] == PlacedCell(
        2, "12011", "A. B.", remark="Its code was execution.officer1 in an earlier edition."
    )


def test_rows_without_box_are_refused_and_rows_of_words_passed_over() -> None:
    text = "Code|Amount\nAssets|\n7010|5\n9999|6\nTotal|11\n|7\n||\n7020|8\nfirm.other|yes"
    reading = readings_by_code(block(text), with_values({})).readings[0]
    assert [(cell.row, cell.code, bool(cell.refusal)) for cell in reading.cells] == [
        (3, "7010", False),
        (4, "9999", True),
        (5, "Total", True),
        (6, "", True),
        (8, "7020", False),
        (9, "firm.other", True),
    ]
    assert reading.passed_over == 3
    assert reading.cells[1].refusal == (
        "The form has no box of that code. Use the codes that it prints, like 7010."
    )
    assert reading.cells[3].refusal == "There is a figure but no code."


def test_a_year_over_the_figures_is_no_figure() -> None:
    assert _values("Code|2014\n7010|5") == {"7010": "5"}


def test_long_codes_are_sure_and_stay_so_with_bad_values() -> None:
    assert readings_by_code(block("7010|abc\n7020|n/a"), with_values({})).sure


@pytest.mark.parametrize(
    "text", ["5\n6", "7010", "7010\n7020", "Cash|5", "20|x\n13|y", "7010|5\n7010|6\n7010|7"]
)
def test_figures_that_look_like_codes_are_not_taken_for_them(text: str) -> None:
    assert readings_by_code(block(text), with_values({})).sure is False


def test_short_codes_in_the_order_of_the_form_are_likely() -> None:
    in_order = readings_by_code(block("13|ACME\n14|8-41562\n15|abc"), with_values({}))
    assert (in_order.likely, in_order.sure) == (True, False)
    mixed = readings_by_code(block("25|1/31/14\n14|8-41562\n15|abc"), with_values({}))
    assert (mixed.likely, bool(mixed.readings)) == (False, True)


def test_a_line_of_writing_that_begins_with_digits_is_not_sure_to_begin_with_a_code() -> None:
    address = Block((("7010", "Main Street"),), lines=("7010 Main Street",))
    assert not readings_by_code(address, with_values({})).sure
    figure = Block((("7010", "5"),), lines=("7010 5",))
    assert readings_by_code(figure, with_values({})).sure


def test_a_cell_names_a_code_with_or_without_brackets() -> None:
    assert code_in(" [7010] ", FORM) == code_in("7010", FORM) == "7010"
    assert code_in("7,010", FORM) == code_in("", FORM) == ""
