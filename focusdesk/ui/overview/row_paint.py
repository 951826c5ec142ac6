"""How a row of the overview is drawn: words at the left, the figure at the right, each with more.

Where the words need it they wrap, and the row grows; nothing is cut.
"""

from dataclasses import dataclass
from typing import TypeAlias

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from focusdesk.calc.checks import Severity
from focusdesk.ui.look.severities import severity_colours
from focusdesk.ui.look.theme import SMALL_PIXELS, Theme, theme_now
from focusdesk.ui.look.zoom import Zoom
from focusdesk.ui.overview.overview_rows import OverviewRow

Index: TypeAlias = QModelIndex | QPersistentModelIndex

ROW_ROLE = Qt.ItemDataRole.UserRole + 1

_SIDE, _AIR, _GAP, _BAR = 10, 4, 10, 3
_LEAST = 24  # pixels: what is clicked is never smaller (WCAG 2.2, 2.5.8)
_LEFT = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
_TALLEST = 4000


class RowPainter(QStyledItemDelegate):
    """Draws rows in a width.

    Attributes:
        width: The pixels from side to side.
        zoom: How large they are.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.width = 280
        self.zoom = Zoom()

    def height_of(self, row: OverviewRow) -> int:
        """Give how high a row is in the width."""
        return self._layout(row).height

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(self.width, self.height_of(index.data(ROW_ROLE)))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: OverviewRow = index.data(ROW_ROLE)
        theme, rect = theme_now(), QRect(option.rect)
        painter.save()
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.fillRect(rect, theme.accent_ground)
        self._paint_weight(painter, theme, row, rect)
        self._paint_words(painter, theme, row, rect)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(theme.accent, 2))
            painter.drawRect(rect.adjusted(1, 1, -1, -1))
        painter.restore()

    def _paint_weight(self, painter: QPainter, theme: Theme, row: OverviewRow, rect: QRect) -> None:
        if row.heading and row.severity is not None:
            bar = QRect(rect.left(), rect.top() + 2, self.zoom.grown(_BAR), rect.height() - 4)
            painter.fillRect(bar, severity_colours(theme, row.severity)[0])

    def _paint_words(self, painter: QPainter, theme: Theme, row: OverviewRow, rect: QRect) -> None:
        laid = self._layout(row)
        inner = rect.adjusted(laid.side, laid.air, -laid.side, -laid.air)
        weight = _colour(theme, row.severity)
        heading, words = QRect(inner), QRect(inner)
        if row.heading:
            painter.setFont(self._bold())
            painter.setPen(weight)
            painter.drawText(heading, _LEFT, row.heading)
            words.setTop(inner.top() + laid.line)
        painter.setFont(self._bold())
        painter.setPen(theme.ink if row.heading else weight)
        painter.drawText(inner, _RIGHT, row.figure)
        painter.setFont(self.zoom.font())
        painter.setPen(theme.ink if row.heading else weight)
        words.setWidth(laid.words_width)
        painter.drawText(words, _LEFT, row.words)
        painter.setFont(self.zoom.font(SMALL_PIXELS))
        painter.setPen(theme.soft)
        under = QRect(inner)
        under.setTop(words.top() + laid.words_height)
        painter.drawText(under, _RIGHT, row.change)
        under.setWidth(laid.below_width)
        painter.drawText(under, _LEFT, row.below)

    def _bold(self) -> QFont:
        font = self.zoom.font()
        font.setBold(True)
        return font

    def _layout(self, row: OverviewRow) -> "_Laid":
        side, air = self.zoom.grown(_SIDE), self.zoom.grown(_AIR)
        bold, plain = QFontMetrics(self._bold()), QFontMetrics(self.zoom.font())
        small = QFontMetrics(self.zoom.font(SMALL_PIXELS))
        room = max(1, self.width - 2 * side)
        width = room
        if row.figure and not row.heading:
            width -= bold.horizontalAdvance(row.figure) + self.zoom.grown(_GAP)
        width = max(width, room // 3)
        wrapped = plain.boundingRect(QRect(0, 0, width, _TALLEST), _LEFT, row.words).height()
        height = wrapped + (plain.lineSpacing() if row.heading else 0)
        below = room
        if row.change:
            below -= small.horizontalAdvance(row.change) + self.zoom.grown(_GAP)
        below = max(below, room // 3)
        if row.below or row.change:
            under = small.boundingRect(QRect(0, 0, below, _TALLEST), _LEFT, row.below)
            height += max(small.lineSpacing(), under.height())
        whole = max(height + 2 * air, self.zoom.grown(_LEAST), _LEAST)
        return _Laid(side, air, width, wrapped, below, plain.lineSpacing(), whole)


@dataclass(frozen=True, slots=True)
class _Laid:
    """Where the parts of a row stand, in pixels."""

    side: int
    air: int
    words_width: int
    words_height: int
    below_width: int
    line: int
    height: int


def _colour(theme: Theme, severity: Severity | None) -> QColor:
    return theme.ink if severity is None else severity_colours(theme, severity)[0]
