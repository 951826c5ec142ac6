"""A schedule is marked complete on the desk, and what must be reported comes up."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from focusdesk.filing.edit import Cause, Edit
from focusdesk.filing.notice_book import NoticeBook
from focusdesk.form.period import Period
from focusdesk.ui.duties.notices_dialog import NoticesDialog
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

    assert window.main.status.said.text() == "Segregation is complete; 2 notices recorded."
    (dialog,) = dialogs(window)
    assert [each.cells[0] for each in dialog.listed] == ["Open", "Open"]


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
