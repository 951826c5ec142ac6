"""The checks that a box brings along: its sign (S04), and its total where one is stated (F01-F34).

The program works totals out and never stores a stated one, so a total is wrong only where a file
states another; while none does there is nothing to judge.
"""

from focusdesk.calc.circumstances import CheckedValues
from focusdesk.calc.figures import show_figure
from focusdesk.calc.finding import Finding, Judgement, Severity, State
from focusdesk.calc.formula import parse_formula
from focusdesk.calc.nodes import Unanswered
from focusdesk.calc.stated_totals import ROUNDING, weight_of
from focusdesk.form.box import Box
from focusdesk.form.edit_check import EditCheck
from focusdesk.form.edition import Edition


class SignStatement:
    """An entered amount is not negative where the form has no negative amounts.

    Attributes:
        reads: The box.
    """

    def __init__(self, check: EditCheck, schedule: str, code: str) -> None:
        self._check, self._schedule, self._code = check, schedule, code
        self.reads = frozenset((code,))

    def judged(self, values: CheckedValues) -> Judgement:
        """Say whether it holds."""
        check, amount = self._check, values[self._code]
        if isinstance(amount, int) and amount < 0:
            message = check.message.replace("{code}", self._code)
            message = message.replace("{value}", show_figure(amount))
            return self._judgement(State.FAILS, message)
        if amount is None:
            return self._judgement(State.NOT_EVALUATED, f"{self._code} is blank.")
        return self._judgement(State.HOLDS)

    def _judgement(self, state: State, words: str = "") -> Judgement:
        check, codes, severity = self._check, (self._code,), Severity(self._check.severity)
        finding = None
        if state is State.FAILS:
            cite = check.quoted_cite
            finding = Finding(check.id, severity, codes, words, self._schedule, cite, check.why)
        must = f"[{self._code}] >= 0"
        return Judgement(check.id, severity, codes, self._schedule, state, words, must, finding)


class TotalStatement:
    """A computed box has what it needs, and agrees with what is stated for it.

    Attributes:
        reads: The box and what its formula reads.
    """

    def __init__(self, edition: Edition, schedule: str, box: Box, *, rounded: bool) -> None:
        """Read a box's check.

        Args:
            edition: The form.
            schedule: The id of the box's schedule.
            box: The computed box.
            rounded: A rounding to the dollar takes part in it.
        """
        self._edition, self._schedule, self._box = edition, schedule, box
        self._tolerance = ROUNDING if rounded else 0
        self._formula = parse_formula(box.formula)
        self.reads = frozenset((box.code, *self._formula.codes))

    def judged(self, values: CheckedValues) -> Judgement:
        """Say whether it has what it needs and agrees."""
        code = self._box.code
        fact = self._fact(values)
        if fact:
            question = self._edition.name_of(fact)
            message = f"{code} stays blank until the firm answers, in {fact}: {question}"
            return self._failing(Severity.ERROR, (code, fact), message)
        check, stated = self._edition.total_check, values.circumstances.stated.get(code)
        if check is None or stated is None:
            words = f"No file states a total for {code}; the program works it out."
            return self._judgement(State.NOT_EVALUATED, words)
        computed = values[code]
        severity = weight_of(stated, computed, self._tolerance)
        if severity is None:
            return self._judgement(State.HOLDS)
        shown = {"code": code, "stated": show_figure(stated), "computed": show_figure(computed)}
        message = check.message
        for word, figure in shown.items():
            message = message.replace(f"{{{word}}}", figure)
        return self._failing(severity, (code,), message)

    def _fact(self, values: CheckedValues) -> str:
        """Name the fact of the firm for want of which the box is blank; empty for none."""
        if values[self._box.code] is not None:
            return ""
        try:
            self._formula.root.worth(values)
        except Unanswered as fact:
            return fact.code
        return ""

    def _failing(self, severity: Severity, codes: tuple[str, ...], message: str) -> Judgement:
        check, box = self._edition.total_check, self._box
        cite, why = (check.quoted_cite, check.why) if check else ("", "")
        name = box.check or box.code
        finding = Finding(name, severity, codes, message, self._schedule, cite, why)
        return self._judgement(State.FAILS, message, finding)

    def _judgement(
        self, state: State, words: str = "", finding: Finding | None = None
    ) -> Judgement:
        box = self._box
        severity = finding.severity if finding else Severity.ERROR
        codes = finding.codes if finding else (box.code,)
        must = f"[{box.code}] = {box.formula}"
        name = box.check or box.code
        return Judgement(name, severity, codes, self._schedule, state, words, must, finding)
