"""The tab before the schedules: empty until its page is asked for, in the size of the pages."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from typing_extensions import override

from focusdesk.ui.look.zoom import Zoom
from focusdesk.ui.page.front_page import FrontPage, FrontTab
from focusdesk.ui.page.page_style import PageStyle
from tests.ui.words import Pages, focused, press, write


class Plain(FrontPage):
    """A page that tells in which size it is shown."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.shown: list[Zoom] = []

    @override
    def show_zoom(self, zoom: Zoom) -> None:
        self.shown.append(zoom)


@pytest.fixture
def fronted(pages: Pages) -> Pages:
    pages.tabs.add_front("Overview", "overview")
    return pages


def test_the_schedule_that_is_shown_stays_in_front(fronted: Pages) -> None:
    assert fronted.tabs.tabText(0) == "Overview"
    assert fronted.tabs.tabText(fronted.tabs.currentIndex()) == "Cover"
    assert not fronted.tabs.shows_front


def test_its_page_is_asked_for_when_it_is_first_shown_and_once(fronted: Pages) -> None:
    asked: list[str] = []
    fronted.tabs.asked.connect(asked.append)
    fronted.tabs.show_front()
    assert asked == ["overview"]

    fronted.tabs.put_front(Plain())
    fronted.tabs.turn(1)
    fronted.tabs.turn(-1)
    assert asked == ["overview"]


def test_the_page_has_the_keyboard_and_the_size_of_the_others(fronted: Pages) -> None:
    page = Plain()
    fronted.tabs.show_style(PageStyle(Zoom(125)))
    fronted.tabs.put_front(page)
    fronted.tabs.show_front()

    assert page.shown[-1] == Zoom(125)
    assert focused() is page
    assert fronted.tabs.door is fronted.tabs.front


def test_the_box_that_was_left_stays_the_current_one(fronted: Pages) -> None:
    left: list[str] = []
    fronted.tabs.go_to("7070")
    fronted.tabs.left.connect(left.append)
    fronted.tabs.show_front()

    assert fronted.tabs.current_page() is None
    assert fronted.tabs.current_code() == "7070"
    assert left == ["7070"]


def test_a_refused_entry_keeps_the_keyboard_at_its_box(fronted: Pages) -> None:
    fronted.tabs.go_to("7070")
    write("12x")
    press(Qt.Key.Key_Return)
    fronted.tabs.show_front()
    assert not fronted.tabs.shows_front

    fronted.tabs.setCurrentIndex(0)
    assert not fronted.tabs.shows_front
    assert fronted.tabs.current_code() == "7070"


def test_going_to_a_box_leads_to_its_schedule(fronted: Pages) -> None:
    fronted.tabs.put_front(Plain())
    fronted.tabs.show_front()
    assert fronted.tabs.go_to("7100")

    assert fronted.tabs.tabText(fronted.tabs.currentIndex()) == "Segregation"
    fronted.tabs.show_schedule(0)
    assert fronted.tabs.tabText(fronted.tabs.currentIndex()) == "Cover"


def test_an_empty_tab_takes_no_keyboard(light: QApplication, qtbot: QtBot) -> None:
    del light
    tab = FrontTab("Overview", "overview")
    qtbot.addWidget(tab)
    tab.take_keyboard()

    assert (tab.page, tab.accessibleName()) == (None, "Overview")
