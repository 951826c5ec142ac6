"""The month that a filing reports on."""

import calendar
import datetime as dt
import re
from dataclasses import dataclass
from typing import Self

_ISO_MONTH = re.compile(r"(\d{4})-(\d{2})")
_MONTHS_A_YEAR = 12
# Spelled out because `calendar` follows the desktop's language once Qt has started.
_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_SHORT = 3


class PeriodError(ValueError):
    """Text that names no month; its message is a sentence for the user."""


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """One reporting month, ordered by time and written ``2014-01``."""

    year: int
    month: int

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read ``2014-01``.

        Raises:
            PeriodError: the text is not a four-digit year, a hyphen and a month from 01 to 12.
        """
        match = _ISO_MONTH.fullmatch(text.strip())
        if match is None or not 1 <= int(match[2]) <= _MONTHS_A_YEAR or int(match[1]) == 0:
            message = f'"{text}" is not a month. Write the year and the month, like 2014-01.'
            raise PeriodError(message)
        return cls(int(match[1]), int(match[2]))

    @property
    def first_day(self) -> dt.date:
        """The day on which the period begins."""
        return dt.date(self.year, self.month, 1)

    @property
    def last_day(self) -> dt.date:
        """The "as of" date of the filing."""
        return dt.date(self.year, self.month, calendar.monthrange(self.year, self.month)[1])

    @property
    def month_name(self) -> str:
        """The month alone, in English whatever the machine's language: ``January``."""
        return _MONTHS[self.month - 1]

    @property
    def label(self) -> str:
        """The period as people say it: ``January 2014``."""
        return f"{self.month_name} {self.year}"

    @property
    def short_label(self) -> str:
        """The period for a narrow heading: ``Jan 2014``."""
        return f"{self.month_name[:_SHORT]} {self.year}"

    def plus(self, months: int) -> Self:
        """Give the period a number of months later, or earlier when negative."""
        ordinal = self.year * _MONTHS_A_YEAR + self.month - 1 + months
        return type(self)(ordinal // _MONTHS_A_YEAR, ordinal % _MONTHS_A_YEAR + 1)

    def __str__(self) -> str:
        return f"{self.year:04d}-{self.month:02d}"
