from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.window_words import Window, copied, open_window


@pytest.fixture
def window(light: QApplication, qtbot: QtBot, two_months: Path, tmp_path: Path) -> Window:
    del light
    return open_window(qtbot, tmp_path, copied(two_months, tmp_path))


def test_a_narrow_window_leaves_its_room_to_the_page(window: Window) -> None:
    parts = window.desk.parts
    assert parts.right.isVisible()
    parts.resize(700, 600)
    assert not parts.right.isVisible()
    parts.resize(1200, 600)
    assert parts.right.isVisible()


def test_the_keyboard_goes_from_months_to_page_to_what_stands_beside(window: Window) -> None:
    doors = [pane.door for pane in window.desk.parts.panes()]
    seen = [door for door in doors if door is not None and door.isVisible()]
    assert seen[:3] == [
        window.desk.side.months,
        window.tabs.current_page(),
        window.desk.explain,
    ]


def test_pages_that_are_taken_away_are_not_seen(window: Window) -> None:
    tabs = window.tabs
    window.desk.parts.take_away()
    assert not tabs.isVisible()
    doors = [pane.door for pane in window.desk.parts.panes()]
    assert [door for door in doors if door is not None and door.isVisible()][:2] == [
        window.desk.side.months,
        window.desk.explain,
    ]
