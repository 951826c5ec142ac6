from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from focusdesk.filing.edit import Cause, Edit
from focusdesk.filing.filing import Filing, Note
from focusdesk.filing.ports import StoreFailed
from focusdesk.filing.register import Register
from focusdesk.form.box import Value
from focusdesk.form.period import Period
from focusdesk.store.opening import create_store, open_store
from focusdesk.ui.page.schedule_model import ScheduleModel
from tests.ui.window_words import Window, copied, open_window
from tests.ui.words import CTRL, DECEMBER, JANUARY, SHIFT, focused, press, write

WIDE, HIGH = 1280, 800


@pytest.fixture
def window(light: QApplication, qtbot: QtBot, two_months: Path, tmp_path: Path) -> Window:
    del light
    window = open_window(qtbot, tmp_path, copied(two_months, tmp_path))
    window.frame.resize(WIDE, HIGH)
    return window


def test_the_parts_fit_at_1280_by_800(window: Window) -> None:
    side, middle, right = window.desk.parts.sizes()
    assert side == 190
    assert right == 280
    assert middle == WIDE - 190 - 280 - 2 * window.desk.parts.handleWidth()


def test_on_a_small_screen_the_page_has_the_room_and_f6_shows_the_explanation(
    window: Window, qtbot: QtBot
) -> None:
    window.desk.go_to("7100")
    window.frame.resize(640, 340)  # 1280 by 800 at 200 per cent, with the frame round it
    assert window.frame.size().toTuple() == (640, 340)
    desk = window.desk
    qtbot.waitUntil(lambda: not desk.right.isVisible())
    qtbot.waitUntil(lambda: window.tabs.width() >= 400)
    press(Qt.Key.Key_F6)
    assert desk.right.isVisible()
    assert desk.right.isAncestorOf(focused())
    press(Qt.Key.Key_F6)
    assert focused() is desk.findings.list
    press(Qt.Key.Key_F6)
    assert not desk.right.isVisible()
    press(Qt.Key.Key_F6, times=3)
    assert desk.right.isVisible()
    window.tabs.focus_page()
    assert not desk.right.isVisible(), "the keyboard has left it"
    window.frame.resize(WIDE, HIGH)
    qtbot.waitUntil(desk.right.isVisible)


def test_last_month_stands_beside_each_box_if_the_user_wants_it(window: Window) -> None:
    assert window.desk.go_to("7100")
    assert _beside(window)
    window.desk.show_last_month(shown=False)
    assert not _beside(window)
    window.desk.step_month(-1)
    window.desk.step_month(1)
    assert not _beside(window), "the choice stays when the month is changed"


def test_the_figures_beside_are_those_that_last_month_holds_now(window: Window) -> None:
    assert window.desk.show_month(window.month(DECEMBER))
    window.session.apply(Edit({"7100": 5}, Cause.TYPED))
    assert window.desk.show_month(window.month(JANUARY), "7100")
    assert "December" in window.desk.explain.text
    assert "+93,296,694" in window.desk.explain.text


def test_the_explanation_follows_the_keyboard(window: Window) -> None:
    window.desk.go_to("7100")
    press(Qt.Key.Key_Down)
    assert "7110" in window.desk.explain.text


def test_a_box_in_the_explanation_leads_there(window: Window) -> None:
    window.desk.explain.code_activated.emit("7060")
    assert window.desk.current_code == "7060"


def test_after_undo_the_selection_and_the_explanation_are_at_the_same_box(window: Window) -> None:
    window.desk.go_to("7200")
    write("5")
    press(Qt.Key.Key_Return)
    assert window.desk.current_code == "7210"
    for key in (Qt.Key.Key_Z, Qt.Key.Key_Y, Qt.Key.Key_Z):
        press(key, CTRL)
        assert window.desk.current_code == "7200"
        assert " 7200 " in window.desk.explain.text


def test_undo_while_typing_leaves_selection_and_explanation_at_that_box(window: Window) -> None:
    window.desk.go_to("7200")
    write("5")
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_F2)
    window.do("undo")
    assert window.session.value("7200") != 5
    assert window.desk.current_code == "7210"
    assert " 7210 " in window.desk.explain.text


def test_a_refusal_names_its_box_once(window: Window) -> None:
    window.desk.go_to("7190")
    write("5")
    assert window.said == "7190 is computed: subtract line 6 from line 13."
    window.desk.go_to("7100")
    write("x")
    press(Qt.Key.Key_Return)
    assert window.said.startswith('7100: "x" is not an amount.')


def test_findings_come_and_go_with_the_figures(window: Window) -> None:
    window.session.apply(Edit({"7047": 968_254}, Cause.TYPED))
    shown = window.desk.findings.findings
    assert "S01" in {finding.id for finding in shown}
    assert window.main.status.findings.text() == f"{len(shown)} findings"
    window.session.apply(Edit({"7047": 920_596}, Cause.TYPED))
    assert "S01" not in {finding.id for finding in window.desk.findings.findings}


def test_the_firm_is_renamed_in_the_side_panel_at_once(window: Window) -> None:
    window.session.apply(Edit({"13": "ACME"}, Cause.TYPED))
    assert window.desk.side.firm == "ACME"


def test_the_firms_file_number_is_shown_in_the_side_panel_at_once(window: Window) -> None:
    window.session.apply(Edit({"14": "8-12345"}, Cause.TYPED))
    assert window.desk.side.number == "SEC file 8-12345"


def test_another_month_is_opened_at_the_line_where_one_was(window: Window) -> None:
    window.desk.go_to("7520")
    window.desk.step_month(-1)
    assert window.desk.current_code == "7520"
    window.desk.go_to("7200")
    window.desk.step_month(1)
    assert window.desk.current_code == "7200"


def test_tab_stays_on_the_page_as_soon_as_another_month_is_open(window: Window) -> None:
    window.desk.step_month(-1)
    window.desk.go_to("7100")
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Backtab, SHIFT)
    assert window.desk.current_code == "7110"


def test_stepping_beyond_the_last_month_does_nothing(window: Window) -> None:
    window.desk.step_month(1)
    assert window.session.filing.period == JANUARY


def test_a_month_that_cannot_be_read_is_told_and_the_open_one_stays(window: Window) -> None:
    told: list[str] = []
    window.desk.store_failed.disconnect()
    window.desk.store_failed.connect(told.append)
    assert not window.desk.show_month(Filing(99, Period(2020, 1), "2099-01"))
    assert "2099-01" in told[0]
    assert window.session.filing.period == JANUARY
    assert window.desk.side.months.currentIndex().data() == "January 2014"


def test_a_month_whose_notes_cannot_be_read_leaves_the_open_one_on_the_desk(
    window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> dict[str, Note]:
        message = "The disk does not answer."
        raise StoreFailed(message)

    with monkeypatch.context() as failing:
        failing.setattr(window.desk.register.store, "notes", broken)
        assert not window.desk.show_month(window.month(DECEMBER))
    assert window.notice.sentence == "The disk does not answer."
    assert window.session.filing.period == JANUARY
    assert window.tabs.isVisible()
    assert window.desk.side.months.currentIndex().data() == "January 2014"


def test_the_pair_to_compare_is_this_month_and_the_one_before(window: Window) -> None:
    assert [filing.period for filing in window.desk.pair()] == [DECEMBER, JANUARY]
    window.desk.step_month(-1)
    assert [filing.period for filing in window.desk.pair()] == [DECEMBER, JANUARY]


def test_what_is_being_typed_is_taken_when_the_window_closes(
    window: Window, qtbot: QtBot, tmp_path: Path
) -> None:
    window.desk.go_to("7100")
    write("5")
    window.frame.close()
    again = open_window(qtbot, tmp_path, tmp_path / "firm.focusdesk")
    assert again.session.value("7100") == 5


def test_a_month_that_another_program_changed_is_read_again_and_entering_goes_on(
    window: Window, tmp_path: Path
) -> None:
    window.desk.go_to("7110")
    write("1")
    press(Qt.Key.Key_Return)
    _change_elsewhere(window, tmp_path, {"7100": 7})
    window.desk.go_to("7120")
    write("55")
    press(Qt.Key.Key_Return)
    assert window.notice.sentence.startswith("Another program changed January 2014")
    _answer(window, Qt.Key.Key_Return)
    assert window.session.value("7100") == 7
    assert window.session.value("7110") == 1
    assert window.session.value("7120") != 55, "only the user's own Enter takes it"
    assert window.tabs.waiting_entries == (("7120", "55"),)
    assert window.said == "January 2014 has been read again."
    press(Qt.Key.Key_Return)
    assert window.session.value("7120") == 55
    press(Qt.Key.Key_Z, CTRL)
    assert window.session.value("7120") != 55
    elsewhere = "&Undo 7100: 93,296,699 to 7"
    assert window.main.actions_table["undo"].text() == elsewhere, "what the other program did"


def test_a_step_that_meets_another_programs_change_offers_to_read_the_month_again(
    window: Window, tmp_path: Path
) -> None:
    window.desk.go_to("7110")
    write("1")
    press(Qt.Key.Key_Return)
    _change_elsewhere(window, tmp_path, {"7100": 7})
    press(Qt.Key.Key_Z, CTRL)
    _answer(window, Qt.Key.Key_Return)
    assert window.session.value("7100") == 7
    assert window.session.value("7110") == 1


def test_a_user_who_reads_nothing_again_keeps_what_was_typed(
    window: Window, tmp_path: Path
) -> None:
    _change_elsewhere(window, tmp_path, {"7100": 7})
    window.desk.go_to("7120")
    write("55")
    press(Qt.Key.Key_Return)
    _answer(window, Qt.Key.Key_Escape)
    assert window.tabs.waiting_entries == (("7120", "55"),)
    assert window.session.value("7100") == 93_296_699


def test_a_store_without_a_month_says_how_to_start_one(
    light: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    del light
    create_store(tmp_path / "new.focusdesk").close()
    window = open_window(qtbot, tmp_path, tmp_path / "new.focusdesk")
    words = [label.text() for label in window.desk.findChildren(QLabel) if label.isVisible()]
    assert "No month has been started yet. Start one with Ctrl+N." in words
    assert window.main.actions_table["new_month"].isEnabled()
    assert not window.main.actions_table["compare"].isEnabled()


def test_every_control_that_the_keyboard_reaches_has_a_name(window: Window) -> None:
    window.do("compare")
    assert _unnamed(window.frame) == []
    window.main.comparing.show_desk()
    assert _unnamed(window.frame) == []
    for asks in ("new_month", "new_firm", "go_to_code", "keys", "about"):
        window.do(asks)
    assert _unnamed(window.frame) == []


def _change_elsewhere(window: Window, folder: Path, values: dict[str, Value]) -> None:
    """Change January as another program would while it is on the desk."""
    with open_store(folder / "firm.focusdesk") as store:
        register = Register(store, window.desk.register.editions)
        register.open(store.find(JANUARY)).apply(Edit(values, Cause.SET))


def _answer(window: Window, key: Qt.Key) -> None:
    QTest.keyClick(window.notice, key)
    window.frame.activateWindow()
    assert QTest.qWaitForWindowActive(window.frame)


def _beside(window: Window) -> bool:
    """Whether the page shows last month's figures."""
    page = window.tabs.current_page()
    assert page is not None
    return not page.isColumnHidden(page.model().columnCount() - 1)


def _unnamed(window: QWidget) -> list[str]:
    """Walk all that a screen reader finds, and give what it could not name."""
    unnamed: list[str] = []
    for widget in window.findChildren(QWidget):
        interface = QAccessible.queryAccessibleInterface(widget)
        if not interface.isValid() or not widget.isVisible() or not _takes_keys(widget):
            continue
        if not _name(interface):
            unnamed.append(f"{type(widget).__name__} {widget.objectName()}")
    return unnamed


def _takes_keys(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.focusProxy() is None


def _name(interface: QAccessibleInterface) -> str:
    return interface.text(QAccessible.Text.Name).strip()


def test_a_signature_copy_is_seen_at_once_and_so_is_what_changes_after_it(window: Window) -> None:
    desk = window.desk
    desk.show_due_days()
    assert desk.header.printed.isHidden()
    window.session.mark_printed(b"%PDF")
    assert desk.header.printed.text().startswith("Printed ")
    assert [month.filing.status.value for month in desk.side.months.months] == ["printed", "draft"]
    window.session.apply(Edit({"7100": 1}, Cause.TYPED))
    assert "4 boxes changed" in desk.header.printed.text()
    assert [month.changed for month in desk.side.months.months] == [True, False]
    desk.go_to("7190")
    assert window.tabs.current_code() == "7190"
    desk.header.printed.code_activated.emit("7100")
    assert window.tabs.current_code() == "7100"
    window.session.mark_printed(b"%PDF")
    assert desk.header.printed.text().startswith("Printed ")
    assert [month.changed for month in desk.side.months.months] == [False, False]


def test_months_that_changed_since_they_were_printed_are_marked_when_the_store_is_opened(
    window: Window,
) -> None:
    december = window.desk.register.open(window.month(DECEMBER))
    december.mark_printed(b"%PDF")
    december.apply(Edit({"7100": 1}, Cause.TYPED))
    window.desk.reload()
    window.desk.show_due_days()
    assert [month.changed for month in window.desk.side.months.months] == [False, True]
    assert window.desk.show_month(window.month(DECEMBER))
    assert "4 boxes changed" in window.desk.header.printed.text()


def test_the_boxes_that_changed_since_the_print_have_dots(window: Window) -> None:
    window.session.mark_printed(b"%PDF")
    window.session.apply(Edit({"7100": None}, Cause.TYPED))
    window.desk.go_to("7100")
    page = window.tabs.current_page()
    assert page is not None
    model = page.model()
    assert isinstance(model, ScheduleModel)
    assert model.mark("7100").printed == "93,296,699"
    assert model.mark("7190").printed == "87,608,087"
    assert model.mark("7110").printed == ""
    window.session.mark_printed(b"%PDF")
    assert model.mark("7100").printed == ""
