"""Due dates by the keyboard: the year, another day, the firm's calendar, in the real window."""

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QPushButton
from pytestqt.qtbot import QtBot

from focusdesk.filing.due_override import keep_override
from focusdesk.filing.filing_due import HandIn
from focusdesk.filing.hand_in import hand_in_history, record_hand_in
from focusdesk.ui.due.calendar_dialog import CalendarDialog
from focusdesk.ui.due.due_calendar import DueCalendar
from focusdesk.ui.due.due_dates import DueDates
from focusdesk.ui.due.hand_in_dialog import HandInDialog
from focusdesk.ui.due.override_dialog import OverrideDialog
from tests.ui.window_words import Window, copied, open_window
from tests.ui.words import CTRL, DECEMBER, JANUARY, SHIFT, press


@pytest.fixture
def window(light: QApplication, qtbot: QtBot, two_months: Path, tmp_path: Path) -> Window:
    del light
    window = open_window(qtbot, tmp_path, copied(two_months, tmp_path))
    window.desk.show_month(window.month(JANUARY), "7190")
    return window


def year(window: Window, qtbot: QtBot) -> DueCalendar:
    opened = window.feature(DueDates).calendar
    assert opened is not None
    qtbot.waitUntil(opened.table.hasFocus)
    return opened


def dialog(window: Window, kind: type[QDialog]) -> QDialog:
    return [each for each in window.frame.findChildren(kind) if each.isVisible()][-1]


def test_the_year_of_the_open_month_comes_by_its_key_and_enter_opens_another_month(
    window: Window, qtbot: QtBot
) -> None:
    press(Qt.Key.Key_D, CTRL | SHIFT)
    shown = year(window, qtbot)
    assert shown.year == 2014
    assert shown.chosen is not None
    assert shown.chosen.due.period == JANUARY
    press(Qt.Key.Key_Up)
    press(Qt.Key.Key_Return)
    assert window.session.filing.period == DECEMBER
    assert window.feature(DueDates).calendar is None


def test_a_day_that_is_set_is_shown_everywhere_at_once(window: Window, qtbot: QtBot) -> None:
    window.desk.show_due_days()
    window.do("due_dates")
    shown = year(window, qtbot)
    shown.override.click()
    asked = dialog(window, OverrideDialog)
    assert isinstance(asked, OverrideDialog)
    asked.day.setText("3/12/14")
    asked.reason.setText("FINRA notice 14-01")
    asked.keep.click()
    assert shown.told.text() == "January 2014 is due on 12 Mar 2014, as was set."
    assert shown.chosen is not None
    assert shown.chosen.day == dt.date(2014, 3, 12)
    assert window.desk.header.due.text() == "Due 12 Mar 2014 (set) \u00b7 18 business days left"
    assert "FINRA notice 14-01" in window.desk.header.due.toolTip()
    listed = next(each for each in window.desk.side.months.months if each.filing.period == JANUARY)
    assert listed.words.startswith("due 12 Mar (set), 18 business days left")
    assert window.said == "January 2014 is due on 12 Mar 2014, as was set."


def test_the_firm_s_calendar_moves_the_days_that_it_counts(window: Window, qtbot: QtBot) -> None:
    window.do("due_dates")
    shown = year(window, qtbot)
    assert str(shown.months[3].day) == "2014-04-23"
    shown.calendar.click()
    asked = dialog(window, CalendarDialog)
    assert isinstance(asked, CalendarDialog)
    asked.calendar.setCurrentIndex(1)
    asked.since.setText("1/1/14")
    asked.add.click()
    asked.leave.click()
    assert str(shown.months[3].day) == "2014-04-24"


def test_years_are_turned_and_a_year_is_written_as_a_file(
    window: Window, qtbot: QtBot, tmp_path: Path
) -> None:
    window.do("due_dates")
    shown = year(window, qtbot)
    press(Qt.Key.Key_PageDown)
    assert (shown.year, len(shown.months)) == (2015, 12)
    window.answers.answer = tmp_path / "due.ics"
    shown.save.click()
    assert window.answers.asked[-1] == ("Save due dates", tmp_path / "FOCUS due dates 2015.ics")
    assert (tmp_path / "due.ics").read_bytes().startswith(b"BEGIN:VCALENDAR")
    assert shown.told.text() == f"Written: {tmp_path / 'due.ics'}"
    window.answers.answer = tmp_path / "missing" / "due.ics"
    shown.save.click()
    assert window.notice.windowTitle() == "The file was not written"
    window.notice.accept()
    window.answers.answer = None
    shown.save.click()
    assert len(window.answers.asked) == 3


def test_a_calendar_that_cannot_be_read_says_so_and_can_be_chosen_again(
    window: Window, qtbot: QtBot
) -> None:
    window.do("due_dates")
    shown = year(window, qtbot)
    window.desk.register.store.set_fact("calendar", "lunar")
    shown.later.click()
    assert '"lunar" is none' in shown.told.text()
    shown.calendar.click()
    asked = dialog(window, CalendarDialog)
    assert isinstance(asked, CalendarDialog)
    asked.since.setText("1/1/14")
    asked.add.click()
    assert len(shown.months) == 12


def test_another_due_date_is_asked_for_the_open_month(window: Window) -> None:
    keep_override(window.desk.register.store, JANUARY, dt.date(2014, 3, 12), "FINRA notice")
    window.do("set_due")
    asked = dialog(window, OverrideDialog)
    assert isinstance(asked, OverrideDialog)
    assert asked.windowTitle() == "Due date for January 2014"
    assert not asked.withdraw.isHidden()


def test_handing_in_is_recorded_in_the_year_and_shown_everywhere_at_once(
    window: Window, qtbot: QtBot
) -> None:
    window.desk.show_due_days()
    window.do("due_dates")
    shown = year(window, qtbot)
    shown.hand_in.click()
    asked = dialog(window, HandInDialog)
    assert isinstance(asked, HandInDialog)
    for field, text in ((asked.day, "2/12/14"), (asked.how, "eFOCUS"), (asked.reference, "4711")):
        field.setText(text)
    asked.keep.click()
    assert shown.chosen is not None
    assert shown.chosen.standing == "filed 12 Feb 2014, on time"
    assert window.said == "January 2014 is on record as handed in on 12 Feb 2014."
    assert window.desk.header.due.text() == "Due 26 Feb 2014 \u00b7 filed 12 Feb 2014"
    assert "eFOCUS, 4711" in window.desk.header.due.toolTip()
    listed = next(each for each in window.desk.side.months.months if each.filing.period == JANUARY)
    assert listed.words.startswith("due 26 Feb, filed 12 Feb")


def test_a_month_handed_in_after_it_was_due_is_a_finding_at_once_until_that_is_withdrawn(
    window: Window,
) -> None:
    def late() -> list[str]:
        shown = window.desk.findings.shown
        return [each.finding.message for each in shown if each.finding.id == "C07"]

    def settle(action: str, **fields: str) -> None:
        window.do(action)
        asked = dialog(window, HandInDialog if action == "hand_in" else OverrideDialog)
        assert isinstance(asked, HandInDialog | OverrideDialog)
        for name, text in fields.items():
            getattr(asked, name).setText(text)
        asked.keep.click()

    settle("hand_in", day="2/12/14", how="eFOCUS")
    assert late() == []
    settle("set_due", day="2/11/14", reason="another notice")
    assert late() == ["The filing was received on 02/12/14, after it was due on 02/11/14."]
    settle("hand_in", reason="it bounced")
    assert late() == []


def test_what_was_handed_in_is_the_original_and_no_amendment_of_it(window: Window) -> None:
    desk, edges = window.desk, window.main.workplace.edges
    told = HandIn(JANUARY, dt.date(2014, 2, 12), "eFOCUS")
    record_hand_in(desk.register.store, told, dt.date(2014, 2, 13))
    first = window.session.filing
    due, amended = (edges.due_of(desk.register, replace(first, amendment=at)) for at in (0, 1))
    assert due is not None
    assert amended is not None
    assert (due.filed, amended.filed, due.due) == ("filed 12 Feb 2014", "", amended.due)


def test_the_year_is_closed_with_the_store(window: Window, qtbot: QtBot) -> None:
    window.do("due_dates")
    shown = year(window, qtbot)
    window.desk.leave()
    assert not shown.isVisible()


def test_enter_does_what_the_button_says_on_which_the_keyboard_is(
    window: Window, qtbot: QtBot
) -> None:
    window.do("due_dates")
    shown = year(window, qtbot)
    shown.hand_in.setFocus()
    press(Qt.Key.Key_Return)
    asked = dialog(window, HandInDialog)
    assert isinstance(asked, HandInDialog)
    asked.day.setText("2/12/14")
    asked.how.setText("eFOCUS")
    cancel = next(each for each in asked.findChildren(QPushButton) if each.text() == "Cancel")
    cancel.setFocus()
    qtbot.waitUntil(cancel.hasFocus)
    press(Qt.Key.Key_Return)
    assert not asked.isVisible()
    assert hand_in_history(window.desk.register.store) == {}
    assert shown.isVisible()
