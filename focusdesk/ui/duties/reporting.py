"""A schedule is marked complete; what a rule wants reported is on record from then on."""

from collections.abc import Callable, Generator, Mapping
from contextlib import contextmanager

from PySide6.QtCore import QObject

from focusdesk.filing.edit import EditRefused
from focusdesk.filing.notice import Notice
from focusdesk.filing.notice_book import NoticeBook
from focusdesk.filing.notice_sheet import notice_sheet
from focusdesk.filing.ports import StoreConflict, StoreError
from focusdesk.filing.session import FilingSession
from focusdesk.form.schedule import Schedule
from focusdesk.ui.desk.actions import Slot
from focusdesk.ui.desk.desk import Desk
from focusdesk.ui.desk.record_question import record_question
from focusdesk.ui.desk.workplace import Workplace
from focusdesk.ui.duties.listed_notices import NoticeDue
from focusdesk.ui.duties.notices_dialog import NoticesDialog
from focusdesk.ui.edges import EdgeRefused, PrintedSheet
from focusdesk.ui.look.lasting_question import ask_for_good
from focusdesk.ui.look.note_words import count_of
from focusdesk.ui.look.notices import tell


class Reporting(QObject):
    """Marks schedules complete, and opens the list of notices.

    Attributes:
        listed: The list that is open; `None` for none.
    """

    def __init__(self, workplace: Workplace, show_sheet: Callable[[PrintedSheet], None]) -> None:
        """Work in a window.

        Args:
            workplace: The window.
            show_sheet: Shows a sheet from where it is printed or saved.
        """
        super().__init__(workplace.frame)
        self._workplace, self._show_sheet = workplace, show_sheet
        self.listed: NoticesDialog | None = None

    def slots(self) -> Mapping[str, Slot]:
        """Say what its actions do."""
        work = self._workplace
        return {
            "notices": work.with_session(self._list),
            "complete_schedule": work.with_session(self._toggle_complete),
        }

    def follow(self, desk: Desk) -> None:
        """List the notices of another store."""
        desk.month_opened.connect(self._on_month_opened)
        desk.leaving.connect(self._close)
        desk.open_filings.filing_changed.connect(self._on_filing_changed)

    def _toggle_complete(self, session: FilingSession) -> None:
        """Mark the schedule of the current box complete, or take it into work again.

        What that puts on record for good is asked first.
        """
        code = self._workplace.desk.current_code if self._workplace.desk else ""
        if not code:
            self._workplace.status.say("Turn to the schedule that is complete first.")
            return
        schedule, book = session.edition.schedule_of(code), NoticeBook(session)
        with self._said_in_status():
            if schedule.id in book.complete_schedules():
                book.take_into_work(schedule.id)
                self._workplace.status.say(f"{schedule.tab} is in work again.")
                return
            events = book.recorded_by_completing(schedule.id)
            if not events:
                self._complete(session, schedule)
                return
            doing = f"Marking {schedule.tab} complete"
            question = record_question(self._workplace.frame, doing, events)
            ask_for_good(question, lambda: self._complete(session, schedule))

    def _complete(self, session: FilingSession, schedule: Schedule) -> None:
        with self._said_in_status():
            recorded = NoticeBook(session).mark_complete(schedule.id)
            if not recorded:
                self._workplace.status.say(f"{schedule.tab} is complete.")
                return
            said = f"{schedule.tab} is complete; {count_of(len(recorded), 'notice')} recorded."
            self._workplace.status.say(said, "error")
            self._list(session)

    @contextmanager
    def _said_in_status(self) -> Generator[None, None, None]:
        """Say what is refused in the status line; where the month has changed, offer to read it."""
        try:
            yield
        except StoreConflict as error:
            self._on_conflict(str(error))
        except (EditRefused, StoreError) as error:
            self._workplace.status.say(str(error), "error")

    def _list(self, session: FilingSession) -> None:
        if self.listed is not None:
            self.listed.raise_()
            self.listed.activateWindow()
            self._choose(self.listed)
            return
        try:
            dialog = NoticesDialog(session, self._due_of(session), self._workplace.frame)
        except StoreError as error:
            tell(self._workplace.frame, "The notices cannot be read", str(error))
            return
        self.listed = dialog
        dialog.finished.connect(self._on_closed)
        dialog.place_chosen.connect(self._on_place_chosen)
        dialog.print_asked.connect(self._on_print_asked)
        dialog.conflict_met.connect(self._on_conflict)
        self._choose(dialog)
        dialog.show()

    def _choose(self, dialog: NoticesDialog) -> None:
        """Come to the notice of the finding that was chosen last among the findings."""
        desk = self._workplace.desk
        finding = desk.findings.chosen if desk is not None else None
        if finding is not None:
            dialog.choose((finding.id, finding.schedule))

    def _due_of(self, session: FilingSession) -> NoticeDue:
        edges = self._workplace.edges
        return lambda notice: edges.notice_due(session.store, notice)

    def _on_place_chosen(self, code: str) -> None:
        if self._workplace.desk is not None:
            self._workplace.desk.go_to(code)

    def _on_print_asked(self, notice: Notice, due: str) -> None:
        session, over = self._workplace.session, self.listed
        if session is None or over is None:
            return
        try:
            sheet = notice_sheet(session, notice, due)
            content = self._workplace.edges.draw_notices(session, [sheet])
        except EdgeRefused as error:
            tell(over, "The notice cannot be printed", str(error))
            return
        name = f"FOCUS {session.filing.stem} notice {notice.number}.pdf"
        words = f"{sheet.title}. What to tell whom by when, with room for what only the firm knows."
        self._show_sheet(PrintedSheet(f"Notice {notice.number}", name, words, content))

    def _on_closed(self) -> None:
        self.listed = None

    def _on_month_opened(self) -> None:
        """Leave the notices of another month; of one that was read again list them anew."""
        session = self._workplace.session
        if self.listed is None or session is None:
            return
        if self.listed.filing_id == session.filing.id:
            self.listed.show_session(session, self._due_of(session))
        else:
            self._close()

    def _on_conflict(self, sentence: str) -> None:
        """Offer to read the month again, over whatever has met that another program changed it."""
        if self._workplace.desk is not None:
            over = self.listed.form or self.listed if self.listed is not None else None
            self._workplace.desk.ask_to_read_again(sentence, over)

    def _on_filing_changed(self) -> None:
        if self.listed is not None:
            self.listed.refresh()

    def _close(self) -> None:
        if self.listed is not None:
            self.listed.reject()
