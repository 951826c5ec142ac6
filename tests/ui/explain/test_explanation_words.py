"""The keys of the words take what the page has them for elsewhere."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from focusdesk.ui.explain.explanation_words import ExplanationWords
from focusdesk.ui.look.zoom import Zoom
from tests.ui.words import CTRL, NO_KEY


@pytest.fixture
def words(qtbot: QtBot) -> ExplanationWords:
    words = ExplanationWords()
    qtbot.addWidget(words)
    return words


@pytest.mark.parametrize(
    ("key", "modifiers", "signal"),
    [
        (Qt.Key.Key_Return, CTRL, "done"),
        (Qt.Key.Key_Enter, CTRL, "done"),
        (Qt.Key.Key_D, CTRL, "earlier_asked"),
        (Qt.Key.Key_Escape, NO_KEY, "left"),
        (Qt.Key.Key_F8, NO_KEY, "next_asked"),
    ],
)
def test_a_key_of_its_own_is_taken_before_the_window_has_it(
    qtbot: QtBot,
    words: ExplanationWords,
    key: Qt.Key,
    modifiers: Qt.KeyboardModifier,
    signal: str,
) -> None:
    asked = QKeyEvent(QEvent.Type.ShortcutOverride, key, modifiers)
    asked.ignore()
    QApplication.sendEvent(words, asked)
    assert asked.isAccepted()

    with qtbot.waitSignal(getattr(words, signal)):
        QTest.keyClick(words, key, modifiers)
    assert words.toPlainText() == ""


def test_other_keys_write(words: ExplanationWords) -> None:
    QTest.keyClicks(words, "Two new clients")
    QTest.keyClick(words, Qt.Key.Key_Return)
    QTest.keyClicks(words, "and one loss")
    assert words.toPlainText() == "Two new clients\nand one loss"


def test_it_grows_with_the_zoom(words: ExplanationWords) -> None:
    height = words.maximumHeight()
    words.show_zoom(Zoom(200))
    assert height * 1.5 < words.maximumHeight() < height * 2
