"""The tables of copied HTML: what Excel, LibreOffice, Google Sheets, Outlook and browsers write.

Tables that lay out a page hold other tables; each is taken for itself. A cell that spans others
fills the first of them. What is hidden was not seen when it was copied, and is not pasted.
"""

import re
from dataclasses import dataclass, field
from decimal import Context, Decimal, InvalidOperation
from fractions import Fraction

from focusdesk.exchange.html_pieces import HtmlBroken, HtmlPiece, pieces_of
from focusdesk.filing.block import rectangle, refuse_many
from focusdesk.form.amount import AmountError, bare, read_figure

_MOST_PIECES = 1_000_000
_DEEPEST = 12
_WIDEST_SPAN = 1_000
_LONGEST_SPAN = 6
_LONGEST_NUMBER = 40
_SIGNIFICANT_DIGITS = 15  # a spreadsheet has no more, and shows no more
_LARGEST_EXPONENT = 30

_BREAKS = frozenset({"br", "p", "div", "li", "sup", "sub"})
_CELLS = frozenset({"td", "th"})
_ZEROS = frozenset({"-", "$-", "$ -"})
_HIDDEN = re.compile(r"display\s*:\s*none", re.IGNORECASE)
_WHITE = re.compile(r"[ \t\n\r\f]+")
_SHEETS_NUMBER = re.compile(r'"1"\s*:\s*3\s*,\s*"3"\s*:\s*(-?[0-9.]+(?:[eE][-+]?[0-9]+)?)')


@dataclass(frozen=True, slots=True)
class HtmlTable:
    """A table.

    Attributes:
        rows: Its cells, all rows equally long.
        exact: How many figures were taken as the spreadsheet holds them, because what it shows is
            not the same.
    """

    rows: tuple[tuple[str, ...], ...]
    exact: int = 0

    @property
    def filled(self) -> int:
        """How many cells are not empty."""
        return sum(bool(cell) for row in self.rows for cell in row)

    @property
    def has_figures(self) -> bool:
        """Whether there is a digit in it."""
        return any(sign.isdecimal() for row in self.rows for cell in row for sign in cell)


def tables_of(markup: str) -> list[HtmlTable]:
    """Give the tables of HTML that are not empty, in the order in which they begin.

    Raises:
        HtmlBroken: it cannot be read with certainty, or its tables are nested too deeply.
        BlockRefused: a table has too many cells.
    """
    builder = _Builder()
    for count, piece in enumerate(pieces_of(markup)):
        if count > _MOST_PIECES:
            message = "There is more markup than a copied table has."
            raise HtmlBroken(message)
        builder.take(piece)
    return [table for table in map(_laid_out, builder.tables) if table.filled]


@dataclass(slots=True)
class _Cell:
    tag: HtmlPiece
    parts: list[str] = field(default_factory=list[str])


@dataclass(slots=True)
class _Row:
    hidden: bool = False
    cells: list[_Cell] = field(default_factory=list[_Cell])


@dataclass(slots=True)
class _Table:
    rows: list[_Row] = field(default_factory=list[_Row])
    in_cell: bool = False


class _Builder:
    """Collects the cells of tables from pieces of HTML."""

    def __init__(self) -> None:
        self.tables: list[_Table] = []
        self._open: list[_Table] = []

    def take(self, piece: HtmlPiece) -> None:
        if piece.name == "table":
            self._take_table(piece)
        elif not self._open:
            return
        elif piece.name == "tr":
            self._open[-1].in_cell = False
            if not piece.closes:
                self._open[-1].rows.append(_Row(_is_hidden(piece)))
        elif piece.name in _CELLS:
            self._take_cell(self._open[-1], piece)
        else:
            self._write(" " if piece.name in _BREAKS else piece.text)

    def _write(self, words: str) -> None:
        if self._open and self._open[-1].in_cell:
            self._open[-1].rows[-1].cells[-1].parts.append(words)

    def _take_table(self, piece: HtmlPiece) -> None:
        if piece.closes:
            if self._open:
                self._open.pop()
            self._write(" ")
            return
        if len(self._open) >= _DEEPEST:
            message = f"Tables are nested more than {_DEEPEST} deep."
            raise HtmlBroken(message)
        table = _Table()
        self.tables.append(table)
        self._open.append(table)

    def _take_cell(self, table: _Table, piece: HtmlPiece) -> None:
        table.in_cell = not piece.closes
        if piece.closes:
            return
        if not table.rows:
            table.rows.append(_Row())
        table.rows[-1].cells.append(_Cell(piece))


def _is_hidden(piece: HtmlPiece) -> bool:
    style = piece.attributes.get("style", "")
    return "hidden" in piece.attributes or bool(_HIDDEN.search(style))


def _laid_out(table: _Table) -> HtmlTable:
    """Put every cell into its column; cells that span rows push those below to the right."""
    rows: list[list[str]] = []
    taken = 0
    below: dict[int, int] = {}
    for row in table.rows:
        laid = _in_columns(row, below)
        taken += len(laid)
        refuse_many(len(rows), taken)
        if not row.hidden:
            rows.append(laid)
    cells = (cell for row in table.rows if not row.hidden for cell in row.cells)
    exact = sum(_words(cell) != _shown(cell) for cell in cells if not _is_hidden(cell.tag))
    return HtmlTable(rectangle(rows), exact)


def _in_columns(row: _Row, below: dict[int, int]) -> list[str]:
    """Lay one row out.

    Args:
        row: The row.
        below: How many further rows each column is covered from above; brought up to date.
    """
    laid: list[str] = []
    for cell in (cell for cell in row.cells if not _is_hidden(cell.tag)):
        _pass_covered(laid, below)
        wide, high = _span(cell, "colspan"), _span(cell, "rowspan")
        if high > 1:
            below.update(dict.fromkeys(range(len(laid), len(laid) + wide), high - 1))
        laid += [_words(cell), *[""] * (wide - 1)]
        refuse_many(1, len(laid))
    _pass_covered(laid, below)
    return laid


def _pass_covered(laid: list[str], below: dict[int, int]) -> None:
    while below.get(len(laid), 0):
        below[len(laid)] -= 1
        laid.append("")


def _span(cell: _Cell, name: str) -> int:
    written = cell.tag.attributes.get(name, "").strip()
    is_number = written.isascii() and written.isdecimal() and len(written) <= _LONGEST_SPAN
    return min(max(int(written), 1), _WIDEST_SPAN) if is_number else 1


def _words(cell: _Cell) -> str:
    """Give what a cell says: a figure exactly as the spreadsheet holds it, else what is shown."""
    shown = _shown(cell)
    exact = _held(cell.tag)
    if exact is None:
        return shown
    try:
        figure = Fraction(0) if shown and bare(shown) in _ZEROS else read_figure(shown)
    except AmountError:
        return shown  # a day or a percentage: the number behind it is of another kind
    if figure is None or figure == Fraction(exact):
        return shown
    exact = exact.normalize(Context(prec=_SIGNIFICANT_DIGITS))
    return shown if figure == Fraction(exact) else f"{exact:f}"


def _shown(cell: _Cell) -> str:
    """Give the text of a cell: white space of the markup is one space, and others remain."""
    return _WHITE.sub(" ", "".join(cell.parts)).replace("\u00a0", " ").strip()


def _held(tag: HtmlPiece) -> Decimal | None:
    """Give the number that a spreadsheet says a cell holds; `None` where it does not say."""
    sheets = _SHEETS_NUMBER.search(tag.attributes.get("data-sheets-value", ""))
    written = sheets[1] if sheets else ""
    written = written or tag.attributes.get("x:num", "") or tag.attributes.get("sdval", "")
    try:
        number = Decimal(written[:_LONGEST_NUMBER])
    except InvalidOperation:
        return None
    if not number.is_finite() or abs(number.adjusted()) > _LARGEST_EXPONENT:
        return None
    return number
