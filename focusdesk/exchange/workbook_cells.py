"""Cells of a workbook: numbers as numbers, dates as dates, text as text and never as a formula."""

import datetime as dt
import re
from collections.abc import Sequence
from textwrap import wrap
from typing import Any, cast

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.header_footer import HeaderFooterItem
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet as Sheet

from focusdesk.exchange.cells import tick_text
from focusdesk.form.box import BoxKind, Value

AMOUNT_FORMAT = "#,##0_);(#,##0)"
DATE_FORMAT = "mm/dd/yy"
TEXT_FORMAT = "@"
# Named in full: some programs take a serif face for a font that has no name.
BOLD = Font(name="Calibri", size=11, bold=True)
_LINE = 15.0

# A workbook counts days from 1900 on, and wrongly before March of that year.
_FIRST_COUNTED_DAY = dt.date(1900, 3, 1)
# A spreadsheet keeps 15 digits of a number; larger amounts stand as text, to the dollar.
_INEXACT = 10**15
# Excel reads _x0041_ within text as the character of that number.
_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")


def sheet_of(workbook: Workbook, title: str) -> Sheet:
    """Give a new workbook's first sheet, named, on Letter paper and as wide as the page."""
    workbook.properties.creator = "focusdesk"
    workbook.properties.title = f"FOCUS Report, Part II: {title}"
    return _laid_out(workbook.worksheets[0], title)


def further_sheet(workbook: Workbook, title: str) -> Sheet:
    """Add a sheet behind the others, laid out alike."""
    return _laid_out(cast("Sheet", workbook.create_sheet()), title)


def _laid_out(sheet: Sheet, title: str) -> Sheet:
    sheet.title = title
    sheet.page_setup.paperSize = sheet.PAPERSIZE_LETTER
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = "1:1"
    foot = cast("HeaderFooterItem", sheet.oddFooter)
    foot.left.text = "&A"
    foot.right.text = "Page &P of &N"
    return sheet


def cell_of(sheet: Sheet, row: int, column: int) -> Cell:
    """Give a cell of a sheet that is being written."""
    # What is not a cell is part of a merged range, and these sheets have none.
    return cast("Cell", sheet.cell(row, column))


def headings(sheet: Sheet, words: Sequence[str], widths: Sequence[float]) -> None:
    """Write the first row and set the columns' widths, in characters."""
    for column, (text, width) in enumerate(zip(words, widths, strict=True), start=1):
        cell = cell_of(sheet, 1, column)
        write_text(cell, text)
        cell.font = BOLD
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        sheet.column_dimensions[get_column_letter(column)].width = width


def write_text(cell: Cell, text: str) -> None:
    """Write text that stays text, whatever it begins with, even when the cell is edited."""
    if not text:
        return
    cell.value = _ESCAPE.sub("_x005F_", text)
    cell.data_type = "s"
    cell.number_format = TEXT_FORMAT


def heighten(sheet: Sheet) -> None:
    """Give each row the height that its wrapped words need; not every program does it by itself."""
    for number in range(1, sheet.max_row + 1):
        lines = [
            _lines_of(str(cell.value), sheet.column_dimensions[cell.column_letter].width)
            for cell in (cell_of(sheet, number, at + 1) for at in range(sheet.max_column))
            if cell.data_type == "s" and cell.value and _wraps(cell)
        ]
        if max(lines, default=1) > 1:
            sheet.row_dimensions[number].height = max(lines) * _LINE


def _wraps(cell: Cell) -> bool:
    return cast("bool | None", cast("Any", cell.alignment).wrap_text) is True


def _lines_of(text: str, width: float) -> int:
    """Say how many lines words take in a column of so many digits."""
    lines = (wrap(line, max(int(width), 1)) for line in text.split("\n"))
    return sum(max(len(parts), 1) for parts in lines)


def is_exact(value: object) -> bool:
    """Whether a spreadsheet keeps a value to the dollar; larger amounts stand as text."""
    return not isinstance(value, int) or abs(value) < _INEXACT


def write_value(cell: Cell, kind: BoxKind, value: Value) -> None:
    """Write a box's value; a blank leaves the cell empty, which is not 0."""
    if value is None:
        return
    if isinstance(value, bool):
        write_text(cell, tick_text(kind, ticked=value))
    elif isinstance(value, int) and is_exact(value):
        cell.value = value
        cell.number_format = AMOUNT_FORMAT
    elif isinstance(value, dt.date) and value >= _FIRST_COUNTED_DAY:
        cell.value = value
        cell.number_format = DATE_FORMAT
    else:
        write_text(cell, str(value))
