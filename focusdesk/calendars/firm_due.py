"""When a firm's filing is due: by the calendar that it goes by then, or as somebody has set it."""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from focusdesk.calendars.due import CalendarError, business_days_left, business_days_past, due_date
from focusdesk.filing.due_months import DueMonth, due_months
from focusdesk.filing.due_override import override_history
from focusdesk.filing.filing_due import Calendar, DueOverride, DueRefused, FilingDue, HandIn
from focusdesk.filing.firm_calendar import FirmCalendar, calendar_moments, kept_calendar
from focusdesk.filing.hand_in import hand_in_history
from focusdesk.filing.ports import FilingStore
from focusdesk.form.period import Period

_MONTHS = 12


@dataclass(frozen=True, slots=True)
class FirmDue:
    """What a firm has settled about its due dates, read once to answer for many periods.

    Attributes:
        calendar: By which calendar it counts, and from when on.
        overrides: Every due date that was set or withdrawn, oldest first, by its period.
        recounted: When it chose by which calendar it counts, oldest first.
        hand_ins: What was said of handing months in, oldest first, by the period.
    """

    calendar: FirmCalendar
    overrides: Mapping[Period, tuple[DueOverride, ...]]
    recounted: tuple[dt.datetime, ...] = ()
    hand_ins: Mapping[Period, tuple[HandIn, ...]] = field(
        default_factory=dict[Period, tuple[HandIn, ...]]
    )

    @classmethod
    def read(cls, store: FilingStore) -> "FirmDue":
        """Read what the firm has settled.

        Raises:
            DueRefused: what is kept as its calendar cannot be read.
            StoreError: the store cannot be read.
        """
        return cls(
            kept_calendar(store),
            override_history(store),
            calendar_moments(store),
            hand_in_history(store),
        )

    def of(self, period: Period) -> FilingDue:
        """Say when the filing of a period is due."""
        found = filing_due(period, self.calendar.of(period), self.overrides.get(period, ()))
        hand_ins = self.hand_ins.get(period, ())
        return replace(found, recounted=self.recounted, hand_ins=hand_ins)


def due_on(store: FilingStore) -> Callable[[Period], dt.date | None]:
    """Give what says when a month of a firm is due; nothing is read, and no calendar, until then.

    It says `None` where what is kept as the firm's calendar, or the calendar itself, does not tell.
    """

    def due(period: Period) -> dt.date | None:
        try:
            return FirmDue.read(store).of(period).due
        except DueRefused:
            return None

    return due


def filing_due(
    period: Period, calendar: Calendar, history: tuple[DueOverride, ...] = ()
) -> FilingDue:
    """Count a due date by a calendar; without a computed day where the calendar has no such year.

    Args:
        period: The month that is reported on.
        calendar: Whose holidays count.
        history: What was set and withdrawn for the period, oldest first.
    """
    try:
        found = due_date(period, calendar)
    except CalendarError:
        return FilingDue(period, calendar, None, history=history)
    return FilingDue(period, calendar, found.due, found.skipped, history)


def days_left(found: FilingDue, today: dt.date) -> int | None:
    """Count the business days up to the due date; 0 on the day, `None` once it has passed.

    `None` too of a month that was handed in, and where no day is known, or its calendar does not
    hold the days between.
    """
    due = None if found.handed_in else found.due
    try:
        return business_days_left(today, due, found.calendar) if due else None
    except CalendarError:
        return None


def days_past(found: FilingDue, today: dt.date) -> int | None:
    """Count the business days from the due date to today, or to the day of handing in.

    `None` where that is not after it.

    0 on a day right after it that does not count, such as the Saturday after a Friday.
    """
    until = found.handed_in_on or today
    try:
        return business_days_past(found.due, until, found.calendar) if found.due else None
    except CalendarError:
        return None


def due_year(store: FilingStore, year: int, today: dt.date) -> tuple[DueMonth, ...]:
    """Give the filings that are due in a year, the first first: mostly December's to November's.

    Raises:
        DueRefused: what is kept as the firm's calendar cannot be read.
        StoreError: the store cannot be read.
    """
    firm = FirmDue.read(store)
    periods = (
        Period(each, month) for each in (year - 1, year) if each for month in range(1, _MONTHS + 1)
    )
    found = [due for due in map(firm.of, periods) if due.due and due.due.year == year]
    counted = [(due, days_left(due, today), days_past(due, today)) for due in found]
    return tuple(
        sorted(due_months(store, counted), key=lambda month: (month.day, month.due.period))
    )
