import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from focusdesk.filing.ports import StoreFailed
from focusdesk.store.database import Database
from focusdesk.store.schema import APPLICATION_ID, SCHEMA_VERSION
from focusdesk.store.upgrade import put_aside, upgrade
from focusdesk.store.verify import verify


@pytest.fixture
def unfilled(tmp_path: Path) -> Path:
    path = tmp_path / "100% a b.focusdesk"
    path.touch()
    return path


def test_the_migrations_make_a_store_of_this_version(unfilled: Path) -> None:
    with closing(Database(unfilled)) as database:
        upgrade(database)
        assert database.version() == SCHEMA_VERSION
        with database.reading() as connection:
            assert connection.exec_driver_sql("SELECT * FROM head").all() == [(1, 0, "")]
            owner = connection.exec_driver_sql("PRAGMA application_id").scalar()
    assert owner == APPLICATION_ID


def test_migrating_again_changes_nothing(unfilled: Path) -> None:
    with closing(Database(unfilled)) as database:
        upgrade(database)
        before = unfilled.read_bytes()[100:]
        upgrade(database)
    assert unfilled.read_bytes()[100:] == before


def test_a_migration_that_fails_leaves_the_store_as_it_was(unfilled: Path) -> None:
    with closing(Database(unfilled)) as database:
        database.driver.execute("PRAGMA max_page_count = 5")
        with pytest.raises(StoreFailed, match="no room left"):
            upgrade(database)
    assert unfilled.read_bytes() == b""


def test_a_disk_that_is_full_at_any_page_leaves_an_older_store_as_it_was(tmp_path: Path) -> None:
    released = Path(__file__).with_name("databases") / "schema_1.sqlite"
    path = Path(shutil.copy(released, tmp_path))
    before = path.read_bytes()
    refused = 0
    while True:
        with closing(Database(path)) as database:
            pages = database.driver.execute("PRAGMA page_count").fetchone()[0]
            database.driver.execute(f"PRAGMA max_page_count = {pages + refused}")
            try:
                upgrade(database)
            except StoreFailed:
                refused += 1
                assert path.read_bytes() == before
                assert database.version() == 1
                continue
            assert database.version() == SCHEMA_VERSION
            break
    assert refused > 1
    assert verify(path) == ()


def test_the_copy_put_aside_holds_what_the_store_held(path: Path) -> None:
    with closing(Database(path)) as database:
        with database.writing() as connection:
            connection.exec_driver_sql("INSERT INTO firm VALUES ('calendar', 'federal')")
        copy = put_aside(database, 1)
    assert copy == path.with_name("firm (version 1).focusdesk")
    with closing(sqlite3.connect(copy)) as connection:
        assert connection.execute("SELECT * FROM firm").fetchall() == [("calendar", "federal")]


def test_an_earlier_copy_put_aside_is_kept(path: Path) -> None:
    with closing(Database(path)) as database:
        names = [put_aside(database, 1).name for _ in range(3)]
    assert names == [
        "firm (version 1).focusdesk",
        "firm (version 1, 2).focusdesk",
        "firm (version 1, 3).focusdesk",
    ]


@pytest.mark.parametrize("damage", [b"\0" * 4096, b"0009"])
def test_a_copy_that_cannot_be_read_back_does_not_count(path: Path, damage: bytes) -> None:
    whole = path.read_bytes()
    # The index of Alembic's versions: as a page of zeros, and not agreeing with its table.
    last = whole.rindex(f"{SCHEMA_VERSION:04}".encode())
    at = last if damage == b"0009" else last // 4096 * 4096
    path.write_bytes(whole[:at] + damage + whole[at + len(damage) :])
    with closing(Database(path)) as database, pytest.raises(StoreFailed, match="No copy of"):
        put_aside(database, 1)
    assert list(path.parent.iterdir()) == [path]
