from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from focusdesk.ui.explain.story_card import StoryCard
from focusdesk.ui.going.page_find import PageFind, PageFindBar
from tests.ui.window_words import Window, copied, open_window
from tests.ui.words import CTRL, DECEMBER, JANUARY, SHIFT, focused, press, write

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def window(light: QApplication, qtbot: QtBot, tmp_path: Path, two_months: Path) -> Window:
    del light
    window = open_window(qtbot, tmp_path, copied(two_months, tmp_path))
    window.desk.show_month(window.month(JANUARY), "7010")
    return window


def bar(window: Window) -> PageFindBar:
    return window.feature(PageFind).bar


def seek(text: str) -> None:
    press(Qt.Key.Key_F, CTRL)
    write(text)


def test_an_amount_is_found_on_whichever_schedule_it_stands(window: Window) -> None:
    seek("8,476,893")
    assert window.desk.current_code == "7070"
    assert bar(window).count.text() == "1 of 1"
    assert bar(window).told.text() == "in the figure"
    assert focused() is bar(window).sought


def test_enter_goes_from_hit_to_hit_over_all_schedules_and_round(window: Window) -> None:
    seek("excess")
    count = int(bar(window).count.text().split(" of ")[1])
    seen: list[tuple[int, str]] = []
    for _ in range(count):
        seen.append((window.tabs.currentIndex(), window.desk.current_code))
        assert focused() is bar(window).sought
        press(Qt.Key.Key_Return)
    assert len(set(seen)) == count
    assert [at for at, _ in seen] == sorted(at for at, _ in seen)
    assert window.desk.current_code == seen[0][1]
    assert bar(window).told.text().endswith("begins again at the top")
    press(Qt.Key.Key_Return, SHIFT)
    assert window.desk.current_code == seen[-1][1]
    assert bar(window).told.text().endswith("goes on from the end")


def test_esc_gives_the_keyboard_back_to_the_page_at_the_hit(window: Window) -> None:
    seek("8500")
    press(Qt.Key.Key_Escape)
    assert window.desk.current_code == "8500"
    assert focused() is window.tabs.current_page()
    assert not bar(window).isVisible()


def test_f3_goes_on_when_the_bar_is_closed_and_says_where(window: Window) -> None:
    seek("segregat")
    at, count = (int(part) for part in bar(window).count.text().split(" of "))
    press(Qt.Key.Key_Escape)
    press(Qt.Key.Key_F3)
    assert window.said.startswith(f"{at + 1} of {count}: {window.desk.current_code}, in ")
    assert focused() is window.tabs.current_page()
    press(Qt.Key.Key_F3, SHIFT)
    assert window.said.startswith(f"{at} of {count}")


def test_f3_with_nothing_sought_asks_what(window: Window) -> None:
    press(Qt.Key.Key_F3)
    assert focused() is bar(window).sought


def test_the_way_back_leads_to_where_the_search_was_begun(window: Window) -> None:
    seek("excess")
    press(Qt.Key.Key_Return, times=3)
    press(Qt.Key.Key_Escape)
    press(Qt.Key.Key_Left, ALT)
    assert window.desk.current_code == "7010"


def test_what_is_nowhere_is_said_and_one_stays(window: Window) -> None:
    seek("no such words")
    assert bar(window).count.text() == "Not found"
    assert not bar(window).later.isEnabled()
    press(Qt.Key.Key_Return)
    assert focused() is bar(window).sought


@pytest.mark.parametrize(("key", "times"), [(Qt.Key.Key_Z, 1), (Qt.Key.Key_Backspace, 4)])
def test_a_search_that_fails_ends_where_it_was_begun(
    window: Window, key: Qt.Key, times: int
) -> None:
    seek("8500")
    assert window.desk.current_code == "8500"
    press(key, times=times)
    assert window.desk.current_code == "7010"
    assert focused() is bar(window).sought
    press(Qt.Key.Key_Escape)
    assert window.desk.current_code == "7010"
    assert focused() is window.tabs.current_page()


def test_a_search_that_fails_leaves_one_where_one_has_gone_since(window: Window) -> None:
    seek("8500")
    window.desk.go_to("7100")
    press(Qt.Key.Key_Z)
    assert window.desk.current_code == "7100"


def test_what_is_found_in_the_help_alone_is_brought_into_sight_there(window: Window) -> None:
    help_of_line = window.session.edition.line_of("7032").help
    seek(help_of_line[:40])
    assert bar(window).told.text() == "in the help"
    (card,) = window.desk.explain.findChildren(StoryCard)
    (marked,) = card.extraSelections()
    assert " ".join(marked.cursor.selectedText().split()) == " ".join(help_of_line[:40].split())


def test_the_hits_are_counted_anew_when_a_figure_or_the_month_changes(window: Window) -> None:
    seek("8,476,893")
    window.tabs.go_to("7080")
    window.tabs.focus_page()
    write("8476893")
    press(Qt.Key.Key_Return)
    assert bar(window).count.text() == "2 found"
    window.desk.show_month(window.month(DECEMBER))
    assert bar(window).count.text() == "Not found"
    assert bar(window).isVisible()


def test_what_is_sought_is_marked_until_the_bar_is_closed(window: Window) -> None:
    seek("7190")
    page = window.tabs.current_page()
    assert page is not None
    before = page.grab().toImage()
    press(Qt.Key.Key_Escape)
    assert page.grab().toImage() != before


def test_an_entry_that_is_refused_is_not_left_for_a_search(window: Window) -> None:
    write("nonsense")
    press(Qt.Key.Key_F, CTRL)
    assert not bar(window).isVisible()


def test_f6_comes_to_the_bar_too(window: Window) -> None:
    press(Qt.Key.Key_F, CTRL)
    window.tabs.focus_page()
    press(Qt.Key.Key_F6)
    assert focused() is bar(window).sought
