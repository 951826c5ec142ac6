"""What the journal alone keeps (explanations, notices, carried figures), read row by row.

Each row is chained over the one before, so that nobody alters its words, its author or its time
unseen, and there is no second place from which it could differ.
"""

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from sqlalchemy import ColumnElement, Connection, bindparam, or_, select

from focusdesk.filing.filing import Filing
from focusdesk.filing.ports import StoreDamaged
from focusdesk.store.journal import about
from focusdesk.store.tables import journal

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class ToldRow(Generic[T]):
    """A row of the journal that has been read.

    Attributes:
        number: Its number.
        code: Its code, which begins with the word of its kind.
        told: What it says.
        author: Who wrote it.
        written: When, in UTC.
    """

    number: int
    code: str
    told: T
    author: str
    written: dt.datetime


class RowsAbout(Generic[T]):
    """The rows of one kind of thing, and how each is read."""

    def __init__(
        self,
        words: tuple[str, ...],
        tell: Callable[[str, str | None, str | None], T],
        missing: str,
        beside: ColumnElement[bool] | None = None,
    ) -> None:
        """Make the statement once.

        Args:
            words: The words with a colon with which the codes of the rows begin.
            tell: Reads a row's code, old and new text; raises `ValueError` where it cannot be read.
            missing: What a row that cannot be read does not say, as the rest of a sentence.
            beside: The condition for further rows, of no filing.
        """
        own = (journal.c.filing == bindparam("of_filing")) & or_(*(about(word) for word in words))
        row = journal.c
        self._statement = (
            select(row.sequence, row.code, row.old, row.new, row.user, row.written)
            .where(own if beside is None else own | beside)
            .order_by(journal.c.sequence)
        )
        self._tell, self._missing = tell, missing

    def of(self, connection: Connection, filing: Filing) -> Iterator[ToldRow[T]]:
        """Read the rows of a filing, oldest first.

        Raises:
            StoreDamaged: a row does not say what it should.
        """
        rows = connection.execute(self._statement, {"of_filing": filing.id})
        for number, code, old, new, author, written in rows:
            try:
                told = self._tell(code, old, new)
            except ValueError as error:
                message = (
                    f"{filing.title}: row {number} of the journal does not say {self._missing}. "
                    f"The store is damaged; go back to a backup."
                )
                raise StoreDamaged(message) from error
            yield ToldRow(number, code, told, author, dt.datetime.fromisoformat(written))
