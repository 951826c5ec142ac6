"""A change in parts, one for each entered box behind it, which always sum to the change exactly.

Parts are fractions of a dollar until the end: what a box made an 8 % line move is no whole dollar.
"""

import math
from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import TypeAlias

Parts: TypeAlias = Mapping[str, Fraction]
"""What each entered box that changed made a figure move, in dollars; zero where it made nothing."""


def summed(all_parts: Iterable[Parts]) -> dict[str, Fraction]:
    """Add up the parts of several changes, box by box."""
    total: dict[str, Fraction] = {}
    for parts in all_parts:
        for code, part in parts.items():
            total[code] = total.get(code, Fraction(0)) + part
    return total


def scaled(parts: Parts, factor: Fraction | int) -> dict[str, Fraction]:
    """Multiply every part."""
    return {code: part * factor for code, part in parts.items()}


def spread(amount: Fraction, over: Parts) -> dict[str, Fraction]:
    """Share an amount out among boxes by the size of their parts, evenly where all are zero."""
    sizes = {code: abs(part) for code, part in over.items()}
    total = sum(sizes.values())
    if not total:
        return {code: amount / len(sizes) for code in sizes}
    return {code: amount * size / total for code, size in sizes.items()}


def taking(amount: Fraction, parts: Parts) -> dict[str, Fraction]:
    """Give the parts of a change that counts only so far in what is made of it.

    A figure that won for half of the way passes half of each part on. What is more than the change
    itself, as where a blank began to count, cannot be had that way and is shared out by size.
    """
    change = sum(parts.values(), Fraction(0))
    if change and abs(amount) <= abs(change):
        return scaled(parts, amount / change)
    return spread(amount, parts)


def whole_dollars(parts: Parts) -> dict[str, int]:
    """Round parts that sum to whole dollars so that they still do.

    Each is rounded down; the dollars left over go to those that lost most, earlier ones first.
    """
    floors = {code: math.floor(part) for code, part in parts.items()}
    left = int(sum(parts.values())) - sum(floors.values())
    by_loss = sorted(parts, key=lambda code: floors[code] - parts[code])
    for code in by_loss[:left]:
        floors[code] += 1
    return floors
