"""Frames that fall on whole pixels of the screen, however large the page is shown.

A frame drawn between two pixels is spread over both and pale on each, too pale to be seen well. On
a screen of twice the resolution it is twice as many pixels wide.
"""

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QColor, QPainter, QPen


def crisp_frame(painter: QPainter, rect: QRect, width: int = 1) -> QRectF:
    """Give where a frame just inside a rectangle is drawn with `crisp_pen`.

    Args:
        painter: Draws, perhaps larger or smaller.
        rect: The rectangle, in the painter's own pixels.
        width: That of the pen.
    """
    to_screen = painter.deviceTransform()
    shown = QRectF(to_screen.mapRect(QRectF(rect)))
    inside = _whole(painter, width) / 2
    left, top = round(shown.left()) + inside, round(shown.top()) + inside
    right, bottom = round(shown.right()) - inside, round(shown.bottom()) - inside
    back, _ = to_screen.inverted()
    return back.mapRect(QRectF(left, top, right - left, bottom - top))


def crisp_pen(painter: QPainter, colour: QColor, width: int = 1) -> QPen:
    """Give a pen of whole pixels on the screen, one at least."""
    pen = QPen(colour, _whole(painter, width))
    pen.setCosmetic(True)
    return pen


def _whole(painter: QPainter, width: int) -> int:
    return max(1, int(width * painter.deviceTransform().m11() + 0.5))
