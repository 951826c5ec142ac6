"""The shapes that mark a box: each says one thing by its form, and again by its colour.

A finding is a diamond, a triangle or a disc with a sign in it, and a speech bubble once it was
answered; a change since the signature copy is a dot, a note a folded corner, a file a paper clip.
How a figure came stands in the margin at its left: "=" for what was typed as arithmetic, struck
through where it would give another figure now, an arrow for what comes from another schedule, a
double chevron for what was carried from last month, an open triangle for a target that is not what
the firm's policy gives.
"""

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen, QPolygon, QPolygonF

from focusdesk.calc.checks import Severity
from focusdesk.ui.look.severities import severity_colours
from focusdesk.ui.look.theme import Theme, text_font

MARK_SIZE = 13
DOT_SIZE = 8
ORIGIN_SIZE = 8
"""The width of a sign that says how a figure came."""

CLIP_WIDTH = 5

_CORNER = 8
_CLIP_HEIGHT = 12


def paint_finding(painter: QPainter, at: QRect, severity: Severity, theme: Theme) -> None:
    """Draw a finding's mark: an error is a diamond, a warning a triangle, a notice a disc."""
    colour, _ = severity_colours(theme, severity)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    area = QRectF(at)
    middle = area.center()
    if severity is Severity.ERROR:
        painter.drawPolygon(
            QPolygonF(
                [
                    QPointF(middle.x(), area.top()),
                    QPointF(area.right(), middle.y()),
                    QPointF(middle.x(), area.bottom()),
                    QPointF(area.left(), middle.y()),
                ]
            )
        )
    elif severity is Severity.WARNING:
        painter.drawPolygon(
            QPolygonF([QPointF(middle.x(), area.top()), area.bottomRight(), area.bottomLeft()])
        )
    else:
        painter.drawEllipse(area)
    _paint_sign(painter, area, severity, theme)
    painter.restore()


def paint_answered(painter: QPainter, at: QRect, theme: Theme) -> None:
    """Draw the mark of a finding that was answered: a speech bubble with two lines of words."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.soft, 1.2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    area = QRectF(at).adjusted(0.5, 1.5, -0.5, -3.5)
    left, foot = area.left() + 2.5, area.bottom()
    bubble = QPainterPath()
    bubble.addRoundedRect(area, 2, 2)
    tail = QPolygonF([QPointF(left, foot), QPointF(left, foot + 3), QPointF(left + 3, foot)])
    bubble.addPolygon(tail)
    painter.drawPath(bubble.simplified())
    for down in (2.5, 5.0):
        line = area.top() + down
        painter.drawLine(QPointF(area.left() + 2.5, line), QPointF(area.right() - 2.5, line))
    painter.restore()


def paint_note_corner(painter: QPainter, frame: QRect, theme: Theme) -> None:
    """Draw the folded corner of a box that has a note."""
    corner = frame.topRight() + QPoint(1, 0)
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.accent)
    painter.drawPolygon(
        QPolygon([corner, corner - QPoint(_CORNER, 0), corner + QPoint(0, _CORNER)])
    )
    painter.restore()


def paint_dot(painter: QPainter, middle: QPointF, theme: Theme) -> None:
    """Draw the dot of a box that has changed since it was printed."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.warning)
    painter.drawEllipse(middle, DOT_SIZE / 2 - 0.5, DOT_SIZE / 2 - 0.5)
    painter.restore()


def paint_clip(painter: QPainter, corner: QPoint, theme: Theme) -> None:
    """Draw the paper clip of a box that has a file.

    Args:
        painter: Draws.
        corner: The lower right corner of the clip.
        theme: The colours.
    """
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.accent, 1.2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    outer = QRectF(corner.x() - CLIP_WIDTH, corner.y() - _CLIP_HEIGHT, CLIP_WIDTH, _CLIP_HEIGHT)
    bend = CLIP_WIDTH / 2
    clip = QPainterPath(QPointF(outer.left(), outer.top() + bend + 2))
    clip.lineTo(outer.left(), outer.bottom() - bend)
    clip.arcTo(QRectF(outer.left(), outer.bottom() - 2 * bend, 2 * bend, 2 * bend), 180, 180)
    clip.lineTo(outer.right(), outer.top() + bend)
    clip.arcTo(QRectF(outer.right() - 2 * bend, outer.top(), 2 * bend, 2 * bend), 0, 180)
    painter.drawPath(clip)
    inner = outer.center().x()
    painter.drawLine(QPointF(inner, outer.top() + bend + 1), QPointF(inner, outer.bottom() - bend))
    painter.restore()


def paint_typed(painter: QPainter, at: QPointF, theme: Theme, *, outdated: bool = False) -> None:
    """Draw the "=" of a figure that was typed as arithmetic, its middle left at a point.

    Args:
        painter: Draws.
        at: The point.
        theme: The colours.
        outdated: It would give another figure now, so the sign is struck through.
    """
    painter.save()
    painter.setPen(QPen(theme.warning if outdated else theme.accent, 1.5))
    for down in (-2, 2):
        painter.drawLine(at + QPointF(0.5, down), at + QPointF(6, down))
    if outdated:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.drawLine(at + QPointF(1, 5.5), at + QPointF(5.5, -5.5))
    painter.restore()


def paint_from_schedule(painter: QPainter, at: QPointF, theme: Theme) -> None:
    """Draw the arrow of a figure that comes from another schedule, its middle left at a point."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.accent, 1.5))
    tip = at + QPointF(ORIGIN_SIZE, 0)
    painter.drawLine(at, tip)
    painter.drawPolyline(QPolygonF([tip + QPointF(-3.5, -3.5), tip, tip + QPointF(-3.5, 3.5)]))
    painter.restore()


def paint_carried(painter: QPainter, at: QPointF, theme: Theme) -> None:
    """Draw the double chevron of what was carried from last month, its middle left at a point."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.soft, 1.1))
    for left in (0, 2.4):
        corner = at + QPointF(left + 2.2, 0)
        painter.drawPolyline(
            QPolygonF([corner + QPointF(-2.2, -3), corner, corner + QPointF(-2.2, 3)])
        )
    painter.restore()


def paint_overridden(painter: QPainter, at: QPointF, theme: Theme) -> None:
    """Draw the open triangle of what overrides the firm's policy, its middle left at a point."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.error, 1.4))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    corners = (QPointF(ORIGIN_SIZE / 2, -4), QPointF(ORIGIN_SIZE, 3.5), QPointF(0, 3.5))
    painter.drawPolygon(QPolygonF([at + corner for corner in corners]))
    painter.restore()


def _paint_sign(painter: QPainter, area: QRectF, severity: Severity, theme: Theme) -> None:
    """Write "!" or "i" into a mark."""
    painter.setPen(theme.paper)
    painter.setFont(text_font(9, bold=True))
    lowered = area.translated(0, 1.5) if severity is Severity.WARNING else area
    sign = "!" if severity in (Severity.ERROR, Severity.WARNING) else "i"
    painter.drawText(lowered, Qt.AlignmentFlag.AlignCenter, sign)
