"""One SQLite file, opened so that a commit is on the disk and a damaged or foreign file is refused.

`journal_mode=DELETE` with `synchronous=EXTRA`: one file to copy, and no acknowledged commit is lost
at a power cut. The driver's own transactions are off, because they begin late and leave the
statements that make tables outside.
"""

import os
import sqlite3
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, create_engine
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import StaticPool

from focusdesk.filing.ports import NotAStore, StoreFailed, StoreReadOnly, StoreTooNew
from focusdesk.store.refusals import damaged, refusal
from focusdesk.store.schema import APPLICATION_ID, SCHEMA_VERSION

_BUSY_SECONDS = 5.0
_READ, _WRITE = "BEGIN", "BEGIN IMMEDIATE"
_PRAGMAS = (
    "trusted_schema=OFF",
    "cell_size_check=ON",
    "mmap_size=0",
    "foreign_keys=ON",
    "synchronous=EXTRA",
    "fullfsync=ON",  # only macOS has it; elsewhere SQLite ignores it
    "journal_mode=DELETE",
)


class Database:
    """An open file and its two kinds of transaction. No transaction is open between calls.

    Attributes:
        path: The file.
        read_only: Whether the file or its folder cannot be written.
        driver: The connection of the standard library under the engine, for backups.
    """

    def __init__(self, path: Path, *, busy_seconds: float = _BUSY_SECONDS) -> None:
        """Connect to a file that exists; what it holds is not looked at yet.

        Raises:
            StoreError: the file cannot be opened, or is no database.
        """
        self.path = path
        self.read_only = not (_may_write(path) and _may_write(path.parent))
        self.driver = _connect(path, busy_seconds)
        self._engine = create_engine("sqlite://", creator=lambda: self.driver, poolclass=StaticPool)
        self._together: Connection | None = None
        self._closed = False

    def close(self) -> None:
        """Let go of the file; whatever is asked of it from now on is refused."""
        self._closed = True
        self._engine.dispose()
        self.driver.close()

    @contextmanager
    def reading(self) -> Generator[Connection, None, None]:
        """Read within one transaction, so that all that is read is of one moment.

        Raises:
            StoreError: the file cannot be read.
        """
        if self._together is not None:
            yield self._together
            return
        with self._transaction(_READ) as connection:
            yield connection

    @contextmanager
    def reading_damaged(self) -> Generator[Connection, None, None]:
        """Read as `reading` does, with bytes that are no UTF-8 spelled out, not refused."""
        self.driver.text_factory = _spelled_out
        try:
            with self.reading() as connection:
                yield connection
        finally:
            self.driver.text_factory = str

    @contextmanager
    def writing(self) -> Generator[Connection, None, None]:
        """Write in one durable transaction; it is on the disk when the block ends.

        Raises:
            StoreError: nothing was written; the sentence says why.
        """
        if self._together is not None:
            yield self._together
            return
        if self.read_only:
            message = (
                f'"{self.path}" is open for viewing only: the file or its folder cannot be '
                f"written. Copy it to a folder of your own to change it."
            )
            raise StoreReadOnly(message)
        with self._transaction(_WRITE) as connection:
            yield connection

    @contextmanager
    def together(self) -> Generator[None, None, None]:
        """Make one durable transaction of all that is written within; all of it or nothing.

        Raises:
            StoreError: nothing was written; the sentence says why.
        """
        with self.writing() as connection:
            outermost = self._together is None
            self._together = connection
            try:
                yield
            finally:
                if outermost:
                    self._together = None

    @contextmanager
    def _transaction(self, begin: str) -> Generator[Connection, None, None]:
        if self._closed:
            message = f'"{self.path}" was closed. Open it again.'
            raise StoreFailed(message)
        try:
            with self._engine.begin() as connection:
                connection.exec_driver_sql(begin)
                yield connection
        except (DBAPIError, sqlite3.Error, UnicodeError) as error:
            reason = error.orig if isinstance(error, DBAPIError) else error
            sentence = refusal(self.path, reason, writing=begin != _READ)
            if sentence is None:
                raise
            raise sentence from error

    def version(self) -> int:
        """Give the version of the store's schema.

        Raises:
            NotAStore: the file is a database of another program.
            StoreTooNew: a newer version of the program made it.
            StoreError: the file cannot be read.
        """
        with self.reading() as connection:
            owner = connection.exec_driver_sql("PRAGMA application_id").scalar_one()
            version = connection.exec_driver_sql("PRAGMA user_version").scalar_one()
        if owner != APPLICATION_ID:
            message = f'"{self.path}" is a database of another program, not a focusdesk store.'
            raise NotAStore(message)
        if not 0 <= version <= SCHEMA_VERSION:
            message = (
                f'"{self.path}" was made by a newer focusdesk (store version {version}; this '
                f"program knows versions up to {SCHEMA_VERSION}). Install the newer focusdesk."
            )
            raise StoreTooNew(message)
        return version


def existing_database(path: Path, *, busy_seconds: float = _BUSY_SECONDS) -> Database:
    """Open the database at a path, after refusing what cannot be a store.

    Raises:
        NotAStore: there is no such file, or it is a folder, empty, or no database.
        StoreError: the file cannot be opened.
    """
    path = path.absolute()
    try:
        if path.is_dir():
            message = f'"{path}" is a folder, not a focusdesk store.'
            raise NotAStore(message)
        if not path.is_file():
            message = f'There is no file "{path}".'
            raise NotAStore(message)
        if path.stat().st_size == 0:
            message = f'"{path}" is empty: it is not a focusdesk store.'
            raise NotAStore(message)
    except OSError as error:
        message = f'"{path}" cannot be read: {error.strerror}.'
        raise StoreFailed(message) from error
    if not _may(path, os.R_OK):
        message = f'"{path}" cannot be read: you are not allowed to.'
        raise StoreFailed(message)
    return Database(path, busy_seconds=busy_seconds)


def _spelled_out(text: bytes) -> str:
    return text.decode("utf-8", "backslashreplace")


def _connect(path: Path, busy_seconds: float) -> sqlite3.Connection:
    driver: sqlite3.Connection | None = None
    try:
        driver = sqlite3.connect(_uri(path), uri=True, isolation_level=None, timeout=busy_seconds)
        for pragma in _PRAGMAS:
            driver.execute(f"PRAGMA {pragma}").fetchall()
    except (sqlite3.Error, UnicodeDecodeError) as error:
        if driver is not None:
            driver.close()
        # The pragmas are right: whatever else SQLite says of them, the file is at fault.
        raise refusal(path, error) or damaged(path) from error
    return driver


def _uri(path: Path) -> str:
    """Name the file so that SQLite never makes it, whatever characters the path has."""
    uri = path.absolute().as_uri()
    if not uri.startswith("file:///"):
        # \\server\share on Windows: SQLite takes no host, but four slashes.
        uri = "file://" + uri.removeprefix("file:")
    return uri + "?mode=rw"


def _may_write(path: Path) -> bool:
    return _may(path, os.W_OK)


def _may(path: Path, mode: int) -> bool:
    return os.access(path, mode, effective_ids=os.access in os.supports_effective_ids)
