import datetime as dt

import pytest

from focusdesk.calendars.firm_due import FirmDue, days_left, days_past, due_on, due_year, filing_due
from focusdesk.filing.due_override import keep_override, withdraw_override
from focusdesk.filing.filing_due import Calendar, DueRefused, HandIn
from focusdesk.filing.firm_calendar import CalendarChoice, FirmCalendar, keep_calendar
from focusdesk.filing.hand_in import record_hand_in
from focusdesk.filing.register import Register
from focusdesk.form.period import Period
from focusdesk.store.filing_store import SqliteFilingStore

JANUARY, MARCH = Period(2014, 1), Period(2014, 3)
DUE = dt.date(2014, 2, 26)
TODAY = dt.date(2014, 2, 13)


def test_a_firm_that_has_settled_nothing_goes_by_the_federal_holidays(
    store: SqliteFilingStore,
) -> None:
    found = FirmDue.read(store).of(JANUARY)
    assert (found.due, found.calendar, found.override) == (DUE, Calendar.FEDERAL, None)
    assert [day.date.isoformat() for day in found.skipped] == ["2014-02-17"]


def test_the_exchange_calendar_counts_from_its_effective_date_on(store: SqliteFilingStore) -> None:
    choice = CalendarChoice(dt.date(2014, 3, 31), Calendar.EXCHANGE)
    keep_calendar(store, FirmCalendar((choice,)))
    firm = FirmDue.read(store)
    assert firm.of(Period(2013, 3)).due == dt.date(2013, 4, 23)  # Good Friday counts
    assert firm.of(MARCH).due == dt.date(2014, 4, 24)
    assert [day.why for day in firm.of(MARCH).skipped] == ["Good Friday"]


def test_what_was_set_stands_in_place_of_the_computed_day_which_stays_known(
    store: SqliteFilingStore,
) -> None:
    keep_override(store, JANUARY, dt.date(2014, 3, 12), "FINRA notice 14-01")
    found = FirmDue.read(store).of(JANUARY)
    assert (found.due, found.computed) == (dt.date(2014, 3, 12), DUE)
    withdraw_override(store, JANUARY, "granted for February only")
    found = FirmDue.read(store).of(JANUARY)
    assert (found.due, found.override) == (DUE, None)
    assert [each.reason for each in found.history] == [
        "FINRA notice 14-01",
        "granted for February only",
    ]


def test_a_calendar_that_cannot_be_read_is_refused(store: SqliteFilingStore) -> None:
    store.set_fact("calendar", "lunar")
    with pytest.raises(DueRefused, match='"lunar" is none'):
        FirmDue.read(store)


def test_a_day_can_be_set_where_no_calendar_reaches(store: SqliteFilingStore) -> None:
    far = Period(2150, 1)
    assert FirmDue.read(store).of(far).due is None
    assert days_left(FirmDue.read(store).of(far), TODAY) is None
    keep_override(store, far, dt.date(2150, 2, 25), "counted by hand")
    found = FirmDue.read(store).of(far)
    assert found.due == dt.date(2150, 2, 25)
    assert (days_left(found, TODAY), days_past(found, TODAY)) == (None, None)


def test_days_are_counted_by_the_calendar_of_the_period() -> None:
    thursday, tuesday = dt.date(2014, 4, 17), dt.date(2014, 4, 22)
    assert days_left(filing_due(MARCH, Calendar.FEDERAL), thursday) == 4
    assert days_left(filing_due(MARCH, Calendar.EXCHANGE), thursday) == 4  # Friday out, a day more
    assert days_left(filing_due(MARCH, Calendar.FEDERAL), tuesday) == 1
    assert days_left(filing_due(MARCH, Calendar.EXCHANGE), tuesday) == 2
    late = filing_due(JANUARY, Calendar.FEDERAL)
    assert (days_left(late, dt.date(2014, 2, 28)), days_past(late, dt.date(2014, 2, 28))) == (
        None,
        2,
    )


def test_a_year_holds_what_is_due_in_it(register: Register, store: SqliteFilingStore) -> None:
    register.start_month(JANUARY)
    months = due_year(store, 2014, TODAY)
    assert [str(month.due.period) for month in months] == [
        "2013-12",
        *(f"2014-{month:02d}" for month in range(1, 12)),
    ]
    assert months[1].day == DUE
    assert (months[1].days_left, months[1].filing is not None) == (8, True)


def test_a_due_date_that_is_set_over_new_year_moves_to_that_year(
    store: SqliteFilingStore,
) -> None:
    keep_override(store, Period(2014, 11), dt.date(2015, 1, 5), "office closed, notice of 12/19")
    assert Period(2014, 11) not in {month.due.period for month in due_year(store, 2014, TODAY)}
    later = due_year(store, 2015, TODAY)
    assert (later[0].due.period, len(later)) == (Period(2014, 11), 13)


def test_the_first_year_and_one_that_no_calendar_holds_can_be_asked_for(
    store: SqliteFilingStore,
) -> None:
    assert due_year(store, 1, TODAY) == ()
    assert due_year(store, 2200, TODAY) == ()


def test_the_clock_of_a_month_stops_when_it_is_handed_in(store: SqliteFilingStore) -> None:
    years_later, friday = dt.date(2026, 11, 23), dt.date(2014, 2, 28)
    assert days_past(FirmDue.read(store).of(JANUARY), years_later) == 3192
    store.start(JANUARY, "2009")
    record_hand_in(store, HandIn(JANUARY, friday, "by hand"), years_later)
    found = FirmDue.read(store).of(JANUARY)
    assert days_past(found, years_later) == 2
    assert days_left(found, TODAY) is None
    january = next(each for each in due_year(store, 2014, years_later) if each.due == found)
    assert january.standing == "filed 28 Feb 2014, 2 business days late"


def test_a_month_that_was_handed_in_on_its_day_is_on_time(store: SqliteFilingStore) -> None:
    store.start(JANUARY, "2009")
    record_hand_in(store, HandIn(JANUARY, DUE, "by hand"), DUE)
    assert days_past(FirmDue.read(store).of(JANUARY), dt.date(2026, 1, 1)) is None


def test_the_day_on_which_a_month_is_due_is_asked_of_the_calendar_and_of_what_was_set(
    store: SqliteFilingStore,
) -> None:
    ask = due_on(store)
    assert ask(JANUARY) == DUE
    keep_override(store, JANUARY, dt.date(2014, 3, 3), "FINRA notice")
    assert ask(JANUARY) == dt.date(2014, 3, 3)
    assert ask(Period(2200, 1)) is None
    store.set_fact("calendar", "lunar")
    assert ask(JANUARY) is None
