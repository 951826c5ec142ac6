"""What every explanation that is written in place has."""

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from typing_extensions import override

from focusdesk.filing.explanation import Explanation, line
from focusdesk.filing.ports import StoreConflict
from focusdesk.form.period import Period
from focusdesk.ui.edges import moment_words
from focusdesk.ui.explain.words_editor import WordsEditor, byline

WRITTEN = dt.datetime(2014, 2, 3, 12, 30, tzinfo=dt.UTC)
SENTENCE = "Another program changed January 2014."


class Conflicting(WordsEditor):
    """An editor whose month another program has changed."""

    def __init__(self) -> None:
        super().__init__()
        self.tried = 0
        self._stack()
        self.show()

    @override
    def keep(self) -> bool:
        self.tried += 1

        def refuse() -> None:
            raise StoreConflict(SENTENCE)

        return self._kept_by(refuse)


@pytest.fixture
def editor(light: QApplication, qtbot: QtBot) -> Conflicting:
    """The editor above another field to which the keyboard may go."""
    del light
    window, editor, elsewhere = QWidget(), Conflicting(), QLineEdit()
    layout = QVBoxLayout(window)
    layout.addWidget(editor)
    layout.addWidget(elsewhere)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    editor.words.setFocus()
    return editor


def test_words_are_signed() -> None:
    words = Explanation(line("7190"), "New clients.", Period(2013, 12), "ana", WRITTEN)

    assert byline(words) == f"ana, {moment_words(WRITTEN)}"


def test_a_conflict_is_told_once_and_not_again_when_the_keyboard_goes_to_the_question(
    editor: Conflicting,
) -> None:
    met: list[str] = []
    editor.conflict_met.connect(met.append)
    QTest.keyClicks(editor.words, "Why")

    elsewhere = editor.window().findChildren(QLineEdit)[-1]
    elsewhere.setFocus(Qt.FocusReason.OtherFocusReason)
    assert (editor.tried, met) == (1, [SENTENCE])
    assert editor.problem.text() == SENTENCE

    editor.words.setFocus()
    elsewhere.setFocus(Qt.FocusReason.OtherFocusReason)

    assert (editor.tried, met) == (1, [SENTENCE])
    assert editor.words.toPlainText() == "Why"
