from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from focusdesk.filing.edit import Cause
from focusdesk.ui.page.sign_choice import SignChoice
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
    assert _values(window, "7010", "7020", "7030") == [347_295_282] * 3
    assert window.desk.open_filings.undo.undoText() == "Fill 2 boxes with 347,295,282"


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
    assert window.tabs.waiting_entries == (("7010", "abc"),)
    assert window.session.value("7010") == 347_295_282


def test_with_one_box_alone_ctrl_enter_enters_it_there(window: Window) -> None:
    write("5")
    press(Key.Key_Return, CTRL)
    assert window.session.value("7010") == 5
    assert window.desk.current_code == "7010"


def test_arithmetic_that_fills_a_selection_is_kept_in_each_of_its_boxes(window: Window) -> None:
    press(Key.Key_Down, SHIFT, times=2)
    write("=2*50")
    press(Key.Key_Return, CTRL)
    assert [window.session.typed(code) for code in ("7010", "7020", "7030")] == ["=2*50"] * 3
    assert _values(window, "7010", "7020", "7030") == [100] * 3
    press(Key.Key_F2)
    assert window.tabs.waiting_entries == (("7010", "=2*50"),)


def test_each_box_drops_cents_by_its_own_rule(window: Window) -> None:
    window.desk.go_to("7032")
    press(Key.Key_Down, SHIFT)
    write("170.17")
    press(Key.Key_Return, CTRL)
    assert _values(window, "7032", "7033") == [170, 171]
    assert window.desk.open_filings.undo.undoText() == "Fill 2 boxes with 170.17"


@pytest.mark.parametrize(
    ("answer", "values", "typed"),
    [(Key.Key_Return, [-500, 500], ["=-500", ""]), (Key.Key_N, [-500, -500], ["=-500", "=-500"])],
)
def test_what_a_minus_means_is_asked_before_a_deduction_is_filled(
    window: Window, answer: Qt.Key, values: list[int], typed: list[str]
) -> None:
    window.desk.go_to("7033")
    before = _values(window, "7032", "7033")
    press(Key.Key_Up, SHIFT)
    write("=-500")
    press(Key.Key_Return, CTRL)
    assert _asked(window) == "The form itself prints the parentheses at 7033"
    assert _values(window, "7032", "7033") == before
    press(Key.Key_Return, CTRL)
    assert _asked(window), "the same key once more is no answer"
    write("n") if answer is Key.Key_N else press(answer)
    assert _values(window, "7032", "7033") == values
    assert [window.session.typed(code) for code in ("7032", "7033")] == typed
    assert not _asked(window)
    window.do("undo")
    assert _values(window, "7032", "7033") == before


def test_a_negative_that_the_current_box_holds_asks_likewise(window: Window) -> None:
    before = window.session.value("7033")
    window.desk.go_to("7032")
    write("-7")
    press(Key.Key_Return)
    window.desk.go_to("7032")
    press(Key.Key_Down, SHIFT)
    press(Key.Key_Return, CTRL)
    assert _asked(window)
    press(Key.Key_Escape)
    press(Key.Key_Escape)
    assert window.session.value("7033") == before
    press(Key.Key_Return, CTRL)
    press(Key.Key_Return)
    assert _values(window, "7032", "7033") == [-7, 7]
    assert not window.tabs.waiting_entries


def test_arithmetic_that_names_a_box_of_the_selection_fills_nothing(window: Window) -> None:
    before = _values(window, "7010", "7020")
    press(Key.Key_Down, SHIFT)
    write("=[7020]*2")
    press(Key.Key_Return, CTRL)
    assert "7020 is this box itself" in window.said
    assert _values(window, "7010", "7020") == before
    assert window.tabs.waiting_entries == (("7010", "=[7020]*2"),)


def test_what_would_overflow_a_total_stays_in_its_editor(window: Window) -> None:
    press(Key.Key_Down, SHIFT)
    write("9223372036854775807")
    press(Key.Key_Return, CTRL)
    assert "A total would overflow" in window.said
    assert window.tabs.waiting_entries == (("7010", "9223372036854775807"),)


def _asked(window: Window) -> str:
    """How the question at the box begins that is asked now; empty for none."""
    page = window.tabs.current_page()
    assert page is not None
    choices = [each for each in page.findChildren(SignChoice) if each.isVisible()]
    return choices[0].accessibleName().partition(" and subtracts")[0] if choices else ""
