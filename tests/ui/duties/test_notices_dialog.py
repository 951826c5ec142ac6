"""The list of notices: what is on record, and what is said of it."""

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from focusdesk.filing.edit import Cause, Edit
from focusdesk.filing.notice import Notice
from focusdesk.filing.notice_book import NoticeBook
from focusdesk.filing.notice_moment import NoticeField, read_moment
from focusdesk.filing.session import FilingSession
from focusdesk.ui.duties.notices_dialog import NoticesDialog
from tests.ui.words import controls_of, press, reached_by_tab, write


@pytest.fixture
def window(light: object, qtbot: QtBot) -> QWidget:
    """What the dialog stands over: it owns it, and outlives it."""
    del light
    window = QWidget()
    qtbot.addWidget(window)
    return window


@pytest.fixture
def dialog(window: QWidget, qtbot: QtBot, january: FilingSession) -> NoticesDialog:
    """A page on record as short of funds, and another that is so far only in work."""
    january.apply(Edit({"7020": 900_000_000}, Cause.TYPED))
    NoticeBook(january).mark_complete("segregation")
    january.apply(Edit({"8500": 9_000_000_000}, Cause.TYPED))

    def due(notice: Notice) -> dt.datetime | None:
        return notice.since

    dialog = NoticesDialog(january, due, window)
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    dialog.table.setFocus()
    return dialog


def states(dialog: NoticesDialog) -> list[tuple[str, ...]]:
    return [each.cells[:2] for each in dialog.listed]


def test_what_is_on_record_stands_before_what_is_provisional(dialog: NoticesDialog) -> None:
    assert states(dialog) == [
        ("Open", "N01  under-segregated"),
        ("Open", "N04  below the target for residual interest"),
        ("Provisional", "N03  cleared swaps deficiency"),
        ("Provisional", "N04  below the target for residual interest"),
    ]
    assert dialog.counted.text() == "4 notices, 2 open."


def test_all_that_there_is_to_say_stands_below(dialog: NoticesDialog) -> None:
    said = dialog.words.toPlainText()

    assert "a deficiency of 261,119,029 (7190)" in said
    assert "Due immediately, by " in said
    assert "Tell the CFTC and the firm's designated self-regulatory organization" in said


def test_of_what_is_provisional_nothing_can_be_said(dialog: NoticesDialog) -> None:
    press(Qt.Key.Key_Down, times=2)

    assert "is recorded once Cleared swaps is marked complete" in dialog.words.toPlainText()
    closed = (dialog.aware, dialog.given, dialog.error, dialog.print_it)
    assert not any(each.isEnabled() for each in closed)
    assert dialog.go.isEnabled()


def test_giving_notice_is_recorded_by_keys(
    dialog: NoticesDialog, january: FilingSession, qtbot: QtBot
) -> None:
    dialog.given.click()
    form = dialog.form
    assert form is not None
    form.activateWindow()
    qtbot.waitUntil(form.isActiveWindow)
    form.fields[NoticeField.BY].edit.setFocus()
    write("A. Lee, CFO")
    press(Qt.Key.Key_Return)

    assert ("Given", "N01  under-segregated") in states(dialog)
    (notice, _) = NoticeBook(january).notices()
    assert notice.closing is not None
    assert notice.closing.told["by"] == "A. Lee, CFO"
    assert notice.closing.told["to"].startswith("the CFTC, ")


def test_what_is_refused_is_said_and_stays_written(
    dialog: NoticesDialog, january: FilingSession
) -> None:
    dialog.aware.click()
    form = dialog.form
    assert form is not None
    when = form.fields[NoticeField.AWARE]
    when.write("yesterday")
    form.save.click()
    assert when.problem.text() == (
        '"yesterday" is no date with a time. Write it like 2014-02-03 12:30.'
    )
    when.write("2099-01-01 12:00")
    form.save.click()
    assert "cannot have become aware later" in when.problem.text()
    assert not form.problem.isVisible()

    when.write("2014-02-03 12:00")
    form.save.click()

    assert not form.isVisible()
    notice, _ = NoticeBook(january).notices()
    assert notice.aware is not None
    assert "The firm became aware 2014-02-03 12:00" in dialog.words.toPlainText()


def test_when_it_was_given_is_checked_at_its_field_and_now_is_proposed(
    dialog: NoticesDialog, january: FilingSession
) -> None:
    dialog.given.click()
    form = dialog.form
    assert form is not None
    when, by = form.fields[NoticeField.WHEN], form.fields[NoticeField.BY]
    proposed = read_moment(when.text, NoticeField.WHEN)
    assert dt.timedelta() <= january.store.notices.now() - proposed < dt.timedelta(minutes=2)

    form.save.click()
    assert (by.problem.text(), when.problem.text()) == ("Say by whom notice was given.", "")
    by.write("A. Lee")
    when.write("2099-01-01 12:00")
    form.save.click()
    assert "is still to come" in when.problem.text()
    assert not by.problem.isVisible()

    when.write("02/03/14 9:05")
    form.save.click()

    (notice, _) = NoticeBook(january).notices()
    assert notice.closing is not None
    assert dt.datetime.fromisoformat(notice.closing.told["when"]).tzinfo is not None
    assert "Given 2014-02-03 09:05 by A. Lee" in dialog.words.toPlainText()


def test_an_error_of_entry_waits_for_its_correction(
    dialog: NoticesDialog, january: FilingSession
) -> None:
    dialog.error.click()
    form = dialog.form
    assert form is not None
    form.fields[NoticeField.REASON].write("a digit too many")
    form.save.click()
    assert "N01, under-segregated. Correct them first" in form.problem.text()

    january.apply(Edit({"7020": 551_272_884}, Cause.TYPED))
    form.save.click()

    assert ("Entry error, corrected", "N01  under-segregated") in states(dialog)


def test_what_to_tell_is_copied_and_printed(dialog: NoticesDialog) -> None:
    asked: list[tuple[Notice, str]] = []

    def note(notice: Notice, due: str) -> None:
        asked.append((notice, due))

    dialog.print_asked.connect(note)

    dialog.copy.click()
    dialog.print_it.click()

    assert QGuiApplication.clipboard().text() == dialog.words.toPlainText()
    ((notice, due),) = asked
    assert notice.event.check == "N01"
    assert due.startswith("immediately, by ")


def test_enter_goes_to_the_box(dialog: NoticesDialog) -> None:
    gone_to: list[str] = []
    dialog.place_chosen.connect(gone_to.append)

    press(Qt.Key.Key_Return)

    assert gone_to == ["7190"]


def test_tab_reaches_every_control(dialog: NoticesDialog) -> None:
    assert controls_of(dialog) <= reached_by_tab()
