import pytest
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from focusdesk.calc.checks import Finding, Severity
from focusdesk.filing.listed_findings import ListedFinding
from focusdesk.ui.look.badges import CountBadge, counts_words
from focusdesk.ui.look.severities import severity_colours
from focusdesk.ui.look.theme import theme_named

pytestmark = pytest.mark.usefixtures("light")


def finding(severity: Severity, *codes: str, check: str = "S01") -> ListedFinding:
    return ListedFinding(Finding(check, severity, codes, "It does not hold.", "segregation"))


ERROR = finding(Severity.ERROR, "7045", "7047")
WARNING = finding(Severity.WARNING, "7047", check="X01")


def test_a_badge_counts_and_tells_whether_it_differs(qtbot: QtBot) -> None:
    badge = CountBadge()
    qtbot.addWidget(badge)
    assert badge.show_counts((ERROR, WARNING), 0)
    assert (badge.text, badge.accessibleName()) == ("2", "1 error, 1 warning")
    assert not badge.isHidden()
    assert not badge.show_counts((ERROR, WARNING), 0)
    assert badge.show_counts((), 0)
    assert badge.isHidden()
    assert badge.text == ""


def test_a_badge_is_drawn_in_the_colour_of_its_heaviest_finding(qtbot: QtBot) -> None:
    badge = CountBadge()
    qtbot.addWidget(badge)
    badge.show_counts((WARNING, ERROR), 3)
    image = badge.grab().toImage()
    _, ground = severity_colours(theme_named("light"), Severity.ERROR)
    assert QColor(image.pixel(3, image.height() // 2)) == ground


def test_a_badge_counts_changed_boxes_behind_a_dot(qtbot: QtBot) -> None:
    badge = CountBadge()
    qtbot.addWidget(badge)
    theme = theme_named("light")
    assert badge.show_counts((), 12)
    assert (badge.text, badge.changed) == ("", "12")
    assert badge.accessibleName() == "12 boxes changed since printed"
    alone = badge.width()
    image = badge.grab().toImage()
    assert image.pixelColor(4, badge.height() // 2) == theme.warning
    assert badge.show_counts((ERROR,), 12)
    assert badge.width() > alone
    assert badge.accessibleName() == "1 error, 12 boxes changed since printed"
    assert badge.show_counts((ERROR,), 0)
    assert badge.changed == ""


def test_counts_are_said_in_words() -> None:
    assert counts_words((), 0) == ""
    assert counts_words((), 1) == "1 box changed since printed"
