"""How findings weigh: in words, in colours, and which of several is the heaviest."""

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


def is_weighty(finding: Finding) -> bool:
    """Whether a finding asks for something, and is not for information alone."""
    return finding.severity is not Severity.INFORMATION


def count_words(findings: Iterable[Finding]) -> str:
    """Count findings in words: ``1 error, 2 warnings``; empty for none."""
    counts: dict[Severity, int] = {}
    for finding in findings:
        counts[finding.severity] = counts.get(finding.severity, 0) + 1
    ordered = sorted(counts, key=_WEIGHT.__getitem__, reverse=True)
    return ", ".join(_counted(counts[severity], severity) for severity in ordered)


def severity_colours(theme: Theme, severity: Severity) -> tuple[QColor, QColor]:
    """Give the colour of a severity's marks and the ground that its text stands on."""
    if severity is Severity.ERROR:
        return theme.error, theme.error_ground
    if severity is Severity.WARNING:
        return theme.warning, theme.warning_ground
    return theme.information, theme.information_ground


def _counted(count: int, severity: Severity) -> str:
    if severity is Severity.INFORMATION:
        return f"{count} information"
    return f"{count} {severity.value}" + ("" if count == 1 else "s")
