"""Until when a notice is due."""

import datetime as dt

import pytest

from focusdesk.filing.notice_deadline import deadline, left_words

SINCE = dt.datetime(2014, 2, 14, 15, 30).astimezone()  # a Friday; Monday is a holiday


def business_day(day: dt.date, days: int) -> dt.date:
    return {(dt.date(2014, 2, 14), 2): dt.date(2014, 2, 19)}[day, days]


@pytest.mark.parametrize(
    ("within", "due"),
    [
        ("immediately", SINCE),
        ("24 hours", SINCE + dt.timedelta(days=1)),
        ("same day", dt.datetime(2014, 2, 14, 23, 59).astimezone()),
        ("2 business days", dt.datetime(2014, 2, 19, 23, 59).astimezone()),
        ("2 business days before", None),
    ],
)
def test_the_deadline_counts_from_when_the_firm_became_aware(
    within: str, due: dt.datetime | None
) -> None:
    assert deadline(SINCE, within, business_day) == due


@pytest.mark.parametrize(
    ("minutes", "words"),
    [
        (0, "due now"),
        (59, "59 min left"),
        (23 * 60 + 10, "23 h 10 min left"),
        (2 * 1440 + 240, "2 days 4 h left"),
        (-1440, "1 day late"),
        (-61, "1 h 1 min late"),
    ],
)
def test_what_is_left_is_said_in_words(minutes: int, words: str) -> None:
    assert left_words(SINCE + dt.timedelta(minutes=minutes), SINCE) == words
