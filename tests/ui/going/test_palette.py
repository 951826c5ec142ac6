from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from focusdesk.ui.going.palette import PaletteSearch
from tests.ui.window_words import Window, copied, open_window
from tests.ui.words import CTRL, DECEMBER, JANUARY, focused, press, write

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def window(light: QApplication, qtbot: QtBot, tmp_path: Path, two_months: Path) -> Window:
    del light
    window = open_window(qtbot, tmp_path, copied(two_months, tmp_path))
    window.desk.show_month(window.month(JANUARY), "7100")
    return window


def ask(text: str) -> None:
    press(Qt.Key.Key_K, CTRL)
    write(text)


def palette(window: Window) -> PaletteSearch:
    (shown,) = [each for each in window.frame.findChildren(PaletteSearch) if each.isVisible()]
    return shown


def test_a_code_is_gone_to_with_the_keyboard_on_the_page(window: Window) -> None:
    ask("8500")
    press(Qt.Key.Key_Return)
    assert window.desk.current_code == "8500"
    assert focused() is window.tabs.current_page()
    press(Qt.Key.Key_Left, ALT)
    assert window.desk.current_code == "7100"


def test_a_month_is_opened(window: Window) -> None:
    ask("dec 13")
    press(Qt.Key.Key_Return)
    assert window.session.filing.period == DECEMBER
    assert focused() is window.tabs.current_page()


def test_a_schedule_is_turned_to(window: Window) -> None:
    ask("dealer options")
    press(Qt.Key.Key_Return)
    assert window.desk.current_code == "7200"


def test_an_action_is_done_with_the_keyboard_where_it_was(window: Window) -> None:
    ask("edit box")
    press(Qt.Key.Key_Return)
    write("0")
    press(Qt.Key.Key_Return)
    ask("undo")
    assert palette(window).rows[0].takes
    press(Qt.Key.Key_Return)
    assert window.said.startswith("Undone: 7100")


def test_every_action_of_the_menus_is_found_by_its_own_words(window: Window) -> None:
    press(Qt.Key.Key_K, CTRL)
    shown = palette(window)
    for row in [row for row in shown.rows if row.kind == "Action"]:
        shown.sought.setText(row.words)
        assert row.words in {each.words for each in shown.rows[:3]}, row.words


def test_what_was_used_last_comes_first_and_is_remembered(window: Window) -> None:
    ask("8500")
    press(Qt.Key.Key_Return)
    ask("next schedule")
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_K, CTRL)
    rows = palette(window).rows
    assert [rows[0].words, rows[1].mark] == ["Next schedule", "8500"]
    assert palette(window).says == f"{len(rows)} found. Enter does it, Esc leaves."


def test_what_cannot_be_done_now_says_so(window: Window) -> None:
    ask("redo")
    press(Qt.Key.Key_Return)
    assert palette(window).says == "Redo cannot be done now."


def test_esc_leaves_everything_as_it_was(window: Window) -> None:
    window.desk.explain.setFocus()
    before = focused()
    ask("print")
    press(Qt.Key.Key_Escape)
    assert focused() is before
    assert window.desk.current_code == "7100"


def test_in_front_of_the_comparison_a_box_brings_the_desk_back(window: Window) -> None:
    window.do("compare")
    ask("8500")
    press(Qt.Key.Key_Return)
    assert window.main.comparison is None
    assert window.desk.current_code == "8500"


def test_without_a_store_it_offers_what_can_be_done_then(
    light: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    del light
    window = open_window(qtbot, tmp_path, None)
    window.do("palette")
    assert "Open store\u2026" in {row.words for row in palette(window).rows}
    assert {row.kind for row in palette(window).rows} == {"Action"}
