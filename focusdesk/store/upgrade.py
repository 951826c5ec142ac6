"""Bring a store up to the schema of this program, after a copy was put aside.

The migrations and a look through what they made are one transaction of SQLite: the file is brought
up to date and found sound, or it is as it was. It stays the same file all along, so that another
program that has it open does not go on writing to one that was replaced.

The one module that imports Alembic, which takes longer than everything else in opening a store:
`opening` imports it only when a migration is due or a store is made.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from itertools import count
from pathlib import Path

from alembic import command
from alembic.config import Config

from focusdesk.filing.ports import StoreDamaged, StoreFailed
from focusdesk.store.database import Database
from focusdesk.store.new_file import new_file
from focusdesk.store.schema import APPLICATION_ID, SCHEMA_VERSION
from focusdesk.store.verify import look_through

# A package and a folder in it, not a path: that may hold spaces and percent signs.
_MIGRATIONS = "focusdesk.store:migrations"

# Alembic's own table, made here: `schema` knows its text, which must not change with a library.
_VERSIONS = """
    CREATE TABLE IF NOT EXISTS alembic_version (version_num TEXT NOT NULL PRIMARY KEY) STRICT
"""


def upgrade(database: Database) -> None:
    """Run the migrations that are due, all of them in one transaction, and look at the result.

    Raises:
        StoreDamaged: the store does not hold what was put into it; it is as it was.
        StoreError: the store cannot be written; it is as it was.
    """
    config = Config()
    config.set_main_option("script_location", _MIGRATIONS)
    with database.writing() as connection:
        config.attributes["connection"] = connection
        connection.exec_driver_sql(_VERSIONS)
        command.upgrade(config, "head")
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.exec_driver_sql(f"PRAGMA user_version = {SCHEMA_VERSION}")
        for fault in look_through(connection, SCHEMA_VERSION, with_files=False):
            message = (
                f'"{database.path}" is damaged: {fault.message} '
                f"It was not brought up to date and not changed; go back to a backup."
            )
            raise StoreDamaged(message)


def put_aside(database: Database, version: int) -> Path:
    """Copy a store as it is before it is brought up to date, and read the copy back.

    Args:
        database: The store.
        version: Of the store's schema; the copy is named after it.

    Returns:
        The copy, beside the store.

    Raises:
        StoreError: the copy could not be made.
    """
    copy = next(path for path in _names_aside(database.path, version) if not path.exists())
    with new_file(copy) as beside:
        try:
            with closing(sqlite3.connect(beside, isolation_level=None)) as target:
                database.driver.backup(target)
                answer = target.execute("PRAGMA integrity_check").fetchall()
        except sqlite3.Error as error:
            raise _not_put_aside(database.path, str(error)) from error
        if answer != [("ok",)]:
            raise _not_put_aside(database.path, str(answer[0][0]))
    return copy


def _not_put_aside(path: Path, why: str) -> StoreFailed:
    return StoreFailed(
        f'No copy of "{path}" could be put aside before bringing it up to date ({why}). '
        f"It is as it was; free some space, or go back to a backup."
    )


def _names_aside(path: Path, version: int) -> Iterator[Path]:
    yield path.with_name(f"{path.stem} (version {version}){path.suffix}")
    for number in count(2):
        yield path.with_name(f"{path.stem} (version {version}, {number}){path.suffix}")
