from collections.abc import Sequence

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from focusdesk.filing.filing import Filing
from focusdesk.filing.month_choice import MonthChoice, MonthsRefused, Preset, offers
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


def _picker(window: QWidget, months: Sequence[Filing], *, printed: bool = False) -> MonthPicker:
    presets = offers(months[1], months, printed=printed)
    picker = MonthPicker(months, MonthChoice((months[2], months[1])), presets, window)
    picker.show()
    return picker


@pytest.fixture
def picker(window: QWidget, months: Sequence[Filing]) -> MonthPicker:
    return _picker(window, months)


def _chosen(picker: MonthPicker) -> list[str]:
    return [str(each.period) for each in picker.choice.filings]


def test_the_chosen_months_are_given_from_the_oldest_on(picker: MonthPicker) -> None:
    assert _chosen(picker) == ["2013-12", "2014-01"]


def test_space_ticks_and_enter_takes_the_choice(picker: MonthPicker) -> None:
    results: list[int] = []
    picker.finished.connect(results.append)
    QTest.keyClick(picker.list, Qt.Key.Key_Up)
    QTest.keyClick(picker.list, Qt.Key.Key_Space)
    assert _chosen(picker) == ["2013-12", "2014-01", "2014-02"]
    QTest.keyClick(picker, Qt.Key.Key_Return)
    assert results == [QDialog.DialogCode.Accepted]


def test_one_month_is_not_enough(picker: MonthPicker) -> None:
    QTest.keyClick(picker.list, Qt.Key.Key_Space)
    needs = "A comparison needs at least two months. Choose another month beside it."
    assert picker.hint == needs
    QTest.keyClick(picker, Qt.Key.Key_Return)
    assert picker.isVisible()


def test_a_digit_ticks_the_months_of_a_preset(picker: MonthPicker) -> None:
    QTest.keyClick(picker.list, Qt.Key.Key_Space)
    assert picker.presets[0].shortcut().toString() == "Alt+1"
    picker.presets[0].click()
    assert _chosen(picker) == ["2013-12", "2014-01"]
    assert picker.preset is Preset.LAST_MONTH


def test_what_is_ticked_by_hand_has_no_preset_any_more(picker: MonthPicker) -> None:
    picker.presets[0].click()
    picker.list.setCurrentRow(0)
    QTest.keyClick(picker.list, Qt.Key.Key_Space)
    assert picker.preset is None


def test_a_preset_that_cannot_be_had_says_why_and_changes_nothing(picker: MonthPicker) -> None:
    picker.presets[1].click()
    assert picker.hint.startswith("The store has no filing for January 2013")
    assert _chosen(picker) == ["2013-12", "2014-01"]


def test_the_last_print_stands_beside_its_month_alone(
    window: QWidget, months: Sequence[Filing]
) -> None:
    picker = _picker(window, months, printed=True)
    assert picker.list.item(2).text() == "January 2014  ·  as printed"
    picker.list.item(2).setCheckState(Qt.CheckState.Checked)
    assert picker.hint.startswith("A last print stands beside its own month alone.")
    with pytest.raises(MonthsRefused):
        _ = picker.choice
    picker.presets[-1].click()
    assert picker.choice == MonthChoice((months[1],), from_print=True)
    assert picker.preset is Preset.LAST_PRINT


def test_a_print_without_its_month_says_what_to_do(
    window: QWidget, months: Sequence[Filing]
) -> None:
    picker = _picker(window, months, printed=True)
    for at, ticked in ((1, False), (3, False), (2, True)):
        state = Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
        picker.list.item(at).setCheckState(state)
    assert picker.hint.startswith("Tick the month itself too")
