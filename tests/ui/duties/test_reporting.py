"""A schedule is marked complete on the desk, and what must be reported comes up."""

from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from focusdesk.filing.edit import Cause, Edit
from focusdesk.filing.notice_book import NoticeBook
from focusdesk.filing.notice_moment import NoticeField, moment_words
from focusdesk.filing.register import Register
from focusdesk.filing.session import FilingSession
from focusdesk.form.period import Period
from focusdesk.store.filing_store import SqliteFilingStore
from focusdesk.store.opening import open_store
from focusdesk.ui.duties.notices_dialog import NoticesDialog
from focusdesk.ui.look.lasting_question import LastingQuestion
from tests.ui.window_words import Window, copied, open_window
from tests.ui.words import press

CONTROL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def window(light: QApplication, qtbot: QtBot, two_months: Path, tmp_path: Path) -> Window:
    del light
    window = open_window(qtbot, tmp_path, copied(two_months, tmp_path))
    window.desk.show_month(window.month(Period(2014, 1)), "7190")
    return window


def dialogs(window: Window) -> list[NoticesDialog]:
    return [each for each in window.frame.findChildren(NoticesDialog) if each.isVisible()]


def question(window: Window) -> LastingQuestion:
    (asked,) = (each for each in window.frame.findChildren(LastingQuestion) if each.isVisible())
    return asked


@contextmanager
def elsewhere(window: Window) -> Generator[FilingSession, None, None]:
    """The month as another program has opened it."""
    store = window.desk.register.store
    assert isinstance(store, SqliteFilingStore)
    with open_store(store.path) as other:
        register = Register(other, window.desk.register.editions)
        yield register.open(other.find(Period(2014, 1)))


def test_a_page_that_holds_is_complete_and_nothing_comes_up(window: Window) -> None:
    window.desk.go_to("7070")

    press(Qt.Key.Key_M, CONTROL_SHIFT)

    assert window.main.status.said.text() == "Segregation is complete."
    assert dialogs(window) == []
    press(Qt.Key.Key_M, CONTROL_SHIFT)
    assert window.main.status.said.text() == "Segregation is in work again."


def test_a_page_that_is_short_brings_its_notices_up(window: Window) -> None:
    window.session.apply(Edit({"7020": 900_000_000}, Cause.TYPED))
    window.desk.go_to("7070")

    window.do("complete_schedule")
    assert NoticeBook(window.session).notices() == (), "it has only asked"
    question(window).agree.click()

    assert window.main.status.said.text() == "Segregation is complete; 2 notices recorded."
    (dialog,) = dialogs(window)
    assert [each.cells[0] for each in dialog.listed] == ["Open", "Open"]


def test_going_back_to_the_figures_records_nothing(window: Window, qtbot: QtBot) -> None:
    window.session.apply(Edit({"7020": 900_000_000}, Cause.TYPED))
    window.desk.go_to("7070")

    press(Qt.Key.Key_M, CONTROL_SHIFT)
    asked = question(window)
    assert asked.windowTitle() == "2 notices will go on record, stamped now."
    first, second = asked.listed.toPlainText().split("\n\n")
    assert first.startswith("N01 \u00b7 under-segregated. Line 14: 1,036,486,351 (7180) is held")
    assert "a deficiency of 261,119,029 (7190)" in first
    assert second.startswith("N04 \u00b7 below the target for residual interest. ")
    qtbot.waitUntil(asked.isActiveWindow)
    press(Qt.Key.Key_Escape)

    book = NoticeBook(window.session)
    assert (book.notices(), book.complete_schedules()) == ((), frozenset())
    assert dialogs(window) == []


def test_what_another_program_does_is_listed_when_one_comes_back(
    window: Window, qtbot: QtBot
) -> None:
    window.session.apply(Edit({"7020": 900_000_000}, Cause.TYPED))
    window.do("notices")
    (dialog,) = dialogs(window)
    assert [each.cells[0] for each in dialog.listed] == ["Provisional", "Provisional"]

    with elsewhere(window) as session:
        NoticeBook(session).mark_complete("segregation")
    window.frame.activateWindow()
    qtbot.waitUntil(window.frame.isActiveWindow)
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)

    assert [each.cells[0] for each in dialog.listed] == ["Open", "Open"]


def test_where_another_program_was_faster_the_month_is_read_again_and_nothing_is_lost(
    window: Window,
) -> None:
    window.session.apply(Edit({"7020": 900_000_000}, Cause.TYPED))
    NoticeBook(window.session).mark_complete("segregation")
    window.do("notices")
    (dialog,) = dialogs(window)
    with elsewhere(window) as session:
        session.apply(Edit({"8500": 5}, Cause.TYPED))
    dialog.given.click()
    form = dialog.form
    assert form is not None
    form.fields[NoticeField.BY].write("A. Lee")

    form.save.click()
    assert "Another program changed January 2014" in form.problem.text()
    notice = window.notice
    assert notice.windowTitle() == "Nothing was changed"
    notice.accept()

    assert form.isVisible()
    assert not form.problem.isVisible()
    assert form.fields[NoticeField.BY].text == "A. Lee"
    form.save.click()
    (first, _) = NoticeBook(window.session).notices()
    assert first.closing is not None
    assert first.closing.told["by"] == "A. Lee"
    assert dialogs(window) == [dialog]
    assert [each.cells[0] for each in dialog.listed] == ["Open", "Given"]


def test_what_another_program_has_closed_is_not_closed_twice(window: Window) -> None:
    window.session.apply(Edit({"7020": 900_000_000}, Cause.TYPED))
    NoticeBook(window.session).mark_complete("segregation")
    window.do("notices")
    (dialog,) = dialogs(window)
    dialog.given.click()
    form = dialog.form
    assert form is not None
    form.fields[NoticeField.BY].write("A. Lee")
    with elsewhere(window) as session:
        book = NoticeBook(session)
        now = moment_words(session.store.notices.now())
        book.give(book.notices()[0], {"when": now, "by": "B. Ray", "to": "CFTC"})

    form.save.click()

    assert "is closed, and stays as it was recorded" in form.problem.text()
    (first, _) = NoticeBook(window.session).notices()
    assert first.closing is not None
    assert first.closing.told["by"] == "B. Ray"


def test_the_list_follows_the_figures_and_goes_to_a_box(window: Window) -> None:
    window.do("notices")
    (dialog,) = dialogs(window)
    assert dialog.counted.text() == "The figures call for no notice, and none is on record."

    window.session.apply(Edit({"7020": 900_000_000}, Cause.TYPED))
    assert [each.cells[0] for each in dialog.listed] == ["Provisional", "Provisional"]
    dialog.go.click()

    assert window.desk.current_code == "7190"
    assert NoticeBook(window.session).notices() == ()


def test_a_blank_page_is_not_complete(window: Window) -> None:
    window.session.apply(Edit(dict.fromkeys(window.session.worksheet.entered()), Cause.CLEARED))
    window.desk.go_to("8500")

    window.do("complete_schedule")

    assert window.main.status.said.text().startswith("Cleared swaps is blank. Enter its figures")
