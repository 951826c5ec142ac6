import datetime as dt
import io
from typing import Any, cast

from openpyxl import Workbook, load_workbook
from openpyxl.styles import Alignment
from openpyxl.worksheet.worksheet import Worksheet as Sheet

from focusdesk.exchange.workbook_cells import (
    cell_of,
    headings,
    heighten,
    is_exact,
    sheet_of,
    write_text,
    write_value,
)
from focusdesk.form.box import BoxKind


def _new() -> tuple[Workbook, Sheet]:
    workbook = Workbook()
    return workbook, sheet_of(workbook, "Months")


def _reopened(workbook: Workbook) -> Sheet:
    content = io.BytesIO()
    workbook.save(content)
    return load_workbook(content).worksheets[0]


def test_headings_stand_in_the_first_row_and_set_the_widths() -> None:
    workbook, sheet = _new()
    headings(sheet, ("code", "value"), (9.0, 20.0))
    read = _reopened(workbook)
    assert [cell.value for cell in read[1]] == ["code", "value"]
    assert read.column_dimensions["B"].width == 20.0


def test_the_sheet_is_printed_on_letter_paper_one_page_wide() -> None:
    workbook, _ = _new()
    read = _reopened(workbook)
    assert read.title == "Months"
    assert str(read.page_setup.paperSize) == "1"
    assert read.sheet_properties.pageSetUpPr is not None
    assert read.sheet_properties.pageSetUpPr.fitToPage


def test_a_day_that_no_workbook_can_count_is_written_as_text() -> None:
    workbook, sheet = _new()
    write_value(cell_of(sheet, 1, 1), BoxKind.DATE, dt.date(1900, 2, 28))
    write_value(cell_of(sheet, 2, 1), BoxKind.DATE, dt.date(1900, 3, 1))
    read = _reopened(workbook)
    assert read.cell(1, 1).value == "1900-02-28"
    assert read.cell(2, 1).value == dt.datetime(1900, 3, 1)  # noqa: DTZ001


def test_what_excel_would_read_as_an_escape_is_escaped() -> None:
    workbook, sheet = _new()
    write_text(cell_of(sheet, 1, 1), "a_x0041_b")
    assert _reopened(workbook).cell(1, 1).value == "a_x005F_x0041_b"


def test_answers_are_words_and_an_empty_text_leaves_the_cell_empty() -> None:
    workbook, sheet = _new()
    write_value(cell_of(sheet, 1, 1), BoxKind.YES_NO, value=False)
    write_text(cell_of(sheet, 2, 1), "")
    write_value(cell_of(sheet, 3, 1), BoxKind.TEXT, None)
    read = _reopened(workbook)
    assert read.cell(1, 1).value == "no"
    assert read.cell(2, 1).value is None
    assert read.cell(3, 1).value is None


def test_an_amount_that_no_spreadsheet_keeps_exactly_is_written_as_text() -> None:
    workbook, sheet = _new()
    write_value(cell_of(sheet, 1, 1), BoxKind.AMOUNT, 10**15 - 1)
    write_value(cell_of(sheet, 2, 1), BoxKind.AMOUNT, -(2**63))
    read = _reopened(workbook)
    assert read.cell(1, 1).value == 999999999999999
    assert read.cell(2, 1).value == "-9223372036854775808"


def test_a_row_is_as_high_as_its_wrapped_words_need_and_pages_are_counted() -> None:
    workbook, sheet = _new()
    headings(sheet, ("code", "words"), (9.0, 20.0))
    write_text(cell_of(sheet, 2, 2), "three lines of words\nof which one is broken by us")
    write_text(cell_of(sheet, 3, 2), "words that go on beyond their column")
    for row in (1, 2):
        cell_of(sheet, row, 2).alignment = Alignment(wrap_text=True)
    heighten(sheet)
    read = _reopened(workbook)
    assert [cast("Any", read.row_dimensions[row]).height for row in (1, 2, 3)] == [
        *(None, 45.0, None),
    ]
    assert cast("Any", read.oddFooter).right.text == "Page &P of &N"


def test_an_amount_of_sixteen_digits_is_none_that_a_spreadsheet_keeps() -> None:
    assert is_exact(999_999_999_999_999)
    assert is_exact(None)
    assert not is_exact(-1_000_000_000_000_000)
