import datetime as dt
from dataclasses import replace

import pytest

from focusdesk.filing.due_months import DueMonth, due_months, year_words
from focusdesk.filing.edit import Cause, Edit
from focusdesk.filing.filing import Filing, Status
from focusdesk.filing.filing_due import Calendar, FilingDue, HandIn
from focusdesk.filing.register import Register
from focusdesk.form.period import Period
from focusdesk.store.filing_store import SqliteFilingStore

JANUARY = Period(2014, 1)
DUE = dt.date(2014, 2, 26)
MONTH = DueMonth(FilingDue(JANUARY, Calendar.FEDERAL, DUE), 9, None, expected=True)


def filing(status: Status = Status.DRAFT, *, illustrative: bool = False) -> Filing:
    return Filing(1, JANUARY, "2014-01", status=status, illustrative=illustrative)


def month(
    status: Status | None = Status.DRAFT, *, past: int | None = None, illustrative: bool = False
) -> DueMonth:
    its = None if status is None else filing(status, illustrative=illustrative)
    left = 9 if past is None else None
    return DueMonth(MONTH.due, left, past, its, expected=True)


@pytest.mark.parametrize(
    ("status", "past", "standing"),
    [
        (None, None, "not started"),
        (None, 3, "late: not started"),
        (Status.DRAFT, None, "in work"),
        (Status.DRAFT, 0, "late: no signature copy"),
        (Status.PRINTED, 3, "printed"),
        (Status.SEALED, 3, "sealed"),
    ],
)
def test_a_month_is_late_once_its_day_has_passed_without_a_signature_copy(
    status: Status | None, past: int | None, standing: str
) -> None:
    its = month(status, past=past)
    assert (its.standing, its.is_late) == (standing, standing.startswith("late"))


def test_made_up_figures_are_never_late() -> None:
    its = month(past=3, illustrative=True)
    assert (its.standing, its.is_late) == ("in work, illustrative", False)


def test_a_month_before_the_firm_kept_any_here_is_not_late() -> None:
    its = DueMonth(MONTH.due, None, 3)
    assert (its.standing, its.is_late) == ("not kept here", False)


@pytest.mark.parametrize(
    ("left", "past", "words"),
    [
        (17, None, "17 left"),
        (1, None, "1 left"),
        (0, None, "today"),
        (None, 0, "just passed"),
        (None, 1, "1 ago"),
        (None, 253, "253 ago"),
        (None, 254, "over 1 year ago"),
        (None, 3192, "over 12 years ago"),
        (None, None, ""),
    ],
)
def test_the_time_that_is_left_is_told(left: int | None, past: int | None, words: str) -> None:
    assert DueMonth(MONTH.due, left, past).time_left == words


def test_a_signature_copy_is_told_with_its_day_and_what_came_after(
    register: Register, store: SqliteFilingStore
) -> None:
    session = register.start_month(JANUARY)
    session.mark_printed(b"%PDF")
    (its,) = due_months(store, [(MONTH.due, None, 3)])
    today = store.print_records(session.filing)[0].printed.astimezone().date()
    assert its.printed == today
    assert not its.is_late
    assert its.was_late
    assert its.standing.endswith(f"{today.year}, after the due date; handing in not recorded")
    session.apply(Edit({"7010": 5}, Cause.TYPED))
    (its,) = due_months(store, [(MONTH.due, None, 3)])
    assert its.standing.endswith(", after the due date, changed since; handing in not recorded")


def test_a_copy_in_time_is_not_late() -> None:
    its = DueMonth(MONTH.due, None, 3, filing(Status.PRINTED), printed=DUE)
    assert (its.was_late, its.standing) == (False, "printed 26 Feb 2014; handing in not recorded")
    sealed = DueMonth(MONTH.due, None, 3, filing(Status.SEALED), printed=DUE)
    assert sealed.standing == "sealed, printed 26 Feb 2014; handing in not recorded"
    ahead = DueMonth(MONTH.due, 3, None, filing(Status.PRINTED), printed=DUE)
    assert ahead.standing == "printed 26 Feb 2014"


def handed(on: dt.date | None) -> FilingDue:
    told = HandIn(
        JANUARY, on, "FINRA eFOCUS", "4711", "ana", dt.datetime(2014, 3, 4, tzinfo=dt.UTC)
    )
    return replace(MONTH.due, hand_ins=(told,))


@pytest.mark.parametrize(
    ("on", "past", "standing"),
    [
        (DUE, None, "filed 26 Feb 2014, on time"),
        (dt.date(2014, 2, 27), 1, "filed 27 Feb 2014, 1 business day late"),
        (dt.date(2014, 3, 4), 4, "filed 4 Mar 2014, 4 business days late"),
        (dt.date(2014, 3, 1), 0, "filed 1 Mar 2014, late"),
    ],
)
@pytest.mark.parametrize("status", [None, Status.DRAFT, Status.PRINTED, Status.SEALED])
def test_a_month_that_was_handed_in_is_filed_whatever_was_printed(
    on: dt.date, past: int | None, standing: str, status: Status | None
) -> None:
    its = DueMonth(handed(on), None, past, filing(status) if status else None, expected=True)
    assert (its.standing, its.is_late, its.time_left) == (standing, False, "")


def test_what_is_taken_back_leaves_the_month_late() -> None:
    its = DueMonth(handed(None), None, 3, filing())
    assert (its.standing, its.time_left) == ("late: no signature copy", "3 late")


def test_only_months_after_the_first_real_one_are_expected(
    register: Register, store: SqliteFilingStore
) -> None:
    store.start(Period(2013, 12), "2014-01", illustrative=True)
    register.start_month(JANUARY)
    dues = [FilingDue(Period(2013, 11).plus(at), Calendar.FEDERAL, DUE) for at in range(4)]
    found = due_months(store, [(due, None, 3) for due in dues])
    assert [each.expected for each in found] == [False, False, False, True]
    assert [each.is_late for each in found] == [False, False, True, True]


def test_a_year_says_first_what_asks_for_something() -> None:
    late = month(past=3)
    assert year_words([late, month(), month(past=2)]) == (
        "2 late. January 2014 is due in 9 business days."
    )
    assert year_words([month(Status.PRINTED)]) == "Nothing is late."
    today = DueMonth(MONTH.due, 0, None, filing())
    tomorrow = DueMonth(MONTH.due, 1, None, filing())
    assert year_words([today]) == "Nothing is late. January 2014 is due today."
    assert year_words([tomorrow]) == "Nothing is late. January 2014 is due in 1 business day."
