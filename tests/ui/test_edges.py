import datetime as dt

import pytest

from focusdesk.filing.filing import Status
from focusdesk.filing.filing_due import DueOverride, HandIn
from focusdesk.form.period import Period
from focusdesk.ui.edges import DueDay, day_words, due_words

DUE = dt.date(2014, 2, 26)


def test_a_day_is_written_as_people_say_it() -> None:
    assert day_words(dt.date(2014, 2, 6)) == "6 Feb 2014"


@pytest.mark.parametrize(
    ("left", "words"),
    [
        (9, "Due 26 Feb 2014 \u00b7 9 business days left"),
        (1, "Due 26 Feb 2014 \u00b7 1 business day left"),
        (0, "Due 26 Feb 2014 \u00b7 today"),
        (None, "Due 26 Feb 2014 \u00b7 passed"),
    ],
)
def test_a_due_date_says_what_is_left(left: int | None, words: str) -> None:
    assert due_words(DueDay(DUE, left)) == words


def test_no_days_are_counted_for_what_is_printed() -> None:
    assert due_words(DueDay(DUE, 9), Status.PRINTED) == "Due 26 Feb 2014 \u00b7 printed"
    assert due_words(DueDay(DUE, None), Status.SEALED) == "Due 26 Feb 2014 \u00b7 sealed"


def test_a_month_that_was_handed_in_says_so_whatever_its_status() -> None:
    told = HandIn(Period(2014, 1), DUE, "FINRA eFOCUS")
    for status in Status:
        words = due_words(DueDay(DUE, None, handed_in=told), status)
        assert words == "Due 26 Feb 2014 \u00b7 filed 26 Feb 2014"


def test_a_due_date_that_somebody_set_says_so() -> None:
    written = dt.datetime(2014, 2, 3, tzinfo=dt.UTC)
    override = DueOverride(Period(2014, 1), DUE, "FINRA notice", "ana", written)
    assert due_words(DueDay(DUE, 0, override)) == "Due 26 Feb 2014 (set) \u00b7 today"
