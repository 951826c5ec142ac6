"""Files at boxes and at the month: attached, looked at, copied out, withdrawn."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from focusdesk.filing.attachment import Attachment, runs_as
from focusdesk.filing.edit import Cause, ChangeSet, EditRefused
from focusdesk.filing.filing import OF_THE_MONTH, Filing
from focusdesk.filing.ports import StoreConflict, StoreError
from focusdesk.filing.session import FilingSession
from focusdesk.ui.desk.actions import Slot
from focusdesk.ui.desk.desk import Desk
from focusdesk.ui.desk.workplace import Workplace
from focusdesk.ui.edges import EdgeRefused
from focusdesk.ui.look.note_words import count_of
from focusdesk.ui.look.notices import Notice, ask, tell
from focusdesk.ui.notes.attachments_dialog import AttachmentsDialog
from focusdesk.ui.notes.file_drops import FileDrops

_NOT_ATTACHED = "The file was not attached"
_NOT_OPENED = "The file was not opened"
_ALL = "All files (*)"


class Attaching(QObject):
    """Does what the menus, the list of files and a drop on the page ask for.

    Attributes:
        listed: The list that is open; `None` for none.
    """

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace.frame)
        self._workplace = workplace
        self.listed: AttachmentsDialog | None = None
        self._drops = FileDrops(self)
        self._drops.dropped.connect(self._on_dropped)
        self._drops.hovered.connect(self._on_hovered)

    def slots(self) -> Mapping[str, Slot]:
        """Say what its actions do."""
        work = self._workplace
        return {
            "attach_file": work.once_settled(lambda desk: self.ask_and_attach(desk.current_code)),
            "attachments": work.with_session(self._list),
        }

    def follow(self, desk: Desk) -> None:
        """Attach to the filings of another store."""
        desk.explain.attach_asked.connect(self.ask_and_attach)
        desk.explain.file_activated.connect(self.open_file)
        desk.month_opened.connect(self._on_month_opened)
        desk.leaving.connect(self._on_leaving)
        desk.open_filings.filing_changed.connect(self._on_filing_changed)

    def ask_and_attach(self, code: str) -> None:
        """Ask for files and attach them to a box, or to the month."""
        where = "the month" if code == OF_THE_MONTH else code
        work = self._workplace
        folder = work.edges.documents_folder
        self.attach(code, work.questions.files(self._window, f"Attach to {where}", folder))

    def attach(self, code: str, paths: Sequence[Path]) -> None:
        """Attach files to a box, or to the month; what cannot be attached says why."""
        session = self._workplace.session
        attached: list[str] = []
        for path in paths:
            if session is None or not self._attach(session, code, path):
                break
            attached.append(path.name)
        if attached:
            where = "the month" if code == OF_THE_MONTH else code
            named = attached[0] if len(attached) == 1 else count_of(len(attached), "file")
            self._say(f"Attached to {where}: {named}")

    def open_file(self, file: Attachment) -> None:
        """Show a copy of a file with the system's viewer; ask before anything that could run."""
        danger = runs_as(file.name)
        if not danger:
            self._show(file)
            return

        def show() -> None:
            self._show(file)

        sentence = (
            f'"{file.name}" is {danger}: opening it may run what is in it on this computer, with '
            f"your rights. Open it only if you know who made it. {file.author} attached it."
        )
        ask(self._window, "Open a file that can run?", sentence, "Open it", show)

    @property
    def _window(self) -> QWidget:
        return self.listed or self._workplace.frame

    def _attach(self, session: FilingSession, code: str, path: Path) -> bool:
        try:
            session.attach(code, path.name, self._workplace.edges.read_file(path))
        except StoreConflict as error:
            self._meet_conflict(str(error))
        except (EdgeRefused, EditRefused, StoreError) as error:
            tell(self._window, _NOT_ATTACHED, str(error))
        else:
            return True
        return False

    def _show(self, file: Attachment) -> None:
        session = self._workplace.session
        if session is None:
            return
        edges = self._workplace.edges
        try:
            copy = edges.keep_copy(file.name, session.read_attachment(file))
        except (EdgeRefused, StoreError) as error:
            tell(self._window, _NOT_OPENED, str(error))
            return
        if edges.show_file(copy):
            self._say(f"Opened a copy of {file.name}: what is changed in it is not kept here.")
        else:
            self._say(f"No viewer opened {file.name}: save a copy of it.", "error")

    def _save(self, file: Attachment) -> None:
        session, work = self._workplace.session, self._workplace
        proposed = work.edges.documents_folder / file.name
        path = work.questions.file_to_write(self._window, "Save a copy", proposed, _ALL)
        if path is None or session is None:
            return
        try:
            work.edges.write_file(path, session.read_attachment(file))
        except (EdgeRefused, StoreError) as error:
            tell(self._window, "The copy was not written", str(error))
        else:
            self._say(f"Written: {path}")

    def _ask_to_withdraw(self, file: Attachment) -> Notice:
        where = "the month" if file.code == OF_THE_MONTH else file.code
        sentence = (
            f'"{file.name}" will be listed at {where} no more. The store keeps it, with who '
            f"attached it and who withdrew it, for the audit trail."
        )

        def withdraw() -> None:
            self._withdraw(file)

        return ask(self._window, "Withdraw the file?", sentence, "Withdraw it", withdraw)

    def _withdraw(self, file: Attachment) -> None:
        session = self._workplace.session
        try:
            if session is not None:
                session.withdraw_attachment(file)
                self._say(f"{file.name} is withdrawn; the store keeps it for the audit trail.")
        except StoreConflict as error:
            self._meet_conflict(str(error))
        except (EditRefused, StoreError) as error:
            tell(self._window, "The file was not withdrawn", str(error))

    def _list(self, session: FilingSession) -> None:
        desk = self._workplace.desk
        try:
            listed = AttachmentsDialog(
                session, desk.current_code if desk else "", self._workplace.frame
            )
        except StoreError as error:
            tell(self._window, "The files cannot be listed", str(error))
            return
        self.listed = listed
        listed.open_asked.connect(self.open_file)
        listed.save_asked.connect(self._save)
        listed.withdraw_asked.connect(self._ask_to_withdraw)
        listed.attach_asked.connect(self.ask_and_attach)
        listed.finished.connect(self._on_list_closed)
        listed.open()
        listed.table.setFocus()

    def _say(self, sentence: str, look: str = "") -> None:
        self._workplace.status.say(sentence, look)
        if self.listed is not None:
            self.listed.say(sentence)

    def _meet_conflict(self, sentence: str) -> None:
        if self.listed is not None:
            self.listed.reject()
        if self._workplace.desk is not None:
            self._workplace.desk.ask_to_read_again(sentence)

    def _on_hovered(self, code: str) -> None:
        self._workplace.status.say(f"Drop to attach to {code}" if code else "")

    def _on_dropped(self, code: str, paths: Sequence[Path]) -> None:
        if self._workplace.settle():
            self.attach(code, paths)

    def _on_month_opened(self) -> None:
        """Take what is dropped on the month's pages, while it can be changed."""
        desk, session = self._workplace.desk, self._workplace.session
        if desk is not None and desk.tabs is not None and session and not session.read_only:
            self._drops.watch(desk.tabs)

    def _on_filing_changed(self, filing: Filing, changed: ChangeSet) -> None:
        listed = self.listed
        if changed.cause is Cause.ATTACHED and listed and filing.id == listed.session.filing.id:
            listed.refresh()

    def _on_leaving(self) -> None:
        if self.listed is not None:
            self.listed.reject()

    def _on_list_closed(self) -> None:
        self.listed = None
