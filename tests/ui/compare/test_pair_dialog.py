import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from focusdesk.ui.compare.pair_dialog import PairDialog

MONTHS = ["Nov 2013", "Dec 2013", "Jan 2014"]


@pytest.fixture
def dialog(light: QApplication, qtbot: QtBot) -> PairDialog:
    del light
    window = QWidget()
    qtbot.addWidget(window)
    dialog = PairDialog(MONTHS, (1, 2), window)
    dialog.show()
    return dialog


def test_it_begins_with_the_months_whose_change_is_told(dialog: PairDialog) -> None:
    assert (dialog.earlier.currentText(), dialog.later.currentText()) == ("Dec 2013", "Jan 2014")


def test_the_earlier_month_comes_first_whichever_was_chosen_first(dialog: PairDialog) -> None:
    dialog.earlier.setCurrentIndex(2)
    dialog.later.setCurrentIndex(0)
    assert dialog.pair == (0, 2)


def test_a_month_is_not_compared_with_itself(dialog: PairDialog) -> None:
    results = list[int]()
    dialog.finished.connect(results.append)
    dialog.earlier.setCurrentIndex(2)
    assert dialog.problem.text() == "Choose two different months."
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert results == []
    dialog.earlier.setCurrentIndex(0)
    assert dialog.problem.text() == ""
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert results == [QDialog.DialogCode.Accepted]
