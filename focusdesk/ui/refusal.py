"""The sentence at a box that says why an entry was not taken; it blocks nothing."""

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QWidget
from typing_extensions import override

from focusdesk.ui.theme import theme_of

_WIDEST = 340
_GAP = 3


class Refusal(QLabel):
    """A sentence under a box, inside the page; hidden again at the next key."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._page = parent
        self.setWordWrap(True)
        self.setMargin(8)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName("No refused entry")
        self.hide()

    def say(self, sentence: str) -> None:
        """Take the sentence that says why an entry was not taken, and have it read out."""
        self.setText(sentence)
        self.setAccessibleName(sentence)
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def show_at(self, frame: QRect) -> None:
        """Show the sentence under a box, or over it where there is no room below.

        Args:
            frame: Where the box stands on the page.
        """
        room = self._page.rect()
        self.setFixedWidth(min(_WIDEST, room.width()))
        self.setFixedHeight(self.heightForWidth(self.width()))
        left = max(0, min(frame.right() + 1 - self.width(), room.width() - self.width()))
        below, above = frame.bottom() + _GAP, frame.top() - _GAP - self.height()
        fits = below + self.height() <= room.height() or above < 0
        self.move(QPoint(left, below if fits else above))
        self.show()
        self.raise_()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self.palette())
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.error_ground)
        painter.setPen(QPen(theme.error, 1))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.fillRect(QRect(0, 0, 4, self.height()), theme.error)
        painter.end()
        super().paintEvent(event)
