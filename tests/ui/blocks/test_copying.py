from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from focusdesk.filing.edit import Cause
from tests.ui.window_words import Window, copied, open_window
from tests.ui.words import CTRL, SHIFT, press

Key = Qt.Key


@pytest.fixture
def window(light: QApplication, qtbot: QtBot, two_months: Path, tmp_path: Path) -> Window:
    del light
    opened = open_window(qtbot, tmp_path, copied(two_months, tmp_path))
    opened.desk.go_to("7010")
    return opened


def _text() -> str:
    return QGuiApplication.clipboard().text()


def _html() -> str:
    return QGuiApplication.clipboard().mimeData().html()


def test_one_box_is_copied_as_a_plain_figure(window: Window) -> None:
    window.desk.go_to("7130")
    press(Key.Key_C, CTRL)
    assert _text() == "-14796490\r\n"
    assert 'x:num="-14796490"' in _html()
    assert window.said == "7130 copied"


def test_a_selection_is_copied_as_it_lies_on_the_page(window: Window) -> None:
    window.desk.go_to("7045")
    press(Key.Key_Down, SHIFT)
    press(Key.Key_Right, SHIFT)
    press(Key.Key_C, CTRL)
    assert _text() == "968253\t\r\n920596\t47657\r\n"
    assert window.said == "3 boxes copied"


def test_a_whole_schedule_is_copied_with_its_codes(window: Window) -> None:
    window.do("copy_schedule")
    lines = _text().splitlines()
    title, *lines = lines
    assert title.rstrip("\t").endswith(", January 2014, Segregation")
    assert lines[:2] == ["Line\tLabel\tCode\tValue", "1.A\tCash\t7010\t347295282"]
    assert len(lines) == 1 + 28
    assert window.said.startswith("Segregation: ")


def test_the_status_line_counts_and_adds_up_what_is_selected(window: Window) -> None:
    press(Key.Key_Down, SHIFT)
    selected = window.main.status.selected
    assert selected.text() == "2 boxes selected, sum 898,568,166"
    assert selected.isVisible()
    press(Key.Key_Delete)
    assert selected.text() == "2 boxes selected"
    window.do("undo")
    press(Key.Key_Down)
    assert selected.text() == ""
    assert not selected.isVisible()


def test_another_month_has_its_own_selection(window: Window) -> None:
    window.do("select_all")
    assert window.main.status.selected.text().startswith("28 boxes selected, sum ")
    window.do("earlier_month")
    assert window.main.status.selected.text() == ""


def test_cutting_copies_and_blanks_as_one_step(window: Window) -> None:
    press(Key.Key_Down, SHIFT)
    press(Key.Key_X, CTRL)
    assert _text() == "347295282\r\n551272884\r\n"
    assert [window.session.value(code) for code in ("7010", "7020")] == [None, None]
    assert window.said.startswith("2 boxes cut")
    steps = window.desk.open_filings.undo
    assert steps.undoText() == "Cut 2 boxes"
    assert window.session.store.journal(window.session.filing)[-1].cause == Cause.CLEARED
    window.do("undo")
    assert window.session.value("7020") == 551_272_884


def test_computed_boxes_are_not_cut_and_nothing_else_is(window: Window) -> None:
    QGuiApplication.clipboard().setText("as it was")
    window.desk.go_to("7033")
    press(Key.Key_Down, SHIFT)
    press(Key.Key_X, CTRL)
    assert window.said.startswith("7040 is computed and cannot be cut.")
    assert _text() == "as it was"
    assert window.session.value("7033") == 29_234_336


def test_an_entry_that_is_refused_is_mended_before_anything_is_copied(window: Window) -> None:
    QGuiApplication.clipboard().setText("as it was")
    for letter in (Key.Key_A, Key.Key_B):
        press(letter)
    window.do("copy")
    assert _text() == "as it was"
    assert "is not an amount" in window.said


def test_the_comparison_is_copied_while_it_is_in_front(window: Window) -> None:
    window.do("compare")
    window.do("copy")
    assert _text().startswith("Code\tLine item\t")
