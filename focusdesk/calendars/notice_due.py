"""Until when a notice is due, by the calendar that the firm goes by then."""

import datetime as dt

from focusdesk.calendars.due import later_business_day
from focusdesk.filing.firm_calendar import kept_calendar
from focusdesk.filing.notice import Notice
from focusdesk.filing.notice_deadline import deadline
from focusdesk.filing.ports import FilingStore
from focusdesk.form.period import Period


def notice_due(store: FilingStore, notice: Notice) -> dt.datetime | None:
    """Give the moment by which notice is due; `None` where it is due before the event.

    Raises:
        CalendarError: the calendar does not hold the days after.
        DueRefused: what the firm keeps as its calendar cannot be read.
        StoreError: the store cannot be read.
    """
    day = notice.since.astimezone().date()
    calendar = kept_calendar(store).of(Period(day.year, day.month))

    def later(day: dt.date, days: int) -> dt.date:
        return later_business_day(day, days, calendar)

    return deadline(notice.since, notice.event.within, later)
