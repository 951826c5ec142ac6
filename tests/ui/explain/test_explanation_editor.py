"""Why a line moved is written in place, and kept when the keyboard leaves."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from focusdesk.filing.explanation import line, pool
from focusdesk.filing.filing import Status
from focusdesk.filing.register import Register
from focusdesk.filing.session import FilingSession
from focusdesk.ui.explain.explanation_editor import ExplanationEditor
from tests.ui.explain.changes import line_of, say_in_december
from tests.ui.words import CTRL, DECEMBER, focused, press, write

SEGREGATION = pool("segregation")


@pytest.fixture
def beside(light: QApplication) -> QLineEdit:
    del light
    return QLineEdit()


@pytest.fixture
def editor(
    qtbot: QtBot, beside: QLineEdit, register: Register, january: FilingSession
) -> ExplanationEditor:
    window, editor = QWidget(), ExplanationEditor()
    layout = QVBoxLayout(window)
    layout.addWidget(editor)
    layout.addWidget(beside)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    editor.show_line(line_of(register, january, "7190"))
    editor.words.setFocus()
    return editor


def said(session: FilingSession, code: str = "7190", *, of_pool: bool = False) -> str:
    subject = SEGREGATION if of_pool else line(code)
    found = session.explanations().find(subject, DECEMBER)
    return found.text if found else ""


def test_ctrl_enter_keeps_the_words_and_leaves(
    qtbot: QtBot, editor: ExplanationEditor, january: FilingSession
) -> None:
    assert editor.signed.text() == "Nobody has said why yet."
    write("Two new clients.")
    with qtbot.waitSignals([editor.kept, editor.left]):
        press(Qt.Key.Key_Return, CTRL)
    assert said(january) == "Two new clients."
    author = january.explanations().standing[0].author
    assert editor.signed.text().startswith(f"{author}, ")


def test_words_are_kept_when_the_keyboard_leaves(
    editor: ExplanationEditor, january: FilingSession, beside: QLineEdit
) -> None:
    write("Two new clients.")
    editor.of_line.setFocus()
    assert said(january) == "", "a button of its own is no leaving"
    beside.setFocus()
    assert said(january) == "Two new clients."


def test_words_are_kept_before_another_line_is_shown(
    editor: ExplanationEditor, january: FilingSession, register: Register
) -> None:
    write("Two new clients.")
    assert editor.show_line(line_of(register, january, "7194"))
    assert said(january) == "Two new clients."
    assert editor.words.toPlainText() == ""
    assert editor.show_line(line_of(register, january, "7190"))
    assert editor.words.toPlainText() == "Two new clients."


def test_last_months_words_are_one_key_away(
    editor: ExplanationEditor, january: FilingSession, register: Register
) -> None:
    say_in_december(register, line("7190"), "One client left.")
    editor.show_line(line_of(register, january, "7194"))
    assert not editor.take_last.isVisible()
    editor.show_line(line_of(register, january, "7190"))
    assert "\u201cOne client left.\u201d" in editor.last_month.text()

    write("As last month: ")
    press(Qt.Key.Key_D, CTRL)
    assert editor.words.toPlainText() == "As last month: One client left."


def test_last_months_words_about_the_pool_are_offered_as_such(
    editor: ExplanationEditor, january: FilingSession, register: Register
) -> None:
    say_in_december(register, SEGREGATION, "A busy month.")
    editor.show_line(line_of(register, january, "7194"))
    assert editor.last_month.text().endswith(", said of all of Segregation")
    press(Qt.Key.Key_D, CTRL)
    assert editor.words.toPlainText() == "A busy month."
    QTest.mouseClick(editor.of_pool, Qt.MouseButton.LeftButton)
    assert "said of all of" not in editor.last_month.text()


def test_words_that_are_not_kept_yet_come_along_to_the_pool(
    editor: ExplanationEditor, january: FilingSession, beside: QLineEdit
) -> None:
    write("Two new clients.")
    QTest.mouseClick(editor.of_pool, Qt.MouseButton.LeftButton)
    assert editor.words.toPlainText() == "Two new clients."
    beside.setFocus()
    assert (said(january), said(january, of_pool=True)) == ("", "Two new clients.")


def test_the_pools_own_words_are_shown_and_nothing_is_lost(
    editor: ExplanationEditor, january: FilingSession
) -> None:
    january.explain_change(SEGREGATION, "A busy month.")
    write("Two new clients.")
    QTest.mouseClick(editor.of_pool, Qt.MouseButton.LeftButton)
    assert editor.words.toPlainText() == "A busy month."
    assert said(january) == "Two new clients."


def test_a_line_that_its_pool_explains_shows_the_pools_words(
    editor: ExplanationEditor, january: FilingSession, register: Register
) -> None:
    january.explain_change(SEGREGATION, "A busy month.")
    editor.show_line(line_of(register, january, "7194"))
    assert editor.of_pool.isChecked()
    assert editor.words.toPlainText() == "A busy month."


def test_what_was_said_before_can_be_taken_back(
    editor: ExplanationEditor, january: FilingSession
) -> None:
    write("Two new clients.")
    assert editor.keep()
    kept: list[str] = []
    editor.kept.connect(kept.append)
    QTest.mouseClick(editor.withdraw, Qt.MouseButton.LeftButton)
    assert kept == ["The explanation of 7190 is withdrawn; its earlier words stay here."]
    assert said(january) == ""
    assert editor.signed.text().startswith("Withdrawn: ")

    QTest.mouseClick(editor.show_earlier, Qt.MouseButton.LeftButton)
    editor.earlier.setCurrentRow(1)
    editor.earlier.setFocus()
    press(Qt.Key.Key_Return)
    assert editor.words.toPlainText() == "Two new clients."
    assert focused() is editor.words


def test_words_that_are_refused_stay_and_the_sentence_says_why(
    editor: ExplanationEditor, january: FilingSession
) -> None:
    editor.words.setPlainText("x" * 20_001)
    assert not editor.keep()
    assert editor.problem.isVisible()
    assert editor.problem.text()
    assert editor.has_unsaved_words
    assert said(january) == ""


def test_a_sealed_month_can_be_read_and_not_changed(
    editor: ExplanationEditor, january: FilingSession, register: Register
) -> None:
    january.explain_change(line("7190"), "Two new clients.")
    january.filing = replace(january.filing, status=Status.SEALED)
    editor.show_line(line_of(register, january, "7190"))
    assert editor.words.isReadOnly()
    assert editor.words.toPlainText() == "Two new clients."
    assert editor.problem.text().startswith("January 2014 is sealed")
    assert not editor.withdraw.isVisible()


def test_where_nothing_can_be_said_it_is_gone(editor: ExplanationEditor) -> None:
    assert editor.show_line(None)
    assert not editor.isVisible()
