"""Who made the greatest of several figures move, when all go from one month's to another's.

Each figure is thought to go from its earlier amount to its later one in a straight line, all of
them at the same pace. Whichever is ahead moves the greatest, and only as far as it is ahead. So
one that is never the greatest has no part in it, in whatever order they are written.
"""

from collections.abc import Sequence
from fractions import Fraction
from itertools import combinations, pairwise
from typing import TypeAlias

Way: TypeAlias = tuple[Fraction | None, Fraction | None]
"""What a figure was and what it is; `None` is a blank, which does not compete."""

_Line: TypeAlias = tuple[Fraction, Fraction]


def credits_of(ways: Sequence[Way], *, greatest: bool) -> tuple[Fraction, ...]:
    """Say how much of the change of a greatest, or of a least, each figure made.

    A blank that becomes a figure sets out from where the others stood, and a figure that becomes
    a blank ends where the others are. Where all are blank, the greatest counts as zero.

    Args:
        ways: What each figure was and is.
        greatest: Whether the greatest is taken; else the least.

    Returns:
        One amount for each figure; together they are the change.
    """
    sign = 1 if greatest else -1
    starts = _filled([start for start, _ in ways], sign)
    ends = _filled([end for _, end in ways], sign)
    lines = {
        place: (sign * starts[place], sign * ends[place])
        for place, way in enumerate(ways)
        if way != (None, None)
    }
    made = [Fraction(0)] * len(ways)
    for begin, end in pairwise(_moments(list(lines.values()))):
        ahead = _ahead(lines, (begin + end) / 2)
        for place in ahead:
            start, stop = lines[place]
            made[place] += sign * (stop - start) * (end - begin) / len(ahead)
    return tuple(made)


def _filled(amounts: Sequence[Fraction | None], sign: int) -> list[Fraction]:
    """Put blanks at what the others come to."""
    there = [sign * amount for amount in amounts if amount is not None]
    level = sign * max(there, default=Fraction(0))
    return [level if amount is None else amount for amount in amounts]


def _moments(lines: Sequence[_Line]) -> list[Fraction]:
    """Give the moments, from 0 to 1, between which nobody overtakes anybody."""
    moments = {Fraction(0), Fraction(1)}
    for (start, stop), (other_start, other_stop) in combinations(lines, 2):
        closing = (stop - start) - (other_stop - other_start)
        if closing:
            met = (other_start - start) / closing
            if 0 < met < 1:
                moments.add(met)
    return sorted(moments)


def _ahead(lines: dict[int, _Line], moment: Fraction) -> list[int]:
    at = {place: start + (stop - start) * moment for place, (start, stop) in lines.items()}
    most = max(at.values(), default=None)
    return [place for place, amount in at.items() if amount == most]
