import pytest

from focusdesk.form.edition import Edition
from focusdesk.form.period import Period
from focusdesk.ui.starts.edition_words import edition_words

OLD = "FOCUS Report, Part II, edition 2014-01"
NEW = "FOCUS Report, Part II, edition 2026-03"
UNVERIFIED = "its cover is not verified for months before March 2026."


@pytest.mark.parametrize(
    ("edition", "period", "words"),
    [
        ("2014-01", Period(2013, 1), f"{OLD}, is in force then."),
        ("2014-01", Period(2015, 1), f"{OLD}, is in force then."),
        ("2014-01", Period(2015, 2), f"{OLD}, the last before 2026-03 that this program knows."),
        ("2026-03", Period(2028, 3), f"{NEW}, is in force then."),
        ("2026-03", Period(2028, 4), f"{NEW}, the newest that this program knows."),
    ],
)
def test_of_a_month_long_after_an_edition_no_more_is_said_than_is_known(
    editions: dict[str, Edition], edition: str, period: Period, words: str
) -> None:
    assert edition_words(editions[edition], period, editions.values()) == words


def test_an_edition_that_may_be_used_too_is_named_with_what_is_not_sure_of_it(
    editions: dict[str, Edition],
) -> None:
    words = edition_words(editions["2014-01"], Period(2021, 10), editions.values())

    assert words.endswith(f"knows. Edition 2026-03 may be used too: {UNVERIFIED}")


def test_an_edition_that_is_not_in_force_yet_says_what_is_not_sure_of_it(
    editions: dict[str, Edition],
) -> None:
    words = edition_words(editions["2026-03"], Period(2026, 2), editions.values())

    assert words == f"{NEW}, may be used then: {UNVERIFIED}"
