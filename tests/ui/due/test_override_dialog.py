import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from focusdesk.calendars.firm_due import FirmDue
from focusdesk.filing.due_override import keep_override
from focusdesk.filing.register import Register
from focusdesk.form.period import Period
from focusdesk.ui.due.override_dialog import OverrideDialog
from tests.ui.words import JANUARY, press, write

LATER = dt.date(2014, 3, 12)


@pytest.fixture
def window(light: QApplication, qtbot: QtBot) -> QWidget:
    del light
    window = QWidget()
    qtbot.addWidget(window)
    return window


def opened(window: QWidget, register: Register, qtbot: QtBot, period: Period) -> OverrideDialog:
    due = FirmDue.read(register.store).of(period)
    dialog = OverrideDialog(register.store, due, window)
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    dialog.day.setFocus()
    return dialog


def words(dialog: OverrideDialog) -> str:
    return "\n".join(label.text() for label in dialog.findChildren(QLabel))


def test_a_day_is_set_by_the_keyboard_alone(
    window: QWidget, register: Register, qtbot: QtBot
) -> None:
    dialog = opened(window, register, qtbot, JANUARY)
    said: list[str] = []
    dialog.settled.connect(said.append)
    assert "federal calendar is 26 Feb 2014; 17 Feb 2014 does not count" in words(dialog)
    assert dialog.withdraw.isHidden()
    write("3/12/14")
    press(Qt.Key.Key_Tab)
    write("FINRA notice 14-01")
    press(Qt.Key.Key_Return)
    assert said == ["January 2014 is due on 12 Mar 2014, as was set."]
    assert FirmDue.read(register.store).of(JANUARY).due == LATER
    assert not dialog.isVisible()


def test_what_cannot_be_set_says_why_and_nothing_is_kept(
    window: QWidget, register: Register, qtbot: QtBot
) -> None:
    dialog = opened(window, register, qtbot, JANUARY)
    write("soon")
    press(Qt.Key.Key_Return)
    assert '"soon"' in dialog.problem.text()
    assert dialog.day.hasFocus()
    dialog.day.setText("3/12/14")
    press(Qt.Key.Key_Return)
    assert "reason" in dialog.problem.text()
    assert dialog.reason.hasFocus()
    dialog.day.setText("1/12/14")
    write("notice")
    press(Qt.Key.Key_Return)
    assert "must come after" in dialog.problem.text()
    assert dialog.day.hasFocus()
    assert dialog.isVisible()
    assert FirmDue.read(register.store).of(JANUARY).history == ()


def test_what_was_set_is_told_and_can_be_withdrawn_with_a_reason(
    window: QWidget, register: Register, qtbot: QtBot
) -> None:
    keep_override(register.store, JANUARY, LATER, "FINRA notice 14-01")
    dialog = opened(window, register, qtbot, JANUARY)
    assert "Set to 12 Mar 2014: FINRA notice 14-01 (" in words(dialog)
    dialog.withdraw.click()
    assert "reason" in dialog.problem.text()
    dialog.reason.setText("superseded")
    dialog.withdraw.click()
    assert FirmDue.read(register.store).of(JANUARY).override is None
    again = opened(window, register, qtbot, JANUARY)
    assert "Withdrawn: superseded (" in words(again)
    assert again.withdraw.isHidden()


def test_a_day_can_be_set_where_none_could_be_computed(
    window: QWidget, register: Register, qtbot: QtBot
) -> None:
    dialog = opened(window, register, qtbot, Period(2150, 1))
    assert "does not reach so far" in words(dialog)
