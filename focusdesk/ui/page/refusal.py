"""The sentence at a box that says why an entry was not taken; it blocks nothing."""

from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QWidget

from focusdesk.ui.page.callout import Callout


class Refusal(Callout):
    """A sentence under a box, inside the page; hidden again at the next key."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, lambda theme: (theme.error_ground, theme.error))
        self.setAccessibleName("No refused entry")

    def say(self, sentence: str) -> None:
        """Take the sentence that says why an entry was not taken, and have it read out."""
        self.setText(sentence)
        self.setAccessibleName(sentence)
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))
