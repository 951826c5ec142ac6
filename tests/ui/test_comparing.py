from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from focusdesk.ui.comparing import Comparing
from tests.ui.window_words import Window, copied, open_window
from tests.ui.words import DECEMBER, JANUARY, focused, press


@pytest.fixture
def window(light: QApplication, qtbot: QtBot, two_months: Path, tmp_path: Path) -> Window:
    del light
    return open_window(qtbot, tmp_path, copied(two_months, tmp_path))


@pytest.fixture
def comparing(window: Window) -> Comparing:
    return window.main.comparing


def test_the_open_month_is_compared_with_the_one_before(
    window: Window, comparing: Comparing
) -> None:
    assert comparing.compare_months()
    compared = [month.filing.period for month in window.comparison.comparison.months]
    assert compared == [DECEMBER, JANUARY]
    assert window.main.pages.currentWidget() is comparing.page


def test_going_to_a_box_opens_its_month_on_the_desk(window: Window, comparing: Comparing) -> None:
    comparing.compare_months()
    comparing.go_to_box(window.month(DECEMBER), "7100")
    assert comparing.page is None
    assert window.main.pages.currentWidget() is window.desk
    assert window.session.filing.period == DECEMBER
    assert window.desk.current_code == "7100"


def test_a_box_that_the_form_of_a_month_has_not_is_told(
    window: Window, comparing: Comparing
) -> None:
    comparing.go_to_box(window.month(DECEMBER), "0000")
    assert window.said == "December 2013 has no box 0000 in its form."


def test_alt_and_a_digit_leaves_the_comparison_for_the_schedule(
    window: Window, comparing: Comparing
) -> None:
    comparing.compare_months()
    press(Qt.Key.Key_5, Qt.KeyboardModifier.AltModifier)
    assert comparing.page is None
    assert window.tabs.tabText(window.tabs.currentIndex()) == "30.7 funds"
    assert focused() is window.tabs.current_page()


def test_f6_does_not_send_the_keyboard_behind_the_comparison(
    window: Window, comparing: Comparing
) -> None:
    comparing.compare_months()
    press(Qt.Key.Key_F6)
    assert focused().isVisible()
    assert window.comparison.isAncestorOf(focused())
