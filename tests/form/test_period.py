"""The month that a filing reports on."""

import calendar
import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from focusdesk.form.period import Period, PeriodError

periods = st.builds(Period, st.integers(1900, 2100), st.integers(1, 12))


def test_a_period_is_written_year_and_month() -> None:
    assert str(Period.parse(" 2014-01 ")) == "2014-01"


@pytest.mark.parametrize(
    "text", ["", "2014", "2014-13", "2014-00", "0000-01", "14-01", "2014-1", "2014/01", "Jan 2014"]
)
def test_what_names_no_month_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(PeriodError, match="like 2014-01"):
        Period.parse(text)


def test_a_period_runs_from_its_first_day_to_its_last() -> None:
    assert Period(2014, 1).first_day == dt.date(2014, 1, 1)
    assert Period(2014, 1).last_day == dt.date(2014, 1, 31)
    assert Period(2012, 2).last_day == dt.date(2012, 2, 29)
    assert Period(2013, 2).last_day == dt.date(2013, 2, 28)


def test_a_period_has_a_long_and_a_short_label() -> None:
    assert Period(2014, 1).label == "January 2014"
    assert Period(2014, 1).short_label == "Jan 2014"
    assert Period(2013, 12).label == "December 2013"


def test_a_label_is_english_whatever_the_desktop_speaks(monkeypatch: pytest.MonkeyPatch) -> None:
    # Qt sets the process to the desktop's language, and `calendar` follows it.
    monkeypatch.setattr(calendar, "month_name", ["", "Januar"])
    monkeypatch.setattr(calendar, "month_abbr", ["", "Jän"])

    assert Period(2014, 1).label == "January 2014"
    assert Period(2014, 1).short_label == "Jan 2014"


def test_periods_are_ordered_by_time() -> None:
    assert Period(2013, 12) < Period(2014, 1) < Period(2014, 2)


def test_months_are_counted_across_years() -> None:
    assert Period(2013, 12).plus(1) == Period(2014, 1)
    assert Period(2014, 1).plus(-1) == Period(2013, 12)
    assert Period(2014, 1).plus(-13) == Period(2012, 12)


@given(periods, st.integers(-1000, 1000))
def test_going_and_coming_back_gives_the_same_period(period: Period, months: int) -> None:
    assert period.plus(months).plus(-months) == period


@given(periods)
def test_the_next_period_begins_the_day_after_the_last(period: Period) -> None:
    assert period.plus(1).first_day == period.last_day + dt.timedelta(days=1)


@given(periods)
def test_a_written_period_reads_back_as_itself(period: Period) -> None:
    assert Period.parse(str(period)) == period
