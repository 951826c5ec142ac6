"""Beside the comparison stands why the line of the current cell moved."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from focusdesk.filing.edit import Cause, Edit
from focusdesk.filing.explanation import line
from focusdesk.filing.explanations_due import asks_why
from focusdesk.filing.register import Register
from focusdesk.filing.thresholds import Threshold, Thresholds, keep_thresholds
from focusdesk.form.edition import Edition
from focusdesk.form.period import Period
from focusdesk.store.opening import open_store
from focusdesk.ui.compare.change_side import ChangeSide
from tests.ui.window_words import Window, copied, open_window
from tests.ui.words import CTRL, DECEMBER, JANUARY, SHIFT, focused, press, write


@pytest.fixture
def window(light: QApplication, qtbot: QtBot, tmp_path: Path, two_months: Path) -> Window:
    del light
    window = open_window(qtbot, tmp_path, copied(two_months, tmp_path))
    window.desk.show_month(window.month(JANUARY), "7190")
    window.do("compare")
    return window


def side_of(window: Window) -> ChangeSide:
    side = window.main.comparing.side
    assert isinstance(side, ChangeSide)
    return side


def test_it_follows_the_current_cell(window: Window) -> None:
    panel = side_of(window).panel
    assert panel.isVisible()
    assert "(6,596,225)" in panel.text
    window.comparison.view.go_to("7180")
    assert "+24,414,101" in panel.text
    assert panel.heading == "WHY DID 7180 MOVE?"


def test_shift_f9_writes_there_and_esc_goes_back_to_the_table(window: Window) -> None:
    panel = side_of(window).panel
    press(Qt.Key.Key_F9, SHIFT)
    assert focused() is panel.editor.words
    write("Two new clients.")
    press(Qt.Key.Key_Escape)
    assert window.main.comparison is not None, "Esc in the words does not leave the comparison"
    assert focused() is window.comparison.view.months
    said = window.session.explanations().find(line("7190"), DECEMBER)
    assert said is not None
    assert window.said == "The explanation of 7190 is kept with January 2014."


def test_a_line_that_the_table_asks_about_is_explained(window: Window) -> None:
    page = window.comparison
    row = next(row for row in page.whole.rows if row.code == "8770")
    page.explain_asked.emit(row, (0, 1))
    assert side_of(window).panel.heading == "WHY DID 8770 MOVE?"
    assert focused() is side_of(window).panel.editor.words


def test_a_code_leads_to_its_line_in_the_table(window: Window) -> None:
    panel = side_of(window).panel
    panel.card.anchorClicked.emit(QUrl("7110"))
    assert window.comparison.view.current_code == "7110"
    assert "+28,444,340" in panel.text


def test_an_edit_elsewhere_is_told(window: Window) -> None:
    window.session.apply(Edit({"7070": 60_000_000}, Cause.TYPED))
    assert "+44,926,882" in side_of(window).panel.text


def test_words_are_kept_when_the_comparison_is_left(window: Window) -> None:
    window.do("explain_change")
    write("Two new clients.")
    window.main.comparing.show_desk()
    assert window.main.comparing.side is None
    assert window.session.explanations().find(line("7190"), DECEMBER)


def test_words_that_are_refused_keep_the_comparison_in_front(window: Window) -> None:
    window.do("explain_change")
    words = side_of(window).panel.editor.words
    words.setPlainText("x" * 5_000)
    window.main.comparing.show_desk()
    assert window.main.comparing.side is not None
    assert not window.main.workplace.may_leave()
    words.clear()


def test_other_thresholds_ask_of_other_lines_here_and_on_the_desk(window: Window) -> None:
    assert "(6,596,225)" in side_of(window).panel.text
    assert side_of(window).panel.lacking.codes == ("8770",)
    thresholds = Thresholds(Threshold(dollars=6_000_000))
    keep_thresholds(window.desk.register, thresholds)
    window.comparison.thresholds_kept.emit(thresholds)
    asking = [each.codes[0] for each in window.desk.findings.findings if asks_why(each)]
    assert asking == ["7190", "7198"]
    assert "(6,596,225)" in side_of(window).panel.text
    assert side_of(window).panel.lacking.codes == ("7190", "7198")


def test_f9_in_the_table_goes_to_what_made_the_line_move_and_f2_to_the_words(
    window: Window,
) -> None:
    panel, table = side_of(window).panel, window.comparison.view
    table.go_to("7180")
    table.setFocus()
    press(Qt.Key.Key_F9)
    assert focused() is panel.card
    table.setFocus()
    press(Qt.Key.Key_F2)
    assert panel.heading == "WHY DID 7180 MOVE?"
    assert focused() is panel.editor.words


def test_folded_schedules_stay_folded_at_the_next_opening(window: Window) -> None:
    window.comparison.model.fold({"cover"})
    window.main.comparing.show_desk()
    window.do("compare")
    assert window.comparison.model.folded == {"cover"}


@pytest.mark.parametrize("on_the_desk", [JANUARY, DECEMBER])
def test_words_about_a_month_that_another_program_has_changed_are_kept_once_it_is_read_again(
    window: Window, tmp_path: Path, editions: dict[str, Edition], on_the_desk: Period
) -> None:
    window.main.comparing.show_desk()
    window.desk.show_month(window.month(on_the_desk), "7190")
    window.do("compare")
    with open_store(tmp_path / "firm.focusdesk") as store:
        elsewhere = Register(store, editions)
        elsewhere.open(store.find(JANUARY)).apply(Edit({"7010": 5}, Cause.TYPED))
    window.do("explain_change")
    write("Two new clients.")
    window.main.comparing.show_desk()
    assert window.main.comparison is not None
    window.notice.accept()
    page, panel = window.comparison, side_of(window).panel
    row = next(row for row in page.whole.rows if row.code == "7010")
    assert row.values[-1] == 5
    assert panel.editor.words.toPlainText() == "Two new clients."
    window.main.comparing.show_desk()
    assert window.main.comparison is None
    said = window.desk.open_filings.open(window.month(JANUARY)).session.explanations()
    assert said.find(line("7190"), DECEMBER)


def test_ctrl_f9_hides_it_and_brings_it_back_and_that_is_remembered(window: Window) -> None:
    press(Qt.Key.Key_F9, CTRL)
    assert window.comparison.side.isHidden()
    assert not window.comparison.bar.view_menu.side.isChecked()
    window.main.comparing.show_desk()
    window.do("compare")
    assert window.comparison.side.isHidden()
    press(Qt.Key.Key_F9)
    assert focused() is side_of(window).panel.card, "F9 shows it while the keyboard is there"
    press(Qt.Key.Key_Escape)
    assert window.comparison.side.isHidden()
    press(Qt.Key.Key_F9, CTRL)
    assert side_of(window).panel.isVisible()


def test_f8_goes_on_to_what_must_be_explained_from_anywhere(window: Window) -> None:
    page, panel = window.comparison, side_of(window).panel
    thresholds = Thresholds(Threshold(dollars=6_000_000))
    keep_thresholds(window.desk.register, thresholds)
    page.thresholds_kept.emit(thresholds)
    for place in (page.view.months, page.bar.months, panel.card):
        page.view.go_to("7180")
        place.setFocus()
        press(Qt.Key.Key_F8)
        assert panel.heading == "WHY DID 7190 MOVE?"
        assert focused() is panel.editor.words
    press(Qt.Key.Key_F8, SHIFT)
    assert panel.heading == "WHY DID 7198 MOVE?"
    press(Qt.Key.Key_F9, CTRL)
    page.view.setFocus()
    press(Qt.Key.Key_F8, SHIFT)
    assert panel.heading == "WHY DID 7190 MOVE?", "F8 shows the side again"
    assert page.view.current_code == "7190"


def test_a_heading_leaves_the_lines_that_must_be_explained_in_sight(
    window: Window, qtbot: QtBot
) -> None:
    page, panel = window.comparison, side_of(window).panel
    page.go_to_schedule("segregation")
    press(Qt.Key.Key_Up)
    qtbot.waitUntil(lambda: panel.heading == "WHY DID IT MOVE?")
    assert panel.lacking.isVisible()
    assert panel.lacking.codes == ("8770",)
    press(Qt.Key.Key_F8)
    assert panel.heading == "WHY DID 8770 MOVE?"


def test_a_line_that_the_filters_leave_out_is_written_about_all_the_same(window: Window) -> None:
    window.comparison.seek("7180")
    press(Qt.Key.Key_F8)
    assert side_of(window).panel.heading == "WHY DID 8770 MOVE?"
