"""What stands in the table's place where no line is shown: why, and the way back to all lines."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from focusdesk.filing.compare import Comparison
from focusdesk.filing.comparison_rows import RowFilter


class NothingShown(QWidget):
    """A sentence and a button.

    Attributes:
        sentence: Why nothing is shown.
        all_lines: Shows every line again.
    """

    all_wanted = Signal()
    """Every line is to be shown again."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sentence = QLabel()
        self.sentence.setObjectName("hint")
        self.sentence.setWordWrap(True)
        self.sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.all_lines = QPushButton("Show all &lines")
        self.all_lines.clicked.connect(self.all_wanted)
        layout = QVBoxLayout(self)
        layout.addStretch(1)
        layout.addWidget(self.sentence)
        layout.addWidget(self.all_lines, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(1)

    def say_why(self, whole: Comparison, rows: RowFilter) -> None:
        """Say why no line is shown.

        Args:
            whole: The months.
            rows: Which lines were wanted.
        """
        self.sentence.setText(nothing_words(whole, rows))


def nothing_words(whole: Comparison, rows: RowFilter) -> str:
    """Say which lines were wanted, where there is none of them."""
    if rows == RowFilter(changed=True):
        return "Nothing differs between these months."
    return f"There is no such line between these months: {rows.words(whole)}."
