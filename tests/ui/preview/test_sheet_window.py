"""A sheet beside the form, shown before it is printed or saved."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtPrintSupport import QPrinterInfo
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from focusdesk.filing.edit import Cause, Edit
from focusdesk.filing.notice_book import NoticeBook
from focusdesk.ui.duties.notices_dialog import NoticesDialog
from focusdesk.ui.preview.preview_pages import PreviewPages
from focusdesk.ui.preview.sheet_window import SheetWindow
from tests.ui.window_words import Window, copied, open_window
from tests.ui.words import CTRL, JANUARY, press


@pytest.fixture
def window(light: QApplication, qtbot: QtBot, two_months: Path, tmp_path: Path) -> Window:
    del light
    window = open_window(qtbot, tmp_path, copied(two_months, tmp_path))
    window.desk.show_month(window.month(JANUARY), "7190")
    return window


def sheet_of(window: Window) -> SheetWindow:
    (sheet,) = (each for each in window.frame.findChildren(SheetWindow) if each.isVisible())
    return sheet


def finds(content: bytes, words: str) -> bool:
    pages = PreviewPages(content)
    found = bool(pages.find(words))
    pages.close()
    return found


def shown(window: Window) -> bytes:
    pages = sheet_of(window).reader.pages
    assert pages is not None
    return pages.content


def test_the_findings_are_shown_as_they_will_be_printed(window: Window) -> None:
    window.do("print_findings")
    assert sheet_of(window).windowTitle() == "Findings of January 2014"
    for each in window.desk.findings.findings:
        assert finds(shown(window), each.id)
    assert not finds(shown(window), "left out")


def test_a_sheet_of_filtered_findings_says_how_many_are_left_out(window: Window) -> None:
    window.desk.findings.filter.sought.setText("C04")
    count = len(window.desk.findings.findings) - 1
    window.do("print_findings")
    assert finds(shown(window), f"By the filter, {count} findings are left out.")
    assert not finds(shown(window), "X13")


def test_ctrl_s_writes_the_sheet_that_is_shown(
    window: Window, tmp_path: Path, qtbot: QtBot
) -> None:
    window.do("print_findings")
    sheet = sheet_of(window)
    sheet.activateWindow()
    qtbot.waitUntil(sheet.isActiveWindow)
    path = window.answers.answer = tmp_path / "out.pdf"
    press(Qt.Key.Key_S, CTRL)
    assert path.read_bytes() == shown(window)
    assert window.answers.asked[-1][1].name == "FOCUS 2014-01 findings.pdf"
    assert sheet.said_last.text() == f"Written: {path}"
    assert window.said == f"Written: {path}"


def test_without_a_printer_a_sheet_can_still_be_saved(
    window: Window, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", list)
    window.do("print_findings")
    sheet_of(window).print_button.click()
    assert window.notice.sentence.startswith("Your system knows no printer.")
    window.notice.accept()
    path = window.answers.answer = tmp_path / "out.pdf"
    sheet_of(window).save_button.click()
    assert path.exists()


def test_a_notice_is_printed_with_what_to_tell_whom(window: Window) -> None:
    window.session.apply(Edit({"7020": 900_000_000}, Cause.TYPED))
    NoticeBook(window.session).mark_complete("segregation")
    window.do("notices")
    (dialog,) = window.frame.findChildren(NoticesDialog)
    dialog.table.setFocus()
    dialog.print_it.click()
    number = dialog.listed[0].notice.number if dialog.listed[0].notice else 0
    assert sheet_of(window).windowTitle() == f"Notice {number}"
    for words in ("(261,119,029)", "the CFTC", "Remedial steps", "immediately, by"):
        assert finds(shown(window), words), words


def test_a_page_of_words_is_shown_too(window: Window) -> None:
    window.main.printing.print_words("Keys of focusdesk", QTextDocument("F1 explains"))
    assert sheet_of(window).windowTitle() == "Keys of focusdesk"
    assert finds(shown(window), "F1 explains")


def test_esc_closes_a_sheet_and_the_next_one_is_shown(window: Window) -> None:
    window.do("print_findings")
    sheet_of(window).reject()
    window.do("print_findings")
    assert sheet_of(window).isVisible()
