"""Which warnings of a month somebody has explained, kept up with its figures.

An explanation holds for the figures that it was written of. Once others stand behind the warning
it is open again, and the words are offered anew; they count again should the figures come back.
"""

from collections.abc import Callable, Iterable, Mapping

from focusdesk.calc.finding import Finding, Severity
from focusdesk.filing.explanations_due import asks_why
from focusdesk.filing.fingerprint import JsonValue
from focusdesk.filing.warning_explanation import (
    Warned,
    WarningExplanation,
    standing_explanations,
)


class ExplainedWarnings:
    """What is said of one month's warnings."""

    def __init__(
        self,
        read: Callable[[], Iterable[WarningExplanation]],
        behind: Callable[[Finding], Mapping[str, JsonValue]],
    ) -> None:
        """Read nothing yet.

        Args:
            read: Gives every explanation ever written, oldest first.
            behind: Gives the figures that stand behind a finding.
        """
        self._read, self._behind = read, behind
        self._standing: Mapping[Warned, WarningExplanation] | None = None
        self._open: tuple[Finding, ...] = ()

    def forget(self) -> None:
        """Read the explanations again when they are next asked for."""
        self._standing = None

    def standing(self) -> Mapping[Warned, WarningExplanation]:
        """Give what was said last of each warning, of whatever figures.

        Raises:
            StoreError: the explanations cannot be read.
        """
        if self._standing is None:
            self._standing = standing_explanations(self._read())
        return self._standing

    def said_of(self, finding: Finding) -> WarningExplanation | None:
        """Give what was said last of a warning, also where it was said of other figures."""
        return self.standing().get(Warned.of(finding)) if can_be_explained(finding) else None

    def explained(self, finding: Finding) -> WarningExplanation | None:
        """Give the words that hold for a warning as its figures are; `None` where it is open."""
        said = self.said_of(finding)
        return said if said is not None and said.figures == self._behind(finding) else None

    def figures_since(self, finding: Finding) -> str:
        """Say which figures are others than those that a warning was explained of.

        Empty where it was not explained, or where the words hold.
        """
        said = self.said_of(finding)
        return said.since(self._behind(finding)) if said else ""

    def told(self, finding: Finding) -> str:
        """Say in one line what is said of a warning, and whether it holds; empty for nothing."""
        said = self.said_of(finding)
        if said is None:
            return ""
        since = self.figures_since(finding)
        return (
            f"Explained of other figures ({since}): {said.signed}"
            if since
            else (f"Explained: {said.signed}")
        )

    def behind(self, finding: Finding) -> Mapping[str, JsonValue]:
        """Give the figures that stand behind a finding."""
        return self._behind(finding)

    def open_of(self, findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
        """Leave out the warnings that are explained; the same tuple again where it is equal."""
        if not self.standing():
            return findings
        left = tuple(each for each in findings if self.explained(each) is None)
        if len(left) == len(findings):
            return findings
        if left != self._open:
            self._open = left
        return self._open


def can_be_explained(finding: Finding) -> bool:
    """Whether words answer a finding: a warning, but one that asks why a line moved.

    That one is answered by what is said of the line or its pool.
    """
    return finding.severity is Severity.WARNING and not asks_why(finding)
