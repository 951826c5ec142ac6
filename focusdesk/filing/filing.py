"""One firm's report for one period, in one edition, and what is written beside its figures."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from focusdesk.form.period import Period

OF_THE_MONTH = ""
"""The code of a note or a file that belongs to no box, but to the month itself."""


class Status(StrEnum):
    """How far a filing has come."""

    DRAFT = "draft"
    PRINTED = "printed"
    SEALED = "sealed"


@dataclass(frozen=True, slots=True)
class Filing:
    """The header of a filing; its figures are in a `FilingSession`.

    Attributes:
        id: The store's number for it.
        period: The month it reports on.
        edition: The id of the form's edition in which it was started.
        amendment: 0 for the original, then 1, 2, ...
        status: How far it has come.
        illustrative: Its figures are made up to show the program; said wherever it appears.
        remark: What the list of months says of it, such as "as filed".
    """

    id: int
    period: Period
    edition: str
    amendment: int = 0
    status: Status = Status.DRAFT
    illustrative: bool = False
    remark: str = ""

    @property
    def title(self) -> str:
        """The month, and its amendment if it is one: ``January 2014, amendment 1``."""
        amendment = f", amendment {self.amendment}" if self.amendment else ""
        return f"{self.period.label}{amendment}"

    @property
    def stem(self) -> str:
        """How files made of it are named: ``2014-01``, ``2014-01 amendment 1``."""
        amendment = f" amendment {self.amendment}" if self.amendment else ""
        return f"{self.period}{amendment}"

    @property
    def warning(self) -> str:
        """The words that keep made-up figures from being taken for a filing; else empty."""
        return "ILLUSTRATIVE FIGURES, NOT A FILING" if self.illustrative else ""


@dataclass(frozen=True, slots=True)
class Note:
    """Words that the preparer keeps at a box of one filing, or at the month itself.

    Attributes:
        code: The box; `OF_THE_MONTH` for a note on the month itself.
        text: The words; empty where a note was withdrawn.
        author: Who wrote them.
        written: When, in UTC.
        permanent: They come along when a month is rolled forward from this one.
    """

    code: str
    text: str
    author: str
    written: dt.datetime
    permanent: bool = False


@dataclass(frozen=True, slots=True)
class PrintRecord:
    """That a signature copy of a filing was made.

    Attributes:
        content_digest: What the filing held then (`focusdesk.filing.fingerprint`).
        file_digest: SHA-256 of the PDF file, in hexadecimal.
        printed: When, in UTC.
        user: Who made it.
        sequence: Its place in the journal of the whole store; later changes have higher ones.
    """

    content_digest: str
    file_digest: str
    printed: dt.datetime
    user: str
    sequence: int


@dataclass(frozen=True, slots=True)
class FactChange:
    """That one of the firm's facts was settled, or settled anew.

    Attributes:
        name: Which.
        text: What it says since.
        author: Who settled it.
        written: When, in UTC by the machine's clock.
    """

    name: str
    text: str
    author: str
    written: dt.datetime


@dataclass(frozen=True, slots=True)
class JournalEntry:
    """One line of the audit trail, as the store keeps it.

    Attributes:
        sequence: Its place in the journal of the whole store.
        written: When, in UTC by the machine's clock.
        user: Who.
        host: On which machine.
        program: With which version of the program.
        filing: The filing's number.
        code: The box; for what is no box, a word of `focusdesk.filing.journal_codes`.
        old: What the box held, in canonical text; `None` for a blank.
        new: What it holds since, likewise.
        cause: Why: typed, imported, carried, undo ...
        edit: The sequence of the first line of the same edit, which all its lines share.
    """

    sequence: int
    written: dt.datetime
    user: str
    host: str
    program: str
    filing: int
    code: str
    old: str | None
    new: str | None
    cause: str
    edit: int
