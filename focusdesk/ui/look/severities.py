"""How findings weigh: in colours, and which of several is the heaviest."""

from collections.abc import Iterable

from PySide6.QtGui import QColor

from focusdesk.calc.checks import Finding, Severity
from focusdesk.ui.look.theme import Theme

_WEIGHT = {
    severity: weight
    for weight, severity in enumerate(
        (Severity.INFORMATION, Severity.NOTICE, Severity.WARNING, Severity.ERROR)
    )
}


def heaviest(findings: Iterable[Finding]) -> Severity | None:
    """Give the weight of the heaviest finding; `None` where there is none."""
    severities = [finding.severity for finding in findings]
    return max(severities, key=_WEIGHT.__getitem__) if severities else None


def severity_colours(theme: Theme, severity: Severity) -> tuple[QColor, QColor]:
    """Give the colour of a severity's marks and the ground that its text stands on."""
    if severity is Severity.ERROR:
        return theme.error, theme.error_ground
    if severity is Severity.WARNING:
        return theme.warning, theme.warning_ground
    return theme.information, theme.information_ground
