"""How a cell of the comparison is drawn, and how much room its words need."""

from bisect import bisect
from typing import TypeAlias

from PySide6.QtCore import (
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QAbstractScrollArea, QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from focusdesk.filing.change_review import Remark, Standing
from focusdesk.form.box import BoxKind
from focusdesk.ui.compare.compare_columns import Column, ColumnKind
from focusdesk.ui.compare.compare_model import CompareModel
from focusdesk.ui.compare.compare_rows import RowKind, ShownRow
from focusdesk.ui.compare.curve_paint import paint_curve
from focusdesk.ui.look.theme import CODE_PIXELS, SMALL_PIXELS, Theme, text_font, theme_of
from focusdesk.ui.look.zoom import Zoom
from focusdesk.ui.page.page_text import draw_figure

Index: TypeAlias = QModelIndex | QPersistentModelIndex

ROW_HEIGHT = 25
PADDING = 8
MARK_ROOM = 12
"""How much wider a cell is that may have the mark of what is above its threshold."""

MOST_LINES = 3
"""How many lines of a month's words are shown; its tip has all of them."""

_MARK = 7
_ABOVE = 4
_INDENT = 14
_WRAPPED = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_WRAPPED_RIGHT = (
    Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
)


def font_of(shown: ShownRow) -> QFont:
    """Give the type of a row: headings and computed boxes are bold."""
    if shown.kind is RowKind.CAPTION:
        return text_font(SMALL_PIXELS, bold=True)
    bold = shown.kind is RowKind.SCHEDULE or (shown.row is not None and shown.row.computed)
    return text_font(bold=bold)


def left_margin(shown: ShownRow) -> int:
    """Give where a row's words begin: parts of a line stand a step to the right of it."""
    depth = shown.number.count(".") if shown.kind in (RowKind.BOX, RowKind.PARENT) else 0
    return PADDING + depth * _INDENT


def height_of(shown: ShownRow, width: int) -> int:
    """Give the height of a row whose words are wrapped in a width."""
    room = QRect(0, 0, width - left_margin(shown) - PADDING, 4000)
    words = QFontMetrics(font_of(shown)).boundingRect(room, _WRAPPED, shown.text).height()
    above = _ABOVE * 3 if shown.kind in (RowKind.SCHEDULE, RowKind.CAPTION) else _ABOVE
    return max(ROW_HEIGHT, words + 2 * above)


def words_height(words: str, width: int, *, bold: bool = False, most: int = 0) -> int:
    """Give the height of a cell whose words are wrapped in a column's width.

    Args:
        words: The words.
        width: The column's.
        bold: They are bold.
        most: How many lines of them are shown; 0 for all.
    """
    room = QRect(0, 0, width - 2 * PADDING, 4000)
    metrics = QFontMetrics(text_font(bold=bold))
    height = metrics.boundingRect(room, _WRAPPED, words).height()
    return min(height, most * metrics.lineSpacing() if most else height) + 2 * _ABOVE


def shortened(words: str, font: QFont, room: QRect) -> str:
    """Give as many of some words as a room has, wrapped in it; an ellipsis tells of the others."""
    metrics = QFontMetrics(font)
    tall = QRect(0, 0, room.width(), 4000)

    def fits(piece: str) -> bool:
        return metrics.boundingRect(tall, _WRAPPED, piece).height() <= room.height()

    if fits(words):
        return words
    least = bisect(range(len(words)), 0, key=lambda end: not fits(f"{words[:end]}\u2026")) - 1
    return f"{words[: max(0, least)].rstrip()}\u2026"


def remark_height(remark: Remark, width: int) -> int:
    """Give the height of a cell in which a remark stands."""
    if not remark.words:
        return 0
    needed = remark.standing is Standing.NEEDED
    return words_height(remark.words, width - (MARK_ROOM if needed else 0), bold=needed)


def newest_ground(ground: QColor, theme: Theme) -> QColor:
    """Give the ground of a cell of the newest month: its own, a little towards the selection's.

    It lies between two grounds on which everything can be read, so everything can on it.
    """
    other = theme.accent_ground
    pairs = (
        (ground.red(), other.red()),
        (ground.green(), other.green()),
        (ground.blue(), other.blue()),
    )
    red, green, blue = ((3 * own + 2 * towards) // 5 for own, towards in pairs)
    return QColor(red, green, blue)


class ComparePainter(QStyledItemDelegate):
    """Draws the cells of both halves of the table.

    Attributes:
        current_row: The line that the keyboard is at; -1 for none.
        zoom: How large the table is shown.
    """

    def __init__(self, parent: QObject, model: CompareModel) -> None:
        super().__init__(parent)
        self._model = model  # asked itself: a table has thousands of cells, and Qt's way is long
        self.current_row = -1
        self.zoom = Zoom()

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(80, ROW_HEIGHT)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        at, column = index.row(), self._model.columns[index.column()]
        shown, theme = self._model.rows[at], theme_of(option.palette)
        shown_at: QRect = option.rect
        rect = self.zoom.cell(shown_at)
        painter.save()
        painter.fillRect(shown_at, self._ground(theme, at, column, option))
        painter.translate(shown_at.topLeft())
        painter.scale(self.zoom.factor, self.zoom.factor)
        painter.setPen(theme.rule if shown.kind is RowKind.SCHEDULE else theme.line)
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if shown.row is not None and _is_cut(option):
            painter.setPen(theme.soft)
            holds = self._model.text(at, column) or column.kind is ColumnKind.CURVE
            painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, "\u2026" if holds else "")
        else:
            self._draw_cell(painter, rect, at, column, theme)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(theme.accent, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect.adjusted(1, 1, -1, -1))
        painter.restore()

    def _draw_cell(
        self, painter: QPainter, rect: QRect, at: int, column: Column, theme: Theme
    ) -> None:
        model, shown = self._model, self._model.rows[at]
        if column.kind is ColumnKind.CODE:
            if shown.row is not None:
                _draw_code(painter, rect, shown.row.code, theme)
            elif shown.kind is RowKind.SCHEDULE:
                _draw_fold(painter, rect, theme, folded=shown.schedule in model.folded)
        elif column.kind is ColumnKind.LINE:
            painter.setFont(font_of(shown))
            painter.setPen(theme.ink)
            inner = rect.adjusted(left_margin(shown), 0, -PADDING, 0)
            painter.drawText(inner, _WRAPPED, model.text(at, column))
        elif shown.row is None:
            return
        elif column.kind is ColumnKind.CURVE:
            paint_curve(painter, rect.adjusted(PADDING, 0, -PADDING, 0), model.curve(at), theme)
        elif column.kind is ColumnKind.SAID:
            _draw_remark(painter, rect, model.remark(at, column), theme)
        else:
            self._draw_figure(painter, rect, at, column, theme)

    def _draw_figure(
        self, painter: QPainter, rect: QRect, at: int, column: Column, theme: Theme
    ) -> None:
        """Draw a month's figure or words, or a change; one that counts bold, with a mark."""
        shown = self._model.rows[at]
        words = self._model.text(at, column)
        if not words:
            return
        month = column.kind is ColumnKind.MONTH
        font, colour = font_of(shown) if month else text_font(), theme.ink
        if self._model.is_absent(at, column):
            font.setItalic(True)
            colour = theme.soft
        if not month and self._model.counts(at, column):
            font, colour = text_font(bold=True), theme.warning
            if column.kind is ColumnKind.CHANGE:
                draw_mark(painter, rect, theme)
        painter.setPen(colour)
        painter.setFont(font)
        inner = rect.adjusted(PADDING, 0, -PADDING, 0)
        if shown.row is None or shown.row.kind is BoxKind.TEXT:
            painter.drawText(inner, _WRAPPED_RIGHT, shortened(words, font, inner))
        else:
            hang = painter.fontMetrics().horizontalAdvance(")")
            draw_figure(painter, inner.adjusted(0, 0, hang, 0), words, hang)

    def _ground(
        self, theme: Theme, at: int, column: Column, option: QStyleOptionViewItem
    ) -> QColor:
        shown = self._model.rows[at]
        frozen = column.kind in (ColumnKind.CODE, ColumnKind.LINE)
        if option.state & QStyle.StateFlag.State_Selected:
            return theme.accent_ground
        if frozen and at == self.current_row:
            return theme.accent_ground
        if shown.kind is RowKind.SCHEDULE:
            return theme.ground
        computed = shown.row is not None and shown.row.computed
        ground = theme.calculated if computed else theme.paper
        return newest_ground(ground, theme) if self._model.is_newest(column) else ground


def _is_cut(option: QStyleOptionViewItem) -> bool:
    """Whether a cell reaches beyond an edge: what is left of a figure reads as another figure."""
    table = option.widget
    if not isinstance(table, QAbstractScrollArea):
        return False
    at: QRect = option.rect
    room = table.viewport().width()
    return at.width() <= room and (at.left() < 0 or at.right() >= room)


def _draw_code(painter: QPainter, rect: QRect, code: str, theme: Theme) -> None:
    """Draw a code in its frame, as the form prints it; a name of ours stands without one."""
    font = text_font(CODE_PIXELS)
    painter.setFont(font)
    painter.setPen(theme.soft)
    if not code.isalnum():
        inner = rect.adjusted(PADDING, 0, 0, 0)
        painter.drawText(inner, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, code)
        return
    metrics = QFontMetrics(font)
    frame = QRect(0, 0, metrics.horizontalAdvance(code) + 8, metrics.height() + 2)
    frame.moveCenter(rect.center())
    frame.moveLeft(rect.left() + PADDING)
    painter.fillRect(frame, theme.paper)
    painter.setPen(theme.frame)
    painter.drawRect(frame)
    painter.setPen(theme.ink)
    painter.drawText(frame, Qt.AlignmentFlag.AlignCenter, code)


def _draw_fold(painter: QPainter, rect: QRect, theme: Theme, *, folded: bool) -> None:
    """Draw the triangle at a schedule's heading: to the right where its lines are folded away."""
    middle = QPointF(rect.left() + PADDING + 8, rect.center().y() + 0.5)
    corners = ((-2, -4), (3, 0), (-2, 4)) if folded else ((-4, -2), (4, -2), (0, 3))
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.ink)
    painter.drawPolygon(QPolygonF([middle + QPointF(*corner) for corner in corners]))
    painter.restore()


def draw_mark(painter: QPainter, rect: QRect, theme: Theme) -> None:
    """Draw the mark of what is above its threshold at the left of a cell: a diamond."""
    middle, half = QPointF(rect.left() + PADDING + _MARK / 2, rect.center().y() + 0.5), _MARK / 2
    corners = ((-half, 0), (0, -half), (half, 0), (0, half))
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.warning)
    painter.drawPolygon(QPolygonF([middle + QPointF(*corner) for corner in corners]))
    painter.restore()


def _draw_remark(painter: QPainter, rect: QRect, remark: Remark, theme: Theme) -> None:
    inner = rect.adjusted(PADDING, 0, -PADDING, 0)
    needed = remark.standing is Standing.NEEDED
    painter.setFont(text_font(bold=needed))
    painter.setPen(theme.soft if remark.standing is Standing.SILENT else theme.good)
    if needed:
        draw_mark(painter, rect, theme)
        painter.setPen(theme.warning)
        inner.setLeft(inner.left() + MARK_ROOM)
    painter.drawText(inner, _WRAPPED, remark.words)
