import pytest

from focusdesk.form.edition import Edition
from focusdesk.form.period import Period
from focusdesk.ui.edition_words import edition_words

KNOWN = "FOCUS Report, Part II, edition 2014-01"


@pytest.mark.parametrize(
    ("period", "words"),
    [
        (Period(2013, 1), f"{KNOWN}, is in force then."),
        (Period(2015, 1), f"{KNOWN}, is in force then."),
        (Period(2015, 2), f"{KNOWN}, the newest that this program knows."),
        (Period(2026, 10), f"{KNOWN}, the newest that this program knows."),
    ],
)
def test_of_a_month_long_after_the_newest_edition_no_more_is_said_than_is_known(
    editions: dict[str, Edition], period: Period, words: str
) -> None:
    assert edition_words(editions["2014-01"], period) == words
