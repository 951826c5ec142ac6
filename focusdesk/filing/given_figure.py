"""A carried figure as somebody has given it: the amount, where it comes from, who says so.

A figure that no box of the form holds, such as adjusted net capital, is worth what its source is
worth; so nothing is kept without one.
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeAlias

from focusdesk.form.box import BoxKind, show_value

FigureValue: TypeAlias = int | bool | None
"""What is given: whole dollars, or a yes or no; `None` withdraws what was given."""


@dataclass(frozen=True, slots=True)
class GivenFigure:
    """That a carried figure was given for a month.

    Attributes:
        code: The figure.
        value: What it is; `None` where what was given was withdrawn.
        source: Where it comes from, in words; why it was withdrawn, or empty.
        author: Who gave it.
        written: When, in UTC.
    """

    code: str
    value: FigureValue
    source: str
    author: str
    written: dt.datetime

    @property
    def shown(self) -> str:
        """What was given as the form writes it: ``650,000,000``, ``Yes``."""
        kind = BoxKind.YES_NO if isinstance(self.value, bool) else BoxKind.AMOUNT
        return show_value(self.value, kind)

    @property
    def signed(self) -> str:
        """The source in one line with author and time: ``NC-2014-01, H44 (ana, 2014-02-03 ...)``.

        Of what was withdrawn it says that, and why.
        """
        return f"{self.said} ({self.author}, {self.when})"

    @property
    def said(self) -> str:
        """The source in one line, or that it was withdrawn, and why."""
        words = " ".join(self.source.split())
        if self.value is not None:
            return words
        return f"withdrawn: {words}" if words else "withdrawn"

    @property
    def when(self) -> str:
        """When it was given: ``2014-02-03 10:15 UTC``."""
        return f"{self.written:%Y-%m-%d %H:%M} UTC"


def standing_figures(given: Iterable[GivenFigure]) -> dict[str, GivenFigure]:
    """Give the newest of each figure, without those that were withdrawn.

    Args:
        given: All of a month, oldest first.
    """
    newest = {figure.code: figure for figure in given}
    return {code: figure for code, figure in newest.items() if figure.value is not None}
