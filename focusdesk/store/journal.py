"""The audit trail: one row for each thing that changed, chained so that none can be altered unseen.

A row's code is the box that changed, or for what is no box a word of
`focusdesk.filing.journal_codes`.
"""

import datetime as dt
import getpass
import os
import platform
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from sqlalchemy import (
    ColumnElement,
    Connection,
    and_,
    bindparam,
    func,
    insert,
    or_,
    select,
    update,
)

from focusdesk import __version__
from focusdesk.filing.digest import Scalar, digest_of
from focusdesk.filing.journal_codes import CLOCK_BACK
from focusdesk.store.tables import head, journal

COLUMNS = tuple(column.name for column in journal.columns)


@dataclass(frozen=True, slots=True)
class Author:
    """Who writes: the user, the machine and the program, as the journal names them."""

    user: str
    host: str
    program: str

    @classmethod
    def here(cls) -> "Author":
        """Name the user of this process."""
        return cls(_clean(_user()), _clean(platform.node()), f"focusdesk {__version__}")


class Happened(NamedTuple):
    """One thing that changed, in canonical text; `None` is a blank.

    Its cause is empty where it is that of the transaction.
    """

    code: str
    old: str | None
    new: str | None
    cause: str = ""


class Line(NamedTuple):
    """A journal row before it is chained: the first columns of `tables.journal`, in their order."""

    sequence: int
    edit: int
    written: str
    user: str
    host: str
    program: str
    filing: int | None
    code: str
    old: str | None
    new: str | None
    cause: str


class Head(NamedTuple):
    """Where the journal ends: the last row's sequence, which counts all rows, and its hash."""

    sequence: int
    hash: str


_READ_HEAD = select(head.c.sequence, head.c.hash)
_LAST_WRITTEN = select(func.max(journal.c.written)).where(
    or_(
        journal.c.sequence == select(head.c.sequence).scalar_subquery(),
        journal.c.sequence == bindparam("of_same"),
    )
)
_CLOCKS_DIFFER = dt.timedelta(seconds=5)
_ADD_ROWS = insert(journal)
_MOVE_HEAD = update(head).values(sequence=bindparam("to_sequence"), hash=bindparam("to_hash"))


def read_head(connection: Connection) -> Head:
    """Read where the journal ends."""
    return Head(*connection.execute(_READ_HEAD).one())


def about(word: str) -> ColumnElement[bool]:
    """Give the condition for rows whose code begins with a word that ends in a colon.

    A range, and not LIKE, because an index serves it.
    """
    following = f"{word[:-1]};"  # a semicolon comes after a colon
    return and_(journal.c.code >= word, journal.c.code < following)


def row_hash(columns: Sequence[Scalar]) -> str:
    """Hash a row: every column but the last, which holds the result."""
    return digest_of(columns)


class JournalWriter:
    """Adds the rows of one transaction to the journal's end.

    Attributes:
        connection: In a transaction that writes.
        moment: When; all rows of a transaction have the same time.
    """

    def __init__(self, connection: Connection, author: Author, moment: dt.datetime) -> None:
        """Find the journal's end."""
        self.connection = connection
        self.moment = moment.astimezone(dt.UTC)
        self._author = author
        self._end = read_head(connection)

    def lines(
        self, filing: int | None, happened: Iterable[Happened], cause: str
    ) -> tuple[Line, ...]:
        """Number what happened on from the journal's end."""
        first = self._end.sequence + 1
        who = (self._author.user, self._author.host, self._author.program)
        return tuple(
            Line(sequence, first, stamp(self.moment), *who, filing, *each[:-1], each.cause or cause)
            for sequence, each in enumerate(happened, first)
        )

    def append(self, lines: Sequence[Line], digest: str) -> None:
        """Chain the lines to the journal.

        Args:
            lines: As `lines` gave them.
            digest: Of the filing, or of the firm's facts, as they are after the transaction.
        """
        rows: list[dict[str, Scalar]] = []
        last = self._end.hash
        for line in lines:
            columns = (*line, digest, last)
            last = row_hash(columns)
            rows.append(dict(zip(COLUMNS, (*columns, last), strict=True)))
        self.connection.execute(_ADD_ROWS, rows)
        self.connection.execute(_MOVE_HEAD, {"to_sequence": lines[-1].sequence, "to_hash": last})


def clock_back(
    connection: Connection, moment: dt.datetime, revision: int = 0
) -> tuple[Happened, ...]:
    """Tell, for a row of its own, that the clock stands before the time of the last row.

    The last row of the journal counts and the last one of the same filing, lest a row of another,
    written first with the clock set back, hide it.

    A few seconds are nothing: clocks are set right by so much. Nothing where it does not.

    Args:
        connection: In a transaction.
        moment: What the clock says.
        revision: The number of the last row of the filing that is written; 0 for none.
    """
    last = connection.execute(_LAST_WRITTEN, {"of_same": revision}).scalar()
    if last is None or moment >= dt.datetime.fromisoformat(last) - _CLOCKS_DIFFER:
        return ()
    return (Happened(CLOCK_BACK, last, stamp(moment)),)


def stamp(moment: dt.datetime) -> str:
    """Write a moment as the store keeps it: UTC, ISO 8601, microseconds."""
    return moment.astimezone(dt.UTC).isoformat(timespec="microseconds")


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):
        # A machine that has no name for the user, as in many containers.
        return f"user {os.getuid()}" if hasattr(os, "getuid") else "unknown"


def _clean(text: str) -> str:
    """Replace what is not valid text, which names of users and machines may hold."""
    return text.encode("utf-8", "replace").decode()
