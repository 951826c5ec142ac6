"""While a box is being typed the keys are the editor's own, whatever the menus say."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from tests.ui.window_words import Window, copied, open_window
from tests.ui.words import CTRL, focused, press, write

Key = Qt.Key


@pytest.fixture
def window(light: QApplication, qtbot: QtBot, two_months: Path, tmp_path: Path) -> Window:
    """7100 has been entered, and 12 is being typed into 7110."""
    del light
    window = open_window(qtbot, tmp_path, copied(two_months, tmp_path))
    assert window.tabs.go_to("7100")
    write("5")
    press(Key.Key_Return)
    write("12")
    return window


def typed() -> str:
    line = focused()
    assert isinstance(line, QLineEdit)
    return line.text()


def test_ctrl_z_takes_typing_back_and_no_step(window: Window) -> None:
    press(Key.Key_Z, CTRL)
    assert typed() != "12"
    press(Key.Key_Z, CTRL, times=3)
    assert window.session.value("7100") == 5
    assert window.tabs.current_code() == "7110"
    press(Key.Key_Y, CTRL)
    assert window.session.value("7100") == 5


def test_ctrl_z_takes_the_step_back_once_nothing_is_typed(window: Window) -> None:
    press(Key.Key_Escape)
    press(Key.Key_Z, CTRL)
    assert window.session.value("7100") == 93_296_699
    press(Key.Key_Y, CTRL)
    assert window.session.value("7100") == 5


def test_the_clipboard_serves_the_text_that_is_typed(window: Window) -> None:
    press(Key.Key_A, CTRL)
    press(Key.Key_X, CTRL)
    assert (typed(), QGuiApplication.clipboard().text()) == ("", "12")
    press(Key.Key_V, CTRL)
    press(Key.Key_V, CTRL)
    assert typed() == "1212"
    press(Key.Key_Return)
    assert window.session.value("7110") == 1212


def test_what_was_taken_and_when_it_was_saved_is_said_at_the_foot(window: Window) -> None:
    press(Key.Key_Return)
    assert window.said.startswith("7110  319,844,340 \u2192 12")
    assert window.main.status.saved.text().startswith("Saved ")
