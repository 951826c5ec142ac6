"""The store: one firm's filings in one file, every write one durable transaction.

What a filing holds is kept in memory as it was last read for editing. Each write first compares
the revision in the file with that, so that an edit is never made on figures which another program
has changed meanwhile.
"""

import datetime as dt
from collections.abc import Callable, Generator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Self, TypeAlias

from sqlalchemy import Connection
from sqlalchemy.dialects.sqlite import insert as insert_or_update

from focusdesk.filing.digest import canonical, digest_of
from focusdesk.filing.edit import Cause, Change
from focusdesk.filing.filing import Filing, JournalEntry, Note, PrintRecord, Status
from focusdesk.filing.ports import FilingExists, NoSuchFiling, StoreConflict
from focusdesk.form.box import Value
from focusdesk.form.edition import Edition
from focusdesk.form.period import Period
from focusdesk.store import tables
from focusdesk.store.content import (
    FilingContent,
    header_text,
    read_contents,
    write_content,
    write_header,
)
from focusdesk.store.database import Database
from focusdesk.store.journal import (
    FACT,
    NOTE,
    PRINTED,
    STARTED,
    STATUS,
    Author,
    Happened,
    JournalWriter,
    Line,
    stamp,
)
from focusdesk.store.reading import (
    last_number,
    read_changed_since_print,
    read_facts,
    read_filings,
    read_journal,
    read_notes,
    read_print_records,
    read_revision,
    read_values,
)

Clock: TypeAlias = Callable[[], dt.datetime]
"""Tells the time, with its zone. The journal is ordered by its sequence, never by the time."""


def utc_now() -> dt.datetime:
    """Give the machine's time."""
    return dt.datetime.now(dt.UTC)


# For the driver itself: rows of SQLAlchemy would double the time of reading many months.
_ENTRIES = "SELECT code, value FROM entry WHERE filing = ?"
_ADD_FACT = insert_or_update(tables.firm)
_KEEP_FACT = _ADD_FACT.on_conflict_do_update(
    index_elements=["fact"], set_={"text": _ADD_FACT.excluded.text}
)


class SqliteFilingStore:
    """Implements `focusdesk.filing.ports.FilingStore` on one SQLite file.

    One store is for one thread. Every method raises a `StoreError` when the file cannot be read or
    written; then nothing was written.
    """

    def __init__(
        self, database: Database, author: Author | None = None, clock: Clock = utc_now
    ) -> None:
        """Take over a database that has been looked through, as `opening` does.

        Args:
            database: The open file; `close` closes it.
            author: Whom the journal names; by default the user of this process.
            clock: Where the journal's times come from.
        """
        self._database = database
        self._author = author or Author.here()
        self._clock = clock
        # What each filing held when it was last read for editing, or written, by this store.
        self._read: dict[int, FilingContent] = {}

    @property
    def path(self) -> Path:
        """The file."""
        return self._database.path

    @property
    def read_only(self) -> bool:
        """Whether nothing can be written."""
        return self._database.read_only

    def close(self) -> None:
        """Let go of the file. Every write is on the disk already."""
        self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

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

    def filings(self) -> tuple[Filing, ...]:
        """Give every filing, the newest period first."""
        with self._database.reading() as connection:
            return read_filings(connection, self.path)

    def find(self, period: Period, amendment: int | None = None) -> Filing:
        """Give the filing of a period, the latest amendment unless one is named.

        Raises:
            NoSuchFiling: there is none.
        """
        with self._database.reading() as connection:
            filings = read_filings(connection, self.path, period)
        for found in filings:
            if amendment is None or found.amendment == amendment:
                return found
        which = f", amendment {amendment}" if amendment is not None else ""
        message = f'"{self.path}" has no filing for {period.label}{which}. Start the month first.'
        raise NoSuchFiling(message)

    def entered(self, filing: Filing, edition: Edition) -> dict[str, Value]:
        """Read a filing's entered boxes in order to edit them, blanks left out.

        From here on `record` refuses an edit if another program has changed the filing since. To
        look at figures without that, use `entered_many`.

        Raises:
            StoreDamaged: a value cannot be read as the edition's box.
        """
        with self._database.reading() as connection:
            content = self._content(connection, filing)
        values = read_values(filing, edition, content.entries.items())
        self._read[filing.id] = content
        return values

    def entered_many(
        self, filings: Sequence[Filing], edition_of: Callable[[Filing], Edition]
    ) -> tuple[dict[str, Value], ...]:
        """Read the entered boxes of several filings at once, in their order, to look at them.

        Raises:
            StoreDamaged: a value cannot be read as its edition's box.
        """
        with self._database.reading():
            texts = [
                self._database.driver.execute(_ENTRIES, (filing.id,)).fetchall()
                for filing in filings
            ]
        return tuple(
            read_values(filing, edition_of(filing), rows)
            for filing, rows in zip(filings, texts, strict=True)
        )

    def start(
        self, period: Period, edition: str, *, illustrative: bool = False, remark: str = ""
    ) -> Filing:
        """Add an empty filing for a period.

        Raises:
            FilingExists: the period already has one.
        """
        with self._database.writing() as connection:
            if read_filings(connection, self.path, period):
                message = f"{period.label} has been started already. Open it instead."
                raise FilingExists(message)
            writer = JournalWriter(connection, self._author, self._clock())
            number = last_number(connection) + 1
            started = Filing(number, period, edition, illustrative=illustrative, remark=remark)
            content = FilingContent.of(started, stamp(writer.moment))
            write_header(connection, content)
            happened = Happened(STARTED, None, header_text(content.header))
            after = _write(writer, content, writer.lines(number, (happened,), "started"))
        self._read[number] = after
        return started

    def record(
        self, filing: Filing, edition: Edition, changes: Sequence[Change], cause: Cause
    ) -> dt.datetime:
        """Keep changed boxes and their journal rows in one durable transaction; give the UTC time.

        Raises:
            StoreConflict: another program changed the filing since it was read.
            StoreError: nothing was written; the sentence says why.
            EntryError: a value is not one that its box holds.
        """
        happened: list[Happened] = []
        for change in changes:
            box = edition.boxes[change.code]
            happened.append(Happened(box.code, box.encode(change.old), box.encode(change.new)))
        return self._change(filing, lambda _: happened, cause.value)

    def set_status(self, filing: Filing, status: Status) -> Filing:
        """Record how far a filing has come.

        Raises:
            StoreConflict: another program changed the filing since it was read.
        """
        self._change(
            filing,
            lambda content: [Happened(STATUS, content.holds(STATUS), status.value)],
            "status",
        )
        return replace(filing, status=status)

    def mark_printed(self, filing: Filing, content_digest: str, file_digest: str) -> Filing:
        """Record that a signature copy was made, of which content and as which file.

        Raises:
            StoreConflict: another program changed the filing since it was read.
        """
        made = canonical({"content": content_digest, "file": file_digest})
        self._change(
            filing,
            lambda content: [
                Happened(STATUS, content.holds(STATUS), Status.PRINTED.value),
                Happened(PRINTED, None, made),
            ],
            Cause.PRINTED.value,
        )
        return replace(filing, status=Status.PRINTED)

    def print_record(self, filing: Filing) -> PrintRecord | None:
        """Read when the newest signature copy was made; `None` if there is none."""
        with self._database.reading() as connection:
            records = read_print_records(connection, filing)
        return records[-1] if records else None

    def print_records(self, filing: Filing) -> tuple[PrintRecord, ...]:
        """Read when signature copies were made, the oldest first."""
        with self._database.reading() as connection:
            return read_print_records(connection, filing)

    def changed_since_print(self) -> frozenset[int]:
        """Name the filings whose entered boxes are not as in their newest signature copies."""
        with self._database.reading() as connection:
            return read_changed_since_print(connection)

    def write_note(self, filing: Filing, code: str, text: str) -> Note:
        """Keep a note at a box; an empty text withdraws the one that is there.

        Raises:
            StoreConflict: another program changed the filing since it was read.
        """
        word = NOTE + code
        moment = self._change(
            filing, lambda content: [Happened(word, content.holds(word), text)], "note"
        )
        return Note(code, text, self._author.user, moment)

    def notes(self, filing: Filing) -> dict[str, Note]:
        """Read the newest note of each box that has one."""
        with self._database.reading() as connection:
            return read_notes(connection, filing.id)

    def journal(self, filing: Filing, code: str | None = None) -> tuple[JournalEntry, ...]:
        """Read the audit trail of a filing, or of one of its boxes, oldest first.

        What is no box has a code with a colon, as `focusdesk.store.journal` says.
        """
        with self._database.reading() as connection:
            return read_journal(connection, filing.id, code)

    def facts(self) -> dict[str, str]:
        """Read what the firm has settled once, such as ``calendar``."""
        with self._database.reading() as connection:
            return read_facts(connection)

    def set_fact(self, name: str, text: str) -> None:
        """Settle one of the firm's facts."""
        with self._database.writing() as connection:
            facts = read_facts(connection)
            there = facts.get(name)
            if there == text:
                return
            writer = JournalWriter(connection, self._author, self._clock())
            lines = writer.lines(None, (Happened(FACT + name, there, text),), "fact")
            writer.append(lines, digest_of({**facts, name: text}))
            connection.execute(_KEEP_FACT, {"fact": name, "text": text})

    def _change(
        self,
        filing: Filing,
        happened: Callable[[FilingContent], Sequence[Happened]],
        cause: str,
    ) -> dt.datetime:
        """Write what happened to a filing in one durable transaction; give the time of it."""
        with self._database.writing() as connection:
            content = self._current(connection, filing)
            told = happened(content)
            if any(content.holds(each.code) != each.old for each in told):
                raise _conflict(filing)
            writer = JournalWriter(connection, self._author, self._clock())
            differing = [each for each in told if each.old != each.new]
            after = _write(writer, content, writer.lines(filing.id, differing, cause))
        # Only now: had the disk refused, the filing would still hold what it held.
        self._read[filing.id] = after
        return writer.moment

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
            message = f'"{self.path}" does not hold {filing.period.label} any more.'
            raise NoSuchFiling(message)
        return contents[filing.id][0]


def _write(writer: JournalWriter, content: FilingContent, lines: Sequence[Line]) -> FilingContent:
    """Add journal rows and bring the tables to what they say; give the content as it is then."""
    if not lines:
        return content
    after = content.copy()
    for line in lines:
        after.apply(line)
    digest = after.digest()
    writer.append(lines, digest)
    write_content(writer.connection, after, lines, digest)
    return after


def _conflict(filing: Filing) -> StoreConflict:
    return StoreConflict(
        f"Another program changed {filing.period.label} while it was open here. "
        f"Nothing was saved; open the month again."
    )
