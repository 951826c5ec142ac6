"""All figures of one filing in memory, recomputed on every edit.

An edit walks only the boxes that follow from it, in the edition's fixed order, and stops where a
value comes out equal. A full recompute gives the same figures; a property test holds it to that.
"""

from collections.abc import Mapping
from typing import TypeAlias

from focusdesk.calc.formula import Formula
from focusdesk.calc.nodes import Unanswered
from focusdesk.calc.order import calculation_order, formulas_of
from focusdesk.calc.recompute import Recompute, recompute_of
from focusdesk.form.amount import AmountError
from focusdesk.form.box import Value
from focusdesk.form.edition import Edition

Step: TypeAlias = tuple[str, Recompute, frozenset[str]]
"""One computed box: its code, how to work it out, and what it reads."""


class CalculationPlan:
    """What an edition's formulas settle once: who follows from whom, and in which order.

    Attributes:
        formulas: The formula of every computed box.
        order: The computed boxes, each after all that it reads.
    """

    def __init__(self, edition: Edition) -> None:
        self.formulas: dict[str, Formula] = formulas_of(edition)
        self.order = calculation_order(self.formulas)
        self._recompute: dict[str, Recompute] = {
            code: recompute_of(formula) for code, formula in self.formulas.items()
        }
        self._readers: dict[str, list[str]] = {code: [] for code in edition.boxes}
        for code in self.order:
            for read in self.formulas[code].codes:
                self._readers[read].append(code)
        self._rank = {code: rank for rank, code in enumerate(self.order)}
        self._steps: dict[str, tuple[Step, ...]] = {}

    def readers_of(self, code: str) -> tuple[str, ...]:
        """Give the computed boxes whose formulas read a box."""
        return tuple(self._readers[code])

    def steps_after(self, code: str) -> tuple[Step, ...]:
        """Give what may follow from a box, in order."""
        steps = self._steps.get(code)
        if steps is None:
            steps = self._steps[code] = self._ordered_steps([code])
        return steps

    def steps_after_all(self, codes: list[str]) -> tuple[Step, ...]:
        """Give what may follow from several boxes, in order."""
        return self.steps_after(codes[0]) if len(codes) == 1 else self._ordered_steps(codes)

    def all_steps(self) -> tuple[Step, ...]:
        """Give every computed box, in order."""
        return tuple(
            (code, self._recompute[code], frozenset(self.formulas[code].codes))
            for code in self.order
        )

    def _ordered_steps(self, codes: list[str]) -> tuple[Step, ...]:
        reached: set[str] = set()
        waiting = list(codes)
        while waiting:
            for reader in self._readers[waiting.pop()]:
                if reader not in reached:
                    reached.add(reader)
                    waiting.append(reader)
        return tuple(
            (code, self._recompute[code], frozenset(self.formulas[code].codes))
            for code in sorted(reached, key=self._rank.__getitem__)
        )


class Worksheet:
    """The figures of one filing."""

    def __init__(
        self,
        edition: Edition,
        entered: Mapping[str, Value] | None = None,
        plan: CalculationPlan | None = None,
    ) -> None:
        """Fill the entered boxes and compute the others.

        Args:
            edition: The form.
            entered: What the entered boxes hold; those left out are blank.
            plan: The edition's plan, when several worksheets share it.

        Raises:
            AmountError: a computed box would need more than 64 bits.
        """
        self.edition = edition
        self.plan = plan or CalculationPlan(edition)
        self._values: dict[str, Value] = dict.fromkeys(edition.boxes)
        self._values.update(entered or {})
        self._unanswered: dict[str, str] = {}
        for code, recompute, _ in self.plan.all_steps():
            self._values[code] = self._worked_out(code, recompute)

    def value(self, code: str) -> Value:
        """Give what a box holds.

        Raises:
            KeyError: the edition has no such box.
        """
        return self._values[code]

    def values(self) -> dict[str, Value]:
        """Copy every box's value, computed ones too, in the order of the form."""
        return dict(self._values)

    def entered(self) -> dict[str, Value]:
        """Copy what was entered, blanks left out."""
        formulas = self.plan.formulas
        return {
            code: value
            for code, value in self._values.items()
            if value is not None and code not in formulas
        }

    def unanswered(self, code: str) -> str | None:
        """Name the fact of the firm for want of which a computed box is blank."""
        return self._unanswered.get(code)

    def set(self, entered: Mapping[str, Value]) -> tuple[str, ...]:
        """Put values into entered boxes and recompute what follows.

        Returns:
            Every box that now differs, entered ones first, then computed ones in order.

        Raises:
            AmountError: a total would need more than 64 bits; the worksheet is as it was.
        """
        values = self._values
        before = {code: values[code] for code, value in entered.items() if values[code] != value}
        if not before:
            return ()
        values.update(entered)
        unanswered = dict(self._unanswered)
        try:
            for code, recompute, reads in self.plan.steps_after_all(list(before)):
                if not reads.isdisjoint(before):
                    old = values[code]
                    new = self._worked_out(code, recompute)
                    if new != old:
                        before[code] = old
                        values[code] = new
        except AmountError:
            values.update(before)
            self._unanswered = unanswered
            raise
        return tuple(before)

    def _worked_out(self, code: str, recompute: Recompute) -> Value:
        try:
            value = recompute(self._values)
        except Unanswered as fact:
            self._unanswered[code] = fact.code
            return None
        if self._unanswered:
            self._unanswered.pop(code, None)
        return value
