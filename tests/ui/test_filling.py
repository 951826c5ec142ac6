from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from focusdesk.filing.edit import Cause
from tests.ui.window_words import Window, copied, open_window
from tests.ui.words import CTRL, DECEMBER, SHIFT, press, write

Key = Qt.Key


@pytest.fixture
def window(light: QApplication, qtbot: QtBot, two_months: Path, tmp_path: Path) -> Window:
    del light
    opened = open_window(qtbot, tmp_path, copied(two_months, tmp_path))
    opened.desk.go_to("7010")
    return opened


def _values(window: Window, *codes: str) -> list[object]:
    return [window.session.value(code) for code in codes]


def test_last_months_value_is_taken_over(window: Window) -> None:
    press(Key.Key_D, CTRL)
    assert window.session.value("7010") == 339_120_004
    assert window.said.startswith("Filled 7010 from December")
    journal = window.session.store.journal(window.session.filing)
    assert journal[-1].cause == Cause.FILLED
    press(Key.Key_D, CTRL)
    assert window.said == "Nothing to fill: the boxes hold that already."


def test_last_months_value_takes_the_place_of_what_is_being_typed(window: Window) -> None:
    write("12")
    window.do("fill_last_month")
    assert window.session.value("7010") == 339_120_004
    assert not window.tabs.waiting_entries
    window.do("undo")
    assert window.session.value("7010") == 347_295_282


def test_a_selection_is_filled_as_one_step_computed_boxes_passed_over(window: Window) -> None:
    window.desk.go_to("7032")
    before = _values(window, "7032", "7033", "7040")
    press(Key.Key_Down, SHIFT, times=2)
    window.do("fill_last_month")
    assert _values(window, "7032", "7033") == [61_005_730, 27_880_015]
    assert window.desk.open_filings.undo.undoText() == "Fill 2 boxes from December"
    window.do("undo")
    assert _values(window, "7032", "7033", "7040") == before


def test_a_computed_box_alone_says_why_it_takes_nothing(window: Window) -> None:
    window.desk.go_to("7040")
    press(Key.Key_D, CTRL)
    assert window.said == "7040 is computed: add lines 1, 2, and 3."


def test_without_a_month_before_there_is_nothing_to_take_over(window: Window) -> None:
    window.desk.show_month(window.month(DECEMBER), "7010")
    press(Key.Key_D, CTRL)
    assert window.said == "7010: There are no figures of November 2013 that could be taken over."


def test_a_selection_is_filled_with_what_the_current_box_holds(window: Window) -> None:
    press(Key.Key_Down, SHIFT, times=2)
    press(Key.Key_Return, CTRL)
    assert _values(window, "7010", "7020", "7030") == [11_097_541] * 3
    assert window.desk.open_filings.undo.undoText() == "Fill 2 boxes with 11,097,541"


def test_a_selection_is_filled_with_what_is_being_typed(window: Window) -> None:
    press(Key.Key_Down, SHIFT)
    write("=2*50")
    press(Key.Key_Return, CTRL)
    assert _values(window, "7010", "7020") == [100, 100]
    assert not window.tabs.waiting_entries
    steps = window.desk.open_filings.undo
    assert steps.undoText() == "Fill 2 boxes with 100"
    window.do("undo")
    assert window.session.value("7010") == 347_295_282


def test_what_is_no_amount_fills_nothing_and_stays_in_its_editor(window: Window) -> None:
    press(Key.Key_Down, SHIFT)
    write("abc")
    press(Key.Key_Return, CTRL)
    assert "is not an amount" in window.said
    assert window.tabs.waiting_entries == (("7020", "abc"),)
    assert window.session.value("7010") == 347_295_282


def test_with_one_box_alone_ctrl_enter_enters_it_there(window: Window) -> None:
    write("5")
    press(Key.Key_Return, CTRL)
    assert window.session.value("7010") == 5
    assert window.desk.current_code == "7010"
