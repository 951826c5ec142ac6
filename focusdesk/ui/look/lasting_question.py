"""Asks before something is written that nothing unmakes: what exactly, line by line.

Going back is what Esc does, and Enter as long as nobody has gone to the other button: nobody puts
anything on record by a key pressed out of habit.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from focusdesk.ui.look.read_text import ReadText
from focusdesk.ui.look.small_screen import fit_screen

_WIDTH, _MOST_LINES, _ROUND = 640, 14, 180


class LastingQuestion(QDialog):
    """What will be written for good, to be agreed to or gone back from.

    Attributes:
        listed: What exactly, one paragraph each.
        agree: Writes it.
        back: Writes nothing.
    """

    def __init__(
        self, parent: QWidget | None, title: str, sentence: str, listed: Sequence[str]
    ) -> None:
        """Ask.

        Args:
            parent: The window.
            title: What will be done, for the window and its heading.
            sentence: What that means.
            listed: What exactly.
        """
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.setAccessibleDescription(sentence)
        self.listed = ReadText("What goes on record", "\n\n".join(listed))
        self.agree = QPushButton("&Record")
        self.back = QPushButton("&Go back to the figures")
        self.back.setDefault(True)
        self.agree.clicked.connect(self.accept)
        self.back.clicked.connect(self.reject)
        self._lay_out(title, sentence)
        lines = min(_MOST_LINES, sum(2 + len(each) // 90 for each in listed))
        height = _ROUND + lines * QFontMetrics(self.listed.font()).lineSpacing()
        fit_screen(self, QSize(_WIDTH, height))
        self.back.setFocus()

    def _lay_out(self, title: str, sentence: str) -> None:
        heading, words = QLabel(title), QLabel(sentence)
        heading.setObjectName("dialog_title")
        for label in (heading, words):
            label.setWordWrap(True)
        buttons = QHBoxLayout()  # in a box of Qt's, Tab would leave the first one out
        buttons.addStretch(1)
        for button in (self.agree, self.back):
            buttons.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 18, 22, 16)
        layout.setSpacing(10)
        layout.addWidget(heading)
        layout.addWidget(words)
        layout.addWidget(self.listed, 1)
        layout.addLayout(buttons)


def ask_for_good(question: LastingQuestion, then: Callable[[], object]) -> LastingQuestion:
    """Open a question; `then` is called once the user agrees, and not when he goes back."""
    question.accepted.connect(then)
    question.open()
    return question
