"""What was said before, in a list: Enter takes the words that are chosen back."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QWidget
from typing_extensions import override


class EarlierWords(QListWidget):
    """Enter takes the words that are chosen, and does not reach the button that saves."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWordWrap(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() == Qt.KeyboardModifier.NoModifier and self.count():
            self.itemActivated.emit(self.currentItem())
        else:
            super().keyPressEvent(event)
