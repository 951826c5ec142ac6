"""Words that are only read: the keyboard walks through them, marks and copies, and Tab leads on."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit


class ReadText(QPlainTextEdit):
    """A text of several lines that nobody changes here."""

    def __init__(self, name: str, words: str = "") -> None:
        """Show words.

        Args:
            name: What they are, for whoever cannot see them.
            words: The words.
        """
        super().__init__(words)
        self.setAccessibleName(name)
        self.setObjectName("note_words")  # how it looks, with the keyboard and without
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )

    def show_words(self, words: str) -> None:
        """Show other words; what is marked stays marked while they are the same."""
        if words != self.toPlainText():
            self.setPlainText(words)
