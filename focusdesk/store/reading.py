"""What a store says when it is asked: rows of its tables as filings, values, notes and records.

Nothing is written here. Text that no filing can hold is damage, told with its month and box.
"""

import datetime as dt
import json
from collections.abc import Iterable, Sequence
from dataclasses import fields
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, bindparam, func, select

from focusdesk.filing.filing import Filing, JournalEntry, Note, PrintRecord, Status
from focusdesk.filing.journal_codes import PRINTED
from focusdesk.filing.ports import StoreDamaged
from focusdesk.form.box import Value
from focusdesk.form.edition import Edition
from focusdesk.form.period import Period
from focusdesk.store import tables
from focusdesk.store.content import Query

_FILINGS = select(
    tables.filing.c.id,
    tables.filing.c.period,
    tables.filing.c.edition,
    tables.filing.c.amendment,
    tables.filing.c.status,
    tables.filing.c.illustrative,
    tables.filing.c.remark,
).order_by(tables.filing.c.period.desc(), tables.filing.c.amendment.desc())
_OF_PERIOD = _FILINGS.where(tables.filing.c.period == bindparam("of_period"))
_LAST_NUMBER = select(func.coalesce(func.max(tables.filing.c.id), 0))
_REVISION = select(tables.filing.c.revision).where(tables.filing.c.id == bindparam("of_filing"))
_NOTES: Query = (
    select(
        tables.note.c.code,
        tables.note.c.text,
        tables.note.c.author,
        tables.note.c.written,
        tables.note.c.permanent,
    )
    .where(tables.note.c.filing == bindparam("of_filing"))
    .order_by(tables.note.c.sequence)
)
_FACTS = select(tables.firm.c.fact, tables.firm.c.text)
_JOURNAL: Query = (
    select(*(tables.journal.columns[field.name] for field in fields(JournalEntry)))
    .where(tables.journal.c.filing == bindparam("of_filing"))
    .order_by(tables.journal.c.sequence)
)
_PRINTS = (
    select(tables.journal.c.filing, func.max(tables.journal.c.sequence).label("sequence"))
    .where(tables.journal.c.code == PRINTED)
    .group_by(tables.journal.c.filing)
    .subquery()
)
_SINCE_PRINTS: Query = (
    select(
        tables.journal.c.filing, tables.journal.c.code, tables.journal.c.old, tables.journal.c.new
    )
    .join(_PRINTS, tables.journal.c.filing == _PRINTS.c.filing)
    .where(tables.journal.c.sequence > _PRINTS.c.sequence, tables.journal.c.code.not_like("%:%"))
    .order_by(tables.journal.c.sequence)
)
_JOURNAL_OF_BOX = _JOURNAL.where(tables.journal.c.code == bindparam("of_code"))


def read_filings(
    connection: Connection, path: Path, period: Period | None = None
) -> tuple[Filing, ...]:
    """Read the headers of all filings or of one period's, the newest first.

    Args:
        connection: In a transaction.
        path: The store, for sentences.
        period: The one period; `None` reads all.

    Raises:
        StoreDamaged: a header is none.
    """
    statement = _FILINGS if period is None else _OF_PERIOD
    rows = connection.execute(statement, {"of_period": str(period)})
    return tuple(_header(row, path) for row in rows)


def last_number(connection: Connection) -> int:
    """Give the number of the newest filing; 0 where there is none."""
    number: int = connection.execute(_LAST_NUMBER).scalar_one()
    return number


def read_revision(connection: Connection, filing: int) -> int | None:
    """Give the sequence of the last journal row that a filing includes; `None` if it is gone."""
    return connection.execute(_REVISION, {"of_filing": filing}).scalar()


def read_note_history(connection: Connection, filing: int) -> tuple[Note, ...]:
    """Read every note of a filing, oldest first; one without words withdraws the one before."""
    return tuple(
        Note(code, text, author, dt.datetime.fromisoformat(written), bool(permanent))
        for code, text, author, written, permanent in connection.execute(
            _NOTES, {"of_filing": filing}
        )
    )


def read_journal(
    connection: Connection, filing: int, code: str | None = None
) -> tuple[JournalEntry, ...]:
    """Read the audit trail of a filing, or of one of its boxes, oldest first."""
    statement = _JOURNAL if code is None else _JOURNAL_OF_BOX
    rows = connection.execute(statement, {"of_filing": filing, "of_code": code})
    return tuple(
        JournalEntry(sequence, dt.datetime.fromisoformat(written), *others)
        for sequence, written, *others in rows
    )


def read_print_records(connection: Connection, filing: Filing) -> tuple[PrintRecord, ...]:
    """Read when signature copies of a filing were made, the oldest first.

    Raises:
        StoreDamaged: a row of the journal does not say of what.
    """
    return tuple(_record(filing, row) for row in read_journal(connection, filing.id, PRINTED))


def read_changed_since_print(connection: Connection) -> frozenset[int]:
    """Name the filings whose entered boxes are not as in their newest signature copies."""
    held: dict[tuple[int, str], tuple[str | None, str | None]] = {}
    for filing, code, old, new in connection.execute(_SINCE_PRINTS):
        # Of several changes the first tells what was printed, the last what is there.
        held[filing, code] = held.get((filing, code), (old, old))[0], new
    return frozenset(filing for (filing, _), (then, now) in held.items() if then != now)


def read_facts(connection: Connection) -> dict[str, str]:
    """Read what the firm has settled once."""
    return {row.fact: row.text for row in connection.execute(_FACTS)}


def read_values(
    filing: Filing, edition: Edition, texts: Iterable[tuple[str, str]]
) -> dict[str, Value]:
    """Read canonical text as the boxes of the filing's edition.

    Raises:
        StoreDamaged: the edition has no such box, or the box cannot hold it.
    """
    boxes = edition.boxes
    values: dict[str, Value] = {}
    for code, text in texts:
        box = boxes.get(code)
        if box is None:
            message = (
                f"{filing.period.label} holds {code}, a box that edition {edition.id} of the form "
                f"does not have. The store or the form's definition is damaged."
            )
            raise StoreDamaged(message)
        try:
            values[code] = box.decode(text)
        except (ValueError, KeyError) as error:
            message = (
                f'{filing.period.label}, {code}: the store holds "{text}", '
                f"which that box cannot hold. The store is damaged; go back to a backup."
            )
            raise StoreDamaged(message) from error
    return values


def _header(row: Sequence[Any], path: Path) -> Filing:
    number, period, edition, amendment, status, illustrative, remark = row
    try:
        month, how_far = Period.parse(period), Status(status)
    except ValueError as error:
        message = f'"{path}" is damaged: {error}'
        raise StoreDamaged(message) from error
    return Filing(number, month, edition, amendment, how_far, bool(illustrative), remark)


def _record(filing: Filing, row: JournalEntry) -> PrintRecord:
    try:
        digests = json.loads(row.new or "")
        content, file = str(digests["content"]), str(digests["file"])
    except (ValueError, KeyError, TypeError) as error:
        message = (
            f"{filing.title}: row {row.sequence} of the journal does not say what was printed. "
            f"The store is damaged; go back to a backup."
        )
        raise StoreDamaged(message) from error
    return PrintRecord(content, file, row.written, row.user, row.sequence)
