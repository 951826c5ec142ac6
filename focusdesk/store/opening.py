"""The ways to a store: open one that exists, make a new one, or make one and fill it."""

from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from focusdesk.filing.ports import StoreDamaged, StoreError, StoreReadOnly
from focusdesk.store.database import Database, existing_database
from focusdesk.store.filing_store import SqliteFilingStore
from focusdesk.store.journal import Author
from focusdesk.store.new_file import new_file
from focusdesk.store.schema import SCHEMA_VERSION
from focusdesk.store.verify import faults
from focusdesk.store.writing import Clock, utc_now


def open_store(
    path: Path, *, author: Author | None = None, clock: Clock = utc_now
) -> SqliteFilingStore:
    """Open a store, look through what it holds, and bring an older one up to date.

    The content of attached files is not read, however much there is of it; `verify` does that.

    A file or a folder that cannot be written gives a store that is `read_only`.

    Args:
        path: The file.
        author: Whom the journal names; by default the user of this process.
        clock: Where the journal's times come from.

    Raises:
        NotAStore: the file is missing, is no file, or was not made by this program.
        StoreTooNew: a newer version of the program made it.
        StoreDamaged: it does not hold what was put into it; names the month and the box.
        StoreError: it cannot be read, or not brought up to date.
    """
    database = existing_database(path)
    try:
        version = database.version()
        if version < SCHEMA_VERSION:
            _bring_up_to_date(database, version)
        _refuse_damaged(database, SCHEMA_VERSION)
    except BaseException:
        database.close()
        raise
    return SqliteFilingStore(database, author, clock)


def create_store(
    path: Path, *, author: Author | None = None, clock: Clock = utc_now
) -> SqliteFilingStore:
    """Make an empty store, whole or not at all, and open it.

    Raises:
        StoreError: there is a file of that name, or the folder cannot be written.
    """
    with new_store(path):
        pass
    return open_store(path, author=author, clock=clock)


@contextmanager
def new_store(
    path: Path, *, author: Author | None = None, clock: Clock = utc_now
) -> Generator[SqliteFilingStore, None, None]:
    """Make a store and give it to be filled; the file is there when the block has ended well.

    Raises:
        StoreError: there is a file of that name, or the folder cannot be written.
    """
    # Alembic takes longer to import than all the rest of the program's start.
    from focusdesk.store.upgrade import upgrade  # noqa: PLC0415

    path = path.absolute()
    with new_file(path) as beside:
        database = Database(beside)
        # Sentences name the store that the user asked for, not the file beside it.
        database.path = path
        try:
            upgrade(database)
            yield SqliteFilingStore(database, author, clock)
        finally:
            database.close()


def _bring_up_to_date(database: Database, version: int) -> None:
    """Run the migrations that are due, after a look and with a copy put aside."""
    _refuse_damaged(database, version)
    if database.read_only:
        message = (
            f'"{database.path}" was made by an older focusdesk and must be brought up to date, '
            f"but it cannot be written. Copy it to a folder of your own."
        )
        raise StoreReadOnly(message)
    # Alembic takes longer to import than all the rest of the program's start.
    from focusdesk.store.upgrade import put_aside, upgrade  # noqa: PLC0415

    copy = put_aside(database, version)
    try:
        upgrade(database)
    except StoreError:
        # The store is as it was: the copy says nothing more, and may be in the way of space.
        copy.unlink()
        raise


def _refuse_damaged(database: Database, version: int) -> None:
    found = faults(database, version, with_files=False)
    if found:
        message = (
            f'"{database.path}" is damaged: {found[0].message} '
            f"It was not opened and not changed; go back to a backup."
        )
        raise StoreDamaged(message)
