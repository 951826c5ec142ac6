"""When a filing is due: as the calendar counts it, or as somebody has set it for a reason."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from focusdesk.form.period import Period

FEDERAL_FOR_CERTAIN: Final = 2017
"""The first year of which it is known that FINRA counted by the federal holidays; NASD went by the
exchange in 1999 (NASD 98-100), and the year of the change was not found."""


class DueField(StrEnum):
    """What of a due date, or of a handing in, can be at fault."""

    DAY = "day"
    HOW = "how"
    REFERENCE = "reference"
    REASON = "reason"


class DueRefused(ValueError):
    """A due date or a calendar that cannot be kept; the message is a sentence for the user.

    Attributes:
        field: What of it is to be mended; `None` where it is none of these.
    """

    def __init__(self, sentence: str, field: DueField | None = None) -> None:
        super().__init__(sentence)
        self.field = field


class Calendar(StrEnum):
    """Whose holidays are passed over while business days are counted."""

    FEDERAL = "federal"
    EXCHANGE = "exchange"

    @property
    def words(self) -> str:
        """What it is called where somebody chooses it."""
        return _WORDS[self]


@dataclass(frozen=True, slots=True)
class Skipped:
    """A holiday on a weekday that was passed over while counting business days.

    Attributes:
        date: The day.
        why: The holiday's name, such as ``Washington's Birthday``.
    """

    date: dt.date
    why: str


@dataclass(frozen=True, slots=True)
class DueOverride:
    """A due date that somebody has set in place of the computed one, such as an extension.

    Attributes:
        period: The month that is reported on.
        due: The last day for handing it in; `None` where an override was withdrawn.
        reason: Why it was set, or withdrawn.
        author: Who did that.
        written: When, in UTC by the machine's clock.
    """

    period: Period
    due: dt.date | None
    reason: str
    author: str
    written: dt.datetime

    @property
    def signed(self) -> str:
        """The reason with its author and time: ``FINRA notice (ana, 2014-02-03 12:30 UTC)``."""
        return f"{self.reason} ({self.author}, {self.written:%Y-%m-%d %H:%M} UTC)"


@dataclass(frozen=True, slots=True)
class HandIn:
    """What somebody says of handing a month in, or that what was said is taken back.

    Attributes:
        period: The month that it reports on.
        on: On which day it was handed in; `None` where that is taken back.
        how: By which means, such as ``FINRA eFOCUS``; of what is taken back, why.
        reference: What the regulator's system gave for it; empty where nothing.
        author: Who said it; empty before it is kept.
        written: When, in UTC by the machine's clock; `None` before it is kept.
    """

    period: Period
    on: dt.date | None
    how: str
    reference: str = ""
    author: str = ""
    written: dt.datetime | None = None

    @property
    def signed(self) -> str:
        """How, with reference, author and time: ``FINRA eFOCUS, 123 (ana, 2014-02-26 ... UTC)``."""
        how = f"{self.how}, {self.reference}" if self.reference else self.how
        return f"{how} ({self.author}, {self.written:%Y-%m-%d %H:%M} UTC)" if self.written else how


@dataclass(frozen=True, slots=True)
class FilingDue:
    """When the filing of a period is due, and how that comes.

    Attributes:
        period: The month that is reported on.
        calendar: Whose holidays the firm counts by for it.
        computed: The 17th business day; `None` where the calendar does not hold the days.
        skipped: The weekdays after the period's end that did not count; weekends are not listed.
        history: Every override that was set and withdrawn, oldest first.
        recounted: When the firm chose by which calendar it counts, oldest first.
        hand_ins: What was said of handing it in and taken back, oldest first.
    """

    period: Period
    calendar: Calendar
    computed: dt.date | None
    skipped: tuple[Skipped, ...] = ()
    history: tuple[DueOverride, ...] = ()
    recounted: tuple[dt.datetime, ...] = ()
    hand_ins: tuple[HandIn, ...] = ()

    @property
    def override(self) -> DueOverride | None:
        """What stands in place of the computed day; `None` where that counts."""
        newest = self.history[-1] if self.history else None
        return newest if newest is not None and newest.due is not None else None

    @property
    def handed_in(self) -> HandIn | None:
        """What stands on record of handing it in; `None` where nothing does."""
        newest = self.hand_ins[-1] if self.hand_ins else None
        return newest if newest is not None and newest.on is not None else None

    @property
    def handed_in_on(self) -> dt.date | None:
        """On which day it was handed in; `None` where nothing stands on record of that."""
        return self.handed_in.on if self.handed_in else None

    @property
    def due(self) -> dt.date | None:
        """The last day for handing it in; `None` where nobody knows."""
        return self.override.due if self.override else self.computed


def unknown_words(period: Period, calendar: str) -> str:
    """Say that a calendar does not reach as far as a due date would need, and what to do."""
    return (
        f"The {calendar} calendar does not hold the days after {period.label}, "
        f"so the due date is not known. Count it from the regulator's own notice."
    )


_WORDS = {
    Calendar.FEDERAL: "Federal holidays",
    Calendar.EXCHANGE: "New York Stock Exchange holidays",
}
