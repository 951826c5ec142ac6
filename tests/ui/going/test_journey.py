from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from focusdesk.ui.going.journey import MOST_PLACES, Journey
from focusdesk.ui.settings import Place
from tests.ui.window_words import Window, copied, open_window
from tests.ui.words import CTRL, DECEMBER, JANUARY, press, write

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def window(light: QApplication, qtbot: QtBot, tmp_path: Path, two_months: Path) -> Window:
    del light
    window = open_window(qtbot, tmp_path, copied(two_months, tmp_path))
    window.desk.show_month(window.month(JANUARY), "7100")
    return window


def jump(code: str) -> None:
    """Go to a box as the user does: Ctrl+G, the code, Enter."""
    press(Qt.Key.Key_G, CTRL)
    write(code)
    press(Qt.Key.Key_Return)


def journey(window: Window) -> Journey:
    return window.main.journey


def places(window: Window) -> list[str]:
    return [place.code for place in journey(window).places]


def test_back_returns_to_the_place_that_was_left_and_forward_goes_again(window: Window) -> None:
    jump("8500")
    jump("7495")
    press(Qt.Key.Key_Left, ALT)
    assert window.desk.current_code == "8500"
    press(Qt.Key.Key_Left, ALT)
    assert window.desk.current_code == "7100"
    press(Qt.Key.Key_Right, ALT, times=2)
    assert window.desk.current_code == "7495"
    assert window.said == "January 2014, 7495"


def test_arrows_leave_no_place_but_the_one_they_have_come_to(window: Window) -> None:
    before = places(window)
    press(Qt.Key.Key_Down, times=3)
    here = window.desk.current_code
    assert places(window) == before
    jump("8500")
    press(Qt.Key.Key_Left, ALT)
    assert window.desk.current_code == here


def test_a_new_jump_cuts_what_lay_ahead(window: Window) -> None:
    jump("8500")
    press(Qt.Key.Key_Left, ALT)
    jump("7495")
    press(Qt.Key.Key_Right, ALT)
    assert window.desk.current_code == "7495"
    assert not window.main.actions_table["forward"].isEnabled()


def test_the_journey_goes_over_months_and_schedules_and_touches_no_figure(window: Window) -> None:
    kept = window.session.worksheet.values()
    press(Qt.Key.Key_PageDown, CTRL)
    schedule = window.tabs.currentIndex()
    press(Qt.Key.Key_PageUp, ALT)
    assert window.session.filing.period == DECEMBER
    press(Qt.Key.Key_Left, ALT)
    assert (window.session.filing.period, window.tabs.currentIndex()) == (JANUARY, schedule)
    press(Qt.Key.Key_Left, ALT)
    assert window.desk.current_code == "7100"
    press(Qt.Key.Key_Right, ALT, times=2)
    assert window.session.filing.period == DECEMBER
    press(Qt.Key.Key_Left, ALT)
    assert window.session.worksheet.values() == kept
    assert not window.main.actions_table["undo"].isEnabled()


def test_going_to_a_box_of_another_month_is_one_jump(window: Window) -> None:
    window.main.comparing.go_to_box(window.month(DECEMBER), "8500")
    press(Qt.Key.Key_Left, ALT)
    assert (window.session.filing.period, window.desk.current_code) == (JANUARY, "7100")


def test_where_undo_has_gone_one_comes_back_from(window: Window) -> None:
    write("5")
    press(Qt.Key.Key_Return)
    jump("8500")
    press(Qt.Key.Key_Z, CTRL)
    assert window.desk.current_code == "7100"
    press(Qt.Key.Key_Left, ALT)
    assert window.desk.current_code == "8500"


def test_a_place_that_is_gone_is_passed_over(window: Window) -> None:
    jump("8500")
    journey(window).leave(Place("2009-01", 0, "7100"))
    journey(window).leave(Place("2014-01", 0, "no such box"))
    press(Qt.Key.Key_Left, ALT)
    assert window.desk.current_code == "7100"


def test_the_menus_offer_a_way_back_and_forward_where_there_is_one(window: Window) -> None:
    back, forward = (window.main.actions_table[name] for name in ("back", "forward"))
    while back.isEnabled():
        press(Qt.Key.Key_Left, ALT)
    here = window.desk.current_code
    press(Qt.Key.Key_Left, ALT, times=3)
    assert window.desk.current_code == here, "nor does Qt go to the box at the left"
    jump("8500")
    assert (back.isEnabled(), forward.isEnabled()) == (True, False)
    press(Qt.Key.Key_Left, ALT)
    assert (back.isEnabled(), forward.isEnabled()) == (False, True)
    window.main.comparing.compare_months()
    assert not forward.isEnabled()


def test_where_all_that_was_left_is_gone_it_is_said_that_there_is_no_way_back(
    window: Window,
) -> None:
    while journey(window).has_back:
        press(Qt.Key.Key_Left, ALT)
    journey(window).leave(Place("2009-01", 0, "7100"))
    press(Qt.Key.Key_Left, ALT)
    assert window.said == "There is no earlier place to go back to."
    assert not journey(window).has_back


def test_an_entry_that_is_refused_keeps_one_where_one_is(window: Window) -> None:
    jump("7110")
    write("nonsense")
    press(Qt.Key.Key_Left, ALT)
    assert window.desk.current_code == "7110"
    press(Qt.Key.Key_Escape)
    press(Qt.Key.Key_Left, ALT)
    assert window.desk.current_code == "7100"


def test_only_so_many_places_are_remembered(window: Window) -> None:
    for at in range(MOST_PLACES + 5):
        journey(window).leave(Place("2014-01", 0, str(at)))
    assert len(journey(window).places) == MOST_PLACES
    assert journey(window).places[-1].code == str(MOST_PLACES + 4)


def test_where_one_came_back_to_is_said_until_one_goes_on(window: Window) -> None:
    jump("7110")
    press(Qt.Key.Key_Left, ALT)
    assert window.said == "January 2014, 7100"
    press(Qt.Key.Key_Down)
    assert window.said == ""
