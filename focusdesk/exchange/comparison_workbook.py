"""Months side by side as a workbook: numbers as numbers, change and percent as live formulas.

A second sheet says what is shown; a third, where it is wanted, has what is said of the changes. An
empty cell is a blank, 0 is 0, and "n/a" is a box that the month's edition lacks; the formulas
tell the three apart as the comparison itself does.
"""

import io
from collections.abc import Sequence

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet as Sheet

from focusdesk.exchange.comparison_words import column_heading, said_words, statements
from focusdesk.exchange.workbook_cells import (
    cell_of,
    further_sheet,
    headings,
    sheet_of,
    write_text,
    write_value,
)
from focusdesk.filing.compare import Absence, Comparison, ComparisonRow, show_compared
from focusdesk.filing.comparison_annex import ComparisonAnnex, ExplainedLine
from focusdesk.form.box import BoxKind

_LABELS = ("Line", "Box", "Code")
_LABEL_WIDTHS = (7.0, 60.0, 9.0)
_MONTH_WIDTH = 17.0
_PERCENT_WIDTH = 10.0
_WORDS_WIDTH = 60.0
_FIRST_MONTH = len(_LABELS) + 1
_SAID: tuple[tuple[str, float], ...] = (
    ("Month", 21.0), ("Against", 21.0), ("Schedule", 16.0), ("Line", 7.0), ("Box", 44.0),
    ("Code", 9.0), ("Earlier", 17.0), ("Later", 17.0), ("Change", 17.0),
    ("Explanation", _WORDS_WIDTH), ("Author", 16.0), ("Written (UTC)", 17.0),
)  # fmt: skip
_EARLIER, _LATER, _CHANGE = 7, 8, 9

_CHANGE_FORMAT = "+#,##0_);(#,##0);0_)"
_PERCENT_FORMAT = '+0.0" %"_);(0.0" %");0.0" %"_)'

_SCHEDULE_FILL = PatternFill("solid", fgColor="E4E7EB")
_TOTAL_RULE = Border(top=Side(style="thin"))
_WRAPPED = Alignment(wrap_text=True, vertical="top")
_TOP = Alignment(vertical="top")
_RIGHT = Alignment(horizontal="right", vertical="top")


def comparison_workbook(comparison: Comparison, annex: ComparisonAnnex | None = None) -> bytes:
    """Write the workbook; its headings and label columns stay in place when it is scrolled.

    Args:
        comparison: The months, with the lines that are shown.
        annex: What is said of their changes, in a column and on a sheet; `None` for none.
    """
    workbook = Workbook()
    sheet = sheet_of(workbook, "Months side by side")
    months = [column_heading(month) for month in comparison.months]
    headings(
        sheet,
        (*_LABELS, *months, "Change", "Percent", *["Explanation"] * (annex is not None)),
        (
            *(*_LABEL_WIDTHS, *[_MONTH_WIDTH] * (len(months) + 1), _PERCENT_WIDTH),
            *[_WORDS_WIDTH] * (annex is not None),
        ),
    )
    for column in range(_FIRST_MONTH, _FIRST_MONTH + len(months) + 2):
        cell_of(sheet, 1, column).alignment = Alignment(horizontal="right", wrap_text=True)
    sheet.freeze_panes = f"{get_column_letter(_FIRST_MONTH)}2"
    sheet.page_setup.orientation = sheet.ORIENTATION_LANDSCAPE
    _write_rows(sheet, comparison.rows, annex)
    _write_statements(further_sheet(workbook, "What is shown"), comparison, annex)
    if annex is not None:
        _write_annex(further_sheet(workbook, "Explanations"), annex)
    content = io.BytesIO()
    workbook.save(content)
    return content.getvalue()


def _write_rows(sheet: Sheet, rows: Sequence[ComparisonRow], annex: ComparisonAnnex | None) -> None:
    number = 1
    schedule = caption = ""
    for row in rows:
        if row.schedule != schedule:
            number += 1
            _write_schedule(sheet, number, row)
        if row.caption and (row.schedule, row.caption) != (schedule, caption):
            number += 1
            write_text(cell_of(sheet, number, 2), row.caption)
            cell_of(sheet, number, 2).font = Font(bold=True)
            cell_of(sheet, number, 2).alignment = _WRAPPED
        schedule, caption = row.schedule, row.caption
        number += 1
        _write_row(sheet, number, row)
        if annex is not None:
            cell = cell_of(sheet, number, _FIRST_MONTH + len(row.values) + 2)
            write_text(cell, said_words(annex, row))
            cell.alignment = _WRAPPED


def _write_schedule(sheet: Sheet, number: int, row: ComparisonRow) -> None:
    for column in range(1, _FIRST_MONTH + len(row.values) + 2):
        cell_of(sheet, number, column).fill = _SCHEDULE_FILL
    heading = cell_of(sheet, number, 1)
    write_text(heading, row.schedule_title)
    heading.font = Font(bold=True)


def _write_row(sheet: Sheet, number: int, row: ComparisonRow) -> None:
    for column, text in enumerate((row.number, row.label, row.code), start=1):
        write_text(cell_of(sheet, number, column), text)
        cell_of(sheet, number, column).alignment = _WRAPPED
    for column, value in enumerate(row.values, start=_FIRST_MONTH):
        cell = cell_of(sheet, number, column)
        if isinstance(value, Absence):
            write_text(cell, show_compared(value))
        else:
            write_value(cell, row.kind, value)
        cell.alignment = _TOP if row.kind is BoxKind.AMOUNT else _RIGHT
    if row.kind is BoxKind.AMOUNT:
        _write_formulas(sheet, number, _FIRST_MONTH + len(row.values))
    if row.total:
        for column in range(_FIRST_MONTH, _FIRST_MONTH + len(row.values) + 2):
            cell_of(sheet, number, column).border = _TOTAL_RULE
            cell_of(sheet, number, column).font = Font(bold=True)


def _write_formulas(sheet: Sheet, number: int, column: int) -> None:
    """Write the change between the last two months, and what it is in percent of the earlier.

    They come out as in `focusdesk.filing.compare`: the change is empty where both months are blank
    or one lacks the box; the percentage of nothing is "new", and what is blank now is "gone".
    """
    earlier = f"{get_column_letter(column - 2)}{number}"
    later = f"{get_column_letter(column - 1)}{number}"
    change = f"{get_column_letter(column)}{number}"
    compared = f"OR(ISTEXT({earlier}),ISTEXT({later}),COUNT({earlier},{later})=0)"
    cell = cell_of(sheet, number, column)
    cell.value = f'=IF({compared},"",N({later})-N({earlier}))'
    cell.number_format = _CHANGE_FORMAT
    cell.alignment = _RIGHT
    cell = cell_of(sheet, number, column + 1)
    of_zero = f'IF({change}=0,"-","new")'
    share = f"IF({earlier}=0,{of_zero},100*{change}/ABS({earlier}))"
    in_both = f'IF(COUNT({earlier})=0,"new",IF(COUNT({later})=0,"gone",{share}))'
    cell.value = f'=IF({compared},"",{in_both})'
    cell.number_format = _PERCENT_FORMAT
    cell.alignment = _RIGHT


def _write_statements(sheet: Sheet, comparison: Comparison, annex: ComparisonAnnex | None) -> None:
    """Say which months and lines stand here, and how the cells are to be read."""
    headings(sheet, ("What is shown", ""), (18.0, 100.0))
    named = (
        ("Months", ", ".join(column_heading(month) for month in comparison.months)),
        *zip(("Lines", "Explanations"), statements(comparison, annex), strict=False),
        ("Change", "The last month less the one before it."),
        ("Empty, 0, n/a", "Left blank; reported as zero; not in that month's edition."),
    )
    for row, texts in enumerate(named, start=2):
        for column, text in enumerate(texts, start=1):
            write_text(cell_of(sheet, row, column), text)
            cell_of(sheet, row, column).alignment = _WRAPPED


def _write_annex(sheet: Sheet, annex: ComparisonAnnex) -> None:
    """Write each explanation, and each line that lacks one, with its figures."""
    headings(sheet, [words for words, _ in _SAID], [width for _, width in _SAID])
    sheet.freeze_panes = "A2"
    sheet.page_setup.orientation = sheet.ORIENTATION_LANDSCAPE
    for row, each in enumerate((*annex.said, *annex.lacking), start=2):
        _write_said(sheet, row, each)


def _write_said(sheet: Sheet, row: int, each: ExplainedLine) -> None:
    said, moved = each.explanation, each.moved
    texts = {
        "Month": column_heading(each.later),
        "Against": f"{each.against} (illustrative)" if each.against_made_up else str(each.against),
        "Schedule": each.schedule_title,
        "Line": each.number,
        "Box": each.label,
        "Code": each.code,
        "Explanation": said.text if said else each.words,
        "Author": said.author if said else "",
        "Written (UTC)": f"{said.written:%Y-%m-%d %H:%M}" if said else "",
    }
    for column, (heading, _) in enumerate(_SAID, start=1):
        cell = cell_of(sheet, row, column)
        write_text(cell, texts.get(heading, ""))
        cell.alignment = _WRAPPED
    if moved is None:
        return
    for column, value in ((_EARLIER, moved.earlier), (_LATER, moved.later)):
        cell = cell_of(sheet, row, column)
        if isinstance(value, Absence):
            write_text(cell, show_compared(value))
        else:
            write_value(cell, BoxKind.AMOUNT, value)
        cell.alignment = _RIGHT
    if moved.change is not None:
        cell = cell_of(sheet, row, _CHANGE)
        earlier, later = (f"{get_column_letter(at)}{row}" for at in (_EARLIER, _LATER))
        cell.value = f"=N({later})-N({earlier})"
        cell.number_format = _CHANGE_FORMAT
        cell.alignment = _RIGHT
