"""When a filing is due, against due dates that regulators published."""

import datetime as dt
import os
import subprocess
import sys

import pytest

from focusdesk.calendars.due import (
    CalendarError,
    business_days_left,
    business_days_past,
    due_date,
    later_business_day,
)
from focusdesk.filing.filing_due import Skipped
from focusdesk.form.period import Period
from tests.calendars.first_principles import exchange_holidays, federal_holidays, seventeenth

EVERY_YEAR = range(1999, 2041)
RULES = {"federal": federal_holidays, "exchange": exchange_holidays}


def due(period: str, calendar: str) -> str:
    return due_date(Period.parse(period), calendar).due.isoformat()


def skipped(period: str, calendar: str) -> dict[str, str]:
    days = due_date(Period.parse(period), calendar).skipped
    return {day.date.isoformat(): day.why for day in days}


@pytest.mark.parametrize(
    ("period", "calendar", "published"),
    [
        ("2014-01", "federal", "2014-02-26"),
        ("2014-01", "exchange", "2014-02-26"),
        ("2017-10", "federal", "2017-11-27"),
        ("2012-11", "federal", "2012-12-26"),
        ("1999-03", "exchange", "1999-04-26"),
        ("1999-10", "exchange", "1999-11-23"),
    ],
)
def test_the_17th_business_day_is_the_published_due_date(
    period: str, calendar: str, published: str
) -> None:
    assert due(period, calendar) == published


@pytest.mark.parametrize("calendar", RULES)
@pytest.mark.parametrize("year", EVERY_YEAR)
def test_every_month_end_is_due_when_the_rules_themselves_say(year: int, calendar: str) -> None:
    holidays = RULES[calendar](year) | RULES[calendar](year + 1)
    periods = [Period(year, month) for month in range(1, 13)]
    found = {str(period): due_date(period, calendar).due for period in periods}
    assert found == {str(each): seventeenth(each.last_day, holidays) for each in periods}


@pytest.mark.parametrize("calendar", RULES)
@pytest.mark.parametrize("year", EVERY_YEAR)
def test_the_days_skipped_are_the_holidays_of_the_rules(year: int, calendar: str) -> None:
    holidays = RULES[calendar](year) | RULES[calendar](year + 1)
    for month in range(1, 13):
        found = due_date(Period(year, month), calendar)
        between = [day for day in holidays if found.period.last_day < day <= found.due]
        assert [day.date for day in found.skipped] == sorted(between)
        assert all(day.why for day in found.skipped)


@pytest.mark.parametrize("day", ["2001-01-20", "2005-01-20", "2013-01-21", "2017-01-20"])
def test_inauguration_day_is_a_business_day_where_it_is_no_other_holiday(day: str) -> None:
    date = dt.date.fromisoformat(day)
    is_holiday = date in federal_holidays(date.year)  # 2013: the birthday of Martin Luther King
    weekend = date.weekday() > 4
    left = business_days_left(date - dt.timedelta(days=1), date, "federal")
    assert left == int(not (is_holiday or weekend))


@pytest.mark.parametrize("day", ["2010-12-31", "2021-12-31"])
def test_the_last_friday_of_the_year_is_open_at_the_exchange_and_a_federal_holiday(
    day: str,
) -> None:
    date = dt.date.fromisoformat(day)
    before = date - dt.timedelta(days=1)
    assert business_days_left(before, date, "exchange") == 1
    assert business_days_left(before, date, "federal") == 0


def test_the_filing_of_january_2014_passes_over_washingtons_birthday_alone() -> None:
    found = due_date(Period(2014, 1))

    assert found.period == Period(2014, 1)
    assert found.skipped == (Skipped(dt.date(2014, 2, 17), "Washington's Birthday"),)


def test_a_saturday_holiday_takes_the_friday_before_it() -> None:
    assert skipped("2017-10", "federal") == {
        "2017-11-10": "Veterans Day (observed)",
        "2017-11-23": "Thanksgiving Day",
    }


def test_a_sunday_holiday_takes_the_monday_after_it() -> None:
    assert skipped("2012-10", "federal") == {
        "2012-11-12": "Veterans Day (observed)",
        "2012-11-22": "Thanksgiving Day",
    }


@pytest.mark.parametrize(
    "day", ["2012-12-24", "2012-11-23", "2018-12-05", "2025-01-09", "2009-12-24"]
)
def test_a_day_off_by_executive_order_is_a_federal_business_day(day: str) -> None:
    date = dt.date.fromisoformat(day)

    assert business_days_left(date - dt.timedelta(days=1), date, "federal") == 1


def test_columbus_day_and_veterans_day_are_business_days_of_the_exchange() -> None:
    assert skipped("2014-09", "federal") == {"2014-10-13": "Columbus Day"}
    assert skipped("2014-09", "exchange") == {}
    assert skipped("2014-10", "federal") == {"2014-11-11": "Veterans Day"}
    assert skipped("2014-10", "exchange") == {}


def test_good_friday_is_a_holiday_of_the_exchange_alone() -> None:
    assert skipped("1999-03", "exchange") == {"1999-04-02": "Good Friday"}
    assert skipped("1999-03", "federal") == {}


def test_the_exchange_was_closed_for_the_hurricane_of_2012() -> None:
    saturday, wednesday = dt.date(2012, 10, 27), dt.date(2012, 10, 31)

    assert business_days_left(saturday, wednesday, "exchange") == 1
    assert business_days_left(saturday, wednesday, "federal") == 3


def test_a_national_day_of_mourning_closes_the_exchange_alone() -> None:
    assert "2018-12-05" in skipped("2018-11", "exchange")
    assert skipped("2018-11", "federal") == {"2018-12-25": "Christmas Day"}


def test_juneteenth_counts_from_2021() -> None:
    assert skipped("2020-05", "federal") == {}
    assert skipped("2021-05", "federal") == {
        "2021-06-18": "Juneteenth National Independence Day (observed)"
    }


def test_a_new_years_day_that_is_observed_in_the_old_year_is_passed_over() -> None:
    assert business_days_left(dt.date(2021, 12, 30), dt.date(2022, 1, 3), "federal") == 1


def test_the_count_begins_after_the_period_and_runs_into_the_next_year() -> None:
    found = due_date(Period(2013, 12))

    assert found.due == dt.date(2014, 1, 27)
    assert [day.date.isoformat() for day in found.skipped] == ["2014-01-01", "2014-01-20"]


def test_business_days_are_counted_down_to_the_due_date() -> None:
    due_day = dt.date(2014, 2, 26)

    assert business_days_left(dt.date(2014, 1, 31), due_day) == 17
    assert business_days_left(dt.date(2014, 2, 14), due_day) == 7
    assert business_days_left(dt.date(2014, 2, 25), due_day) == 1
    assert business_days_left(due_day, due_day) == 0


def test_no_days_are_counted_once_the_due_date_has_passed() -> None:
    friday = dt.date(2014, 2, 14)

    assert business_days_left(dt.date(2014, 2, 15), friday) is None
    assert business_days_left(dt.date(2014, 2, 17), friday) is None
    assert business_days_left(dt.date(9999, 12, 31), friday) is None


def test_business_days_are_counted_on_once_the_due_date_has_passed() -> None:
    friday = dt.date(2014, 2, 14)
    assert business_days_past(friday, friday) is None
    assert business_days_past(friday, dt.date(2014, 2, 17)) == 0
    assert business_days_past(friday, dt.date(2014, 2, 18)) == 1
    assert business_days_past(friday, dt.date(2014, 2, 26)) == 7


def test_an_unknown_calendar_is_refused_with_the_known_ones() -> None:
    with pytest.raises(CalendarError, match='no calendar "lunar"'):
        due_date(Period(2014, 1), "lunar")


@pytest.mark.parametrize("period", ["0001-01", "1776-11", "2100-12", "9999-12"])
@pytest.mark.parametrize("calendar", ["federal", "exchange"])
def test_a_year_that_no_calendar_holds_is_refused(period: str, calendar: str) -> None:
    with pytest.raises(CalendarError, match="does not hold the days after"):
        due_date(Period.parse(period), calendar)


def test_days_that_no_calendar_holds_cannot_be_counted() -> None:
    with pytest.raises(CalendarError, match="does not hold the days from 2100-12-30 to 2101-01-03"):
        business_days_left(dt.date(2100, 12, 30), dt.date(2101, 1, 3))


def test_the_library_of_holidays_is_loaded_only_when_a_date_is_asked_for() -> None:
    loaded = subprocess.run(
        [
            sys.executable,
            "-c",
            "import sys, focusdesk.calendars.due; print('holidays' in sys.modules)",
        ],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )

    assert loaded.stdout.strip() == "False"


def test_business_days_are_counted_on_from_any_day() -> None:
    friday_before_presidents_day = dt.date(2014, 2, 14)

    assert later_business_day(friday_before_presidents_day, 1) == dt.date(2014, 2, 18)
    assert later_business_day(friday_before_presidents_day, 2) == dt.date(2014, 2, 19)


def test_days_that_no_calendar_holds_are_not_guessed() -> None:
    with pytest.raises(CalendarError, match="does not hold the days after"):
        later_business_day(dt.date.max, 1)
