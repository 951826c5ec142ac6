"""A comparison for the clipboard: tab-separated text and an HTML table that Excel takes."""

import datetime as dt
import html
from collections.abc import Sequence

from PySide6.QtCore import QMimeData

from focusdesk.filing.compare import Absence, ComparisonRow
from focusdesk.filing.difference import percent_with_one_decimal
from focusdesk.form.box import Value
from focusdesk.form.formula_guard import guarded
from focusdesk.ui.compare.compare_columns import LINE_COLUMN, ColumnKind
from focusdesk.ui.compare.compare_model import CompareModel
from focusdesk.ui.compare.compare_rows import RowKind


def clipboard_block(model: CompareModel, rows: Sequence[int], columns: Sequence[int]) -> QMimeData:
    """Copy rows and month columns with their headings; code and line always come along.

    Figures are plain digits with a minus sign, so that a spreadsheet takes them as numbers, and no
    text is a formula to it; a blank stays empty and a zero is 0.
    """
    # A curve has no words, and its figures are those of months.
    apart = (ColumnKind.CODE, ColumnKind.LINE, ColumnKind.CURVE)
    taken = [column for column in columns if model.columns[column].kind not in apart]
    table = [["Code", "Line item", *(_heading(model, column) for column in taken)]]
    table += [_line(model, row, taken) for row in rows]
    block = QMimeData()
    block.setText("\r\n".join("\t".join(cells) for cells in table) + "\r\n")
    block.setHtml(_html(table, [_is_heading(model, row) for row in rows]))
    return block


def _heading(model: CompareModel, column: int) -> str:
    return model.heading(column).replace("\n", ", ")


def _is_heading(model: CompareModel, row: int) -> bool:
    return model.rows[row].kind in (RowKind.SCHEDULE, RowKind.CAPTION)


def _line(model: CompareModel, at: int, columns: Sequence[int]) -> list[str]:
    shown = model.rows[at]
    words = model.index(at, LINE_COLUMN).data().replace("\t", " ")
    if shown.row is None:
        return ["", words, *("" for _ in columns)]
    return [shown.row.code, words, *(_cell(model, at, shown.row, column) for column in columns)]


def _cell(model: CompareModel, at: int, row: ComparisonRow, number: int) -> str:
    column = model.columns[number]
    if column.kind is ColumnKind.MONTH:
        return _plain(row.values[column.place])
    if column.kind is ColumnKind.SAID:
        return guarded(model.index(at, number).data())
    change = row.difference(*column.pair)
    if column.kind is ColumnKind.CHANGE:
        return _plain(change.change)
    if change.percent is None or change.later is None:
        return change.shown_percent
    return f"{percent_with_one_decimal(change.percent)}%"


def _plain(value: Value | Absence) -> str:
    if value is None:
        return ""
    if isinstance(value, Absence):
        return "n/a"
    if isinstance(value, bool):
        return "X" if value else "No"
    if isinstance(value, dt.date):
        return value.isoformat()
    return str(value) if isinstance(value, int) else guarded(value.replace("\t", " "))


def _html(table: Sequence[Sequence[str]], headings: Sequence[bool]) -> str:
    lines = [_html_row(table[0], "th")]
    for cells, heading in zip(table[1:], headings, strict=True):
        lines.append(_html_row(cells, "th" if heading else "td"))
    return f'<meta charset="utf-8"><table border="1">{"".join(lines)}</table>'


def _html_row(cells: Sequence[str], tag: str) -> str:
    # Codes are text: a spreadsheet must not turn 0200 into 200.
    first = f"<{tag} style=\"mso-number-format:'\\@'\">{html.escape(cells[0])}</{tag}>"
    rest = "".join(f"<{tag}>{html.escape(cell)}</{tag}>" for cell in cells[1:])
    return f"<tr>{first}{rest}</tr>"
