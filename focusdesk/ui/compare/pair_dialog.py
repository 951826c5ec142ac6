"""Between which two of the months side by side changes are told."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from focusdesk.filing.compare import Pair

_SEVERAL = 18  # months that a list shows without scrolling


class PairDialog(QDialog):
    """Asks for two months; the change is always that of the later one.

    Attributes:
        earlier: The month against which a change is told.
        later: The month whose change it is.
        problem: Why the two cannot be taken; empty where they can.
    """

    def __init__(self, headings: Sequence[str], pair: Pair, parent: QWidget | None = None) -> None:
        """Ask.

        Args:
            headings: The months, the oldest first.
            pair: The two that are chosen now.
            parent: The window.
        """
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Changes between two months")
        title = QLabel("Between which months?")
        title.setObjectName("dialog_title")
        self.earlier, self.later = self._field(headings, pair[0]), self._field(headings, pair[1])
        self.problem = QLabel()
        self.problem.setObjectName("said_at_field")
        form = QFormLayout()
        for words, field in (("&From", self.earlier), ("&To", self.later)):
            label = QLabel(words)
            label.setBuddy(field)
            field.setAccessibleName(words.replace("&", ""))
            field.currentIndexChanged.connect(self._on_chosen)
            form.addRow(label, field)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 18, 22, 18)
        layout.setSpacing(10)
        layout.addWidget(title)
        layout.addLayout(form)
        layout.addWidget(self.problem)
        layout.addWidget(self._buttons())
        self.setMinimumWidth(340)
        self._on_chosen()

    @property
    def pair(self) -> Pair:
        """The places of the two months, the earlier one first whatever was chosen first."""
        chosen = sorted((self.earlier.currentIndex(), self.later.currentIndex()))
        return chosen[0], chosen[1]

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox()
        self._take = buttons.addButton("Show", QDialogButtonBox.ButtonRole.AcceptRole)
        self._take.setDefault(True)
        buttons.addButton("Cancel", QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        return buttons

    def _field(self, headings: Sequence[str], at: int) -> QComboBox:
        field = QComboBox()
        field.addItems([*headings])
        field.setMaxVisibleItems(_SEVERAL)
        field.setCurrentIndex(at)
        return field

    def _on_chosen(self) -> None:
        same = self.earlier.currentIndex() == self.later.currentIndex()
        self.problem.setText("Choose two different months." if same else "")
        self._take.setEnabled(not same)
