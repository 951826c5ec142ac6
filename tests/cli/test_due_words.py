import datetime as dt

from focusdesk.cli.due_words import due_entry, due_lines, month_entry, month_lines
from focusdesk.filing.due_months import DueMonth
from focusdesk.filing.filing_due import Calendar, DueOverride, FilingDue, Skipped
from focusdesk.form.period import Period

WRITTEN = dt.datetime(2014, 2, 3, 12, 30, tzinfo=dt.UTC)
SKIPPED = (Skipped(dt.date(2014, 2, 17), "Washington's Birthday"),)
SET = DueOverride(Period(2014, 1), dt.date(2014, 3, 12), "FINRA notice 14-01", "ana", WRITTEN)
BACK = DueOverride(Period(2014, 1), None, "superseded", "ben", WRITTEN)


def january(*history: DueOverride) -> FilingDue:
    return FilingDue(
        Period(2014, 1), Calendar.FEDERAL, dt.date(2014, 2, 26), SKIPPED, tuple(history)
    )


def test_a_due_date_that_was_set_says_in_place_of_which_and_why() -> None:
    assert [*due_lines(january(SET), by_firm=True)] == [
        "January 2014 is due on Wednesday, March 12, 2014.",
        "That was set in place of Wednesday, February 26, 2014, the 17th business day.",
        "Monday, February 17, 2014 does not count: Washington's Birthday.",
        "Set to Wednesday, March 12, 2014: FINRA notice 14-01 (ana, 2014-02-03 12:30 UTC).",
        "Counted by the firm's calendar for that month: Federal holidays.",
    ]


def test_what_was_withdrawn_is_still_told() -> None:
    lines = [*due_lines(january(SET, BACK), by_firm=False)]
    assert lines[0] == "January 2014 is due on Wednesday, February 26, 2014."
    assert lines[-1] == "Withdrawn: superseded (ben, 2014-02-03 12:30 UTC)."
    assert len(lines) == 4


def test_a_day_that_nobody_knows_is_said_so() -> None:
    found = FilingDue(Period(2150, 1), Calendar.FEDERAL, None)
    (line,) = due_lines(found, by_firm=False)
    assert line.startswith("The federal calendar does not hold the days after January 2150")
    assert due_entry(found, by_firm=False)["due"] is None


def test_a_program_is_told_of_the_firm_s_own_only_where_that_was_asked() -> None:
    assert due_entry(january(SET, BACK), by_firm=False) == {
        "period": "2014-01",
        "due": "2014-02-26",
        "skipped": [{"date": "2014-02-17", "why": "Washington's Birthday"}],
    }
    entry = due_entry(january(SET, BACK), by_firm=True)
    assert (entry["calendar"], entry["computed"]) == ("federal", "2014-02-26")
    assert entry["overrides"] == [
        {
            "due": "2014-03-12",
            "reason": "FINRA notice 14-01",
            "author": "ana",
            "written": "2014-02-03T12:30:00+00:00",
        },
        {
            "due": None,
            "reason": "superseded",
            "author": "ben",
            "written": "2014-02-03T12:30:00+00:00",
        },
    ]


def test_a_month_of_a_year_says_what_is_left_and_how_far_it_has_come() -> None:
    month = DueMonth(january(SET), None, 2, expected=True)
    assert month_lines(month) == (
        "2014-03-12, set",
        "2014-01",
        "2 late",
        "late: not started",
        "federal",
    )
    entry = month_entry(month)
    assert (entry["late"], entry["status"], entry["days_past"]) == (True, None, 2)
