"""How a cell of the comparison is drawn, and how much room its words need."""

from typing import TypeAlias

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)
from typing_extensions import override

from focusdesk.form.box import BoxKind
from focusdesk.ui.compare.compare_model import (
    CODE_COLUMN,
    FIRST_MONTH_COLUMN,
    LINE_COLUMN,
    CompareModel,
    CompareRole,
)
from focusdesk.ui.compare.compare_rows import RowKind, ShownRow
from focusdesk.ui.look.theme import CODE_PIXELS, SMALL_PIXELS, Theme, text_font, theme_of
from focusdesk.ui.look.zoom import Zoom
from focusdesk.ui.page.page_text import draw_figure

Index: TypeAlias = QModelIndex | QPersistentModelIndex

ROW_HEIGHT = 25
HEADING_HEIGHT = 42
PADDING = 8
_ABOVE = 4
_EDGE = 8  # pixels above and below the line at which a column is made wider
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


def words_height(words: str, width: int) -> int:
    """Give the height of a cell whose words are wrapped in a column's width."""
    room = QRect(0, 0, width - 2 * PADDING, 4000)
    return QFontMetrics(text_font()).boundingRect(room, _WRAPPED, words).height() + 2 * _ABOVE


class ComparePainter(QStyledItemDelegate):
    """Draws the cells of both halves of the table.

    Attributes:
        current_row: The line that the keyboard is at; -1 for none.
        zoom: How large the table is shown.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.current_row = -1
        self.zoom = Zoom()

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(80, ROW_HEIGHT)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        shown: ShownRow = index.data(CompareRole.ROW)
        theme = theme_of(option.palette)
        shown_at: QRect = option.rect
        rect = self.zoom.cell(shown_at)
        painter.save()
        painter.fillRect(shown_at, self._ground(theme, shown, index, option))
        painter.translate(shown_at.topLeft())
        painter.scale(self.zoom.factor, self.zoom.factor)
        painter.setPen(theme.rule if shown.kind is RowKind.SCHEDULE else theme.line)
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if index.column() == CODE_COLUMN and shown.row is not None:
            _draw_code(painter, rect, shown.row.code, theme)
        else:
            _draw_words(painter, rect, index, theme)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(theme.accent, 2))
            painter.drawRect(rect.adjusted(1, 1, -1, -1))
        painter.restore()

    def _ground(
        self, theme: Theme, shown: ShownRow, index: Index, option: QStyleOptionViewItem
    ) -> QColor:
        frozen = index.column() < FIRST_MONTH_COLUMN
        if option.state & QStyle.StateFlag.State_Selected:
            return theme.accent_ground
        if frozen and index.row() == self.current_row:
            return theme.accent_ground
        if shown.kind is RowKind.SCHEDULE:
            return theme.ground
        if shown.row is not None and shown.row.computed:
            return theme.calculated
        return theme.paper


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


def _draw_words(painter: QPainter, rect: QRect, index: Index, theme: Theme) -> None:
    shown: ShownRow = index.data(CompareRole.ROW)
    words: str = index.data() or ""
    font = font_of(shown)
    painter.setPen(theme.ink)
    if index.data(CompareRole.ABSENT):
        font.setItalic(True)
        painter.setPen(theme.soft)
    painter.setFont(font)
    if index.column() == LINE_COLUMN:
        painter.drawText(rect.adjusted(left_margin(shown), 0, -PADDING, 0), _WRAPPED, words)
    elif index.column() >= FIRST_MONTH_COLUMN:
        inner = rect.adjusted(PADDING, 0, -PADDING, 0)
        if shown.row is not None and shown.row.kind is not BoxKind.TEXT:
            hang = QFontMetrics(font).horizontalAdvance(")")
            draw_figure(painter, inner.adjusted(0, 0, hang, 0), words, hang)
        else:
            painter.drawText(inner, _WRAPPED_RIGHT, words)


class CompareHeadings(QHeaderView):
    """The months' names over their columns; what is illustrative says so under its name."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setAccessibleName(name)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.setSectionResizeMode(CODE_COLUMN, QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(1)
        self._zoom = Zoom()
        self.setFixedHeight(HEADING_HEIGHT)
        self.setHighlightSections(False)
        self.setSectionsClickable(False)

    def show_zoom(self, zoom: Zoom) -> None:
        """Write the headings in another size."""
        self._zoom = zoom
        self.setFixedHeight(zoom.grown(HEADING_HEIGHT))

    @override
    def paintEvent(self, e: QPaintEvent) -> None:
        """Carry the bar on beyond the last column."""
        super().paintEvent(e)
        theme = theme_of(self.palette())
        beyond = self.viewport().rect().adjusted(self.length(), 0, 0, 0)
        if beyond.width() > 0:
            painter = QPainter(self.viewport())
            painter.fillRect(beyond, theme.raised)
            painter.setPen(theme.rule)
            painter.drawLine(beyond.bottomLeft(), beyond.bottomRight())
            painter.end()

    @override
    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        model = self.model()
        if not isinstance(model, CompareModel):
            return
        theme = theme_of(self.palette())
        painter.save()
        painter.fillRect(rect, theme.raised)
        painter.setPen(theme.rule)
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if logicalIndex != CODE_COLUMN:
            edge = rect.adjusted(0, _EDGE, 0, -_EDGE)
            painter.drawLine(edge.topRight(), edge.bottomRight())
        painter.translate(rect.topLeft())
        painter.scale(self._zoom.factor, self._zoom.factor)
        first, _, second = model.heading(logicalIndex).partition("\n")
        inner = self._zoom.cell(rect).adjusted(PADDING, 5, -PADDING, -5)
        left = logicalIndex < FIRST_MONTH_COLUMN
        across = Qt.AlignmentFlag.AlignLeft if left else Qt.AlignmentFlag.AlignRight
        low = Qt.AlignmentFlag.AlignBottom
        painter.setFont(text_font(SMALL_PIXELS, bold=True))
        painter.setPen(theme.ink)
        painter.drawText(inner, across | (Qt.AlignmentFlag.AlignTop if second else low), first)
        painter.setFont(text_font(CODE_PIXELS))
        painter.setPen(theme.warning if second == "illustrative" else theme.soft)
        painter.drawText(inner, across | low, second)
        painter.restore()
