import datetime as dt
import io

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet as Sheet

from focusdesk.exchange.filing_workbook import filing_workbook
from focusdesk.filing.filing import Filing
from focusdesk.form.box import Value
from focusdesk.form.period import Period
from tests.exchange.filled_form import FORM, JANUARY, with_values


def _sheet(values: dict[str, Value], filing: Filing = JANUARY) -> Sheet:
    content = filing_workbook(filing, with_values(values))
    return load_workbook(io.BytesIO(content)).worksheets[0]


def _row_of(sheet: Sheet, code: str) -> int:
    return next(row for row in range(1, sheet.max_row + 1) if sheet.cell(row, 4).value == code)


def test_every_box_has_a_row_with_its_schedule_line_and_label() -> None:
    sheet = _sheet({})
    assert [cell.value for cell in sheet[1]] == ["schedule", "line", "label", "code", "value"]
    assert [sheet.cell(row, 4).value for row in range(2, sheet.max_row + 1)] == list(FORM.boxes)
    row = _row_of(sheet, "7190")
    assert sheet.cell(row, 1).value == "Segregation"
    assert sheet.cell(row, 2).value == "14"
    assert "Excess" in str(sheet.cell(row, 3).value)


def test_amounts_are_numbers_that_show_negatives_in_parentheses() -> None:
    sheet = _sheet({"7010": -1234})
    cell = sheet.cell(_row_of(sheet, "7010"), 5)
    assert (cell.value, cell.data_type, cell.number_format) == (-1234, "n", "#,##0_);(#,##0)")


def test_a_blank_is_an_empty_cell_and_zero_is_zero() -> None:
    sheet = _sheet({"7010": 0})
    assert sheet.cell(_row_of(sheet, "7010"), 5).value == 0
    assert sheet.cell(_row_of(sheet, "7020"), 5).value is None


def test_dates_are_dates_and_ticks_are_an_x() -> None:
    sheet = _sheet({"25": dt.date(2014, 1, 31), "16": True})
    assert sheet.cell(_row_of(sheet, "25"), 5).value == dt.datetime(2014, 1, 31)  # noqa: DTZ001
    assert sheet.cell(_row_of(sheet, "16"), 5).value == "X"


@pytest.mark.parametrize("text", ["=1+1", "=cmd|' /C calc'!A0", "+1", "-1", "@A1", "#REF!"])
def test_text_is_never_a_formula_nor_an_error(text: str) -> None:
    sheet = _sheet({"7510": text})
    cell = sheet.cell(_row_of(sheet, "7510"), 5)
    assert (cell.value, cell.data_type, cell.number_format) == (text, "s", "@")
    assert {cell.data_type for row in sheet.iter_rows() for cell in row} <= {"s", "n", "d"}


def test_the_sheet_says_which_month_it_is_and_what_is_made_up() -> None:
    made_up = Filing(2, Period(2013, 5), FORM.id, illustrative=True)
    assert _sheet({}).title == "2014-01"
    assert _sheet({}, made_up).title == "2013-05 (illustrative)"
