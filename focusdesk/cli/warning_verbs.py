"""Warnings of edit checks: why they may stand, `explain-finding`."""

from collections.abc import Callable, Iterable, Mapping

from focusdesk.calc.finding import Finding
from focusdesk.cli.opening import opened
from focusdesk.cli.output import say, say_json
from focusdesk.cli.request import Refused, Request
from focusdesk.cli.verbs import DONE, FINDINGS
from focusdesk.filing.earlier_wording import earlier_warning_wording
from focusdesk.filing.edit import EditRefused
from focusdesk.filing.explained_warnings import can_be_explained
from focusdesk.filing.register import Register
from focusdesk.filing.session import FilingSession
from focusdesk.filing.warning_book import WarningBook
from focusdesk.filing.warning_explanation import Warned


def explain_findings(request: Request) -> int:
    """Keep why warnings may stand, all of it or nothing; or show what is said and what is not.

    The status is that of findings where a warning lacks words and none were given.

    Raises:
        StoreError: the month or the store is not there, or cannot be written.
        EditRefused: nothing is found by that name, it is no warning, or the month is sealed.
        Refused: the words are of no warning, or one is explained twice.
    """
    with opened(request.store) as register:
        session = register.open(register.store.find(request.period))
        told = _assigned(request.words)
        with register.store.together():
            for key, text in told.items():
                _explain(session, key, text)
        warnings = [each for each in session.findings() if can_be_explained(each)]
        lacking = [each for each in warnings if not session.checks.warnings.explained(each)]
        if request.as_json:
            say_json([_entry(session, each) for each in warnings])
        elif told:
            _say_written(session, warnings, lacking)
        else:
            _say_all(register, session, warnings)
    return FINDINGS if lacking and not told else DONE


def _assigned(assignments: Iterable[str]) -> dict[str, str]:
    """Read ``X13:7690=words``."""
    told: dict[str, str] = {}
    for assignment in assignments:
        key, equals, text = assignment.partition("=")
        key = key.strip()
        if not equals or not key:
            message = (
                f'"{assignment}" explains nothing. Write the check, its box, "=" and why: '
                f'X13:7690="held by a broker".'
            )
            raise Refused(message)
        if key in told:
            message = f"{key} is explained twice. Give it one explanation."
            raise Refused(message)
        told[key] = text
    return told


def _explain(session: FilingSession, key: str, text: str) -> None:
    """Keep words; empty ones take back also what was said of a warning that is none any more."""
    book = WarningBook(session)
    try:
        book.explain(book.find(key), text)
    except EditRefused:
        standing = session.checks.warnings.standing()
        named = Warned.parse(key)
        gone = [
            each
            for each in standing
            if each.check == named.check and set(named.codes) <= set(each.codes)
        ]
        if text.strip() or len(gone) != 1:
            raise
        book.withdraw(gone[0])


def _say_written(
    session: FilingSession, warnings: Iterable[Finding], lacking: Iterable[Finding]
) -> None:
    for finding in warnings:
        told = session.checks.warnings.told(finding)
        if told:
            say(f"{Warned.of(finding).key}  {told}")
    names = ", ".join(Warned.of(each).key for each in lacking)
    if names:
        say(f"Not explained yet: {names}.")


def _say_all(register: Register, session: FilingSession, warnings: Iterable[Finding]) -> None:
    for finding in warnings:
        warned = Warned.of(finding)
        say(f"{warned.key}  {finding.message}")
        say(f"         {session.checks.warnings.told(finding) or NOTHING_SAID}")
        before = earlier_warning_wording(register, session.filing, warned)
        if before and not session.checks.warnings.explained(finding):
            say(f"         Said the month before: {before.signed}")


def _entry(session: FilingSession, finding: Finding) -> dict[str, object]:
    warnings = session.checks.warnings
    said = warnings.said_of(finding)
    return {
        "id": finding.id,
        "codes": list(finding.codes),
        "message": finding.message,
        "explained": warnings.explained(finding) is not None,
        "explanation": said and said.text,
        "author": said and said.author,
        "written": said and said.written.isoformat(),
        "figures_since": warnings.figures_since(finding),
    }


NOTHING_SAID = "Nobody has said yet why it may stand."

ACTS: Mapping[str, Callable[[Request], int]] = {"explain-finding": explain_findings}
"""What each command does."""
