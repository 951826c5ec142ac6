from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from focusdesk.app.joined import desk_edges
from focusdesk.filing.copies import PrintOrder
from focusdesk.filing.session import FilingSession
from focusdesk.ui.preview.preview_find import PreviewFind
from focusdesk.ui.preview.preview_pages import Hit, PreviewPages
from tests.ui.words import SHIFT, press, write


class Told:
    """What the search has told last, and how often."""

    def __init__(self, search: PreviewFind) -> None:
        self.hits: tuple[Hit, ...] = ()
        self.current: Hit | None = None
        self.goes = False
        search.found.connect(self.take)

    def take(self, hits: tuple[Hit, ...], current: Hit | None, goes: object) -> None:
        self.hits, self.current, self.goes = hits, current, bool(goes)

    @property
    def page(self) -> int:
        assert self.current is not None
        return self.current.page


@pytest.fixture
def search(light: QApplication, qtbot: QtBot, january_pages: PreviewPages) -> Iterator[PreviewFind]:
    del light
    search = PreviewFind()
    qtbot.addWidget(search)
    search.show_pages(january_pages)
    search.open(0)
    search.activateWindow()
    qtbot.waitUntil(search.sought.hasFocus)
    yield search
    search.let_go()


def test_words_are_sought_while_they_are_typed(search: PreviewFind, qtbot: QtBot) -> None:
    told = Told(search)
    write("7198")
    assert told.current is None, "not at each letter"
    qtbot.waitUntil(lambda: told.current is not None)
    assert (search.count.text(), told.page, told.goes) == ("1 of 1", 1, True)


def test_enter_goes_from_hit_to_hit_and_round(search: PreviewFind) -> None:
    told = Told(search)
    write("segregated funds on hand")
    press(Qt.Key.Key_Return)
    assert search.count.text() == "1 of 2", "Enter does not wait"
    press(Qt.Key.Key_Return)
    assert (search.count.text(), told.page) == ("2 of 2", 4)
    press(Qt.Key.Key_Return)
    assert (search.count.text(), told.page) == ("1 of 2", 1)
    press(Qt.Key.Key_Return, SHIFT)
    assert search.count.text() == "2 of 2"
    search.earlier.click()
    assert search.count.text() == "1 of 2"
    search.later.click()
    assert search.count.text() == "2 of 2"


def test_the_search_begins_at_the_page_that_is_looked_at(search: PreviewFind) -> None:
    told = Told(search)
    search.open(3)
    write("segregated funds on hand")
    press(Qt.Key.Key_Return)
    assert (search.count.text(), told.page) == ("2 of 2", 4)


def test_what_is_nowhere_is_said_to_be(search: PreviewFind) -> None:
    told = Told(search)
    write("nowhere to be found")
    press(Qt.Key.Key_Return)
    assert search.count.text() == "Not found"
    assert told.current is None
    assert not search.later.isEnabled()
    search.sought.clear()
    press(Qt.Key.Key_Return)
    assert search.count.text() == ""


def test_in_a_file_drawn_anew_the_same_hit_is_marked_without_going_there(
    search: PreviewFind, january: FilingSession
) -> None:
    told = Told(search)
    write("segregated funds on hand")
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Return)
    fewer = PreviewPages(
        desk_edges().draw_report(january, PrintOrder(schedules=("segregation", "cleared_swaps")))
    )
    search.show_pages(fewer)
    assert (search.count.text(), told.goes) == ("1 of 1", False)
    search.let_go()
    fewer.close()


def test_a_search_that_is_closed_says_so(search: PreviewFind, qtbot: QtBot) -> None:
    with qtbot.waitSignal(search.closed):
        search.close_button.click()
