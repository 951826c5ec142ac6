from collections.abc import Sequence

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from focusdesk.filing.filing import Filing
from focusdesk.form.period import Period
from focusdesk.ui.compare.month_picker import MonthPicker
from tests.ui.window_words import filings


@pytest.fixture
def months() -> Sequence[Filing]:
    return filings(Period(2014, 2), Period(2014, 1), Period(2013, 12))


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    return window


@pytest.fixture
def picker(window: QWidget, months: Sequence[Filing]) -> MonthPicker:
    picker = MonthPicker(months, [months[1], months[2]], window)
    picker.show()
    return picker


def test_the_chosen_months_are_given_from_the_oldest_on(picker: MonthPicker) -> None:
    assert [str(each.period) for each in picker.chosen] == ["2013-12", "2014-01"]


def test_space_ticks_and_enter_takes_the_choice(picker: MonthPicker) -> None:
    results: list[int] = []
    picker.finished.connect(results.append)
    QTest.keyClick(picker.list, Qt.Key.Key_Space)
    assert len(picker.chosen) == 3
    QTest.keyClick(picker, Qt.Key.Key_Return)
    assert results == [QDialog.DialogCode.Accepted]


def test_one_month_is_not_enough(picker: MonthPicker) -> None:
    picker.list.setCurrentRow(1)
    QTest.keyClick(picker.list, Qt.Key.Key_Space)
    assert picker.hint == "Tick at least two months."
    QTest.keyClick(picker, Qt.Key.Key_Return)
    assert picker.isVisible()
