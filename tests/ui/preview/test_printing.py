"""The preview beside the desk: opened by Ctrl+P, kept as the desk is."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from focusdesk.filing.copies import Copy, PrintOrder
from focusdesk.filing.edit import Cause, Edit
from focusdesk.filing.filing import Status
from focusdesk.filing.register import Register
from focusdesk.form.edition import Edition
from focusdesk.store.opening import open_store
from focusdesk.ui.preview.preview_window import PreviewWindow
from tests.ui.preview_words import answer, notice_over
from tests.ui.window_words import Window, copied, open_window
from tests.ui.words import CTRL, DECEMBER, JANUARY, press, write


@pytest.fixture
def window(light: QApplication, qtbot: QtBot, two_months: Path, tmp_path: Path) -> Iterator[Window]:
    del light
    window = open_window(qtbot, tmp_path, copied(two_months, tmp_path))
    yield window
    window.main.printing.close()


def preview_of(window: Window) -> PreviewWindow:
    (preview,) = (each for each in window.frame.findChildren(PreviewWindow) if each.isVisible())
    return preview


def shown(window: Window) -> bytes:
    pages = preview_of(window).reader.pages
    assert pages is not None
    return pages.content


def meant(window: Window) -> bytes:
    return window.main.workplace.edges.draw_report(window.session, PrintOrder())


def test_ctrl_p_shows_the_print_of_the_open_month(window: Window) -> None:
    press(Qt.Key.Key_P, CTRL)
    assert preview_of(window).windowTitle() == "Print preview: January 2014"
    assert shown(window) == meant(window)


def test_the_desk_starts_without_what_only_a_print_needs() -> None:
    asked = "import sys, focusdesk.app.joined; print(*sys.modules)"
    ran = subprocess.run(  # noqa: S603 -- our own
        [sys.executable, "-c", asked], check=True, capture_output=True, text=True
    )
    loaded = set(ran.stdout.split())
    assert "focusdesk.ui.preview.printing" in loaded
    assert not loaded & {
        "pypdfium2",
        "PySide6.QtPrintSupport",
        "focusdesk.ui.preview.preview_window",
    }


def test_what_is_being_typed_is_taken_before_it_is_printed(window: Window) -> None:
    assert window.tabs.go_to("7100")
    write("1")
    press(Qt.Key.Key_P, CTRL)
    assert window.session.value("7100") == 1
    assert shown(window) == meant(window)


def test_a_refused_entry_is_mended_before_anything_is_printed(window: Window) -> None:
    assert window.tabs.go_to("7100")
    write("12x")
    press(Qt.Key.Key_P, CTRL)
    assert not window.frame.findChildren(PreviewWindow)
    press(Qt.Key.Key_Escape)


def test_an_edit_on_the_desk_is_seen_in_the_preview(window: Window, qtbot: QtBot) -> None:
    window.do("print")
    before = shown(window)
    assert window.tabs.go_to("7100")
    window.frame.activateWindow()
    qtbot.waitUntil(window.frame.isActiveWindow)
    window.tabs.focus_page()
    write("1")
    press(Qt.Key.Key_Return)
    assert shown(window) == before, "no keystroke waits for a print"
    qtbot.waitUntil(lambda: shown(window) != before)
    assert shown(window) == meant(window)
    window.do("undo")
    qtbot.waitUntil(lambda: shown(window) == before)


def test_there_is_one_preview_and_it_shows_the_month_that_was_asked_for_last(
    window: Window,
) -> None:
    window.do("print")
    first = preview_of(window)
    window.do("earlier_month")
    assert first.windowTitle() == "Print preview: January 2014", "it stays until it is asked again"
    window.do("print")
    assert preview_of(window) is first
    assert window.session.filing.period == DECEMBER
    assert first.windowTitle() == "Print preview: December 2013"
    assert shown(window) == meant(window)
    beside = first.options.beside
    assert [beside.itemText(at) for at in range(beside.count())] == [
        "The month before",
        JANUARY.label,
    ]


def test_a_month_that_is_read_again_is_shown_as_it_was_read(window: Window) -> None:
    window.do("print")
    window.desk.read_again()
    assert preview_of(window).session is window.session


def test_what_is_being_typed_on_the_desk_is_taken_before_the_preview_saves(
    window: Window, tmp_path: Path, qtbot: QtBot
) -> None:
    window.do("print")
    preview = preview_of(window)
    window.frame.activateWindow()
    qtbot.waitUntil(window.frame.isActiveWindow)
    assert window.tabs.go_to("7100")
    window.tabs.focus_page()
    write("1")
    preview.activateWindow()
    qtbot.waitUntil(preview.isActiveWindow)
    assert window.session.value("7100") != 1, "it is still being typed"
    window.answers.answer = tmp_path / "out.pdf"
    press(Qt.Key.Key_S, CTRL)
    assert window.session.value("7100") == 1
    assert (tmp_path / "out.pdf").read_bytes() == meant(window)


def test_an_entry_that_is_refused_brings_the_desk_in_front_of_the_preview(
    window: Window, qtbot: QtBot
) -> None:
    window.do("print")
    preview = preview_of(window)
    window.frame.activateWindow()
    qtbot.waitUntil(window.frame.isActiveWindow)
    assert window.tabs.go_to("7100")
    window.tabs.focus_page()
    write("12x")
    preview.activateWindow()
    qtbot.waitUntil(preview.isActiveWindow)
    press(Qt.Key.Key_S, CTRL)
    assert window.answers.asked == []
    qtbot.waitUntil(window.frame.isActiveWindow)
    press(Qt.Key.Key_Escape)


def test_ctrl_p_brings_back_a_preview_that_is_an_icon(window: Window) -> None:
    window.do("print")
    preview = preview_of(window)
    preview.showMinimized()
    assert preview.isMinimized()
    window.do("earlier_month")
    window.do("print")
    assert not preview.isMinimized()
    assert shown(window) == meant(window)


def test_figures_that_another_program_has_changed_are_not_signed_but_read_again(
    window: Window, editions: dict[str, Edition], tmp_path: Path, qtbot: QtBot
) -> None:
    window.do("print")
    preview = preview_of(window)
    window.do("earlier_month")
    with open_store(tmp_path / "firm.focusdesk") as store:
        other = Register(store, editions).open(store.find(JANUARY))
        other.apply(Edit({"7100": 93_000_000}, Cause.TYPED))
    preview.options.copy.setCurrentIndex(list(Copy).index(Copy.SIGNATURE))
    preview.activateWindow()
    qtbot.waitUntil(preview.isActiveWindow)
    press(Qt.Key.Key_S, CTRL)
    assert notice_over(preview).windowTitle() == "No signature copy was made"
    assert window.answers.asked == []
    answer(preview, "Read the month again")
    assert preview.session is window.session
    assert window.session.value("7100") == 93_000_000
    window.answers.answer = tmp_path / "signed.pdf"
    preview.save_button.click()
    answer(preview, "Save")
    assert window.session.filing.status is Status.PRINTED
    assert window.session.changed_since_print() == ()


def test_a_preview_that_is_closed_can_be_opened_again(window: Window, qtbot: QtBot) -> None:
    window.do("print")
    qtbot.waitUntil(preview_of(window).isActiveWindow)
    press(Qt.Key.Key_Escape)
    assert not [each for each in window.frame.findChildren(PreviewWindow) if each.isVisible()]
    window.do("print")
    assert shown(window) == meant(window)


def test_the_preview_goes_before_its_store_is_closed(window: Window) -> None:
    window.do("print")
    preview = preview_of(window)
    window.do("open_sample")
    assert not preview.isVisible()
    window.do("print")
    window.frame.close()
    assert not [each for each in window.frame.findChildren(PreviewWindow) if each.isVisible()]


def test_what_was_saved_is_said_on_the_desk_too(window: Window, tmp_path: Path) -> None:
    window.do("print")
    window.answers.answer = tmp_path / "out.pdf"
    preview_of(window).save_button.click()
    assert window.said == f"Written: {tmp_path / 'out.pdf'}"
    assert (tmp_path / "out.pdf").read_bytes() == meant(window)
