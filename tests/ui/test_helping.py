from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from focusdesk.ui.help_pages import HelpPage
from tests.ui.window_words import Window, copied, open_window
from tests.ui.words import focused, press


@pytest.fixture
def window(light: QApplication, qtbot: QtBot, two_months: Path, tmp_path: Path) -> Window:
    del light
    return open_window(qtbot, tmp_path, copied(two_months, tmp_path))


def _sheets(window: Window) -> list[HelpPage]:
    return [page for page in window.frame.findChildren(HelpPage) if page.isVisible()]


def test_help_tells_what_the_line_asks_for_and_leaves_the_keyboard_on_the_page(
    window: Window,
) -> None:
    window.tabs.go_to("7030")
    press(Qt.Key.Key_F1)
    asked = window.session.edition.line_of("7030").help
    assert asked
    assert asked in window.desk.explain.text
    assert focused() is window.tabs.current_page()
    assert not _sheets(window)


def test_help_asked_twice_shows_the_keys(window: Window) -> None:
    window.tabs.go_to("7030")
    press(Qt.Key.Key_F1, times=2)
    assert [page.windowTitle() for page in _sheets(window)] == ["Keys"]


def test_help_on_another_box_is_help_on_that_box(window: Window) -> None:
    window.tabs.go_to("7030")
    press(Qt.Key.Key_F1)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_F1)
    assert not _sheets(window)


def test_without_a_month_help_shows_the_keys(
    light: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    del light
    window = open_window(qtbot, tmp_path, None)
    window.do("help_on_line")
    assert [page.windowTitle() for page in _sheets(window)] == ["Keys"]


def test_why_brings_the_keyboard_to_the_explanation_of_the_box(window: Window) -> None:
    window.tabs.go_to("7190")
    press(Qt.Key.Key_F9)
    assert window.desk.explain.isAncestorOf(focused())
    assert "7190" in window.desk.explain.text


def test_in_a_narrow_window_help_brings_the_keyboard_to_where_it_stands(window: Window) -> None:
    window.desk.parts.setFixedWidth(700)
    window.tabs.go_to("7030")
    assert not window.desk.right.isVisible()
    press(Qt.Key.Key_F1)
    assert window.desk.right.isVisible()
