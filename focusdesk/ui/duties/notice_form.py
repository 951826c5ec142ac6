"""What is said of a recorded notice: since when the firm is aware, that it was given, or an error.

The stamp of the record cannot be changed here or anywhere else.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from focusdesk.filing.edit import EditRefused
from focusdesk.filing.notice_moment import NoticeField, NoticeRefused
from focusdesk.filing.ports import StoreConflict, StoreError
from focusdesk.ui.look.small_screen import fit_screen

_WIDTH, _HEIGHT = 560, 320
_LINES = 4
_SIGNED = "It is signed with your name and the machine's time, and stays on record."
_BY_KEYS = " Ctrl+Enter records it."


@dataclass(frozen=True, slots=True)
class AskedField:
    """One thing that is asked.

    Attributes:
        key: What of a notice it says.
        words: What is asked, with its mnemonic.
        proposed: What stands there at first.
        example: What an answer looks like; may be empty.
        is_long: Whether it is told in sentences.
    """

    key: NoticeField
    words: str
    proposed: str = ""
    example: str = ""
    is_long: bool = False


class AnswerField(QWidget):
    """Where one thing is written, with the sentence that says why it is refused under it.

    Attributes:
        edit: The line or the lines to write in.
        problem: The sentence.
    """

    def __init__(self, asked: AskedField) -> None:
        super().__init__()
        self.edit = QPlainTextEdit(asked.proposed) if asked.is_long else QLineEdit(asked.proposed)
        self.edit.setPlaceholderText(asked.example)
        self.edit.setAccessibleName(asked.words.replace("&", ""))
        if isinstance(self.edit, QPlainTextEdit):
            self.edit.setTabChangesFocus(True)
            self.edit.setObjectName("note_words")  # how it looks, with the keyboard and without
            self.edit.setMinimumHeight(self.edit.fontMetrics().lineSpacing() * _LINES)
        self.problem = QLabel()
        self.problem.setObjectName("said_at_field")
        self.problem.setWordWrap(True)
        self.problem.setTextFormat(Qt.TextFormat.PlainText)
        self.problem.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(3)
        layout.addWidget(self.edit)
        layout.addWidget(self.problem)
        self.setFocusProxy(self.edit)

    @property
    def text(self) -> str:
        """What is written."""
        if isinstance(self.edit, QPlainTextEdit):
            return self.edit.toPlainText()
        return self.edit.text()

    def write(self, text: str) -> None:
        """Write something else."""
        if isinstance(self.edit, QPlainTextEdit):
            self.edit.setPlainText(text)
        else:
            self.edit.setText(text)

    def say(self, sentence: str) -> None:
        """Say why what is written is refused, and bring the keyboard there; empty for nothing."""
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))
        self.edit.setAccessibleDescription(sentence)
        if sentence:
            self.edit.setFocus()
            self.edit.selectAll()


class NoticeForm(QDialog):
    """Asks a few things and keeps them; what is refused is said at its field, and stays written.

    Attributes:
        conflict_met: A sentence: another program has changed the month.
        fields: Where to write, by what is said.
        problem: Why it was not kept, where no field is at fault.
        save: Keeps it.
    """

    conflict_met = Signal(str)

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
        self.fields = {field.key: AnswerField(field) for field in fields}
        self.problem = QLabel()
        self._buttons = QDialogButtonBox()
        self.save = self._buttons.addButton("&Record", QDialogButtonBox.ButtonRole.AcceptRole)
        self._buttons.addButton("Cancel", QDialogButtonBox.ButtonRole.RejectRole)
        self._lay_out(title, fields)
        self.save.setDefault(True)
        self._buttons.accepted.connect(self._on_save)
        self._buttons.rejected.connect(self.reject)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self._on_save)
        fit_screen(self, QSize(_WIDTH, _HEIGHT))

    def _lay_out(self, title: str, fields: tuple[AskedField, ...]) -> None:
        heading = QLabel(title)
        heading.setObjectName("dialog_title")
        self.problem.setObjectName("said_at_field")
        self.problem.setWordWrap(True)
        self.problem.hide()
        has_lines = any(asked.is_long for asked in fields)
        hint = QLabel(_SIGNED + _BY_KEYS if has_lines else _SIGNED)
        hint.setObjectName("hint")
        hint.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 18, 22, 16)
        layout.setSpacing(12)
        layout.addWidget(heading)
        layout.addLayout(self._rows(fields))
        layout.addWidget(hint)
        layout.addStretch(1)
        layout.addWidget(self.problem)
        layout.addWidget(self._buttons)

    def _rows(self, fields: tuple[AskedField, ...]) -> QFormLayout:
        form = QFormLayout()
        form.setSpacing(8)
        for asked in fields:
            field, label = self.fields[asked.key], QLabel(asked.words)
            label.setBuddy(field.edit)
            if asked.is_long:
                form.addRow(label)
                form.addRow(field)
            else:
                form.addRow(label, field)
        return form

    def _on_save(self) -> None:
        answers = {key.value: field.text for key, field in self.fields.items()}
        try:
            self._keep(answers)
        except NoticeRefused as error:
            self._refuse(str(error), error.field)
        except (EditRefused, StoreError) as error:
            self._refuse(str(error))
            if isinstance(error, StoreConflict):
                self.conflict_met.emit(str(error))
        else:
            self.accept()

    def take_back_refusal(self) -> None:
        """Say no longer why it was not kept: what stood in the way is gone."""
        for field in self.fields.values():
            field.say("")
        self.problem.hide()

    def _refuse(self, sentence: str, at: NoticeField | None = None) -> None:
        """Say why it is not kept, at the field that is at fault if there is one."""
        self.take_back_refusal()
        field = self.fields.get(at) if at else None
        if field is not None:
            field.say(sentence)
        else:
            self.problem.setText(sentence)
            self.problem.show()
