from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from focusdesk.form.box import show_value
from focusdesk.ui.going.related_boxes import RelatedList
from focusdesk.ui.look.found_list import FoundRow
from tests.ui.window_words import Window, copied, open_window
from tests.ui.words import CTRL, JANUARY, focused, press

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def window(light: QApplication, qtbot: QtBot, tmp_path: Path, two_months: Path) -> Window:
    del light
    window = open_window(qtbot, tmp_path, copied(two_months, tmp_path))
    window.desk.show_month(window.month(JANUARY), "7190")
    return window


def offered(window: Window) -> tuple[FoundRow, ...]:
    """What the open list offers."""
    (shown,) = [each for each in window.frame.findChildren(RelatedList) if each.isVisible()]
    return shown.list.rows


def figure(window: Window, code: str) -> str:
    """What a box holds, as the form writes it."""
    return show_value(window.session.value(code))


def test_of_several_inputs_a_list_at_the_box_lets_one_choose(window: Window) -> None:
    press(Qt.Key.Key_BracketLeft, CTRL)
    assert [(row.kind, row.mark, row.aside) for row in offered(window)] == [
        ("plus", "7180", figure(window, "7180")),
        ("less", "7060", figure(window, "7060")),
    ]
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    assert window.desk.current_code == "7060"
    assert focused() is window.tabs.current_page()


def test_esc_stays_at_the_box_with_the_keyboard_on_the_page(window: Window) -> None:
    press(Qt.Key.Key_BracketLeft, CTRL)
    press(Qt.Key.Key_Escape)
    assert window.desk.current_code == "7190"
    assert focused() is window.tabs.current_page()


def test_to_the_only_reader_one_goes_at_once_and_comes_back(window: Window) -> None:
    window.desk.go_to("7100")
    press(Qt.Key.Key_BracketRight, CTRL)
    assert window.desk.current_code == "7180"
    press(Qt.Key.Key_Left, ALT)
    assert window.desk.current_code == "7100"


def test_an_entered_box_says_that_it_follows_from_no_other(window: Window) -> None:
    window.desk.go_to("7100")
    press(Qt.Key.Key_BracketLeft, CTRL)
    assert window.said == "7100 is entered and follows from no other box."
    assert window.desk.current_code == "7100"


def test_a_box_that_feeds_no_other_says_so(window: Window) -> None:
    window.desk.go_to("7198")
    press(Qt.Key.Key_BracketRight, CTRL)
    assert window.said == "7198 feeds no other box."


def test_what_a_greatest_of_has_taken_is_said(window: Window) -> None:
    window.desk.go_to("7360")
    press(Qt.Key.Key_BracketLeft, CTRL)
    kinds = {row.mark: row.kind for row in offered(window)}
    assert sorted(kinds.values()) == ["", "taken"]


def test_the_list_stands_on_the_screen(window: Window) -> None:
    for code in ("7060", "7190"):
        window.desk.go_to(code)
        press(Qt.Key.Key_BracketLeft, CTRL)
        (shown,) = [each for each in window.frame.findChildren(RelatedList) if each.isVisible()]
        assert shown.screen().availableGeometry().contains(shown.geometry())
        press(Qt.Key.Key_Escape)


def lists_open(window: Window) -> bool:
    return any(each.isVisible() for each in window.frame.findChildren(RelatedList))


def test_the_keys_of_the_window_close_the_list_and_do_what_they_do(window: Window) -> None:
    window.desk.go_to("7100")
    window.desk.go_to("7190")
    press(Qt.Key.Key_BracketLeft, CTRL)
    press(Qt.Key.Key_BracketRight, CTRL)
    assert window.desk.current_code == "7198"
    assert not lists_open(window)
    press(Qt.Key.Key_BracketLeft, CTRL)
    press(Qt.Key.Key_Left, ALT)
    assert not lists_open(window)
    before = window.desk.current_code
    window.desk.go_to("7190")
    press(Qt.Key.Key_BracketLeft, CTRL)
    press(Qt.Key.Key_F9)
    assert not lists_open(window)
    assert window.desk.explain.isAncestorOf(focused())
    assert before != "7198"


def test_a_key_that_is_held_alone_leaves_the_list_open(window: Window) -> None:
    press(Qt.Key.Key_BracketLeft, CTRL)
    press(Qt.Key.Key_Control, CTRL)
    assert lists_open(window)
