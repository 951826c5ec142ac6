"""How much room the comparison's columns and rows need, so that no figure and no word is cut."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from PySide6.QtGui import QFontMetrics

from focusdesk.filing.compare import Compared, show_compared
from focusdesk.filing.difference import Difference
from focusdesk.form.amount import format_amount, format_change
from focusdesk.form.box import BoxKind
from focusdesk.ui.compare.compare_columns import (
    FIRST_MONTH_COLUMN,
    Column,
    ColumnKind,
)
from focusdesk.ui.compare.compare_headings import line_heading
from focusdesk.ui.compare.compare_model import CompareModel
from focusdesk.ui.compare.compare_paint import (
    MARK_ROOM,
    MOST_LINES,
    PADDING,
    height_of,
    remark_height,
    words_height,
)
from focusdesk.ui.compare.curve_paint import CURVE_WIDTH
from focusdesk.ui.look.theme import CODE_PIXELS, SMALL_PIXELS, text_font

NARROWEST_CODE = 60
_LEAST_LINE, _NARROWEST_LINE, _WIDEST_LINE = 130, 220, 560
_NARROWEST_MONTH = 92
_NARROWEST_PERCENT = 64
_NARROWEST_REMARK = 96
_WIDEST_REMARK = 136
_WIDEST_WORD = 190

SHARED = (ColumnKind.MONTH, ColumnKind.CHANGE)
"""The columns that share one width where the user has chosen it, and the room that is left."""


@dataclass(frozen=True, slots=True)
class RowRoom:
    """The widths, at 100 %, to which the words of a row are wrapped.

    Attributes:
        line: The line's words.
        month: The narrowest month.
        remark: What is said of the change.
    """

    line: int = 0
    month: int = 0
    remark: int = 0


def code_width(model: CompareModel) -> int:
    """Give the width of the codes' column."""
    codes = [shown.row.code for shown in model.rows if shown.row is not None]
    metrics = QFontMetrics(text_font(CODE_PIXELS))
    widest = max((metrics.horizontalAdvance(code) for code in codes), default=0)
    return max(NARROWEST_CODE, widest + 2 * PADDING)


def least_widths(model: CompareModel) -> dict[int, int]:
    """Give the least width of each column that scrolls."""
    headings, figures = _Headings(), _Figures(model)
    return {
        column: max(headings.width(model.heading(column)), figures.least(model.columns[column]))
        for column in range(FIRST_MONTH_COLUMN, model.columnCount())
    }


def heading_width(words: str) -> int:
    """Give the width of a heading on one line."""
    return _Headings().width(words)


def line_share(model: CompareModel, columns: Mapping[int, int], room: int) -> int:
    """Give the lines the room that the others leave; its heading is cut only where there is little.

    Then the newest month and the column after it, its change, come before the lines' words, which
    are wrapped.

    Args:
        model: What is shown.
        columns: The widths of the other columns.
        room: What there is for all of them.
    """
    titles = {shown.title for shown in model.rows}
    headings = (heading_width(line_heading(model, each)) for each in titles)
    whole = max(_NARROWEST_LINE, *headings, 0)
    newest = columns[model.last_month] + columns.get(model.last_month + 1, 0)
    narrowest = max(_LEAST_LINE, min(whole, room - newest))
    return max(narrowest, min(_WIDEST_LINE, room - sum(columns.values())))


def row_height(model: CompareModel, at: int, room: RowRoom) -> int:
    """Give the height of a row, at 100 %."""
    shown = model.rows[at]
    height = height_of(shown, room.line)
    if shown.row is None:
        return height
    height = max(height, remark_height(model.remark(at, model.columns[-1]), room.remark))
    if shown.row.kind is BoxKind.AMOUNT:
        return height
    words = {show_compared(value, shown.row.kind) for value in {*shown.row.values}}
    return max(height, *(words_height(each, room.month, most=MOST_LINES) for each in words))


class _Headings:
    """Measures headings: the first line in bold, the second small."""

    def __init__(self) -> None:
        self._first = QFontMetrics(text_font(SMALL_PIXELS, bold=True))
        self._second = QFontMetrics(text_font(CODE_PIXELS))

    def width(self, heading: str) -> int:
        first, _, second = heading.partition("\n")
        words = self._first.horizontalAdvance(first), self._second.horizontalAdvance(second)
        return max(words) + 2 * PADDING


class _Figures:
    """Measures what cannot be broken in a column: its widest figures, and words of text boxes.

    Columns of one kind are as wide as the widest of them, so that they stand evenly.
    """

    def __init__(self, model: CompareModel) -> None:
        self._model = model
        self._metrics = QFontMetrics(text_font(bold=True))
        boxes = [(at, shown.row) for at, shown in enumerate(model.rows) if shown.row is not None]
        self._amounts = [(at, row) for at, row in boxes if row.kind is BoxKind.AMOUNT]
        self._others = [row for _, row in boxes if row.kind is not BoxKind.AMOUNT]
        self._known: dict[ColumnKind, int] = {}

    def least(self, column: Column) -> int:
        """Give the least width of a column."""
        if column.kind not in self._known:
            self._known[column.kind] = self._least(column.kind)
        return self._known[column.kind]

    def _least(self, kind: ColumnKind) -> int:
        if kind is ColumnKind.CURVE:
            return CURVE_WIDTH + 2 * PADDING
        if kind is ColumnKind.SAID:
            widest = min(self._widest(self._remarks()), _WIDEST_REMARK)
            return max(_NARROWEST_REMARK, widest + MARK_ROOM + 2 * PADDING)
        if kind is ColumnKind.MONTH:
            return max(_NARROWEST_MONTH, self._month() + 2 * PADDING)
        if kind is ColumnKind.PERCENT:
            percents = {change.shown_percent for change in self._changes()}
            return max(_NARROWEST_PERCENT, self._widest(percents) + 2 * PADDING)
        dollars = _ends(format_change, (change.change for change in self._changes()))
        return max(_NARROWEST_MONTH, self._widest(dollars) + MARK_ROOM + 2 * PADDING)

    def _widest(self, pieces: Iterable[str]) -> int:
        return max((self._metrics.horizontalAdvance(words) for words in pieces), default=0)

    def _month(self) -> int:
        figures = _ends(format_amount, chain.from_iterable(row.values for _, row in self._amounts))
        words = {
            word
            for row in self._others
            for value in {*row.values}
            for word in show_compared(value, row.kind).split()
        }
        return max(self._widest(figures), min(self._widest(words), _WIDEST_WORD))

    def _changes(self) -> Iterator[Difference]:
        for pair in self._model.comparison.pairs:
            for at, _ in self._amounts:
                change = self._model.difference_at(at, pair)
                if change is not None:
                    yield change

    def _remarks(self) -> Iterator[str]:
        said = self._model.columns[-1]
        return (self._model.remark(at, said).words for at in range(len(self._model.rows)))


def _ends(show: Callable[[int], str], values: Iterable[Compared]) -> Iterator[str]:
    """Write the greatest and the least of some amounts: none between them is wider."""
    amounts = [value for value in values if isinstance(value, int)]
    if amounts:
        yield show(max(amounts))
        yield show(min(amounts))
