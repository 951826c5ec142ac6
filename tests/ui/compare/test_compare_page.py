from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from focusdesk.exchange.filing_files import filing_json
from focusdesk.filing.change_review import ChangeReview
from focusdesk.filing.compare import Comparison, Pair
from focusdesk.filing.comparison_rows import RowFilter
from focusdesk.filing.comparison_view import ComparisonView
from focusdesk.filing.edit import Cause, Edit
from focusdesk.filing.month_choice import MonthsRefused
from focusdesk.filing.ports import StoreFailed
from focusdesk.filing.thresholds import Threshold, Thresholds
from focusdesk.ui.compare.compare_bar import EXPORTS
from focusdesk.ui.compare.compare_model import CompareModel
from focusdesk.ui.compare.compare_page import ComparePage
from focusdesk.ui.compare.laid_months import Wish
from tests.ui.window_words import Window, copied, open_window
from tests.ui.words import DECEMBER, JANUARY, press, write

_GONE = "The disk is gone."
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(light: QApplication, qtbot: QtBot, two_months: Path, tmp_path: Path) -> Window:
    del light
    window = open_window(qtbot, tmp_path, copied(two_months, tmp_path))
    window.do("compare")
    return window


def _codes(model: CompareModel) -> list[str]:
    return [row.row.code for row in model.rows if row.row is not None]


def _shown(window: Window, code: str) -> list[str]:
    model = window.comparison.model
    at = [row.row.code if row.row else "" for row in model.rows].index(code)
    return [model.index(at, column).data() for column in range(2, 6)]


def test_figures_change_and_percent_are_those_of_the_filings(window: Window) -> None:
    assert _shown(window, "7010") == ["339,120,004", "347,295,282", "+8,175,278", "+2.4 %"]
    assert _shown(window, "7033") == ["27,880,015", "29,234,336", "+1,354,321", "+4.9 %"]
    assert _shown(window, "7190") == ["94,204,312", "87,608,087", "(6,596,225)", "(7.0) %"]


def test_every_figure_is_that_of_the_exported_month(window: Window) -> None:
    session = window.session
    exported = filing_json(session.filing, session.worksheet).decode()
    for row in window.comparison.comparison.rows:
        value = row.values[1]
        if isinstance(value, int) and not isinstance(value, bool):
            assert f'"{row.code}": {value}' in exported


def test_only_changed_leaves_out_what_is_equal(window: Window) -> None:
    page = window.comparison
    everything = _codes(page.model)
    page.bar.changed.click()
    changed = _codes(page.model)
    assert "7010" in changed
    assert "7080" not in changed
    assert window.said == f"{len(changed)} of {len(everything)} boxes differ between these months."
    page.bar.changed.click()
    assert _codes(page.model) == everything


def test_one_schedule_alone(window: Window) -> None:
    page = window.comparison
    page.bar.wish_schedule("dealer_options")
    schedules = {each.id: each for each in window.session.edition.schedules}
    own = [box.code for box in schedules["dealer_options"].boxes]
    assert _codes(page.model) == own
    page.bar.changed.click()
    assert f" of {len(own)} boxes differ" in window.said


def test_the_line_that_is_current_stays_so_through_the_filters(window: Window) -> None:
    page = window.comparison
    assert page.view.go_to("7190")
    page.bar.changed.click()
    assert page.view.current_code == "7190"
    page.bar.wish_schedule("cover")
    assert page.view.current_code == ""
    page.bar.wish_schedule("")
    assert page.view.current_code == "7190"


def test_nothing_to_show_is_said(window: Window) -> None:
    page = window.comparison
    page.seek("no such line")
    assert page.view.isHidden()
    why = page.parts.nothing.sentence.text()
    assert why == 'There is no such line between these months: lines with "no such line".'
    page.parts.nothing.all_lines.click()
    assert not page.view.isHidden()


def test_other_months_are_chosen_from_a_check_list(window: Window) -> None:
    picker = window.comparison.questions.ask_months()
    assert [filing.period for filing in picker.choice.filings] == [DECEMBER, JANUARY]
    QTest.keyClick(picker.list, Qt.Key.Key_Space)
    with pytest.raises(MonthsRefused):
        _ = picker.choice
    picker.reject()


def test_an_edit_of_an_open_month_is_seen_at_once(window: Window) -> None:
    resets: list[int] = []
    window.comparison.model.modelReset.connect(lambda: resets.append(1))
    window.session.apply(Edit({"7010": 0}, Cause.TYPED))
    assert _shown(window, "7010") == ["339,120,004", "0", "(339,120,004)", "(100.0) %"]
    assert not resets


def test_what_is_exported_is_what_is_shown(window: Window) -> None:
    asked: list[tuple[Comparison, str]] = []
    page = window.comparison
    page.export_asked.disconnect()
    page.export_asked.connect(lambda comparison, suffix: asked.append((comparison, suffix)))  # pyright: ignore[reportUnknownLambdaType, reportUnknownArgumentType] -- a signal's arguments have no types
    page.bar.wish_schedule("cover")
    for action in page.bar.export_menu.actions():
        action.trigger()
    assert [suffix for _, suffix in asked] == [suffix for _, suffix in EXPORTS]
    assert {row.schedule for row in asked[0][0].rows} == {"cover"}


def test_the_months_that_are_shown_are_named_in_the_bar(window: Window) -> None:
    named = {label.text() for label in window.comparison.findChildren(QLabel)}
    assert {"Dec 2013", "Jan 2014"} <= named


def test_the_current_cell_tells_its_line_and_the_months_of_its_change(window: Window) -> None:
    page, told = window.comparison, list[tuple[str, Pair]]()
    page.cell_chosen.connect(lambda row, pair: told.append((row.code, pair)))  # pyright: ignore[reportUnknownLambdaType, reportUnknownMemberType, reportUnknownArgumentType] -- a signal's arguments have no types
    page.view.go_to("7190")
    assert told == [("7190", (0, 1))]
    window.session.apply(Edit({"7010": 0}, Cause.TYPED))
    assert told == [("7190", (0, 1))] * 2
    row, _ = page.chosen_cell
    assert row is not None
    assert row.values[1] == window.session.value("7190")


def test_what_stands_beside_the_table_is_hidden_until_there_is_something(
    qtbot: QtBot, window: Window
) -> None:
    desk, page = window.desk, window.comparison
    alone = ComparePage(desk.open_filings, desk.filings, Wish(page.months.choice))
    qtbot.addWidget(alone)
    assert alone.side.isHidden()
    assert not page.side.isHidden()


def test_esc_closes_the_search_first_and_goes_back_to_the_line_where_it_began(
    window: Window,
) -> None:
    page = window.comparison
    page.view.go_to("7190")
    press(Qt.Key.Key_F, CTRL)
    write("liquidating equity")
    assert _codes(page.model) == ["7140", "7355", "8690"]
    assert page.seeking.count.text() == "3 lines"
    press(Qt.Key.Key_Escape)
    assert page.seeking.isHidden()
    assert page.view.current_code == "7190"
    assert len(_codes(page.model)) > 100
    press(Qt.Key.Key_Escape)
    assert window.main.comparison is None


def test_enter_goes_from_the_search_to_the_lines_that_have_it(window: Window) -> None:
    page = window.comparison
    press(Qt.Key.Key_F, CTRL)
    write("7190")
    press(Qt.Key.Key_Return)
    assert page.view.current_code == "7190"
    assert page.view.months.hasFocus()


def test_months_that_cannot_be_laid_side_by_side_are_told_and_nothing_changes(
    window: Window,
) -> None:
    page = window.comparison
    page.bar.months_menu.month_wanted.emit(window.month(JANUARY))
    assert [month.period for month in page.chosen] == [DECEMBER, JANUARY]


def test_the_firms_new_thresholds_are_those_of_the_filter(window: Window) -> None:
    page = window.comparison
    dialog = page.questions.ask_thresholds()
    dialog.of_all.setText("5m and 10 %")
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert window.said == "The firm's thresholds: above 5,000,000 and 10 %."
    page.bar.above.click()
    assert _codes(page.model) == ["7030", "7032", "7130", "7132", "7198"]
    dialog = page.questions.ask_thresholds("7190")
    dialog.of_line.setText("1m")
    dialog.of_all.setFocus()
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert _codes(page.model) == ["7030", "7032", "7130", "7132", "7190", "7198"]


def test_changes_are_told_between_the_months_that_are_chosen(window: Window) -> None:
    page = window.comparison
    page.look(ComparisonView(each_neighbour=True))
    assert page.comparison.pairs == ((0, 1),)
    dialog = page.questions.ask_pair(page.comparison.pairs[-1])
    assert dialog.pair == (0, 1)
    dialog.accept()
    assert page.view_state == ComparisonView(pair=(0, 1))


def test_an_edit_that_brings_a_line_under_the_filter_shows_it_and_keeps_the_current_line(
    window: Window,
) -> None:
    page = window.comparison
    page.bar.changed.click()
    page.view.go_to("7190")
    assert "7080" not in _codes(page.model)
    window.session.apply(Edit({"7080": 5}, Cause.TYPED))
    assert "7080" in _codes(page.model)
    assert page.view.current_code == "7190"
    count = len(_codes(page.model))
    assert window.said.startswith(f"{count} of ")


def test_the_last_line_that_an_edit_takes_away_leaves_the_reason_in_its_place(
    window: Window,
) -> None:
    page = window.comparison
    window.session.apply(Edit({"7080": 5}, Cause.TYPED))
    page.look(ComparisonView(RowFilter(changed=True, find="7080")))
    assert _codes(page.model) == ["7080"]
    window.session.apply(Edit({"7080": None}, Cause.TYPED))
    assert _codes(page.model) == []
    assert page.view.isHidden()
    assert not page.parts.nothing.isHidden()


def test_thresholds_that_are_withdrawn_measure_nothing_any_more(window: Window) -> None:
    page = window.comparison
    everything = _codes(page.model)
    page.look(ComparisonView(RowFilter(above=Thresholds(Threshold(5_000_000)))))
    dialog = page.questions.ask_thresholds()
    dialog.of_all.clear()
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert page.view_state.row_filter.above is None
    assert _codes(page.model) == everything


def test_a_view_of_which_something_cannot_be_read_is_told_and_all_stays(
    window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = window.comparison
    before = page.comparison
    failed: list[str] = []
    page.store_failed.disconnect()
    page.store_failed.connect(failed.append)

    def refuse(review: ChangeReview, comparison: Comparison) -> None:
        del review, comparison
        raise StoreFailed(_GONE)

    monkeypatch.setattr(ChangeReview, "look_at", refuse)
    page.bar.changed.click()
    assert failed == [_GONE]
    assert page.comparison is before
    assert not page.bar.changed.isChecked()
    assert not page.view_state.row_filter.changed
