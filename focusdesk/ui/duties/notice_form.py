"""What is said of a recorded notice: since when the firm is aware, that it was given, or an error.

The stamp of the record cannot be changed here or anywhere else.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from focusdesk.filing.edit import EditRefused
from focusdesk.filing.ports import StoreError
from focusdesk.ui.look.small_screen import fit_screen

_WIDTH, _HEIGHT = 520, 300


@dataclass(frozen=True, slots=True)
class AskedField:
    """One thing that is asked.

    Attributes:
        key: Its name in the answer.
        words: What is asked, with its mnemonic.
        proposed: What stands there at first.
        example: What an answer looks like; may be empty.
    """

    key: str
    words: str
    proposed: str = ""
    example: str = ""


class NoticeForm(QDialog):
    """Asks a few things and keeps them; what is refused is said above the buttons, and stays.

    Attributes:
        fields: The lines to write in, by name.
        problem: Why it was not kept.
        save: Keeps it.
    """

    def __init__(
        self,
        title: str,
        fields: tuple[AskedField, ...],
        keep: Callable[[Mapping[str, str]], object],
        parent: QWidget | None = None,
    ) -> None:
        """Ask.

        Args:
            title: What is being said, for the window and its heading.
            fields: What is asked.
            keep: Keeps the answers, by the fields' keys; raises `EditRefused` or `StoreError`.
            parent: The window.
        """
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self._keep = keep
        self.fields = {field.key: QLineEdit(field.proposed) for field in fields}
        self.problem = QLabel()
        self._buttons = QDialogButtonBox()
        self.save = self._buttons.addButton("&Record", QDialogButtonBox.ButtonRole.AcceptRole)
        self._buttons.addButton("Cancel", QDialogButtonBox.ButtonRole.RejectRole)
        self._lay_out(title, fields)
        self.save.setDefault(True)
        self._buttons.accepted.connect(self._on_save)
        self._buttons.rejected.connect(self.reject)
        fit_screen(self, QSize(_WIDTH, _HEIGHT))

    def _lay_out(self, title: str, fields: tuple[AskedField, ...]) -> None:
        heading = QLabel(title)
        heading.setObjectName("dialog_title")
        self.problem.setObjectName("refusal")
        self.problem.setWordWrap(True)
        self.problem.hide()
        form = QFormLayout()
        form.setSpacing(8)
        for field in fields:
            line = self.fields[field.key]
            line.setPlaceholderText(field.example)
            label = QLabel(field.words)
            label.setBuddy(line)
            line.setAccessibleName(field.words.replace("&", ""))
            form.addRow(label, line)
        hint = QLabel("It is signed with your name and the machine's time, and stays on record.")
        hint.setObjectName("hint")
        hint.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 18, 22, 16)
        layout.setSpacing(12)
        layout.addWidget(heading)
        layout.addLayout(form)
        layout.addWidget(hint)
        layout.addStretch(1)
        layout.addWidget(self.problem)
        layout.addWidget(self._buttons)

    def _on_save(self) -> None:
        answers = {key: line.text() for key, line in self.fields.items()}
        try:
            self._keep(answers)
        except (EditRefused, StoreError) as error:
            self.problem.setText(str(error))
            self.problem.show()
            return
        self.accept()
