"""Sentences that need an answer: a title that says what happened, what to do, and buttons in words.

Dialogs open over their window and return at once; nothing here waits in a loop of its own.
"""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QVBoxLayout,
    QWidget,
)

_WIDTH = 460


class Notice(QDialog):
    """One thing that happened, and what the user may do about it."""

    def __init__(self, parent: QWidget | None, title: str, sentence: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(_WIDTH)
        heading = QLabel(title)
        heading.setObjectName("notice_title")
        heading.setWordWrap(True)
        words = QLabel(sentence)
        words.setObjectName("notice_sentence")
        words.setWordWrap(True)
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setAccessibleName(title)
        self.setAccessibleDescription(sentence)
        self.buttons = QDialogButtonBox()
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 20, 22, 18)
        layout.setSpacing(10)
        layout.addWidget(heading)
        layout.addWidget(words)
        layout.addSpacing(8)
        layout.addWidget(self.buttons)

    @property
    def sentence(self) -> str:
        """What the notice says under its title."""
        return self.accessibleDescription()


def tell(parent: QWidget | None, title: str, sentence: str) -> Notice:
    """Tell the user something; the only answer is to close it."""
    notice = Notice(parent, title, sentence)
    close = notice.buttons.addButton("Close", QDialogButtonBox.ButtonRole.AcceptRole)
    close.setDefault(True)
    notice.open()
    return notice


def ask(
    parent: QWidget | None, title: str, sentence: str, answer: str, then: Callable[[], None]
) -> Notice:
    """Ask before something is done; `then` is called when the user answers with the words given."""
    notice = Notice(parent, title, sentence)
    agree = notice.buttons.addButton(answer, QDialogButtonBox.ButtonRole.AcceptRole)
    notice.buttons.addButton("Cancel", QDialogButtonBox.ButtonRole.RejectRole)
    agree.setDefault(True)
    notice.accepted.connect(then)
    notice.open()
    return notice
