import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from focusdesk.filing.ports import StoreDamaged
from focusdesk.filing.session import FilingSession
from focusdesk.ui.notes.attachments_dialog import AttachmentsDialog
from tests.ui.words import controls_of, reached_by_tab


@pytest.fixture
def window(light: object, qtbot: QtBot) -> QWidget:
    """What the dialog stands over: it owns it, and outlives it."""
    del light
    window = QWidget()
    qtbot.addWidget(window)
    return window


@pytest.fixture
def dialog(window: QWidget, qtbot: QtBot, january: FilingSession) -> AttachmentsDialog:
    for code, name in (("7100", "b.pdf"), ("", "month.pdf"), ("7010", "a.pdf")):
        january.attach(code, name, b"%PDF")
    dialog = AttachmentsDialog(january, "7100", window)
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def test_the_current_box_comes_first_then_the_month_then_the_form(
    dialog: AttachmentsDialog,
) -> None:
    assert [file.name for file in dialog.files] == ["b.pdf", "month.pdf", "a.pdf"]
    assert dialog.counted.text() == "3 files, 12 bytes. The store keeps them, by their SHA-256."


def test_each_button_asks_for_the_file_that_is_chosen(dialog: AttachmentsDialog) -> None:
    asked: list[object] = []
    for signal in (dialog.open_asked, dialog.save_asked, dialog.withdraw_asked):
        signal.connect(asked.append)
    dialog.table.choose(1)
    for button in (dialog.open_file, dialog.save, dialog.withdraw):
        button.click()
    assert asked == [dialog.files[1]] * 3


def test_without_files_it_says_how_to_attach_one(
    dialog: AttachmentsDialog, january: FilingSession
) -> None:
    for file in dialog.files:
        january.withdraw_attachment(file)
    dialog.refresh()
    assert "dropped on a box" in dialog.counted.text()
    assert not dialog.open_file.isEnabled()


def test_tab_reaches_every_control(dialog: AttachmentsDialog) -> None:
    dialog.table.setFocus()
    assert controls_of(dialog) <= reached_by_tab()
    assert controls_of(dialog) <= reached_by_tab(back=True)


def test_a_store_that_cannot_be_read_says_so(
    dialog: AttachmentsDialog, january: FilingSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    def damaged(*_: object) -> None:
        message = "The store is damaged."
        raise StoreDamaged(message)

    monkeypatch.setattr(january.store, "attachments", damaged)
    dialog.refresh()
    assert dialog.counted.text() == "The store is damaged."
