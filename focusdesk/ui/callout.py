"""What stands at a box and says something of its entry: within the page, and never over the box."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QWidget
from typing_extensions import override

from focusdesk.ui.theme import Theme, theme_of
from focusdesk.ui.zoom import Zoom

WIDEST = 340

_GAP = 4
_BAR = 4
_MARGIN = 7

UNZOOMED = Zoom()

Colours = Callable[[Theme], tuple[QColor, QColor]]
"""The ground and the edge of a callout in a theme."""


class Callout(QLabel):
    """Words at a box that are there to be read, and let every click through."""

    def __init__(self, page: QWidget, colours: Colours) -> None:
        """Make one that is hidden.

        Args:
            page: On which it stands.
            colours: Its ground and its edge.
        """
        super().__init__(page)
        self._page = page
        self._colours = colours
        self.setWordWrap(True)
        self.setMargin(_MARGIN)
        self.setContentsMargins(_BAR, 0, 0, 0)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def show_at(self, frame: QRect, zoom: Zoom = UNZOOMED) -> None:
        """Show the words under a box, or over it where there is no room below.

        Args:
            frame: Where the box stands on the page.
            zoom: How large the page is shown; words are never smaller than at full size.
        """
        zoom = at_least_full(zoom)
        self.setFont(zoom.font())
        self.setFixedWidth(min(self.natural_width(zoom.grown(WIDEST)), self._page.width()))
        self.setFixedHeight(self.heightForWidth(self.width()))
        place_at(self, frame, self._page.rect())

    def natural_width(self, widest: int) -> int:
        """Say how wide it would like to be, up to a width."""
        return widest

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        paint_callout(self, self._colours)
        super().paintEvent(event)


def at_least_full(zoom: Zoom) -> Zoom:
    """Give the zoom in which to show what must be read even on a page that is shown small."""
    return zoom if zoom.percent > UNZOOMED.percent else UNZOOMED


def place_at(callout: QWidget, frame: QRect, room: QRect) -> None:
    """Put a callout under a box, or over it where there is no room below, and show it.

    It begins where a long box does, and ends where a short one does.

    Args:
        callout: As large as it will be.
        frame: Where the box stands on the page.
        room: The part of the page that is seen.
    """
    width, height = callout.width(), callout.height()
    wished = frame.left() if frame.width() >= width else frame.right() + 1 - width
    left = max(0, min(wished, room.width() - width))
    below, above = frame.bottom() + _GAP, frame.top() - _GAP - height
    fits = below + height <= room.height() or above < 0
    callout.move(QPoint(left, below if fits else above))
    callout.show()
    callout.raise_()


def paint_callout(callout: QWidget, colours: Colours) -> None:
    """Draw the ground of a callout, its edge and the bar at its left."""
    ground, edge = colours(theme_of(callout.palette()))
    painter = QPainter(callout)
    painter.fillRect(callout.rect(), ground)
    painter.setPen(QPen(edge, 1))
    painter.drawRect(callout.rect().adjusted(0, 0, -1, -1))
    painter.fillRect(QRect(0, 0, _BAR, callout.height()), edge)
    painter.end()
