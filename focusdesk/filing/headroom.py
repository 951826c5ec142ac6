"""How much could leave before a target, a level or nothing is left, worked out and told in words.

Every sentence names the boxes that it repeats, or prints the subtraction that it makes.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Final, TypeAlias

from focusdesk.calc.checks import Severity
from focusdesk.filing.difference import percent_with_one_decimal
from focusdesk.form.amount import format_amount
from focusdesk.form.edit_check import CarriedFigure
from focusdesk.form.standing import Level, Standing

Amounts: TypeAlias = Callable[[str], int | None]
"""Gives the amount of a box or of a carried figure; `None` for a blank."""

_MINUS: Final = "\u2212"


class State(StrEnum):
    """How a requirement is met, in the words that stand on its card."""

    DEFICIENT = "deficient"
    BELOW_MINIMUM = "below the minimum"
    BELOW_TARGET = "below target"
    BELOW_LEVEL = "below the early warning level"
    NO_TARGET = "no target"
    MET = "above target"
    AT_TARGET = "exactly at target"
    ENOUGH = "above the early warning level"
    AT_LEVEL = "exactly at the early warning level"
    NOT_KNOWN = "not known"

    @property
    def severity(self) -> Severity | None:
        """How much it weighs; `None` where all is well."""
        return _WEIGHT.get(self)


_WEIGHT = {
    State.DEFICIENT: Severity.ERROR,
    State.BELOW_MINIMUM: Severity.ERROR,
    State.BELOW_TARGET: Severity.WARNING,
    State.BELOW_LEVEL: Severity.WARNING,
    State.NO_TARGET: Severity.NOTICE,
    State.NOT_KNOWN: Severity.NOTICE,
}


@dataclass(frozen=True, slots=True)
class Headroom:
    """How a requirement is met, and how much could leave.

    Attributes:
        state: How it is met.
        over_target: What is left over the target, or over the early warning level, in whole
            dollars; negative is lacking, `None` is not known.
        excess: What is left over the requirement, likewise.
        sentences: The same in words.
    """

    state: State
    over_target: int | None
    excess: int | None
    sentences: tuple[str, ...]


def pool_headroom(requirement: str, standing: Standing, amount: Amounts) -> Headroom:
    """Say how a pool of customers stands, by the form's own boxes.

    Args:
        requirement: The box of what is required.
        standing: The boxes of what is held, what is left of it and what the firm wants to be left.
        amount: Gives their amounts.
    """
    required, excess = amount(requirement), amount(standing.excess)
    has_target = amount(standing.target) is not None
    over = amount(standing.over_target) if has_target else None
    sentences = tuple(_leaving(requirement, standing, required, (excess, over)))
    return Headroom(_pool_state(excess, over), over, excess, sentences)


def capital_headroom(
    standing: Standing, amount: Amounts, figures: Mapping[str, CarriedFigure]
) -> Headroom:
    """Say how capital stands to the greatest of its minimums and of its early warning levels.

    Args:
        standing: The capital, its minimums and its levels.
        amount: Gives their amounts.
        figures: The figures that no box holds, by their codes.
    """
    capital = _Capital(standing, amount, figures)
    return Headroom(capital.state, capital.over, capital.excess, tuple(capital.sentences()))


def _pool_state(excess: int | None, over: int | None) -> State:
    if excess is None:
        return State.NOT_KNOWN
    if excess < 0:
        return State.DEFICIENT
    if over is None:
        return State.NO_TARGET
    if over < 0:
        return State.BELOW_TARGET
    return State.MET if over else State.AT_TARGET


def _leaving(
    requirement: str, standing: Standing, required: int | None, left: tuple[int | None, int | None]
) -> Iterator[str]:
    """Say how much could leave a pool, or how much is lacking."""
    excess, over = left
    of_excess = f"({standing.excess})"
    if excess is None or required is None:
        why = f"{requirement} or what is held against it is blank"
        yield f"How much could leave is not known: {why}."
        return
    if excess < 0:
        yield f"Nothing could leave: {format_amount(-excess)} is lacking {of_excess}."
    elif over is None:
        yield f"{format_amount(excess)} could leave before zero {of_excess}; no target is set."
    elif over < 0:
        yield f"{format_amount(-over)} is lacking to the target ({standing.over_target})."
        yield f"{format_amount(excess)} could leave before zero {of_excess}."
    else:
        first = f"{format_amount(over)} could leave before the target ({standing.over_target})"
        yield f"{first}, {format_amount(excess)} before zero {of_excess}."
    if required > 0:
        share = percent_with_one_decimal(Decimal(100) * excess / required)
        of = f"({-share:,})" if share < 0 else f"{share:,}"
        yield f"The excess is {of} % of the requirement ({standing.excess} / {requirement})."


class _Mark:
    """What capital is measured by, its minimum or its early warning level: the greatest counts.

    None counts while a box among them is blank. One that is carried, and not known, is left out.

    Attributes:
        dollars: The one that counts; `None` where that is not known.
    """

    def __init__(
        self,
        name: str,
        levels: tuple[Level, ...],
        amount: Amounts,
        figures: Mapping[str, CarriedFigure],
    ) -> None:
        self._name, self._figures = name, figures
        amounts = [(level, amount(level.figure)) for level in levels]
        self._known = [(level, dollars) for level, dollars in amounts if dollars is not None]
        unknown = [level for level, dollars in amounts if dollars is None]
        self._blank = [level for level in unknown if level.figure not in figures]
        self._left_out = [level for level in unknown if level.figure in figures]
        self._counts: tuple[Level, int] | None = None
        if not self._blank:
            self._counts = max(self._known, key=lambda each: each[1], default=None)
        self.dollars = self._counts[1] if self._counts else None

    def which(self) -> Iterator[str]:
        """Say which one counts and what the others are, or which is blank."""
        if self._counts is None:
            blank = (f"{self._of(level)} ({level.figure}) is blank" for level in self._blank)
            yield from (f"{each}: which one counts is not known." for each in blank)
            return
        counting, dollars = self._counts
        others = (
            f"; {other.name} is " + ("the same" if amount == dollars else format_amount(amount))
            for other, amount in self._known
            if other is not counting
        )
        counts = f"{format_amount(dollars)}, {counting.name} ({counting.quoted_cite})"
        yield f"The {self._name} is {counts}{''.join(others)}."

    def left_out(self) -> Iterator[str]:
        """Say which ones nobody knows, where no blank says already that none counts."""
        for level in () if self._blank else self._left_out:
            yield f"{self._of(level)} is not counted: {self._figures[level.figure].why_unknown}"

    def distance(self, held: int) -> Iterator[str]:
        """Say how far capital is from it; how much of it may leave is another rule's."""
        if self.dollars is not None:
            over = held - self.dollars
            which = "lacking to" if over < 0 else "left above"
            by = _subtraction(held, self.dollars)
            yield f"{format_amount(abs(over))} is {which} the {self._name} ({by})."

    def _of(self, level: Level) -> str:
        return f"{level.name[:1].upper()}{level.name[1:]} {self._name}"


class _Capital:
    """Capital beside its minimum and its early warning level."""

    def __init__(
        self, standing: Standing, amount: Amounts, figures: Mapping[str, CarriedFigure]
    ) -> None:
        self._name, self._figures = standing.held, figures
        self._held = amount(standing.held)
        self._minimum = _Mark("minimum", standing.minimums, amount, figures)
        self._level = _Mark("early warning level", standing.levels, amount, figures)
        self.excess = _less(self._held, self._minimum.dollars)
        self.over = _less(self._held, self._level.dollars)

    @property
    def state(self) -> State:
        if self.excess is None:
            return State.NOT_KNOWN
        if self.excess < 0:
            return State.BELOW_MINIMUM
        if self.over is None:
            return State.NOT_KNOWN
        if self.over < 0:
            return State.BELOW_LEVEL
        return State.ENOUGH if self.over else State.AT_LEVEL

    def sentences(self) -> Iterator[str]:
        """Say which minimum and which level count, and how far capital is from them."""
        yield from self._minimum.which()
        yield from self._level.which()
        yield from self._between()
        yield from self._distances()
        yield from self._minimum.left_out()
        yield from self._level.left_out()

    def _between(self) -> Iterator[str]:
        """Say how far the level is from the minimum: below it, where the SEC's is not known."""
        level, minimum = self._level.dollars, self._minimum.dollars
        if level is not None and minimum is not None:
            which = "below" if level < minimum else "above"
            by = _subtraction(level, minimum)
            yield f"It is {format_amount(abs(level - minimum))} {which} the minimum ({by})."

    def _distances(self) -> Iterator[str]:
        """Say what is lacking before what is left, the minimum first; or why neither is known."""
        if self._held is None:
            yield self._why_unknown()
            return
        first, then = self._level, self._minimum
        if self.excess is not None and self.excess < 0:
            first, then = then, first
        yield from first.distance(self._held)
        yield from then.distance(self._held)

    def _why_unknown(self) -> str:
        figure = self._figures.get(self._name)
        name = figure.label if figure else self._name
        why = figure.why_unknown if figure else "it is blank."
        return f"How far {name} is from them is not known: {why}"


def _subtraction(first: int, second: int) -> str:
    return f"{format_amount(first)} {_MINUS} {format_amount(second)}"


def _less(first: int | None, second: int | None) -> int | None:
    return None if first is None or second is None else first - second
