"""The rows of the list of notices."""

import datetime as dt

from focusdesk.filing.edit import Cause, Edit
from focusdesk.filing.notice_book import NoticeBook
from focusdesk.filing.session import FilingSession
from focusdesk.ui.duties.listed_notices import listed_notices


def test_an_open_notice_counts_down(january: FilingSession) -> None:
    january.apply(Edit({"7020": 900_000_000}, Cause.TYPED))
    book = NoticeBook(january)
    notice, _ = book.mark_complete("segregation")
    now = notice.stamp + dt.timedelta(minutes=61)

    first, *_ = listed_notices(book, january.edition, lambda each: each.since, now)

    assert first.cells[0] == "Open"
    assert first.cells[2] == "Segregation"
    assert first.cells[3].endswith("\n1 h 1 min late")
    assert first.code in ("7060", "7180", "7190")


def test_a_closed_notice_stands_last_and_counts_no_more(january: FilingSession) -> None:
    january.apply(Edit({"7020": 900_000_000}, Cause.TYPED))
    book = NoticeBook(january)
    notice, _ = book.mark_complete("segregation")
    book.give(notice, {"when": "2014-02-03 12:00", "by": "ana", "to": "CFTC"})

    *_, last = listed_notices(book, january.edition, lambda each: each.since, notice.stamp)

    assert last.cells[:2] == ("Given", "N01  under-segregated")
    assert "\n" not in last.cells[3]


def test_without_a_known_deadline_the_rule_s_words_stand(january: FilingSession) -> None:
    january.apply(Edit({"7020": 900_000_000}, Cause.TYPED))
    book = NoticeBook(january)
    book.mark_complete("segregation")

    first, *_ = listed_notices(book, january.edition, lambda _: None, dt.datetime.now(dt.UTC))

    assert first.cells[3] == "immediately"
