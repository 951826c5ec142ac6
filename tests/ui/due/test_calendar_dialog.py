import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from focusdesk.filing.filing_due import Calendar
from focusdesk.filing.firm_calendar import kept_calendar
from focusdesk.filing.register import Register
from focusdesk.ui.due.calendar_dialog import CalendarDialog
from tests.ui.words import press, write


@pytest.fixture
def window(light: QApplication, qtbot: QtBot) -> QWidget:
    del light
    window = QWidget()
    qtbot.addWidget(window)
    return window


def opened(window: QWidget, register: Register, qtbot: QtBot) -> CalendarDialog:
    dialog = CalendarDialog(register.store, window)
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    dialog.calendar.setFocus()
    return dialog


def listed(dialog: CalendarDialog) -> list[str]:
    return [dialog.chosen.item(row).text() for row in range(dialog.chosen.count())]


def test_a_calendar_is_chosen_from_a_day_on_and_taken_back(
    window: QWidget, register: Register, qtbot: QtBot
) -> None:
    dialog = opened(window, register, qtbot)
    said: list[str] = []
    dialog.settled.connect(said.append)
    assert listed(dialog) == ["At the beginning: Federal holidays"]
    assert not dialog.remove.isEnabled()
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Tab)
    write("1/1/14")
    press(Qt.Key.Key_Return)
    assert listed(dialog)[1:] == ["From 1 Jan 2014: New York Stock Exchange holidays"]
    (choice,) = kept_calendar(register.store).choices
    assert (choice.since, choice.calendar) == (dt.date(2014, 1, 1), Calendar.EXCHANGE)
    dialog.remove.click()
    assert kept_calendar(register.store).choices == ()
    assert said == [
        "From 1 Jan 2014 on, business days are counted by the exchange calendar.",
        "The exchange calendar does not count from 1 Jan 2014 on any more.",
    ]
    dialog.chosen.setCurrentRow(0)
    assert not dialog.remove.isEnabled()


def test_a_day_that_is_none_says_so(window: QWidget, register: Register, qtbot: QtBot) -> None:
    dialog = opened(window, register, qtbot)
    dialog.since.setText("soon")
    dialog.add.click()
    assert '"soon"' in dialog.problem.text()
    assert dialog.since.hasFocus()
    assert register.store.fact_history() == ()
    dialog.since.setText("1/1/14")
    dialog.add.click()
    assert dialog.problem.text() == ""


def test_a_calendar_that_cannot_be_read_can_be_chosen_again(
    window: QWidget, register: Register, qtbot: QtBot
) -> None:
    register.store.set_fact("calendar", "lunar")
    dialog = opened(window, register, qtbot)
    assert '"lunar" is none' in dialog.problem.text()
    dialog.since.setText("1999-01-01")
    dialog.add.click()
    assert len(kept_calendar(register.store).choices) == 1
