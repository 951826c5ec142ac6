"""Where it is written why a warning may stand."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from focusdesk.filing.edit import Cause, Edit
from focusdesk.filing.filing import Status
from focusdesk.filing.kept_text import LONGEST_NOTE
from focusdesk.filing.register import Register
from focusdesk.filing.session import FilingSession
from focusdesk.filing.warning_book import WarningBook
from focusdesk.form.period import Period
from focusdesk.ui.explain.explained_warning import ExplainedWarning
from focusdesk.ui.explain.warning_editor import WarningEditor

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def session(register: Register) -> FilingSession:
    december = register.start_month(Period(2014, 12))
    december.apply(Edit({"7700": 900}, Cause.TYPED))
    WarningBook(december).explain(WarningBook(december).find("X13:7690"), "As in November.")
    january = register.start_month(Period(2015, 1))
    january.apply(Edit({"7700": 1_000}, Cause.TYPED))
    return january


def warning(register: Register, session: FilingSession) -> ExplainedWarning:
    return ExplainedWarning(register, session, WarningBook(session).find("X13:7690"))


@pytest.fixture
def editor(
    light: QApplication, qtbot: QtBot, register: Register, session: FilingSession
) -> WarningEditor:
    del light
    editor = WarningEditor()
    qtbot.addWidget(editor)
    editor.show()
    editor.show_warning(warning(register, session))
    return editor


def texts(session: FilingSession) -> list[str]:
    book = WarningBook(session)
    return [each.text for each in book.history(book.find("X13:7690"))]


def test_ctrl_enter_keeps_the_words_and_leaves(
    editor: WarningEditor, session: FilingSession
) -> None:
    told: list[str] = []
    editor.left.connect(lambda: told.append("left"))
    editor.kept.connect(told.append)
    assert editor.signed.text() == "Nobody has said yet why it may stand."
    QTest.keyClicks(editor.words, "A broker.")
    QTest.keyClick(editor.words, Qt.Key.Key_Return, CTRL)
    assert texts(session) == ["A broker."]
    assert told == ["The explanation of X13 at 7690, 7740 is kept with January 2015.", "left"]


def test_last_month_s_words_are_one_key_away(editor: WarningEditor) -> None:
    assert "As in November." in editor.last_month.text()
    QTest.keyClick(editor.words, Qt.Key.Key_D, CTRL)
    assert editor.words.toPlainText() == "As in November."
    assert editor.has_unsaved_words


def test_words_of_other_figures_wait_for_ctrl_enter(
    editor: WarningEditor, register: Register, session: FilingSession
) -> None:
    QTest.keyClicks(editor.words, "A broker.")
    assert editor.keep()
    session.apply(Edit({"7700": 2_000}, Cause.TYPED))
    editor.show_warning(warning(register, session))
    assert "of other figures: 7740 was 1,000" in editor.signed.text()
    assert editor.keep()
    assert texts(session) == ["A broker."], "leaving agrees to nothing"
    QTest.keyClick(editor.words, Qt.Key.Key_Return, CTRL)
    assert texts(session) == ["A broker."] * 2


def test_an_edit_meanwhile_leaves_what_is_written(
    editor: WarningEditor, register: Register, session: FilingSession
) -> None:
    QTest.keyClicks(editor.words, "A bro")
    session.apply(Edit({"7700": 2_000}, Cause.TYPED))
    assert editor.show_warning(warning(register, session))
    assert editor.words.toPlainText() == "A bro"


def test_words_are_withdrawn_and_taken_back_from_the_earlier_ones(
    editor: WarningEditor, session: FilingSession
) -> None:
    QTest.keyClicks(editor.words, "A broker.")
    editor.keep()
    editor.withdraw.click()
    assert texts(session) == ["A broker.", ""]
    assert editor.signed.text().startswith("Withdrawn: ")
    editor.show_earlier.click()
    item = editor.earlier.item(editor.earlier.count() - 1)
    editor.earlier.itemActivated.emit(item)
    assert editor.words.toPlainText() == "A broker."


def test_words_that_cannot_be_kept_stay_with_the_sentence(editor: WarningEditor) -> None:
    editor.words.setPlainText("x" * (LONGEST_NOTE + 1))
    assert not editor.keep()
    assert "holds at most 4,000" in editor.problem.text()
    assert not editor.show_warning(None)
    editor.words.setPlainText("x")


def test_a_sealed_month_is_read_and_not_changed(
    editor: WarningEditor, register: Register, session: FilingSession
) -> None:
    sealed = register.open(register.store.set_status(session.filing, Status.SEALED))
    editor.show_warning(warning(register, sealed))
    assert editor.words.isReadOnly()
    assert editor.problem.text().startswith("January 2015 is sealed")
    assert editor.withdraw.isHidden()
