"""How much room the comparison's columns and rows need, so that no figure and no word is cut."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from PySide6.QtGui import QFontMetrics

from focusdesk.filing.change_review import Remark
from focusdesk.filing.compare import Compared, show_compared
from focusdesk.filing.difference import Difference
from focusdesk.form.amount import format_amount, format_change
from focusdesk.form.box import BoxKind
from focusdesk.ui.compare.compare_columns import (
    FIRST_MONTH_COLUMN,
    LINE_COLUMN,
    Column,
    ColumnKind,
)
from focusdesk.ui.compare.compare_model import CompareModel, CompareRole
from focusdesk.ui.compare.compare_paint import (
    MARK_ROOM,
    PADDING,
    height_of,
    remark_height,
    words_height,
)
from focusdesk.ui.compare.curve_paint import CURVE_WIDTH
from focusdesk.ui.look.theme import CODE_PIXELS, SMALL_PIXELS, text_font

NARROWEST_CODE = 60
_NARROWEST_MONTH = 92
_NARROWEST_PERCENT = 64
_NARROWEST_REMARK = 96
_WIDEST_REMARK = 176
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
    figures, headings = QFontMetrics(text_font(bold=True)), _Headings()
    return {
        column: max(headings.width(model.heading(column)), _least(model, column, figures))
        for column in range(FIRST_MONTH_COLUMN, model.columnCount())
    }


def heading_width(words: str) -> int:
    """Give the width of a heading on one line."""
    return _Headings().width(words)


def row_height(model: CompareModel, at: int, room: RowRoom) -> int:
    """Give the height of a row, at 100 %."""
    shown = model.rows[at]
    height = height_of(shown, room.line)
    if model.index(at, LINE_COLUMN).data() != shown.text:
        return height  # the heading of what is folded: one line, whatever it counts
    if shown.row is None:
        return height
    said = model.index(at, model.columnCount() - 1).data(CompareRole.REMARK)
    if isinstance(said, Remark):
        height = max(height, remark_height(said, room.remark))
    if shown.row.kind is BoxKind.AMOUNT:
        return height
    words = {show_compared(value, shown.row.kind) for value in shown.row.values}
    return max(height, *(words_height(each, room.month) for each in words))


class _Headings:
    """Measures headings: the first line in bold, the second small."""

    def __init__(self) -> None:
        self._first = QFontMetrics(text_font(SMALL_PIXELS, bold=True))
        self._second = QFontMetrics(text_font(CODE_PIXELS))

    def width(self, heading: str) -> int:
        first, _, second = heading.partition("\n")
        words = self._first.horizontalAdvance(first), self._second.horizontalAdvance(second)
        return max(words) + 2 * PADDING


def _least(model: CompareModel, at: int, metrics: QFontMetrics) -> int:
    column = model.columns[at]
    if column.kind is ColumnKind.CURVE:
        return CURVE_WIDTH + 2 * PADDING
    pieces = {*_pieces(model, column)}
    widest = max((metrics.horizontalAdvance(words) for words in pieces), default=0)
    if column.kind is ColumnKind.SAID:
        room = min(widest, _WIDEST_REMARK) + MARK_ROOM + 2 * PADDING
        return max(_NARROWEST_REMARK, room)
    if column.kind is ColumnKind.PERCENT:
        return max(_NARROWEST_PERCENT, widest + 2 * PADDING)
    mark = MARK_ROOM if column.kind is ColumnKind.CHANGE else 0
    return max(_NARROWEST_MONTH, min(widest, _WIDEST_WORD) + mark + 2 * PADDING)


def _pieces(model: CompareModel, column: Column) -> Iterator[str]:
    """Give what cannot be broken in a column: its widest figures, and words of text boxes."""
    if column.kind is ColumnKind.MONTH:
        yield from _month_pieces(model, column.place)
    elif column.kind is ColumnKind.SAID:
        at = model.columns.index(column)
        yield from (model.index(row, at).data() or "" for row in range(model.rowCount()))
    else:
        changes = [*_differences(model, column)]
        if column.kind is ColumnKind.PERCENT:
            yield from (change.shown_percent for change in changes)
        else:
            yield from _widest(format_change, [change.change for change in changes])


def _differences(model: CompareModel, column: Column) -> Iterator[Difference]:
    for row in range(model.rowCount()):
        change = model.difference_at(row, column.pair)
        if change is not None:
            yield change


def _month_pieces(model: CompareModel, place: int) -> Iterator[str]:
    rows = [shown.row for shown in model.rows if shown.row is not None]
    yield from _widest(format_amount, [row.values[place] for row in rows])
    for row in rows:
        if row.kind is not BoxKind.AMOUNT:
            yield from show_compared(row.values[place], row.kind).split()


def _widest(show: Callable[[int], str], values: Iterable[Compared]) -> Iterator[str]:
    """Write the greatest and the least of the amounts among some values."""
    amounts = [value for value in values if isinstance(value, int)]
    if amounts:
        yield show(max(amounts))
        yield show(min(amounts))
