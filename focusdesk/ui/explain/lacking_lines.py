"""How many lines still lack an explanation, which they are, and the way to the next."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from focusdesk.ui.look.note_words import count_of

_MOST = 8


class LackingLines(QFrame):
    """Says it, and is not seen where none is lacking.

    Attributes:
        next_asked: The next of them is wanted.
        codes: The lines, in the order of the form.
        next: The button for that.
    """

    next_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self.codes: tuple[str, ...] = ()
        self._words = QLabel()
        self._words.setWordWrap(True)
        self.next = QPushButton("Next  F8")
        self.next.clicked.connect(self.next_asked)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 6, 8, 6)
        row.addWidget(self._words, 1)
        row.addWidget(self.next)
        self.hide()

    @property
    def words(self) -> str:
        """What it says; empty where none is lacking."""
        return self._words.text() if self.codes else ""

    def show_codes(self, codes: Sequence[str], rule: str = "") -> None:
        """Say which lines lack an explanation.

        Args:
            codes: The lines, in the order of the form.
            rule: Which lines must be explained, in words.
        """
        self.codes = tuple(codes)
        named = ", ".join(self.codes[:_MOST])
        more = f" and {len(self.codes) - _MOST} more" if len(self.codes) > _MOST else ""
        verb = "has" if len(self.codes) == 1 else "have"
        lines = count_of(len(self.codes), "line")
        self._words.setText(f"{lines} that must be explained {verb} no words yet: {named}{more}.")
        self.setToolTip(f"To be explained: {rule}." if rule else "")
        self.setVisible(bool(self.codes))

    def after(self, code: str) -> str:
        """Give the line that comes after another, behind the last the first; empty for none."""
        if code in self.codes:
            return self.codes[(self.codes.index(code) + 1) % len(self.codes)]
        return self.codes[0] if self.codes else ""

    def before(self, code: str) -> str:
        """Give the line that comes before another, before the first the last; empty for none."""
        if code in self.codes:
            return self.codes[self.codes.index(code) - 1]
        return self.codes[-1] if self.codes else ""
