import datetime as dt
import getpass
import hashlib
import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from focusdesk.filing.edit import Cause, Change
from focusdesk.form.edition import Edition
from focusdesk.form.period import Period
from focusdesk.store.filing_store import SqliteFilingStore
from focusdesk.store.journal import COLUMNS, Author, stamp
from focusdesk.store.opening import open_store

JANUARY = Period(2014, 1)


def rows(path: Path) -> list[dict[str, object]]:
    with closing(sqlite3.connect(path)) as connection:
        found = connection.execute("SELECT * FROM journal ORDER BY sequence").fetchall()
    return [dict(zip(COLUMNS, row, strict=True)) for row in found]


@pytest.fixture
def written(store: SqliteFilingStore, edition: Edition) -> Path:
    """A store in which everything that can change has changed."""
    month = store.start(JANUARY, edition.id, remark="as filed")
    pasted = [
        Change("7010", None, 5),
        Change("13", None, "Größe"),
        Change("16", old=None, new=True),
    ]
    store.record(month, edition, pasted, Cause.IMPORTED)
    store.record(month, edition, [Change("7010", 5, None)], Cause.TYPED)
    store.write_note(month, "7010", "lost in the scan")
    store.set_fact("calendar", "federal")
    return store.path


def test_a_row_says_when_who_where_with_what_and_why(written: Path) -> None:
    last_edit = rows(written)[4]
    assert {name: last_edit[name] for name in COLUMNS[2:11]} == {
        "written": "2014-02-03T09:00:02.000000+00:00",
        "user": "ada",
        "host": "desk-7",
        "program": "focusdesk 0.0.1",
        "filing": 1,
        "code": "7010",
        "old": "5",
        "new": None,
        "cause": "typed",
    }


def test_everything_that_changes_is_in_the_journal(written: Path) -> None:
    assert [(row["code"], row["old"], row["new"]) for row in rows(written)] == [
        (
            "filing:started",
            None,
            '{"amendment":0,"edition":"2014-01","illustrative":0,"period":"2014-01",'
            '"remark":"as filed"}',
        ),
        ("7010", None, "5"),
        ("13", None, "Größe"),
        ("16", None, "X"),
        ("7010", "5", None),
        ("note:7010", None, "lost in the scan"),
        ("fact:calendar", None, "federal"),
    ]


def test_rows_of_one_edit_can_be_told_from_many_edits(written: Path) -> None:
    assert [(row["sequence"], row["edit"]) for row in rows(written)] == [
        (1, 1),
        (2, 2),
        (3, 2),
        (4, 2),
        (5, 5),
        (6, 6),
        (7, 7),
    ]


def test_each_row_is_chained_to_the_one_before_and_the_head_holds_the_end(written: Path) -> None:
    previous = ""
    for row in rows(written):
        assert row["previous"] == previous
        text = json.dumps(list(row.values())[:-1], ensure_ascii=False, separators=(",", ":"))
        previous = hashlib.sha256(text.encode()).hexdigest()
        assert row["hash"] == previous
    with closing(sqlite3.connect(written)) as connection:
        head = connection.execute("SELECT sequence, hash FROM head").fetchall()
    assert head == [(len(rows(written)), previous)]


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE journal SET new = '6' WHERE sequence = 2",
        "DELETE FROM journal WHERE sequence = 7",
        "INSERT OR REPLACE INTO journal SELECT * FROM journal WHERE sequence = 2",
        "UPDATE note SET text = ''",
        "DELETE FROM note",
        "INSERT OR REPLACE INTO note SELECT * FROM note",
    ],
)
def test_the_journal_and_the_notes_are_only_added_to(written: Path, statement: str) -> None:
    with (
        closing(sqlite3.connect(written)) as connection,
        pytest.raises(sqlite3.IntegrityError, match="only added to"),
    ):
        connection.execute(statement)


def test_the_sequence_orders_even_when_the_clock_goes_back(
    path: Path, edition: Edition, author: Author
) -> None:
    clock = iter([dt.datetime(2014, 2, 3, tzinfo=dt.UTC), dt.datetime(2013, 1, 1, tzinfo=dt.UTC)])
    with open_store(path, author=author, clock=lambda: next(clock)) as store:
        month = store.start(JANUARY, edition.id)
        store.record(month, edition, [Change("7010", None, 1)], Cause.TYPED)
        assert [entry.written.year for entry in store.journal(month)] == [2014, 2013, 2013]


def test_a_moment_is_kept_in_utc_to_the_microsecond() -> None:
    new_york = dt.timezone(dt.timedelta(hours=-5))
    moment = dt.datetime(2014, 1, 31, 23, 59, 59, 7, tzinfo=new_york)
    assert stamp(moment) == "2014-02-01T04:59:59.000007+00:00"


def test_the_author_is_the_user_of_this_process() -> None:
    author = Author.here()
    assert author.user == getpass.getuser()
    assert author.host
    assert author.program.startswith("focusdesk 0.")


def test_a_user_without_a_name_is_written_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    def nameless() -> str:
        raise KeyError(4711)  # as the system says of a number that it has no name for

    monkeypatch.setattr(getpass, "getuser", nameless)
    assert Author.here().user.startswith(("user ", "unknown"))


def test_a_name_that_is_no_text_is_written_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(getpass, "getuser", lambda: "J\udcffrg")
    assert Author.here().user == "J?rg"
