"""The window in which prints are read: it is as it was left, and F6 goes round its parts."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot
from typing_extensions import override

from focusdesk.filing.session import FilingSession
from focusdesk.ui.preview.preview_layout import Fit
from focusdesk.ui.preview.reading_window import ReadingWindow
from focusdesk.ui.settings import Settings
from tests.ui.window_words import edges_in
from tests.ui.words import CTRL, focused, press


class Reading(ReadingWindow):
    """One that notes what is asked of it."""

    def __init__(self, settings: Settings, parent: QWidget) -> None:
        super().__init__(settings, parent, QLabel("What is on it."))
        self.asked: list[str] = []

    @override
    def print_shown(self) -> None:
        self.asked.append("print")

    @override
    def save_shown(self) -> None:
        self.asked.append("save")


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "settings.ini")


@pytest.fixture
def parent(light: QApplication, qtbot: QtBot) -> QWidget:
    del light
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()
    return parent


def reading(settings: Settings, parent: QWidget, january: FilingSession, qtbot: QtBot) -> Reading:
    window = Reading(settings, parent)
    window.reader.show_content(edges_in(Path(), []).draw_findings(january, [], ""))
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


def test_keys_print_and_save(
    settings: Settings, parent: QWidget, january: FilingSession, qtbot: QtBot
) -> None:
    window = reading(settings, parent, january, qtbot)
    press(Qt.Key.Key_P, CTRL)
    press(Qt.Key.Key_S, CTRL)
    assert window.asked == ["print", "save"]


def test_it_comes_back_as_it_was_left(
    settings: Settings, parent: QWidget, january: FilingSession, qtbot: QtBot
) -> None:
    first = reading(settings, parent, january, qtbot)
    first.reader.view.set_zoom(Fit.PAGE)
    first.reject()
    assert reading(settings, parent, january, qtbot).reader.view.zoom is Fit.PAGE


def test_f6_goes_round_the_parts(
    settings: Settings, parent: QWidget, january: FilingSession, qtbot: QtBot
) -> None:
    window = reading(settings, parent, january, qtbot)
    window.reader.view.setFocus()
    press(Qt.Key.Key_F6)
    assert focused() is window.print_button
    press(Qt.Key.Key_F6)
    assert focused() is window.reader.thumbnails
    press(Qt.Key.Key_F6)
    assert focused() is window.reader.view


def test_without_pages_there_is_no_way_out(
    settings: Settings, parent: QWidget, january: FilingSession, qtbot: QtBot
) -> None:
    window = reading(settings, parent, january, qtbot)
    window.open_ways_out(shown=False)
    assert not window.print_button.isEnabled()
    assert not window.save_button.isEnabled()
