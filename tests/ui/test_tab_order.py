"""Tab reaches everything that the keyboard can use, and is caught nowhere."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.every_window import WINDOWS, Arrive, Opening, controls_in
from tests.ui.window_words import Window, copied, open_window
from tests.ui.words import controls_of, focused, press, reached_by_tab

ASKING = [each for each in WINDOWS if each.begins_at]


@pytest.fixture
def window(light: QApplication, qtbot: QtBot, two_months: Path, tmp_path: Path) -> Window:
    del light
    return open_window(qtbot, tmp_path, copied(two_months, tmp_path))


@pytest.mark.parametrize("opening", ASKING, ids=lambda opening: opening.name)
def test_tab_goes_through_a_window_in_either_direction(arrive: Arrive, opening: Opening) -> None:
    _, shown = arrive(opening)
    controls = {*controls_in(shown)}
    assert controls
    assert controls <= reached_by_tab()
    assert controls <= reached_by_tab(back=True)


def test_what_the_rules_turn_on_is_asked_before_the_firm_is_started(
    window: Window, qtbot: QtBot
) -> None:
    dialog = window.main.starts.ask_firm()
    qtbot.waitUntil(dialog.isActiveWindow)
    walked: list[QWidget] = []
    while focused() is not dialog.start:
        walked.append(focused())
        press(Qt.Key.Key_Tab)
    assert walked[-len(dialog.facts) :] == [*dialog.facts.values()]


def test_tab_goes_through_the_comparison_also_where_nothing_differs(
    window: Window, qtbot: QtBot
) -> None:
    window.do("compare")
    page = window.comparison
    page.seek("no such line")
    qtbot.waitUntil(lambda: not page.view.isVisible())
    page.bar.changed.setFocus()
    assert controls_of(page) <= reached_by_tab()
