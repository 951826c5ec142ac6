"""How a pool of customers, or the firm's capital, stands in a month: one card of its overview.

Which boxes say so is data of the form (`focusdesk.form.standing`). A card repeats figures of
the form and adds two of its own, how much could leave; what the form does not hold is said, and not
guessed.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Final

from focusdesk.calc.checks import Severity
from focusdesk.calc.circumstances import EarlierMonth
from focusdesk.filing.difference import (
    ABSENT,
    Difference,
    difference,
    percent_with_one_decimal,
)
from focusdesk.form.amount import format_amount
from focusdesk.form.box import BoxKind, Value
from focusdesk.form.edition import Edition
from focusdesk.form.schedule import Schedule
from focusdesk.form.standing import Standing


class State(StrEnum):
    """How the requirement of a card is met, in the words that stand on it."""

    DEFICIENT = "deficient"
    BELOW_MINIMUM = "below the minimum"
    BELOW_TARGET = "below target"
    BELOW_LEVEL = "below the early warning level"
    NO_TARGET = "no target"
    MET = "above target"
    AT_TARGET = "exactly at target"
    ENOUGH = "above the early warning level"
    NOT_KNOWN = "not known"

    @property
    def severity(self) -> Severity | None:
        """How much it weighs; `None` where all is well."""
        return _WEIGHT.get(self)


_NOWHERE: Final[Mapping[str, str]] = {}
_WEIGHT = {
    State.DEFICIENT: Severity.ERROR,
    State.BELOW_MINIMUM: Severity.ERROR,
    State.BELOW_TARGET: Severity.WARNING,
    State.BELOW_LEVEL: Severity.WARNING,
    State.NO_TARGET: Severity.NOTICE,
    State.NOT_KNOWN: Severity.NOTICE,
}


@dataclass(frozen=True, slots=True)
class CardLine:
    """One figure of a card.

    Attributes:
        words: What it is: ``Required``, ``Deficiency``.
        code: Its box, or the carried figure's own name.
        value: The amount in whole dollars; `None` for a blank.
        change: What differs since the month before; `None` where the store has no such month, or
            the form no such box.
        is_box: There is a box to go to.
        is_short: It says by how much something falls short.
        remark: Why there is no amount, as a sentence; empty where there is one.
        origin: Where a carried figure comes from, who says so and when; empty for a box.
    """

    words: str
    code: str
    value: int | None
    change: Difference | None = None
    is_box: bool = True
    is_short: bool = False
    remark: str = ""
    origin: str = ""

    @property
    def shown(self) -> str:
        """The amount as the form writes it, or that there is none."""
        if self.value is not None:
            return format_amount(self.value)
        return "blank" if self.is_box else "not known"

    @property
    def shown_change(self) -> str:
        """The change in dollars and percent: ``+1,234  +0.5 %``; nothing for none."""
        if self.change is None:
            return ""
        if self.change.change is None:
            return "new box" if self.change.earlier is ABSENT and self.value is not None else ""
        if not self.change.change:
            return "no change"
        return f"{self.change.shown_change}  {self.change.shown_percent}"


@dataclass(frozen=True, slots=True)
class Card:
    """How one requirement is met.

    Attributes:
        schedule: The id of the schedule that says so.
        name: ``Segregation``, ``Capital``.
        cite: The rule that asks for it.
        state: How it is met.
        lines: Its figures, from the requirement on.
        headroom: How much could leave before the target, the level or nothing is left, or how much
            is lacking, as sentences.
        before_target: How much could leave before the target, or the early warning level, is
            reached, in whole dollars; 0 where nothing could; `None` where that is not known.
        before_zero: How much could leave before the requirement is no longer met; likewise.
    """

    schedule: str
    name: str
    cite: str
    state: State
    lines: tuple[CardLine, ...]
    headroom: tuple[str, ...]
    before_target: int | None
    before_zero: int | None

    @property
    def codes(self) -> tuple[str, ...]:
        """The boxes whose change changes the card."""
        return tuple(line.code for line in self.lines if line.is_box)


class CardMaker:
    """Makes the cards of one month.

    Attributes:
        edition: The form.
    """

    def __init__(
        self,
        edition: Edition,
        earlier: EarlierMonth | None,
        known: Mapping[str, Value],
        origins: Mapping[str, str] = _NOWHERE,
    ) -> None:
        """Make none yet.

        Args:
            edition: The form.
            earlier: The month before, its boxes by the codes of this form; `None` without one.
            known: What is known of figures that no box holds, by their codes.
            origins: Where they come from, likewise.
        """
        self.edition = edition
        self._earlier = earlier
        self._known, self._origins = known, origins
        self._figures = {figure.code: figure for figure in edition.figures}

    def card(self, schedule: Schedule, standing: Standing, values: Mapping[str, Value]) -> Card:
        """Make the card of a schedule.

        Args:
            schedule: The schedule.
            standing: Which boxes say how its requirement is met.
            values: What every box holds.
        """
        reader = _Reading(values, self._known)
        lines = tuple(self._lines(schedule, standing, reader))
        stands = _Stands.of(schedule, standing, reader)
        return Card(
            schedule=schedule.id,
            name=standing.name,
            cite=schedule.cite,
            state=stands.state,
            lines=lines,
            headroom=tuple(self._headroom(schedule, standing, stands)),
            before_target=_leaves(stands.over_target),
            before_zero=_leaves(stands.excess),
        )

    def _lines(
        self, schedule: Schedule, standing: Standing, reader: "_Reading"
    ) -> Iterator[CardLine]:
        excess, over = reader.amount(standing.excess), reader.amount(standing.over_target)
        is_short, is_below = bool(excess and excess < 0), bool(over and over < 0)
        named = (
            ("Required", schedule.requirement, False),
            ("Held", standing.held, False),
            ("Deficiency" if is_short else "Excess", standing.excess, is_short),
            ("Target", standing.target, False),
            ("Below target" if is_below else "Over target", standing.over_target, is_below),
            ("Early warning level", standing.level, False),
        )
        for words, code, short in named:
            if code:
                yield self._line(words, code, reader, is_short=short)
        for code in standing.beside:
            yield self._line("", code, reader)

    def _line(
        self, words: str, code: str, reader: "_Reading", *, is_short: bool = False
    ) -> CardLine:
        value = reader.amount(code)
        if code in self.edition.boxes:
            own = words or self.edition.name_of(code)
            remark = f"{code} is blank." if value is None else ""
            change = self._change(code, value)
            return CardLine(own, code, value, change, is_short=is_short, remark=remark)
        figure = self._figures[code]
        remark = f"{figure.name} is not known: {figure.why_unknown}" if value is None else ""
        return CardLine(
            figure.name,
            code,
            value,
            is_box=False,
            is_short=is_short,
            remark=remark,
            origin="" if value is None else self._origins.get(code, ""),
        )

    def _change(self, code: str, value: int | None) -> Difference | None:
        if self._earlier is None:
            return None
        return difference(self._earlier.values.get(code, ABSENT), value, BoxKind.AMOUNT)

    def _headroom(self, schedule: Schedule, standing: Standing, stands: "_Stands") -> Iterator[str]:
        required, excess = stands.required, stands.excess
        if standing.level:
            yield from self._distance(schedule, standing, stands)
        elif excess is None or required is None:
            yield (
                f"How much could leave is not known: {schedule.requirement} or what is held "
                f"against it is blank."
            )
        else:
            yield from _leaving(excess, stands.over_target, has_target=stands.target is not None)
            if required > 0:
                share = percent_with_one_decimal(Decimal(100) * excess / required)
                of = f"({-share:,})" if share < 0 else f"{share:,}"
                yield f"The excess is {of} % of the requirement."

    def _distance(self, schedule: Schedule, standing: Standing, stands: "_Stands") -> Iterator[str]:
        """Say how far capital is from the early warning level, as far as the figures show it."""
        level, required = stands.target, stands.required
        if level is not None and required is not None:
            yield (
                f"The early warning level is {format_amount(level - required)} above the minimum "
                f"({standing.level} less {schedule.requirement})."
            )
        if stands.over_target is not None and stands.excess is not None:
            yield from _above_minimum(stands.excess, stands.over_target)
            return
        figure = self._figures.get(standing.held)
        name = figure.label if figure else standing.held
        why = figure.why_unknown if figure else "it is blank."
        yield f"How far {name} is from it is not known: {why}"


@dataclass(frozen=True, slots=True)
class _Reading:
    """The amounts of a month, of boxes and of carried figures."""

    values: Mapping[str, Value]
    known: Mapping[str, Value]

    def amount(self, code: str) -> int | None:
        value = self.values.get(code, self.known.get(code))
        return value if isinstance(value, int) and not isinstance(value, bool) else None


@dataclass(frozen=True, slots=True)
class _Stands:
    """The amounts that decide how a requirement is met; a level counts as a target."""

    required: int | None
    excess: int | None
    target: int | None
    over_target: int | None
    state: State

    @classmethod
    def of(cls, schedule: Schedule, standing: Standing, reader: _Reading) -> "_Stands":
        required, held = reader.amount(schedule.requirement), reader.amount(standing.held)
        if not standing.level:
            excess, target = reader.amount(standing.excess), reader.amount(standing.target)
            over = reader.amount(standing.over_target) if target is not None else None
            return cls(required, excess, target, over, _pool_state(excess, over))
        level = reader.amount(standing.level)
        excess, over = _less(held, required), _less(held, level)
        return cls(required, excess, level, over, _capital_state(excess, over))


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


def _capital_state(excess: int | None, over: int | None) -> State:
    if excess is None:
        return State.NOT_KNOWN
    if excess < 0:
        return State.BELOW_MINIMUM
    if over is None:
        return State.NOT_KNOWN
    return State.BELOW_LEVEL if over < 0 else State.ENOUGH


def _above_minimum(excess: int, over: int) -> Iterator[str]:
    """Say how far capital is from its two marks; how much of it may leave is another rule's."""
    if excess < 0:
        yield f"{format_amount(-excess)} is lacking to the minimum."
    elif over < 0:
        yield f"{format_amount(-over)} is lacking to the early warning level."
        yield f"{format_amount(excess)} is left above the minimum."
    else:
        above = f"{format_amount(over)} above the early warning level"
        yield f"{above}, {format_amount(excess)} above the minimum."


def _leaving(excess: int, over: int | None, *, has_target: bool) -> Iterator[str]:
    """Say how much could leave, or how much is lacking."""
    if excess < 0:
        yield f"Nothing could leave: {format_amount(-excess)} is lacking."
    elif over is None or not has_target:
        yield f"{format_amount(excess)} could leave before zero; no target is set."
    elif over < 0:
        yield f"{format_amount(-over)} is lacking to the target."
        yield f"{format_amount(excess)} could leave before zero."
    else:
        first = f"{format_amount(over)} could leave before the target"
        yield f"{first}, {format_amount(excess)} before zero."


def _leaves(room: int | None) -> int | None:
    return None if room is None else max(0, room)


def _less(first: int | None, second: int | None) -> int | None:
    return None if first is None or second is None else first - second
