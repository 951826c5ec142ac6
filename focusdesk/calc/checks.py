"""Whether the form's statements hold between the boxes; what does not is a finding, not an error.

A comparison of blanks neither holds nor fails, so a check of blanks is not evaluated and says so; a
check that counts what is filled (C02, C03) is, because nothing filled is what it is about. After an
edit only the checks whose boxes moved are judged again.
"""

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Protocol

from focusdesk.calc.binding import words_of
from focusdesk.calc.box_checks import SignStatement, TotalStatement
from focusdesk.calc.circumstances import NOTHING_BESIDE, CheckedValues, Circumstances
from focusdesk.calc.finding import Finding, Judgement, Severity, State, Tie
from focusdesk.calc.nodes import Node
from focusdesk.calc.stated_totals import rounded_boxes
from focusdesk.calc.statement import Statement
from focusdesk.calc.worksheet import Worksheet
from focusdesk.form.box import Box, BoxKind, Value
from focusdesk.form.edit_check import EditCheck
from focusdesk.form.edition import Edition
from focusdesk.form.schedule import Schedule

__all__ = [
    "CheckPlan",
    "Finding",
    "Judged",
    "Judgement",
    "Severity",
    "State",
    "Tie",
    "findings",
    "instances",
]


class Judging(Protocol):
    """Something that is judged: a check for the boxes of which it is asked."""

    @property
    def reads(self) -> frozenset[str]:
        """The boxes whose change can change what it comes to."""
        ...

    def judged(self, values: CheckedValues) -> Judgement:
        """Say what it comes to."""
        ...


class CheckPlan:
    """An edition's checks, read once.

    Attributes:
        edition: The form.
        statements: Every check for the boxes of which it is asked, in the order of the form.

    Raises:
        FormulaError: a check's statement cannot be read.
    """

    def __init__(self, edition: Edition) -> None:
        self.edition = edition
        rounded = rounded_boxes(edition)
        self.statements: tuple[Judging, ...] = tuple(
            statement
            for schedule in edition.schedules
            for statement in _of_schedule(edition, schedule, rounded)
        )
        self._figures = {figure.code: figure for figure in edition.figures}
        readers: dict[str, list[int]] = {}
        for at, statement in enumerate(self.statements):
            for code in statement.reads:
                readers.setdefault(code, []).append(at)
        self._readers = {code: tuple(places) for code, places in readers.items()}

    def readers_of(self, codes: Iterable[str]) -> set[int]:
        """Give the places of the statements that boxes take part in."""
        return {place for code in codes for place in self._readers.get(code, ())}

    def asking(self, code: str, day: dt.date) -> tuple[int, ...]:
        """Give the places of the checks that ask for a carried figure.

        Args:
            code: The figure.
            day: The last day of a period; checks that are not in force for it are left out.
        """
        return tuple(
            place
            for place in sorted(self.readers_of([code]))
            if isinstance(it := self.statements[place], Statement) and it.check.is_in_force(day)
        )

    def asked_on(self, schedule: str) -> frozenset[str]:
        """Name the carried figures that the checks of a schedule ask for."""
        return frozenset(
            code
            for it in self.statements
            if isinstance(it, Statement) and it.schedule == schedule
            for code in it.reads & self._figures.keys()
        )

    def values(self, worksheet: Worksheet, circumstances: Circumstances) -> CheckedValues:
        """Give a worksheet's figures with what is known beside them."""
        return CheckedValues(worksheet.values(), circumstances, self._figures)

    def judgements(
        self, worksheet: Worksheet, circumstances: Circumstances = NOTHING_BESIDE
    ) -> tuple[Judgement, ...]:
        """Say what every check comes to, in the order of the form."""
        values = self.values(worksheet, circumstances)
        return tuple(statement.judged(values) for statement in self.statements)

    def findings(
        self, worksheet: Worksheet, circumstances: Circumstances = NOTHING_BESIDE
    ) -> tuple[Finding, ...]:
        """Give what does not hold, in the order of the form."""
        return _failing(self.judgements(worksheet, circumstances))

    def ties(
        self, worksheet: Worksheet, circumstances: Circumstances = NOTHING_BESIDE
    ) -> tuple[Tie, ...]:
        """Give the figures that face one another, in the order of the form."""
        values = self.values(worksheet, circumstances)
        own = (it for it in self.statements if isinstance(it, Statement))
        ties: dict[object, Tie] = {}
        for tie in (tie for statement in own for tie in statement.ties(values)):
            known = ties.get((tie.check, tie.left, tie.right))
            if known is None or _matters_more(tie, known):
                ties[tie.check, tie.left, tie.right] = tie
        return tuple(ties.values())

    def behind(self, finding: Finding, values: CheckedValues) -> dict[str, Value]:
        """Give every figure that a check which does not hold was judged by, by its code.

        Figures of other months stand under names such as ``prior1 7190``.
        """
        asked = (it.asks for it in self._behind(finding))
        keys = dict.fromkeys((*finding.codes, *sorted(frozenset[str]().union(*asked))))
        return {key: values.known(key) for key in keys}

    def sides_of(self, finding: Finding) -> tuple[tuple[Node, Node], ...]:
        """Give the figures that face one another in a check that does not hold, two and two."""
        sides = (pair for it in self._behind(finding) for pair in it.sides)
        return tuple(dict.fromkeys(sides))

    def _behind(self, finding: Finding) -> Iterator[Statement]:
        """Give the statements of a finding's check; of those with a duty, the one of its event."""
        sought = (finding.id, finding.codes, finding.duty)
        for it in self.statements:
            if isinstance(it, Statement) and (it.check.id, it.codes, it.check.duty) == sought:
                yield it


class Judged:
    """What a worksheet's checks come to, kept up with its edits."""

    def __init__(self, plan: CheckPlan, worksheet: Worksheet) -> None:
        self._plan, self._worksheet = plan, worksheet
        self._values: CheckedValues | None = None
        self._judgements: list[Judgement] = []
        self._findings: tuple[Finding, ...] = ()
        self._moved: set[str] = set()

    def moved(self, codes: Iterable[str]) -> None:
        """Say which boxes differ since the checks were last asked."""
        self._moved.update(codes)

    def beside_moved(self, circumstances: Circumstances, figures: Iterable[str]) -> None:
        """Say which carried figures are others now, and that nothing else beside them is.

        Args:
            circumstances: With the new ones.
            figures: Their codes.
        """
        if self._values is not None:
            self._values.change_beside(circumstances, figures)
            self._moved.update(figures)

    def judgements(self, circumstances: Circumstances) -> tuple[Judgement, ...]:
        """Say what every check comes to, in the order of the form."""
        self._judge(circumstances)
        return tuple(self._judgements)

    def findings(self, circumstances: Circumstances) -> tuple[Finding, ...]:
        """Give what does not hold; the same tuple while nothing has moved."""
        self._judge(circumstances)
        return self._findings

    def behind(self, finding: Finding, circumstances: Circumstances) -> dict[str, Value]:
        """Give every figure that a finding was judged by, as `CheckPlan.behind` does."""
        self._judge(circumstances)
        assert self._values is not None  # noqa: S101 -- `_judge` has laid them out
        return self._plan.behind(finding, self._values)

    def _judge(self, circumstances: Circumstances) -> None:
        values, statements = self._values, self._plan.statements
        if values is None or circumstances is not values.circumstances:
            values = self._values = self._plan.values(self._worksheet, circumstances)
            self._judgements = [statement.judged(values) for statement in statements]
        elif self._moved:
            boxes = self._worksheet.edition.boxes
            for code in self._moved:
                if code in boxes:
                    values[code] = self._worksheet.value(code)
            if not self._judge_again(values):
                return
        else:
            return
        self._moved.clear()
        self._findings = _failing(self._judgements)

    def _judge_again(self, values: CheckedValues) -> bool:
        """Judge what the moved boxes take part in; whether any finding came, went or changed."""
        judgements, differs = self._judgements, False
        for place in self._plan.readers_of(self._moved):
            old, judgements[place] = judgements[place], self._plan.statements[place].judged(values)
            differs = differs or old.finding != judgements[place].finding
        self._moved.clear()
        return differs


def findings(
    worksheet: Worksheet, circumstances: Circumstances = NOTHING_BESIDE
) -> tuple[Finding, ...]:
    """Give what does not hold on a worksheet, in the order of the form."""
    return CheckPlan(worksheet.edition).findings(worksheet, circumstances)


def instances(check: EditCheck, schedule: Schedule) -> tuple[str, ...]:
    """List of which boxes of a schedule a check is asked, as its ``each`` has them.

    A check that names its boxes in its own statement is asked once, of none in particular: "".
    """
    if check.of_every is not None:
        printed = (box for box in schedule.boxes if box.printed)
        boxes = (box for box in printed if box.kind is check.of_every)
        return tuple(box.code for box in boxes if box.code not in check.without)
    return check.each or ("",)


def _failing(judgements: Iterable[Judgement]) -> tuple[Finding, ...]:
    return tuple(each.finding for each in judgements if each.finding is not None)


def _of_schedule(
    edition: Edition, schedule: Schedule, rounded: frozenset[str]
) -> Iterator[Judging]:
    sign, boxes = edition.sign_check, tuple(schedule.boxes)
    if sign is not None:
        signed = (box for box in boxes if _has_no_negative(box))
        yield from (SignStatement(sign, schedule.id, box.code) for box in signed)
    for box in boxes:
        if box.is_computed and box.printed:
            yield TotalStatement(edition, schedule.id, box, rounded=box.code in rounded)
    own = {box.code for box in boxes}
    asked = [(check, each) for check in schedule.checks for each in instances(check, schedule)]
    asked += [
        (check, each)
        for check in edition.checks
        for each in instances(check, schedule)
        if each.partition(" ")[0] in own
    ]
    carried = {figure.code for figure in edition.figures}
    for check, each in asked:
        yield Statement(check, schedule.id, words_of(each), carried)


def _has_no_negative(box: Box) -> bool:
    return box.kind is BoxKind.AMOUNT and not (box.may_be_negative or box.is_computed)


def _matters_more(tie: Tie, known: Tie) -> bool:
    """Whether the second of two checks, which ask in both directions, is the one to be told.

    A tie fails where one of them does; else it is told by that on whose side there is more.
    """
    if State.FAILS in (tie.state, known.state):
        return known.state is not State.FAILS
    return tie.tolerance is None or tie.tolerance.apart > 0
