"""A user's minutes at the print preview: real keys, a real store, the real file."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QApplication,
    QWidget,
)
from pytestqt.qtbot import QtBot

from focusdesk.filing.copies import Copy, PrintOrder
from focusdesk.filing.edit import Cause, Edit
from focusdesk.filing.filing import Status
from focusdesk.filing.session import FilingSession
from focusdesk.ui.edges import Edges
from focusdesk.ui.look.desk_style import desk_style
from focusdesk.ui.look.theme import THEMES, apply_theme, theme_named
from focusdesk.ui.preview.preview_layout import Fit
from focusdesk.ui.preview.preview_window import NOT_SETTLED, NOTHING_TICKED, PreviewWindow
from focusdesk.ui.preview.printer import PrintDoors, PrintProgress
from focusdesk.ui.settings import Settings
from tests.ui.preview_words import PrinterAnswers, answer, cut_off, file_printer
from tests.ui.window_words import Answers, edges_in
from tests.ui.words import (
    CTRL,
    DECEMBER,
    JANUARY,
    SHIFT,
    controls_of,
    focused,
    press,
    reached_by_tab,
    write,
)


@dataclass
class Shown:
    """A preview on the screen, and what it asks of the world."""

    parent: QWidget
    window: PreviewWindow
    session: FilingSession
    edges: Edges
    files: Answers
    printers: PrinterAnswers
    settled: list[bool]

    @property
    def content(self) -> bytes:
        assert self.window.reader.pages is not None
        return self.window.reader.pages.content

    def meant(self, order: PrintOrder = PrintOrder()) -> bytes:  # noqa: B008 -- a frozen value
        return self.edges.draw_report(self.session, order)


def opened(qtbot: QtBot, session: FilingSession, folder: Path) -> Shown:
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.setStyleSheet(desk_style(theme_named("light")))
    parent.show()
    settings, edges = Settings(folder / "desk.ini"), edges_in(folder, [])
    files, printers = Answers(), PrinterAnswers()
    settled = [True]
    doors = PrintDoors(edges, files, printers)
    window = PreviewWindow(doors, settings, lambda: settled[0], parent)
    window.show_month(session, (DECEMBER,))
    window.show()
    if settings.preview_geometry.isEmpty():
        window.resize(1180, 740)  # the screen in memory is smaller
    window.activateWindow()
    qtbot.waitUntil(window.reader.view.hasFocus)
    return Shown(parent, window, session, edges, files, printers, settled)


@pytest.fixture
def shown(
    light: QApplication, qtbot: QtBot, january: FilingSession, tmp_path: Path
) -> Iterator[Shown]:
    shown = opened(qtbot, january, tmp_path)
    yield shown
    if shown.parent.findChildren(PreviewWindow):
        shown.window.close()
    apply_theme(light, theme_named("light"))


def choose(shown: Shown, qtbot: QtBot, copy: Copy) -> None:
    shown.window.options.copy.setFocus()
    press(Qt.Key.Key_Home)
    press(Qt.Key.Key_Down, times=list(Copy).index(copy))
    meant = shown.meant(PrintOrder(copy))
    qtbot.waitUntil(lambda: shown.content == meant)


def test_what_is_shown_is_exactly_the_file(shown: Shown) -> None:
    assert shown.window.windowTitle() == "Print preview: January 2014"
    assert shown.content == shown.meant()
    assert shown.window.reader.thumbnails.count() == 7


def test_every_copy_shows_its_own_file(shown: Shown, qtbot: QtBot) -> None:
    counts: dict[Copy, int] = {}
    for copy in Copy:
        choose(shown, qtbot, copy)
        assert shown.window.reader.pages is not None
        counts[copy] = len(shown.window.reader.pages)
    assert counts[Copy.FILING] == counts[Copy.SIGNATURE] == 7
    assert counts[Copy.PUBLIC] < 7
    assert counts[Copy.REVIEW] > 7
    assert shown.session.store.find(JANUARY).status is Status.DRAFT, "looking marks nothing"


def test_pages_that_are_not_ticked_are_not_there(shown: Shown, qtbot: QtBot) -> None:
    ticks = shown.window.options.ticks
    ticks.list.setFocus()
    press(Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: shown.window.reader.thumbnails.count() == 6)
    ticks.every.click()
    ticks.every.click()
    qtbot.waitUntil(shown.window.reader.refusal.isVisible)
    assert shown.window.reader.refusal.text() == NOTHING_TICKED
    assert not shown.window.print_button.isEnabled()
    press(Qt.Key.Key_S, CTRL)
    assert shown.files.asked == [], "what is not there cannot be saved"
    ticks.every.click()
    qtbot.waitUntil(shown.window.reader.view.isVisible)
    assert shown.window.print_button.isEnabled()


def test_keys_zoom(shown: Shown) -> None:
    view = shown.window.reader.view
    press(Qt.Key.Key_0, CTRL)
    assert view.zoom == 100
    press(Qt.Key.Key_Plus, CTRL)
    assert view.zoom == 110
    press(Qt.Key.Key_Minus, CTRL, times=2)
    assert view.zoom == 90
    press(Qt.Key.Key_1, CTRL)
    assert view.zoom is Fit.PAGE
    press(Qt.Key.Key_2, CTRL)
    assert view.zoom is Fit.WIDTH


def test_keys_go_to_pages_and_to_words(shown: Shown) -> None:
    reader = shown.window.reader
    press(Qt.Key.Key_G, CTRL)
    write("3")
    press(Qt.Key.Key_Return)
    assert reader.view.page == 2
    press(Qt.Key.Key_F, CTRL)
    write("segregated funds on hand")
    press(Qt.Key.Key_F3)
    assert (reader.view.page, reader.search.count.text()) == (4, "2 of 2")
    press(Qt.Key.Key_F3)
    assert reader.view.page == 1
    press(Qt.Key.Key_F3, SHIFT)
    assert reader.view.page == 4


def test_esc_closes_the_search_and_then_the_preview(shown: Shown) -> None:
    press(Qt.Key.Key_F, CTRL)
    press(Qt.Key.Key_Escape)
    assert shown.window.isVisible()
    press(Qt.Key.Key_Escape)
    assert not shown.window.isVisible()


def test_f6_walks_through_the_parts(shown: Shown) -> None:
    window = shown.window
    press(Qt.Key.Key_F6)
    assert focused() is window.options.copy
    press(Qt.Key.Key_F6)
    assert focused() is window.reader.thumbnails
    press(Qt.Key.Key_F6)
    assert focused() is window.reader.view


def test_a_change_of_the_month_is_drawn_once_the_keyboard_rests(shown: Shown, qtbot: QtBot) -> None:
    reader = shown.window.reader
    press(Qt.Key.Key_0, CTRL)
    press(Qt.Key.Key_PageDown)
    press(Qt.Key.Key_Down, times=3)
    place, before = reader.view.verticalScrollBar().value(), shown.content
    shown.session.apply(Edit({"7010": 1}, Cause.TYPED))
    shown.window.month_changed()
    assert shown.content == before, "no keystroke waits for a print"
    qtbot.waitUntil(lambda: shown.content != before)
    assert shown.content == shown.meant()
    assert (reader.view.page, reader.view.zoom) == (1, 100)
    assert reader.view.verticalScrollBar().value() == place


def test_saving_writes_what_the_month_holds_now(shown: Shown, tmp_path: Path) -> None:
    shown.session.apply(Edit({"7010": 1}, Cause.TYPED))
    shown.window.month_changed()
    path = shown.files.answer = tmp_path / "out.pdf"
    press(Qt.Key.Key_S, CTRL)
    assert path.read_bytes() == shown.meant() == shown.content
    assert shown.window.said_last.text() == f"Written: {path}"


def test_what_was_chosen_last_is_saved_though_it_is_not_drawn_yet(
    shown: Shown, tmp_path: Path
) -> None:
    path = shown.files.answer = tmp_path / "out.pdf"
    shown.window.options.copy.setFocus()
    press(Qt.Key.Key_End)
    press(Qt.Key.Key_S, CTRL)  # faster than the next turn of the event loop
    answer(shown.window, "Save")
    assert path.read_bytes() == shown.meant(PrintOrder(Copy.SIGNATURE))
    assert shown.session.filing.status is Status.PRINTED


def test_nothing_leaves_before_an_entry_on_the_desk_is_mended(shown: Shown) -> None:
    shown.settled[0] = False
    press(Qt.Key.Key_S, CTRL)
    press(Qt.Key.Key_P, CTRL)
    assert shown.files.asked == shown.printers.asked == []
    assert shown.window.said_last.text() == NOT_SETTLED
    shown.settled[0] = True
    press(Qt.Key.Key_S, CTRL)
    assert len(shown.files.asked) == 1


def test_closing_the_preview_stops_a_print_that_is_on_its_way(
    shown: Shown, qtbot: QtBot, tmp_path: Path
) -> None:
    shown.printers.answer = file_printer(tmp_path / "paper.pdf")
    said: list[str] = []
    shown.window.said.connect(said.append)
    press(Qt.Key.Key_P, CTRL)
    (progress,) = shown.window.findChildren(PrintProgress)
    sent: list[int] = []

    def close_after_the_second(page: int) -> None:
        sent.append(page)
        if page == 2:
            shown.window.close()

    progress.bar.valueChanged.connect(close_after_the_second)
    qtbot.waitUntil(lambda: bool(said))
    assert said == ["Printing was cancelled."]
    QCoreApplication.processEvents()  # the turn that the next page would have had
    assert sent == [1, 2]


def test_what_is_said_ends_in_dots_where_it_is_narrow_and_is_whole_in_its_tip(
    shown: Shown,
) -> None:
    shown.window.say("Written: " + "/a long folder" * 20)
    assert shown.window.said_last.shown.endswith("\u2026")
    assert shown.window.said_last.toolTip() == shown.window.said_last.text()


def test_ctrl_p_prints(shown: Shown) -> None:
    press(Qt.Key.Key_P, CTRL)
    assert shown.printers.asked == [("January 2014", 7)]


def test_signing_marks_the_month_and_takes_draft_off_the_filing(
    shown: Shown, qtbot: QtBot, tmp_path: Path
) -> None:
    draft = shown.meant()
    choose(shown, qtbot, Copy.SIGNATURE)
    shown.files.answer = tmp_path / "signed.pdf"
    press(Qt.Key.Key_S, CTRL)
    answer(shown.window, "Save")
    assert shown.session.filing.status is Status.PRINTED
    assert shown.window.said_last.text().endswith("January 2014 is marked as printed")
    choose(shown, qtbot, Copy.FILING)
    assert shown.content != draft


def test_a_print_that_cannot_be_made_says_why_in_its_place(shown: Shown, qtbot: QtBot) -> None:
    shown.session.filing = replace(shown.session.filing, illustrative=True)
    shown.window.options.copy.setCurrentIndex(list(Copy).index(Copy.SIGNATURE))
    refusal = shown.window.reader.refusal
    qtbot.waitUntil(refusal.isVisible)
    assert refusal.text().startswith("The figures of January 2014 are made up")
    press(Qt.Key.Key_P, CTRL)
    assert shown.printers.asked == []
    choose(shown, qtbot, Copy.FILING)
    assert not refusal.isVisible()


def test_the_preview_comes_back_as_it_was_left(
    shown: Shown, qtbot: QtBot, january: FilingSession, tmp_path: Path
) -> None:
    shown.window.resize(760, 560)
    press(Qt.Key.Key_1, CTRL)
    shown.window.reader.bar.continuous.click()
    press(Qt.Key.Key_Escape)
    again = opened(qtbot, january, tmp_path)
    assert again.window.size().toTuple() == (760, 560)
    assert again.window.reader.view.zoom is Fit.PAGE
    assert not again.window.reader.view.continuous
    assert not again.window.reader.bar.continuous.isChecked()
    again.window.close()


def test_every_control_has_a_name_and_can_be_reached_by_tab(shown: Shown, qtbot: QtBot) -> None:
    choose(shown, qtbot, Copy.SIGNATURE)
    controls = controls_of(shown.window)
    for control in controls:
        accessible = QAccessible.queryAccessibleInterface(control)
        assert accessible.text(QAccessible.Text.Name).strip(), control
    assert controls <= reached_by_tab()
    assert controls <= reached_by_tab(back=True)


@pytest.mark.parametrize("name", list(THEMES))
@pytest.mark.parametrize("size", [(1280, 800), (632, 356)])
def test_nothing_is_cut_off_in_any_theme_at_any_size(
    shown: Shown, light: QApplication, qtbot: QtBot, name: str, size: tuple[int, int]
) -> None:
    apply_theme(light, theme_named(name))
    shown.parent.setStyleSheet(desk_style(theme_named(name)))
    shown.window.resize(*size)
    assert shown.window.size().toTuple() == size
    press(Qt.Key.Key_F, CTRL)
    for copy in Copy:
        choose(shown, qtbot, copy)
        qtbot.waitUntil(lambda: not cut_off(shown.window))
