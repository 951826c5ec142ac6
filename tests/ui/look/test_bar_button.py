import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from focusdesk.ui.look.bar_button import BarButton

KEYS = [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter]


def test_a_button_is_named_by_what_it_does_and_not_by_its_sign_or_its_keys(
    light: QApplication,
) -> None:
    del light
    button = BarButton("\u2039", "Previous page  PgUp")
    assert (button.text(), button.toolTip()) == ("\u2039", "Previous page  PgUp")
    assert button.accessibleName() == "Previous page"
    assert BarButton("Back to the month  Esc").accessibleName() == "Back to the month"
    assert BarButton("Months\u2026").accessibleName() == "Months"


@pytest.mark.parametrize("key", KEYS)
def test_the_keyboard_presses_it(light: QApplication, qtbot: QtBot, key: Qt.Key) -> None:
    del light
    button = BarButton("Find\u2026")
    qtbot.addWidget(button)
    pressed: list[int] = []
    button.clicked.connect(lambda: pressed.append(1))
    QTest.keyClick(button, key)
    QTest.keyClick(button, Qt.Key.Key_Down)
    assert pressed == [1]


@pytest.mark.parametrize("key", [*KEYS, Qt.Key.Key_Down])
def test_the_keyboard_opens_its_menu(light: QApplication, qtbot: QtBot, key: Qt.Key) -> None:
    del light
    button, menu = BarButton("Export\u2026"), QMenu()
    qtbot.addWidget(menu)
    qtbot.addWidget(button)
    button.setPopupMode(BarButton.ToolButtonPopupMode.InstantPopup)
    button.setMenu(menu)
    menu.addAction("PDF")
    shown: list[int] = []
    menu.aboutToShow.connect(lambda: shown.append(1))
    # The menu keeps the keyboard until it is closed, which a timer within it does.
    menu.aboutToShow.connect(lambda: QTimer.singleShot(0, menu.close))
    button.show()
    QTest.keyClick(button, key)
    assert shown == [1]


def test_an_action_that_cannot_be_done_is_not_pressed(light: QApplication, qtbot: QtBot) -> None:
    action, button = QAction("Print\u2026", light), BarButton()
    qtbot.addWidget(button)
    button.show()
    done: list[int] = []
    action.triggered.connect(lambda: done.append(1))
    button.setDefaultAction(action)
    QTest.keyClick(button, Qt.Key.Key_Return)
    action.setEnabled(False)
    button.click()
    assert not button.isEnabled()
    assert done == [1]


def test_a_button_that_is_on_has_room_for_its_bold_words(light: QApplication) -> None:
    del light
    plain, switch = BarButton("Continuous"), BarButton("Continuous")
    switch.setCheckable(True)
    off = switch.sizeHint().width()
    switch.setChecked(True)
    assert switch.sizeHint().width() == off > plain.sizeHint().width()
