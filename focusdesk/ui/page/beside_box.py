"""Where something that belongs to a box is put: under it, or over it where there is no room."""

from PySide6.QtCore import QPoint, QRect, QSize

_GAP = 4


def beside(size: QSize, box: QRect, room: QRect) -> QPoint:
    """Give where to put something that stands at a box and never over it.

    It begins where a long box does, and ends where a short one does.

    Args:
        size: How large it is.
        box: Where the box stands.
        room: What there is around it, counted likewise.
    """
    width, height = size.toTuple()
    wished = box.left() if box.width() >= width else box.right() + 1 - width
    left = max(room.left(), min(wished, room.right() + 1 - width))
    below, above = box.bottom() + _GAP, box.top() - _GAP - height
    fits = below + height <= room.bottom() + 1 or above < room.top()
    return QPoint(left, below if fits else above)


def beside_on_screen(size: QSize, box: QRect, screen: QRect) -> QPoint:
    """Give where to put a window likewise; all of it is seen, where it must be over the box."""
    at = beside(size, box, screen)
    return QPoint(at.x(), max(screen.top(), min(at.y(), screen.bottom() + 1 - size.height())))
