"""What the business needs from the edges: a place that keeps filings, and its refusals."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from typing import Protocol

from focusdesk.filing.attachment import Attachment
from focusdesk.filing.edit import Cause, Change
from focusdesk.filing.explanation import Explanation, Subject
from focusdesk.filing.filing import FactChange, Filing, JournalEntry, Note, PrintRecord, Status
from focusdesk.filing.fingerprint import JsonValue
from focusdesk.filing.given_figure import FigureValue, GivenFigure
from focusdesk.filing.notice import NoticeRow
from focusdesk.filing.override_reason import OverrideReason
from focusdesk.filing.warning_explanation import Warned, WarningExplanation
from focusdesk.form.box import Value
from focusdesk.form.edition import Edition
from focusdesk.form.period import Period


class StoreError(Exception):
    """The store could not do what was asked; the message is a sentence for the user."""


class NotAStore(StoreError):
    """The file is missing, is no file, or was not made by this program."""


class StoreTooNew(StoreError):
    """The store was made by a newer version of the program."""


class StoreDamaged(StoreError):
    """What the store holds does not agree with its own digests or its journal."""


class StoreReadOnly(StoreError):
    """The store can be read but not written."""


class StoreConflict(StoreError):
    """Another program changed the filing since it was read."""


class StoreFailed(StoreError):
    """The disk or the file system refused; nothing was written."""


class NoSuchFiling(StoreError):
    """The store has no filing for the period."""


class FilingExists(StoreError):
    """The store already has a filing for the period."""


class NoSuchAttachment(StoreError):
    """The file is not attached to the filing, or not any more."""


class NoticeStore(Protocol):
    """Keeps what happened to notices: rows of the journal, never altered."""

    def now(self) -> dt.datetime:
        """Tell the time by the clock that stamps the rows, in UTC."""
        ...

    def write(self, filing: Filing, rows: Sequence[NoticeRow], cause: Cause) -> None:
        """Keep what happened to notices, stamped by the machine's clock, in one transaction.

        Raises:
            StoreError: nothing was written; the sentence says why.
        """
        ...

    def rows(self, filing: Filing) -> tuple[NoticeRow, ...]:
        """Read all that happened to a filing's notices, oldest first."""
        ...

    def last_changes(self, filing: Filing) -> Mapping[str, int]:
        """Give the number of the journal's last row of each box and carried figure."""
        ...


class FigureStore(Protocol):
    """Keeps what is given for carried figures: rows of the journal, never altered."""

    def write(self, filing: Filing, code: str, value: FigureValue, source: str) -> None:
        """Keep what a carried figure is and where it comes from; `None` withdraws it.

        Raises:
            StoreError: nothing was written; the sentence says why.
        """
        ...

    def rows(self, filing: Filing) -> tuple[GivenFigure, ...]:
        """Read all that was given for a filing's carried figures, oldest first."""
        ...


class WarningStore(Protocol):
    """Keeps why warnings may stand: rows of the journal, never altered."""

    def write(
        self, filing: Filing, warned: Warned, text: str, figures: Mapping[str, JsonValue]
    ) -> WarningExplanation:
        """Keep why a warning may stand; an empty text withdraws what was said.

        Raises:
            StoreError: nothing was written; the sentence says why.
        """
        ...

    def explanations(self, filing: Filing) -> tuple[WarningExplanation, ...]:
        """Read every explanation ever written, oldest first; one without words is a withdrawal."""
        ...


class FilingStore(Protocol):
    """Keeps one firm's filings; every write is one durable transaction with its journal rows."""

    @property
    def notices(self) -> NoticeStore:
        """What is kept of notices."""
        ...

    @property
    def figures(self) -> FigureStore:
        """What is kept of carried figures."""
        ...

    @property
    def warnings(self) -> WarningStore:
        """What is said of warnings."""
        ...

    @property
    def read_only(self) -> bool:
        """Whether nothing can be written."""
        ...

    def together(self) -> AbstractContextManager[None]:
        """Make one durable transaction of all writes within; all of it or nothing.

        Raises:
            StoreError: nothing was written; the sentence says why.
        """
        ...

    def filings(self) -> tuple[Filing, ...]:
        """Give every filing, the newest period first."""
        ...

    def find(self, period: Period, amendment: int | None = None) -> Filing:
        """Give the filing of a period, the latest amendment unless one is named.

        Raises:
            NoSuchFiling: there is none.
        """
        ...

    def entered(self, filing: Filing, edition: Edition) -> dict[str, Value]:
        """Read the boxes that were entered in order to edit them, blanks left out.

        From here on `record` refuses an edit if another program has changed the filing since.

        Raises:
            StoreDamaged: a value cannot be read as the edition's box.
        """
        ...

    def entered_many(
        self, filings: Sequence[Filing], edition_of: Callable[[Filing], Edition]
    ) -> tuple[dict[str, Value], ...]:
        """Read the entered boxes of several filings, in their order, only to look at them.

        Raises:
            StoreDamaged: a value cannot be read as its edition's box.
        """
        ...

    def start(
        self, period: Period, edition: str, *, illustrative: bool = False, remark: str = ""
    ) -> Filing:
        """Add an empty filing for a period.

        Raises:
            FilingExists: the period already has one.
        """
        ...

    def record(
        self,
        filing: Filing,
        edition: Edition,
        changes: Sequence[Change],
        cause: Cause,
        words: str = "",
    ) -> dt.datetime:
        """Keep changed boxes and their journal rows in one transaction; give the UTC time.

        With a box it is kept how its value was typed; a change without that withdraws it.

        Args:
            filing: The filing's header.
            edition: Its form.
            changes: The boxes, and what they held.
            cause: Why.
            words: What the edit is called, where its changes do not say it.

        Raises:
            StoreError: nothing was written; the sentence says why.
        """
        ...

    def set_status(self, filing: Filing, status: Status) -> Filing:
        """Record how far a filing has come."""
        ...

    def mark_printed(self, filing: Filing, content_digest: str, file_digest: str) -> Filing:
        """Record that a signature copy was made, of which content and as which file.

        Raises:
            StoreError: nothing was written; the sentence says why.
        """
        ...

    def print_record(self, filing: Filing) -> PrintRecord | None:
        """Read when the newest signature copy was made; `None` if there is none."""
        ...

    def print_records(self, filing: Filing) -> tuple[PrintRecord, ...]:
        """Read when signature copies were made, the oldest first."""
        ...

    def changed_since_print(self) -> frozenset[int]:
        """Name the filings whose entered boxes are not as in their newest signature copies."""
        ...

    def typed(self, filing: Filing) -> Mapping[str, str]:
        """Read what was typed for the values of boxes, where that is no plain figure."""
        ...

    def write_note(self, filing: Filing, code: str, text: str, *, permanent: bool = False) -> Note:
        """Keep a note at a box or on the month; an empty text withdraws the one that is there.

        Raises:
            StoreError: nothing was written; the sentence says why.
        """
        ...

    def carry_notes(self, filing: Filing, notes: Sequence[Note]) -> None:
        """Keep permanent notes of an earlier month, with their authors and times.

        Raises:
            StoreError: nothing was written; the sentence says why.
        """
        ...

    def notes(self, filing: Filing) -> dict[str, Note]:
        """Read the newest note of each box that has one, and of the month under `OF_THE_MONTH`."""
        ...

    def note_history(self, filing: Filing, code: str) -> tuple[Note, ...]:
        """Read every note that a box has had, oldest first; one without words is a withdrawal."""
        ...

    def write_explanation(
        self, filing: Filing, subject: Subject, against: Period, text: str
    ) -> Explanation:
        """Keep why something moved against an earlier month; an empty text withdraws it.

        Raises:
            StoreError: nothing was written; the sentence says why.
        """
        ...

    def explanations(self, filing: Filing) -> tuple[Explanation, ...]:
        """Read every explanation ever written, oldest first; one without words is a withdrawal."""
        ...

    def write_override_reason(self, filing: Filing, code: str, held: str | None, text: str) -> None:
        """Keep why a target differs from the policy; an empty text withdraws what was said.

        Args:
            filing: The filing's header.
            code: The target box.
            held: What it holds, as `Box.encode` writes it.
            text: The words.

        Raises:
            StoreError: nothing was written; the sentence says why.
        """
        ...

    def override_reasons(self, filing: Filing) -> tuple[OverrideReason, ...]:
        """Read every reason ever written, oldest first; one without words is a withdrawal."""
        ...

    def attach(self, filing: Filing, code: str, name: str, content: bytes) -> Attachment:
        """Copy a file into the store, at a box or at the month.

        Raises:
            StoreError: nothing was written; the sentence says why.
        """
        ...

    def withdraw_attachment(self, filing: Filing, attachment: Attachment) -> None:
        """Take a file off; the store keeps it.

        Raises:
            NoSuchAttachment: it is not attached to that filing, or not any more.
            StoreError: nothing was written; the sentence says why.
        """
        ...

    def attachments(self, filing: Filing) -> tuple[Attachment, ...]:
        """List the files that are attached to a filing, the first that was attached first."""
        ...

    def read_attachment(self, attachment: Attachment) -> bytes:
        """Read an attached file, and prove that it is as it was attached.

        Raises:
            StoreDamaged: it is not.
        """
        ...

    def journal(self, filing: Filing, code: str | None = None) -> tuple[JournalEntry, ...]:
        """Read the audit trail of a filing, or of one of its boxes, oldest first."""
        ...

    def facts(self) -> Mapping[str, str]:
        """Read what the firm has settled once, such as ``calendar``."""
        ...

    def set_fact(self, name: str, text: str) -> None:
        """Settle one of the firm's facts."""
        ...

    def fact_history(self) -> tuple[FactChange, ...]:
        """Read how the firm's facts were settled, oldest first, with authors and times."""
        ...
