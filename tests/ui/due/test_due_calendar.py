import datetime as dt
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from focusdesk.calendars.firm_due import due_year
from focusdesk.filing.due_months import DueMonth
from focusdesk.filing.due_override import keep_override
from focusdesk.filing.filing_due import Calendar
from focusdesk.filing.register import Register
from focusdesk.form.period import Period
from focusdesk.ui.due.due_calendar import HEADINGS, DueCalendar
from tests.ui.words import JANUARY, controls_of, press, reached_by_tab

TODAY = dt.date(2014, 2, 13)


@pytest.fixture
def months(register: Register) -> tuple[DueMonth, ...]:
    keep_override(register.store, Period(2014, 4), dt.date(2014, 6, 10), "FINRA notice 14-01")
    return due_year(register.store, 2014, TODAY)


@pytest.fixture
def year(light: QApplication, qtbot: QtBot, months: tuple[DueMonth, ...]) -> DueCalendar:
    del light
    window = QWidget()
    qtbot.addWidget(window)
    year = DueCalendar(2014, window)
    year.resize(1200, 700)
    year.show_year(2014, months, TODAY)
    year.show()
    year.activateWindow()
    qtbot.waitUntil(year.isActiveWindow)
    year.table.setFocus()
    return year


def cells(year: DueCalendar, row: int) -> list[str]:
    model = year.table.model()
    return [str(model.index(row, column).data()) for column in range(len(HEADINGS))]


def test_a_row_says_when_which_how_long_and_why(year: DueCalendar) -> None:
    assert cells(year, 1) == [
        "Wed 26 Feb 2014",
        "January 2014",
        "8 left",
        "in work",
        "17 Feb Washington's Birthday",
    ]
    assert cells(year, 0)[2:4] == ["13 late", "late: no signature copy"]
    assert cells(year, 4)[0] == "Tue 10 Jun 2014"
    assert cells(year, 4)[3] == "not started\nset: FINRA notice 14-01"
    assert year.told.text() == (
        "1 late. January 2014 is due in 8 business days. Counted by the federal calendar."
    )


def test_what_is_late_stands_out_and_nothing_else(year: DueCalendar) -> None:
    model = year.table.model()
    fonts = [model.index(row, 3).data(Qt.ItemDataRole.FontRole) for row in range(2)]
    assert fonts[0].bold()
    assert fonts[1] is None
    assert model.index(0, 3).data(Qt.ItemDataRole.ForegroundRole) is not None
    assert model.index(0, 0).data(Qt.ItemDataRole.ForegroundRole) is None


def test_what_is_due_next_is_chosen_and_enter_opens_it(year: DueCalendar) -> None:
    asked: list[object] = []
    year.month_asked.connect(asked.append)
    press(Qt.Key.Key_Return)
    assert asked == [JANUARY]
    press(Qt.Key.Key_Down)
    assert not year.open_month.isEnabled()
    press(Qt.Key.Key_Return)
    assert asked == [JANUARY]


def test_the_keyboard_turns_the_years(year: DueCalendar) -> None:
    asked: list[int] = []
    year.year_asked.connect(asked.append)
    for step in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
        year.earlier.setFocus()
        press(step)
        year.table.setFocus()
        press(step)
    year.earlier.click()
    year.later.click()
    assert asked == [2013, 2013, 2015, 2015, 2013, 2015]


def test_no_year_is_turned_to_that_no_date_can_hold(year: DueCalendar) -> None:
    asked: list[int] = []
    year.year_asked.connect(asked.append)
    year.show_year(2099, (), TODAY)
    year.later.click()
    year.show_year(1900, (), TODAY)
    year.earlier.click()
    assert asked == []


def test_a_year_of_two_calendars_says_so(year: DueCalendar, months: tuple[DueMonth, ...]) -> None:
    other = replace(months[5], due=replace(months[5].due, calendar=Calendar.EXCHANGE))
    year.show_year(2014, (months[1], other), TODAY)
    assert year.told.text().endswith("Counted by the federal and the exchange calendars.")


def test_a_click_in_the_calendar_chooses_in_the_list(
    year: DueCalendar, months: tuple[DueMonth, ...]
) -> None:
    year.grid.month_clicked.emit(months[4])
    assert year.chosen == months[4]
    asked: list[object] = []
    year.override_asked.connect(asked.append)
    year.override.click()
    assert asked == [Period(2014, 4)]


def test_the_month_that_was_chosen_stays_so_when_the_year_is_read_again(
    year: DueCalendar, months: tuple[DueMonth, ...]
) -> None:
    year.choose(Period(2014, 6), TODAY)
    year.show_year(2014, months, TODAY)
    assert year.chosen == months[6]


def test_a_year_without_due_dates_says_so(year: DueCalendar) -> None:
    year.show_year(2200, (), TODAY)
    assert year.told.text().startswith("No calendar holds 2200")
    assert year.chosen is None
    assert not year.open_month.isEnabled()
    press(Qt.Key.Key_Return)
    year.override.click()


def test_a_narrow_window_shows_the_list_alone(year: DueCalendar) -> None:
    assert year.grid.isVisible()
    year.resize(700, 600)
    assert not year.grid.isVisible()
    assert year.width() == 700


def test_a_store_that_can_only_be_read_lets_nothing_be_settled(year: DueCalendar) -> None:
    year.allow_writing(allowed=False)
    assert not year.override.isEnabled()
    assert not year.calendar.isEnabled()
    assert year.save.isEnabled()


def test_tab_reaches_every_control(year: DueCalendar) -> None:
    assert controls_of(year) <= reached_by_tab()


def test_only_what_is_kept_here_can_be_handed_in(year: DueCalendar) -> None:
    january = year.table.current
    assert year.hand_in.isEnabled()
    press(Qt.Key.Key_Down)
    assert year.chosen is not None
    assert year.chosen.filing is None
    assert not year.hand_in.isEnabled()
    assert year.override.isEnabled()
    year.table.choose(january)
    year.allow_writing(allowed=False)
    assert not year.hand_in.isEnabled()
