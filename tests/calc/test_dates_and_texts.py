"""Checks ask of dates and texts, and of nothing else."""

import datetime as dt

import pytest

from focusdesk.calc.dates_and_texts import day_after, matches, month_end


@pytest.mark.parametrize(
    ("day", "last"),
    [((2014, 1, 1), 31), ((2014, 2, 28), 28), ((2016, 2, 1), 29), ((2013, 12, 31), 31)],
)
def test_a_month_ends_on_its_last_day(day: tuple[int, int, int], last: int) -> None:
    assert month_end(dt.date(*day)) == dt.date(day[0], day[1], last)


def test_the_day_after_goes_over_the_year_and_ends_with_time() -> None:
    assert day_after(dt.date(2013, 12, 31)) == dt.date(2014, 1, 1)
    assert day_after(dt.date.max) is None


def test_a_pattern_asks_for_the_whole_text() -> None:
    assert matches("8-41562", "8-[0-9]{1,5}") is True
    assert matches("8-415623", "8-[0-9]{1,5}") is False


def test_of_what_is_neither_date_nor_text_nothing_is_said() -> None:
    assert month_end("01/31/14") is None
    assert day_after(None) is None
    assert matches(8, "8") is None
