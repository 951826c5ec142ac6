"""Notices: provisional while a page is in work, recorded once it is complete, never erased."""

import datetime as dt
from dataclasses import replace

import pytest

from focusdesk.filing.edit import Cause, ChangeSet, Edit, EditRefused
from focusdesk.filing.notice import Notice
from focusdesk.filing.notice_book import POOL_COMPLETE, SIGNATURE_COPY, NoticeBook
from focusdesk.filing.notice_moment import NoticeField, NoticeRefused, moment_words
from focusdesk.filing.notice_words import closing_words, notice_lines
from focusdesk.filing.register import Register
from focusdesk.filing.session import FilingSession
from focusdesk.form.box import Value
from focusdesk.form.period import Period

OWED: dict[str, Value] = {"7010": 1_000, "7020": 500}
HELD: dict[str, Value] = {"7070": 900, "7080": 400, "7194": 50}
"""The firm holds 1,300 for customers who are owed 1,500, and wants 50 more than that."""


@pytest.fixture
def session(register: Register) -> FilingSession:
    return register.start_month(Period(2014, 1))


@pytest.fixture
def book(session: FilingSession) -> NoticeBook:
    return NoticeBook(session)


def enter(session: FilingSession, values: dict[str, Value]) -> None:
    session.apply(Edit(values, Cause.TYPED))


def wall(*parts: int) -> dt.datetime:
    """A moment by the clock on the wall."""
    return dt.datetime(*parts).astimezone()  # type: ignore[arg-type]


def names(notices: tuple[Notice, ...]) -> list[str]:
    return [each.event.name for each in notices]


def test_a_half_typed_page_raises_nothing_but_provisional_findings(
    session: FilingSession, book: NoticeBook
) -> None:
    enter(session, OWED)
    assert book.provisional() == ()  # what is held is blank still

    enter(session, {"7070": 900})

    assert [finding.id for finding in book.provisional()] == ["N01"]
    assert book.notices() == ()


def test_a_complete_page_records_what_its_figures_show(
    session: FilingSession, book: NoticeBook
) -> None:
    enter(session, OWED | HELD)

    recorded = book.mark_complete("segregation")

    assert names(recorded) == ["under-segregated", "below the target for residual interest"]
    first, second = (each.event for each in recorded)
    assert (first.check, first.figures) == ("N01", {"7190": -200, "7180": 1_300, "7060": 1_500})
    assert (second.check, second.figures["7198"]) == ("N04", -250)
    assert first.within == "immediately"
    assert "a deficiency of 200 (7190)" in first.message
    assert recorded[0].occasion == POOL_COMPLETE
    assert book.provisional() == ()


def test_the_stamp_is_that_of_the_machine_s_clock(session: FilingSession, book: NoticeBook) -> None:
    enter(session, OWED | HELD)
    before = dt.datetime.now(dt.UTC)

    notice, _ = book.mark_complete("segregation")

    assert before <= notice.stamp <= dt.datetime.now(dt.UTC)


def test_any_change_takes_the_page_into_work_again(
    session: FilingSession, book: NoticeBook
) -> None:
    enter(session, OWED | HELD)
    book.mark_complete("segregation")
    assert book.complete_schedules() == {"segregation"}

    enter(session, {"7080": 401})

    assert book.complete_schedules() == frozenset()
    assert len(book.notices()) == 2


def test_a_change_of_another_page_leaves_it_complete(
    session: FilingSession, book: NoticeBook
) -> None:
    enter(session, OWED | HELD)
    book.mark_complete("segregation")

    enter(session, {"8500": 5})

    assert book.complete_schedules() == {"segregation"}


def test_what_feeds_a_page_from_another_takes_it_into_work_too(
    session: FilingSession, book: NoticeBook
) -> None:
    enter(session, {"7305": 10, "7500": 100})
    book.mark_complete("secured_funds")

    enter(session, {"7305": 11})

    assert book.complete_schedules() == frozenset()


def test_taken_into_work_by_hand_what_was_recorded_stays(
    session: FilingSession, book: NoticeBook
) -> None:
    enter(session, OWED | HELD)
    book.mark_complete("segregation")

    book.take_into_work("segregation")

    assert book.complete_schedules() == frozenset()
    assert len(book.notices()) == 2


def test_undo_erases_no_notice(session: FilingSession, book: NoticeBook) -> None:
    enter(session, OWED | HELD)
    book.mark_complete("segregation")

    enter(session, dict.fromkeys(OWED | HELD))

    assert session.findings() == () or all(not each.duty for each in session.findings())
    assert names(book.notices()) == ["under-segregated", "below the target for residual interest"]


def test_the_same_figures_are_recorded_once_and_others_with_the_same_notice(
    session: FilingSession, book: NoticeBook
) -> None:
    enter(session, OWED | HELD)
    book.mark_complete("segregation")
    assert book.mark_complete("segregation") == ()

    enter(session, {"7080": 300})
    again = book.mark_complete("segregation")

    assert [each.number for each in again] == [each.number for each in book.notices()]
    assert [event.figures["7190"] for _, event in again[0].again] == [-300]
    assert again[0].event.figures["7190"] == -200


def test_a_signature_copy_records_every_page(session: FilingSession, book: NoticeBook) -> None:
    enter(session, OWED | HELD | {"8500": 100, "8600": 60})

    recorded = book.signature_asked()

    assert set(names(recorded)) >= {"under-segregated", "cleared swaps deficiency"}
    assert {each.occasion for each in recorded} == {SIGNATURE_COPY}


def test_the_firm_cannot_have_become_aware_after_the_stamp(
    session: FilingSession, book: NoticeBook
) -> None:
    enter(session, OWED | HELD)
    notice, _ = book.mark_complete("segregation")
    noon = notice.stamp - dt.timedelta(hours=3)

    with pytest.raises(EditRefused, match="cannot have become aware later"):
        book.became_aware(notice, notice.stamp + dt.timedelta(seconds=1))
    aware = book.became_aware(notice, noon, "the noon computation")

    assert aware.aware is not None
    assert (aware.aware.moment, aware.aware.words) == (noon, "the noon computation")
    assert (aware.since, aware.stamp) == (noon, notice.stamp)


def test_recording_that_it_was_given_closes_it(session: FilingSession, book: NoticeBook) -> None:
    enter(session, OWED | HELD)
    notice, other = book.mark_complete("segregation")
    told = {"when": "2014-02-03 13:05", "by": "A. Lee", "to": "CFTC, NFA", "reference": "W-17"}

    closed = book.give(notice, told)

    assert closed.closing is not None
    assert closed.closing.given
    kept = {**closed.closing.told}
    assert dt.datetime.fromisoformat(kept.pop("when")) == wall(2014, 2, 3, 13, 5)
    assert kept == {"by": "A. Lee", "to": "CFTC, NFA", "reference": "W-17"}
    assert "Given 2014-02-03 13:05 by A. Lee to CFTC, NFA, reference W-17" in closing_words(closed)
    assert [each.is_open for each in book.notices()] == [False, True]
    with pytest.raises(EditRefused, match="is closed, and stays as it was recorded"):
        book.give(closed, told)
    with pytest.raises(EditRefused, match="Say to whom notice was given"):
        book.give(other, told | {"to": " "})


def test_notice_is_not_given_in_the_future_nor_before_the_firm_was_aware(
    session: FilingSession, book: NoticeBook
) -> None:
    enter(session, OWED | HELD)
    notice, _ = book.mark_complete("segregation")
    noon = notice.stamp - dt.timedelta(hours=3)
    notice = book.became_aware(notice, noon)
    told = {"by": "A. Lee", "to": "CFTC"}

    for moment, why in (
        (notice.stamp + dt.timedelta(minutes=2), "is still to come: by the machine's clock it is"),
        (noon - dt.timedelta(minutes=1), "cannot have been given before the firm became aware"),
        (noon - dt.timedelta(days=9_999), "Check the year"),
    ):
        with pytest.raises(NoticeRefused, match=why) as refused:
            book.give(notice, told | {"when": moment_words(moment)})
        assert refused.value.field is NoticeField.WHEN
    with pytest.raises(NoticeRefused, match='"noon" is no date with a time'):
        book.give(notice, told | {"when": "noon"})

    assert book.notices()[0].is_open
    before_the_stamp = notice.stamp - dt.timedelta(hours=1)
    assert not book.give(notice, told | {"when": moment_words(before_the_stamp)}).is_open


def test_what_would_go_on_record_is_known_before_and_asking_records_nothing(
    session: FilingSession, book: NoticeBook
) -> None:
    with pytest.raises(EditRefused, match="Segregation is blank"):
        book.recorded_by_completing("segregation")
    enter(session, OWED | HELD | {"8500": 100, "8600": 60})

    here, all_pages = book.recorded_by_completing("segregation"), book.recorded_by_signing()

    assert [event.check for event in here] == ["N01", "N04"]
    assert {event.check for event in all_pages} >= {"N01", "N03", "N04"}
    assert book.notices() == ()
    assert [each.event for each in book.mark_complete("segregation")] == list(here)
    assert book.recorded_by_completing("segregation") == ()


def test_an_error_of_entry_is_closed_once_it_is_corrected_and_for_a_reason(
    session: FilingSession, book: NoticeBook
) -> None:
    enter(session, OWED | HELD)
    notice, _ = book.mark_complete("segregation")
    with pytest.raises(EditRefused, match=r"N01, under-segregated\. Correct them first"):
        book.was_entry_error(notice, "a zero was missing")

    enter(session, {"7070": 9_000})

    with pytest.raises(EditRefused, match="Say what was entered wrongly"):
        book.was_entry_error(notice, " ")
    closed = book.was_entry_error(notice, "a zero was missing in 7070")
    assert closed.closing is not None
    assert (closed.closing.given, closed.closing.told) == (
        False,
        {"reason": "a zero was missing in 7070"},
    )
    assert closed in book.notices()


def test_the_same_event_after_it_was_closed_is_another_notice(
    session: FilingSession, book: NoticeBook
) -> None:
    enter(session, OWED | HELD)
    notice, _ = book.mark_complete("segregation")
    enter(session, {"7070": 9_000})
    book.was_entry_error(notice, "a zero was missing")

    enter(session, {"7070": 900})
    recorded = book.mark_complete("segregation")

    assert names(recorded) == ["under-segregated"]
    assert recorded[0].number != notice.number
    assert len(book.notices()) == 3


def test_what_was_given_is_not_recorded_again_with_the_figures_that_were_told(
    session: FilingSession, book: NoticeBook
) -> None:
    enter(session, OWED | HELD)
    told = {"when": "2014-02-03 13:05", "by": "A. Lee", "to": "CFTC"}
    for notice in book.mark_complete("segregation"):
        book.give(notice, told)

    assert (book.provisional(), book.mark_complete("segregation")) == ((), ())
    assert book.signature_asked() == ()

    enter(session, {"7080": 300})
    assert {each.id for each in book.provisional()} == {"N01", "N04"}
    recorded = book.signature_asked()

    assert [each.event.figures["7190"] for each in recorded] == [-300, -300]
    assert len(book.notices()) == 4

    enter(session, {"7080": 400})
    again = book.signature_asked()

    assert [each.latest.figures["7190"] for each in again] == [-200, -200]
    assert len(book.notices()) == 4


def test_the_same_boxes_with_another_message_are_another_record(
    session: FilingSession, book: NoticeBook
) -> None:
    enter(session, OWED | HELD)
    notice, _ = book.mark_complete("segregation")

    assert notice.answers(notice.event)
    assert not notice.answers(replace(notice.event, message="short of another carried figure"))


def test_what_was_said_of_the_firm_s_knowledge_stays_on_record(
    session: FilingSession, book: NoticeBook
) -> None:
    enter(session, OWED | HELD)
    notice, _ = book.mark_complete("segregation")
    early, late = (notice.stamp - dt.timedelta(hours=hours) for hours in (9, 1))

    book.became_aware(notice, early, "the night run")
    told = book.became_aware(notice, late, "the noon computation")

    assert [each.moment for each in told.aware_before] == [early]
    words = "\n".join(notice_lines(told, "at once"))
    assert words.index("the night run") < words.index("the noon computation")


def test_a_day_of_a_wrong_year_is_none_on_which_the_firm_became_aware(
    session: FilingSession, book: NoticeBook
) -> None:
    enter(session, OWED | HELD)
    notice, _ = book.mark_complete("segregation")

    for year in (1, 14, 2012):
        with pytest.raises(EditRefused, match="Check the year"):
            book.became_aware(notice, dt.datetime(year, 2, 3, 12, tzinfo=dt.UTC))

    assert all(each.aware is None for each in book.notices())


def test_notices_and_completion_are_there_when_the_month_is_opened_again(
    session: FilingSession, book: NoticeBook, register: Register
) -> None:
    enter(session, OWED | HELD)
    book.mark_complete("segregation")

    again = NoticeBook(register.open(session.filing))

    assert again.notices() == book.notices()
    assert again.complete_schedules() == {"segregation"}


def test_a_blank_page_is_not_complete_nor_one_that_the_form_lacks(book: NoticeBook) -> None:
    with pytest.raises(EditRefused, match="Segregation is blank"):
        book.mark_complete("segregation")
    with pytest.raises(EditRefused, match='The form has no schedule "page9"'):
        book.mark_complete("page9")


def test_who_listens_is_told(session: FilingSession, book: NoticeBook) -> None:
    told: list[ChangeSet] = []
    enter(session, OWED | HELD)
    session.subscribe(told.append)

    book.mark_complete("segregation")

    assert told == [ChangeSet((), (), Cause.COMPLETED)]
