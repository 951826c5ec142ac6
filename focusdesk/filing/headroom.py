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
    requirement: str, standing: Standing, amount: Amounts, figures: Mapping[str, CarriedFigure]
) -> Headroom:
    """Say how capital stands to its minimum and to the greatest of its early warning levels.

    Args:
        requirement: The box of the minimum.
        standing: The capital, and its levels.
        amount: Gives their amounts.
        figures: The figures that no box holds, by their codes.
    """
    capital = _Capital(requirement, standing, amount, figures)
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


class _Capital:
    """Capital beside its minimum and its early warning levels; the greatest level counts."""

    def __init__(
        self,
        requirement: str,
        standing: Standing,
        amount: Amounts,
        figures: Mapping[str, CarriedFigure],
    ) -> None:
        self._standing, self._amount, self._figures = standing, amount, figures
        self._held, self._required = amount(standing.held), amount(requirement)
        levels = [(level, amount(level.figure)) for level in standing.levels]
        self._known = [(level, dollars) for level, dollars in levels if dollars is not None]
        self._unknown = [level for level, dollars in levels if dollars is None]
        self._counts: tuple[Level, int] | None = None
        if not any(level.figure not in figures for level in self._unknown):
            self._counts = max(self._known, key=lambda each: each[1], default=None)
        self.excess = _less(self._held, self._required)
        self.over = _less(self._held, self._counts[1]) if self._counts else None

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
        """Say which level counts, and how far capital is from it and from the minimum."""
        if self._counts is None:
            yield from self._blank_levels()
        else:
            yield from self._levels(*self._counts)
        if self.excess is None:
            yield self._why_unknown()
        else:
            yield from self._distance(self.excess)
        if self._counts is not None:
            yield from (self._not_counted(each) for each in self._unknown)

    def _blank_levels(self) -> Iterator[str]:
        for level in self._unknown:
            if level.figure not in self._figures:
                blank = f"{self._name(level)} ({level.figure}) is blank"
                yield f"{blank}: which one counts is not known."

    def _levels(self, level: Level, dollars: int) -> Iterator[str]:
        others = (
            f"; {other.name} is " + ("the same" if amount == dollars else format_amount(amount))
            for other, amount in self._known
            if other is not level
        )
        counts = f"{format_amount(dollars)}, {level.name} ({level.quoted_cite})"
        yield f"The early warning level is {counts}{''.join(others)}."
        if self._required is not None:
            above = _subtraction(dollars, self._required)
            yield f"It is {format_amount(dollars - self._required)} above the minimum ({above})."

    def _distance(self, excess: int) -> Iterator[str]:
        """Say how far capital is from its two marks; how much of it may leave is another rule's."""
        held, required = self._held or 0, self._required or 0
        to_minimum = f"({_subtraction(held, required)})"
        if excess < 0:
            yield f"{format_amount(-excess)} is lacking to the minimum {to_minimum}."
        if self._counts is not None:
            over = held - self._counts[1]
            to_level = f"({_subtraction(held, self._counts[1])})"
            if over < 0:
                yield f"{format_amount(-over)} is lacking to the early warning level {to_level}."
            else:
                yield f"{format_amount(over)} is left above the early warning level {to_level}."
        if excess >= 0:
            yield f"{format_amount(excess)} is left above the minimum {to_minimum}."

    def _why_unknown(self) -> str:
        if self._held is not None:
            return "How far it is from the minimum is not known: the minimum is blank."
        figure = self._figures.get(self._standing.held)
        name = figure.label if figure else self._standing.held
        why = figure.why_unknown if figure else "it is blank."
        return f"How far {name} is from it is not known: {why}"

    def _not_counted(self, level: Level) -> str:
        return f"{self._name(level)} is not counted: {self._figures[level.figure].why_unknown}"

    def _name(self, level: Level) -> str:
        return f"{level.name[:1].upper()}{level.name[1:]} early warning level"


def _subtraction(first: int, second: int) -> str:
    return f"{format_amount(first)} {_MINUS} {format_amount(second)}"


def _less(first: int | None, second: int | None) -> int | None:
    return None if first is None or second is None else first - second
