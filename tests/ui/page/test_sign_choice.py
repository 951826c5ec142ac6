"""The question at the box what a minus means, answered by a key or a click."""

import pytest
from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from focusdesk.form.entry import SignQuestion
from focusdesk.ui.look.zoom import Zoom
from focusdesk.ui.page.sign_choice import SignChoice

Key = Qt.Key
QUESTION = SignQuestion("Is it 500, or a negative, -500?", as_printed=500, negative=-500)
BOX = QRect(300, 100, 90, 22)


@pytest.fixture
def told() -> list[str]:
    return []


@pytest.fixture
def choice(light: QApplication, qtbot: QtBot, told: list[str]) -> SignChoice:
    del light
    page = QWidget()
    page.resize(600, 500)
    qtbot.addWidget(page)
    page.show()
    choice = SignChoice(page)
    choice.printed_meant.connect(lambda: told.append("printed"))
    choice.negative_meant.connect(lambda: told.append("negative"))
    choice.taken_back.connect(lambda: told.append("back"))
    choice.ask(QUESTION)
    choice.show_at(BOX)
    return choice


def key(code: Qt.Key, text: str = "", *, held: bool = False) -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyPress, code, Qt.KeyboardModifier.NoModifier, text, held)


def test_its_answers_say_their_keys_and_what_they_mean(choice: SignChoice) -> None:
    assert [button.text() for button in choice.choices] == [
        "Enter: 500, printed as (500)",
        "N or \u2212: a negative, \u2212500",
        "Esc: back to typing",
    ]
    assert choice.accessibleName().startswith("Is it 500, or a negative, -500? Enter: 500")


def test_it_stands_whole_at_its_box_with_targets_large_enough(choice: SignChoice) -> None:
    assert not choice.geometry().intersects(BOX)
    page = choice.parentWidget()
    assert page is not None
    assert page.rect().contains(choice.geometry())
    for button in choice.choices:
        assert choice.rect().contains(button.geometry())
        assert button.height() >= 24
        assert button.width() >= button.fontMetrics().horizontalAdvance(button.text())


@pytest.mark.parametrize(
    ("event", "answer"),
    [
        (key(Key.Key_Return, "\r"), "printed"),
        (key(Key.Key_Enter, "\r"), "printed"),
        (key(Key.Key_N, "n"), "negative"),
        (key(Key.Key_N, "N"), "negative"),
        (key(Key.Key_Minus, "-"), "negative"),
        (key(Key.Key_Escape, "\x1b"), "back"),
    ],
)
def test_a_key_answers(choice: SignChoice, told: list[str], event: QKeyEvent, answer: str) -> None:
    assert choice.answers(event)
    assert told == [answer]


@pytest.mark.parametrize("event", [key(Key.Key_5, "5"), key(Key.Key_Left), key(Key.Key_Tab, "\t")])
def test_any_other_key_is_no_answer(choice: SignChoice, told: list[str], event: QKeyEvent) -> None:
    assert not choice.answers(event)
    assert told == []


def test_enter_held_down_does_not_answer_what_nobody_has_seen(
    choice: SignChoice, told: list[str]
) -> None:
    assert choice.answers(key(Key.Key_Return, "\r", held=True)), "and it goes nowhere else either"
    assert not choice.answers(key(Key.Key_Minus, "-", held=True))
    assert told == []


def test_a_click_answers_and_one_beside_the_answers_does_nothing(
    choice: SignChoice, told: list[str]
) -> None:
    QTest.mouseClick(choice, Qt.MouseButton.LeftButton, pos=choice.rect().bottomRight() / 1.001)
    for button in choice.choices:
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert told == ["printed", "negative", "back"]


def test_it_grows_with_the_page(choice: SignChoice) -> None:
    choice.show_at(BOX, Zoom(125))
    for button in choice.choices:
        assert button.font().pixelSize() == 16
        assert choice.rect().contains(button.geometry())
    label = choice.findChild(QLabel)
    assert label is not None
    assert label.height() >= label.heightForWidth(label.width())


def test_the_question_is_gone_once_it_is_left(choice: SignChoice) -> None:
    choice.leave()
    assert not choice.isVisible()
    assert choice.accessibleName() == "No question about a sign"


@pytest.mark.parametrize(
    "held", [Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier]
)
def test_a_key_with_ctrl_or_alt_asks_for_something_else(
    choice: SignChoice, told: list[str], held: Qt.KeyboardModifier
) -> None:
    for code in (Key.Key_Return, Key.Key_N, Key.Key_Escape):
        assert not choice.answers(QKeyEvent(QEvent.Type.KeyPress, code, held, "n"))
    assert told == []
