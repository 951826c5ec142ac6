"""What the store keeps of notices: stamped by its clock, chained, told when damaged."""

import datetime as dt
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from focusdesk.filing.edit import Cause, Change
from focusdesk.filing.filing import Filing
from focusdesk.filing.notice import NoticeKind, NoticeRow
from focusdesk.filing.ports import StoreConflict
from focusdesk.form.edition import Edition
from focusdesk.form.period import Period
from focusdesk.store.filing_store import SqliteFilingStore
from focusdesk.store.journal import Author
from focusdesk.store.opening import open_store
from focusdesk.store.verify import verify

DONE = NoticeRow(NoticeKind.COMPLETED, "page", {"state": "complete"})
GIVEN = NoticeRow(NoticeKind.GIVEN, "3", {"by": "ana"})


@pytest.fixture
def january(store: SqliteFilingStore, edition: Edition) -> Filing:
    return store.start(Period(2014, 1), edition.id)


def test_rows_are_kept_in_their_order_with_author_and_stamp(
    store: SqliteFilingStore, january: Filing, path: Path
) -> None:
    store.notices.write(january, [DONE, GIVEN], Cause.NOTICED)

    first, second = store.notices.rows(january)

    assert (first.kind, first.told, first.author) == (DONE.kind, DONE.told, "ada")
    assert (second.kind, second.subject) == (GIVEN.kind, "3")
    assert first.number + 1 == second.number
    assert verify(path) == ()


def test_the_time_is_told_by_the_clock_that_stamps(path: Path, author: Author) -> None:
    east = dt.timezone(dt.timedelta(hours=2))
    noon = dt.datetime(2014, 2, 3, 12, tzinfo=east)
    with open_store(path, author=author, clock=lambda: noon) as store:
        assert store.notices.now() == noon
        assert store.notices.now().tzinfo is dt.UTC


def test_the_last_change_of_each_box_is_known_by_its_row(
    store: SqliteFilingStore, january: Filing, edition: Edition
) -> None:
    store.record(january, edition, [Change("7010", None, 5)], Cause.TYPED)
    store.notices.write(january, [DONE], Cause.NOTICED)
    (done,) = store.notices.rows(january)

    assert store.notices.last_changes(january)["7010"] < done.number
    store.record(january, edition, [Change("7010", 5, 6)], Cause.TYPED)
    assert store.notices.last_changes(january)["7010"] > done.number


def test_a_clock_that_runs_back_is_recorded_with_the_next_row(
    path: Path, author: Author, edition: Edition
) -> None:
    noon = dt.datetime(2014, 2, 3, 12, tzinfo=dt.UTC)
    times = iter([noon, noon - dt.timedelta(seconds=1), noon - dt.timedelta(hours=2)])
    with open_store(path, author=author, clock=lambda: next(times)) as store:
        january = store.start(Period(2014, 1), edition.id)
        store.record(january, edition, [Change("7010", None, 5)], Cause.TYPED)
        assert store.notices.rows(january) == ()  # a second is nothing

        store.record(january, edition, [Change("7010", 5, 6)], Cause.TYPED)

        (row,) = store.notices.rows(january)
    assert row.kind is NoticeKind.CLOCK_BACK
    assert row.told["before"] == "2014-02-03T11:59:59.000000+00:00"
    assert row.stamp == noon - dt.timedelta(hours=2)
    assert verify(path) == ()


def test_no_other_row_hides_that_the_clock_ran_back(
    path: Path, author: Author, edition: Edition
) -> None:
    noon = dt.datetime(2014, 2, 3, 12, tzinfo=dt.UTC)
    back = noon - dt.timedelta(hours=2)
    times = iter([noon, noon, back, back, back, back])
    with open_store(path, author=author, clock=lambda: next(times)) as store:
        january = store.start(Period(2014, 1), edition.id)
        december = store.start(Period(2013, 12), edition.id)

        store.set_fact("firm", "Bluewater")
        february = store.start(Period(2014, 2), edition.id)
        store.notices.write(january, [DONE], Cause.NOTICED)
        store.notices.write(january, [GIVEN], Cause.NOTICED)

        assert [row.kind for row in store.notices.rows(january)] == [
            NoticeKind.CLOCK_BACK,
            NoticeKind.CLOCK_BACK,
            NoticeKind.COMPLETED,
            NoticeKind.GIVEN,
        ]
        for other in (december, february):
            (told,) = store.notices.rows(other)
            assert told.told["before"] == "2014-02-03T12:00:00.000000+00:00"
        assert store.facts()["firm"] == "Bluewater"
    assert verify(path) == ()


def test_a_month_that_is_started_with_the_clock_set_back_says_so(
    path: Path, author: Author, edition: Edition
) -> None:
    noon = dt.datetime(2014, 2, 3, 12, tzinfo=dt.UTC)
    times = iter([noon, noon - dt.timedelta(hours=2)])
    with open_store(path, author=author, clock=lambda: next(times)) as store:
        store.start(Period(2014, 1), edition.id)
        february = store.start(Period(2014, 2), edition.id)

        assert [row.kind for row in store.notices.rows(february)] == [NoticeKind.CLOCK_BACK]
    assert verify(path) == ()


def test_no_row_is_written_over_what_another_program_has_changed(
    path: Path, store: SqliteFilingStore, january: Filing, edition: Edition
) -> None:
    with open_store(path) as other:
        other.entered(january, edition)
        other.record(january, edition, [Change("7010", None, 5)], Cause.TYPED)

    with pytest.raises(StoreConflict):
        store.notices.write(january, [DONE], Cause.NOTICED)


def test_a_row_that_was_altered_is_told(
    path: Path, store: SqliteFilingStore, january: Filing
) -> None:
    store.notices.write(january, [DONE], Cause.NOTICED)
    store.close()
    with closing(sqlite3.connect(path)) as damaged, damaged:
        damaged.execute("DROP TRIGGER journal_is_not_changed")
        damaged.execute("UPDATE journal SET written = '2014-01-01' WHERE code = 'complete:page'")

    assert any("journal" in fault.message for fault in verify(path))
