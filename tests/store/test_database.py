import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from focusdesk.filing.ports import (
    NotAStore,
    StoreDamaged,
    StoreFailed,
    StoreReadOnly,
    StoreTooNew,
)
from focusdesk.store.database import Database, existing_database
from focusdesk.store.schema import APPLICATION_ID, SCHEMA_VERSION

ADD_FACT = "INSERT INTO firm VALUES ('calendar', 'federal')"


@pytest.fixture
def database(path: Path) -> Iterator[Database]:
    with closing(Database(path, busy_seconds=0)) as opened:
        yield opened


@pytest.fixture
def other(path: Path) -> Iterator[sqlite3.Connection]:
    """Another program that has the store open."""
    with closing(sqlite3.connect(path, isolation_level=None, timeout=0)) as connection:
        yield connection


def facts(path: Path) -> list[tuple[str, str]]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute("SELECT fact, text FROM firm").fetchall()


def fail_half_way(database: Database) -> None:
    with database.writing() as connection:
        connection.exec_driver_sql("CREATE TABLE more (x TEXT) STRICT")
        connection.exec_driver_sql(ADD_FACT)
        raise ZeroDivisionError


def version_of(path: Path) -> int:
    with closing(existing_database(path)) as database:
        return database.version()


@pytest.mark.parametrize(
    ("pragma", "value"),
    [
        ("journal_mode", "delete"),
        ("synchronous", 3),  # EXTRA
        ("foreign_keys", 1),
        ("busy_timeout", 5000),
        ("trusted_schema", 0),
        ("cell_size_check", 1),
        ("mmap_size", 0),
        ("application_id", APPLICATION_ID),
        ("user_version", SCHEMA_VERSION),
    ],
)
def test_a_commit_is_on_the_disk_and_the_file_is_not_trusted(
    path: Path, pragma: str, value: object
) -> None:
    with closing(Database(path)) as database, database.reading() as connection:
        assert connection.exec_driver_sql(f"PRAGMA {pragma}").scalar() == value


def test_what_is_written_is_there_for_others_when_the_block_ends(
    database: Database, path: Path
) -> None:
    with database.writing() as connection:
        connection.exec_driver_sql(ADD_FACT)
        assert facts(path) == []
    assert facts(path) == [("calendar", "federal")]


def test_a_block_that_fails_leaves_no_trace_not_even_a_table(
    database: Database, path: Path
) -> None:
    with pytest.raises(ZeroDivisionError):
        fail_half_way(database)
    assert facts(path) == []
    with database.reading() as connection:
        tables = connection.exec_driver_sql("SELECT name FROM sqlite_schema").scalars().all()
    assert "more" not in tables


def test_no_transaction_stays_open(database: Database, other: sqlite3.Connection) -> None:
    with database.reading() as connection:
        connection.exec_driver_sql("SELECT * FROM firm").all()
    with database.writing() as connection:
        connection.exec_driver_sql(ADD_FACT)
    assert not database.driver.in_transaction
    other.execute("DELETE FROM firm")  # would be refused while another transaction is open


def test_all_that_one_block_reads_is_of_one_moment(
    database: Database, other: sqlite3.Connection
) -> None:
    with database.reading() as connection:
        before = connection.exec_driver_sql("SELECT * FROM firm").all()
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            other.execute(ADD_FACT)
        assert connection.exec_driver_sql("SELECT * FROM firm").all() == before


def test_while_another_program_writes_the_user_is_told_to_try_again(
    database: Database, other: sqlite3.Connection, path: Path
) -> None:
    other.execute("BEGIN IMMEDIATE")
    with (
        pytest.raises(StoreFailed, match=r"Another program is using .*firm\.focusdesk"),
        database.writing(),
    ):
        pytest.fail("the block must not run")
    other.execute("COMMIT")
    with database.writing() as connection:
        connection.exec_driver_sql(ADD_FACT)
    assert facts(path) == [("calendar", "federal")]


def test_a_commit_that_a_reader_holds_up_is_undone_whole(
    database: Database, other: sqlite3.Connection, path: Path
) -> None:
    other.execute("BEGIN")
    other.execute("SELECT * FROM firm").fetchall()
    with (
        pytest.raises(StoreFailed, match="Another program is using"),
        database.writing() as connection,
    ):
        connection.exec_driver_sql(ADD_FACT)
    other.execute("COMMIT")
    assert not database.driver.in_transaction
    assert facts(path) == []


def test_a_full_disk_is_a_sentence_and_the_store_works_on(database: Database, path: Path) -> None:
    pages = database.driver.execute("PRAGMA page_count").fetchone()[0]
    database.driver.execute(f"PRAGMA max_page_count = {pages}")
    with (
        pytest.raises(StoreFailed, match="There is no room left on the disk"),
        database.writing() as connection,
    ):
        connection.exec_driver_sql("INSERT INTO firm VALUES ('long', ?)", ("x" * 100_000,))
    database.driver.execute(f"PRAGMA max_page_count = {pages + 100}")
    with database.writing() as connection:
        connection.exec_driver_sql(ADD_FACT)
    assert facts(path) == [("calendar", "federal")]


def test_text_that_cannot_be_encoded_is_refused(database: Database, path: Path) -> None:
    with pytest.raises(StoreFailed, match="cannot be kept"), database.writing() as connection:
        connection.exec_driver_sql("INSERT INTO firm VALUES ('calendar', ?)", ("\ud800",))
    assert facts(path) == []


def test_a_mistake_of_the_program_is_no_sentence(database: Database) -> None:
    with pytest.raises(Exception, match="no such table"), database.reading() as connection:
        connection.exec_driver_sql("SELECT * FROM bookmarks")


@pytest.mark.parametrize("name", ["a b", "a#b", "100%41", "what?mode=memory", "ü 株", "it's", ":x"])
def test_any_path_will_do(empty_store: Path, tmp_path: Path, name: str) -> None:
    if os.name == "nt" and set(name) & set('?:"'):
        pytest.skip("Windows allows no such name")
    path = Path(shutil.copy(empty_store, tmp_path / name))
    with closing(existing_database(path)) as database:
        assert database.version() == SCHEMA_VERSION
        with database.writing() as connection:
            connection.exec_driver_sql(ADD_FACT)
    assert facts(path) == [("calendar", "federal")]
    assert list(tmp_path.iterdir()) == [path]


def test_a_missing_file_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(NotAStore, match="There is no file"):
        existing_database(tmp_path / "missing")
    with pytest.raises(StoreReadOnly):
        Database(tmp_path / "missing")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_is_not_a_store(tmp_path: Path) -> None:
    with pytest.raises(NotAStore, match="is a folder"):
        existing_database(tmp_path)


@pytest.mark.parametrize(
    ("content", "words"), [(b"", "is empty"), (b"Dear Sir or Madam\n" * 500, "is not a focusdesk")]
)
def test_a_file_of_something_else_is_not_a_store_and_stays_as_it_was(
    tmp_path: Path, content: bytes, words: str
) -> None:
    path = tmp_path / "letter.txt"
    path.write_bytes(content)
    with pytest.raises(NotAStore, match=words):
        existing_database(path)
    assert path.read_bytes() == content
    assert list(tmp_path.iterdir()) == [path]


def test_a_database_of_another_program_is_not_a_store(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "other")) as connection:
        connection.execute("CREATE TABLE bookmarks (url TEXT)")
    with (
        closing(existing_database(tmp_path / "other")) as database,
        pytest.raises(NotAStore, match="database of another program"),
    ):
        database.version()


def test_a_newer_store_is_refused_with_the_cure(path: Path, other: sqlite3.Connection) -> None:
    other.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    with (
        closing(existing_database(path)) as database,
        pytest.raises(StoreTooNew, match=r"made by a newer focusdesk .* Install the newer"),
    ):
        database.version()


def test_a_truncated_file_is_damaged(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:6000])
    with pytest.raises(StoreDamaged, match="is damaged"):
        version_of(path)


@pytest.mark.parametrize(
    ("at", "byte"),
    [
        (47, 0x84),  # the schema's format
        (59, 0x03),  # the text encoding
        (17, 0x11),  # the page size
    ],
)
def test_a_damaged_header_is_a_sentence(path: Path, at: int, byte: int) -> None:
    whole = path.read_bytes()
    path.write_bytes(whole[:at] + bytes([byte]) + whole[at + 1 :])
    with pytest.raises((StoreDamaged, NotAStore)):
        version_of(path)


def test_damaged_text_can_be_read_around(database: Database, other: sqlite3.Connection) -> None:
    other.execute("INSERT INTO firm VALUES ('calendar', CAST(x'66ff' AS TEXT))")
    with pytest.raises(StoreDamaged), database.reading() as connection:
        connection.exec_driver_sql("SELECT text FROM firm").all()
    with database.reading_damaged() as connection:
        assert connection.exec_driver_sql("SELECT text FROM firm").scalar() == "f\\xff"
    with pytest.raises(StoreDamaged), database.reading() as connection:
        connection.exec_driver_sql("SELECT text FROM firm").all()


def restrict(path: Path, what: str) -> None:
    if what != "folder":
        path.chmod(0o444)
    else:
        path.chmod(0o666)
    path.parent.chmod(0o777 if what == "file" else 0o555)


@pytest.mark.parametrize("what", ["file", "folder", "both"])
def test_what_cannot_be_written_opens_for_viewing(
    empty_store: Path, open_folder: Path, what: str, give_up_rights: Callable[[], None]
) -> None:
    path = Path(shutil.copy(empty_store, open_folder / "firm.focusdesk"))
    restrict(path, what)
    give_up_rights()
    with closing(existing_database(path)) as database:
        assert database.version() == SCHEMA_VERSION
        assert database.read_only
        with pytest.raises(StoreReadOnly, match="open for viewing only"), database.writing():
            pytest.fail("the block must not run")
        # Should the file system have been trusted wrongly, SQLite's own refusal is a sentence too.
        database.read_only = False
        with (
            pytest.raises(StoreReadOnly, match="cannot be written"),
            database.writing() as connection,
        ):
            connection.exec_driver_sql(ADD_FACT)


def test_a_file_that_may_not_be_read_is_named(
    empty_store: Path, open_folder: Path, give_up_rights: Callable[[], None]
) -> None:
    path = Path(shutil.copy(empty_store, open_folder / "firm.focusdesk"))
    path.chmod(0o000)
    give_up_rights()
    with pytest.raises(StoreFailed, match="you are not allowed to"):
        existing_database(path)


@pytest.fixture
def cut_short(path: Path, open_folder: Path) -> Path:
    """A store as a power cut leaves it: half of a transaction in the file, and its journal."""
    copy = open_folder / "firm.focusdesk"
    with closing(Database(path)) as database:
        database.driver.execute("PRAGMA cache_size = 1")  # pages go to the file before the commit
        with database.writing() as connection:
            rows = [(f"fact {number}", "x" * 200) for number in range(2000)]
            connection.exec_driver_sql("INSERT INTO firm VALUES (?, ?)", rows)
            shutil.copy(path, copy)
            shutil.copy(f"{path}-journal", f"{copy}-journal")
    return copy


def test_a_write_that_was_cut_short_is_undone_at_the_next_opening(cut_short: Path) -> None:
    with closing(existing_database(cut_short)) as database, database.reading() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM firm").scalar() == 0
        assert connection.exec_driver_sql("PRAGMA integrity_check").scalar() == "ok"
    assert not Path(f"{cut_short}-journal").exists()


def test_a_write_that_was_cut_short_cannot_be_undone_where_nothing_can_be_written(
    cut_short: Path, give_up_rights: Callable[[], None]
) -> None:
    for each in cut_short.parent.iterdir():
        each.chmod(0o444)
    cut_short.parent.chmod(0o555)
    give_up_rights()
    with pytest.raises(StoreReadOnly, match=r"cut short .*\"firm\.focusdesk-journal\""):
        existing_database(cut_short)


def test_what_is_asked_of_a_closed_store_is_refused_with_a_sentence(database: Database) -> None:
    database.close()
    with pytest.raises(StoreFailed, match=r"firm\.focusdesk\" was closed"), database.reading():
        pass
