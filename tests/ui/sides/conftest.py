"""The two sides of January's pools, in a window of the program."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from focusdesk.filing.session import FilingSession
from focusdesk.filing.two_sides import TwoSides, two_sides_of
from focusdesk.ui.sides.sides_window import SidesWindow
from tests.ui.window_words import Window, copied, open_window


@pytest.fixture
def window(light: QApplication, qtbot: QtBot, two_months: Path, tmp_path: Path) -> Window:
    del light
    opened = open_window(qtbot, tmp_path, copied(two_months, tmp_path))
    assert opened.desk.go_to("7070")
    return opened


@pytest.fixture
def sides(window: Window, qtbot: QtBot) -> SidesWindow:
    """Segregation in front, the keyboard on its ties."""
    window.do("two_sides")
    (sides,) = window.frame.findChildren(SidesWindow)
    qtbot.waitUntil(sides.view.ties.hasFocus)
    return sides


@pytest.fixture
def segregation(january: FilingSession) -> TwoSides:
    """January's segregation, without a window."""
    return two_sides_of(january)[0]
