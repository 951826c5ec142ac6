"""What stands at a box and says something of its entry: within the page, and never over the box."""

from collections.abc import Callable

from PySide6.QtCore import QRect, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QWidget
from typing_extensions import override

from focusdesk.ui.look.theme import Theme, theme_of
from focusdesk.ui.look.zoom import Zoom
from focusdesk.ui.page.beside_box import beside

WIDEST = 340

FLASH_MILLISECONDS = 900

_BAR = 4
_MARGIN = 7

UNZOOMED = Zoom()

Colours = Callable[[Theme], tuple[QColor, QColor]]
"""The ground and the edge of a callout in a theme."""


class Flash:
    """A heavy edge around a callout for a moment; the words are read on as they were."""

    def __init__(self, callout: QWidget) -> None:
        self._callout = callout
        self._timer = QTimer(callout, singleShot=True, interval=FLASH_MILLISECONDS)
        self._timer.timeout.connect(callout.update)

    @property
    def is_on(self) -> bool:
        """Whether the edge is heavy now."""
        return self._timer.isActive()

    def begin(self) -> None:
        """Draw a heavy edge from now on, for a moment."""
        self._timer.start()
        self._callout.update()


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
        self._flash = Flash(self)
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

    def flash(self) -> None:
        """Call the eyes here for a moment."""
        self._flash.begin()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        paint_callout(self, self._colours, flashing=self._flash.is_on)
        super().paintEvent(event)


def at_least_full(zoom: Zoom) -> Zoom:
    """Give the zoom in which to show what must be read even on a page that is shown small."""
    return zoom if zoom.percent > UNZOOMED.percent else UNZOOMED


def place_at(callout: QWidget, frame: QRect, room: QRect) -> None:
    """Put a callout at a box, and show it.

    Args:
        callout: As large as it will be.
        frame: Where the box stands on the page.
        room: The part of the page that is seen.
    """
    callout.move(beside(callout.size(), frame, room))
    callout.show()
    callout.raise_()


def paint_callout(callout: QWidget, colours: Colours, *, flashing: bool = False) -> None:
    """Draw the ground of a callout, its edge and the bar at its left.

    Args:
        callout: What is drawn.
        colours: Its ground and its edge.
        flashing: The edge is as heavy as the bar all around.
    """
    ground, edge = colours(theme_of(callout.palette()))
    painter = QPainter(callout)
    painter.fillRect(callout.rect(), ground)
    heavy = _BAR if flashing else 1
    painter.setPen(QPen(edge, heavy, Qt.PenStyle.SolidLine, j=Qt.PenJoinStyle.MiterJoin))
    inside = heavy // 2
    painter.drawRect(callout.rect().adjusted(inside, inside, -1 - inside, -1 - inside))
    painter.fillRect(QRect(0, 0, _BAR, callout.height()), edge)
    painter.end()
