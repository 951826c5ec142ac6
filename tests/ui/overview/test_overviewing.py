"""The overview in the window: the first tab, built on use, left and come back to by keys."""

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from focusdesk.filing.edit import Cause, Edit
from focusdesk.form.period import Period
from focusdesk.ui.overview.overview_page import OverviewPage
from tests.ui.window_words import Window, copied, open_window
from tests.ui.words import CTRL, focused, press

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def window(light: QApplication, qtbot: QtBot, two_months: Path, tmp_path: Path) -> Window:
    del light
    window = open_window(qtbot, tmp_path, copied(two_months, tmp_path))
    window.frame.activateWindow()
    qtbot.waitUntil(window.frame.isActiveWindow)
    assert window.tabs.go_to("7070")
    return window


def page_of(window: Window) -> OverviewPage:
    assert window.tabs.front is not None
    page = window.tabs.front.page
    assert isinstance(page, OverviewPage)
    return page


def test_it_stands_before_the_schedules_and_is_not_built_until_it_is_shown(window: Window) -> None:
    assert window.tabs.tabText(0) == "Overview"
    assert window.tabs.tabText(1) == "Cover"
    assert window.desk.current_code == "7070"
    assert window.tabs.front is not None
    assert window.tabs.front.page is None


def test_its_key_shows_it_with_the_keyboard_in_it(window: Window) -> None:
    press(Qt.Key.Key_0, ALT)

    assert window.tabs.shows_front
    assert page_of(window).isAncestorOf(focused())


def test_turning_back_beyond_the_first_schedule_leads_to_it(window: Window) -> None:
    window.tabs.go_to("13")
    press(Qt.Key.Key_PageUp, CTRL)
    assert window.tabs.shows_front
    assert page_of(window).isAncestorOf(focused())

    press(Qt.Key.Key_PageDown, CTRL)
    assert window.tabs.current_page() is not None
    assert window.tabs.tabText(window.tabs.currentIndex()) == "Cover"


def test_a_click_on_its_tab_shows_it(window: Window) -> None:
    window.tabs.setCurrentIndex(0)

    assert page_of(window).isVisible()


def test_the_schedules_keep_their_keys(window: Window) -> None:
    window.do("overview")
    press(Qt.Key.Key_2, ALT)

    assert window.tabs.tabText(window.tabs.currentIndex()) == "Segregation"
    assert window.desk.current_code == "7070"


def test_enter_goes_to_the_box_and_back_comes_to_where_one_was(window: Window) -> None:
    window.do("overview")
    press(Qt.Key.Key_Down, times=2)
    press(Qt.Key.Key_Return)

    assert window.desk.current_code == "7190"
    assert not window.tabs.shows_front
    window.do("back")
    assert window.desk.current_code == "7070"


def test_back_leads_from_it_to_the_box_that_was_left(window: Window) -> None:
    window.do("overview")
    window.do("back")

    assert not window.tabs.shows_front
    assert window.desk.current_code == "7070"


def test_the_figure_that_the_keyboard_is_at_is_explained(window: Window) -> None:
    window.do("overview")
    press(Qt.Key.Key_Down, times=2)

    assert "87,608,087" in window.desk.explain.text


def test_what_acts_on_a_box_cannot_be_done_while_no_box_is_seen(window: Window) -> None:
    table = window.main.actions_table
    own = ("fill_last_month", "blank_box", "edit_box", "write_note", "paste", "inputs")
    assert all(table[name].isEnabled() for name in own)

    window.do("overview")
    assert not any(table[name].isEnabled() for name in own)
    assert table["import_figures"].isEnabled()
    assert window.main.workplace.page is None

    window.tabs.go_to("7100")
    assert all(table[name].isEnabled() for name in own)


def test_it_shows_the_figures_as_they_are_by_then(window: Window) -> None:
    window.session.apply(Edit({"7100": 1}, Cause.TYPED))
    window.do("overview")
    assert page_of(window).grid.cards[0].words == "Segregation: deficient"


def test_it_follows_an_edit_of_the_month_before(window: Window) -> None:
    window.do("overview")
    before = page_of(window).grid.cards[0].lines.rows[0].change
    december = window.desk.open_filings.open(window.month(Period(2013, 12)))
    december.session.apply(Edit({"7010": 1}, Cause.TYPED))

    assert page_of(window).grid.cards[0].lines.rows[0].change != before


def test_another_month_is_seen_at_a_glance_too(window: Window) -> None:
    window.do("overview")
    window.do("earlier_month")

    assert window.session.filing.period == Period(2013, 12)
    assert window.tabs.shows_front
    assert "no month before it" in page_of(window).heading


def test_its_size_is_that_of_the_pages(window: Window) -> None:
    window.do("overview")
    before = page_of(window).grid.cards[0].lines.height()
    window.do("larger")

    assert page_of(window).grid.cards[0].lines.height() > before


def test_a_start_does_without_it() -> None:
    loaded = "import sys, focusdesk.ui.main_window; print('focusdesk.ui.overview' in sys.modules)"
    ran = subprocess.run(  # noqa: S603 -- our own program
        [sys.executable, "-c", loaded], capture_output=True, check=True, text=True
    )
    assert ran.stdout.strip() == "False"
