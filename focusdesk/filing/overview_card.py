"""How a pool of customers, or the firm's capital, stands in a month: one card of its overview.

Which boxes say so is data of the form (`focusdesk.form.standing`). A card repeats figures of
the form and adds two of its own, how much could leave; what the form does not hold is said, and not
guessed.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from focusdesk.calc.circumstances import EarlierMonth
from focusdesk.filing.difference import (
    ABSENT,
    Difference,
    difference,
)
from focusdesk.filing.headroom import Headroom, State, capital_headroom, pool_headroom
from focusdesk.form.amount import format_amount
from focusdesk.form.box import BoxKind, Value
from focusdesk.form.edition import Edition
from focusdesk.form.schedule import Schedule
from focusdesk.form.standing import Standing

_NOWHERE: Final[Mapping[str, str]] = {}


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
        cite: The rule that asks for it, marked where nobody has verified it.
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
        room = self._headroom(schedule.requirement, standing, reader)
        return Card(
            schedule=schedule.id,
            name=standing.name,
            cite=schedule.quoted_cite,
            state=room.state,
            lines=lines,
            headroom=room.sentences,
            before_target=_leaves(room.over_target),
            before_zero=_leaves(room.excess),
        )

    def _headroom(self, requirement: str, standing: Standing, reader: "_Reading") -> Headroom:
        if standing.levels:
            return capital_headroom(standing, reader.amount, self._figures)
        return pool_headroom(requirement, standing, reader.amount)

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
            *(
                (f"Minimum, {each.name}", each.figure, False)
                for each in standing.minimums
                if each.figure != schedule.requirement
            ),
            *(
                (f"Early warning level, {each.name}", each.figure, False)
                for each in standing.levels
            ),
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


@dataclass(frozen=True, slots=True)
class _Reading:
    """The amounts of a month, of boxes and of carried figures."""

    values: Mapping[str, Value]
    known: Mapping[str, Value]

    def amount(self, code: str) -> int | None:
        value = self.values.get(code, self.known.get(code))
        return value if isinstance(value, int) and not isinstance(value, bool) else None


def _leaves(room: int | None) -> int | None:
    return None if room is None else max(0, room)
