"""Carried figures in the journal, which alone keeps them: written as rows, and read again.

Each row is chained over the one before, so that nobody alters a figure, its source, its author or
its time unseen, and there is no second place from which it could differ.
"""

import datetime as dt
import json
from typing import NamedTuple

from sqlalchemy import Connection, bindparam, select

from focusdesk.filing.digest import canonical
from focusdesk.filing.filing import Filing
from focusdesk.filing.given_figure import FigureValue, GivenFigure
from focusdesk.filing.journal_codes import FIGURE
from focusdesk.filing.ports import StoreDamaged
from focusdesk.store.journal import Happened, about
from focusdesk.store.tables import journal


class ToldFigure(NamedTuple):
    """What a row of the journal says of a carried figure."""

    value: FigureValue
    source: str


_ROWS = (
    select(journal.c.sequence, journal.c.code, journal.c.new, journal.c.user, journal.c.written)
    .where(journal.c.filing == bindparam("of_filing"), about(FIGURE))
    .order_by(journal.c.sequence)
)


def figure_row(code: str, value: FigureValue, source: str) -> Happened:
    """Write a carried figure for the journal; it names nothing that was there before."""
    return Happened(FIGURE + code, None, canonical({"value": value, "source": source}))


def told_figure(new: str | None) -> ToldFigure:
    """Read a carried figure out of the journal.

    Raises:
        ValueError: the row does not hold one.
    """
    told = json.loads(new or "")
    message = "the row that gives a carried figure holds none"
    try:
        value, source = told["value"], told["source"]
    except (KeyError, TypeError) as error:
        raise ValueError(message) from error
    if not isinstance(value, int | None) or not isinstance(source, str):
        raise ValueError(message)  # noqa: TRY004 -- a damaged value, not a caller's mistake
    return ToldFigure(value, source)


def read_figures(connection: Connection, filing: Filing) -> tuple[GivenFigure, ...]:
    """Read all that was given for a filing's carried figures, oldest first.

    Raises:
        StoreDamaged: a row of the journal does not hold one.
    """
    read: list[GivenFigure] = []
    for number, code, new, author, written in connection.execute(_ROWS, {"of_filing": filing.id}):
        try:
            value, source = told_figure(new)
        except ValueError as error:
            message = (
                f"{filing.title}: row {number} of the journal does not say what a carried figure "
                f"is. The store is damaged; go back to a backup."
            )
            raise StoreDamaged(message) from error
        moment = dt.datetime.fromisoformat(written)
        read.append(GivenFigure(code.removeprefix(FIGURE), value, source, author, moment))
    return tuple(read)
