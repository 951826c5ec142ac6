import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from focusdesk.filing.edit import Cause, Change
from focusdesk.filing.filing import Filing
from focusdesk.filing.ports import StoreDamaged
from focusdesk.form.edition import Edition
from focusdesk.form.period import Period
from focusdesk.store.database import Database
from focusdesk.store.filing_store import SqliteFilingStore
from focusdesk.store.reading import last_number, read_filings, read_revision, read_values

JANUARY = Period(2014, 1)


@pytest.fixture
def january(store: SqliteFilingStore, edition: Edition) -> Filing:
    return store.start(JANUARY, edition.id)


def tamper(path: Path, statement: str, *values: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(statement, values)
        connection.commit()


def test_an_empty_store_has_no_number_and_no_filing(path: Path) -> None:
    with closing(Database(path)) as database, database.reading() as connection:
        assert last_number(connection) == 0
        assert read_filings(connection, path) == ()
        assert read_revision(connection, 1) is None


def test_the_revision_is_the_last_row_of_the_journal_that_the_filing_includes(
    store: SqliteFilingStore, january: Filing, edition: Edition
) -> None:
    store.record(january, edition, [Change("7010", None, 5)], Cause.TYPED)
    with closing(Database(store.path)) as database, database.reading() as connection:
        assert read_revision(connection, january.id) == store.journal(january)[-1].sequence
        assert last_number(connection) == january.id


@pytest.mark.parametrize("period", ["2014-13", "January"])
@pytest.mark.usefixtures("january")
def test_a_header_that_is_none_is_damage(store: SqliteFilingStore, period: str) -> None:
    tamper(store.path, "UPDATE filing SET period = ?", period)
    with pytest.raises(StoreDamaged, match=f'"{store.path}" is damaged'):
        store.filings()


@pytest.mark.parametrize("told", ["", "[]", "{}", "{", '{"content": "c"}', "7"])
def test_a_record_that_does_not_say_what_was_printed_is_damage(
    store: SqliteFilingStore, january: Filing, told: str
) -> None:
    store.mark_printed(january, "c" * 64, "f" * 64)
    tamper(store.path, "DROP TRIGGER journal_is_not_changed")
    tamper(store.path, "UPDATE journal SET new = ? WHERE code = 'filing:printed'", told)
    with pytest.raises(StoreDamaged, match=r"January 2014: row 3 .* what was printed"):
        store.print_record(january)


def test_values_are_read_as_the_boxes_of_the_edition(edition: Edition) -> None:
    january = Filing(1, JANUARY, edition.id)
    assert read_values(january, edition, [("7010", "5"), ("13", "5")]) == {"7010": 5, "13": "5"}
