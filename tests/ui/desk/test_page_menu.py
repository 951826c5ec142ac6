"""The menu at the boxes: by the right button, by the Menu key and by Shift+F10."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from focusdesk.ui.desk.page_menu import PageMenu
from focusdesk.ui.page.schedule_model import ScheduleModel
from tests.ui.window_words import Window, copied, open_window
from tests.ui.words import NO_KEY, SHIFT, focused, press, write

Key = Qt.Key
RIGHT = Qt.MouseButton.RightButton


@pytest.fixture
def window(light: QApplication, qtbot: QtBot, two_months: Path, tmp_path: Path) -> Window:
    del light
    window = open_window(qtbot, tmp_path, copied(two_months, tmp_path))
    assert window.tabs.go_to("7010")
    return window


def _listed(window: Window) -> list[str]:
    menu = window.main.page_menu.menu
    return [action.objectName() for action in menu.actions() if not action.isSeparator()]


def _right_click(window: Window, code: str) -> None:
    page = window.tabs.current_page()
    assert page is not None
    model = page.model()
    assert isinstance(model, ScheduleModel)
    at = page.visualRect(model.index_of(code)).center()
    QTest.mouseClick(page.viewport(), RIGHT, NO_KEY, at)
    asks = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, page.viewport().mapToGlobal(at))
    QApplication.sendEvent(page.viewport(), asks)


@pytest.mark.parametrize(
    ("key", "held"), [(Key.Key_Menu, NO_KEY), (Key.Key_F10, SHIFT)], ids=["Menu", "Shift+F10"]
)
def test_a_key_opens_it_at_the_current_box(
    window: Window, key: Qt.Key, held: Qt.KeyboardModifier
) -> None:
    press(key, held)
    menu = window.main.page_menu.menu
    assert menu.isVisible()
    page = window.tabs.current_page()
    assert page is not None
    box = page.visualRect(page.currentIndex())
    assert page.viewport().mapToGlobal(box.bottomRight()) == page.menu_point
    assert {"copy", "cut", "paste", "blank_box", "edit_box", "write_note"} <= set(_listed(window))
    menu.close()


def test_what_cannot_be_done_is_not_listed(window: Window) -> None:
    press(Key.Key_Menu)
    assert "undo" not in _listed(window)
    window.main.page_menu.menu.close()
    write("5")
    press(Key.Key_Return)
    press(Key.Key_Menu)
    assert "undo" in _listed(window)
    first, last = window.main.page_menu.menu.actions()[0], window.main.page_menu.menu.actions()[-1]
    assert not first.isSeparator()
    assert not last.isSeparator()
    window.main.page_menu.menu.close()


def test_a_right_click_goes_to_its_box_and_opens_it_there(window: Window) -> None:
    _right_click(window, "7030")
    assert window.desk.current_code == "7030"
    assert window.main.page_menu.menu.isVisible()
    window.main.page_menu.menu.close()


def test_a_right_click_within_what_is_selected_leaves_it_so(window: Window) -> None:
    press(Key.Key_Down, SHIFT)
    _right_click(window, "7020")
    page = window.tabs.current_page()
    assert page is not None
    assert page.selection.codes == ("7010", "7020")
    window.main.page_menu.menu.close()


def test_what_is_chosen_is_done_with_the_selected_boxes(window: Window) -> None:
    press(Key.Key_Menu)
    blank = next(a for a in window.main.page_menu.menu.actions() if a.objectName() == "blank_box")
    window.main.page_menu.menu.setActiveAction(blank)
    QTest.keyClick(window.main.page_menu.menu, Key.Key_Return)
    assert window.session.value("7010") is None
    assert focused() is window.tabs.current_page()


def test_over_an_entry_that_must_be_mended_there_is_none(window: Window) -> None:
    write("xyz")
    _right_click(window, "7030")
    assert not window.main.page_menu.menu.isVisible()
    assert window.desk.current_code == "7010"


def test_it_is_a_menu_with_a_name(window: Window) -> None:
    page_menu = window.main.page_menu
    assert isinstance(page_menu, PageMenu)
    assert page_menu.menu.accessibleName()
    page_menu.open_at(QPoint(5, 5))
    assert page_menu.menu.isVisible()
    page_menu.menu.close()
