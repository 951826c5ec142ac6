"""Until when a notice is due, by the firm's calendar."""

import datetime as dt
from pathlib import Path

import pytest

from focusdesk.calendars.notice_due import notice_due
from focusdesk.filing.filing_due import Calendar
from focusdesk.filing.firm_calendar import CalendarChoice, FirmCalendar, keep_calendar
from focusdesk.filing.notice import Event, Notice
from focusdesk.store.opening import create_store

THURSDAY = dt.datetime(2014, 4, 17, 10).astimezone()
"""Good Friday, 18 April 2014, is a holiday of the exchange alone."""


def notice(within: str) -> Notice:
    event = Event("capital down", "N07", "cftc_capital", "", {}, within, (), "", "", "unverified")
    return Notice(1, event, "", "ana", THURSDAY)


@pytest.mark.parametrize(
    ("calendar", "last"),
    [(Calendar.FEDERAL, dt.date(2014, 4, 21)), (Calendar.EXCHANGE, dt.date(2014, 4, 22))],
)
def test_business_days_are_those_of_the_firm_s_calendar(
    tmp_path: Path, calendar: Calendar, last: dt.date
) -> None:
    with create_store(tmp_path / "firm.focusdesk") as store:
        keep_calendar(store, FirmCalendar((CalendarChoice(dt.date(2014, 1, 1), calendar),)))

        due = notice_due(store, notice("2 business days"))

    assert due is not None
    assert due.date() == last


def test_what_is_due_before_the_event_has_no_deadline_after_it(tmp_path: Path) -> None:
    with create_store(tmp_path / "firm.focusdesk") as store:
        assert notice_due(store, notice("2 business days before")) is None
