"""The store: one firm's filings in one file, every write one durable transaction."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import replace
from pathlib import Path
from typing import Self

from sqlalchemy import Connection

from focusdesk.filing.attachment import Attachment
from focusdesk.filing.digest import canonical
from focusdesk.filing.edit import Cause, Change
from focusdesk.filing.explanation import Explanation, Subject
from focusdesk.filing.filing import FactChange, Filing, JournalEntry, Note, PrintRecord, Status
from focusdesk.filing.journal_codes import (
    ATTACHED,
    CARRIED_NOTE,
    NOTE,
    PERMANENT_NOTE,
    PRINTED,
    STATUS,
    WITHDRAWN,
)
from focusdesk.filing.override_reason import OverrideReason
from focusdesk.filing.ports import FilingExists, NoSuchAttachment, NoSuchFiling
from focusdesk.form.box import Value
from focusdesk.form.edition import Edition
from focusdesk.form.period import Period
from focusdesk.store.attached_files import AttachedFile, keep_file, read_attachments, read_file
from focusdesk.store.content import FilingContent, read_typed
from focusdesk.store.database import Database
from focusdesk.store.explained_changes import explanation_row, read_explanations
from focusdesk.store.facts import read_fact_history, settle_fact
from focusdesk.store.figure_store import SqliteFigureStore
from focusdesk.store.journal import Author, Happened, stamp
from focusdesk.store.notice_store import SqliteNoticeStore
from focusdesk.store.overridden_targets import read_reasons, reason_row
from focusdesk.store.reading import (
    last_number,
    read_changed_since_print,
    read_facts,
    read_filings,
    read_journal,
    read_note_history,
    read_print_records,
    read_values,
)
from focusdesk.store.recorded_edit import edit_rows
from focusdesk.store.warning_store import SqliteWarningStore
from focusdesk.store.writing import Clock, FilingWriter, utc_now

# For the driver itself: rows of SQLAlchemy would double the time of reading many months.
_ENTRIES = "SELECT code, value FROM entry WHERE filing = ?"


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
        self._writer = FilingWriter(database, self._author, clock)
        self.notices = SqliteNoticeStore(database, self._writer)
        self.figures = SqliteFigureStore(database, self._writer)
        self.warnings = SqliteWarningStore(database, self._writer, self._author)

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

    def together(self) -> AbstractContextManager[None]:
        """Make one durable transaction of all writes within; all of it or nothing."""
        return self._writer.together()

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
        content = self._writer.read(filing)
        values = read_values(filing, edition, content.entries.items())
        self._writer.remember(filing, content)
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

        def header(connection: Connection) -> Filing:
            if read_filings(connection, self.path, period):
                message = f"{period.label} has been started already. Open it instead."
                raise FilingExists(message)
            number = last_number(connection) + 1
            return Filing(number, period, edition, illustrative=illustrative, remark=remark)

        return self._writer.start(header)

    def record(
        self,
        filing: Filing,
        edition: Edition,
        changes: Sequence[Change],
        cause: Cause,
        words: str = "",
    ) -> dt.datetime:
        """Keep changed boxes and their journal rows in one durable transaction; give the UTC time.

        Raises:
            StoreConflict: another program changed the filing since it was read.
            StoreError: nothing was written; the sentence says why.
            EntryError: a value is not one that its box holds.
        """
        happened = edit_rows(edition, changes, words)
        return self._writer.change(filing, happened, cause.value).moment

    def typed(self, filing: Filing) -> Mapping[str, str]:
        """Read what was typed for the values of boxes, where that is no plain figure."""
        with self._database.reading() as connection:
            return read_typed(connection, filing.id)

    def set_status(self, filing: Filing, status: Status) -> Filing:
        """Record how far a filing has come.

        Raises:
            StoreConflict: another program changed the filing since it was read.
        """
        self._writer.change(
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
        self._writer.change(
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

    def write_note(self, filing: Filing, code: str, text: str, *, permanent: bool = False) -> Note:
        """Keep a note at a box or on the month; an empty text withdraws the one that is there.

        Raises:
            StoreConflict: another program changed the filing since it was read.
        """
        kind, other = (PERMANENT_NOTE, NOTE) if permanent else (NOTE, PERMANENT_NOTE)

        def happened(content: FilingContent) -> list[Happened]:
            nothing_there = not (content.holds(kind + code) or content.holds(other + code))
            if not text and nothing_there:
                return []
            return [Happened(kind + code, content.holds(kind + code), text)]

        moment = self._writer.change(filing, happened, Cause.NOTED.value).moment
        return Note(code, text, self._author.user, moment, permanent)

    def carry_notes(self, filing: Filing, notes: Sequence[Note]) -> None:
        """Keep permanent notes of an earlier month, with their authors and times.

        Raises:
            StoreConflict: another program changed the filing since it was read.
        """
        carried = [
            Happened(
                CARRIED_NOTE + note.code,
                None,
                canonical(
                    {"text": note.text, "author": note.author, "written": stamp(note.written)}
                ),
            )
            for note in notes
        ]
        self._writer.change(filing, lambda _: carried, Cause.CARRIED.value)

    def notes(self, filing: Filing) -> dict[str, Note]:
        """Read the newest note of each box that has one, and of the month under `OF_THE_MONTH`."""
        with self._database.reading() as connection:
            newest = {note.code: note for note in read_note_history(connection, filing.id)}
        return {code: note for code, note in newest.items() if note.text}

    def note_history(self, filing: Filing, code: str) -> tuple[Note, ...]:
        """Read every note that a box has had, oldest first; one without words is a withdrawal."""
        with self._database.reading() as connection:
            notes = read_note_history(connection, filing.id)
        return tuple(note for note in notes if note.code == code)

    def write_explanation(
        self, filing: Filing, subject: Subject, against: Period, text: str
    ) -> Explanation:
        """Keep why something moved against an earlier month; an empty text withdraws it.

        Raises:
            StoreConflict: another program changed the filing since it was read.
        """
        row = explanation_row(subject, against, text)
        moment = self._writer.change(filing, lambda _: [row], Cause.EXPLAINED.value).moment
        return Explanation(subject, text, against, self._author.user, moment)

    def explanations(self, filing: Filing) -> tuple[Explanation, ...]:
        """Read every explanation ever written, oldest first; one without words is a withdrawal.

        Raises:
            StoreDamaged: the journal does not say of what.
        """
        with self._database.reading() as connection:
            return read_explanations(connection, filing)

    def write_override_reason(self, filing: Filing, code: str, held: str | None, text: str) -> None:
        """Keep why a target differs from the policy; an empty text withdraws what was said.

        Raises:
            StoreConflict: another program changed the filing since it was read.
        """
        row = reason_row(code, held, text)
        self._writer.change(filing, lambda _: [row], Cause.OVERRIDDEN.value)

    def override_reasons(self, filing: Filing) -> tuple[OverrideReason, ...]:
        """Read every reason ever written, oldest first; one without words is a withdrawal.

        Raises:
            StoreDamaged: the journal does not say why.
        """
        with self._database.reading() as connection:
            return read_reasons(connection, filing)

    def attach(self, filing: Filing, code: str, name: str, content: bytes) -> Attachment:
        """Copy a file into the store, at a box or at the month.

        Raises:
            StoreConflict: another program changed the filing since it was read.
        """
        file = AttachedFile.of(name, content)
        with self.together(), self._database.writing() as connection:
            keep_file(connection, file, content)
            happened = Happened(ATTACHED + code, None, file.text())
            written = self._writer.change(filing, lambda _: [happened], Cause.ATTACHED.value)
        return Attachment(written.revision, code, *file, self._author.user, written.moment)

    def withdraw_attachment(self, filing: Filing, attachment: Attachment) -> None:
        """Take a file off; the store keeps it.

        Raises:
            NoSuchAttachment: it is not attached to that filing, or not any more.
            StoreConflict: another program changed the filing since it was read.
        """
        happened = Happened(WITHDRAWN + attachment.code, None, str(attachment.number))
        with self.together():
            if attachment not in self.attachments(filing):
                message = f'"{attachment.name}" is not attached to {filing.title} any more.'
                raise NoSuchAttachment(message)
            self._writer.change(filing, lambda _: [happened], Cause.ATTACHED.value)

    def attachments(self, filing: Filing) -> tuple[Attachment, ...]:
        """List the files that are attached to a filing, the first that was attached first.

        Raises:
            StoreDamaged: the journal does not say which.
        """
        with self._database.reading() as connection:
            return read_attachments(connection, filing)

    def read_attachment(self, attachment: Attachment) -> bytes:
        """Read an attached file, and prove that it is as it was attached.

        Raises:
            StoreDamaged: it is not.
        """
        with self._database.reading() as connection:
            return read_file(connection, attachment)

    def journal(self, filing: Filing, code: str | None = None) -> tuple[JournalEntry, ...]:
        """Read the audit trail of a filing, or of one of its boxes, oldest first.

        What is no box has a code with a colon, as `focusdesk.filing.journal_codes` says.
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
            settle_fact(self._writer.journal(connection), name, text)

    def fact_history(self) -> tuple[FactChange, ...]:
        """Read how the firm's facts were settled, oldest first."""
        with self._database.reading() as connection:
            return read_fact_history(connection)
