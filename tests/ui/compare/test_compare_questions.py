"""What the comparison asks in dialogs, and what it does with the answers."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from focusdesk.filing.comparison_view import ComparisonView
from focusdesk.filing.thresholds import Threshold, kept_thresholds
from focusdesk.ui.compare.thresholds_dialog import ThresholdsDialog
from tests.ui.window_words import Window, copied, open_window


@pytest.fixture
def window(light: QApplication, qtbot: QtBot, two_months: Path, tmp_path: Path) -> Window:
    del light
    window = open_window(qtbot, tmp_path, copied(two_months, tmp_path))
    window.do("compare")
    return window


def test_the_chosen_pair_is_looked_at(window: Window) -> None:
    dialog = window.comparison.questions.ask_pair((0, 1))
    dialog.accept()
    assert window.comparison.view_state == ComparisonView(pair=(0, 1))


def test_the_menu_of_a_line_asks_for_its_own_threshold(window: Window) -> None:
    page = window.comparison
    page.view.go_to("7190")
    menu = page.view.menu_at(page.view.months.currentIndex())
    (entry,) = (each for each in menu.actions() if each.text().startswith("Threshold of 7190"))
    entry.trigger()
    (dialog,) = page.findChildren(ThresholdsDialog)
    assert dialog.code.text() == "7190"
    dialog.of_line.setText("1m")
    QTest.keyClick(dialog.of_line, Qt.Key.Key_Return)
    dialog.of_all.setFocus()
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    kept = kept_thresholds(window.desk.register.store)
    assert kept.of_lines == {"7190": Threshold(1_000_000)}


def test_a_line_of_words_has_no_threshold(window: Window) -> None:
    page = window.comparison
    page.view.go_to("13")
    menu = page.view.menu_at(page.view.months.currentIndex())
    assert not any("Threshold" in each.text() for each in menu.actions())
