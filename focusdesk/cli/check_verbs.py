"""What holds, why, and how the month stands: `check`, `explain` and `overview`."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from focusdesk.calc.checks import Finding, Judgement, Severity, State, Tie
from focusdesk.calc.explain import explain, explanation_text
from focusdesk.calc.figures import show_figure
from focusdesk.calc.nodes import Unanswered, figure
from focusdesk.calc.worksheet import Worksheet
from focusdesk.calendars.firm_due import FirmDue
from focusdesk.cli.check_words import (
    Causes,
    by_kind,
    finding_lines,
    not_evaluated,
    not_evaluated_lines,
    notice_reminders,
    tie_lines,
    within_tolerance,
)
from focusdesk.cli.opening import opened
from focusdesk.cli.output import long_date, say, say_json
from focusdesk.cli.overview_words import overview_entries, overview_lines
from focusdesk.cli.request import Refused, Request
from focusdesk.cli.sheet_files import write_findings
from focusdesk.cli.sides_words import sides_entries, sides_lines
from focusdesk.cli.verbs import DONE, FINDINGS
from focusdesk.filing.filing_due import FilingDue, unknown_words
from focusdesk.filing.finding_kind import Kind
from focusdesk.filing.fingerprint import json_value
from focusdesk.filing.listed_findings import FindingList, ListedFinding
from focusdesk.filing.overview import counted, overview_of
from focusdesk.filing.register import Register
from focusdesk.filing.session import FilingSession
from focusdesk.filing.thresholds import ThresholdError, kept_thresholds
from focusdesk.filing.two_sides import causes_of, two_sides_of


def check_filing(request: Request) -> int:
    """Say what does not hold; the status is that of findings for an error or an open warning.

    What each kind of finding is, and which of them make that status, says
    `focusdesk.filing.finding_kind.Kind`.

    Raises:
        StoreError: the month or the store is not there.
        Refused: the firm's thresholds cannot be read.
    """
    with opened(request.store) as register:
        session = register.open(register.store.find(request.period))
        due = FirmDue.read(register.store).of(request.period)
        _refuse_unreadable_thresholds(register)
        found, wrong = FindingList(session), _wrong_totals(session.worksheet)
        listed = by_kind([*(ListedFinding(each) for each in wrong), *found.listed()])
        if request.to is not None:
            unjudged = found.not_evaluated() if request.all_checks else ()
            write_findings(request, session, [*listed, *unjudged])
            return _status(listed)
        causes = {it.finding: session.checks.causes(it.finding) for it in listed if it.is_shown}
        checked = Checked(session, listed, found.at_signing(), causes, request.all_checks)
        if request.sides:
            _say_sides(session, as_json=request.as_json)
        else:
            say_json(checked.entries()) if request.as_json else checked.say(due)
    return _status(listed)


def _status(listed: Sequence[ListedFinding]) -> int:
    return FINDINGS if any(each.kind.fails for each in listed) else DONE


@dataclass(frozen=True, slots=True)
class Checked:
    """What `check` found out of a month.

    Attributes:
        session: The month.
        listed: The findings, the weightiest first.
        at_signing: What is asked of a signature copy alone.
        causes: What would explain them.
        is_all: What was not judged is told too, one by one.
    """

    session: FilingSession
    listed: Sequence[ListedFinding]
    at_signing: Sequence[ListedFinding]
    causes: Causes
    is_all: bool

    def say(self, due: FilingDue) -> None:
        """Tell it in words, and when the filing is due."""
        session, judgements = self.session, self.session.checks.judgements()
        lines = [*finding_lines(self.listed, session.worksheet.values(), self.causes)]
        lines += tie_lines(session.checks.ties())
        lines += not_evaluated_lines(judgements) if self.is_all else ()
        lines += notice_reminders(self.listed)
        for line in lines:
            say(line)
        filing, count = session.filing, len(not_evaluated(judgements))
        more = "" if self.is_all else " (--all says which, and why)"
        say(
            f"{filing.period.label}, edition {filing.edition}: "
            f"{counted(self.listed, self.at_signing)}; "
            f"{count} checks of single boxes were not evaluated{more}. {_due_words(due)}"
        )

    def _entry(self, each: ListedFinding) -> dict[str, object]:
        said = self.session.checks.warnings.said_of(each.finding)
        notice = each.notice
        return {
            "kind": each.kind.value,
            "state": State.FAILS.value if each.is_shown else None,
            "explanation": said and said.text,
            "explained_by": said and said.author,
            "explained_at": said and said.written.isoformat(),
            "explained": each.kind is Kind.EXPLAINED,
            "notice": notice and notice.number,
            "recorded": notice and notice.stamp.isoformat(),
            "figures_then": dict(notice.latest.figures) if notice else None,
        }

    def entries(self) -> list[dict[str, object]]:
        """Give it as JSON has it: what does not hold, and with ``--all`` what was not judged."""
        values = self.session.worksheet.values()
        entries: list[dict[str, object]] = [
            {
                "id": finding.id,
                "severity": finding.severity.value,
                "codes": list(finding.codes),
                "message": finding.message,
                "values": {code: json_value(values.get(code)) for code in finding.codes},
                "rule": finding.cite,
                "why": finding.why,
                "likely_causes": [cause.words for cause in self.causes.get(finding, ())],
                **self._entry(each),
            }
            for each in self.listed
            for finding in [each.finding]
        ]
        if self.is_all:
            checks = self.session.checks
            entries += [_tie_entry(tie) for tie in within_tolerance(checks.ties())]
            entries += [_judgement_entry(each) for each in not_evaluated(checks.judgements())]
        return entries


def _say_sides(session: FilingSession, *, as_json: bool) -> None:
    """Tell the two sides of each pool in the place of what does not hold."""
    pools, causes = two_sides_of(session), partial(causes_of, session)
    if as_json:
        say_json(sides_entries(pools, causes))
        return
    for line in sides_lines(pools, causes):
        say(line)


def _judgement_entry(each: Judgement) -> dict[str, object]:
    return {
        "id": each.id,
        "severity": each.severity.value,
        "codes": list(each.codes),
        "message": each.words,
        "state": each.state.value,
    }


def _tie_entry(tie: Tie) -> dict[str, object]:
    return {
        "id": tie.check,
        "severity": Severity.INFORMATION.value,
        "codes": [*tie.left, *tie.right],
        "message": next(tie_lines([tie])).split("  ", 2)[2],
        "state": tie.state.value,
        "difference": tie.difference,
    }


def _refuse_unreadable_thresholds(register: Register) -> None:
    """Refuse to judge moves (P01) by thresholds that nobody can read; the desk would use none.

    Raises:
        Refused: the sentence says how to set them again.
    """
    try:
        kept_thresholds(register.store)
    except ThresholdError as error:
        raise Refused(str(error)) from error


def show_overview(request: Request) -> int:
    """Say how a month stands, and what remains before it is printed.

    Raises:
        StoreError: the month or the store is not there.
    """
    with opened(request.store) as register:
        session = register.open(register.store.find(request.period))
        overview = overview_of(session)
        due = FirmDue.read(register.store).of(request.period)
    filing = session.filing
    if request.as_json:
        say_json(overview_entries(filing, overview, due.due))
    else:
        for line in overview_lines(filing, overview, _due_words(due)):
            say(line)
    return DONE


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


def _due_words(found: FilingDue) -> str:
    if found.due is None:
        return unknown_words(found.period, found.calendar)
    words = f"Due on {long_date(found.due)}"
    return f"{words}, as was set: {found.override.signed}." if found.override else f"{words}."


ACTS: Mapping[str, Callable[[Request], int]] = {
    "check": check_filing,
    "explain": explain_box,
    "overview": show_overview,
}
"""What each command does."""
