"""What a box prints: its value in the form's own writing, or nothing on a blank form."""

import datetime as dt
from collections.abc import Callable
from typing import TypeAlias

from focusdesk.form.box import Box, BoxKind, EntryError, Value, show_value
from focusdesk.form.edition import Edition
from focusdesk.form.page import DatePart
from focusdesk.form.period import Period

Values: TypeAlias = Callable[[str], Value]
"""Gives what the box of a code holds."""

_ENDINGS = {1: "st", 2: "nd", 3: "rd"}
_TEENS = range(11, 14)


class PlacingError(ValueError):
    """Something of the form cannot be placed; the message is a sentence that names the code."""


class Written:
    """Writes the boxes of one form, or of the blank form."""

    def __init__(self, edition: Edition, values: Values | None) -> None:
        """Read values from a filing, or none for the blank form."""
        self._boxes = edition.boxes
        self._values = values

    def box(self, code: str) -> Box:
        """Give a box by its code.

        Raises:
            PlacingError: the form has none of that code.
        """
        box = self._boxes.get(code)
        if box is None:
            message = f"The page prints {code}, but the form has no such box."
            raise PlacingError(message)
        return box

    def text(self, code: str, part: DatePart = DatePart.WHOLE) -> str:
        """Write what a box holds; nothing for a blank.

        Raises:
            PlacingError: there is no such box, no value for it, or one that it cannot hold.
        """
        box = self.box(code)
        if self._values is None:
            return ""
        try:
            value = self._values(code)
            box.encode(value)
        except KeyError as error:
            message = f"There is neither a value nor a blank for {code}, which the page prints."
            raise PlacingError(message) from error
        except EntryError as error:
            message = f"{code} cannot be printed: {error}"
            raise PlacingError(message) from error
        return _write(box, value, part)


def _write(box: Box, value: Value, part: DatePart) -> str:
    if box.kind is BoxKind.CHECK:
        return "X" if value else ""
    if isinstance(value, dt.date) and part is not DatePart.WHOLE:
        return _PARTS[part](value)
    return show_value(value, box.kind)


def _day(date: dt.date) -> str:
    ending = "th" if date.day in _TEENS else _ENDINGS.get(date.day % 10, "th")
    return f"{date.day}{ending}"


def _month(date: dt.date) -> str:
    return Period(date.year, date.month).label.partition(" ")[0]


def _year(date: dt.date) -> str:
    """The form prints the century, ``20__``."""
    return f"{date.year % 100:02d}"


def _year_of_millennium(date: dt.date) -> str:
    """The form prints the millennium, ``2____``."""
    return f"{date.year % 1000:03d}"


_PARTS: dict[DatePart, Callable[[dt.date], str]] = {
    DatePart.DAY: _day,
    DatePart.MONTH: _month,
    DatePart.YEAR: _year,
    DatePart.YEAR_OF_MILLENNIUM: _year_of_millennium,
}
