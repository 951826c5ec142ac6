"""How a firm measures its own target for a pool: in dollars, in percent of the requirement, ranges.

The rules let a firm write any of four: a dollar amount, a percentage of what the pool must hold, a
range of dollars, a range of percentages. Of a range the floor is printed: it is what the firm has
promised, and falling below it is what must be told.

A percentage comes to whole dollars as the form's own 8 percent lines do: the nearest, and of two
that are as near the higher one. The filing of January 2014 proves it: 5 percent of 948,878,264 is
47,443,913.20, and it printed 47,443,913.
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from focusdesk.form.amount import (
    AmountError,
    format_amount,
    parse_amount,
    quoted,
    round_half_up,
    within_range,
)

_MOST_PERCENT = 1000
_HUNDRED = Decimal(100)
_BETWEEN = re.compile(r"\s+(?:to|and)\s+|\s*\.\.\s*|\s+-\s+|(?<=[0-9%])-(?=[0-9])")
_ENDS = 2
_PERCENT = re.compile(r"([0-9]{1,4}(?:\.[0-9]{1,4})?)\s*(?:%|percent|per cent)")
_WRITE = "Write a target like 25,000,000, like 5 %, or as a range like 5 % to 8 % or 20m to 30m."


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
    """Read a measure: ``25,000,000``, ``25m``, ``5 %``, ``5 % to 8 %``, ``20m to 30m``.

    Raises:
        TargetError: it is none; the sentence says what to write.
    """
    parts = [part.strip() for part in _BETWEEN.split(text.strip())]
    if not text.strip():
        raise TargetError(TargetField.MEASURE, f"What is the target? {_WRITE}")
    if len(parts) > _ENDS:
        raise TargetError(TargetField.MEASURE, f'"{quoted(text)}" has more than two ends. {_WRITE}')
    is_percent = _PERCENT.fullmatch(parts[-1]) is not None
    # In "5 to 8 %" the sign stands for both ends, as it does when people say it.
    ends = [_end(part, text, is_percent=is_percent) for part in parts]
    if len(ends) == 1:
        return TargetMeasure(ends[0])
    if ends[0] >= ends[1]:
        message = (
            f'"{quoted(text)}" is no range: its floor must be below its ceiling. '
            f"Write the smaller one first."
        )
        raise TargetError(TargetField.MEASURE, message)
    return TargetMeasure(*ends)


def _end(part: str, text: str, *, is_percent: bool) -> int | Decimal:
    if is_percent:
        match = _PERCENT.fullmatch(part if part.endswith(("%", "t")) else f"{part} %")
        if match is None:
            message = f'"{quoted(text)}" is no target: "{quoted(part)}" is no percentage. {_WRITE}'
            raise TargetError(TargetField.MEASURE, message)
        return _within_percent(Decimal(match[1]), text)
    if "%" in part:
        message = f'"{quoted(text)}" mixes percent and dollars. {_WRITE}'
        raise TargetError(TargetField.MEASURE, message)
    try:
        dollars = parse_amount(part)
    except AmountError as error:
        raise TargetError(TargetField.MEASURE, f"{error} {_WRITE}") from error
    if dollars is None or dollars < 0:
        message = f'"{quoted(text)}" is no target: it has no sign, and no empty end. {_WRITE}'
        raise TargetError(TargetField.MEASURE, message)
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
