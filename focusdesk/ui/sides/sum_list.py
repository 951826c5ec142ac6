"""The figures at the foot of a pool: required, held, excess, target, over target."""

from collections.abc import Callable, Mapping
from typing import TypeAlias

from PySide6.QtCore import (
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)
from typing_extensions import override

from focusdesk.filing.overview_card import CardLine
from focusdesk.ui.look.shown_items import ShownItems
from focusdesk.ui.look.theme import SMALL_PIXELS, theme_now
from focusdesk.ui.look.zoom import Zoom
from focusdesk.ui.sides.side_list import ENTER, PLAIN

Index: TypeAlias = QModelIndex | QPersistentModelIndex

SUM_ROLE = Qt.ItemDataRole.UserRole + 1

_SIDE, _AIR = 12, 5


class _SumPainter(QStyledItemDelegate):
    """Draws a figure under its words and its code."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.zoom = Zoom()

    def size_of(self, line: CardLine) -> QSize:
        small, bold = QFontMetrics(self._small()), QFontMetrics(self._bold())
        wide = max(small.horizontalAdvance(_words(line)), bold.horizontalAdvance(line.shown))
        high = small.lineSpacing() + bold.lineSpacing()
        side, air = self.zoom.grown(_SIDE), self.zoom.grown(_AIR)
        return QSize(wide + 2 * side, high + 2 * air)

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return self.size_of(index.data(SUM_ROLE))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line: CardLine = index.data(SUM_ROLE)
        theme, rect = theme_now(), QRect(option.rect)
        has_focus = bool(option.state & QStyle.StateFlag.State_HasFocus)
        side, air = self.zoom.grown(_SIDE), self.zoom.grown(_AIR)
        inner = rect.adjusted(side, air, -side, -air)
        painter.save()
        if has_focus:
            painter.fillRect(rect, theme.accent_ground)
        painter.setFont(self._small())
        painter.setPen(theme.soft)
        painter.drawText(inner, Qt.AlignmentFlag.AlignTop, _words(line))
        painter.setFont(self._bold())
        painter.setPen(theme.error if line.is_short else theme.ink)
        painter.drawText(inner, Qt.AlignmentFlag.AlignBottom, line.shown)
        if has_focus:
            painter.setPen(QPen(theme.accent, 2))
            painter.drawRect(rect.adjusted(1, 1, -1, -1))
        painter.restore()

    def _bold(self) -> QFont:
        font = self.zoom.font()
        font.setBold(True)
        return font

    def _small(self) -> QFont:
        return self.zoom.font(SMALL_PIXELS)


class SumList(QListView):
    """The figures side by side, in as many rows as they need.

    Attributes:
        chosen: A figure was gone to; carries the code of its box.
    """

    chosen = Signal(str)

    def __init__(self) -> None:
        """Show nothing yet."""
        super().__init__()
        self._model = ShownItems(_SHOWN, lambda line: line.code, self)
        self._painter = _SumPainter(self)
        self.setModel(self._model)
        self.setItemDelegate(self._painter)
        self.setObjectName("sides_sums")
        self.setAccessibleName("Totals and excess")
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.doubleClicked.connect(self._on_chosen)

    @property
    def lines(self) -> tuple[CardLine, ...]:
        """What is shown."""
        return self._model.items

    @property
    def row_width(self) -> int:
        """How wide it is with all figures in one row, in pixels."""
        return sum(self._painter.size_of(line).width() for line in self.lines) + _SIDE

    def show_lines(self, lines: tuple[CardLine, ...]) -> None:
        """Show the figures of a pool."""
        self._model.show_items(lines)
        if not self.currentIndex().isValid() and lines:
            self.setCurrentIndex(self._model.index(0, 0))
        self._fit()

    def show_zoom(self, zoom: Zoom) -> None:
        """Write the figures in another size."""
        self._painter.zoom = zoom
        self._fit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.modifiers() in PLAIN and Qt.Key(event.key()) in ENTER:
            self._on_chosen(self.currentIndex())
        else:
            super().keyPressEvent(event)

    @override
    def resizeEvent(self, e: QResizeEvent) -> None:
        super().resizeEvent(e)
        self._fit()

    def _fit(self) -> None:
        """Be as high as the rows into which the figures fold."""
        rows, taken, high = 1, 0, 1
        for line in self.lines:
            size = self._painter.size_of(line)
            if taken and taken + size.width() > self.viewport().width():
                rows, taken = rows + 1, 0
            taken += size.width()
            high = max(high, size.height())
        self.scheduleDelayedItemsLayout()
        self.setFixedHeight(rows * high + 2)

    def _on_chosen(self, index: Index) -> None:
        if index.isValid() and self.lines[index.row()].is_box:
            self.chosen.emit(self.lines[index.row()].code)


def _words(line: CardLine) -> str:
    return f"{line.words}  {line.code}"


def _said(line: CardLine) -> str:
    return f"{line.words}, {line.code}: {line.shown}"


_SHOWN: Mapping[int, Callable[[CardLine], object]] = {
    Qt.ItemDataRole.DisplayRole: lambda line: line.words,
    Qt.ItemDataRole.AccessibleTextRole: _said,
    Qt.ItemDataRole.ToolTipRole: lambda line: line.remark or None,
    SUM_ROLE: lambda line: line,
}
