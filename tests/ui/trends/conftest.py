"""The trends of December and January, in a window of the program."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from focusdesk.ui.trends.trends_window import TrendsWindow
from tests.ui.window_words import Window, copied, open_window


@pytest.fixture
def window(light: QApplication, qtbot: QtBot, two_months: Path, tmp_path: Path) -> Window:
    del light
    return open_window(qtbot, tmp_path, copied(two_months, tmp_path))


@pytest.fixture
def trends(window: Window, qtbot: QtBot) -> TrendsWindow:
    """The trends in front, the keyboard on the chart."""
    window.do("trends")
    (trends,) = window.frame.findChildren(TrendsWindow)
    qtbot.waitUntil(trends.view.hasFocus)
    return trends
