"""A user's day at the window: real keys, a real store."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFrame, QMenu
from pytestqt.qtbot import QtBot

from focusdesk.filing.edit import Cause, Edit
from focusdesk.form.period import Period
from focusdesk.store.opening import open_store
from focusdesk.ui.going.go_to_code import GoToCode
from focusdesk.ui.look.theme import THEMES, apply_theme, theme_named, theme_of
from focusdesk.ui.main_window import MainWindow
from focusdesk.ui.page.schedule_view import ScheduleView
from focusdesk.ui.settings import Settings
from focusdesk.ui.starts.new_firm import NewFirm
from focusdesk.ui.starts.new_month import NewMonth
from focusdesk.ui.window_frame import WindowFrame
from tests.ui.window_words import Answers, Window, copied, edges_in, open_window
from tests.ui.words import CTRL, DECEMBER, JANUARY, SHIFT, focused, press, write


@pytest.fixture
def window(light: QApplication, qtbot: QtBot, two_months: Path, tmp_path: Path) -> Iterator[Window]:
    yield open_window(qtbot, tmp_path, copied(two_months, tmp_path))
    apply_theme(light, theme_named("light"))


def test_a_window_that_is_made_active_late_gives_the_keyboard_to_the_page(
    light: QApplication, qtbot: QtBot, two_months: Path, tmp_path: Path
) -> None:
    del light
    frame = WindowFrame(Settings(tmp_path / "desk.ini"))
    qtbot.addWidget(frame)
    frame.show()
    main = MainWindow(frame, edges_in(tmp_path, []), Settings(tmp_path / "desk.ini"), Answers())
    main.begin(copied(two_months, tmp_path))
    # Nothing has been laid out yet when the window manager makes the window active.
    page = frame.focusWidget()
    assert isinstance(page, ScheduleView)
    assert page.isVisible(), "else Qt gives the keyboard to nobody"


def test_a_change_is_saved_without_saving(window: Window, qtbot: QtBot, tmp_path: Path) -> None:
    assert window.tabs.go_to("7100")
    write("0")
    press(Qt.Key.Key_Return)
    assert window.said == (
        "7100  93,296,699 \u2192 0 "
        "\u00b7 7180 943,189,652 \u00b7 7190 (5,688,612) \u00b7 7198 (53,132,525)"
    )
    assert window.main.status.saved.text().startswith("Saved ")
    window.frame.close()

    again = open_window(qtbot, tmp_path, None, Settings(tmp_path / "desk.ini"))
    assert again.session.filing.period == JANUARY
    assert again.session.value("7100") == 0
    assert again.session.value("7190") == -5_688_612
    assert again.tabs.current_code() == "7110", "the desk opens where it was left"


def test_the_month_that_is_open_is_named_everywhere(window: Window) -> None:
    assert window.desk.header.period.text() == "January 2014"
    assert window.frame.windowTitle() == "January 2014 - HSBC SECURITIES (USA) INC. - focusdesk"
    assert window.main.status.period.text() == "January 2014"
    assert window.desk.side.firm == "HSBC SECURITIES (USA) INC."
    window.do("earlier_month")
    assert window.desk.header.period.text() == "December 2013"
    assert window.frame.windowTitle().startswith("December 2013")
    assert window.main.status.period.text() == "December 2013"


def test_the_due_date_comes_once_the_desk_has_been_seen(window: Window, qtbot: QtBot) -> None:
    words = "Due 26 Feb 2014 \u00b7 8 business days left"
    qtbot.waitUntil(lambda: window.desk.header.due.text() == words)


def test_going_to_another_month_and_back_keeps_every_undo_step(window: Window) -> None:
    assert window.tabs.go_to("7100")
    write("1")
    press(Qt.Key.Key_Return)
    window.do("earlier_month")
    assert not window.main.actions_table["undo"].isEnabled()
    window.do("later_month")
    assert window.main.actions_table["undo"].text() == "&Undo 7100: 93,296,699 to 1"
    window.do("undo")
    assert window.session.value("7100") == 93_296_699


def test_undo_works_across_pages_and_shows_the_box(window: Window) -> None:
    assert window.tabs.go_to("7100")
    write("1")
    press(Qt.Key.Key_Return)
    assert window.tabs.go_to("7520")
    press(Qt.Key.Key_Z, CTRL)
    assert window.session.value("7100") == 93_296_699
    assert window.tabs.current_code() == "7100"
    assert window.said == "Undone: 7100  1 \u2192 93,296,699"
    press(Qt.Key.Key_Z, CTRL | SHIFT)
    assert window.session.value("7100") == 1
    press(Qt.Key.Key_Z, CTRL)
    press(Qt.Key.Key_Y, CTRL)
    assert window.session.value("7100") == 1


def test_undo_in_an_open_cell_is_that_of_the_text(window: Window) -> None:
    assert window.tabs.go_to("7100")
    write("1")
    press(Qt.Key.Key_Return)
    write("77")
    press(Qt.Key.Key_Z, CTRL)
    assert window.session.value("7100") == 1, "the step on the page was not undone"


def test_a_refused_entry_is_told_in_the_status_line(window: Window) -> None:
    assert window.tabs.go_to("7100")
    write("12x")
    press(Qt.Key.Key_Return)
    assert '"12x" is not an amount.' in window.said
    assert window.session.value("7100") == 93_296_699
    assert not window.desk.show_month(window.month(DECEMBER)), "the entry must be mended first"
    assert window.session.filing.period == JANUARY
    press(Qt.Key.Key_Escape)
    assert window.said == "", "what is no longer refused is no longer said"


def test_a_refused_entry_is_not_lost_by_closing_the_window(window: Window) -> None:
    assert window.tabs.go_to("7100")
    write("12x")
    assert not window.frame.close()
    assert window.frame.isVisible()
    assert '"12x" is not an amount.' in window.said
    press(Qt.Key.Key_Escape)
    assert window.frame.close()


@pytest.mark.parametrize("action", ["open_store", "open_sample", "new_firm"])
def test_a_refused_entry_is_not_lost_by_going_to_another_store(window: Window, action: str) -> None:
    desk = window.desk
    assert window.tabs.go_to("7100")
    write("12x")
    window.do(action)
    assert window.answers.asked == []
    assert window.main.desk is desk
    assert window.frame.findChild(NewFirm) is None
    assert '"12x" is not an amount.' in window.said


def test_a_refused_entry_is_not_lost_by_a_store_of_before(window: Window) -> None:
    desk = window.desk
    assert window.tabs.go_to("7100")
    write("12x")
    menu = window.main.actions_table.menu("File")
    recent = next(each.menu() for each in menu.actions() if each.text() == "Open &recent store")
    assert isinstance(recent, QMenu)
    recent.actions()[0].trigger()
    assert window.main.desk is desk


def test_ctrl_g_finds_a_code(window: Window) -> None:
    press(Qt.Key.Key_G, CTRL)
    dialog = window.frame.findChild(GoToCode)
    assert dialog is not None
    QTest.keyClicks(dialog.sought, "7190")
    QTest.keyClick(dialog.sought, Qt.Key.Key_Return)
    assert window.tabs.current_code() == "7190"


def test_schedules_turn_by_alt_and_their_place(window: Window) -> None:
    press(Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
    assert window.tabs.current_code() == "7200"
    press(Qt.Key.Key_PageUp, CTRL)
    assert window.tabs.current_code() == "7010"


def test_f8_goes_to_the_next_finding(window: Window) -> None:
    assert window.tabs.go_to("7047")
    write("968254")
    press(Qt.Key.Key_Return)
    findings = window.session.checks.for_review()
    assert window.main.status.findings.text() == f"{len(findings)} findings"
    assert window.tabs.go_to("7520")
    press(Qt.Key.Key_F8)
    assert window.tabs.current_code() == "7690"


def test_f6_walks_through_the_parts_of_the_desk(window: Window) -> None:
    desk = window.desk
    assert window.tabs.go_to("7100")
    parts = (desk.explain, desk.findings.list, desk.header, desk.side.months, window.tabs)
    for part in parts:
        press(Qt.Key.Key_F6)
        assert part is focused() or part.isAncestorOf(focused())
    window.session.apply(Edit({"7047": 968_254}, Cause.TYPED))
    window.session.mark_printed(b"%PDF")
    press(Qt.Key.Key_F6, times=2)
    assert focused() is desk.findings.list
    press(Qt.Key.Key_F6)
    assert focused() is desk.header.printed, "what has changed since it was printed"


def test_del_in_the_list_of_months_blanks_no_box(window: Window) -> None:
    assert window.tabs.go_to("7100")
    window.desk.side.months.setFocus()
    press(Qt.Key.Key_Delete)
    assert window.session.value("7100") == 93_296_699


def test_the_menu_blanks_and_edits_the_current_box(window: Window) -> None:
    assert window.tabs.go_to("7100")
    window.do("blank_box")
    assert window.session.value("7100") is None
    window.do("edit_box")
    write("5")
    press(Qt.Key.Key_Return)
    assert window.session.value("7100") == 5


def test_a_month_is_rolled_forward_from_the_one_on_the_desk(window: Window) -> None:
    window.do("roll_forward")
    dialog = window.frame.findChild(NewMonth)
    assert dialog is not None
    dialog.start.click()
    assert window.session.filing.period == Period(2014, 2)
    assert window.session.value("13") == "HSBC SECURITIES (USA) INC."
    assert window.session.value("7100") is None
    assert window.desk.side.months.months[0].filing.title == "February 2014"
    assert window.said == "February 2014 has been started and saved."


def test_a_new_firm_gets_its_store_and_its_first_month(window: Window, tmp_path: Path) -> None:
    window.do("new_firm")
    dialog = window.frame.findChild(NewFirm)
    assert dialog is not None
    dialog.name.setText("Acme Futures LLC")
    dialog.facts["firm.retail_forex"].setCurrentText("No")
    QTest.keyClick(dialog.name, Qt.Key.Key_Return)
    assert window.desk.side.firm == "Acme Futures LLC"
    assert window.session.filing.period == JANUARY, "the last full month of 13 February 2014"
    assert window.session.value("firm.retail_forex") is False
    assert window.session.value("firm.swap_dealer") is None
    assert (tmp_path / "Acme Futures LLC.focusdesk").exists()


def test_a_store_that_cannot_be_opened_leaves_the_desk_as_it_is(
    window: Window, tmp_path: Path
) -> None:
    window.answers.answer = tmp_path / "nothing.focusdesk"
    window.do("open_store")
    assert window.notice.windowTitle() == "The store was not opened"
    assert "nothing.focusdesk" in window.notice.sentence
    assert window.session.filing.period == JANUARY


def test_what_cannot_be_done_is_not_offered(window: Window) -> None:
    table = window.main.actions_table
    assert not table["later_month"].isEnabled()
    assert not table["undo"].isEnabled()
    window.do("compare")
    assert not table["blank_box"].isEnabled()
    assert not table["earlier_month"].isEnabled()
    press(Qt.Key.Key_Escape)
    assert table["blank_box"].isEnabled()


def test_the_comparison_opens_on_this_month_and_the_one_before(window: Window) -> None:
    assert window.tabs.go_to("7190")
    press(Qt.Key.Key_M, CTRL)
    assert [month.period for month in window.comparison.chosen] == [DECEMBER, JANUARY]
    assert window.comparison.view.months.hasFocus()
    press(Qt.Key.Key_Escape)
    assert window.main.comparison is None
    assert window.tabs.current_code() == "7190"


def test_enter_in_the_comparison_goes_to_the_box_in_that_month(window: Window) -> None:
    window.do("compare")
    assert window.comparison.view.go_to("7100")
    press(Qt.Key.Key_Left)
    press(Qt.Key.Key_Return)
    assert window.session.filing.period == DECEMBER
    assert window.tabs.current_code() == "7100"


def test_the_theme_and_last_month_are_remembered(window: Window, tmp_path: Path) -> None:
    window.do("theme_dark")
    assert theme_of(window.desk.palette()).name == "dark"
    window.do("last_month")
    window.frame.close()
    kept = Settings(tmp_path / "desk.ini")
    assert kept.theme == "dark"
    assert kept.ground == THEMES["dark"].ground.name()
    assert not kept.shows_last_month


def test_a_store_that_can_only_be_read_says_so_and_can_be_exported(
    light: QApplication,
    qtbot: QtBot,
    two_months: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    del light
    # The super-user, as whom tests may run, can write every file.
    monkeypatch.setattr("focusdesk.store.database._may_write", _may_not)
    window = open_window(qtbot, tmp_path, copied(two_months, tmp_path))
    assert window.main.status.saved.text() == "Read only"
    banner = window.desk.findChild(QFrame, "banner")
    assert banner is not None
    assert banner.isVisible()
    assert window.tabs.go_to("7100")
    write("1")
    assert window.said == "7100: This store can only be read, so nothing can be entered."
    assert window.session.value("7100") == 93_296_699
    assert not window.main.actions_table["new_month"].isEnabled()
    window.answers.answer = tmp_path / "out.csv"
    window.do("export_figures")
    assert "7100,93296699" in (tmp_path / "out.csv").read_text("utf-8")


def test_closing_lets_go_of_the_store(window: Window, tmp_path: Path) -> None:
    path = tmp_path / "firm.focusdesk"
    window.frame.close()
    with open_store(path) as store:
        assert len(store.filings()) == 2


def _may_not(_: Path) -> bool:
    return False
