import pytest

from focusdesk.calc.checks import Finding, Severity
from focusdesk.ui.look.severities import heaviest, severity_colours
from focusdesk.ui.look.theme import THEMES


def finding(severity: Severity, *codes: str, check: str = "S01") -> Finding:
    return Finding(check, severity, codes, "It does not hold.", "segregation")


ERROR = finding(Severity.ERROR, "7045", "7047")
WARNING = finding(Severity.WARNING, "7047", check="X01")
INFORMATION = finding(Severity.INFORMATION, "7010", check="I01")


def test_the_heaviest_finding_is_found() -> None:
    assert heaviest((INFORMATION, WARNING)) is Severity.WARNING
    assert heaviest((WARNING, ERROR, INFORMATION)) is Severity.ERROR
    assert heaviest(()) is None


@pytest.mark.parametrize("name", THEMES)
def test_errors_warnings_and_notices_have_colours_of_their_own(name: str) -> None:
    colours = {severity_colours(THEMES[name], severity)[0].name() for severity in Severity}
    assert len(colours) == 3
