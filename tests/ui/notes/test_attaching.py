"""Files by the keyboard and by dropping: attached, opened, copied out, withdrawn."""

import hashlib
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from focusdesk.filing.attachment import LARGEST
from focusdesk.filing.filing import OF_THE_MONTH, Status
from focusdesk.ui.notes.attaching import Attaching
from focusdesk.ui.notes.attachments_dialog import AttachmentsDialog
from tests.ui.window_words import Window, copied, open_window
from tests.ui.words import JANUARY, press

PDF = b"%PDF-1.7 a letter"


@pytest.fixture
def window(light: QApplication, qtbot: QtBot, two_months: Path, tmp_path: Path) -> Window:
    del light
    window = open_window(qtbot, tmp_path, copied(two_months, tmp_path))
    window.desk.show_month(window.month(JANUARY), "7070")
    return window


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    path = tmp_path / "letter.pdf"
    path.write_bytes(PDF)
    return path


def listed(window: Window, qtbot: QtBot) -> AttachmentsDialog:
    feature = window.feature(Attaching)
    assert feature.listed is not None
    qtbot.waitUntil(feature.listed.isActiveWindow)
    return feature.listed


def test_a_file_is_attached_to_the_current_box(window: Window, letter: Path) -> None:
    window.answers.answer = letter
    window.do("attach_file")
    (file,) = window.session.attachments()
    assert (file.code, file.name, file.size) == ("7070", "letter.pdf", len(PDF))
    assert file.digest == hashlib.sha256(PDF).hexdigest()
    assert window.said == "Attached to 7070: letter.pdf"
    assert "letter.pdf" in window.desk.explain.text


def test_thinking_again_attaches_nothing(window: Window) -> None:
    window.do("attach_file")
    assert window.session.attachments() == ()


def test_a_file_that_cannot_be_attached_says_why(window: Window, tmp_path: Path) -> None:
    large = tmp_path / "large.bin"
    with large.open("wb") as file:
        file.truncate(LARGEST + 1)
    window.answers.answer = large
    window.do("attach_file")
    assert "at most 20 MB" in window.notice.sentence
    assert window.session.attachments() == ()


def test_the_list_names_each_file_with_its_digest_and_enter_opens_a_copy(
    window: Window, qtbot: QtBot
) -> None:
    window.session.attach(OF_THE_MONTH, "minutes.pdf", b"minutes")
    window.session.attach("7070", "letter.pdf", PDF)
    window.do("attachments")
    opened = listed(window, qtbot)
    assert [file.name for file in opened.files] == ["letter.pdf", "minutes.pdf"]
    digest = hashlib.sha256(PDF).hexdigest()
    row = [opened.table.model().index(0, at) for at in range(6)]
    assert [cell.data() for cell in row][:3] == ["7070", "letter.pdf", "17 bytes"]
    assert row[5].data() == digest[:12]
    assert f"SHA-256: {digest}" in row[5].data(Qt.ItemDataRole.ToolTipRole)
    press(Qt.Key.Key_Return)
    (copy,) = window.shown_files
    assert (copy.name, copy.read_bytes()) == ("letter.pdf", PDF)
    assert copy.stat().st_mode & 0o777 in (0o400, 0o444)


def test_what_can_run_is_opened_only_when_the_user_agrees(window: Window, qtbot: QtBot) -> None:
    window.session.attach("7070", "figures.XLSM", b"PK")
    window.do("attachments")
    listed(window, qtbot)
    press(Qt.Key.Key_Return)
    assert "a document that can hold macros" in window.notice.sentence
    assert window.shown_files == []
    window.notice.accept()
    assert [path.name for path in window.shown_files] == ["figures.XLSM"]


def test_a_copy_is_saved_where_the_user_says(window: Window, qtbot: QtBot, tmp_path: Path) -> None:
    window.session.attach("7070", "letter.pdf", PDF)
    window.do("attachments")
    window.answers.answer = tmp_path / "copy.pdf"
    listed(window, qtbot).save.click()
    assert (tmp_path / "copy.pdf").read_bytes() == PDF


def test_a_file_is_withdrawn_after_a_question_and_the_store_keeps_it(
    window: Window, qtbot: QtBot
) -> None:
    file = window.session.attach("7070", "letter.pdf", PDF)
    window.do("attachments")
    opened = listed(window, qtbot)
    press(Qt.Key.Key_Delete)
    assert "audit trail" in window.notice.sentence
    window.notice.accept()
    assert opened.files == ()
    assert window.session.attachments() == ()
    assert window.session.read_attachment(file) == PDF


def test_a_file_is_attached_to_the_month_from_the_list(
    window: Window, qtbot: QtBot, letter: Path
) -> None:
    window.do("attachments")
    opened = listed(window, qtbot)
    window.answers.answer = letter
    opened.attach_to_month.click()
    assert [file.code for file in opened.files] == [OF_THE_MONTH]
    assert opened.counted.text() == "Attached to the month: letter.pdf"


def test_the_files_of_a_sealed_month_are_listed_and_not_changed(
    window: Window, qtbot: QtBot
) -> None:
    window.session.attach("7070", "letter.pdf", PDF)
    window.desk.register.store.set_status(window.session.filing, Status.SEALED)
    window.desk.read_again()
    window.do("attachments")
    opened = listed(window, qtbot)
    assert opened.open_file.isEnabled()
    assert not opened.withdraw.isEnabled()
    assert not opened.attach.isEnabled()


def _dragged(window: Window, code: str) -> QPoint:
    """Where a box stands, as the pages count."""
    window.desk.go_to(code)
    page = window.tabs.current_page()
    assert page is not None
    middle = page.visualRect(page.currentIndex()).center()
    return page.viewport().mapTo(window.tabs, middle)


def _held(path: Path) -> QMimeData:
    held = QMimeData()
    held.setUrls([QUrl.fromLocalFile(str(path))])
    return held


def _drop(window: Window, at: QPoint, held: QMimeData) -> bool:
    keys, button = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    actions = Qt.DropAction.CopyAction
    enter = QDragEnterEvent(at, actions, held, button, keys)
    QApplication.sendEvent(window.tabs, enter)
    drop = QDropEvent(QPointF(at), actions, held, button, keys, QEvent.Type.Drop)
    QApplication.sendEvent(window.tabs, drop)
    return drop.isAccepted()


def test_a_file_dropped_on_a_box_is_attached_there(window: Window, letter: Path) -> None:
    at = _dragged(window, "7100")
    window.desk.go_to("7070")
    assert _drop(window, at, _held(letter))
    assert [file.code for file in window.session.attachments()] == ["7100"]
    assert window.desk.current_code == "7100"


def test_a_file_dropped_beside_the_boxes_is_not_taken(window: Window, letter: Path) -> None:
    at = _dragged(window, "7100")
    assert not _drop(window, QPoint(5, at.y()), _held(letter))
    words = QMimeData()
    words.setText("no file")
    assert not _drop(window, at, words)
    assert window.session.attachments() == ()
