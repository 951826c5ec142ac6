"""The page from the keyboard and the mouse, with real key events."""

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from focusdesk.ui.page.page_measures import box_frame
from focusdesk.ui.page.schedule_grid import ColumnKind
from tests.ui.words import (
    CTRL,
    SHIFT,
    Pages,
    click,
    editor,
    focused,
    frame_of,
    press,
    shown,
    type_into,
    write,
)

Key = Qt.Key


def test_typing_replaces_what_the_box_holds(pages: Pages) -> None:
    type_into(pages, "7100", "1,250")
    assert shown(pages, "7100") == "1,250"


def test_f2_edits_at_the_end_of_what_the_box_holds(pages: Pages) -> None:
    pages.tabs.go_to("7100")
    press(Key.Key_F2)
    write("0")
    press(Key.Key_Return)
    assert shown(pages, "7100") == "932,966,990"


def test_a_double_click_edits_too(pages: Pages) -> None:
    pages.tabs.go_to("7100")
    click(pages, "7070", twice=True)
    line = editor(pages)
    assert line is not None
    assert line.text() == "8476893"


def test_escape_puts_the_box_back(pages: Pages) -> None:
    pages.tabs.go_to("7100")
    write("5")
    press(Key.Key_Escape)
    assert editor(pages) is None
    assert shown(pages, "7100") == "93,296,699"
    assert pages.changed == []


@pytest.mark.parametrize(
    ("key", "modifiers", "end"),
    [
        (Key.Key_Return, Qt.KeyboardModifier.NoModifier, "7032"),
        (Key.Key_Enter, Qt.KeyboardModifier.NoModifier, "7032"),
        (Key.Key_Return, SHIFT, "7020"),
        (Key.Key_Tab, Qt.KeyboardModifier.NoModifier, "7032"),
        (Key.Key_Backtab, SHIFT, "7020"),
        (Key.Key_Down, Qt.KeyboardModifier.NoModifier, "7032"),
        (Key.Key_Up, Qt.KeyboardModifier.NoModifier, "7020"),
    ],
)
def test_a_key_that_leaves_an_entry_takes_it_and_goes_on(
    pages: Pages, key: Qt.Key, modifiers: Qt.KeyboardModifier, end: str
) -> None:
    pages.tabs.go_to("7030")
    write("12")
    press(key, modifiers)
    assert pages.session.value("7030") == 12
    assert pages.tabs.current_code() == end


def test_tab_reads_across_and_enter_goes_down(pages: Pages) -> None:
    pages.tabs.go_to("7510")
    press(Key.Key_Tab)
    assert pages.tabs.current_code() == "7520"
    press(Key.Key_Return)
    assert pages.tabs.current_code() == "7540"
    press(Key.Key_Backtab, SHIFT)
    assert pages.tabs.current_code() == "7520"


def test_arrows_home_and_end_reach_computed_boxes(pages: Pages) -> None:
    pages.tabs.go_to("7047")
    press(Key.Key_Right)
    assert pages.tabs.current_code() == "7050"
    press(Key.Key_Home)
    assert pages.tabs.current_code() == "7047"
    press(Key.Key_End)
    assert pages.tabs.current_code() == "7050"
    press(Key.Key_Down)
    assert pages.tabs.current_code() == "7060"
    press(Key.Key_Home, CTRL)
    assert pages.tabs.current_code() == "7010"
    press(Key.Key_End, CTRL)
    assert pages.tabs.current_code() == "7198"


def test_the_last_box_is_the_end_of_the_page(pages: Pages) -> None:
    pages.tabs.go_to("7194")
    press(Key.Key_Return)
    press(Key.Key_Tab)
    assert pages.tabs.current_code() == "7194"


def test_a_page_down_and_up_stay_in_reach(pages: Pages) -> None:
    pages.tabs.go_to("7010")
    press(Key.Key_PageDown)
    down = pages.tabs.current_code()
    assert down not in {"7010", "7198"}
    press(Key.Key_PageUp)
    assert pages.tabs.current_code() == "7010"


def test_the_first_box_shows_the_title_over_it(pages: Pages) -> None:
    pages.tabs.go_to("7198")
    assert pages.view.verticalScrollBar().value() > 0
    press(Key.Key_Home, CTRL)
    assert pages.view.verticalScrollBar().value() == 0


def test_backspace_empties_the_box_for_typing_as_in_excel(pages: Pages) -> None:
    pages.tabs.go_to("7100")
    press(Key.Key_Backspace)
    line = editor(pages)
    assert line is not None
    assert line.text() == ""
    press(Key.Key_Escape)
    assert shown(pages, "7100") == "93,296,699"
    press(Key.Key_Backspace)
    press(Key.Key_Return)
    assert pages.session.value("7100") is None


def test_delete_blanks_the_box_and_a_blank_is_no_zero(pages: Pages) -> None:
    pages.tabs.go_to("7100")
    press(Key.Key_Delete)
    assert pages.session.value("7100") is None
    assert shown(pages, "7100") == ""
    assert pages.undo.undoText() == "7100: 93,296,699 to blank"


def test_several_selected_boxes_are_blanked_as_one_step(pages: Pages) -> None:
    pages.tabs.go_to("7032")
    press(Key.Key_Down, SHIFT, times=2)
    press(Key.Key_Delete)
    assert [pages.session.value(code) for code in ("7032", "7033")] == [None, None]
    assert pages.session.value("7040") == 909_665_707
    pages.undo.undo()
    assert pages.session.value("7040") == 948_830_607


def test_space_ticks_and_enter_only_goes_on(pages: Pages) -> None:
    pages.tabs.go_to("17")
    press(Key.Key_Space)
    assert pages.session.value("17") is True
    press(Key.Key_Return)
    assert pages.session.value("17") is True
    assert pages.tabs.current_code() == "18"
    press(Key.Key_Up)
    press(Key.Key_Space)
    assert pages.session.value("17") is None


def test_a_click_on_the_square_ticks_it_and_beside_it_only_goes_there(pages: Pages) -> None:
    pages.tabs.go_to("16")
    click(pages, "17")
    assert pages.session.value("17") is True
    beside = frame_of(pages, "18").center() + QPoint(200, 0)
    QTest.mouseClick(pages.view.viewport(), Qt.MouseButton.LeftButton, pos=beside)
    assert pages.tabs.current_code() == "18"
    assert pages.session.value("18") is None


def test_a_letter_ticks_or_says_why_not(pages: Pages) -> None:
    pages.tabs.go_to("17")
    write("x")
    assert pages.session.value("17") is True
    write("q")
    assert pages.refused == [("17", "Space ticks this box, and unticks it.")]


def test_a_question_is_answered_by_space_by_letter_and_by_click(pages: Pages) -> None:
    code = "firm.swap_dealer"
    pages.tabs.go_to(code)
    press(Key.Key_Space)
    assert pages.session.value(code) is True
    press(Key.Key_Space)
    assert pages.session.value(code) is False
    write("y")
    assert pages.session.value(code) is True
    press(Key.Key_Delete)
    assert pages.session.value(code) is None
    frame = frame_of(pages, code)
    at = QPoint(frame.left() + frame.width() * 3 // 4, frame.top() + 10)
    QTest.mouseClick(pages.view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert pages.session.value(code) is False


def test_a_click_on_a_label_goes_to_its_box(pages: Pages) -> None:
    pages.tabs.go_to("7010")
    row, _ = pages.model.grid.cells["7030"]
    label = pages.view.visualRect(pages.model.index(row, 1)).center()
    QTest.mouseClick(pages.view.viewport(), Qt.MouseButton.LeftButton, pos=label)
    assert pages.tabs.current_code() == "7030"


def test_a_letter_that_is_composed_begins_an_entry(pages: Pages) -> None:
    pages.tabs.go_to("13")
    event = QInputMethodEvent()
    event.setCommitString("\u00e9")
    QApplication.sendEvent(pages.view, event)
    press(Key.Key_Return)
    assert pages.session.value("13") == "\u00e9"


def test_a_letter_that_is_composed_goes_on_with_an_entry_that_was_refused(pages: Pages) -> None:
    pages.tabs.go_to("7010")
    write("12x")
    press(Key.Key_Return)
    pages.view.setFocus()
    event = QInputMethodEvent()
    event.setCommitString("\u00e9")
    QApplication.sendEvent(pages.view, event)
    assert pages.tabs.waiting_entries == (("7010", "12x\u00e9"),)
    assert focused() is editor(pages)


def test_last_month_is_shown_or_hidden(pages: Pages) -> None:
    pages.tabs.go_to("7010")
    column = pages.model.grid.column_of(ColumnKind.BASELINE)
    assert column is not None
    assert not pages.view.isColumnHidden(column)
    pages.tabs.show_baseline(False)  # noqa: FBT003 -- as an action's signal calls it
    assert pages.view.isColumnHidden(column)
    assert not pages.view.horizontalHeader().isVisible()


@pytest.mark.parametrize("width", [700, 808, 1100, 1900])
def test_no_label_and_no_words_are_cut_at_any_width(pages: Pages, width: int) -> None:
    pages.tabs.resize(QSize(width, 700))
    for code in ("16", "7010", "7200", "7305", "7500", "8500", "7415"):
        pages.tabs.go_to(code)
        view, model = pages.view, pages.model
        for row, shown_row in enumerate(model.grid.rows):
            cell = view.visualRect(model.index(row, 1))
            assert cell.height() >= view.measures.label_height(row), shown_row.label
            for column, box in shown_row.boxes:
                frame = box_frame(view.visualRect(model.index(row, column)), box)
                assert frame.width() >= 18
                assert frame.height() >= 18


def test_the_page_needs_no_sideways_scrolling_on_a_screen_of_1280(pages: Pages) -> None:
    for code in ("16", "7010", "7200", "7305", "7500", "8500", "7415"):
        pages.tabs.go_to(code)
        assert pages.view.horizontalScrollBar().maximum() == 0


def test_a_row_grows_with_the_names_that_are_typed_into_it(pages: Pages) -> None:
    pages.tabs.go_to("7510")
    row, _ = pages.model.grid.cells["7510"]
    before = pages.view.rowHeight(row)
    type_into(pages, "7510", "HARRIS TRUST, BANK OF MONTREAL, " * 5)
    assert pages.view.rowHeight(row) > before
    pages.undo.undo()
    assert pages.view.rowHeight(row) == before


def test_a_box_that_is_gone_to_is_announced_once(pages: Pages) -> None:
    pages.selected.clear()
    pages.tabs.go_to("7520")
    assert pages.selected == ["7520"]
    press(Key.Key_Down)
    assert pages.selected == ["7520", "7540"]


def test_a_code_of_another_page_is_not_gone_to(pages: Pages) -> None:
    assert not pages.view.go_to("7500")


def test_the_page_is_repainted_in_the_theme_of_the_moment(pages: Pages, qtbot: QtBot) -> None:
    del qtbot
    assert not pages.view.grab().isNull()
