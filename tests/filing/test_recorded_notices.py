"""What is on record of a month's notices is read once, and again after each step."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from focusdesk.filing.edit import Cause, Edit
from focusdesk.filing.notice import NoticeKind, NoticeRow
from focusdesk.filing.notice_book import NoticeBook
from focusdesk.filing.ports import StoreDamaged
from focusdesk.filing.recorded_notices import RecordedNotices
from focusdesk.filing.register import Register
from focusdesk.filing.session import FilingSession
from focusdesk.form.period import Period


@pytest.fixture
def session(register: Register) -> FilingSession:
    session = register.start_month(Period(2014, 1))
    session.apply(Edit({"7010": 1_500, "7070": 1_300}, Cause.TYPED))
    return session


def test_an_edit_has_nothing_read_again_and_a_step_has(session: FilingSession) -> None:
    recorded = session.checks.notices
    first = recorded.rows()
    session.apply(Edit({"7070": 1_200}, Cause.TYPED))
    assert recorded.rows() is first

    (notice,) = NoticeBook(session).mark_complete("segregation")
    assert recorded.open_ones() == (notice,)
    assert recorded.notices() is recorded.notices()


def test_one_that_is_closed_is_open_no_more_and_stays_on_record(session: FilingSession) -> None:
    book = NoticeBook(session)
    (notice,) = book.mark_complete("segregation")
    given = book.give(notice, {"when": "2014-02-03 10:00", "by": "ana", "to": "the DSRO"})
    assert session.checks.notices.open_ones() == ()
    assert session.checks.notices.notices() == (given,)


def test_a_journal_that_does_not_say_what_was_recorded_is_damaged(
    session: FilingSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: Mapping[str, object] = {"reason": "a slip"}
    about_nothing = NoticeRow(NoticeKind.ENTRY_ERROR, "99", told, 1, "ana", None)
    recorded = RecordedNotices(session.filing, session.store)
    row = replace(about_nothing, number=5)
    monkeypatch.setattr(recorded, "rows", lambda: (row,))
    with pytest.raises(StoreDamaged, match="January 2014: the journal does not say"):
        recorded.notices()
