"""How a tie is drawn: its card with the difference, and the style of its lines.

How the two sides agree is told by a sign, by words and by the style of the line, and again by
its colour.
"""

from collections.abc import Mapping, Sequence
from typing import TypeAlias

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from focusdesk.filing.facing_tie import Agreement, FacingTie
from focusdesk.ui.look.severities import severity_colours
from focusdesk.ui.look.theme import SMALL_PIXELS, Theme, theme_now
from focusdesk.ui.look.zoom import Zoom

Index: TypeAlias = QModelIndex | QPersistentModelIndex

TIE_ROLE = Qt.ItemDataRole.UserRole + 1

SIGNS: Mapping[Agreement, str] = {
    Agreement.EQUAL: "=",
    Agreement.COVERED: "\u2264",
    Agreement.ALLOWED: "\u2248",
    Agreement.FAILS: "\u2260",
    Agreement.NOT_EVALUATED: "?",
}
"""The sign of each agreement, as it stands on the card."""

_PENS: Mapping[Agreement, tuple[Qt.PenStyle, int]] = {
    Agreement.EQUAL: (Qt.PenStyle.SolidLine, 1),
    Agreement.COVERED: (Qt.PenStyle.DashDotLine, 1),
    Agreement.ALLOWED: (Qt.PenStyle.DashLine, 1),
    Agreement.FAILS: (Qt.PenStyle.SolidLine, 3),
    Agreement.NOT_EVALUATED: (Qt.PenStyle.DotLine, 1),
}
_AIR, _SIDE, _LEAST, _DOT, _HALO = 4, 8, 24, 3, 2
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


def tie_colour(theme: Theme, tie: FacingTie) -> QColor:
    """Give the colour of a tie's lines and of the frame of its card."""
    if tie.severity is not None:
        return severity_colours(theme, tie.severity)[0]
    return {
        Agreement.EQUAL: theme.good,
        Agreement.COVERED: theme.good,
        Agreement.ALLOWED: theme.information,
        Agreement.NOT_EVALUATED: theme.soft,
        Agreement.FAILS: theme.warning,
    }[tie.agreement]


def tie_pen(theme: Theme, tie: FacingTie, *, current: bool) -> QPen:
    """Give the pen of a tie's lines; that of the current one is thicker."""
    style, width = _PENS[tie.agreement]
    return QPen(tie_colour(theme, tie), width + (1 if current else 0), style)


def paint_routes(
    painter: QPainter, lines: Sequence[tuple[QPointF, ...]], pen: QPen, ground: QColor
) -> None:
    """Draw the lines of a tie, each with a dot at its box, over whatever they cross."""
    painter.setPen(QPen(ground, pen.width() + _HALO))
    for points in lines:
        painter.drawPolyline(QPolygonF(points))
    painter.setPen(pen)
    for points in lines:
        painter.drawPolyline(QPolygonF(points))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(pen.color())
    for points in lines:
        inwards = _DOT if points[0].x() < points[-1].x() else -_DOT
        painter.drawEllipse(points[0] + QPointF(inwards, 0), _DOT, _DOT)
    painter.setBrush(Qt.BrushStyle.NoBrush)


class TiePainter(QStyledItemDelegate):
    """Draws the cards of ties.

    Attributes:
        zoom: How large they are.
        current: The tie that is looked at.
        heights: How much height each card takes with the room over it.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.zoom = Zoom()
        self.current: FacingTie | None = None
        self.heights: Sequence[int] = ()

    @property
    def height(self) -> int:
        """How high a card is."""
        lines = QFontMetrics(self._bold()).lineSpacing() + QFontMetrics(self._small()).lineSpacing()
        return max(lines + 2 * self.zoom.grown(_AIR), _LEAST)

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        at = index.row()
        return QSize(1, self.heights[at] if at < len(self.heights) else self.height)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        tie: FacingTie = index.data(TIE_ROLE)
        theme, rect = theme_now(), QRect(option.rect)
        has_focus = bool(option.state & QStyle.StateFlag.State_HasFocus)
        current = tie is self.current or has_focus
        painter.save()
        painter.fillRect(rect, theme.accent_ground if current else theme.paper)
        painter.setPen(QPen(theme.accent, 2) if has_focus else tie_pen(theme, tie, current=current))
        painter.drawRect(rect.adjusted(1, 1, -1, -1))
        self._paint_words(painter, theme, tie, rect)
        painter.restore()

    def _paint_words(self, painter: QPainter, theme: Theme, tie: FacingTie, rect: QRect) -> None:
        side, air = self.zoom.grown(_SIDE), self.zoom.grown(_AIR)
        inner = rect.adjusted(side, air, -side, -air)
        upper, lower = QRect(inner), QRect(inner)
        upper.setHeight(QFontMetrics(self._bold()).lineSpacing())
        lower.setTop(upper.bottom() + 1)
        colour = tie_colour(theme, tie)
        painter.setFont(self._bold())
        painter.setPen(colour)
        painter.drawText(upper, _LEFT, f"{SIGNS[tie.agreement]} {tie.id}")
        painter.setPen(theme.ink)
        painter.drawText(upper, _RIGHT, tie.shown)
        painter.setFont(self._small())
        painter.setPen(colour)
        painter.drawText(lower, _LEFT, tie.brief)

    def _bold(self) -> QFont:
        font = self.zoom.font()
        font.setBold(True)
        return font

    def _small(self) -> QFont:
        return self.zoom.font(SMALL_PIXELS)
