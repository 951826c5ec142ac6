"""Notices in the journal, which alone keeps them: their rows written as text, and read again."""

import datetime as dt
import json
from collections.abc import Mapping
from typing import cast

from sqlalchemy import Connection, and_, bindparam, func, or_, select

from focusdesk.filing.digest import canonical
from focusdesk.filing.filing import Filing
from focusdesk.filing.journal_codes import CLOCK_BACK, COMPLETED, FIGURE, NOTICE, NOTICED
from focusdesk.filing.notice import NoticeKind, NoticeRow
from focusdesk.store.journal import Happened, about
from focusdesk.store.tables import journal
from focusdesk.store.told_rows import RowsAbout

NOTICE_WORDS = (COMPLETED, NOTICED, NOTICE, CLOCK_BACK)
"""The words with which the rows of notices begin."""

_KIND = "kind"
_LAST_CHANGES = (
    select(journal.c.code, func.max(journal.c.sequence).label("last"))
    .where(
        journal.c.filing == bindparam("of_filing"),
        or_(journal.c.code.not_like("%:%"), about(FIGURE)),
    )
    .group_by(journal.c.code)
)


def happened_to_notice(row: NoticeRow) -> Happened:
    """Write what happened to a notice for the journal."""
    word = {NoticeKind.COMPLETED: COMPLETED, NoticeKind.RECORDED: NOTICED}.get(row.kind, NOTICE)
    told = row.told if word != NOTICE else {_KIND: row.kind.value, **row.told}
    return Happened(word + row.subject, None, canonical(told))


def told_notice(code: str, old: str | None, new: str | None) -> NoticeRow:
    """Read what happened to a notice out of a row of the journal.

    Raises:
        ValueError: the row does not say it.
    """
    word, _, subject = code.partition(":")
    if word + ":" == CLOCK_BACK:
        dt.datetime.fromisoformat(old or "")
        return NoticeRow(NoticeKind.CLOCK_BACK, "", {"before": old})
    told: object = json.loads(new or "")
    if not isinstance(told, dict):
        message = "the row that tells of a notice says nothing"
        raise ValueError(message)  # noqa: TRY004 -- a damaged value, not a caller's mistake
    said = dict(cast("Mapping[str, object]", told))
    kinds = {COMPLETED: NoticeKind.COMPLETED, NOTICED: NoticeKind.RECORDED}
    kind = kinds.get(word + ":") or NoticeKind(str(said.pop(_KIND, "")))
    return NoticeRow(kind, subject, said)


def read_notice_rows(connection: Connection, filing: Filing) -> tuple[NoticeRow, ...]:
    """Read all that happened to a filing's notices, oldest first.

    Raises:
        StoreDamaged: a row of the journal does not say it.
    """
    return tuple(
        NoticeRow(
            row.told.kind, row.told.subject, row.told.told, row.number, row.author, row.written
        )
        for row in _ROWS.of(connection, filing)
    )


def read_last_changes(connection: Connection, filing: Filing) -> dict[str, int]:
    """Give the number of the journal's last row of each box and carried figure of a filing."""
    rows = connection.execute(_LAST_CHANGES, {"of_filing": filing.id})
    return {row.code: row.last for row in rows}


_ROWS = RowsAbout(
    NOTICE_WORDS,
    told_notice,
    "what became of a notice",
    # That the clock ran back while a fact of the firm was settled concerns every month.
    beside=and_(journal.c.filing.is_(None), about(CLOCK_BACK)),
)
