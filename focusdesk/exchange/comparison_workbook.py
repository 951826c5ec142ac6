"""Months side by side as a workbook: numbers as numbers, change and percent as live formulas.

A second sheet says what is shown; a third, where it is wanted, has what is said of the changes. An
empty cell is a blank, 0 is 0, and "n/a" is a box that the month's edition lacks; the formulas
tell the three apart as the comparison itself does.
"""

import io
from collections.abc import Sequence
from dataclasses import dataclass

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet as Sheet

from focusdesk.exchange.comparison_words import (
    change_heading,
    column_heading,
    said_words,
    statements,
)
from focusdesk.exchange.workbook_cells import (
    BOLD,
    cell_of,
    further_sheet,
    headings,
    heighten,
    is_exact,
    sheet_of,
    write_text,
    write_value,
)
from focusdesk.filing.compare import Absence, Comparison, ComparisonRow, Pair, show_compared
from focusdesk.filing.comparison_annex import ComparisonAnnex, ExplainedLine
from focusdesk.filing.difference import Difference
from focusdesk.form.box import BoxKind

_LABELS: tuple[str, ...] = ("Line", "Box", "Code")
_LABEL_WIDTHS: tuple[float, ...] = (7.0, 66.0, 20.0)
_MONTH_WIDTH = 17.0
_PERCENT_WIDTH = 15.0
_COLUMNS_OF_A_PAGE = 8
_WORDS_WIDTH = 60.0
_FIRST_MONTH = len(_LABELS) + 1
_SAID: tuple[tuple[str, float], ...] = (
    ("Month", 21.0), ("Against", 21.0), ("Schedule", 16.0), ("Line", 7.0), ("Box", 44.0),
    ("Code", 9.0), ("Earlier", 17.0), ("Later", 17.0), ("Change", 17.0),
    ("Explanation", _WORDS_WIDTH), ("Author", 16.0), ("Written (UTC)", 17.0),
)  # fmt: skip
_EARLIER, _LATER, _CHANGE = 7, 8, 9

_CHANGE_FORMAT = "+#,##0_);(#,##0);0_)"
_PERCENT_FORMAT = '+#,##0.0" %";(#,##0.0)" %";0.0" %"'

_SCHEDULE_FILL = PatternFill("solid", fgColor="E4E7EB")
_TOTAL_RULE = Border(top=Side(style="thin"))
_WRAPPED = Alignment(wrap_text=True, vertical="top")
_RIGHT = Alignment(horizontal="right", vertical="top")
_WORDS = Alignment(wrap_text=True, vertical="top", indent=1)
_WRAPPED_RIGHT = Alignment(horizontal="right", vertical="top", wrap_text=True)


@dataclass(frozen=True, slots=True)
class _Columns:
    """Where the months and the changes stand on the sheet.

    Attributes:
        months: The number of the column of each month.
        changes: The months of each change, and the number of its first column.
        end: The first column behind them.
    """

    months: tuple[int, ...]
    changes: tuple[tuple[Pair, int], ...]
    end: int


def _columns_of(comparison: Comparison) -> _Columns:
    months: list[int] = []
    changes: list[tuple[Pair, int]] = []
    at = _FIRST_MONTH
    for column in comparison.columns:
        if isinstance(column, int):
            months.append(at)
            at += 1
        else:
            changes.append((column, at))
            at += 2
    return _Columns(tuple(months), tuple(changes), at)


def comparison_workbook(comparison: Comparison, annex: ComparisonAnnex | None = None) -> bytes:
    """Write the workbook; its headings and label columns stay in place when it is scrolled.

    Args:
        comparison: The months, with the lines that are shown.
        annex: What is said of their changes, in a column and on a sheet; `None` for none.
    """
    workbook = Workbook()
    sheet = sheet_of(workbook, "Months side by side")
    columns = _columns_of(comparison)
    _write_headings(sheet, comparison, columns, with_words=annex is not None)
    _lay_out(sheet, columns.end)
    _write_rows(sheet, columns, comparison.rows, annex)
    _write_statements(further_sheet(workbook, "What is shown"), comparison, annex)
    if annex is not None:
        _write_annex(further_sheet(workbook, "Explanations"), annex)
    for each in workbook.worksheets:
        heighten(each)
    content = io.BytesIO()
    workbook.save(content)
    return content.getvalue()


def _write_headings(
    sheet: Sheet, comparison: Comparison, columns: _Columns, *, with_words: bool
) -> None:
    words, widths = list(_LABELS), list(_LABEL_WIDTHS)
    for column in comparison.columns:
        if isinstance(column, int):
            words.append(column_heading(comparison.months[column]))
            widths.append(_MONTH_WIDTH)
        else:
            between = change_heading(comparison, column)
            words += [f"Change {between}", f"Percent {between}"]
            widths += [_MONTH_WIDTH, _PERCENT_WIDTH]
    said = ["Explanation"] * with_words
    headings(sheet, (*words, *said), (*widths, *[_WORDS_WIDTH] * with_words))
    for column in range(_FIRST_MONTH, columns.end):
        cell_of(sheet, 1, column).alignment = _WRAPPED_RIGHT
    if with_words:
        cell_of(sheet, 1, columns.end).alignment = _WORDS


def _lay_out(sheet: Sheet, end: int) -> None:
    """Freeze what names the lines; on paper it is repeated where the months need several pages."""
    sheet.freeze_panes = f"{get_column_letter(_FIRST_MONTH)}2"
    sheet.page_setup.orientation = sheet.ORIENTATION_LANDSCAPE
    sheet.print_title_cols = f"A:{get_column_letter(_FIRST_MONTH - 1)}"
    sheet.page_setup.fitToWidth = -(-(end - _FIRST_MONTH) // _COLUMNS_OF_A_PAGE)


def _write_rows(
    sheet: Sheet,
    columns: _Columns,
    rows: Sequence[ComparisonRow],
    annex: ComparisonAnnex | None,
) -> None:
    number = 1
    schedule = caption = ""
    for row in rows:
        if row.schedule != schedule:
            number += 1
            _write_schedule(sheet, number, row, columns.end)
        if row.caption and (row.schedule, row.caption) != (schedule, caption):
            number += 1
            write_text(cell_of(sheet, number, 2), row.caption)
            cell_of(sheet, number, 2).font = BOLD
            cell_of(sheet, number, 2).alignment = _WRAPPED
        schedule, caption = row.schedule, row.caption
        number += 1
        _write_row(sheet, number, row, columns)
        if annex is not None:
            cell = cell_of(sheet, number, columns.end)
            write_text(cell, said_words(annex, row))
            cell.alignment = _WORDS


def _write_schedule(sheet: Sheet, number: int, row: ComparisonRow, end: int) -> None:
    for column in range(1, end):
        cell_of(sheet, number, column).fill = _SCHEDULE_FILL
    heading = cell_of(sheet, number, 1)
    write_text(heading, row.schedule_title)
    heading.font = BOLD


def _write_row(sheet: Sheet, number: int, row: ComparisonRow, columns: _Columns) -> None:
    for column, text in enumerate((row.number, row.described, row.code), start=1):
        write_text(cell_of(sheet, number, column), text)
        cell_of(sheet, number, column).alignment = _WRAPPED
    for column, value in zip(columns.months, row.values, strict=True):
        cell = cell_of(sheet, number, column)
        if isinstance(value, Absence):
            write_text(cell, show_compared(value))
        else:
            write_value(cell, row.kind, value)
        cell.alignment = _RIGHT if row.kind is BoxKind.AMOUNT else _WRAPPED_RIGHT
    if row.kind is BoxKind.AMOUNT:
        _write_changes(sheet, number, row, columns)
    if row.total:
        for column in range(1, columns.end):
            cell_of(sheet, number, column).font = BOLD
            if column >= _FIRST_MONTH:
                cell_of(sheet, number, column).border = _TOTAL_RULE


def _write_changes(sheet: Sheet, number: int, row: ComparisonRow, columns: _Columns) -> None:
    for (earlier, later), column in columns.changes:
        change = row.difference(earlier, later)
        if is_exact(change.earlier) and is_exact(change.later):
            months = columns.months[earlier], columns.months[later]
            _write_formulas(sheet, number, months, column)
        else:
            _write_change(sheet, number, change, column)


def _write_change(sheet: Sheet, number: int, change: Difference, column: int) -> None:
    """Write a change as words, where a spreadsheet would not work it out to the dollar."""
    for at, words in enumerate((change.shown_change, change.shown_percent), start=column):
        write_text(cell_of(sheet, number, at), words)
        cell_of(sheet, number, at).alignment = _RIGHT


def _write_formulas(sheet: Sheet, number: int, months: tuple[int, int], column: int) -> None:
    """Write the change between two months, and what it is in percent of the earlier.

    They come out as in `focusdesk.filing.difference`: the change is empty where both months are
    blank or one lacks the box; the percentage of nothing is "new", what is blank now is "gone".

    Args:
        sheet: Where to.
        number: The row.
        months: The columns of the earlier and of the later month.
        column: The column of the change; its percentage stands behind it.
    """
    earlier, later = (f"{get_column_letter(month)}{number}" for month in months)
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
    """Say whose months and which lines stand here, and how the cells are to be read."""
    headings(sheet, ("What is shown", ""), (18.0, 100.0))
    told = ", ".join(change_heading(comparison, pair) for pair in comparison.pairs)
    named = (
        ("Firm", comparison.firm),
        ("Months", ", ".join(column_heading(month) for month in comparison.months)),
        *zip(("Lines", "Explanations"), statements(comparison, annex), strict=False),
        ("Changes", told),
        ("Change", "The later month less the earlier one, a blank counted as zero."),
        ("Percent", "The change in percent of the earlier amount without its sign."),
        ("new, gone, -", "From blank or zero; to blank; zero in both months."),
        ("Empty, 0, n/a", "Left blank; reported as zero; not in that month's edition."),
    )
    for row, texts in enumerate(named, start=2):
        for column, text in enumerate(texts, start=1):
            write_text(cell_of(sheet, row, column), text)
            cell_of(sheet, row, column).alignment = _WRAPPED


def _write_annex(sheet: Sheet, annex: ComparisonAnnex) -> None:
    """Write each explanation, and each line that lacks one, with its figures."""
    headings(sheet, [words for words, _ in _SAID], [width for _, width in _SAID])
    for column in (_EARLIER, _LATER, _CHANGE):
        cell_of(sheet, 1, column).alignment = _WRAPPED_RIGHT
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
