"""Notes on the desk: the editor at a box, the list of all of them."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, QSize
from PySide6.QtWidgets import QWidget

from focusdesk.filing.edit import Cause, ChangeSet
from focusdesk.filing.filing import OF_THE_MONTH, Filing
from focusdesk.filing.ports import StoreError
from focusdesk.filing.session import FilingSession
from focusdesk.ui.desk.actions import Slot
from focusdesk.ui.desk.desk import Desk
from focusdesk.ui.desk.workplace import Workplace
from focusdesk.ui.look.notices import tell
from focusdesk.ui.notes.note_editor import NoteEditor
from focusdesk.ui.notes.notes_dialog import NotesDialog
from focusdesk.ui.page.beside_box import beside_on_screen

_TITLE_BAR = QSize(0, 30)
"""What a window manager may still put over an editor that has just been shown."""


class Noting(QObject):
    """Opens one editor at a time, near the box that it is for.

    Attributes:
        editor: The editor that is open; `None` for none.
        listed: The list that is open; `None` for none.
    """

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace.frame)
        self._workplace = workplace
        self.editor: NoteEditor | None = None
        self.listed: NotesDialog | None = None
        workplace.keep_before_leaving(self.keep)

    def slots(self) -> Mapping[str, Slot]:
        """Say what its actions do."""
        work = self._workplace
        return {
            "write_note": work.once_settled(lambda desk: self.write(desk.current_code)),
            "month_note": work.settled(lambda: self.write(OF_THE_MONTH)),
            "all_notes": work.with_session(self._list),
        }

    def follow(self, desk: Desk) -> None:
        """Write the notes of another store."""
        desk.month_opened.connect(self._on_month_opened)
        desk.leaving.connect(self._on_leaving)
        desk.open_filings.filing_changed.connect(self._on_filing_changed)

    def write(self, code: str, parent: QWidget | None = None) -> None:
        """Open the editor of the note at a box of the open month, or on the month itself.

        Words that are not saved yet in another editor are kept first; where that is refused, that
        editor comes in front instead.
        """
        session, editor = self._workplace.session, self.editor
        if session is None:
            return
        if editor is not None:
            same = editor.code == code and editor.filing.id == session.filing.id
            if same or not self.keep():
                _bring_in_front(editor)
                return
            editor.accept()
        try:
            editor = NoteEditor(session, code, parent or self._workplace.frame)
        except StoreError as error:
            tell(self._workplace.frame, "The note cannot be read", str(error))
            return
        self._put_up(editor)

    def keep(self) -> bool:
        """Keep what is written in the open editor; `False` when it is refused, and it says why."""
        kept = self.editor is None or self.editor.keep()
        if self.editor is not None and not kept:
            _bring_in_front(self.editor)
        return kept

    def _put_up(self, editor: NoteEditor) -> None:
        self.editor = editor
        editor.saved.connect(self._workplace.status.say)
        editor.conflict_met.connect(self._on_conflict_met)
        editor.finished.connect(self._on_closed)
        if editor.parentWidget() is self.listed:
            editor.open()  # the list must not be closed over words that are not saved
        else:
            editor.show()
            self._place(editor)
        _bring_in_front(editor)
        editor.words.setFocus()

    def _place(self, editor: NoteEditor) -> None:
        """Put the editor at its box, where that is seen."""
        work = self._workplace
        current = work.desk is not None and work.desk.current_code == editor.code
        box = work.box_on_screen() if current else None
        if box is not None:
            size = editor.frameGeometry().size() + _TITLE_BAR
            editor.move(beside_on_screen(size, box, editor.screen().availableGeometry()))

    def _list(self, session: FilingSession) -> None:
        try:
            listed = NotesDialog(session, self._workplace.frame)
        except StoreError as error:
            tell(self._workplace.frame, "The notes cannot be read", str(error))
            return
        self.listed = listed
        listed.place_chosen.connect(self._on_place_chosen)
        listed.note_asked.connect(self._on_note_asked)
        listed.finished.connect(self._on_list_closed)
        listed.open()
        listed.sought.setFocus()

    def _on_place_chosen(self, code: str) -> None:
        desk = self._workplace.desk
        self._workplace.frame.activateWindow()
        if code == OF_THE_MONTH:
            self.write(code)
        elif desk is not None and desk.go_to(code):
            desk.focus_page()
        else:
            self._workplace.status.say(f"The form has no box {code} any more.", "error")

    def _on_note_asked(self, code: str) -> None:
        self.write(code, self.listed)

    def _on_conflict_met(self, sentence: str) -> None:
        """Ask over the editor, which would cover the question, with its month on the desk."""
        desk, editor = self._workplace.desk, self.editor
        if desk is not None and editor is not None and desk.show_month(editor.filing):
            desk.ask_to_read_again(sentence, editor)

    def _on_month_opened(self) -> None:
        """Let the editor go on in its month when that has been read again."""
        session = self._workplace.session
        if self.editor and session and session.filing.id == self.editor.filing.id:
            self.editor.go_on_in(session)

    def _on_filing_changed(self, filing: Filing, changed: ChangeSet) -> None:
        if changed.cause is Cause.NOTED and self.listed and filing.id == self.listed.filing_id:
            self.listed.refresh()

    def _on_leaving(self) -> None:
        """Keep what is written before the store is closed, and close what belongs to it."""
        if self.editor is not None:
            self.editor.keep()
            self.editor.accept()
        if self.listed is not None:
            self.listed.reject()

    def _on_closed(self) -> None:
        parent = self.editor.parentWidget() if self.editor else None
        self.editor = None
        if parent is not None:
            parent.activateWindow()

    def _on_list_closed(self) -> None:
        self.listed = None


def _bring_in_front(editor: NoteEditor) -> None:
    editor.raise_()
    editor.activateWindow()
