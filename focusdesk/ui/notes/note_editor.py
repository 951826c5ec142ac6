"""Where a note is written: its words, how long it stays, who wrote it, and what it said before."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QListWidgetItem,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from focusdesk.filing.edit import EditRefused
from focusdesk.filing.filing import OF_THE_MONTH, Filing, Note, Status
from focusdesk.filing.ports import StoreConflict, StoreError
from focusdesk.filing.session import FilingSession
from focusdesk.ui.edges import moment_words
from focusdesk.ui.look.banner import READ_ONLY
from focusdesk.ui.look.earlier_words import EarlierWords
from focusdesk.ui.look.note_words import PERMANENT, THIS_MONTH, keeping_words
from focusdesk.ui.look.quick_radio import QuickRadio
from focusdesk.ui.look.small_screen import fit_screen

_TEXT_ROLE = Qt.ItemDataRole.UserRole + 1
_WIDTH, _HEIGHT, _TALLER = 480, 330, 450
_EARLIER_HEIGHT, _WORDS_HEIGHT = 48, 54
_NOT_SAVED = "These words are not saved yet: Ctrl+Enter saves them. Esc again leaves without them."
_MEANWHILE = (
    "{author} has written here meanwhile: those words stand first in the list. Saving puts yours "
    "in their place."
)
_HINT = "Ctrl+Enter saves, Esc closes. Undo does not reach notes: earlier words stay here."


class NoteEditor(QDialog):
    """Edits the note at one box, or on the month; the page can be looked through meanwhile.

    Attributes:
        saved: A sentence: what has been kept.
        conflict_met: A sentence: another program has changed the month.
        code: The box; `OF_THE_MONTH` for the month itself.
        words: The words of the note.
        permanent: Whether it comes back next month.
        this_month: Whether it does not.
        earlier: What the note said before, the newest first.
        take: Takes the earlier words that are chosen back into the editor.
        save: Keeps the note.
        withdraw: Empties it and keeps that.
        problem: Why it was not kept, or cannot be.
    """

    saved = Signal(str)
    conflict_met = Signal(str)

    def __init__(self, session: FilingSession, code: str, parent: QWidget | None = None) -> None:
        """Show the note as it is kept.

        Args:
            session: The filing.
            code: The box; `OF_THE_MONTH` for the month itself.
            parent: The window.

        Raises:
            StoreError: the note cannot be read.
        """
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._session, self.code = session, code
        self._note = _present(session, code)
        history = session.note_history(code)
        self._warned = False
        self.words = QPlainTextEdit(self._note.text if self._note else "")
        self.permanent = QuickRadio(f"&{PERMANENT}")
        self.this_month = QuickRadio(f"&{THIS_MONTH}")
        self.earlier = EarlierWords()
        self.take = QPushButton("Take these &words")
        self.problem = QLabel()
        self._buttons = QDialogButtonBox()
        self.save = self._buttons.addButton("&Save", QDialogButtonBox.ButtonRole.AcceptRole)
        self.withdraw = self._buttons.addButton(
            "With&draw", QDialogButtonBox.ButtonRole.DestructiveRole
        )
        self._leave = self._buttons.addButton("Close", QDialogButtonBox.ButtonRole.RejectRole)
        self._name_parts()
        self._lay_out(history)
        self._list_earlier(history)
        self._choose(permanent=self._note is not None and self._note.permanent)
        self._tie()
        self._open_or_closed()
        fit_screen(self, QSize(_WIDTH, _HEIGHT if self.earlier.isHidden() else _TALLER))

    @property
    def filing(self) -> Filing:
        """The month that the note belongs to."""
        return self._session.filing

    @property
    def has_unsaved_words(self) -> bool:
        """Whether there is something that is not kept yet."""
        text, kept = self.words.toPlainText().strip(), self._note.text if self._note else ""
        stays = self._note.permanent if self._note else False
        return text != kept or (bool(kept) and self.permanent.isChecked() != stays)

    def go_on_in(self, session: FilingSession) -> None:
        """Keep the note in the same month, which has been read again.

        Where somebody else has written here meanwhile, their words are shown before any are put in
        their place.
        """
        self._session = session
        try:
            note, history = _present(session, self.code), session.note_history(self.code)
        except StoreError as error:
            self._say(str(error))
            return
        self._say("")
        self._open_or_closed()
        if note != self._note:
            unsaved, self._note = self.has_unsaved_words, note
            self._list_earlier(history, all_of_it=unsaved)
            self._meet_words(history[-1], unsaved=unsaved)

    def _meet_words(self, written: Note, *, unsaved: bool) -> None:
        """Tell of words that another program has written here; show them unless some would go."""
        if not unsaved:
            self.words.setPlainText(written.text)
            self._choose(permanent=written.permanent)
        elif not self._session.read_only:
            self._say(_MEANWHILE.format(author=written.author))

    def keep(self) -> bool:
        """Keep the note as it stands; `False` when it is refused, and the sentence says why."""
        if not self.has_unsaved_words:
            return True
        text, permanent = self.words.toPlainText(), self.permanent.isChecked()
        try:
            note = self._session.write_note(self.code, text, permanent=permanent)
        except StoreConflict as error:
            self._say(str(error))
            self.conflict_met.emit(str(error))
            return False
        except (EditRefused, StoreError) as error:
            self._say(str(error))
            return False
        self._note = note
        self.saved.emit(_saved_words(self.code, note))
        return True

    @override
    def reject(self) -> None:
        """Leave; where words would be lost, say so first."""
        if self.has_unsaved_words and not self._warned and self.save.isVisible():
            self._warned = True
            self._say(_NOT_SAVED)
        else:
            super().reject()

    def _name_parts(self) -> None:
        self.setWindowTitle(f"Note {_where(self.code)}, {self.filing.title}")
        self.words.setAccessibleName(f"Words of the note {_where(self.code)}")
        self.words.setTabChangesFocus(True)
        self.words.setObjectName("note_words")
        self.earlier.setAccessibleName("Earlier words")
        self.problem.setObjectName("said_at_field")
        self.problem.setWordWrap(True)
        self.save.setToolTip("Ctrl+Enter")

    def _lay_out(self, history: Sequence[Note]) -> None:
        title = QLabel(f"Note {_where(self.code)}")
        title.setObjectName("dialog_title")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 14, 18, 14)
        layout.setSpacing(7)
        layout.addWidget(title)
        for words in (self._box_words(), _written_words(self._note, history)):
            if words:
                layout.addWidget(_hint(words))
        layout.addWidget(self.words, 2)
        kept = QHBoxLayout()
        kept.setSpacing(18)
        for choice in (self.permanent, self.this_month):
            kept.addWidget(choice)
        kept.addStretch(1)
        layout.addLayout(kept)
        self._lay_out_earlier(layout)
        layout.addWidget(_hint(_HINT))
        layout.addWidget(self.problem)
        layout.addWidget(self._buttons)
        self.save.setDefault(True)  # a dialog knows no button before it stands there
        self.words.setMinimumHeight(_WORDS_HEIGHT)

    def _lay_out_earlier(self, layout: QVBoxLayout) -> None:
        self._earlier_heading = QLabel("EARLIER WORDS")
        self._earlier_heading.setObjectName("section_heading")
        beside = QHBoxLayout()
        beside.addWidget(self._earlier_heading, 1)
        beside.addWidget(self.take)
        layout.addLayout(beside)
        layout.addWidget(self.earlier, 1)
        self.earlier.setMinimumHeight(_EARLIER_HEIGHT)

    def _list_earlier(self, history: Sequence[Note], *, all_of_it: bool = False) -> None:
        before = history if all_of_it or not self._note else history[:-1]
        self.earlier.clear()
        for note in reversed(before):
            told = f"{note.author}, {moment_words(note.written)}"
            said = note.text or "Withdrawn"
            kept = f", {keeping_words(permanent=note.permanent)}" if note.text else ""
            item = QListWidgetItem(f"{told}{kept}\n{said}")
            item.setData(_TEXT_ROLE, note)
            self.earlier.addItem(item)
        shown = bool(before)
        for part in (self._earlier_heading, self.earlier, self.take):
            part.setVisible(shown)
        self.earlier.setCurrentRow(0)

    def _tie(self) -> None:
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self._on_save)
        self._buttons.accepted.connect(self._on_save)
        self._buttons.rejected.connect(self.reject)
        self.withdraw.clicked.connect(self._on_withdraw)
        self.words.textChanged.connect(self._on_written)
        self.permanent.toggled.connect(self._on_written)
        self.take.clicked.connect(self._on_take)
        self.earlier.itemActivated.connect(self._on_take)

    def _open_or_closed(self) -> None:
        """Let a note of a closed month be read, and say why it cannot be changed."""
        closed = self._session.read_only
        self.words.setReadOnly(closed)
        for part in (self.permanent, self.this_month):
            part.setEnabled(not closed)
        self.save.setVisible(not closed)
        self.withdraw.setVisible(not closed and self._note is not None)
        if closed:
            self.take.hide()
            self._say(_why_closed(self.filing))
            self._leave.setDefault(True)
        self.words.setFocus()
        self.words.moveCursor(self.words.textCursor().MoveOperation.End)

    def _choose(self, *, permanent: bool) -> None:
        """Choose how long the note stays; Tab goes to what is chosen, the arrows to the other."""
        both = (self.permanent, self.this_month)
        chosen, other = both if permanent else reversed(both)
        chosen.setChecked(True)
        chosen.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        other.setFocusPolicy(Qt.FocusPolicy.ClickFocus)

    def _box_words(self) -> str:
        if self.code == OF_THE_MONTH:
            return f"For {self.filing.title} as a whole"
        return self._session.edition.name_of(self.code)

    def _say(self, sentence: str) -> None:
        self.problem.setText(sentence)
        self.problem.setAccessibleName(sentence)

    def _on_written(self) -> None:
        self._warned = False
        if self.save.isVisible():
            self._say("")

    def _on_save(self) -> None:
        if not self._session.read_only and self.keep():
            self.accept()

    def _on_withdraw(self) -> None:
        self.words.clear()
        self._on_save()

    def _on_take(self) -> None:
        item = self.earlier.currentItem()
        if self.earlier.count() and not self._session.read_only:
            note: Note = item.data(_TEXT_ROLE)
            self.words.setPlainText(note.text)
            self._choose(permanent=note.permanent)
            self.words.setFocus()


def _present(session: FilingSession, code: str) -> Note | None:
    return session.month_note() if code == OF_THE_MONTH else session.notes().get(code)


def _where(code: str) -> str:
    return "on the month" if code == OF_THE_MONTH else f"at {code}"


def _written_words(note: Note | None, history: Sequence[Note]) -> str:
    """Say of the present words who wrote them and when, or that they were withdrawn."""
    if note is not None:
        return f"Written by {note.author}, {moment_words(note.written)}"
    if not history:
        return "No note has been written here yet."
    last = history[-1]
    return (
        f"Withdrawn by {last.author}, {moment_words(last.written)}. "
        f"To get the words back, take them from the earlier ones below and save."
    )


def _saved_words(code: str, note: Note) -> str:
    if not note.text:
        return f"The note {_where(code)} is withdrawn; its editor still has the earlier words."
    return f"The note {_where(code)} is saved. {keeping_words(permanent=note.permanent)}."


def _why_closed(filing: Filing) -> str:
    if filing.status is Status.SEALED:
        return f"{filing.period.label} is sealed: its notes can be read and not changed."
    return READ_ONLY


def _hint(words: str) -> QLabel:
    hint = QLabel(words)
    hint.setObjectName("hint")
    hint.setWordWrap(True)
    return hint
