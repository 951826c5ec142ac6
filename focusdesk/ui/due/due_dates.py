"""Due dates on the desk: the year, another day for a month, its handing in, the firm's calendar."""

from collections.abc import Mapping

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from focusdesk.filing.filing_due import DueRefused, FilingDue
from focusdesk.filing.ports import StoreError
from focusdesk.form.period import Period
from focusdesk.ui.desk.actions import Slot
from focusdesk.ui.desk.desk import Desk
from focusdesk.ui.desk.workplace import Workplace
from focusdesk.ui.due.calendar_dialog import CalendarDialog
from focusdesk.ui.due.due_calendar import DueCalendar
from focusdesk.ui.due.hand_in_dialog import HandInDialog
from focusdesk.ui.due.override_dialog import OverrideDialog
from focusdesk.ui.edges import EdgeRefused
from focusdesk.ui.look.notices import tell

_FILES = "Calendar (*.ics)"


class DueDates(QObject):
    """Shows when the months are due, and settles what that goes by.

    Attributes:
        calendar: The year that is open; `None` for none.
    """

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace.frame)
        self._workplace = workplace
        self.calendar: DueCalendar | None = None

    def slots(self) -> Mapping[str, Slot]:
        """Say what its actions do."""
        work = self._workplace
        return {
            "due_dates": work.once_settled(self._show),
            "set_due": work.with_session(lambda session: self._override(session.filing.period)),
            "hand_in": work.with_session(lambda session: self._hand_in(session.filing.period)),
            "firm_calendar": work.once_settled(lambda _: self._choose_calendar()),
        }

    def follow(self, desk: Desk) -> None:
        """Show the due dates of another store."""
        desk.leaving.connect(self._on_leaving)
        desk.open_filings.firm_changed.connect(self._show_year_anew)

    def _show(self, desk: Desk) -> None:
        """Show the year in which the open month is due."""
        period, today = _open_period(desk), self._workplace.edges.today()
        due = self._workplace.edges.due_day(desk.register, period) if period else None
        calendar = DueCalendar(due.due.year if due else today.year, self._workplace.frame)
        self.calendar = calendar
        calendar.allow_writing(allowed=not desk.register.store.read_only)
        calendar.year_asked.connect(self._read)
        calendar.month_asked.connect(self._on_month_asked)
        calendar.override_asked.connect(self._override)
        calendar.hand_in_asked.connect(self._hand_in)
        calendar.calendar_asked.connect(self._choose_calendar)
        calendar.save_asked.connect(self._on_save)
        calendar.finished.connect(self._on_closed)
        self._read(calendar.year)
        calendar.choose(period, today)
        calendar.open()
        calendar.table.setFocus()

    def _read(self, year: int) -> None:
        desk, calendar = self._workplace.desk, self.calendar
        if desk is None or calendar is None:
            return
        edges = self._workplace.edges
        try:
            months = edges.due_year(desk.register, year)
        except (DueRefused, StoreError) as error:
            calendar.show_year(year, (), edges.today())
            calendar.say(str(error))
            return
        calendar.show_year(year, months, edges.today())

    def _override(self, period: Period) -> None:
        desk, due = self._workplace.desk, self._due(period)
        if desk is None or due is None:
            return
        asked = OverrideDialog(desk.register.store, due, self._window)
        asked.settled.connect(self._on_settled)
        asked.open()
        asked.day.setFocus()

    def _hand_in(self, period: Period) -> None:
        desk, due = self._workplace.desk, self._due(period)
        if desk is None or due is None:
            return
        today = self._workplace.edges.today()
        asked = HandInDialog(desk.register.store, due, today, self._window)
        asked.settled.connect(self._on_settled)
        asked.open()
        asked.first_field.setFocus()

    def _due(self, period: Period) -> FilingDue | None:
        """Read when a month is due; say why where that cannot be read."""
        desk = self._workplace.desk
        try:
            return self._workplace.edges.filing_due(desk.register, period) if desk else None
        except (DueRefused, StoreError) as error:
            tell(self._window, "The due date cannot be read", str(error))
            return None

    def _choose_calendar(self) -> None:
        desk = self._workplace.desk
        if desk is None:
            return
        try:
            asked = CalendarDialog(desk.register.store, self._window)
        except StoreError as error:
            tell(self._window, "The firm's calendar cannot be read", str(error))
            return
        asked.settled.connect(self._on_settled)
        asked.open()
        asked.calendar.setFocus()

    @property
    def _window(self) -> QWidget:
        return self.calendar or self._workplace.frame

    def _on_settled(self, sentence: str) -> None:
        """Show everywhere what counts from now on, and judge by it whether a month was late."""
        work = self._workplace
        work.status.say(sentence)
        self._show_year_anew()
        if self.calendar is not None:
            self.calendar.say(sentence)
        if work.desk is None:
            return
        work.desk.show_due_days()
        try:
            work.desk.open_filings.due_days_changed()
        except StoreError as error:
            work.status.say(str(error), "error")

    def _show_year_anew(self) -> None:
        if self.calendar is not None:
            self._read(self.calendar.year)

    def _on_month_asked(self, period: Period) -> None:
        desk, calendar = self._workplace.desk, self.calendar
        if desk is None or calendar is None:
            return
        month = next((each for each in calendar.months if each.due.period == period), None)
        if month is not None and month.filing is not None:
            calendar.accept()
            desk.show_month(month.filing)
            desk.focus_page()

    def _on_save(self) -> None:
        work, calendar = self._workplace, self.calendar
        if work.desk is None or calendar is None:
            return
        proposed = work.edges.documents_folder / f"FOCUS due dates {calendar.year}.ics"
        path = work.questions.file_to_write(calendar, "Save due dates", proposed, _FILES)
        if path is None:
            return
        try:
            work.edges.write_file(path, work.edges.due_file(work.desk.register, calendar.months))
        except (EdgeRefused, StoreError) as error:
            tell(calendar, "The file was not written", str(error))
            return
        calendar.say(f"Written: {path}")

    def _on_leaving(self) -> None:
        if self.calendar is not None:
            self.calendar.reject()

    def _on_closed(self) -> None:
        self.calendar = None


def _open_period(desk: Desk) -> Period | None:
    return desk.session.filing.period if desk.session else None
