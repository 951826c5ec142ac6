import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from focusdesk.filing.filing import OF_THE_MONTH
from focusdesk.filing.session import FilingSession
from focusdesk.ui.notes.note_editor import NoteEditor
from tests.ui.words import controls_of, reached_by_tab


@pytest.fixture
def window(light: object, qtbot: QtBot) -> QWidget:
    """What the dialog stands over: it owns it, and outlives it."""
    del light
    window = QWidget()
    qtbot.addWidget(window)
    return window


def opened(window: QWidget, qtbot: QtBot, session: FilingSession, code: str) -> NoteEditor:
    editor = NoteEditor(session, code, window)
    editor.show()
    editor.activateWindow()
    qtbot.waitUntil(editor.isActiveWindow)
    return editor


def test_nothing_is_written_where_nothing_has_changed(
    window: QWidget, qtbot: QtBot, january: FilingSession
) -> None:
    january.write_note("7190", "As it is.", permanent=True)
    editor = opened(window, qtbot, january, "7190")
    assert not editor.has_unsaved_words
    assert editor.keep()
    assert len(january.note_history("7190")) == 1
    editor.this_month.setChecked(True)
    assert editor.has_unsaved_words
    assert editor.keep()
    assert not january.notes()["7190"].permanent


def test_a_box_without_a_note_can_be_left_blank(
    window: QWidget, qtbot: QtBot, january: FilingSession
) -> None:
    editor = opened(window, qtbot, january, "7190")
    editor.permanent.setChecked(True)
    assert not editor.has_unsaved_words
    assert editor.earlier.isHidden()
    assert not editor.withdraw.isVisible()


def test_the_answer_that_stands_out_keeps_the_words(
    window: QWidget, qtbot: QtBot, january: FilingSession
) -> None:
    january.write_note("7190", "As it was.")
    january.write_note("7190", "As it is.")
    editor = opened(window, qtbot, january, "7190")
    assert editor.take.isVisible()
    assert editor.save.isDefault()


def test_the_button_withdraws(window: QWidget, qtbot: QtBot, january: FilingSession) -> None:
    january.write_note(OF_THE_MONTH, "Of the month.")
    editor = opened(window, qtbot, january, OF_THE_MONTH)
    said: list[str] = []
    editor.saved.connect(said.append)
    editor.withdraw.click()
    assert january.month_note() is None
    assert said == ["The note on the month is withdrawn; its editor still has the earlier words."]
    assert not editor.isVisible()


def test_tab_reaches_every_control_of_the_editor(
    window: QWidget, qtbot: QtBot, january: FilingSession
) -> None:
    january.write_note("7190", "First.")
    january.write_note("7190", "Second.")
    editor = opened(window, qtbot, january, "7190")
    qtbot.waitUntil(editor.words.hasFocus)
    assert controls_of(editor) <= reached_by_tab()


def test_long_earlier_words_are_told_with_who_wrote_them(
    window: QWidget, qtbot: QtBot, january: FilingSession
) -> None:
    editor = opened(window, qtbot, january, "7080")
    assert editor.words.toPlainText().startswith("Reconstruction")
    january.write_note("7080", "Now.")
    again = opened(window, qtbot, january, "7080")
    assert again.earlier.count() == 1
    assert "This month only\nReconstruction" in again.earlier.item(0).text()
