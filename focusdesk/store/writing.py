"""What happens to filings, written: each time one durable transaction, and none on stale figures.

What a filing holds is kept in memory as it was last read for editing. Each write first compares
the revision in the file with that, so that an edit is never made on figures which another program
has changed meanwhile.
"""

import datetime as dt
from collections.abc import Callable, Generator, Sequence
from contextlib import contextmanager
from typing import NamedTuple, TypeAlias

from sqlalchemy import Connection

from focusdesk.filing.edit import Cause
from focusdesk.filing.filing import Filing
from focusdesk.filing.journal_codes import STARTED
from focusdesk.filing.ports import NoSuchFiling, StoreConflict
from focusdesk.store.content import (
    FilingContent,
    header_text,
    read_contents,
    write_content,
    write_header,
)
from focusdesk.store.database import Database
from focusdesk.store.journal import Author, Happened, JournalWriter, Line, clock_back, stamp
from focusdesk.store.reading import read_revision

Clock: TypeAlias = Callable[[], dt.datetime]
"""Tells the time, with its zone. The journal is ordered by its sequence, never by the time."""


def utc_now() -> dt.datetime:
    """Give the machine's time."""
    return dt.datetime.now(dt.UTC)


class Written(NamedTuple):
    """What a write has led to.

    Attributes:
        moment: When, in UTC.
        revision: The sequence of the last journal row that the filing includes since.
    """

    moment: dt.datetime
    revision: int


class FilingWriter:
    """Writes what happens to the filings of one store."""

    def __init__(self, database: Database, author: Author, clock: Clock) -> None:
        """Take over an open database.

        Args:
            database: The open file.
            author: Whom the journal names.
            clock: Where the journal's times come from.
        """
        self._database = database
        self._author = author
        self._clock = clock
        # What each filing held when it was last read for editing, or written, by this store.
        self._read: dict[int, FilingContent] = {}

    def now(self) -> dt.datetime:
        """Tell the time by the clock that stamps the journal, in UTC."""
        return self._clock().astimezone(dt.UTC)

    @contextmanager
    def together(self) -> Generator[None, None, None]:
        """Make one durable transaction of all writes within; all of it or nothing."""
        before = dict(self._read)
        try:
            with self._database.together():
                yield
        except BaseException:
            # What was read or written within may never have been on the disk. What was known
            # before still is: forgetting it would hide what another program changes meanwhile.
            self._read = before
            raise

    def journal(self, connection: Connection) -> JournalWriter:
        """Find the journal's end, in a transaction that writes."""
        return JournalWriter(connection, self._author, self._clock())

    def read(self, filing: Filing) -> FilingContent:
        """Read what a filing holds, whatever is remembered of it.

        Raises:
            NoSuchFiling: the store does not hold it any more.
        """
        with self._database.reading() as connection:
            return self._content(connection, filing)

    def remember(self, filing: Filing, content: FilingContent) -> None:
        """Take what was read for what the user sees: until it is written, it must not change."""
        self._read[filing.id] = content

    def start(self, start: Callable[[Connection], Filing]) -> Filing:
        """Add a filing in one durable transaction.

        Args:
            start: Gives its header, in that transaction.
        """
        with self._database.writing() as connection:
            started = start(connection)
            journal = self.journal(connection)
            content = FilingContent.of(started, stamp(journal.moment))
            write_header(connection, content)
            happened = Happened(STARTED, None, header_text(content.header))
            told = (happened, *clock_back(connection, journal.moment))
            lines = journal.lines(started.id, told, Cause.STARTED.value)
            after = _write(journal, content, lines)
        self._read[started.id] = after
        return started

    def change(
        self,
        filing: Filing,
        happened: Callable[[FilingContent], Sequence[Happened]],
        cause: str,
    ) -> Written:
        """Write what happened to a filing in one durable transaction.

        Args:
            filing: The filing's header.
            happened: Says what happened, from what the filing holds. What does not differ from
                what was there is not written.
            cause: Why.

        Raises:
            StoreConflict: another program changed the filing since it was read.
            StoreError: nothing was written; the sentence says why.
        """
        with self._database.writing() as connection:
            content = self._current(connection, filing)
            told = happened(content)
            if any(content.holds(each.code) != each.old for each in told):
                raise _conflict(filing)
            journal = self.journal(connection)
            differing = [each for each in told if each.old != each.new]
            if differing:
                differing = [*clock_back(connection, journal.moment, content.revision), *differing]
            after = _write(journal, content, journal.lines(filing.id, differing, cause))
        # Only now: had the disk refused, the filing would still hold what it held.
        self._read[filing.id] = after
        return Written(journal.moment, after.revision)

    def _current(self, connection: Connection, filing: Filing) -> FilingContent:
        """Give what the filing holds, from memory as long as nobody else has changed it."""
        known = self._read.get(filing.id)
        if known is None:
            return self._content(connection, filing)
        if read_revision(connection, filing.id) != known.revision:
            raise _conflict(filing)
        return known

    def _content(self, connection: Connection, filing: Filing) -> FilingContent:
        contents = read_contents(connection, filing.id)
        if filing.id not in contents:
            message = f'"{self._database.path}" does not hold {filing.period.label} any more.'
            raise NoSuchFiling(message)
        return contents[filing.id][0]


def _write(journal: JournalWriter, content: FilingContent, lines: Sequence[Line]) -> FilingContent:
    """Add journal rows and bring the tables to what they say; give the content as it is then."""
    if not lines:
        return content
    after = content.copy()
    for line in lines:
        after.apply(line)
    digest = after.digest()
    journal.append(lines, digest)
    write_content(journal.connection, after, lines, digest)
    return after


def _conflict(filing: Filing) -> StoreConflict:
    return StoreConflict(
        f"Another program changed {filing.period.label} while it was open here. "
        f"Nothing was saved; open the month again."
    )
