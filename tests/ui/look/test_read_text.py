"""Words to be read can be walked, marked and copied by keyboard, and Tab leads on from them."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from focusdesk.ui.look.read_text import ReadText
from tests.ui.words import CTRL, SHIFT, focused, press, write


@pytest.fixture
def text(light: object, qtbot: QtBot) -> ReadText:
    del light
    window = QWidget()
    qtbot.addWidget(window)
    text, layout = ReadText("What is on record", "N01\nunder-segregated"), QVBoxLayout(window)
    layout.addWidget(text)
    layout.addWidget(QLineEdit())
    window.show()
    window.activateWindow()
    text.setFocus()
    qtbot.waitUntil(text.hasFocus)
    return text


def test_it_is_marked_and_copied_by_keyboard(text: ReadText) -> None:
    press(Qt.Key.Key_Right, SHIFT, times=3)
    assert text.textCursor().hasSelection()
    press(Qt.Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == "N01"


def test_nothing_is_written_into_it(text: ReadText) -> None:
    write("x")
    assert text.toPlainText() == "N01\nunder-segregated"


def test_tab_leads_on(text: ReadText) -> None:
    press(Qt.Key.Key_Tab)
    assert isinstance(focused(), QLineEdit)
    assert text.accessibleName() == "What is on record"


def test_the_same_words_again_leave_what_is_marked(text: ReadText) -> None:
    press(Qt.Key.Key_Right, SHIFT, times=3)
    text.show_words("N01\nunder-segregated")
    assert text.textCursor().selectedText() == "N01"
    text.show_words("N04")
    assert text.toPlainText() == "N04"
