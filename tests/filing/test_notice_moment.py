"""When something about a notice happened."""

import datetime as dt
import time
from collections.abc import Iterator

import pytest

from focusdesk.filing.notice_moment import (
    NoticeField,
    NoticeRefused,
    kept_moment,
    kept_moment_words,
    moment_words,
    read_moment,
)

TWICE = dt.datetime(2014, 11, 2, 6, 30, tzinfo=dt.UTC)
"""Half past one in Chicago; an hour later it is so again."""
NOON = dt.datetime(2014, 2, 3, 12, 30).astimezone()


@pytest.fixture
def chicago(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    if not hasattr(time, "tzset"):
        pytest.skip("this system has one zone for all programs")
    monkeypatch.setenv("TZ", "America/Chicago")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.mark.parametrize(
    "text", ["2014-02-03 12:30", "2014-02-03T12:30", " 02/03/14  12:30 ", "Feb 3, 2014 12:30"]
)
def test_a_day_is_read_as_the_form_takes_it_with_its_time(text: str) -> None:
    assert read_moment(text, NoticeField.WHEN) == NOON


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("yesterday", '"yesterday" is no date with a time. Write it like 2014-02-03 12:30.'),
        ("", '"" is no date with a time.'),
        ("2014-02-03", "is no date with a time"),
        ("2014-02-30 12:30", "is not a day of the calendar"),
        ("2014-02-03 24:30", '"24:30" is no time of the day, like 09:30.'),
        ("2014-02-03 12:30 about", "is no date with a time"),
    ],
)
def test_anything_else_is_refused_at_its_field(text: str, why: str) -> None:
    with pytest.raises(NoticeRefused) as refused:
        read_moment(text, NoticeField.WHEN)

    assert why in str(refused.value)
    assert refused.value.field is NoticeField.WHEN


def test_it_is_kept_with_its_zone_and_shown_by_the_clock_on_the_wall() -> None:
    kept = kept_moment(NOON)

    assert dt.datetime.fromisoformat(kept).utcoffset() == dt.timedelta(0)
    assert kept_moment_words(kept) == moment_words(NOON) == "2014-02-03 12:30"


@pytest.mark.parametrize("words", ["noon, by telephone", "2014-02-03 12:30", "2014-02-03"])
def test_words_that_were_kept_before_are_shown_as_they_are(words: str) -> None:
    assert kept_moment_words(words) == words


@pytest.mark.usefixtures("chicago")
def test_a_time_that_came_twice_is_refused_without_its_offset() -> None:
    with pytest.raises(NoticeRefused) as refused:
        read_moment("2014-11-02 01:30", NoticeField.AWARE)

    assert str(refused.value) == (
        "2014-11-02 01:30 came twice: the clocks went back then. Write 2014-11-02 01:30 -05:00 for "
        "the first time, or 2014-11-02 01:30 -06:00 for the second."
    )


@pytest.mark.usefixtures("chicago")
@pytest.mark.parametrize(
    ("offset", "moment"), [("-05:00", TWICE), ("-06:00", TWICE + dt.timedelta(hours=1))]
)
def test_with_its_offset_it_is_one_moment_and_is_shown_as_it_is_read(
    offset: str, moment: dt.datetime
) -> None:
    text = f"2014-11-02 01:30 {offset}"

    assert read_moment(text, NoticeField.AWARE) == moment
    assert moment_words(moment) == text


@pytest.mark.usefixtures("chicago")
def test_a_time_that_was_skipped_is_refused() -> None:
    with pytest.raises(NoticeRefused, match="There was no 02:30 on 2014-03-09"):
        read_moment("2014-03-09 02:30", NoticeField.AWARE)


def test_an_offset_that_no_clock_has_is_refused() -> None:
    with pytest.raises(NoticeRefused, match="is no offset of a clock"):
        read_moment("2014-02-03 12:30 -99:00", NoticeField.AWARE)
