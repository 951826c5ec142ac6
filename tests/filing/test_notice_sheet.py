"""A notice on paper: what happened, whom to tell by when, and room for what only the firm knows."""

import datetime as dt

import pytest

from focusdesk.filing.edit import Cause, Edit
from focusdesk.filing.notice import Notice
from focusdesk.filing.notice_book import NoticeBook
from focusdesk.filing.notice_sheet import notice_sheet
from focusdesk.filing.register import Register
from focusdesk.filing.session import FilingSession
from focusdesk.form.period import Period
from tests.filing.test_notice_book import OWED


@pytest.fixture
def session(register: Register) -> FilingSession:
    session = register.start_month(Period(2014, 1))
    session.apply(Edit({**OWED, "7070": 900}, Cause.TYPED))
    return session


@pytest.fixture
def notice(session: FilingSession) -> Notice:
    (recorded,) = NoticeBook(session).mark_complete("segregation")
    return recorded


def told(session: FilingSession, notice: Notice) -> dict[str, str]:
    return dict(notice_sheet(session, notice, "immediately, by 2014-02-03 12:30").rows)


def test_it_says_what_happened_whom_to_tell_and_by_when(
    session: FilingSession, notice: Notice
) -> None:
    words = told(session, notice)
    assert words["What happened"] == f"The firm, as of January 31, 2014: {notice.event.message}"
    assert words["Tell"].startswith("the CFTC and ")
    assert words["Due"] == "immediately, by 2014-02-03 12:30"
    assert words["Rule"] == notice.event.cite
    assert "7190" in words["Figures then"]


def test_the_firm_is_named_as_on_the_cover(session: FilingSession, notice: Notice) -> None:
    session.apply(Edit({session.edition.firm_code: "Able & Sons"}, Cause.TYPED))
    assert told(session, notice)["What happened"].startswith("Able & Sons, as of ")


def test_an_open_notice_leaves_room_for_what_only_the_firm_knows(
    session: FilingSession, notice: Notice
) -> None:
    words = told(session, notice)
    by_hand = [what for what, line in words.items() if set(line) == {"_"}]
    assert by_hand == [
        "Cause",
        "Remedial steps",
        "Given on, at",
        "Given by",
        "Given to",
        "Reference",
    ]


def test_figures_that_were_recorded_again_stand_with_the_first(
    session: FilingSession, notice: Notice
) -> None:
    session.apply(Edit({"7070": 800}, Cause.TYPED))
    (again,) = NoticeBook(session).mark_complete("segregation")
    assert again.number == notice.number
    figures = [line for what, line in told(session, again).items() if what.startswith("Figures")]
    assert len(figures) == 2
    assert "800" in figures[1]
    assert "800" not in figures[0]
    assert again.latest.message in told(session, again)["What happened"]


def test_since_when_the_firm_is_aware_stands_on_it(session: FilingSession, notice: Notice) -> None:
    moment = notice.stamp - dt.timedelta(hours=1)
    aware = NoticeBook(session).became_aware(notice, moment, "the noon computation")
    assert ": the noon computation (" in told(session, aware)["Firm became aware"]


def test_a_closed_notice_says_how_and_leaves_no_room(
    session: FilingSession, notice: Notice
) -> None:
    session.apply(Edit({"7070": 5_000}, Cause.TYPED))
    closed = NoticeBook(session).was_entry_error(notice, "7070 lacked a digit")
    words = told(session, closed)
    assert words["Closed"].startswith("Entry error, corrected: 7070 lacked a digit")
    assert not any(set(line) == {"_"} for line in words.values())
