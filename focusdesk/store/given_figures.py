"""Carried figures in the journal, which alone keeps them: written as rows, and read again."""

import json
from typing import NamedTuple

from sqlalchemy import Connection

from focusdesk.filing.digest import canonical
from focusdesk.filing.filing import Filing
from focusdesk.filing.given_figure import FigureValue, GivenFigure
from focusdesk.filing.journal_codes import FIGURE
from focusdesk.store.journal import Happened
from focusdesk.store.told_rows import RowsAbout


class ToldFigure(NamedTuple):
    """What a row of the journal says of a carried figure."""

    value: FigureValue
    source: str


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
    return tuple(
        GivenFigure(row.code.removeprefix(FIGURE), *row.told, row.author, row.written)
        for row in _ROWS.of(connection, filing)
    )


_ROWS = RowsAbout((FIGURE,), lambda _, __, new: told_figure(new), "what a carried figure is")
