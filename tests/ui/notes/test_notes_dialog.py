import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from focusdesk.filing.ports import StoreDamaged
from focusdesk.filing.session import FilingSession
from focusdesk.ui.notes.notes_dialog import NotesDialog
from tests.ui.words import controls_of, press, reached_by_tab, write


@pytest.fixture
def window(light: object, qtbot: QtBot) -> QWidget:
    """What the dialog stands over: it owns it, and outlives it."""
    del light
    window = QWidget()
    qtbot.addWidget(window)
    return window


@pytest.fixture
def dialog(window: QWidget, qtbot: QtBot, january: FilingSession) -> NotesDialog:
    january.write_note("", "Of the month.", permanent=True)
    dialog = NotesDialog(january, window)
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    dialog.sought.setFocus()
    return dialog


def test_it_says_how_many_notes_there_are_and_how_many_come_along(dialog: NotesDialog) -> None:
    count = len(dialog.shown)
    assert dialog.counted.text().startswith(f"{count} notes. 1 is permanent and comes along")
    write("reconstruction")
    assert dialog.counted.text() == f"{len(dialog.shown)} of {count} notes"
    write("xyz")
    assert dialog.counted.text() == "No note has these words."
    assert not dialog.go.isEnabled()
    press(Qt.Key.Key_Return)
    assert dialog.isVisible()


def test_the_arrows_choose_while_the_filter_keeps_the_keyboard(dialog: NotesDialog) -> None:
    gone_to: list[str] = []
    dialog.place_chosen.connect(gone_to.append)
    press(Qt.Key.Key_Down, times=2)
    assert dialog.sought.hasFocus()
    press(Qt.Key.Key_Return)
    assert gone_to == [dialog.shown[2].note.code]


def test_what_is_shown_is_copied_as_text(dialog: NotesDialog) -> None:
    write("month permanent")
    dialog.copy.click()
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0] == "Box\tLine\tNote\tBy\tWhen\tStays"
    assert lines[1].startswith("Month\tThe month itself\tOf the month.\t")
    assert lines[1].endswith("\tpermanent")
    assert dialog.counted.text() == "1 note copied, with headings."


def test_tab_reaches_every_control(dialog: NotesDialog) -> None:
    assert controls_of(dialog) <= reached_by_tab()
    assert controls_of(dialog) <= reached_by_tab(back=True)


def test_a_store_that_cannot_be_read_says_so(
    dialog: NotesDialog, january: FilingSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    def damaged(*_: object) -> None:
        message = "The store is damaged."
        raise StoreDamaged(message)

    monkeypatch.setattr(january.store, "notes", damaged)
    dialog.refresh()
    assert dialog.counted.text() == "The store is damaged."
