"""The real window on January 2014, and the panel in it."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from focusdesk.ui.what_if.supposing import Supposing
from focusdesk.ui.what_if.what_if_panel import WhatIfPanel
from tests.ui.window_words import Window, copied, open_window
from tests.ui.words import CTRL, JANUARY, SHIFT, press


@pytest.fixture
def window(light: QApplication, qtbot: QtBot, two_months: Path, tmp_path: Path) -> Window:
    del light
    window = open_window(qtbot, tmp_path, copied(two_months, tmp_path))
    window.desk.show_month(window.month(JANUARY), "7010")
    return window


@pytest.fixture
def panel(window: Window, qtbot: QtBot) -> WhatIfPanel:
    press(Qt.Key.Key_W, CTRL | SHIFT)
    shown = window.feature(Supposing).panel
    assert shown is not None
    qtbot.waitUntil(shown.figure.hasFocus)
    return shown
