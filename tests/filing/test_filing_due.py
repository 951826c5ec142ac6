import datetime as dt

from focusdesk.filing.filing_due import Calendar, DueOverride, FilingDue
from focusdesk.form.period import Period

JANUARY = Period(2014, 1)
COMPUTED, LATER = dt.date(2014, 2, 26), dt.date(2014, 3, 12)
WRITTEN = dt.datetime(2014, 2, 3, 12, 30, tzinfo=dt.UTC)


def override(due: dt.date | None) -> DueOverride:
    return DueOverride(JANUARY, due, "FINRA notice", "ana", WRITTEN)


def test_the_computed_day_counts_until_another_is_set_and_once_that_is_withdrawn() -> None:
    def due(*history: DueOverride) -> dt.date | None:
        return FilingDue(JANUARY, Calendar.FEDERAL, COMPUTED, history=history).due

    assert due() == COMPUTED
    assert due(override(LATER)) == LATER
    assert due(override(LATER), override(None)) == COMPUTED
    assert due(override(LATER), override(None), override(LATER)) == LATER


def test_a_day_that_was_set_counts_where_none_can_be_computed() -> None:
    assert FilingDue(JANUARY, Calendar.FEDERAL, None).due is None
    assert FilingDue(JANUARY, Calendar.FEDERAL, None, history=(override(LATER),)).due == LATER


def test_a_reason_is_told_with_its_author_and_time() -> None:
    assert override(LATER).signed == "FINRA notice (ana, 2014-02-03 12:30 UTC)"


def test_each_calendar_has_words_for_those_who_choose_it() -> None:
    assert [calendar.words for calendar in Calendar] == [
        "Federal holidays",
        "New York Stock Exchange holidays",
    ]
