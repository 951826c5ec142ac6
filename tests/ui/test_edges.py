import datetime as dt

import pytest

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
