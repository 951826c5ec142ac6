import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from focusdesk.calc.checks import Finding, Severity
from focusdesk.filing.listed_findings import ListedFinding
from focusdesk.ui.explain.findings_panel import FindingsPanel

OFFSET = Finding(
    "S01",
    Severity.ERROR,
    ("7045", "7047"),
    "The offset of 968,254 is more than the deficits of 968,253.",
    "segregation",
    "17 CFR 1.20",
)
NAME = Finding("X13", Severity.WARNING, ("7690",), "No name in 7690.", "secured_funds")


@pytest.fixture
def panel(light: QApplication, qtbot: QtBot) -> FindingsPanel:
    del light
    panel = FindingsPanel()
    qtbot.addWidget(panel)
    panel.resize(280, 300)
    panel.show_findings((ListedFinding(OFFSET), ListedFinding(NAME)))
    panel.show()
    return panel


def test_the_heading_counts_the_findings(panel: FindingsPanel) -> None:
    heading = panel.findChild(QLabel, "section_heading")
    assert heading is not None
    assert heading.text() == "FINDINGS \u00b7 1 ERROR, 1 WARNING"
    panel.show_findings(())
    assert heading.text() == "FINDINGS \u00b7 NONE"


def test_enter_goes_to_the_box_of_a_finding(panel: FindingsPanel) -> None:
    went: list[str] = []
    panel.code_activated.connect(went.append)
    panel.list.setCurrentIndex(panel.list.model().index(1, 0))
    QTest.keyClick(panel.list, Qt.Key.Key_Return)
    assert went == ["7690"]


def test_enter_on_one_that_asks_why_asks_for_words_after_going_there(
    panel: FindingsPanel,
) -> None:
    told: list[str] = []
    panel.code_activated.connect(told.append)
    panel.action_asked.connect(told.append)
    moved = Finding("P01", Severity.INFORMATION, ("7030",), "7030 moved.", "segregation")
    why = Finding("P01", Severity.WARNING, ("7190",), "Nobody has said why.", "segregation")
    panel.show_findings((ListedFinding(moved), ListedFinding(why)))
    for at in range(2):
        panel.list.setCurrentIndex(panel.list.model().index(at, 0))
        QTest.keyClick(panel.list, Qt.Key.Key_Return)
    assert told == ["7030", "7190", "explain_change"]


def test_a_finding_speaks_its_weight_its_words_and_its_boxes(panel: FindingsPanel) -> None:
    spoken = panel.list.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == f"error S01: {OFFSET.message} Boxes 7045, 7047."


def test_the_rule_stands_in_the_tool_tip(panel: FindingsPanel) -> None:
    model = panel.list.model()
    assert model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole) == "17 CFR 1.20"
    assert model.index(1, 0).data(Qt.ItemDataRole.ToolTipRole) is None


def test_a_long_message_is_given_the_room_that_it_needs(panel: FindingsPanel) -> None:
    model = panel.list.model()
    tall = panel.list.visualRect(model.index(0, 0)).height()
    short = panel.list.visualRect(model.index(1, 0)).height()
    assert tall > short


def test_an_empty_list_promises_no_more_than_was_checked(panel: FindingsPanel) -> None:
    panel.show_findings(())
    assert panel.words == ("None of the form's checks fails, as far as they can be judged.")
    panel.show_findings((ListedFinding(NAME),))
    assert panel.words == ""
