"""Notes by the keyboard: written, kept, withdrawn, taken back, listed, in the real window."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from focusdesk.filing.filing import OF_THE_MONTH, Status
from focusdesk.filing.kept_text import LONGEST_NOTE
from focusdesk.store.opening import open_store
from focusdesk.ui.notes.note_editor import NoteEditor
from focusdesk.ui.notes.notes_dialog import NotesDialog
from focusdesk.ui.notes.noting import Noting
from tests.ui.window_words import Window, copied, open_window
from tests.ui.words import CTRL, DECEMBER, JANUARY, SHIFT, press, write

CTRL_SHIFT = CTRL | SHIFT


@pytest.fixture
def window(light: QApplication, qtbot: QtBot, two_months: Path, tmp_path: Path) -> Window:
    del light
    window = open_window(qtbot, tmp_path, copied(two_months, tmp_path))
    window.desk.show_month(window.month(JANUARY), "7190")
    return window


def noting(window: Window) -> Noting:
    return window.feature(Noting)


def editor(window: Window, qtbot: QtBot) -> NoteEditor:
    """The editor, once the keyboard is in it."""
    opened = noting(window).editor
    assert opened is not None
    qtbot.waitUntil(opened.words.hasFocus)
    return opened


def listed(window: Window, qtbot: QtBot) -> NotesDialog:
    opened = noting(window).listed
    assert opened is not None
    qtbot.waitUntil(opened.isActiveWindow)
    return opened


def card(window: Window) -> QWidget:
    """What takes the keyboard in the explanation."""
    card = window.desk.explain.focusProxy()
    assert card is not None
    return card


def back_on_the_page(window: Window, qtbot: QtBot) -> None:
    qtbot.waitUntil(window.frame.isActiveWindow)
    page = window.tabs.current_page()
    assert page is not None
    qtbot.waitUntil(page.hasFocus)


def test_a_note_is_written_at_a_computed_box_and_kept_by_ctrl_enter(
    window: Window, qtbot: QtBot
) -> None:
    press(Qt.Key.Key_F2, SHIFT)
    opened = editor(window, qtbot)
    assert opened.windowTitle() == "Note at 7190, January 2014"
    write("Agreed with the treasurer.")
    press(Qt.Key.Key_Return, CTRL)
    note = window.session.notes()["7190"]
    assert (note.text, note.permanent) == ("Agreed with the treasurer.", False)
    assert window.said == "The note at 7190 is saved. This month only."
    back_on_the_page(window, qtbot)
    assert "Agreed with the treasurer." in window.desk.explain.text
    page = window.tabs.current_page()
    assert page is not None
    tip = page.currentIndex().data(Qt.ItemDataRole.ToolTipRole)
    assert "Agreed with the treasurer." in tip


def test_a_permanent_note_is_marked_so_by_the_keyboard_and_comes_back_next_month(
    window: Window, qtbot: QtBot
) -> None:
    press(Qt.Key.Key_F2, SHIFT)
    opened = editor(window, qtbot)
    write("Stays.")
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Left)
    assert opened.permanent.isChecked()
    press(Qt.Key.Key_Return, CTRL)
    assert window.session.notes()["7190"].permanent
    started = window.desk.register.start_month(JANUARY.plus(1), source=window.session.filing)
    assert started.notes()["7190"].text == "Stays."


def test_escape_leaves_and_words_that_would_be_lost_are_said_first(
    window: Window, qtbot: QtBot
) -> None:
    press(Qt.Key.Key_F2, SHIFT)
    opened = editor(window, qtbot)
    write("Half")
    press(Qt.Key.Key_Escape)
    assert opened.isVisible()
    assert opened.problem.text().startswith("These words are not saved yet")
    press(Qt.Key.Key_Escape)
    back_on_the_page(window, qtbot)
    assert "7190" not in window.session.notes()
    press(Qt.Key.Key_F2, SHIFT)
    editor(window, qtbot)
    press(Qt.Key.Key_Escape)
    back_on_the_page(window, qtbot)


def test_deleting_the_words_withdraws_the_note_and_its_words_can_be_taken_back(
    window: Window, qtbot: QtBot
) -> None:
    window.session.write_note("7190", "First.", permanent=True)
    press(Qt.Key.Key_F2, SHIFT)
    editor(window, qtbot)
    press(Qt.Key.Key_A, CTRL)
    press(Qt.Key.Key_Delete)
    press(Qt.Key.Key_Return, CTRL)
    assert "7190" not in window.session.notes()
    assert "earlier words" in window.said
    back_on_the_page(window, qtbot)
    press(Qt.Key.Key_F2, SHIFT)
    opened = editor(window, qtbot)
    assert [opened.earlier.item(at).text().partition("\n")[2] for at in range(2)] == [
        "Withdrawn",
        "First.",
    ]
    opened.earlier.setFocus()
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    assert opened.words.toPlainText() == "First."
    assert opened.permanent.isChecked()
    press(Qt.Key.Key_Return, CTRL)
    assert window.session.notes()["7190"].text == "First."


def test_a_note_that_is_too_long_says_so_and_stays_in_the_editor(
    window: Window, qtbot: QtBot
) -> None:
    press(Qt.Key.Key_F2, SHIFT)
    opened = editor(window, qtbot)
    opened.words.setPlainText("x" * (LONGEST_NOTE + 1))
    press(Qt.Key.Key_Return, CTRL)
    assert opened.isVisible()
    assert "at most 4,000" in opened.problem.text()
    opened.words.setPlainText("x")
    assert opened.problem.text() == ""


def test_another_box_keeps_what_is_written_at_the_first(window: Window, qtbot: QtBot) -> None:
    press(Qt.Key.Key_F2, SHIFT)
    editor(window, qtbot)
    write("Kept.")
    window.desk.go_to("7100")
    window.do("write_note")
    assert editor(window, qtbot).code == "7100"
    assert window.session.notes()["7190"].text == "Kept."


def test_closing_the_window_keeps_what_is_written(
    window: Window, qtbot: QtBot, tmp_path: Path
) -> None:
    press(Qt.Key.Key_F2, SHIFT)
    editor(window, qtbot)
    write("Not lost.")
    window.frame.close()
    with open_store(tmp_path / "firm.focusdesk") as store:
        assert store.notes(store.find(JANUARY))["7190"].text == "Not lost."


def test_a_note_of_a_sealed_month_is_shown_and_says_why_it_cannot_be_changed(
    window: Window, qtbot: QtBot
) -> None:
    window.session.write_note("7190", "Sealed in.")
    store = window.desk.register.store
    store.set_status(window.session.filing, Status.SEALED)
    window.desk.read_again()
    window.desk.go_to("7190")
    press(Qt.Key.Key_F2, SHIFT)
    opened = editor(window, qtbot)
    assert opened.words.toPlainText() == "Sealed in."
    assert opened.words.isReadOnly()
    assert "sealed" in opened.problem.text()
    assert not opened.save.isVisible()
    press(Qt.Key.Key_Return, CTRL)
    press(Qt.Key.Key_Escape)
    back_on_the_page(window, qtbot)


def test_another_program_s_change_is_met_with_the_words_still_there(
    window: Window, qtbot: QtBot, tmp_path: Path
) -> None:
    press(Qt.Key.Key_F2, SHIFT)
    opened = editor(window, qtbot)
    write("Mine.")
    with open_store(tmp_path / "firm.focusdesk") as other:
        other.write_note(other.find(JANUARY), "7100", "Theirs.")
    press(Qt.Key.Key_Return, CTRL)
    assert "Another program changed" in opened.problem.text()
    assert window.notice.parentWidget() is opened, "or the editor covers the question"
    window.notice.accept()
    assert opened.words.toPlainText() == "Mine."
    assert opened.problem.text() == "", "nobody else wrote at this box"
    assert opened.keep()
    assert {"7190", "7100"} <= window.session.notes().keys()


def test_words_that_somebody_else_wrote_here_meanwhile_are_shown_before_they_are_replaced(
    window: Window, qtbot: QtBot, tmp_path: Path
) -> None:
    press(Qt.Key.Key_F2, SHIFT)
    opened = editor(window, qtbot)
    write("Mine.")
    with open_store(tmp_path / "firm.focusdesk") as other:
        other.write_note(other.find(JANUARY), "7190", "Theirs.")
    press(Qt.Key.Key_Return, CTRL)
    window.notice.accept()
    assert opened.words.toPlainText() == "Mine."
    assert "has written here meanwhile" in opened.problem.text()
    assert opened.earlier.item(0).text().endswith("Theirs.")
    assert opened.earlier.isVisible()
    assert opened.keep()
    assert [note.text for note in window.session.note_history("7190")] == ["Theirs.", "Mine."]


def test_an_editor_without_words_of_its_own_shows_those_written_meanwhile(
    window: Window, qtbot: QtBot, tmp_path: Path
) -> None:
    press(Qt.Key.Key_F2, SHIFT)
    opened = editor(window, qtbot)
    with open_store(tmp_path / "firm.focusdesk") as other:
        other.write_note(other.find(JANUARY), "7190", "Theirs.", permanent=True)
    window.desk.read_again()
    assert opened.words.toPlainText() == "Theirs."
    assert opened.permanent.isChecked()
    assert not opened.has_unsaved_words


def test_a_change_met_from_another_month_is_asked_about_in_its_own(
    window: Window, qtbot: QtBot, tmp_path: Path
) -> None:
    press(Qt.Key.Key_F2, SHIFT)
    opened = editor(window, qtbot)
    write("Of January.")
    window.desk.show_month(window.month(DECEMBER))
    with open_store(tmp_path / "firm.focusdesk") as other:
        other.write_note(other.find(JANUARY), "7100", "Theirs.")
    assert not opened.keep()
    window.notice.accept()
    assert window.session.filing.period == JANUARY
    assert opened.keep()
    assert {"7190", "7100"} <= window.session.notes().keys()


@pytest.mark.parametrize("action", ["quit", "open_sample"])
def test_a_store_is_not_left_while_a_note_in_it_cannot_be_kept(
    window: Window, qtbot: QtBot, action: str
) -> None:
    press(Qt.Key.Key_F2, SHIFT)
    opened = editor(window, qtbot)
    opened.words.setPlainText("x" * (LONGEST_NOTE + 1))
    window.do(action)
    assert window.frame.isVisible()
    assert window.main.desk is not None
    assert opened.isVisible()
    assert "at most 4,000" in opened.problem.text()
    opened.words.setPlainText("Short.")
    window.frame.close()
    assert not window.frame.isVisible()


def test_the_month_has_a_note_of_its_own(window: Window, qtbot: QtBot) -> None:
    window.do("month_note")
    opened = editor(window, qtbot)
    assert opened.windowTitle() == "Note on the month, January 2014"
    write("The bank was late.")
    press(Qt.Key.Key_Return, CTRL)
    month = window.session.month_note()
    assert month is not None
    assert month.text == "The bank was late."


def test_the_list_is_filtered_by_typing_and_enter_goes_to_the_box(
    window: Window, qtbot: QtBot
) -> None:
    window.session.write_note("7380", "Of the bank.")
    press(Qt.Key.Key_F2, CTRL_SHIFT)
    opened = listed(window, qtbot)
    assert len(opened.shown) > 5
    write("7380")
    assert [note.note.code for note in opened.shown] == ["7380"]
    press(Qt.Key.Key_Return)
    back_on_the_page(window, qtbot)
    assert window.desk.current_code == "7380"


def test_a_note_is_changed_from_the_list_which_shows_it_at_once(
    window: Window, qtbot: QtBot
) -> None:
    window.session.write_note(OF_THE_MONTH, "Of the month.")
    press(Qt.Key.Key_F2, CTRL_SHIFT)
    opened = listed(window, qtbot)
    press(Qt.Key.Key_F2)
    editor(window, qtbot)
    write(" More.")
    press(Qt.Key.Key_Return, CTRL)
    assert opened.shown[0].note.text == "Of the month. More."
    qtbot.waitUntil(opened.isActiveWindow)


def test_the_editor_goes_on_in_its_month_while_another_is_on_the_desk(
    window: Window, qtbot: QtBot
) -> None:
    press(Qt.Key.Key_F2, SHIFT)
    opened = editor(window, qtbot)
    write("Of January.")
    window.desk.show_month(window.month(DECEMBER))
    assert opened.keep()
    assert "7190" not in window.session.notes()
    assert window.desk.register.store.notes(window.month(JANUARY))["7190"].text == "Of January."


def test_the_note_is_reached_through_the_explanation_and_escape_goes_back_to_the_page(
    window: Window, qtbot: QtBot
) -> None:
    window.do("why")
    qtbot.waitUntil(card(window).hasFocus)
    press(Qt.Key.Key_Tab, times=4)  # 7180, 7060, 7198, the note
    press(Qt.Key.Key_Return)
    assert editor(window, qtbot).code == "7190"
    press(Qt.Key.Key_Escape)
    qtbot.waitUntil(card(window).hasFocus)
    press(Qt.Key.Key_Escape)
    back_on_the_page(window, qtbot)
