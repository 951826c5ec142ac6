"""How a firm measures its own target for a pool: in dollars, in percent of the requirement, ranges.

The rules let a firm write any of four: a dollar amount, a percentage of what the pool must hold, a
range of dollars, a range of percentages. Of a range the floor is printed: it is what the firm has
promised, and falling below it is what must be told.

A percentage comes to whole dollars as the form's own 8 percent lines do: the nearest, and of two
that are as near the higher one. The filing of January 2014 proves it: 5 percent of 948,878,264 is
47,443,913.20, and it printed 47,443,913.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from focusdesk.form.amount import (
    AmountError,
    bare,
    format_amount,
    parse_amount,
    quoted,
    round_half_up,
    within_range,
)

_MOST_PERCENT = 1000
_HUNDRED = Decimal(100)
_MILLION = 1_000_000
_ENDS = 2
_BEFORE = re.compile(r"(?:between|from)\s+", re.IGNORECASE)
# Every dash is one: a target has no sign. `bare` has made one minus of all kinds of dashes.
_BETWEEN = re.compile(r"\s+(?:to|and)\s+|\s*\.\.+\s*|\s*-\s*", re.IGNORECASE)
_PERCENT = re.compile(r"([0-9]{1,4}(?:\.[0-9]{1,4})?)\s*(?:%|percent|per cent)?", re.IGNORECASE)
_SIGN = re.compile(r"%|per ?cent", re.IGNORECASE)
_DOLLARS = re.compile(r"\$?\s*[0-9., '\u2019]*[0-9]\s*[a-z]{0,2}", re.IGNORECASE)
_UNIT = re.compile(r".*[0-9]\s*[a-z]{1,2}", re.IGNORECASE)
_WRITE = "Write it like 25,000,000 or 5 %, or as a range like 20m to 30m or 5 % to 8 %."
_ASKED = f"What is the target? {_WRITE}"
_MIXED = "mixes percent and dollars"


class TargetField(StrEnum):
    """What a policy says, one thing at a time."""

    POOL = "pool"
    MEASURE = "measure"
    SINCE = "since"
    APPROVED_BY = "approved_by"
    WHY = "why"


class TargetError(ValueError):
    """Text that is no target, or a policy that cannot be kept; the message is a sentence.

    Attributes:
        field: What of the policy is at fault; `None` where it is none of its fields.
    """

    def __init__(self, field: TargetField | None, sentence: str) -> None:
        super().__init__(sentence)
        self.field = field


@dataclass(frozen=True, slots=True)
class TargetMeasure:
    """What a target is worked out by.

    Attributes:
        least: The target, or the floor of a range: whole dollars or, as a `Decimal`, percent.
        most: The ceiling of a range, in the same; `None` where it is no range.
    """

    least: int | Decimal
    most: int | Decimal | None = None

    @property
    def is_percent(self) -> bool:
        """Whether it is a percentage of the requirement."""
        return isinstance(self.least, Decimal)

    @property
    def is_range(self) -> bool:
        """Whether it has a ceiling beside its floor."""
        return self.most is not None

    @property
    def words(self) -> str:
        """The measure as it is written and read: ``25,000,000``, ``5 % to 8 %``."""
        ends = (self.least,) if self.most is None else (self.least, self.most)
        return " to ".join(_shown(end) for end in ends)

    def comes_to(self, requirement: int | None) -> str:
        """Say what it is for a requirement: ``5 % of 948,878,264 is 47,443,913``.

        Raises:
            AmountError: 64 bits cannot hold it.
        """
        amount, ceiling = self.amount(requirement), self.ceiling(requirement)
        if not self.is_percent:
            floor = f"{_shown(self.least)} is printed" if self.is_range else self.words
            return f"{floor}, in dollars, whatever the requirement is"
        if requirement is None or amount is None:
            return f"{self.words} of a requirement that is still blank"
        of = f"{self.words} of {format_amount(requirement)} is {format_amount(amount)}"
        if ceiling is None:
            return of
        return f"{of} to {format_amount(ceiling)}; the floor is printed"

    def amount(self, requirement: int | None) -> int | None:
        """Give the target in whole dollars, the floor of a range.

        Args:
            requirement: What the pool must hold; `None` where that is still blank.

        Returns:
            `None` for a percentage of a blank. A percentage of less than nothing is nothing: the
            form has no negative target.

        Raises:
            AmountError: 64 bits cannot hold it.
        """
        return _dollars(self.least, requirement)

    def ceiling(self, requirement: int | None) -> int | None:
        """Give the ceiling of a range in whole dollars; `None` where there is none.

        Raises:
            AmountError: 64 bits cannot hold it.
        """
        return None if self.most is None else _dollars(self.most, requirement)


def parse_measure(text: str) -> TargetMeasure:
    """Read a measure: ``25,000,000``, ``25m``, ``5 %``, ``5 % to 8 %``, ``20m-30m``.

    The ends of a range are parted by a dash of any kind, two points, "to" or "and".

    Raises:
        TargetError: it is none; the sentence says what to write.
    """
    written = _BEFORE.sub("", bare(text), count=1)
    if not written:
        raise TargetError(TargetField.MEASURE, _ASKED)
    parts = [part.strip() for part in _BETWEEN.split(written)]
    if not all(parts):
        raise _refused(text, "has a sign, or an end without a figure")
    if len(parts) > _ENDS:
        raise _refused(text, "has more than two ends")
    ends = _percentages(parts, text) if _SIGN.search(parts[-1]) else _dollar_ends(parts, text)
    if len(ends) == 1:
        return TargetMeasure(ends[0])
    if ends[0] >= ends[1]:
        other = " to ".join(_shown(end) for end in (ends[1], ends[0]))
        write = f"Write {other if ends[0] != ends[1] else _shown(ends[0]) + ' alone'}."
        raise _refused(text, "is no range: its floor is not below its ceiling", write)
    return TargetMeasure(*ends)


def entered_measure(text: str) -> TargetMeasure:
    """Read a measure that somebody gives, and not one on record: a bare "5" leaves open what is.

    Dollars so few that they could be a percentage need the dollar sign, ``$5``.

    Raises:
        TargetError: it is none, or could be dollars or percent; the sentence says what to write.
    """
    measure = parse_measure(text)
    most = measure.least if measure.most is None else measure.most
    written = bare(text)
    could_be_percent = not measure.is_percent and 0 < most <= _MOST_PERCENT
    if could_be_percent and not ("$" in written or _UNIT.fullmatch(written)):
        percent = " to ".join(
            f"{end} %" for end in (measure.least, measure.most) if end is not None
        )
        write = f"Write {percent} or ${measure.words.replace(' to ', ' to $')}."
        raise _refused(text, "could be percent or dollars", write)
    return measure


def _refused(text: str, wrong: str, write: str = _WRITE) -> TargetError:
    return TargetError(TargetField.MEASURE, f'"{quoted(text)}" {wrong}. {write}')


def _percentages(parts: Sequence[str], text: str) -> list[Decimal]:
    """Read the ends of what is in percent: in "5 to 8 %" the sign stands for both."""
    ends: list[Decimal] = []
    for part in parts:
        match = _PERCENT.fullmatch(part)
        if match is None and _DOLLARS.fullmatch(part):
            raise _refused(text, _MIXED)
        if match is None:
            raise _refused(part, "is no percentage", "Write it like 5 % or 5.25 %.")
        ends.append(_within_percent(Decimal(match[1]), text))
    return ends


def _dollar_ends(parts: Sequence[str], text: str) -> list[int]:
    """Read the ends of what is in dollars; a unit at one end alone leaves open what is meant.

    Nobody means 10 dollars to 20 million by "10-20m", nor 1,000 dollars by "1,000-20m"; a bare end
    of a million or more is dollars beyond doubt.
    """
    if any(_SIGN.search(part) for part in parts):
        raise _refused(text, _MIXED)
    ends = [_dollars_of(part, text) for part in parts]
    without = [end for part, end in zip(parts, ends, strict=True) if not _UNIT.fullmatch(part)]
    if len(without) == 1 < len(ends) and without[0] < _MILLION:
        write = "Write both alike, like 20m to 30m."
        raise _refused(text, "gives a unit to one end only", write)
    return ends


def _dollars_of(part: str, text: str) -> int:
    try:
        dollars = parse_amount(part) if _DOLLARS.fullmatch(part) else None
    except AmountError as error:
        # It says itself what to write: a comma out of place, cents, more than a box can hold.
        raise TargetError(TargetField.MEASURE, str(error)) from error
    if dollars is None:
        raise _refused(text, "is no target")
    return dollars


def _within_percent(percent: Decimal, text: str) -> Decimal:
    if percent > _MOST_PERCENT:
        message = (
            f'"{quoted(text)}" is more than {_MOST_PERCENT} percent of the requirement. '
            f"Leave out the percent sign if dollars are meant."
        )
        raise TargetError(TargetField.MEASURE, message)
    return percent


def _shown(end: int | Decimal) -> str:
    return f"{end.normalize():f} %" if isinstance(end, Decimal) else format_amount(end)


def _dollars(end: int | Decimal, requirement: int | None) -> int | None:
    if not isinstance(end, Decimal):
        return end
    if requirement is None:
        return None
    return within_range(round_half_up(end * max(requirement, 0) / _HUNDRED))
