from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from focusdesk.ui.desk.desk_state import DeskState, state_of
from tests.ui.window_words import Window, copied, open_window
from tests.ui.words import press, write


@pytest.fixture
def window(light: QApplication, qtbot: QtBot, two_months: Path, tmp_path: Path) -> Window:
    del light
    return open_window(qtbot, tmp_path, copied(two_months, tmp_path))


def test_without_a_store_there_is_nothing_on_the_desk() -> None:
    assert state_of(None, comparing=False) == DeskState()


def test_the_last_month_of_two_has_an_earlier_one_and_no_later(window: Window) -> None:
    state = state_of(window.desk, comparing=False)
    assert state.on_desk
    assert (state.has_earlier, state.has_later, state.has_pair) == (True, False, True)


def test_behind_the_comparison_there_is_no_month_to_turn_to(window: Window) -> None:
    state = state_of(window.desk, comparing=True)
    assert not state.on_desk
    assert not state.has_earlier
    assert not state.has_later


def test_what_was_entered_can_be_undone(window: Window) -> None:
    depth = window.desk.open_filings.undo.activeStack().index()
    window.tabs.go_to("7100")
    write("1")
    press(Qt.Key.Key_Return)
    assert window.desk.open_filings.undo.activeStack().index() == depth + 1
    assert state_of(window.desk, comparing=False).can_undo
    assert not state_of(window.desk, comparing=False).can_redo
