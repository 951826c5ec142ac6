"""What nothing unmakes is asked first, and is not done by a key pressed out of habit."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from focusdesk.ui.look.lasting_question import LastingQuestion, ask_for_good
from tests.ui.words import press

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def done() -> list[str]:
    return []


@pytest.fixture
def window(light: object, qtbot: QtBot) -> QWidget:
    del light
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    return window


@pytest.fixture
def question(window: QWidget, qtbot: QtBot, done: list[str]) -> LastingQuestion:
    asked = LastingQuestion(window, "2 notices go on record", "For good.", ["N01 short", "N04 low"])
    ask_for_good(asked, lambda: done.append("recorded"))
    qtbot.waitUntil(asked.isActiveWindow)
    return asked


def test_it_says_exactly_what(question: LastingQuestion) -> None:
    assert question.listed.toPlainText() == "N01 short\n\nN04 low"
    assert question.windowTitle() == "2 notices go on record"
    assert question.accessibleDescription() == "For good."


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_esc_and_enter_go_back(question: LastingQuestion, done: list[str], key: Qt.Key) -> None:
    press(key)

    assert not question.isVisible()
    assert done == []


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_goes_back_from_what_is_listed_too(
    question: LastingQuestion, done: list[str], key: Qt.Key
) -> None:
    question.listed.setFocus()
    press(key)

    assert not question.isVisible()
    assert done == []


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_the_button_that_records_is_pressed_by_who_has_gone_there(
    question: LastingQuestion, done: list[str], key: Qt.Key
) -> None:
    question.agree.setFocus()
    press(key)

    assert not question.isVisible()
    assert done == ["recorded"]


def test_its_letter_records(question: LastingQuestion, done: list[str], qtbot: QtBot) -> None:
    with qtbot.waitSignal(question.finished):
        press(Qt.Key.Key_R, ALT)

    assert done == ["recorded"]


def test_the_other_letter_goes_back(
    question: LastingQuestion, done: list[str], qtbot: QtBot
) -> None:
    with qtbot.waitSignal(question.finished):
        press(Qt.Key.Key_G, ALT)

    assert done == []
