"""The list of all notes of a month: look through, filter, go there, change, copy."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from focusdesk.filing.ports import StoreError
from focusdesk.filing.session import FilingSession
from focusdesk.ui.look.note_words import count_of
from focusdesk.ui.look.record_table import Record, RecordModel, RecordTable
from focusdesk.ui.look.small_screen import fit_screen
from focusdesk.ui.notes.listed_notes import (
    HEADINGS,
    ListedNote,
    as_text,
    count_words,
    listed_notes,
    matching,
)
from focusdesk.ui.page.spoken import printed_code

_LINE, _WORDS = HEADINGS.index("Line"), HEADINGS.index("Note")
_LIST_KEYS = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)
_NOTHING_FOUND = "No note has these words."

_NO_CODE = "no code"  # the form prints none at such a box


class NotesDialog(QDialog):
    """Lists notes; arrows move in the list while the filter keeps the keyboard.

    Attributes:
        place_chosen: The code that the user goes to; `OF_THE_MONTH` for the month's own note.
        note_asked: The code of the note that the user wants to change.
        sought: What the list is filtered by.
        table: The list.
        go: Goes to the box of the note that is chosen.
        change: Opens it in the editor.
        copy: Copies the list as text.
        counted: How many notes there are, and how many come along.
    """

    place_chosen = Signal(str)
    note_asked = Signal(str)

    def __init__(self, session: FilingSession, parent: QWidget | None = None) -> None:
        """List the notes of a month.

        Raises:
            StoreError: they cannot be read.
        """
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(f"Notes of {session.filing.title}")
        self._session = session
        self._notes = listed_notes(session)
        self._shown: tuple[ListedNote, ...] = ()
        self.sought = QLineEdit()
        self._model = RecordModel(HEADINGS, self)
        self.table = RecordTable(self._model, {_LINE: 2, _WORDS: 3})
        self.counted = QLabel()
        self._buttons = QDialogButtonBox()
        self.go = self._button("&Go there", self._on_go)
        self.change = self._button("Change\u2026  F2", self._on_change)
        self.month = self._button("&Month's note\u2026", lambda: self.note_asked.emit(""))
        self.copy = self._button("&Copy as text", self._on_copy)
        self._buttons.addButton("Close", QDialogButtonBox.ButtonRole.RejectRole)
        self.go.setDefault(True)
        self._lay_out()
        self.sought.textChanged.connect(self._list)
        self.table.chosen.connect(self._on_go)
        self._buttons.rejected.connect(self.reject)
        self._list()

    @property
    def filing_id(self) -> int:
        """The number of the filing whose notes are listed."""
        return self._session.filing.id

    @property
    def shown(self) -> tuple[ListedNote, ...]:
        """The notes that are listed now."""
        return self._shown

    def refresh(self) -> None:
        """List the notes as they stand now; the place in the list stays."""
        try:
            self._notes = listed_notes(self._session)
        except StoreError as error:
            self.counted.setText(str(error))
            return
        self._list()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let the arrows move in the list while the filter keeps the keyboard."""
        if event.key() in _LIST_KEYS and self.sought.hasFocus():
            self.table.event(event)
        elif event.key() == Qt.Key.Key_F2:
            self._on_change()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.sought.hasFocus():
            self._on_go()
        else:
            super().keyPressEvent(event)

    def _button(self, words: str, do: object) -> QPushButton:
        button = self._buttons.addButton(words, QDialogButtonBox.ButtonRole.ActionRole)
        button.clicked.connect(do)
        return button

    def _lay_out(self) -> None:
        self.sought.setPlaceholderText("Filter: a code, words, an author, permanent")
        self.sought.setAccessibleName("Filter the notes")
        self.table.setAccessibleName("Notes")
        self.counted.setObjectName("hint")
        self.counted.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 14, 14, 12)
        layout.setSpacing(8)
        for part in (self.sought, self.table, self.counted, self._buttons):
            layout.addWidget(part)
        fit_screen(self, QSize(920, 520))

    def _list(self) -> None:
        at = max(self.table.current, 0)
        self._shown = matching(self._notes, self.sought.text())
        self._model.show([_record(note) for note in self._shown])
        self.table.choose(at)
        for button in (self.go, self.change, self.copy):
            button.setEnabled(bool(self._shown))
        self.counted.setText(self._said())

    def _said(self) -> str:
        if self._notes and not self._shown:
            return _NOTHING_FOUND
        if len(self._shown) < len(self._notes):
            return f"{len(self._shown)} of {count_of(len(self._notes), 'note')}"
        return count_words(self._notes)

    @property
    def _code(self) -> str | None:
        at = self.table.current
        return self._shown[at].note.code if 0 <= at < len(self._shown) else None

    def _on_go(self) -> None:
        code = self._code
        if code is not None:
            self.accept()
            self.place_chosen.emit(code)

    def _on_change(self) -> None:
        if self._code is not None:
            self.note_asked.emit(self._code)

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(as_text(self._shown))
        self.counted.setText(f"{count_of(len(self._shown), 'note')} copied, with headings.")


def _record(note: ListedNote) -> Record:
    code, *rest = note.cells
    return Record((printed_code(code) or _NO_CODE, *rest), f"{note.line}\n{note.note.text}")
