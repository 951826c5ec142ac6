"""How a day is read, whichever way it is written."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from focusdesk.form.dates import DateError, parse_date
from focusdesk.form.period import Period

LAST_OF_JANUARY = dt.date(2014, 1, 31)


@pytest.mark.parametrize(
    "written",
    [
        "01/31/14",
        "1/31/14",
        "1/31/2014",
        "01-31-2014",
        "1.31.14",
        "2014-01-31",
        "2014/1/31",
        "013114",
        "01312014",
        "20140131",
        "jan 31 2014",
        "Jan. 31, 2014",
        "JANUARY 31, 2014",
        "January 31st, 2014",
        "Jan 31 '14",
        "31-Jan-14",
        "31 January 2014",
        "31jan2014",
        "\u00a01/31/14 ",
        "1\u201131\u201114",
    ],
)
def test_a_day_is_read_as_people_write_it(written: str) -> None:
    assert parse_date(written) == LAST_OF_JANUARY


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("Sept 30 2014", dt.date(2014, 9, 30)),
        ("2 mar 00", dt.date(2000, 3, 2)),
        ("12/31/99", dt.date(2099, 12, 31)),
        ("12/31/1999", dt.date(1999, 12, 31)),
        ("12/11/10", dt.date(2010, 12, 11)),
        ("02/29/2012", dt.date(2012, 2, 29)),
    ],
)
def test_the_month_comes_first_and_two_digits_are_of_this_century(
    written: str, day: dt.date
) -> None:
    assert parse_date(written) == day


@pytest.mark.parametrize(
    ("written", "why"),
    [
        ("January 31", "is not a date. Write it as MM/DD/YY, like 01/31/14."),
        ("31", "is not a date"),
        ("41670", "is not a date"),
        ("2014-01", "is not a date"),
        ("1/31/014", "is not a date"),
        ("01/31/14 12:00", "is not a date"),
        ("\u0661/31/14", "is not a date"),
        ("31/01/14", "as the month comes first. Write 01/31/2014."),
        ("31.01.2014", "as the month comes first. Write 01/31/2014."),
        ("2014-31-01", "as the month comes first. Write 01/31/2014."),
        ("02/30/14", "is not a day of the calendar. Write it as MM/DD/YY"),
        ("02/29/2014", "is not a day of the calendar"),
        ("Foo 31 2014", "is not a day of the calendar"),
        ("00/10/14", "is not a day of the calendar"),
        ("133214", "is not a day of the calendar"),
        ("1/31/0014", "is of the year 14. Write it as MM/DD/YYYY."),
        ("1/31/3014", "is of the year 3014"),
    ],
)
def test_what_is_no_day_is_refused_with_the_reason(written: str, why: str) -> None:
    with pytest.raises(DateError, match=why):
        parse_date(written)


@given(st.dates())
def test_what_a_file_has_of_a_day_is_taken_back_whatever_its_year(day: dt.date) -> None:
    assert parse_date(day.isoformat()) == day


@given(st.dates(dt.date(1900, 1, 1), dt.date(2099, 12, 31)))
def test_a_day_reads_back_from_every_writing_with_its_whole_year(day: dt.date) -> None:
    for writing in ("%m/%d/%Y", "%m%d%Y", "%Y%m%d"):
        assert parse_date(day.strftime(writing)) == day
    month = Period(day.year, day.month).month_name
    assert parse_date(f"{day.day}-{month[:3]}-{day.year}") == day
    assert parse_date(f"{month} {day.day}, {day.year}") == day


def _read(text: str) -> dt.date | str:
    """Give the day, or the sentence that refuses it."""
    try:
        return parse_date(text)
    except DateError as error:
        return str(error)


@given(st.text() | st.text("0123456789/-. janfeb'", max_size=14))
def test_a_text_is_a_day_or_met_with_a_sentence(text: str) -> None:
    read = _read(text)
    assert isinstance(read, dt.date) or (read.isprintable() and read.endswith("."))


@pytest.mark.parametrize("sign", ["1", "/", " ", "jan", "."])
def test_ten_thousand_characters_are_no_day(sign: str) -> None:
    with pytest.raises(DateError, match="is not a date") as refused:
        parse_date(f"1{sign * 10_000}1")
    assert len(str(refused.value)) < 200
