"""F8 and Shift+F8: round the findings of the open month, each once, and which one it is."""

from collections.abc import Mapping, Sequence

from focusdesk.calc.checks import Finding
from focusdesk.filing.listed_findings import ListedFinding
from focusdesk.ui.desk.actions import Slot
from focusdesk.ui.desk.desk import Desk
from focusdesk.ui.desk.workplace import Workplace
from focusdesk.ui.explain.findings_panel import NOTHING_FAILS


def next_finding(
    findings: Sequence[Finding], last: Finding | None, here: int, places: Mapping[str, int]
) -> Finding | None:
    """Give the finding after the one that was gone to last, or after a place in the form.

    Behind the last finding comes the first; several at one box are gone to one after the other.

    Args:
        findings: What does not hold, in the order to go: reversed, to go back.
        last: The finding at which the user still is; `None` for none.
        here: The place of the box at which the user is; negative as the places are, to go back.
        places: Where each box stands in the form; negative, to go back.

    Returns:
        The finding; `None` where no finding names a box.
    """
    within = [finding for finding in findings if finding.codes]
    if not within:
        return None
    if last in within:
        return within[(within.index(last) + 1) % len(within)]
    ahead = [finding for finding in within if places[finding.codes[0]] > here]
    return min(ahead, key=lambda finding: places[finding.codes[0]]) if ahead else within[0]


def first_open(listed: Sequence[ListedFinding]) -> Sequence[Finding]:
    """Give the findings that ask for something; where none does, those for information."""
    told = [each for each in listed if each.is_open]
    return [each.finding for each in told or listed if not each.is_answered]


class FindingRound:
    """Goes from finding to finding."""

    def __init__(self, workplace: Workplace) -> None:
        """Go about in a window.

        Args:
            workplace: The window.
        """
        self._workplace = workplace
        self._last: Finding | None = None

    def slots(self) -> Mapping[str, Slot]:
        """Say what its actions do."""
        return {
            "next_finding": self._workplace.once_settled(lambda desk: self._step(desk, 1)),
            "earlier_finding": self._workplace.once_settled(lambda desk: self._step(desk, -1)),
        }

    def follow(self, desk: Desk) -> None:
        """Begin anew on another store's desk."""
        del desk
        self._last = None

    def _step(self, desk: Desk, step: int) -> None:
        session = desk.session
        if session is None:
            return
        findings = first_open(desk.findings.listed)
        places = {code: step * at for at, code in enumerate(session.edition.boxes)}
        code = desk.current_code
        still = self._last is not None and self._last.codes[0] == code
        last = self._last if still else None
        finding = next_finding(findings[::step], last, places.get(code, step * -1), places)
        if finding is None:
            self._workplace.status.say(NOTHING_FAILS)
        elif desk.go_to(finding.codes[0]):
            self._last = finding
            number = findings.index(finding) + 1
            words = f"Finding {number} of {len(findings)}: {finding.id} {finding.message}"
            self._workplace.status.say(words, of=finding.codes[0])
