from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from focusdesk.app.joined import desk_edges
from focusdesk.filing.copies import Copy, PrintOrder
from focusdesk.filing.session import FilingSession
from focusdesk.ui.preview.preview_layout import Fit
from focusdesk.ui.preview.preview_reader import PreviewReader
from tests.ui.words import focused, press, write


@pytest.fixture
def reader(light: QApplication, qtbot: QtBot, january_print: bytes) -> Iterator[PreviewReader]:
    del light
    reader = PreviewReader()
    qtbot.addWidget(reader)
    reader.resize(900, 600)
    reader.show_content(january_print)
    reader.show()
    reader.activateWindow()
    reader.view.setFocus()
    qtbot.waitUntil(reader.view.hasFocus)
    yield reader
    reader.clear()


def test_the_file_is_shown_in_large_in_small_and_in_words(reader: PreviewReader) -> None:
    assert reader.pages is not None
    assert reader.thumbnails.count() == len(reader.pages) == 7
    assert reader.bar.of.text() == "of 7"
    assert reader.view.accessibleName() == "Page 1 of 7, Cover"
    assert reader.bar.zoom.currentText() == "Fit width"


def test_turning_a_page_is_told_everywhere(reader: PreviewReader) -> None:
    shown: list[str] = []
    reader.page_shown.connect(shown.append)
    press(Qt.Key.Key_PageDown)
    assert reader.bar.page.text() == "2"
    assert reader.thumbnails.currentRow() == 1
    assert reader.view.accessibleName() == "Page 2 of 7, Segregation"
    assert shown == ["Page 2 of 7, Segregation"]


def test_the_small_pages_turn_the_large_one(reader: PreviewReader) -> None:
    reader.thumbnails.setFocus()
    press(Qt.Key.Key_Down, times=2)
    assert reader.view.page == 2
    assert reader.thumbnails.hasFocus()


def test_a_page_is_asked_for_by_its_number(reader: PreviewReader) -> None:
    reader.ask_page()
    write("6")
    press(Qt.Key.Key_Return)
    assert reader.view.page == 5
    assert reader.view.hasFocus(), "the keyboard is back at the pages"
    said: list[str] = []
    reader.said.connect(said.append)
    reader.ask_page()
    write("12")
    press(Qt.Key.Key_Return)
    assert reader.view.page == 5
    assert said == ['There is no page "12": this print has 7 pages.']


def test_sizes_are_chosen_in_the_bar(reader: PreviewReader) -> None:
    reader.bar.larger.click()
    assert isinstance(reader.view.zoom, int)
    assert reader.bar.zoom.currentText() == f"{reader.view.zoom} %"
    reader.bar.zoom.setFocus()
    press(Qt.Key.Key_Home)
    press(Qt.Key.Key_Down)
    assert reader.view.zoom is Fit.PAGE


def test_one_page_or_all_is_chosen_in_the_bar(reader: PreviewReader) -> None:
    reader.bar.continuous.setChecked(True)
    reader.bar.continuous.click()
    assert not reader.view.continuous


def test_the_search_goes_to_the_page_and_esc_ends_it(reader: PreviewReader) -> None:
    reader.open_search()
    assert focused() is reader.search.sought
    write("7780")
    press(Qt.Key.Key_Return)
    assert reader.view.page == 4
    assert reader.search.count.text() == "1 of 1"
    press(Qt.Key.Key_Escape)
    assert not reader.search.isVisible()
    assert reader.view.hasFocus()
    assert reader.view.page == 4
    reader.step_hit(1)
    assert reader.search.isVisible(), "asking for the next hit opens the search"


def test_another_file_is_shown_at_the_same_page(
    reader: PreviewReader, january: FilingSession
) -> None:
    press(Qt.Key.Key_PageDown, times=4)
    before = reader.pages
    reader.show_content(desk_edges().draw_report(january, PrintOrder(margin=False)))
    assert reader.pages is not before
    assert reader.view.page == 4
    same = reader.pages
    assert same is not None
    reader.show_content(same.content)
    assert reader.pages is same, "the same file is not opened again"


def test_sought_words_stay_sought_in_another_file(
    reader: PreviewReader, january: FilingSession
) -> None:
    reader.open_search()
    write("7780")
    press(Qt.Key.Key_Return)
    reader.view.go_to(0)
    reader.show_content(desk_edges().draw_report(january, PrintOrder(Copy.PUBLIC)))
    assert reader.search.count.text() == "1 of 1"
    assert reader.view.page == 0, "what is read is not turned away from"


def test_where_there_is_no_file_the_reason_stands_in_its_place(
    reader: PreviewReader, january_print: bytes
) -> None:
    press(Qt.Key.Key_PageDown, times=3)
    reader.refuse("There is nothing to be seen.")
    assert reader.refusal.isVisible()
    assert reader.thumbnails.count() == 0
    assert reader.refusal.text() == "There is nothing to be seen."
    assert not reader.bar.isEnabled()
    reader.show_content(january_print)
    assert reader.view.isVisible()
    assert reader.bar.isEnabled()
    assert reader.view.page == 3
    assert reader.thumbnails.currentRow() == 3


def test_where_it_is_narrow_the_large_page_has_all_the_room(reader: PreviewReader) -> None:
    reader.resize(500, 600)
    assert not reader.thumbnails.isVisible()
    reader.resize(900, 600)
    assert reader.thumbnails.isVisible()
