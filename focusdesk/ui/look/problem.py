"""Why something was not taken: seen under the field, announced, and told at the field itself."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QLabel, QWidget


class Problem(QLabel):
    """A sentence that takes no room while there is none.

    It may quote what somebody has written, and is never read as marked-up text.
    """

    def __init__(self) -> None:
        """Begin with nothing to say."""
        super().__init__()
        self._at: QWidget | None = None
        self.setObjectName("said_at_field")
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.hide()

    def say(self, sentence: str, at: QWidget | None = None) -> None:
        """Say why.

        Args:
            sentence: What is wrong, and what to do.
            at: The field that is to be mended: the keyboard goes there, and a screen reader tells
                the sentence there again.
        """
        self.take_back()
        self.setText(sentence)
        self.setVisible(bool(sentence))
        if at is not None:
            self._at = at
            at.setAccessibleDescription(sentence)
            at.setFocus()
        if sentence:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, sentence))

    def take_back(self) -> None:
        """Say nothing any more: what stood in the way is gone, or is about to be tried again."""
        self.clear()
        self.hide()
        if self._at is not None:
            self._at.setAccessibleDescription("")
            self._at = None
