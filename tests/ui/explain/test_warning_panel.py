"""Why a warning was raised, and the words with which it may stand."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from focusdesk.calc.finding import Finding
from focusdesk.filing.edit import Cause, Edit
from focusdesk.filing.register import Register
from focusdesk.filing.session import FilingSession
from focusdesk.filing.warning_book import WarningBook
from focusdesk.form.period import Period
from focusdesk.ui.explain.warning_panel import WarningPanel
from focusdesk.ui.look.zoom import Zoom


@pytest.fixture
def session(register: Register) -> FilingSession:
    session = register.start_month(Period(2015, 1))
    session.apply(Edit({"7700": 1_000, "7670": 5}, Cause.TYPED))
    return session


@pytest.fixture
def panel(
    light: QApplication, qtbot: QtBot, register: Register, session: FilingSession
) -> WarningPanel:
    del light
    panel = WarningPanel(register)
    qtbot.addWidget(panel)
    panel.resize(300, 700)
    panel.show()
    assert panel.show_finding(WarningBook(session).find("X13:7690"), session)
    return panel


def test_it_tells_what_does_not_hold_its_figures_and_its_rule(panel: WarningPanel) -> None:
    told = panel.card.toPlainText()
    assert panel.heading == "MAY IT STAND? \u00b7 X13"
    for words in ("1,000 (7740) stands without a name", "7690", "blank", "Form, the words Name(s)"):
        assert words in told


def test_it_follows_the_figures_until_the_check_holds(
    panel: WarningPanel, session: FilingSession
) -> None:
    session.apply(Edit({"7700": 2_000}, Cause.TYPED))
    panel.refresh()
    assert "2,000 (7740) stands without a name" in panel.card.toPlainText()
    session.apply(Edit({"7690": "A BROKER"}, Cause.TYPED))
    panel.refresh()
    assert "It holds now" in panel.card.toPlainText()
    assert panel.editor.isHidden()


def test_a_likely_cause_of_a_tie_that_breaks_is_told(
    panel: WarningPanel, session: FilingSession
) -> None:
    session.apply(Edit({"7325": 123_456, "7670": None, "7720": 213_456}, Cause.TYPED))
    panel.show_finding(WarningBook(session).find("X04:7325"), session)
    assert "LIKELY CAUSES" in panel.card.toPlainText()
    assert "swapped" in panel.card.toPlainText()


def test_f8_asks_for_the_next_open_warning_and_esc_leaves(
    panel: WarningPanel, session: FilingSession
) -> None:
    asked: list[Finding] = []
    left: list[str] = []
    panel.finding_asked.connect(asked.append)
    panel.left.connect(lambda: left.append("left"))
    QTest.keyClick(panel, Qt.Key.Key_F8)
    assert [each.codes[0] for each in asked] == ["7630"]
    WarningBook(session).explain(asked[0], "A bank.")
    QTest.keyClick(panel, Qt.Key.Key_Escape)
    assert left == ["left"]
    for each in session.checks.unanswered():
        if each.severity.value == "warning" and "7690" not in each.codes:
            WarningBook(session).explain(each, "It is so.")
    asked.clear()
    QTest.keyClick(panel, Qt.Key.Key_F8)
    assert asked == []


def test_a_code_leads_to_its_box_and_the_zoom_enlarges(panel: WarningPanel) -> None:
    went: list[str] = []
    panel.code_activated.connect(went.append)
    panel.show_zoom(Zoom(150))
    panel.card.setFocus()
    QTest.keyClick(panel.card, Qt.Key.Key_Tab)
    QTest.keyClick(panel.card, Qt.Key.Key_Return)
    assert went == ["7690"]
