"""Whether the form's statements hold between the boxes; what does not is a finding, not an error.

A comparison of blanks neither holds nor fails, so a check of blanks is not evaluated; a check that
counts what is filled (C02, C03) is, because nothing filled is what it is about.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from focusdesk.calc.figures import show_figure
from focusdesk.calc.formula import Formula, parse_formula
from focusdesk.calc.nodes import Unanswered
from focusdesk.calc.worksheet import Worksheet
from focusdesk.form.box import BoxKind
from focusdesk.form.edition import Edition
from focusdesk.form.schedule import EditCheck, Schedule


class Severity(StrEnum):
    """How much a finding weighs."""

    ERROR = "error"
    WARNING = "warning"
    NOTICE = "notice"
    INFORMATION = "information"


@dataclass(frozen=True, slots=True)
class Finding:
    """A statement of the form that does not hold.

    Attributes:
        id: The check's name, such as ``S01``.
        severity: How much it weighs.
        codes: The boxes to look at.
        message: What to tell the preparer, with the figures in it.
        schedule: The id of the schedule it belongs to.
        cite: The rule or form line behind it.
    """

    id: str
    severity: Severity
    codes: tuple[str, ...]
    message: str
    schedule: str
    cite: str = ""


class CheckPlan:
    """An edition's checks, read once.

    Raises:
        FormulaError: a check's statement cannot be read.
    """

    def __init__(self, edition: Edition) -> None:
        self._edition = edition
        self._statements: dict[str, list[tuple[EditCheck, Formula]]] = {
            schedule.id: [(check, parse_formula(check.must)) for check in schedule.checks]
            for schedule in edition.schedules
        }

    def findings(self, worksheet: Worksheet) -> tuple[Finding, ...]:
        """Give what does not hold, in the order of the form."""
        return tuple(
            finding
            for schedule in self._edition.schedules
            for finding in self._of_schedule(schedule, worksheet)
        )

    def _of_schedule(self, schedule: Schedule, worksheet: Worksheet) -> Iterator[Finding]:
        values = worksheet.values()
        yield from self._wrong_signs(schedule, worksheet)
        for box in schedule.boxes:
            fact = worksheet.unanswered(box.code)
            if fact is not None:
                yield _unanswered(self._edition, schedule, box.code, fact)
        for check, statement in self._statements[schedule.id]:
            try:
                holds = statement.root.worth(values)
            except Unanswered:
                continue
            if holds is False:
                message = _BRACES.sub(lambda code: show_figure(values[code[1]]), check.message)
                yield Finding(
                    check.id,
                    Severity(check.severity),
                    check.codes,
                    message,
                    schedule.id,
                    check.cite,
                )

    def _wrong_signs(self, schedule: Schedule, worksheet: Worksheet) -> Iterator[Finding]:
        check = self._edition.sign_check
        if check is None:
            return
        for box in schedule.boxes:
            amount = worksheet.value(box.code)
            if (
                box.kind is BoxKind.AMOUNT
                and not (box.may_be_negative or box.is_computed)
                and isinstance(amount, int)
                and amount < 0
            ):
                message = check.message.replace("{code}", box.code).replace(
                    "{value}", show_figure(amount)
                )
                yield Finding(
                    check.id,
                    Severity(check.severity),
                    (box.code,),
                    message,
                    schedule.id,
                    check.cite,
                )


def findings(worksheet: Worksheet) -> tuple[Finding, ...]:
    """Give what does not hold on a worksheet, in the order of the form."""
    return CheckPlan(worksheet.edition).findings(worksheet)


_BRACES = re.compile(r"\{([^{}]+)\}")


def _unanswered(edition: Edition, schedule: Schedule, code: str, fact: str) -> Finding:
    question = edition.name_of(fact)
    message = f"{code} stays blank until the firm answers, in {fact}: {question}"
    check = edition.boxes[code].check
    return Finding(check or code, Severity.ERROR, (code, fact), message, schedule.id)
