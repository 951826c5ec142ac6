"""How wide the page's columns are, how high its rows, and where in a cell a box stands.

Heights follow from the labels at the columns' present width; they are reckoned when the width
changes and for a row whose words have changed, never by Qt's ResizeToContents, which asks every
cell again at each edit.
"""

from collections.abc import Mapping

from PySide6.QtCore import QRect
from PySide6.QtGui import QFont, QFontMetrics

from focusdesk.form.box import Box, BoxKind
from focusdesk.ui.look.theme import CODE_PIXELS, SMALL_PIXELS, text_font
from focusdesk.ui.look.zoom import Zoom
from focusdesk.ui.page.page_text import text_height
from focusdesk.ui.page.schedule_grid import ColumnKind, GridRow, RowKind, ScheduleGrid
from focusdesk.ui.page.spoken import has_printed_code

PAD = 5
BOX_HEIGHT = 22
BOX_PAD = 7
HANG = 11
CODE_GAP = 4
CODE_HEIGHT = 16
TICK = 18
INDENT = 14
HANGING = 20

_ROW = 26
_LEAST_TARGET = 24  # WCAG 2.2, 2.5.8
_TITLE_PIXELS = 15
_NUMBER_WIDTH = 32
_WIDEST_LABEL = 620
_NARROWEST_LABEL = 130
_NARROWEST_CROWDED_LABEL = 96
_NARROWEST_WORDS = 120
_WIDEST_VALUE = 440
_COMFORTABLE_LABEL = 240
_STEP = 64
_WIDEST_FIGURE = "0,000,000,000"
_WIDEST_CODE = "00000"
_CODE_AIR = 4


def title_font() -> QFont:
    """Give the face of a schedule's title."""
    return text_font(_TITLE_PIXELS, bold=True)


def label_font(row: GridRow) -> QFont:
    """Give the face of a row's label: captions bold, notes small."""
    if row.kind is RowKind.TITLE:
        return title_font()
    if row.kind is RowKind.NOTE:
        return text_font(SMALL_PIXELS)
    return text_font(bold=row.kind is RowKind.CAPTION)


def code_width() -> int:
    """Give the width of the frame around a code."""
    wide = QFontMetrics(text_font(CODE_PIXELS)).horizontalAdvance(_WIDEST_CODE)
    return wide + _CODE_AIR


def amount_width() -> int:
    """Give the width of the box around an amount."""
    figure = QFontMetrics(text_font(bold=True)).horizontalAdvance(_WIDEST_FIGURE)
    return BOX_PAD + figure + HANG


def hangs_mark(row: GridRow) -> bool:
    """Whether the row's printed number stands before its label and not in the number column."""
    return bool(row.indent and row.mark)


def label_area(cell: QRect, row: GridRow) -> QRect:
    """Give where the words of a label stand in its cell."""
    left = PAD + row.indent * INDENT + (HANGING if hangs_mark(row) else 0)
    return cell.adjusted(left, 0, -PAD, 0)


def shown_frame(zoom: Zoom, cell: QRect, box: Box) -> QRect:
    """Give where a box stands on the screen, of which the cell is shown in a rectangle."""
    return zoom.placed(cell, box_frame(zoom.cell(cell), box))


def box_frame(cell: QRect, box: Box) -> QRect:
    """Give where a box stands in its cell; its code stands to the right of it."""
    room = CODE_GAP + code_width() + PAD if has_printed_code(box) else PAD
    middle = cell.top() + (cell.height() - BOX_HEIGHT) // 2
    if box.kind is BoxKind.CHECK:
        return QRect(cell.left() + PAD, cell.top() + (cell.height() - TICK) // 2, TICK, TICK)
    if box.kind is BoxKind.DATE:
        wide = min(cell.width() - PAD - room, 2 * BOX_PAD + 6 * TICK)
        return QRect(cell.left() + PAD, middle, wide, BOX_HEIGHT)
    inside = cell.adjusted(PAD, 2, -room, -2)
    if box.kind is BoxKind.AMOUNT:
        return QRect(inside.left(), middle, min(inside.width(), amount_width()), BOX_HEIGHT)
    return inside


def click_area(frame: QRect) -> QRect:
    """Give where a click still meets a square or an answer, which are drawn smaller than that."""
    wide, high = (max(0, _LEAST_TARGET - side) for side in frame.size().toTuple())
    return frame.adjusted(-(wide // 2), -(high // 2), wide - wide // 2, high - high // 2)


def code_frame(frame: QRect) -> QRect:
    """Give where the code of a box stands, to the right of the box."""
    top = frame.top() + (frame.height() - CODE_HEIGHT) // 2
    return QRect(frame.right() + 1 + CODE_GAP, top, code_width(), CODE_HEIGHT)


class PageMeasures:
    """The widths and heights of one schedule's page."""

    def __init__(self, grid: ScheduleGrid) -> None:
        self._grid = grid
        self._spans = {(row, column): wide for row, column, wide in grid.spans()}
        small = QFontMetrics(text_font(SMALL_PIXELS)).horizontalAdvance(_WIDEST_FIGURE)
        self._amount = PAD + amount_width() + CODE_GAP + code_width() + PAD
        self._beside = small + 3 * PAD
        self._codes_beside = code_width() if grid.doubles_amounts else 0
        self._widths: tuple[int, ...] = ()
        self._heights: dict[int, int] = {}
        self._label_heights: dict[int, int] = {}

    @property
    def widths(self) -> tuple[int, ...]:
        """The width of each column, as last fitted."""
        return self._widths

    def fit(
        self,
        room: int,
        *,
        with_baseline: bool,
        chosen: Mapping[ColumnKind, int] | None = None,
    ) -> bool:
        """Share a width among the columns; tell whether any width differs from before.

        Args:
            room: The width.
            with_baseline: Last month's figures and the change are shown.
            chosen: The widths that the user has given to kinds of columns; the others share what
                these leave.
        """
        chosen = chosen or {}
        fixed = {
            at: self._fixed(at, with_baseline=with_baseline)
            for at in range(len(self._grid.columns))
        }
        for at, column in enumerate(self._grid.columns):
            if fixed[at]:
                fixed[at] = chosen.get(column.kind, fixed[at])
        rest = room - sum(fixed.values())
        if self._grid.staggers and rest < _COMFORTABLE_LABEL:
            rest += self._stagger(fixed)
        flexible = self._with_chosen(self._flexible(rest), rest, chosen)
        widths = tuple(fixed[at] or flexible.get(at, 0) for at in fixed)
        if widths == self._widths:
            return False
        self._widths = widths
        self._heights.clear()
        self._label_heights.clear()
        return True

    def height(self, row: int, texts: dict[int, str]) -> int:
        """Give the height of a row, given what the boxes of words in it hold, by column."""
        if row not in self._heights:
            self._heights[row] = self._reckoned(row, texts)
        return self._heights[row]

    def label_height(self, row: int) -> int:
        """Give the height of a row's words alone."""
        if row not in self._label_heights:
            shown = self._grid.rows[row]
            area = label_area(QRect(0, 0, self.cell_width(row, 1), 0), shown)
            height = text_height(shown.label or "X", label_font(shown), area.width())
            self._label_heights[row] = height
        return self._label_heights[row]

    def forget(self, row: int) -> None:
        """Reckon a row's height anew when next asked, because its words have changed."""
        self._heights.pop(row, None)

    def cell_width(self, row: int, column: int) -> int:
        """Give the width of a cell with the empty ones that it runs over."""
        wide = self._spans.get((row, column), 1)
        return sum(self._widths[column : column + wide])

    def _fixed(self, at: int, *, with_baseline: bool) -> int:
        kind = self._grid.columns[at].kind
        if kind is ColumnKind.NUMBER:
            return _NUMBER_WIDTH
        if kind is ColumnKind.BOXES:
            return self._amount
        if kind is ColumnKind.BASELINE and with_baseline:
            return self._beside + self._codes_beside
        return self._beside if kind is ColumnKind.CHANGE and with_baseline else 0

    def _stagger(self, fixed: dict[int, int]) -> int:
        """Let the columns of amounts overlap, all but the last; give the width that this saves."""
        kinds = [column.kind for column in self._grid.columns]
        narrowed = [at for at, kind in enumerate(kinds) if kind is ColumnKind.BOXES][:-1]
        fixed.update(dict.fromkeys(narrowed, _STEP))
        return len(narrowed) * (self._amount - _STEP)

    def _flexible(self, rest: int) -> dict[int, int]:
        """Share what is left among label, words and value."""
        value = self._grid.column_of(ColumnKind.VALUE)
        words = self._grid.column_of(ColumnKind.WORDS)
        if value is not None:
            wide = min(max(rest // 2, _NARROWEST_LABEL), _WIDEST_VALUE)
            return {1: min(max(rest - wide, _NARROWEST_LABEL), _WIDEST_LABEL), value: wide}
        if words is None:
            return {1: min(max(rest, _NARROWEST_LABEL), _WIDEST_LABEL)}
        if not self._grid.crowds_words:
            rest = min(max(rest, _NARROWEST_LABEL + PAD), _WIDEST_LABEL)
            return {1: rest * 3 // 4, words: rest - rest * 3 // 4}
        least = _NARROWEST_CROWDED_LABEL + _NARROWEST_WORDS
        rest = min(max(rest, least), _WIDEST_LABEL)
        # Every other label runs over the column of words: what these few need not is the words'.
        label = min(self._label_before(words), rest - max(_NARROWEST_WORDS, rest * 11 // 20))
        return {1: label, words: rest - label}

    def _label_before(self, words: int) -> int:
        """Give the width that the labels need which stand right before boxes of words."""
        return max(
            label_area(QRect(), row).left()
            + QFontMetrics(label_font(row)).horizontalAdvance(row.label)
            + PAD
            + 1
            for row in self._grid.rows
            if row.box_in(words) is not None and row.box_in(words + 1) is not None
        )

    def _with_chosen(
        self, flexible: dict[int, int], rest: int, chosen: Mapping[ColumnKind, int]
    ) -> dict[int, int]:
        """Put widths that the user has chosen in; what was not chosen takes what they leave."""
        kinds = {at: self._grid.columns[at].kind for at in flexible}
        own = {at: chosen[kind] for at, kind in kinds.items() if kind in chosen}
        if not own:
            return flexible
        left = rest - sum(own.values())
        return {
            at: own[at] if at in own else min(max(left, _NARROWEST_LABEL), _WIDEST_LABEL)
            for at in flexible
        }

    def _reckoned(self, at: int, texts: dict[int, str]) -> int:
        row = self._grid.rows[at]
        height = self.label_height(at) + _air(row)
        for column, box in row.boxes:
            frame = box_frame(QRect(0, 0, self.cell_width(at, column), _ROW), box)
            if box.kind is BoxKind.TEXT:
                inner = text_height(texts.get(column, ""), text_font(), frame.width() - 2 * BOX_PAD)
                height = max(height, inner + 10)
            elif box.kind is BoxKind.YES_NO:
                height = max(height, 2 * BOX_HEIGHT + 4)
        doubled = len(row.amounts) > 1 and self._widths[-1]
        return max(height, 2 * 17 + 4 if doubled else _ROW if row.boxes else 0)


def _air(row: GridRow) -> int:
    """Give the room above and below the words of a row."""
    return {
        RowKind.TITLE: 16,
        RowKind.FIRM: 8,
        RowKind.CAPTION: 16,
        RowKind.NOTE: 8,
        RowKind.ITEM: 10 if row.boxes else 8,
    }[row.kind]
