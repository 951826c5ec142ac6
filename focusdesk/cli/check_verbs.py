"""What holds and why: `check` and `explain`."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from focusdesk.calc.checks import Finding, Severity
from focusdesk.calc.explain import explain, explanation_text
from focusdesk.calc.figures import show_figure
from focusdesk.calc.nodes import Unanswered, figure
from focusdesk.calc.worksheet import Worksheet
from focusdesk.calendars.due import CalendarError, due_date
from focusdesk.cli.opening import opened
from focusdesk.cli.output import long_date, say, say_json
from focusdesk.cli.request import Refused, Request
from focusdesk.cli.verbs import DONE, FINDINGS
from focusdesk.filing.filing import Filing


def check_filing(request: Request) -> int:
    """Say what does not hold; the status is that of findings when more than information does not.

    Raises:
        StoreError: the month or the store is not there.
    """
    with opened(request.store) as register:
        session = register.open(register.store.find(request.period))
        calendar = register.store.facts().get("calendar", "federal")
    found = [*_wrong_totals(session.worksheet), *session.findings()]
    if request.as_json:
        say_json([_entry(finding) for finding in found])
    else:
        _say_findings(session.filing, calendar, found)
    weighty = any(finding.severity is not Severity.INFORMATION for finding in found)
    return FINDINGS if weighty else DONE


def explain_box(request: Request) -> int:
    """Show a box's formula with the figures in place, down to the entered boxes.

    Raises:
        StoreError: the month or the store is not there.
        Refused: the form has no such box.
    """
    code = request.words[0]
    if request.store is None and Path(code).exists():
        message = f'Name the box to explain after the store: focusdesk explain "{code}" ... 7190.'
        raise Refused(message)
    with opened(request.store) as register:
        session = register.open(register.store.find(request.period))
    if code not in session.edition.boxes:
        message = f'The form has no box "{code}". Use the codes that it prints, like 7190.'
        raise Refused(message)
    say(explanation_text(explain(session.worksheet, code)))
    return DONE


def _wrong_totals(worksheet: Worksheet) -> Iterator[Finding]:
    """Work every computed box out anew from its formula's tree, and find what does not agree.

    The worksheet computes by faster means and in steps; this is the check F01 to F31 on it.
    """
    values = worksheet.values()
    edition = worksheet.edition
    for code, formula in worksheet.plan.formulas.items():
        try:
            number = figure(formula.root.worth(values))
        except Unanswered:
            continue
        expected = None if number is None else int(number)
        if expected != values[code]:
            message = (
                f"{code} holds {show_figure(values[code])}, but its formula {formula.text} "
                f"gives {show_figure(expected)}. This is a fault of the program: report it."
            )
            check = edition.boxes[code].check or code
            schedule = edition.schedule_of(code).id
            yield Finding(check, Severity.ERROR, (code,), message, schedule)


def _entry(finding: Finding) -> dict[str, object]:
    return {
        "id": finding.id,
        "severity": finding.severity.value,
        "codes": list(finding.codes),
        "message": finding.message,
    }


def _say_findings(filing: Filing, calendar: str, found: list[Finding]) -> None:
    for finding in found:
        codes = ", ".join(finding.codes)
        say(f"{finding.severity.value}  {finding.id}  {codes}  {finding.message}")
    count = "1 finding" if len(found) == 1 else f"{len(found)} findings"
    outcome = count if found else "every check holds"
    say(f"{filing.period.label}, edition {filing.edition}: {outcome}. {_due(filing, calendar)}")


def _due(filing: Filing, calendar: str) -> str:
    try:
        return f"Due on {long_date(due_date(filing.period, calendar).due)}."
    except CalendarError as error:
        return str(error)


ACTS: Mapping[str, Callable[[Request], int]] = {
    "check": check_filing,
    "explain": explain_box,
}
"""What each command does."""
