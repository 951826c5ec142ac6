"""Which schedules of an open month are marked complete."""

from typing import NoReturn

import pytest

from focusdesk.filing.complete_schedules import CompleteSchedules
from focusdesk.filing.edit import Cause, ChangeSet, Edit
from focusdesk.filing.notice_book import NoticeBook
from focusdesk.filing.ports import StoreFailed
from focusdesk.filing.register import Register
from focusdesk.form.period import Period

SENTENCE = "Another program is using the store."


def test_a_mark_is_seen_and_an_edit_of_the_page_ends_it(register: Register) -> None:
    session = register.start_month(Period(2014, 1))
    session.apply(Edit({"7010": 5, "7510": None, "7305": 1}, Cause.TYPED))
    complete = CompleteSchedules(session)
    session.subscribe(complete.follow)
    assert complete.now == frozenset()

    NoticeBook(session).mark_complete("segregation")
    assert complete.now == {"segregation"}
    session.apply(Edit({"7305": 2}, Cause.TYPED))
    assert complete.now == {"segregation"}, "another page was edited"
    session.apply(Edit({"7010": 6}, Cause.TYPED))
    assert complete.now == frozenset()

    NoticeBook(session).mark_complete("segregation")
    assert CompleteSchedules(session).now == {"segregation"}, "known when it is opened"
    NoticeBook(session).take_into_work("segregation")
    assert complete.now == frozenset()


def test_a_carried_figure_ends_the_mark_of_the_page_that_asks_for_it(register: Register) -> None:
    session = register.start_month(Period(2014, 1))
    session.apply(Edit({"7010": 5, "7465": 1}, Cause.TYPED))
    complete = CompleteSchedules(session)
    session.subscribe(complete.follow)
    book = NoticeBook(session)
    book.mark_complete("segregation")
    book.mark_complete("cftc_capital")
    assert complete.now == {"segregation", "cftc_capital"}

    session.give_figure("net_capital", "5,000,000", "the computation of January")

    assert complete.now == {"segregation"}


def test_what_a_change_takes_into_work_again_is_said_of_that_change_alone(
    register: Register,
) -> None:
    session = register.start_month(Period(2014, 1))
    session.apply(Edit({"7305": 10, "7500": 5}, Cause.TYPED))
    complete = CompleteSchedules(session)
    session.subscribe(complete.follow)
    book = NoticeBook(session)
    for schedule in ("secured_amounts", "secured_funds"):
        book.mark_complete(schedule)
    assert complete.taken_back == ()

    session.apply(Edit({"7305": 11}, Cause.UNDO))
    assert complete.taken_back == ("secured_amounts", "secured_funds")
    session.apply(Edit({"7305": 12}, Cause.TYPED))
    assert complete.taken_back == ()

    book.mark_complete("secured_funds")
    session.apply(Edit({"7500": 6}, Cause.TYPED))
    assert complete.taken_back == ("secured_funds",)
    book.mark_complete("secured_funds")
    book.take_into_work("secured_funds")
    assert complete.taken_back == (), "whoever took it back knows"


def test_what_cannot_be_read_is_not_complete_and_read_with_the_next_change(
    register: Register, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = register.start_month(Period(2014, 1))
    session.apply(Edit({"7010": 5, "7305": 1}, Cause.TYPED))
    NoticeBook(session).mark_complete("segregation")
    complete = CompleteSchedules(session)

    def refuse(*_: object) -> NoReturn:
        raise StoreFailed(SENTENCE)

    with monkeypatch.context() as patch:
        patch.setattr(NoticeBook, "complete_schedules", refuse)
        with pytest.raises(StoreFailed):
            complete.follow(ChangeSet((), ("7010",), Cause.TYPED))
    assert complete.now == frozenset()

    complete.follow(ChangeSet((), (), Cause.NOTED))
    assert complete.now == {"segregation"}


def test_an_edit_reads_nothing_while_none_is_complete(register: Register) -> None:
    session = register.start_month(Period(2014, 1))
    complete = CompleteSchedules(session)
    session.apply(Edit({"7010": 5}, Cause.TYPED))
    NoticeBook(session).mark_complete("segregation")

    complete.follow(ChangeSet((), ("7010",), Cause.TYPED))
    assert complete.now == frozenset(), "it has not looked"
    complete.follow(ChangeSet((), (), Cause.COMPLETED))
    assert complete.now == {"segregation"}
