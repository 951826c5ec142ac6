"""All that one filing holds, as canonical text: read from the tables or replayed from the journal.

The store and `verify` share it, so that what is written and what is checked cannot drift apart.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple, TypeAlias

from sqlalchemy import Connection, Select, bindparam, delete, insert, select, update
from sqlalchemy.dialects.sqlite import insert as insert_or_update

from focusdesk.filing.digest import Scalar, canonical, digest_of
from focusdesk.filing.filing import Filing, Status
from focusdesk.filing.journal_codes import (
    CARRIED_NOTE,
    EXPLAINED_LINE,
    EXPLAINED_POOL,
    EXPLAINED_WARNING,
    FIGURE,
    NOTE,
    OVERRIDDEN,
    PERMANENT_NOTE,
    STATUS,
    TYPED,
    is_box,
)
from focusdesk.store.explained_changes import told_explanation
from focusdesk.store.explained_warnings import told_warning
from focusdesk.store.given_figures import told_figure
from focusdesk.store.journal import Line, about
from focusdesk.store.overridden_targets import told_reason
from focusdesk.store.tables import entry, filing, journal, note
from focusdesk.store.told_notices import NOTICE_WORDS, told_notice

Header: TypeAlias = dict[str, Scalar]
"""The columns of a filing's row that its digest covers."""

Query: TypeAlias = Select[*tuple[Any, ...]]
"""A statement whose columns are only known when it runs."""

HEADER: tuple[str, ...] = (
    "id",
    "period",
    "edition",
    "amendment",
    "status",
    "illustrative",
    "remark",
    "created",
)


class NoteRow(NamedTuple):
    """One row of `tables.note`."""

    sequence: int
    code: str
    text: str
    author: str
    written: str
    permanent: int = 0

    @classmethod
    def told(cls, line: Line) -> "NoteRow":
        """Read a note out of the journal row that wrote it.

        Raises:
            ValueError: the row does not hold a note.
        """
        word, _, box = line.code.partition(":")
        if word + ":" != CARRIED_NOTE:
            permanent = int(word + ":" == PERMANENT_NOTE)
            return cls(line.sequence, box, line.new or "", line.user, line.written, permanent)
        carried = json.loads(line.new or "")
        try:
            return cls(
                line.sequence, box, carried["text"], carried["author"], carried["written"], 1
            )
        except (KeyError, TypeError) as error:
            message = "the row that carries a note over holds none"
            raise ValueError(message) from error


_NOTES_IN_JOURNAL = (NOTE, PERMANENT_NOTE, CARRIED_NOTE)


@dataclass(slots=True)
class FilingContent:
    """What one filing holds.

    Attributes:
        header: Its header's columns, by name.
        entries: The boxes entered, by code.
        notes: Every note ever written, oldest first.
        revision: The sequence of the last journal row that this content includes.
        typed: What was typed for the values of boxes. The journal alone keeps it, so that there
            is nothing that it could differ from.
    """

    header: Header
    entries: dict[str, str]
    notes: list[NoteRow]
    revision: int
    typed: dict[str, str] = field(default_factory=dict[str, str])

    @classmethod
    def of(cls, started: Filing, created: str) -> "FilingContent":
        """Begin with the header of a filing that is being started."""
        header: Header = {
            "id": started.id,
            "period": str(started.period),
            "edition": started.edition,
            "amendment": started.amendment,
            "status": started.status.value,
            "illustrative": int(started.illustrative),
            "remark": started.remark,
            "created": created,
        }
        return cls(header, {}, [], 0)

    @classmethod
    def replayed(cls, line: Line) -> "FilingContent":
        """Begin with the journal row that started the filing.

        Raises:
            ValueError: the row does not hold a header.
        """
        told = json.loads(line.new or "")
        if not isinstance(told, dict):
            message = "the row that starts a filing holds no header"
            raise ValueError(message)  # noqa: TRY004  # a damaged value, not a caller's mistake
        header: Header = {
            **told,
            "id": line.filing,
            "status": Status.DRAFT.value,
            "created": line.written,
        }
        return cls(header, {}, [], line.sequence)

    def copy(self) -> "FilingContent":
        """Give a copy to change, so that a failed write leaves this one as it was."""
        return FilingContent(
            dict(self.header),
            dict(self.entries),
            list(self.notes),
            self.revision,
            dict(self.typed),
        )

    def holds(self, code: str) -> str | None:
        """Give what a journal row of this code would say was there before."""
        if code == STATUS:
            return str(self.header["status"])
        if code.startswith((NOTE, PERMANENT_NOTE)):
            box = code.partition(":")[2]
            newest = next((row for row in reversed(self.notes) if row.code == box), None)
            same_kind = newest and bool(newest.permanent) == code.startswith(PERMANENT_NOTE)
            return newest.text if newest and same_kind else None
        if code.startswith(TYPED):
            return self.typed.get(code.removeprefix(TYPED))
        return self.entries.get(code)

    def apply(self, line: Line) -> None:
        """Take in what a journal row says happened.

        Raises:
            ValueError: the row does not say it.
        """
        self.revision = line.sequence
        code, new = line.code, line.new
        if is_box(code):
            _put(self.entries, code, new)
        elif code.startswith(TYPED):
            _put(self.typed, code.removeprefix(TYPED), new)
        elif code == STATUS:
            self.header["status"] = new
        elif code.startswith(_NOTES_IN_JOURNAL):
            self.notes.append(NoteRow.told(line))
        else:
            _read_beside(line)

    def digest(self) -> str:
        """Give the filing's digest, over its header, its entries by code, and its notes.

        A note that is not permanent counts as notes did before there were permanent ones, so that
        the digests of older stores hold.
        """
        return digest_of(
            {
                "header": self.header,
                "entries": sorted(self.entries.items()),
                "notes": [row if row.permanent else row[:-1] for row in self.notes],
            }
        )


def _read_beside(line: Line) -> None:
    """Read what the journal alone keeps, so that a row that does not say it is noticed.

    Raises:
        ValueError: the row does not say it.
    """
    code, new = line.code, line.new
    if code.startswith((EXPLAINED_LINE, EXPLAINED_POOL)):
        told_explanation(code, new)
    elif code.startswith(EXPLAINED_WARNING):
        told_warning(code, new)
    elif code.startswith(OVERRIDDEN):
        told_reason(new)
    elif code.startswith(FIGURE):
        told_figure(new)
    elif code.startswith(NOTICE_WORDS):
        told_notice(code, line.old, new)


def _put(held: dict[str, str], code: str, text: str | None) -> None:
    if text is None:
        held.pop(code, None)
    else:
        held[code] = text


def header_text(header: Header) -> str:
    """Write what the journal row that starts a filing tells of its header."""
    told = {name: header[name] for name in HEADER if name not in _TOLD_BY_THE_ROW}
    return canonical(told)


_TOLD_BY_THE_ROW = frozenset({"id", "status", "created"})
"""Columns that follow from the row itself: its filing, its time, and that it starts a draft."""


_HEADERS: Query = select(
    *(filing.columns[name] for name in HEADER), filing.c.digest, filing.c.revision
)
_ENTRIES: Query = select(entry.c.filing, entry.c.code, entry.c.value)
_NOTES: Query = select(note.c.filing, *(note.columns[name] for name in NoteRow._fields)).order_by(
    note.c.sequence
)
_TYPED_ROWS: Query = (
    select(journal.c.code, journal.c.new)
    .where(journal.c.filing == bindparam("number"), about(TYPED))
    .order_by(journal.c.sequence)
)
_OF_ALL = (_HEADERS, _ENTRIES, _NOTES)
_OF_ONE = tuple(
    statement.where(owner == bindparam("number"))
    for statement, owner in zip(_OF_ALL, (filing.c.id, entry.c.filing, note.c.filing), strict=True)
)


def read_contents(
    connection: Connection, number: int | None = None
) -> dict[int, tuple[FilingContent, str]]:
    """Read filings, each with the digest that its row claims.

    Args:
        connection: In a transaction.
        number: The one filing to read; `None` reads all, without what was typed, to verify them.
    """
    headers, entries, notes = (
        connection.execute(statement, {"number": number})
        for statement in (_OF_ALL if number is None else _OF_ONE)
    )
    contents: dict[int, tuple[FilingContent, str]] = {}
    for *header, digest, revision in headers:
        named = dict(zip(HEADER, header, strict=True))
        contents[header[0]] = FilingContent(named, {}, [], revision), digest
    # Rows of a filing that is not there can only be damage, which the foreign keys' check reports.
    for owner, code, value in entries:
        if owner in contents:
            contents[owner][0].entries[code] = value
    for owner, *row in notes:
        if owner in contents:
            contents[owner][0].notes.append(NoteRow(*row))
    if number is not None and number in contents:
        contents[number][0].typed = read_typed(connection, number)
    return contents


def read_typed(connection: Connection, number: int) -> dict[str, str]:
    """Read what was typed for the values of a filing's boxes, where that is no plain figure."""
    newest = {
        code.removeprefix(TYPED): text
        for code, text in connection.execute(_TYPED_ROWS, {"number": number})
    }
    return {code: text for code, text in newest.items() if text is not None}


_ADD_FILING = insert(filing)
_MOVE_FILING = (
    update(filing)
    .where(filing.c.id == bindparam("of_filing"))
    .values(
        status=bindparam("to_status"),
        digest=bindparam("to_digest"),
        revision=bindparam("to_revision"),
    )
)
_ADD_ENTRY = insert_or_update(entry)
_KEEP_ENTRY = _ADD_ENTRY.on_conflict_do_update(
    index_elements=["filing", "code"], set_={"value": _ADD_ENTRY.excluded.value}
)
_BLANK_ENTRY = delete(entry).where(
    entry.c.filing == bindparam("of_filing"), entry.c.code == bindparam("of_code")
)
_ADD_NOTE = insert(note)


def write_header(connection: Connection, content: FilingContent) -> None:
    """Add the row of a filing that is being started, before the journal speaks of it."""
    connection.execute(_ADD_FILING, {**content.header, "digest": "", "revision": 0})


def write_content(
    connection: Connection, content: FilingContent, lines: Sequence[Line], digest: str
) -> None:
    """Bring the tables to what the content is since some journal rows.

    Args:
        connection: In the transaction that adds those rows.
        content: With the rows applied.
        lines: The rows; only what they speak of is written.
        digest: The content's.
    """
    owner = content.header["id"]
    entries = {line.code: line.new for line in lines if is_box(line.code)}
    kept = [
        {"filing": owner, "code": code, "value": new}
        for code, new in entries.items()
        if new is not None
    ]
    blanked = [
        {"of_filing": owner, "of_code": code} for code, new in entries.items() if new is None
    ]
    notes = [
        {"filing": owner, **row._asdict()}
        for row in content.notes
        if row.sequence >= lines[0].sequence
    ]
    for statement, rows in ((_KEEP_ENTRY, kept), (_BLANK_ENTRY, blanked), (_ADD_NOTE, notes)):
        if rows:
            connection.execute(statement, rows)
    moved = {
        "of_filing": owner,
        "to_status": content.header["status"],
        "to_digest": digest,
        "to_revision": content.revision,
    }
    connection.execute(_MOVE_FILING, moved)
