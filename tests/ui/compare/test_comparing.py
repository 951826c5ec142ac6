from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from focusdesk.filing.comparison_rows import RowFilter
from focusdesk.filing.comparison_view import ComparisonView
from focusdesk.filing.month_choice import Preset
from focusdesk.ui.compare.comparing import Comparing
from focusdesk.ui.look.bar_button import BarButton
from tests.ui.window_words import Window, copied, open_window
from tests.ui.words import DECEMBER, JANUARY, focused, press


@pytest.fixture
def window(light: QApplication, qtbot: QtBot, two_months: Path, tmp_path: Path) -> Window:
    del light
    return open_window(qtbot, tmp_path, copied(two_months, tmp_path))


@pytest.fixture
def comparing(window: Window) -> Comparing:
    return window.main.comparing


def test_the_open_month_is_compared_with_the_one_before(
    window: Window, comparing: Comparing
) -> None:
    assert comparing.compare_months()
    compared = [month.filing.period for month in window.comparison.comparison.months]
    assert compared == [DECEMBER, JANUARY]
    assert window.main.pages.currentWidget() is comparing.page


def test_going_to_a_box_opens_its_month_on_the_desk(window: Window, comparing: Comparing) -> None:
    comparing.compare_months()
    comparing.go_to_box(window.month(DECEMBER), "7100")
    assert comparing.page is None
    assert window.main.pages.currentWidget() is window.desk
    assert window.session.filing.period == DECEMBER
    assert window.desk.current_code == "7100"


def test_a_box_that_the_form_of_a_month_has_not_is_told(
    window: Window, comparing: Comparing
) -> None:
    comparing.go_to_box(window.month(DECEMBER), "0000")
    assert window.said == "December 2013 has no box 0000 in its form."


def test_alt_and_a_digit_goes_to_the_schedule_within_the_comparison(
    window: Window, comparing: Comparing
) -> None:
    comparing.compare_months()
    page, schedule = window.comparison, window.session.edition.schedules[4]
    page.bar.changed.setFocus()
    before = window.tabs.currentIndex()
    press(Qt.Key.Key_5, Qt.KeyboardModifier.AltModifier)
    assert comparing.page is page
    assert window.tabs.currentIndex() == before, "the page behind stays where it is"
    assert page.view.current_code == next(iter(schedule.boxes)).code
    top = page.view.months.indexAt(QPoint(5, 5)).row()
    assert page.model.rows[top].words == schedule.tab
    assert focused() is page.view.months


def test_alt_and_a_digit_shows_another_schedule_where_one_alone_is_shown(
    window: Window, comparing: Comparing
) -> None:
    comparing.compare_months()
    page, schedules = window.comparison, window.session.edition.schedules
    page.bar.wish_schedule(schedules[1].id)
    press(Qt.Key.Key_5, Qt.KeyboardModifier.AltModifier)
    assert {row.schedule for row in page.comparison.rows} == {schedules[4].id}


def test_a_schedule_in_which_nothing_differs_is_told(window: Window, comparing: Comparing) -> None:
    comparing.compare_months([window.month(DECEMBER), window.month(JANUARY)])
    page = window.comparison
    page.bar.changed.click()
    shown = {row.schedule for row in page.comparison.rows}
    schedules = window.session.edition.schedules
    at = next(at for at, schedule in enumerate(schedules) if schedule.id not in shown)
    press(Qt.Key(Qt.Key.Key_1 + at), Qt.KeyboardModifier.AltModifier)
    assert window.said == "Nothing of that schedule is shown between these months."


def test_f6_does_not_send_the_keyboard_behind_the_comparison(
    window: Window, comparing: Comparing
) -> None:
    comparing.compare_months()
    press(Qt.Key.Key_F6)
    assert focused().isVisible()
    assert window.comparison.isAncestorOf(focused())


def test_the_months_and_the_view_are_remembered_from_one_opening_to_the_next(
    window: Window, comparing: Comparing
) -> None:
    comparing.compare_months()
    page = window.comparison
    offer = next(each for each in page.months.offers() if each.preset is Preset.QUARTER_ENDS)
    page.bar.months_menu.preset_wanted.emit(offer)
    page.bar.changed.click()
    comparing.show_desk()
    window.do("compare")
    again = window.comparison
    assert again.months.preset is Preset.QUARTER_ENDS
    assert again.view_state.row_filter == RowFilter(changed=True)
    assert again.bar.changed.isChecked()


def test_months_that_were_wished_for_and_cannot_be_had_give_way_to_last_month(
    window: Window, comparing: Comparing
) -> None:
    window.main.workplace.settings.comparison_preset = Preset.LAST_PRINT
    comparing.compare_months()
    compared = [month.filing.period for month in window.comparison.comparison.months]
    assert compared == [DECEMBER, JANUARY]


def test_f6_goes_through_the_bar_the_lines_and_what_stands_beside(
    window: Window, comparing: Comparing
) -> None:
    comparing.compare_months()
    page = window.comparison
    assert page.view.months.hasFocus()
    press(Qt.Key.Key_F6)
    assert page.side.isAncestorOf(focused())
    press(Qt.Key.Key_F6)
    assert focused() is page.bar.months
    press(Qt.Key.Key_F6)
    assert focused() is page.view.months


def test_the_trends_have_a_button_in_the_bar(window: Window, comparing: Comparing) -> None:
    comparing.compare_months()
    buttons = window.comparison.bar.findChildren(BarButton)
    assert [button.shortcut().toString() for button in buttons if "Trends" in button.text()] == [
        "Alt+T"
    ]


def test_going_to_a_code_stays_in_the_comparison_where_its_line_is_shown(
    window: Window, comparing: Comparing
) -> None:
    comparing.compare_months()
    page = window.comparison

    comparing.go_to_line(window.session.filing, "7190")

    assert comparing.page is page
    assert page.view.current_code == "7190"


def test_going_to_a_code_that_the_comparison_leaves_out_goes_to_the_month(
    window: Window, comparing: Comparing
) -> None:
    comparing.compare_months()
    window.comparison.look(ComparisonView(RowFilter(find="7190")))

    comparing.go_to_line(window.session.filing, "7070")

    assert comparing.page is None
    assert window.desk.current_code == "7070"


def test_from_a_box_one_comes_back_to_the_months_that_one_left(
    window: Window, comparing: Comparing
) -> None:
    comparing.compare_months()
    comparing.go_to_box(window.month(DECEMBER), "7100")
    assert window.session.filing.period == DECEMBER

    window.do("compare")

    compared = [month.filing.period for month in window.comparison.comparison.months]
    assert compared == [DECEMBER, JANUARY]
    assert window.comparison.view.current_code == "7100"
