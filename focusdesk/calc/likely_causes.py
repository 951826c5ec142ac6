"""Which single slip would explain to the dollar why a total does not foot, or a tie breaks.

The slips of people who copy figures: a sign, two digits swapped, an amount left out or entered
twice over, last month's figure left standing. Each box that takes part is asked what it would have
to hold; where that is such a slip away from what it holds, it is a likely cause.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import combinations
from typing import Final

from focusdesk.calc.entered_parts import entered_codes, signs_of, spread_out
from focusdesk.calc.figures import show_figure
from focusdesk.calc.formula import parse_formula
from focusdesk.calc.nodes import Binary, Literal, Node, Unanswered, figure
from focusdesk.calc.worksheet import Worksheet
from focusdesk.form.box import Value
from focusdesk.form.edition import Edition

MOST: Final = 5
"""How many causes are worth looking at."""

_DIGITS: Final = 19
_FAR: Final = 10 ** (_DIGITS - 1)
"""Farther than any amount that is filed."""


class Slip(StrEnum):
    """What may have happened to a figure."""

    LAST_MONTH = "last month's figure"
    SIGN = "sign"
    DOUBLED = "entered twice over"
    SWAPPED = "two digits swapped"
    MISSING = "missing"
    LEFT_OUT = "left out of the total"
    COUNTED_TWICE = "counted twice in the total"
    BELOW = "follows from another total"


@dataclass(frozen=True, slots=True)
class LikelyCause:
    """A slip in one box that would explain a difference exactly.

    Attributes:
        code: The box.
        slip: What may have happened to it.
        holds: What it holds; `None` for a blank.
        would_hold: What it would have to hold, or what a stated total would have to say.
        words: The cause in a sentence.
    """

    code: str
    slip: Slip
    holds: int | None
    would_hold: int | None
    words: str


@dataclass(frozen=True, slots=True)
class Figures:
    """The figures among which a cause is looked for.

    Attributes:
        values: What every box holds, computed ones too.
        stated: What is stated for computed boxes.
        last_month: What the boxes held the month before, as far as that is known.
    """

    values: Mapping[str, Value]
    stated: Mapping[str, Value] = field(default_factory=dict[str, Value])
    last_month: Mapping[str, Value] = field(default_factory=dict[str, Value])


def causes_of_total(worksheet: Worksheet, code: str, figures: Figures) -> tuple[LikelyCause, ...]:
    """Give what would explain that a stated total is not what its boxes give, the likeliest first.

    A total that foots with what is stated for its parts follows from one of those; so may one that
    waits for a fact of the firm, and cannot be worked out.

    Args:
        worksheet: The filing's figures.
        code: The computed box.
        figures: Among which to look; its `stated` has the total.
    """
    edition, stated = worksheet.edition, _dollars(figures.stated.get(code))
    root = spread_out(parse_formula(edition.boxes[code].formula).root, edition, figures.stated)
    parts = parse_formula(edition.boxes[code].formula).codes
    below = tuple(_follows(part, figures) for part in parts if _is_off(part, figures))
    try:
        search = _Search(edition, figures, root, stated or 0)
    except Unanswered:
        return below
    if search.gap == 0:
        return below
    own = [*search.causes(), *_of_stated(code, stated, search)]
    return tuple(cause for _, cause in sorted(own, key=lambda each: each[0]))[:MOST]


def causes_of_tie(
    worksheet: Worksheet, tie: tuple[Node, Node], figures: Figures
) -> tuple[LikelyCause, ...]:
    """Give what would explain that two sides do not agree, the likeliest first.

    Args:
        worksheet: The filing's figures.
        tie: The two sides.
        figures: Among which to look.
    """
    left, right = (spread_out(side, worksheet.edition, {}) for side in tie)
    search = _Search(worksheet.edition, figures, Binary("-", left, right), 0)
    found = sorted(search.causes(), key=lambda each: each[0]) if search.gap else []
    return tuple(cause for _, cause in found)[:MOST]


class _Search:
    """Asks each entered box below a formula what it would have to hold."""

    def __init__(self, edition: Edition, figures: Figures, root: Node, wanted: int) -> None:
        """Work the formula out.

        Raises:
            Unanswered: it depends on a fact of the firm that has not been given.
        """
        self._edition, self._figures, self._root = edition, figures, root
        self._wanted = wanted
        self._values = dict(figures.values)
        self._signs = signs_of(root)
        self._codes = tuple(dict.fromkeys(entered_codes(root)))
        self.computed = self._worth()
        self.gap = wanted - self.computed

    def causes(self) -> Iterator[tuple[tuple[float, int], LikelyCause]]:
        """Give every slip that explains the gap, with how unlikely it is."""
        for place, code in enumerate(self._codes):
            holds = self._figures.values.get(code)
            if isinstance(holds, bool) or not isinstance(holds, int | None):
                continue
            prior = _dollars(self._figures.last_month.get(code))
            for would in self._would_hold(code, holds, prior):
                slip = _slip(holds, would, prior)
                if slip is not None and self._may_hold(code, would):
                    unlikely = _UNLIKELY[slip] + self._doubt(code, slip, holds, would)
                    words = _words(code, slip, holds, self._shown(code, slip, would), prior)
                    yield (unlikely, place), LikelyCause(code, slip, holds, would, words)

    def _would_hold(self, code: str, holds: int | None, prior: int | None) -> Iterator[int]:
        """Give what a box would have to hold for the gap to close."""
        if self._signs is not None:
            yield (holds or 0) + self._signs[code] * self.gap
            return
        for would in dict.fromkeys((*_slips_of(holds, prior), *self._solved(code))):
            if self._will_do(code, would):
                yield would

    def _solved(self, code: str) -> Iterator[int]:
        """Solve for a box that is blank or zero, as far as more of it always makes more, or less.

        Where several amounts round to the same total, the one in their middle stands for them.
        """
        if self._figures.values.get(code):
            return
        try:
            rise = self._worth({code: _FAR}) - self._worth({code: -_FAR})
            step = 1 if rise > 0 else -1
            first = self._least(code, self._wanted, step)
            beyond = self._least(code, self._wanted + step, step)
        except Unanswered:
            return
        yield first if beyond == _FAR else (first + beyond - 1) // 2
        # A box that is held against another counts only where it is as much.
        yield from _whole_numbers(self._root)

    def _least(self, code: str, worth: int, step: int) -> int:
        """Give the least amount in a box with which the formula has come to so much."""
        low, high = -_FAR, _FAR
        while low < high:
            middle = (low + high) // 2
            if (self._worth({code: middle}) - worth) * step >= 0:
                high = middle
            else:
                low = middle + 1
        return low

    def _shown(self, code: str, slip: Slip, would: int) -> str:
        """Show what a box would have to hold; about so much where its neighbours would do too."""
        solved = slip is Slip.MISSING and self._signs is None
        near = solved and self._will_do(code, would + 1)
        return f"about {show_figure(would)}" if near else show_figure(would)

    def _will_do(self, code: str, would: int) -> bool:
        try:
            return self._worth({code: would}) == self._wanted
        except Unanswered:
            return False

    def _worth(self, instead: Mapping[str, Value] | None = None) -> int:
        values = {**self._values, **instead} if instead else self._values
        return int(figure(self._root.worth(values)) or 0)

    def _may_hold(self, code: str, would: int) -> bool:
        """Whether the form has such an amount there: what S04 would flag is no likely cause."""
        return would >= 0 or self._edition.boxes[code].may_be_negative

    def _doubt(self, code: str, slip: Slip, holds: int | None, would: int) -> float:
        """Say how much less likely a slip is in this box than in another."""
        doubt = 0.0
        if slip is Slip.SWAPPED and not _is_neighbour_swap(holds or 0, would):
            doubt += _FAR_SWAP
        if slip is Slip.MISSING:
            prior = _dollars(self._figures.last_month.get(code))
            doubt += _doubt_of_missing(would, prior)
        return doubt


_UNLIKELY: Mapping[Slip, float] = {
    Slip.LAST_MONTH: 0.0,
    Slip.MISSING: 0.5,
    Slip.SIGN: 1.0,
    Slip.DOUBLED: 2.0,
    Slip.SWAPPED: 3.0,
    Slip.LEFT_OUT: 4.0,
    Slip.COUNTED_TWICE: 5.5,
}
_STATED_SLIP = 3.5
_FAR_SWAP = 2.0
_NEVER_THERE = 5.5
_NOT_SO_MUCH = 4.0


def _doubt_of_missing(would: int, prior: int | None) -> float:
    """An amount that was there last month, and about as much, is missed first."""
    if not prior:
        return _NEVER_THERE
    return 0.0 if abs(prior) <= 2 * abs(would) <= 4 * abs(prior) else _NOT_SO_MUCH


def _slip(holds: int | None, would: int, prior: int | None) -> Slip | None:
    """Name the slip that lies between what a box holds and what it would have to."""
    if would == (holds or 0):
        return None
    if would == prior:
        return Slip.LAST_MONTH
    if not holds:
        return Slip.MISSING
    for slip, made in ((Slip.SIGN, -would), (Slip.DOUBLED, 2 * would), (Slip.LEFT_OUT, None)):
        if made == holds or (made is None and would == 0):
            return slip
    if would == 2 * holds:
        return Slip.COUNTED_TWICE
    return Slip.SWAPPED if _is_swap(holds, would) else None


def _slips_of(holds: int | None, prior: int | None) -> Iterator[int]:
    """Give what a box may have to hold where each kind of slip has happened to it."""
    if prior is not None:
        yield prior
    if not holds:
        return
    yield from (-holds, 2 * holds, 0)
    if holds % 2 == 0:
        yield holds // 2
    yield from _swapped(holds)


def _whole_numbers(node: Node) -> Iterator[int]:
    """List the whole numbers in a formula: with what is stated of its parts, those amounts."""
    if isinstance(node, Literal) and node.is_whole:
        yield int(node.number)
    for part in node.parts:
        yield from _whole_numbers(part)


def _swapped(amount: int) -> Iterator[int]:
    """Give what an amount may have been before two of its digits were swapped.

    A zero that came to stand in front is not written any more.
    """
    digits, sign = str(abs(amount)).zfill(_DIGITS), -1 if amount < 0 else 1
    for first, second in combinations(range(_DIGITS), 2):
        if digits[first] != digits[second]:
            other = list(digits)
            other[first], other[second] = digits[second], digits[first]
            yield sign * int("".join(other))


def _is_swap(holds: int, would: int) -> bool:
    return (holds - would) % 9 == 0 and len(_differing(holds, would)) > 0


def _is_neighbour_swap(holds: int, would: int) -> bool:
    places = _differing(holds, would)
    return len(places) > 0 and places[1] - places[0] == 1


def _differing(holds: int, would: int) -> tuple[int, ...]:
    """Give the two places whose digits are swapped; empty where that is not the difference."""
    if (holds < 0) != (would < 0) and would != 0:
        return ()
    length = max(len(str(abs(holds))), len(str(abs(would))))
    one, other = str(abs(holds)).zfill(length), str(abs(would)).zfill(length)
    places = tuple(at for at in range(length) if one[at] != other[at])
    if len(places) != 2:  # noqa: PLR2004 -- two digits are swapped
        return ()
    first, second = places
    return places if one[first] == other[second] and one[second] == other[first] else ()


def _of_stated(
    code: str, stated: int | None, search: _Search
) -> Iterator[tuple[tuple[float, int], LikelyCause]]:
    """Give the slips in the stated total itself."""
    if not stated:
        return
    computed, how = search.computed, ""
    slip = Slip.SIGN if computed == -stated else Slip.SWAPPED
    if slip is Slip.SIGN:
        how = "has the other sign"
    elif _is_swap(stated, computed):
        how = "has two digits swapped"
    if how:
        words = (
            f"the stated total itself {how}: {show_figure(stated)} instead of "
            f"{show_figure(computed)}"
        )
        yield (_STATED_SLIP, -1), LikelyCause(code, slip, stated, computed, words)


def _is_off(code: str, figures: Figures) -> bool:
    stated = figures.stated.get(code)
    return stated is not None and stated != figures.values.get(code)


def _follows(code: str, figures: Figures) -> LikelyCause:
    stated, holds = _dollars(figures.stated.get(code)), _dollars(figures.values.get(code))
    words = f"it follows from {code}, for which {show_figure(stated)} is stated"
    return LikelyCause(code, Slip.BELOW, holds, stated, words)


def _words(code: str, slip: Slip, holds: int | None, other: str, prior: int | None) -> str:
    shown = show_figure(holds)
    of_last_month = "" if prior is None else f" (last month {show_figure(prior)})"
    return {
        Slip.LAST_MONTH: f"{code} as last month: {other} instead of {shown}",
        Slip.SIGN: f"{code} with the other sign: {other} instead of {shown}",
        Slip.DOUBLED: f"{code} entered twice over: {other} instead of {shown}",
        Slip.SWAPPED: f"two digits of {code} swapped: {other} instead of {shown}",
        Slip.MISSING: f"{code} is {shown}: {other} would be missing there{of_last_month}",
        Slip.LEFT_OUT: f"{code}, {shown}, is left out on the other side",
        Slip.COUNTED_TWICE: f"{code}, {shown}, is counted twice on the other side",
    }[slip]


def _dollars(value: Value) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) else None
