"""A refusal is seen, announced, and told at the field that is to be mended."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from focusdesk.ui.look.problem import Problem

SENTENCE = "Name the firm <as it stands> on the cover."


@pytest.fixture
def field(light: object, qtbot: QtBot) -> QLineEdit:
    del light
    window = QWidget()
    qtbot.addWidget(window)
    field, layout = QLineEdit(), QVBoxLayout(window)
    layout.addWidget(QLineEdit())
    layout.addWidget(field)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return field


@pytest.fixture
def problem(field: QLineEdit) -> Problem:
    problem, layout = Problem(), field.window().layout()
    assert layout is not None
    layout.addWidget(problem)
    return problem


def test_without_a_sentence_it_takes_no_room(problem: Problem) -> None:
    assert not problem.isVisible()


def test_it_is_told_at_the_field_which_has_the_keyboard_then(
    problem: Problem, field: QLineEdit
) -> None:
    problem.say(SENTENCE, field)
    assert problem.isVisible()
    assert problem.text() == SENTENCE
    assert field.hasFocus()
    assert field.accessibleDescription() == SENTENCE


def test_it_is_announced(problem: Problem, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []

    def take(event: QAccessibleAnnouncementEvent) -> None:
        told.append(event.message())

    monkeypatch.setattr(QAccessible, "updateAccessibility", take)
    problem.say(SENTENCE)
    problem.say("")
    assert told == [SENTENCE]


def test_what_is_written_is_not_taken_for_marked_up_text(problem: Problem) -> None:
    assert problem.textFormat() is Qt.TextFormat.PlainText


def test_it_is_taken_back_at_the_field_too(problem: Problem, field: QLineEdit) -> None:
    problem.say(SENTENCE, field)
    problem.take_back()
    assert (problem.text(), problem.isVisible()) == ("", False)
    assert field.accessibleDescription() == ""


def test_another_refusal_leaves_nothing_at_the_first_field(
    problem: Problem, field: QLineEdit
) -> None:
    problem.say(SENTENCE, field)
    problem.say("The disk is full.")
    assert field.accessibleDescription() == ""
    assert problem.text() == "The disk is full."
