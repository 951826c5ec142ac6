"""What the rows of the list of findings say."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontInfo, QFontMetrics
from PySide6.QtWidgets import QApplication, QStyleOptionViewItem

from focusdesk.calc.checks import Finding, Severity
from focusdesk.filing.listed_findings import ListedFinding, Standing
from focusdesk.ui.explain.finding_rows import (
    FindingPainter,
    FindingsModel,
    codes_within,
    heading_of,
)

NAME = Finding("X13", Severity.WARNING, ("7690", "7740"), "No name.", "secured_funds")
EVENT = Finding("N01", Severity.NOTICE, ("7190",), "Under-segregated.", "segregation")


def test_codes_for_which_there_is_no_room_are_counted(light: QApplication) -> None:
    codes, metrics = ("12000", "12001", "12002", "12003"), QFontMetrics(light.font())
    for words in ("12000  12001  12002  12003", "12000  12001  +2", "12000  +3"):
        assert codes_within(codes, metrics.horizontalAdvance(words), metrics) == words
    assert codes_within(codes, metrics.horizontalAdvance("12000"), metrics) == ""


def test_the_heading_says_of_which_kind_it_is() -> None:
    assert heading_of(ListedFinding(NAME)) == "Warning X13"
    assert heading_of(ListedFinding(NAME, Standing.EXPLAINED)) == "Explained warning X13"
    assert heading_of(ListedFinding(EVENT, Standing.PROVISIONAL)) == "Provisional notice N01"
    assert heading_of(ListedFinding(EVENT, Standing.RECORDED)) == "Open notice N01"
    assert heading_of(ListedFinding(NAME, Standing.NOT_EVALUATED)) == "Not evaluated X13"


def test_a_row_speaks_how_it_stands_and_what_is_said() -> None:
    model = FindingsModel()
    model.show_items((ListedFinding(NAME, Standing.EXPLAINED, "Explained: a broker (ana)"),))
    spoken = model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == ("explained warning X13: No name. Boxes 7690, 7740. Explained: a broker (ana)")


def test_a_long_heading_takes_the_lines_that_it_needs(light: QApplication) -> None:
    painter, model = FindingPainter(light), FindingsModel()
    painter.width = 150

    def height(standing: Standing) -> int:
        model.show_items((ListedFinding(EVENT, standing),))
        return painter.sizeHint(QStyleOptionViewItem(), model.index(0, 0)).height()

    assert height(Standing.PROVISIONAL) > height(Standing.RECORDED)


def test_a_row_is_as_high_as_its_words_in_their_font_and_width_need(light: QApplication) -> None:
    painter, model, option = FindingPainter(light), FindingsModel(), QStyleOptionViewItem()

    def height(words: str, said: str = "") -> int:
        finding = Finding("X13", Severity.WARNING, ("7690",), words, "secured_funds")
        model.show_items((ListedFinding(finding, said=said),))
        return painter.sizeHint(option, model.index(0, 0)).height()

    painter.width = 400
    short, long = height("No name."), height("No name was given for this box. " * 4)
    assert short < long
    assert short < height("No name.", "Explained: a broker (ana)")
    painter.width = 200
    narrow = height("No name was given for this box. " * 4)
    assert narrow > long
    font = option.font
    font.setPixelSize(2 * QFontInfo(font).pixelSize())
    option.font = font
    assert height("No name was given for this box. " * 4) > narrow
    painter.width, option = 400, QStyleOptionViewItem()
    assert height("No name.") == short
