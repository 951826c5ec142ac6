import datetime as dt

import pytest
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from focusdesk.calc.checks import Finding, Severity
from focusdesk.filing.filing import Note
from focusdesk.ui.badges import (
    MARK_SIZE,
    UNMARKED,
    CountBadge,
    Mark,
    count_words,
    heaviest,
    marks_of,
    paint_dot,
    paint_finding,
    severity_colours,
)
from focusdesk.ui.theme import theme_named

pytestmark = pytest.mark.usefixtures("light")


def finding(severity: Severity, *codes: str, check: str = "S01") -> Finding:
    return Finding(check, severity, codes, "It does not hold.", "segregation")


ERROR = finding(Severity.ERROR, "7045", "7047")
WARNING = finding(Severity.WARNING, "7047", check="X01")
INFORMATION = finding(Severity.INFORMATION, "7010", check="I01")
NOTE = Note("7047", "As filed.", "ada", dt.datetime(2014, 2, 3, tzinfo=dt.UTC))


def test_each_box_gathers_its_findings_and_its_note() -> None:
    marks = marks_of((ERROR, WARNING), {"7047": NOTE, "7110": NOTE}, {})
    assert set(marks) == {"7045", "7047", "7110"}
    assert marks["7045"] == Mark(findings=(ERROR,))
    assert marks["7047"] == Mark("As filed.", (ERROR, WARNING))
    assert marks["7047"].spoken == ("error S01", "warning X01", "has a note")
    assert marks["7110"].tip == "Note: As filed."
    assert marks["7047"].tip.startswith("S01: It does not hold.\nX01: ")


def test_a_box_that_changed_since_it_was_printed_says_what_the_paper_says() -> None:
    marks = marks_of((ERROR,), {"7047": NOTE}, {"7047": "93,296,699", "7100": "blank"})
    assert set(marks) == {"7045", "7047", "7100"}
    assert marks["7047"].spoken == (
        "error S01",
        "changed since it was printed as 93,296,699",
        "has a note",
    )
    assert marks["7100"].tip == "Changed since it was printed as blank."
    assert marks["7045"].printed == ""


def test_a_mark_weighs_as_much_as_its_heaviest_finding() -> None:
    assert Mark(findings=(WARNING, ERROR)).severity is Severity.ERROR
    assert UNMARKED.severity is None
    assert heaviest((INFORMATION, WARNING)) is Severity.WARNING


@pytest.mark.parametrize(
    ("findings", "words"),
    [
        ((), ""),
        ((ERROR,), "1 error"),
        ((WARNING, ERROR, WARNING), "1 error, 2 warnings"),
        ((INFORMATION, INFORMATION), "2 information"),
    ],
)
def test_findings_are_counted_in_words_the_heaviest_first(
    findings: tuple[Finding, ...], words: str
) -> None:
    assert count_words(findings) == words


def test_every_mark_has_its_own_shape() -> None:
    theme = theme_named("light")
    pictures: list[QImage] = []
    for severity in (Severity.ERROR, Severity.WARNING, Severity.NOTICE, None):
        image = QImage(MARK_SIZE + 2, MARK_SIZE + 2, QImage.Format.Format_Mono)
        image.fill(1)
        painter = QPainter(image)
        if severity is None:
            paint_dot(painter, image.rect().center().toPointF(), theme)
        else:
            paint_finding(painter, image.rect().adjusted(1, 1, -1, -1), severity, theme)
        painter.end()
        pictures.append(image)
    assert len({bytes(image.constBits()) for image in pictures}) == 4


def test_a_badge_counts_and_tells_whether_it_differs(qtbot: QtBot) -> None:
    badge = CountBadge()
    qtbot.addWidget(badge)
    assert badge.show_findings((ERROR, WARNING))
    assert (badge.text, badge.accessibleName()) == ("2", "1 error, 1 warning")
    assert not badge.isHidden()
    assert not badge.show_findings((ERROR, WARNING))
    assert badge.show_findings(())
    assert badge.isHidden()
    assert badge.text == ""


def test_a_badge_is_drawn_in_the_colour_of_its_heaviest_finding(qtbot: QtBot) -> None:
    badge = CountBadge()
    qtbot.addWidget(badge)
    badge.show_findings((WARNING, ERROR))
    image = badge.grab().toImage()
    _, ground = severity_colours(theme_named("light"), Severity.ERROR)
    assert QColor(image.pixel(3, image.height() // 2)) == ground
