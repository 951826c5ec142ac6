import datetime as dt
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy.exc import DBAPIError

from focusdesk.filing.edit import Cause, Change
from focusdesk.filing.filing import OF_THE_MONTH, Filing, Status
from focusdesk.filing.ports import (
    FilingExists,
    FilingStore,
    NoSuchFiling,
    StoreConflict,
    StoreDamaged,
    StoreFailed,
)
from focusdesk.form.box import EntryError, Value
from focusdesk.form.edition import Edition
from focusdesk.form.period import Period
from focusdesk.store.database import Database
from focusdesk.store.filing_store import SqliteFilingStore
from focusdesk.store.journal import Author
from focusdesk.store.opening import open_store
from focusdesk.store.verify import verify

JANUARY = Period(2014, 1)
EVERY_KIND: dict[str, Value] = {
    "7010": -(2**63),
    "7020": 0,
    "13": "Größe & Söhne, “Makler” 株式会社 👩",
    "25": dt.date(2014, 1, 31),
    "16": True,
    "firm.retail_forex": False,
}


def changes(values: dict[str, Value]) -> list[Change]:
    return [Change(code, None, value) for code, value in values.items()]


@pytest.fixture
def january(store: SqliteFilingStore, edition: Edition) -> Filing:
    return store.start(JANUARY, edition.id)


@pytest.fixture
def other(path: Path) -> Iterator[SqliteFilingStore]:
    """The same store as another program has it open."""
    with open_store(path) as opened:
        yield opened


def test_a_filing_is_found_by_its_period(store: SqliteFilingStore, edition: Edition) -> None:
    as_port: FilingStore = store
    started = as_port.start(JANUARY, edition.id, illustrative=True, remark="as filed")
    assert started == Filing(1, JANUARY, edition.id, illustrative=True, remark="as filed")
    assert as_port.find(JANUARY) == started
    assert as_port.find(JANUARY, 0) == started


def test_the_newest_period_comes_first(store: SqliteFilingStore, edition: Edition) -> None:
    for period in (JANUARY, Period(2014, 2), Period(2013, 12)):
        store.start(period, edition.id)
    assert [str(filing.period) for filing in store.filings()] == ["2014-02", "2014-01", "2013-12"]


@pytest.mark.usefixtures("january")
@pytest.mark.parametrize(
    ("period", "amendment", "words"),
    [
        (Period(2014, 2), None, "has no filing for February 2014. Start"),
        (JANUARY, 1, "has no filing for January 2014, amendment 1. Start"),
    ],
)
def test_a_filing_that_is_not_there_is_a_sentence(
    store: SqliteFilingStore, period: Period, amendment: int | None, words: str
) -> None:
    with pytest.raises(NoSuchFiling, match=words):
        store.find(period, amendment)


@pytest.mark.usefixtures("january")
def test_a_period_is_started_once(store: SqliteFilingStore, edition: Edition) -> None:
    with pytest.raises(FilingExists, match="January 2014 has been started already"):
        store.start(JANUARY, edition.id)
    assert len(store.filings()) == 1


def test_every_kind_of_value_comes_back_from_the_disk(
    store: SqliteFilingStore, january: Filing, edition: Edition, other: SqliteFilingStore
) -> None:
    store.record(january, edition, changes(EVERY_KIND), Cause.IMPORTED)
    assert other.entered(january, edition) == EVERY_KIND


def test_blank_is_not_zero(
    store: SqliteFilingStore, january: Filing, edition: Edition, other: SqliteFilingStore
) -> None:
    store.record(january, edition, changes({"7010": 0, "7020": 5}), Cause.TYPED)
    store.record(january, edition, [Change("7020", 5, None)], Cause.TYPED)
    assert other.entered(january, edition) == {"7010": 0}


def test_an_edit_is_written_whole_or_not_at_all(
    store: SqliteFilingStore, january: Filing, edition: Edition
) -> None:
    wrong = [Change("7010", None, 5), Change("7020", None, "five")]
    with pytest.raises(EntryError, match="7020 takes an amount"):
        store.record(january, edition, wrong, Cause.IMPORTED)
    assert store.entered(january, edition) == {}
    assert len(store.journal(january)) == 1


def test_the_time_of_the_edit_is_told_in_utc(
    store: SqliteFilingStore, january: Filing, edition: Edition
) -> None:
    saved = store.record(january, edition, changes({"7010": 5}), Cause.TYPED)
    assert saved == dt.datetime(2014, 2, 3, 9, 0, 1, tzinfo=dt.UTC)
    assert store.journal(january)[-1].written == saved


def test_what_does_not_change_is_not_journalled(
    store: SqliteFilingStore, january: Filing, edition: Edition
) -> None:
    store.record(january, edition, changes({"7010": 5}), Cause.TYPED)
    before = store.path.read_bytes()
    same = [Change("7010", 5, 5), Change("16", old=None, new=False)]
    store.record(january, edition, same, Cause.TYPED)
    store.record(january, edition, [], Cause.TYPED)
    store.set_status(january, Status.DRAFT)
    store.set_fact("calendar", "federal")
    assert store.path.read_bytes() != before
    before = store.path.read_bytes()
    store.set_fact("calendar", "federal")
    assert store.path.read_bytes() == before
    assert [entry.code for entry in store.journal(january)] == ["filing:started", "7010"]


def test_the_journal_of_a_box_is_its_own(
    store: SqliteFilingStore, january: Filing, edition: Edition
) -> None:
    store.record(january, edition, changes({"7010": 5, "7020": 6}), Cause.TYPED)
    store.record(january, edition, [Change("7010", 5, None)], Cause.UNDO)
    trail = [(entry.old, entry.new, entry.cause) for entry in store.journal(january, "7010")]
    assert trail == [(None, "5", "typed"), ("5", None, "undo")]
    assert [entry.sequence for entry in store.journal(january)] == [1, 2, 3, 4]


def test_the_journal_of_a_filing_is_its_own(
    store: SqliteFilingStore, january: Filing, edition: Edition
) -> None:
    february = store.start(Period(2014, 2), edition.id)
    store.record(february, edition, changes({"7010": 5}), Cause.TYPED)
    assert [entry.code for entry in store.journal(january)] == ["filing:started"]
    assert {entry.filing for entry in store.journal(february)} == {february.id}


def test_the_newest_note_counts_and_an_empty_one_withdraws(
    store: SqliteFilingStore, january: Filing
) -> None:
    store.write_note(january, "7010", "first")
    second = store.write_note(january, "7010", "second")
    store.write_note(january, "7020", "to be withdrawn")
    store.write_note(january, "7020", "")
    assert store.notes(january) == {"7010": second}
    assert (second.author, second.written.second) == ("ada", 2)
    told = [(note.text, note.author) for note in store.note_history(january, "7020")]
    assert told == [("to be withdrawn", "ada"), ("", "ada")]


def test_a_note_is_permanent_or_for_its_month_whichever_was_written_last(
    store: SqliteFilingStore, january: Filing
) -> None:
    store.write_note(january, "7010", "for this month")
    permanent = store.write_note(january, "7010", "for this month", permanent=True)
    assert store.notes(january) == {"7010": permanent}
    for_month = store.write_note(january, "7010", "for this month")
    assert store.notes(january) == {"7010": for_month}
    assert [note.permanent for note in store.note_history(january, "7010")] == [False, True, False]
    assert verify(store.path) == ()


def test_a_note_is_withdrawn_whichever_kind_it_was(
    store: SqliteFilingStore, january: Filing
) -> None:
    store.write_note(january, "7010", "words", permanent=True)
    store.write_note(january, "7010", "")
    assert store.notes(january) == {}
    store.write_note(january, "7010", "", permanent=True)
    store.write_note(january, "7020", "")
    assert len(store.note_history(january, "7010")) == 2
    assert store.note_history(january, "7020") == ()
    assert verify(store.path) == ()


def test_the_month_has_a_note_of_its_own(store: SqliteFilingStore, january: Filing) -> None:
    note = store.write_note(january, OF_THE_MONTH, "filed late, with leave")
    store.write_note(january, "7010", "words")
    assert store.notes(january)[OF_THE_MONTH] == note
    assert store.note_history(january, OF_THE_MONTH) == (note,)


def test_a_carried_note_keeps_its_author_and_its_time(
    path: Path, store: SqliteFilingStore, january: Filing, clock: Callable[[], dt.datetime]
) -> None:
    with open_store(path, author=Author("bob", "desk-8", "focusdesk"), clock=clock) as other:
        notes = [
            other.write_note(january, code, f"Größe {code}", permanent=True)
            for code in ("7010", OF_THE_MONTH)
        ]
    february = store.start(Period(2014, 2), january.edition)
    store.carry_notes(february, notes)
    assert tuple(store.notes(february).values()) == tuple(notes)
    assert {entry.cause for entry in store.journal(february)[1:]} == {"carried"}
    assert {entry.user for entry in store.journal(february)} == {"ada"}
    store.write_note(february, "7010", "", permanent=True)
    assert list(store.notes(february)) == [OF_THE_MONTH]
    assert verify(path) == ()


def test_how_a_figure_was_typed_is_kept_until_it_changes_another_way(
    store: SqliteFilingStore, january: Filing, edition: Edition, other: SqliteFilingStore
) -> None:
    typed = [Change("7010", None, 5, "", "=2+3"), Change("7020", None, 6)]
    store.record(january, edition, typed, Cause.TYPED)
    assert other.typed(january) == {"7010": "=2+3"}
    store.record(january, edition, [Change("7010", 5, 6, "=2+3")], Cause.TYPED)
    assert other.typed(january) == {}
    store.record(january, edition, [Change("7010", 6, 5, "", "=2+3")], Cause.UNDO)
    store.record(january, edition, [Change("7010", 5, 5, "=2+3", "=1+4")], Cause.TYPED)
    assert other.typed(january) == {"7010": "=1+4"}
    trail = [(entry.code, entry.old, entry.new) for entry in store.journal(january)[1:]]
    assert trail == [
        ("7010", None, "5"),
        ("7020", None, "6"),
        ("typed:7010", None, "=2+3"),
        ("7010", "5", "6"),
        ("typed:7010", "=2+3", None),
        ("7010", "6", "5"),
        ("typed:7010", None, "=2+3"),
        ("typed:7010", "=2+3", "=1+4"),
    ]
    assert verify(store.path) == ()


def test_how_a_figure_was_typed_is_forgotten_by_whoever_changes_it_without_knowing(
    store: SqliteFilingStore, january: Filing, edition: Edition, other: SqliteFilingStore
) -> None:
    store.record(january, edition, [Change("7010", None, 5, "", "=2+3")], Cause.TYPED)
    other.record(january, edition, [Change("7010", 5, 6)], Cause.SET)
    assert store.typed(january) == {}


def test_how_the_figures_of_another_month_were_typed_is_another_matter(
    store: SqliteFilingStore, january: Filing, edition: Edition
) -> None:
    february = store.start(Period(2014, 2), edition.id)
    store.record(january, edition, [Change("7010", None, 5, "", "=2+3")], Cause.TYPED)
    store.write_note(january, "7010", "words")
    assert store.typed(february) == {}


def test_the_rows_of_one_edit_share_its_number_and_what_it_is_called(
    store: SqliteFilingStore, january: Filing, edition: Edition
) -> None:
    pasted = changes({"7010": 5, "7020": 6})
    store.record(january, edition, pasted, Cause.TYPED, "Paste 2 boxes")
    store.record(january, edition, [], Cause.TYPED, "nothing")
    store.record(january, edition, [Change("7010", 5, 5)], Cause.TYPED, "nothing")
    store.write_note(january, "7010", "words")
    told = [(entry.edit, entry.code, entry.new) for entry in store.journal(january)[1:]]
    assert told == [
        (2, "7010", "5"),
        (2, "7020", "6"),
        (2, "edit:words", "Paste 2 boxes"),
        (5, "note:7010", "words"),
    ]


def test_a_status_is_kept(
    store: SqliteFilingStore, january: Filing, other: SqliteFilingStore
) -> None:
    printed = store.set_status(january, Status.PRINTED)
    assert printed.status is Status.PRINTED
    assert other.find(JANUARY) == printed


def test_the_firm_s_facts_are_kept(store: SqliteFilingStore, other: SqliteFilingStore) -> None:
    store.set_fact("calendar", "federal")
    store.set_fact("calendar", "exchange")
    store.set_fact("name", "Größe")
    assert other.facts() == {"calendar": "exchange", "name": "Größe"}


def test_text_is_kept_as_text_whatever_it_says(
    store: SqliteFilingStore, january: Filing, edition: Edition
) -> None:
    hostile = "'); DROP TABLE entry; --"
    store.record(january, edition, changes({"13": hostile}), Cause.TYPED)
    store.write_note(january, hostile, hostile)
    store.set_fact(hostile, hostile)
    assert store.entered(january, edition) == {"13": hostile}
    assert store.notes(january)[hostile].text == hostile
    assert store.facts() == {hostile: hostile}
    assert verify(store.path) == ()


def test_several_months_are_read_at_once_in_the_order_asked_for(
    store: SqliteFilingStore, january: Filing, edition: Edition
) -> None:
    february = store.start(Period(2014, 2), edition.id)
    store.record(february, edition, changes(EVERY_KIND), Cause.TYPED)
    both = store.entered_many((february, january, february), lambda _: edition)
    assert both == (EVERY_KIND, {}, EVERY_KIND)


def test_an_edit_on_figures_that_another_program_changed_is_refused(
    store: SqliteFilingStore, january: Filing, edition: Edition, other: SqliteFilingStore
) -> None:
    held = store.entered(january, edition)
    other.record(january, edition, changes({"7010": 5}), Cause.SET)
    for attempt in (
        lambda: store.record(january, edition, changes({"7020": 6}), Cause.TYPED),
        lambda: store.write_note(january, "7010", "words"),
        lambda: store.set_status(january, Status.PRINTED),
    ):
        with pytest.raises(StoreConflict, match=r"changed January 2014 .* open the month again"):
            attempt()
    assert held == {}
    assert store.entered(january, edition) == {"7010": 5}
    store.record(january, edition, changes({"7020": 6}), Cause.TYPED)
    assert other.entered(january, edition) == {"7010": 5, "7020": 6}
    assert verify(store.path) == ()


def test_looking_at_a_month_does_not_hide_that_another_program_changed_it(
    store: SqliteFilingStore, january: Filing, edition: Edition, other: SqliteFilingStore
) -> None:
    store.entered(january, edition)
    other.record(january, edition, changes({"7010": 5}), Cause.SET)
    assert store.entered_many([january], lambda _: edition) == ({"7010": 5},)
    with pytest.raises(StoreConflict):
        store.record(january, edition, changes({"7020": 6}), Cause.TYPED)


def test_a_change_elsewhere_is_no_conflict(
    store: SqliteFilingStore, january: Filing, edition: Edition, other: SqliteFilingStore
) -> None:
    store.entered(january, edition)
    other.start(Period(2014, 2), edition.id)
    other.set_fact("calendar", "federal")
    store.record(january, edition, changes({"7010": 5}), Cause.TYPED)
    assert verify(store.path) == ()


def test_an_edit_that_does_not_know_what_the_box_holds_is_refused(
    store: SqliteFilingStore, january: Filing, edition: Edition, other: SqliteFilingStore
) -> None:
    store.record(january, edition, changes({"7010": 5}), Cause.TYPED)
    with pytest.raises(StoreConflict):
        other.record(january, edition, [Change("7010", 4, 6)], Cause.SET)
    assert store.entered(january, edition) == {"7010": 5}


def test_a_failed_write_leaves_the_store_ready_for_the_next(
    path: Path, edition: Edition, clock: Callable[[], dt.datetime]
) -> None:
    with closing(Database(path)) as database:
        store = SqliteFilingStore(database, clock=clock)
        january = store.start(JANUARY, edition.id)
        pages = database.driver.execute("PRAGMA page_count").fetchone()[0]
        database.driver.execute(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(StoreFailed, match="no room left"):
            store.write_note(january, "7010", "long " * 10_000)
        database.driver.execute(f"PRAGMA max_page_count = {pages + 100}")
        store.record(january, edition, changes({"7010": 5}), Cause.TYPED)
        assert store.notes(january) == {}
    assert verify(path) == ()


def test_an_edit_whose_commit_was_refused_can_be_made_again(path: Path, edition: Edition) -> None:
    with closing(Database(path, busy_seconds=0)) as database:
        store = SqliteFilingStore(database)
        january = store.start(JANUARY, edition.id)
        with closing(sqlite3.connect(path, isolation_level=None)) as reader:
            reader.execute("BEGIN")
            reader.execute("SELECT * FROM entry").fetchall()
            with pytest.raises(StoreFailed, match="Another program is using"):
                store.record(january, edition, changes({"7010": 5}), Cause.TYPED)
        store.record(january, edition, changes({"7010": 5}), Cause.TYPED)
    assert verify(path) == ()


def tamper(path: Path, statement: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(statement)
        connection.commit()


@pytest.mark.parametrize(
    ("statement", "words"),
    [
        ("UPDATE entry SET value = 'five'", 'January 2014, 7010: the store holds "five"'),
        ("UPDATE entry SET code = '9999'", "January 2014 holds 9999, a box that edition 2014-01"),
        ("UPDATE entry SET code = '16'", "January 2014, 16: "),
    ],
)
def test_a_value_that_is_not_the_box_s_names_month_and_box(
    store: SqliteFilingStore, january: Filing, edition: Edition, statement: str, words: str
) -> None:
    store.record(january, edition, changes({"7010": 5}), Cause.TYPED)
    tamper(store.path, statement)
    with pytest.raises(StoreDamaged, match=words):
        store.entered(january, edition)
    with pytest.raises(StoreDamaged, match=words):
        store.entered_many([january], lambda _: edition)


@pytest.mark.usefixtures("january")
@pytest.mark.parametrize("column", ["period", "status"])
def test_a_header_that_cannot_be_read_is_damage(store: SqliteFilingStore, column: str) -> None:
    tamper(store.path, f"UPDATE filing SET {column} = 'x'")  # noqa: S608  # a name of ours
    with pytest.raises(StoreDamaged, match="is damaged"):
        store.filings()


def test_a_filing_that_is_gone_is_a_sentence(
    store: SqliteFilingStore, january: Filing, edition: Edition
) -> None:
    tamper(store.path, "DELETE FROM filing")
    with pytest.raises(NoSuchFiling, match="does not hold January 2014 any more"):
        store.entered(january, edition)


def test_a_mistake_of_the_program_writes_nothing(
    store: SqliteFilingStore, january: Filing, edition: Edition
) -> None:
    with pytest.raises(KeyError):
        store.record(january, edition, [Change("7777", None, 5)], Cause.TYPED)
    tamper(
        store.path, "CREATE TRIGGER sly BEFORE INSERT ON entry BEGIN SELECT RAISE(FAIL, ''); END"
    )
    with pytest.raises(DBAPIError):
        store.record(january, edition, changes({"7010": 5}), Cause.TYPED)
    assert len(store.journal(january)) == 1


def test_writes_made_together_are_all_on_the_disk_or_none(
    store: SqliteFilingStore, other: SqliteFilingStore, edition: Edition
) -> None:
    def start_twice() -> None:
        with store.together():
            store.set_fact("calendar", "exchange")
            store.start(Period(2013, 11), edition.id)
            store.start(Period(2013, 11), edition.id)

    with pytest.raises(FilingExists):
        start_twice()

    assert other.facts() == {}
    with pytest.raises(NoSuchFiling):
        other.find(Period(2013, 11))

    with store.together():
        store.set_fact("calendar", "exchange")
        filing = store.start(Period(2013, 11), edition.id)
        store.record(filing, edition, [Change("7010", None, 5)], Cause.TYPED)

    assert other.facts() == {"calendar": "exchange"}
    assert other.entered(other.find(Period(2013, 11)), edition) == {"7010": 5}


def test_an_edit_after_writes_that_came_to_nothing_knows_what_is_on_the_disk(
    store: SqliteFilingStore, edition: Edition
) -> None:
    filing = store.start(Period(2013, 11), edition.id)

    def record_and_start_again() -> None:
        with store.together():
            store.record(filing, edition, [Change("7010", None, 5)], Cause.TYPED)
            store.start(Period(2013, 11), edition.id)

    with pytest.raises(FilingExists):
        record_and_start_again()

    store.record(filing, edition, [Change("7010", None, 7)], Cause.TYPED)

    assert store.entered(filing, edition) == {"7010": 7}


def test_writes_that_came_to_nothing_do_not_hide_that_another_program_changed_a_month(
    store: SqliteFilingStore, january: Filing, edition: Edition, other: SqliteFilingStore
) -> None:
    store.entered(january, edition)

    def start_january_again() -> None:
        with store.together():
            store.start(JANUARY, edition.id)

    with pytest.raises(FilingExists):
        start_january_again()

    other.record(january, edition, changes({"7010": 5}), Cause.SET)
    with pytest.raises(StoreConflict):
        store.record(january, edition, changes({"7020": 6}), Cause.TYPED)


def test_a_signature_copy_is_recorded_with_what_was_printed(store: SqliteFilingStore) -> None:
    january = store.start(JANUARY, "2014-01")
    assert store.print_record(january) is None
    printed = store.mark_printed(january, "c" * 64, "f" * 64)
    record = store.print_record(january)
    assert record is not None
    assert (record.content_digest, record.file_digest) == ("c" * 64, "f" * 64)
    assert store.find(JANUARY).status is printed.status is Status.PRINTED


def test_the_newest_signature_copy_counts_and_the_journal_keeps_them_all(
    store: SqliteFilingStore, january: Filing, edition: Edition
) -> None:
    store.mark_printed(january, "c" * 64, "f" * 64)
    store.record(january, edition, changes({"7010": 5}), Cause.TYPED)
    store.mark_printed(january, "d" * 64, "e" * 64)
    record = store.print_record(january)
    assert record is not None
    assert (record.content_digest, record.file_digest, record.user) == ("d" * 64, "e" * 64, "ada")
    assert record.sequence == store.journal(january)[-1].sequence
    assert [each.file_digest for each in store.print_records(january)] == ["f" * 64, "e" * 64]
    assert store.print_records(january)[-1] == record
    assert verify(store.path) == ()


def test_months_that_are_not_as_they_were_printed_are_named(
    store: SqliteFilingStore, january: Filing, edition: Edition
) -> None:
    february, march = (store.start(Period(2014, month), edition.id) for month in (2, 3))
    store.record(march, edition, changes({"7010": 5}), Cause.TYPED)
    store.set_status(march, Status.PRINTED)
    for month in (january, february):
        store.record(month, edition, changes({"7010": 5}), Cause.TYPED)
        store.mark_printed(month, "c" * 64, "f" * 64)
        store.write_note(month, "7010", "words")
    assert store.changed_since_print() == frozenset()

    store.record(january, edition, [Change("7010", 5, None)], Cause.TYPED)
    store.record(february, edition, [Change("7010", 5, 6)], Cause.TYPED)
    assert store.changed_since_print() == {january.id, february.id}

    store.record(january, edition, [Change("7010", None, 5)], Cause.UNDO)
    assert store.changed_since_print() == {february.id}
    store.mark_printed(february, "d" * 64, "e" * 64)
    assert store.changed_since_print() == frozenset()
