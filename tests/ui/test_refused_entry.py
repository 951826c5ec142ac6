"""An entry that was refused is mended or given up before anything else is done at the desk."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from focusdesk.ui.going.go_to_code import GoToCode
from focusdesk.ui.page.refusal import Refusal
from tests.ui.window_words import Window, copied, open_window
from tests.ui.words import CTRL, focused, press, write

ALT = Qt.KeyboardModifier.AltModifier
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture(params=[True, False], ids=["after Enter", "while typing"])
def window(
    request: pytest.FixtureRequest,
    light: QApplication,
    qtbot: QtBot,
    two_months: Path,
    tmp_path: Path,
) -> Window:
    """Xyz has been typed into 7100, which cannot take it."""
    del light
    window = open_window(qtbot, tmp_path, copied(two_months, tmp_path))
    assert window.tabs.go_to("7100")
    write("xyz")
    if request.param:
        press(Qt.Key.Key_Return)
    return window


@pytest.mark.parametrize(
    ("key", "modifiers"),
    [
        (Qt.Key.Key_G, CTRL),
        (Qt.Key.Key_3, ALT),
        (Qt.Key.Key_PageDown, CTRL),
        (Qt.Key.Key_PageUp, CTRL),
        (Qt.Key.Key_N, CTRL),
    ],
)
def test_a_key_that_leads_away_comes_back_to_the_refused_box(
    window: Window, key: Qt.Key, modifiers: Qt.KeyboardModifier
) -> None:
    press(key, modifiers)
    _is_back(window)
    press(Qt.Key.Key_F2)
    press(Qt.Key.Key_Backspace, times=3)
    write("12")
    press(Qt.Key.Key_Return)
    assert window.session.value("7100") == 12
    assert _steps(window) == 1, "nothing typed has gone anywhere else"


@pytest.mark.parametrize("typed", ["xyz", "1.234", "=1+[9999]"])
def test_a_code_typed_for_a_command_that_was_refused_never_becomes_an_amount(
    window: Window, typed: str
) -> None:
    press(Qt.Key.Key_Escape)
    assert window.tabs.go_to("7100")
    write(typed)
    press(Qt.Key.Key_G, CTRL)
    write("7045")
    press(Qt.Key.Key_Return)
    said = window.main.status.said
    assert said.text().startswith(f'7100: First mend "{typed}" (F2), or give it up (Esc).')
    assert said.property("look") == "error"
    press(Qt.Key.Key_Return)
    assert window.session.value("7100") == 93_296_699
    line = focused()
    assert isinstance(line, QLineEdit)
    assert line.text() == typed, "what was typed is as it was"
    assert _steps(window) == 0


def test_escape_then_gives_it_up_and_the_command_can_be_had(window: Window) -> None:
    press(Qt.Key.Key_G, CTRL)
    write("70")
    press(Qt.Key.Key_Escape)
    assert window.session.value("7100") == 93_296_699
    assert window.main.status.said.text() == ""
    press(Qt.Key.Key_G, CTRL)
    assert len(window.frame.findChildren(GoToCode)) == 1


def test_a_question_about_a_sign_is_not_answered_by_what_was_typed_for_a_command(
    window: Window,
) -> None:
    press(Qt.Key.Key_Escape)
    assert window.tabs.go_to("7047")
    write("-500")
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_K, CTRL)
    write("new month")
    press(Qt.Key.Key_Return)
    assert window.session.value("7047") == 920_596
    assert _steps(window) == 0
    asked = '7047: First say what "-500" means, or give it up (Esc).'
    assert window.main.status.said.text().startswith(asked)
    press(Qt.Key.Key_Escape)
    assert window.main.status.said.text() == ""
    assert window.session.value("7047") == 920_596
    assert not isinstance(focused(), QLineEdit), "given up, not merely asked no longer"


def test_turning_the_page_and_then_ctrl_g_comes_back_likewise(window: Window) -> None:
    press(Qt.Key.Key_PageDown, CTRL)
    press(Qt.Key.Key_G, CTRL)
    assert window.frame.findChildren(GoToCode) == []
    _is_back(window)


def test_a_click_on_another_tab_comes_back_to_the_refused_box(window: Window) -> None:
    bar = window.tabs.tabBar()
    QTest.mouseClick(bar, LEFT, pos=bar.tabRect(3).center())
    _is_back(window)


def test_a_click_on_another_box_comes_back_to_the_refused_box(window: Window) -> None:
    page = window.tabs.current_page()
    assert page is not None
    QTest.mouseClick(page.viewport(), LEFT, pos=QPoint(60, 200))
    _is_back(window)


def test_a_click_on_another_month_comes_back_and_marks_the_open_month(window: Window) -> None:
    months = window.desk.side.months
    other = months.model().index(1, 0)
    QTest.mouseClick(months.viewport(), LEFT, pos=months.visualRect(other).center())
    _is_back(window)
    assert months.currentIndex().data() == "January 2014"
    assert [index.data() for index in months.selectedIndexes()] == ["January 2014"]


def test_an_entry_left_for_the_tabs_is_found_again_by_typing_on(window: Window) -> None:
    window.tabs.tabBar().setFocus(Qt.FocusReason.TabFocusReason)
    press(Qt.Key.Key_Right)
    _is_back(window)


def test_editing_the_box_from_the_menu_mends_the_entry_as_f2_does(window: Window) -> None:
    window.tabs.setCurrentIndex(3)
    _is_back(window)
    window.tabs.tabBar().setFocus()
    window.do("edit_box")
    write("5")
    assert window.tabs.waiting_entries == (("7100", "xyz5"),)
    press(Qt.Key.Key_Backspace, times=4)
    write("5")
    press(Qt.Key.Key_Return)
    assert window.session.value("7100") == 5


def test_a_page_turned_by_anything_else_comes_back_likewise(window: Window) -> None:
    window.tabs.setCurrentIndex(3)
    _is_back(window)


def test_a_box_of_the_explanation_comes_back_likewise(window: Window) -> None:
    window.desk.explain.code_activated.emit("7520")
    _is_back(window)


def _is_back(window: Window) -> None:
    assert window.desk.current_code == "7100"
    page, editor = window.tabs.current_page(), focused()
    assert page is not None
    assert isinstance(editor, QLineEdit)
    assert page.viewport().isAncestorOf(editor)
    assert editor.isVisible()
    assert editor.text() == "xyz"
    assert not editor.hasSelectedText(), "the next digit would replace it"
    assert editor.cursorPosition() == len("xyz")
    (sentence,) = [note.text() for note in page.findChildren(Refusal) if note.isVisible()]
    assert sentence.startswith('First mend "xyz" (F2), or give it up (Esc). "xyz" is not an amount')


def _steps(window: Window) -> int:
    stack = window.desk.open_filings.undo.activeStack()
    assert stack is not None
    return stack.count()
