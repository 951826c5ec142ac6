"""The files that are attached to filings: what the journal says of them, and their content.

The content is kept once for each SHA-256; the journal alone says what is attached where, by whom
and since when, and what was withdrawn.
"""

import datetime as dt
import hashlib
import json
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from sqlalchemy import Connection, bindparam, func, insert, or_, select

from focusdesk.filing.attachment import Attachment
from focusdesk.filing.digest import canonical
from focusdesk.filing.filing import Filing
from focusdesk.filing.journal_codes import ATTACHED, WITHDRAWN
from focusdesk.filing.ports import StoreDamaged
from focusdesk.store import tables
from focusdesk.store.journal import about
from focusdesk.store.tables import journal


class AttachedFile(NamedTuple):
    """What a row of the journal says of a file that it attached."""

    name: str
    size: int
    digest: str

    @classmethod
    def of(cls, name: str, content: bytes) -> "AttachedFile":
        """Describe a file that is being attached."""
        return cls(name, len(content), hashlib.sha256(content).hexdigest())

    @classmethod
    def told(cls, text: str | None) -> "AttachedFile":
        """Read it out of the journal.

        Raises:
            ValueError: the text does not describe a file.
        """
        told = json.loads(text or "")
        try:
            return cls(str(told["name"]), int(told["size"]), str(told["digest"]))
        except (KeyError, TypeError) as error:
            message = "the row that attaches a file describes none"
            raise ValueError(message) from error

    def text(self) -> str:
        """Write it for the journal."""
        return canonical(self._asdict())


_ROWS = (
    select(journal.c.sequence, journal.c.code, journal.c.new, journal.c.user, journal.c.written)
    .where(journal.c.filing == bindparam("of_filing"), or_(about(ATTACHED), about(WITHDRAWN)))
    .order_by(journal.c.sequence)
)
_HAS = select(tables.attachment.c.digest).where(
    tables.attachment.c.digest == bindparam("of_digest")
)
_CONTENT = select(tables.attachment.c.content).where(
    tables.attachment.c.digest == bindparam("of_digest")
)
_ADD = insert(tables.attachment)
_SIZES = select(tables.attachment.c.digest, func.length(tables.attachment.c.content))
_CONTENTS = select(tables.attachment.c.digest, tables.attachment.c.content)


def read_attachments(connection: Connection, filing: Filing) -> tuple[Attachment, ...]:
    """Read which files are attached to a filing, the first that was attached first.

    Raises:
        StoreDamaged: a row of the journal does not say which.
    """
    attached: dict[str, Attachment] = {}
    for number, code, new, *who in connection.execute(_ROWS, {"of_filing": filing.id}):
        if code.startswith(WITHDRAWN):
            attached.pop(new, None)
            continue
        try:
            file = AttachedFile.told(new)
        except ValueError as error:
            message = (
                f"{filing.title}: row {number} of the journal does not say what was attached. "
                f"The store is damaged; go back to a backup."
            )
            raise StoreDamaged(message) from error
        author, written = who
        moment = dt.datetime.fromisoformat(written)
        box = code.removeprefix(ATTACHED)
        attached[str(number)] = Attachment(number, box, *file, author, moment)
    return tuple(attached.values())


def read_file(connection: Connection, attachment: Attachment) -> bytes:
    """Read the content of an attached file, and prove that it is as it was attached.

    Raises:
        StoreDamaged: it is not, or is not there any more.
    """
    content = connection.execute(_CONTENT, {"of_digest": attachment.digest}).scalar()
    if content is None or hashlib.sha256(content).hexdigest() != attachment.digest:
        message = (
            f'"{attachment.name}" is {"missing" if content is None else _NOT_AS_IT_WAS}. '
            f"The store is damaged; go back to a backup."
        )
        raise StoreDamaged(message)
    return bytes(content)


def keep_file(connection: Connection, file: AttachedFile, content: bytes) -> None:
    """Keep the content of a file, once however often it is attached."""
    if connection.execute(_HAS, {"of_digest": file.digest}).scalar() is None:
        connection.execute(_ADD, {"digest": file.digest, "content": content})


def file_faults(
    connection: Connection, told: Mapping[str, AttachedFile], *, with_content: bool
) -> Iterator[tuple[str, str]]:
    """Say which files are not as the journal tells of them: the digest and how it is not.

    Args:
        connection: In a transaction.
        told: The files that the journal tells of, by their digests.
        with_content: Read every file and hash it; else only look whether it has its length, which
            SQLite knows without reading it.
    """
    found: dict[str, bool] = {}
    if with_content:
        for digest, content in connection.execute(_CONTENTS):
            found[digest] = hashlib.sha256(content).hexdigest() == digest
    else:
        for digest, size in connection.execute(_SIZES):
            found[digest] = digest not in told or told[digest].size == size
    for digest, is_sound in found.items():
        if not is_sound:
            yield digest, _NOT_AS_IT_WAS
    for digest in told.keys() - found.keys():
        yield digest, "missing"
    for digest in found.keys() - told.keys():
        yield digest, "not one that the journal tells of"


_NOT_AS_IT_WAS = "not as it was attached"
