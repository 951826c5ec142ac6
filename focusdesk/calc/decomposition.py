"""Which entered boxes made a figure move from one month to another, summing exactly to the change.

Between two editions the earlier month is first taken over into the form of the later one: boxes
that are gone fall away, and what then comes out otherwise, though nobody entered anything else, is
the form's own. From there on it is one edition (`movement`).
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from focusdesk.calc.choices import taken
from focusdesk.calc.explain import with_codes
from focusdesk.calc.movement import Movement
from focusdesk.calc.nodes import Node
from focusdesk.calc.parts import Parts, whole_dollars
from focusdesk.calc.worksheet import Worksheet
from focusdesk.form.box import BoxKind, Value
from focusdesk.form.edition import Edition


class Reason(StrEnum):
    """How a box came to move a figure."""

    ENTERED = "entered"
    NEW = "new in the edition"
    GONE = "gone with the edition"
    FORM = "the form"


THE_FORM: Final = ""
"""The code of what no box has made, but the form, which works a figure out in another way."""


@dataclass(frozen=True, slots=True)
class Contribution:
    """What one entered box made a figure move.

    Attributes:
        code: The box, by its code in the later edition if that has it; `THE_FORM` for none.
        name: Its line and words.
        before: What it held; a fact of the firm counts as well as an amount.
        after: What it holds.
        dollars: What that made the figure move; never zero.
        reason: How.
    """

    code: str
    name: str
    before: Value
    after: Value
    dollars: int
    reason: Reason = Reason.ENTERED


@dataclass(frozen=True, slots=True)
class Turn:
    """A greatest, a least or a choice that does not fall as it did.

    Attributes:
        code: The box whose formula it is; the explained one, or one on the way to it.
        before: What it was taken from, in paper notation: ``1.10 x 7455``; empty for a blank.
        after: What it is taken from.
    """

    code: str
    before: str
    after: str

    @property
    def sentence(self) -> str:
        """Say it: ``7490 was taken from 7455 and is now taken from 7465``."""
        if not self.before:
            return f"{self.code} was blank and is now taken from {self.after}."
        if not self.after:
            return f"{self.code} was taken from {self.before} and is now blank."
        return f"{self.code} was taken from {self.before} and is now taken from {self.after}."


@dataclass(frozen=True, slots=True)
class Decomposition:
    """Why a box moved.

    Attributes:
        code: The box.
        name: Its line and words.
        before: What it held.
        after: What it holds.
        change: The difference in dollars, a blank counted as zero; `None` where there is none to
            explain, as `remark` says.
        contributions: Who made it, largest first by size; they sum exactly to the change.
        turns: Where another figure is the greatest or least now, or a choice falls otherwise.
        remark: Why there is nothing to explain; else empty.
    """

    code: str
    name: str
    before: Value
    after: Value
    change: int | None = None
    contributions: tuple[Contribution, ...] = ()
    turns: tuple[Turn, ...] = ()
    remark: str = ""

    @property
    def total(self) -> int:
        """What the contributions sum to, in dollars: the change, to the dollar."""
        return sum(each.dollars for each in self.contributions)

    def after_first(self, number: int) -> int:
        """Give what those after the first so many contributions made together, in dollars."""
        return sum(each.dollars for each in self.contributions[number:])


def decompose(before: Worksheet, after: Worksheet, code: str) -> Decomposition:
    """Say which entered boxes made a box move between two worksheets.

    Args:
        before: The earlier figures.
        after: The later ones, of the same edition or another.
        code: The box, by its code in the later edition, or in the earlier if it is gone since.

    Raises:
        KeyError: neither edition has such a box.
        AmountError: the earlier figures overflow a total of the later form.
    """
    if code not in after.edition.boxes:
        box = before.edition.boxes[code]
        remark = f"{box.code} is not in the edition {after.edition.id}."
        name = before.edition.name_of(code)
        return Decomposition(code, name, before.value(code), None, remark=remark)
    earlier = after.edition.code_in(before.edition, code)
    held, holds = before.value(earlier) if earlier else None, after.value(code)
    whole = Decomposition(code, after.edition.name_of(code), held, holds)
    if after.edition.boxes[code].kind is not BoxKind.AMOUNT:
        return _remarked(whole, f"{code} holds no amount, so nothing adds up to its change.")
    if not earlier:
        return _remarked(whole, f"{code} is not in the edition {before.edition.id}.")
    if held is None and holds is None:
        return _remarked(whole, f"{code} is blank in both months.")
    return _TwoMonths(before, after).explain(whole, earlier)


def _remarked(whole: Decomposition, remark: str) -> Decomposition:
    return Decomposition(whole.code, whole.name, whole.before, whole.after, remark=remark)


class _TwoMonths:
    """Two worksheets, the earlier one also as it would have been in the form of the later."""

    def __init__(self, before: Worksheet, after: Worksheet) -> None:
        self._before = before
        self._after = after
        self._restated = _restated(before, after)
        self._moved = Movement(after.plan, self._restated.values(), after.values())

    def explain(self, whole: Decomposition, earlier: str) -> Decomposition:
        """Fill in who made a box move.

        Args:
            whole: The box, and what it held and holds.
            earlier: Its code in the earlier edition.
        """
        change = _dollars(whole.after) - _dollars(whole.before)
        gone, form = self._of_the_form(whole.code, earlier)
        since = _in_order(self._moved.parts(whole.code), self._after.edition)
        found = [
            *(self._gone(code, dollars) for code, dollars in gone.items()),
            self._of_form(form),
            *(self._since(code, dollars) for code, dollars in whole_dollars(since).items()),
        ]
        made = sorted((each for each in found if each.dollars), key=lambda each: -abs(each.dollars))
        return Decomposition(
            code=whole.code,
            name=whole.name,
            before=whole.before,
            after=whole.after,
            change=change,
            contributions=tuple(made),
            turns=self._turns(whole.code),
        )

    def _of_the_form(self, code: str, earlier: str) -> tuple[dict[str, int], int]:
        """Give what boxes that are gone made, and what the form itself did."""
        restated = self._restated.value(code)
        if restated == self._before.value(earlier):
            return {}, 0
        emptied = _without_gone(self._before, self._after.edition)
        movement = Movement(self._before.plan, self._before.values(), emptied.values())
        parts = _in_order(movement.parts(earlier), self._before.edition)
        form = _dollars(restated) - _dollars(emptied.value(earlier))
        return whole_dollars(parts), form

    def _gone(self, code: str, dollars: int) -> Contribution:
        name = self._before.edition.name_of(code)
        return Contribution(code, name, self._before.value(code), None, dollars, Reason.GONE)

    def _of_form(self, dollars: int) -> Contribution:
        name = f"The edition {self._after.edition.id} works it out in another way"
        return Contribution(THE_FORM, name, None, None, dollars, Reason.FORM)

    def _since(self, code: str, dollars: int) -> Contribution:
        edition = self._after.edition
        there = edition.code_in(self._before.edition, code)
        reason = Reason.ENTERED if there else Reason.NEW
        held, holds = self._restated.value(code), self._after.value(code)
        return Contribution(code, edition.name_of(code), held, holds, dollars, reason)

    def _turns(self, code: str) -> tuple[Turn, ...]:
        """Look for other winners and other branches from a box down, nearest to it first."""
        formulas, turns = self._after.plan.formulas, list[Turn]()
        held, holds = self._restated.values(), self._after.values()
        waiting = [code]
        for each in waiting:
            formula = formulas.get(each)
            if formula is None:
                continue
            was, now = taken(formula.root, held, holds), taken(formula.root, holds, held)
            if was != now:
                turns.append(Turn(each, _words(was), _words(now)))
            waiting.extend(read for read in formula.codes if read not in waiting)
        return tuple(turns)


def _restated(before: Worksheet, after: Worksheet) -> Worksheet:
    """Take the earlier figures over into the form of the later ones, by their common codes."""
    edition = after.edition
    if edition is before.edition:
        return before
    entered: dict[str, Value] = {}
    for box in edition.boxes.values():
        earlier = edition.code_in(before.edition, box.code)
        same = bool(earlier) and before.edition.boxes[earlier].kind is box.kind
        if same and not box.is_computed:
            entered[box.code] = before.value(earlier)
    return Worksheet(edition, entered, after.plan)


def _without_gone(before: Worksheet, later: Edition) -> Worksheet:
    """Blank what the later form has no box for."""
    stays = {
        code: value
        for code, value in before.entered().items()
        if before.edition.code_in(later, code)
    }
    return Worksheet(before.edition, stays, before.plan)


def _in_order(parts: Parts, edition: Edition) -> Parts:
    return {code: parts[code] for code in edition.boxes if code in parts}


def _words(taken_from: Node | None) -> str:
    return "" if taken_from is None else with_codes(taken_from)


def _dollars(value: Value) -> int:
    return value if isinstance(value, int) else 0
