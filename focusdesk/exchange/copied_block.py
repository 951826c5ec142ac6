"""Boxes for the clipboard: text with tabs, and an HTML table in which numbers are numbers.

Figures are plain digits with a minus sign, a blank is empty and a zero is 0. Codes, ZIP codes and
all other text are marked as text, so that a spreadsheet leaves them alone, and text that it would
run as a formula is guarded as in every other file.
"""

import datetime as dt
import html
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from focusdesk.calc.worksheet import Worksheet
from focusdesk.exchange.cells import csv_text
from focusdesk.filing.block import CopiedBlock
from focusdesk.form.box import Box, Value
from focusdesk.form.formula_guard import guarded

HEADINGS = ("Line", "Label", "Code", "Value")

_AS_TEXT = r"mso-number-format:'\@'"
_AS_DOLLARS = "mso-number-format:'0'"
_AS_DAY = r"mso-number-format:'yyyy\-mm\-dd'"
_MOST_DIGITS = 15  # a spreadsheet's numbers have no more, and lose the rest
_FURTHER_SPACE = re.compile("(?<= ) ")
_BEGIN = (
    '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta charset="utf-8"></head>'
    '<body><table border="1">'
)
_END = "</table></body></html>"


@dataclass(frozen=True, slots=True)
class _Cell:
    """A cell.

    Attributes:
        text: What it says.
        style: How a spreadsheet is to take it.
        number: Whether it is a number.
    """

    text: str
    style: str = _AS_TEXT
    number: bool = False


def copied_boxes(worksheet: Worksheet, codes: Iterable[str], title: str = "") -> CopiedBlock:
    """Copy boxes with their lines, labels and codes, under a heading; they paste back by code.

    Args:
        worksheet: The figures.
        codes: The boxes.
        title: A first line over the heading that says what they are of; empty for none.

    Raises:
        KeyError: the edition has no such box.
    """
    edition = worksheet.edition
    first = [[_Cell(guarded(title)), *[_Cell("")] * (len(HEADINGS) - 1)]] if title else []
    rows = [*first, [_Cell(heading) for heading in HEADINGS]]
    for code in codes:
        box, line = edition.boxes[code], edition.line_of(code)
        named = (line.number, box.label or line.text, code)
        words = [_Cell(guarded(text)) for text in named]
        rows.append([*words, _value_cell(box, worksheet.value(code))])
    return _written(rows)


def copied_values(worksheet: Worksheet, rows: Iterable[Sequence[str]]) -> CopiedBlock:
    """Copy what boxes hold, and nothing else, as they lie on the page.

    Args:
        worksheet: The figures.
        rows: The codes of each row from left to right; empty where there is no box.

    Raises:
        KeyError: the edition has no such box.
    """
    boxes = worksheet.edition.boxes
    return _written(
        [_value_cell(boxes[code], worksheet.value(code)) if code else _Cell("") for code in row]
        for row in rows
    )


def _value_cell(box: Box, value: Value) -> _Cell:
    text = csv_text(box.kind, value)
    if isinstance(value, dt.date):
        return _Cell(text, _AS_DAY)
    is_number = isinstance(value, int) and not isinstance(value, bool)
    if is_number and len(text.lstrip("-")) <= _MOST_DIGITS:
        return _Cell(text, _AS_DOLLARS, number=True)
    return _Cell(text)


def _written(rows: Iterable[Sequence[_Cell]]) -> CopiedBlock:
    kept = list(rows)
    text = "".join("\t".join(_between_tabs(cell.text) for cell in row) + "\r\n" for row in kept)
    table = "".join(f"<tr>{''.join(map(_html_cell, row))}</tr>" for row in kept)
    return CopiedBlock(text, f"{_BEGIN}{table}{_END}")


def _between_tabs(text: str) -> str:
    """Quote what would be read as a quoted cell."""
    if text.startswith('"'):
        return '"' + text.replace('"', '""') + '"'
    return text


def _html_cell(cell: _Cell) -> str:
    words = _FURTHER_SPACE.sub("&nbsp;", html.escape(cell.text))
    number = f' x:num="{cell.text}"' if cell.number else ""
    return f'<td style="{cell.style}"{number}>{words}</td>'
