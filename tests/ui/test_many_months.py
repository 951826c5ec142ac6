"""Many months from the desk: selected in the list, printed or saved from there, by the keyboard."""

from pathlib import Path

import pytest
from pikepdf import Pdf
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from focusdesk.filing.edit import Cause, Edit
from focusdesk.filing.register import Register
from focusdesk.form.edition import Edition
from focusdesk.form.period import Period
from focusdesk.store.opening import open_store
from focusdesk.ui.preview.months_dialog import MonthsDialog
from tests.cli.command import pages_of
from tests.ui.window_words import Window, copied, open_window
from tests.ui.words import CTRL, JANUARY, SHIFT, focused, press, write

FEBRUARY = Period(2014, 2)
CTRL_SHIFT = CTRL | SHIFT


@pytest.fixture
def window(
    light: QApplication,
    qtbot: QtBot,
    two_months: Path,
    tmp_path: Path,
    editions: dict[str, Edition],
) -> Window:
    del light
    path = copied(two_months, tmp_path)
    with open_store(path) as store:
        Register(store, editions).start_month(FEBRUARY)
    window = open_window(qtbot, tmp_path, path)
    assert window.desk.show_month(window.month(FEBRUARY))
    window.desk.side.months.setFocus()
    return window


def _dialog(window: Window, qtbot: QtBot) -> MonthsDialog:
    """The dialog, once the keyboard is there."""
    (dialog,) = (each for each in window.frame.findChildren(MonthsDialog) if each.isVisible())
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def _closed(window: Window) -> bool:
    return not any(each.isVisible() for each in window.frame.findChildren(MonthsDialog))


def test_three_months_are_selected_and_saved_by_the_keyboard_alone(
    window: Window, qtbot: QtBot, tmp_path: Path
) -> None:
    press(Qt.Key.Key_Down, SHIFT, times=2)
    assert window.session.filing.period == FEBRUARY, "the open month stays open"
    press(Qt.Key.Key_P, CTRL_SHIFT)
    dialog = _dialog(window, qtbot)
    assert dialog.rows.texts[0].startswith("December 2013")
    press(Qt.Key.Key_Return)
    names = [f"FOCUS {stem}.pdf" for stem in ("2013-12", "2014-01", "2014-02")]
    qtbot.waitUntil(lambda: dialog.stop.text() == "Close")
    assert sorted(path.name for path in tmp_path.glob("*.pdf")) == names
    for name, month in zip(names, ("December 2013", "January 2014", "February 2014"), strict=True):
        with Pdf.open(tmp_path / name) as pdf:
            assert month in str(pdf.docinfo["/Title"])
    assert window.said.startswith("December 2013, January 2014 and February 2014 are saved in ")
    press(Qt.Key.Key_Return)
    assert _closed(window)


def test_what_is_being_typed_is_taken_before_months_are_printed(
    window: Window, qtbot: QtBot, tmp_path: Path
) -> None:
    assert window.desk.show_month(window.month(JANUARY))
    assert window.tabs.go_to("7100")
    window.tabs.focus_page()
    write("12,345,678")
    press(Qt.Key.Key_P, CTRL_SHIFT)
    dialog = _dialog(window, qtbot)
    assert len(dialog.rows.texts) == 1, "nothing else is selected"
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: dialog.stop.text() == "Close")
    printed = "".join(pages_of((tmp_path / "FOCUS 2014-01.pdf").read_bytes()))
    assert "12,345,678" in printed


def test_an_entry_that_is_refused_is_mended_first(window: Window) -> None:
    assert window.tabs.go_to("7200")
    window.tabs.focus_page()
    write("12x")
    press(Qt.Key.Key_P, CTRL_SHIFT)
    assert not window.frame.findChildren(MonthsDialog)
    press(Qt.Key.Key_Escape)


def test_the_session_on_the_desk_still_takes_edits_and_undoes_them(
    window: Window, qtbot: QtBot
) -> None:
    window.session.apply(Edit({"7200": 5}, Cause.TYPED))
    session = window.session
    press(Qt.Key.Key_A, CTRL)
    press(Qt.Key.Key_P, CTRL_SHIFT)
    dialog = _dialog(window, qtbot)
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: dialog.stop.text() == "Close")
    press(Qt.Key.Key_Escape)
    assert window.session is session
    session.apply(Edit({"7200": 6}, Cause.TYPED))
    assert window.session.value("7200") == 6


def test_a_window_that_closes_stops_months_that_are_on_their_way(
    window: Window, qtbot: QtBot, tmp_path: Path
) -> None:
    press(Qt.Key.Key_A, CTRL)
    press(Qt.Key.Key_P, CTRL_SHIFT)
    dialog = _dialog(window, qtbot)

    def close_after_the_first(done: int) -> None:
        if done == 1:
            QTimer.singleShot(0, window.frame.close)

    dialog.progress.valueChanged.connect(close_after_the_first)
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.main.desk is None)
    assert len(list(tmp_path.glob("*.pdf"))) == 1
    assert dialog.sentence.endswith("January 2014 and February 2014 were cancelled.")


def test_the_menu_of_the_list_offers_it_too(window: Window) -> None:
    months = window.desk.side.months
    assert months.contextMenuPolicy() is Qt.ContextMenuPolicy.ActionsContextMenu
    assert [action.objectName() for action in months.actions()] == ["print_months"]


def test_the_keyboard_is_back_in_the_list_when_the_dialog_is_closed(
    window: Window, qtbot: QtBot
) -> None:
    press(Qt.Key.Key_Down, SHIFT)
    press(Qt.Key.Key_P, CTRL_SHIFT)
    _dialog(window, qtbot)
    press(Qt.Key.Key_Escape)
    window.frame.activateWindow()  # as a window manager does
    qtbot.waitUntil(window.frame.isActiveWindow)
    assert focused() is window.desk.side.months
    assert len(window.desk.side.months.selected) == 2
