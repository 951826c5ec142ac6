import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from focusdesk.calendars.firm_due import FirmDue
from focusdesk.filing.register import Register
from focusdesk.ui.due.hand_in_dialog import HandInDialog
from tests.ui.words import JANUARY, press, write

TODAY, ON = dt.date(2014, 3, 4), dt.date(2014, 2, 26)


@pytest.fixture
def window(light: QApplication, qtbot: QtBot) -> QWidget:
    del light
    window = QWidget()
    qtbot.addWidget(window)
    return window


def opened(window: QWidget, register: Register, qtbot: QtBot) -> HandInDialog:
    dialog = HandInDialog(register.store, FirmDue.read(register.store).of(JANUARY), TODAY, window)
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    dialog.first_field.setFocus()
    return dialog


def words(dialog: HandInDialog) -> str:
    return "\n".join(label.text() for label in dialog.findChildren(QLabel))


def test_handing_in_is_recorded_and_withdrawn_by_the_keyboard_alone(
    window: QWidget, register: Register, qtbot: QtBot
) -> None:
    dialog = opened(window, register, qtbot)
    said: list[str] = []
    dialog.settled.connect(said.append)
    assert "It is due on 26 Feb 2014." in words(dialog)
    for text in ("2/26/14", "FINRA eFOCUS", "4711"):
        write(text)
        press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Return)
    assert said == ["January 2014 is on record as handed in on 26 Feb 2014."]
    handed_in = FirmDue.read(register.store).of(JANUARY).handed_in
    assert handed_in is not None
    assert (handed_in.on, handed_in.how, handed_in.reference) == (ON, "FINRA eFOCUS", "4711")

    dialog = opened(window, register, qtbot)
    dialog.settled.connect(said.append)
    assert "Handed in on 26 Feb 2014: FINRA eFOCUS, 4711 (" in words(dialog)
    press(Qt.Key.Key_Return)
    assert "with its reason" in dialog.problem.text()
    assert dialog.reason.hasFocus()
    write("it bounced")
    press(Qt.Key.Key_Return)
    assert said[1:] == ["January 2014 is not on record as handed in any more."]
    assert FirmDue.read(register.store).of(JANUARY).handed_in is None

    dialog = opened(window, register, qtbot)
    assert "Withdrawn: it bounced (" in words(dialog)
    assert dialog.first_field is dialog.day


def test_what_cannot_be_recorded_says_why_where_it_is_to_be_mended(
    window: QWidget, register: Register, qtbot: QtBot
) -> None:
    dialog = opened(window, register, qtbot)
    write("soon")
    press(Qt.Key.Key_Return)
    assert '"soon"' in dialog.problem.text()
    assert dialog.day.hasFocus()
    dialog.day.setText("2/26/14")
    press(Qt.Key.Key_Return)
    assert "Say how" in dialog.problem.text()
    assert dialog.how.hasFocus()
    write("FINRA eFOCUS")
    dialog.day.setText("3/5/14")
    press(Qt.Key.Key_Return)
    assert "5 Mar 2014 is in the future." in dialog.problem.text()
    assert dialog.day.hasFocus()
    assert FirmDue.read(register.store).of(JANUARY).hand_ins == ()


def test_escape_records_nothing(window: QWidget, register: Register, qtbot: QtBot) -> None:
    dialog = opened(window, register, qtbot)
    write("2/26/14")
    press(Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert FirmDue.read(register.store).of(JANUARY).hand_ins == ()
