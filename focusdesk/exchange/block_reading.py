"""What stands on the clipboard as one block of cells, whatever program put it there.

A table of HTML tells more than the text beside it: which cells are merged or hidden, and figures as
the spreadsheet holds them rather than as it shows them. Text with tabs comes from spreadsheets,
text with commas or semicolons may be CSV, and anything else is lines of writing, as in a mail.
"""

from collections.abc import Iterable, Iterator, Sequence

from focusdesk.exchange.block_lines import rows_of_lines
from focusdesk.exchange.block_text import has_tabs, rows_between_tabs, rows_of_csv
from focusdesk.exchange.html_pieces import HtmlBroken
from focusdesk.exchange.html_tables import HtmlTable, tables_of
from focusdesk.filing.block import Block, BlockRefused, rectangle
from focusdesk.form.formula_guard import unguarded

LARGEST_TEXT = 2_000_000
LARGEST_HTML = 8_000_000
"""In characters; some hundred rows take a few thousand, and as HTML a hundred times more."""

_AROUND = "\ufeff\0"


def read_block(text: str, html: str = "") -> Block:
    """Read the block on the clipboard.

    Args:
        text: The clipboard's text; empty where it has none.
        html: The clipboard's HTML; empty where it has none.

    Raises:
        BlockRefused: there is nothing to paste, too much of it, or it is no text.
    """
    block = _of_html(html, text) or _of_text(text)
    if not block.rows:
        message = "There is nothing to paste: the clipboard holds no text."
        raise BlockRefused(message)
    rows = tuple(tuple(unguarded(cell) for cell in row) for row in block.rows)
    return Block(rows, block.lines, block.remarks)


def _of_text(text: str) -> Block:
    if len(text) > LARGEST_TEXT:
        message = (
            f"The clipboard holds {len(text):,} characters; no filing has that many. "
            f"Copy the cells of the form alone."
        )
        raise BlockRefused(message)
    plain = text.replace("\r\n", "\n").replace("\r", "\n").strip(_AROUND)
    if "\0" in plain:
        message = "What is on the clipboard is no text, and cannot be pasted."
        raise BlockRefused(message)
    if has_tabs(plain):
        return Block(rectangle(rows_between_tabs(plain)))
    rows = rows_of_csv(plain)
    return Block(rectangle(rows)) if rows is not None else _of_lines(plain)


def _of_lines(text: str) -> Block:
    lines = [line.strip() for line in text.split("\n")]
    while lines and not lines[-1]:
        lines.pop()
    first = next((at for at, line in enumerate(lines) if line), 0)
    rows, remarks = rows_of_lines(lines[first:])
    return Block(rectangle(rows), tuple(lines[first:]), remarks)


def _of_html(html: str, text: str) -> Block | None:
    """Read the tables of HTML; `None` where it is better to read the text."""
    if not html or len(html) > LARGEST_HTML:
        return None
    try:
        tables = tables_of(html)
    except HtmlBroken:
        return None
    if not tables:
        return None
    largest = max(tables, key=lambda table: table.filled)
    taken = [table for table in tables if len(table.rows[0]) == len(largest.rows[0])]
    rows = rectangle(row for table in taken for row in table.rows)
    # A mail's signature is a table as well, and the figures may stand in its text.
    if _signs(cell for row in rows for cell in row) * 2 < _signs(text.split()):
        return None
    others = sum(table.has_figures for table in tables if table not in taken)
    return Block(rows, remarks=tuple(_remarks(taken, others)))


def _signs(words: Iterable[str]) -> int:
    return sum(len(part) for word in words for part in word.split())


def _remarks(taken: Sequence[HtmlTable], others: int) -> Iterator[str]:
    if others:
        tables = "1 other table" if others == 1 else f"{others} other tables"
        pasted = "it is not pasted" if others == 1 else "they are not pasted"
        yield f"The clipboard holds {tables}, of another width; {pasted}."
    exact = sum(table.exact for table in taken)
    if exact:
        figures, it = ("1 figure is", "it") if exact == 1 else (f"{exact} figures are", "them")
        shows = "it shows it" if exact == 1 else "it shows them"
        yield f"{figures} taken as the spreadsheet holds {it}, not as {shows}."
