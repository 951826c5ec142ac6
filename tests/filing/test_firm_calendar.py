import datetime as dt

import pytest

from focusdesk.filing.filing_due import Calendar, DueRefused
from focusdesk.filing.firm_calendar import (
    CalendarChoice,
    FirmCalendar,
    calendar_text,
    keep_calendar,
    kept_calendar,
    parse_calendar,
)
from focusdesk.form.period import Period
from focusdesk.store.filing_store import SqliteFilingStore

EXCHANGE_THEN = CalendarChoice(dt.date(1999, 1, 1), Calendar.EXCHANGE)
FEDERAL_SINCE = CalendarChoice(dt.date(2017, 6, 15), Calendar.FEDERAL)
BOTH = FirmCalendar((EXCHANGE_THEN, FEDERAL_SINCE))


@pytest.mark.parametrize(
    ("period", "calendar"),
    [
        ("1998-12", Calendar.FEDERAL),
        ("1999-01", Calendar.EXCHANGE),
        ("2017-05", Calendar.EXCHANGE),
        ("2017-06", Calendar.FEDERAL),  # it ends after the 15th
        ("2040-12", Calendar.FEDERAL),
    ],
)
def test_the_calendar_on_the_last_day_of_a_period_counts(period: str, calendar: Calendar) -> None:
    assert BOTH.of(Period.parse(period)) is calendar


def test_choices_stand_in_the_order_of_their_days_whenever_they_were_made() -> None:
    assert FirmCalendar().with_choice(FEDERAL_SINCE).with_choice(EXCHANGE_THEN) == BOTH


def test_another_choice_from_the_same_day_takes_the_place_of_the_first() -> None:
    other = CalendarChoice(EXCHANGE_THEN.since, Calendar.FEDERAL)
    assert BOTH.with_choice(other).choices == (other, FEDERAL_SINCE)


def test_a_choice_can_be_taken_back_but_not_one_that_was_never_made() -> None:
    assert BOTH.without(FEDERAL_SINCE.since).choices == (EXCHANGE_THEN,)
    with pytest.raises(DueRefused, match="No calendar was chosen from 2000-01-01 on"):
        BOTH.without(dt.date(2000, 1, 1))


def test_a_firm_keeps_its_calendars_and_the_journal_says_who_chose_them(
    store: SqliteFilingStore,
) -> None:
    assert kept_calendar(store) == FirmCalendar()
    keep_calendar(store, BOTH)
    assert kept_calendar(store) == BOTH
    keep_calendar(store, FirmCalendar())
    assert kept_calendar(store) == FirmCalendar()
    assert [(each.name, each.text) for each in store.fact_history()] == [
        ("calendar", '{"1999-01-01": "exchange", "2017-06-15": "federal"}'),
        ("calendar", "{}"),
    ]


def test_stores_of_the_first_versions_hold_one_word_for_every_period() -> None:
    assert parse_calendar("federal") == parse_calendar("") == FirmCalendar()
    always = parse_calendar("exchange")
    assert always.of(Period(1950, 1)) is Calendar.EXCHANGE
    assert parse_calendar(calendar_text(always)) == always


@pytest.mark.parametrize(
    "text",
    ["lunar", "[]", "7", '{"2014": "federal"}', '{"2014-01-01": "lunar"}', '{"2014-01-01": 5}'],
)
def test_what_cannot_be_read_is_refused_and_says_what_to_do(text: str) -> None:
    with pytest.raises(DueRefused, match="Choose it again, with its effective date"):
        parse_calendar(text)


def test_a_day_of_a_year_far_off_is_refused(store: SqliteFilingStore) -> None:
    far = FirmCalendar((CalendarChoice(dt.date(20, 1, 1), Calendar.EXCHANGE),))
    with pytest.raises(DueRefused, match="from 1900 to 2099"):
        keep_calendar(store, far)
    assert store.facts() == {}


def test_the_calendars_are_told_in_one_line() -> None:
    assert FirmCalendar().words == "federal"
    assert BOTH.words == (
        "federal, then exchange from 1999-01-01 on, then federal from 2017-06-15 on"
    )
