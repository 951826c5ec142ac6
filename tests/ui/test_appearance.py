"""Zoom and widths in the real window: by keys, wheel and numbers; kept for the next start."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QTextBrowser, QWidget
from pytestqt.qtbot import QtBot

from focusdesk.ui.appearance import Appearance
from focusdesk.ui.look.widths_dialog import WidthsDialog
from focusdesk.ui.page.schedule_grid import ColumnKind
from focusdesk.ui.page.schedule_model import ScheduleModel
from focusdesk.ui.settings import Settings
from tests.ui.window_words import Window, copied, open_window
from tests.ui.words import CTRL, NO_KEY, press

pytestmark = pytest.mark.usefixtures("light")


@pytest.fixture
def window(qtbot: QtBot, two_months: Path, tmp_path: Path) -> Window:
    window = open_window(qtbot, tmp_path, copied(two_months, tmp_path))
    window.desk.go_to("7010")
    return window


def turn_wheel(widget: QWidget, steps: int, modifiers: Qt.KeyboardModifier = CTRL) -> None:
    """Turn the wheel over the middle of a widget, as the mouse does."""
    window = widget.window().windowHandle()
    at = widget.mapTo(widget.window(), widget.rect().center())
    QTest.wheelEvent(window, at, QPoint(0, 120 * steps), QPoint(), modifiers)


def percent(window: Window) -> int:
    page = window.tabs.current_page()
    assert page is not None
    assert window.main.status.zoom.text() == f"{page.zoom.percent} %"
    return page.zoom.percent


def appearance(window: Window) -> Appearance:
    return window.feature(Appearance)


def dialog(window: Window) -> WidthsDialog:
    return next(each for each in window.frame.findChildren(WidthsDialog) if each.isVisible())


def test_keys_zoom_in_steps_and_back_to_full_size(window: Window) -> None:
    for key, modifiers, size in (
        (Qt.Key.Key_Equal, CTRL, 110),
        (Qt.Key.Key_Plus, CTRL, 125),
        (Qt.Key.Key_Minus, CTRL, 110),
        (Qt.Key.Key_0, CTRL, 100),
    ):
        press(key, modifiers)
        assert percent(window) == size


def test_the_wheel_zooms_with_ctrl_and_scrolls_without(window: Window) -> None:
    page = window.tabs.current_page()
    assert page is not None
    for widget in (page.viewport(), window.desk.explain, window.desk.side.months.viewport()):
        turn_wheel(widget, 1)
    assert percent(window) == 150
    turn_wheel(page.viewport(), -9)
    assert percent(window) == 75
    turn_wheel(page.viewport(), -1, NO_KEY)
    assert percent(window) == 75


def test_the_explanation_grows_with_the_page(window: Window) -> None:
    explain = window.desk.explain
    before = explain.text
    card = explain.findChild(QTextBrowser)
    assert card is not None
    tall = card.document().size().height()
    window.main.actions_table["larger"].trigger()
    window.main.actions_table["larger"].trigger()
    assert explain.text == before
    assert card.document().size().height() > tall * 1.2


def test_what_was_chosen_is_there_at_the_next_start(
    window: Window, qtbot: QtBot, tmp_path: Path
) -> None:
    press(Qt.Key.Key_Plus, CTRL)
    appearance(window).keep_width("segregation.label", 222)
    window.desk.parts.setSizes([230, 700, 340])
    window.desk.parts.splitterMoved.emit(230, 1)
    window.frame.close()
    again = open_window(
        qtbot, tmp_path, tmp_path / "firm.focusdesk", Settings(tmp_path / "desk.ini")
    )
    again.desk.go_to("7010")
    assert percent(again) == 110
    page = again.tabs.current_page()
    assert page is not None
    assert page.measures.widths[1] == 222
    sizes = again.desk.parts.sizes()
    assert (sizes[0], sizes[2]) == (230, 340)


def test_another_month_is_shown_in_the_same_size(window: Window) -> None:
    press(Qt.Key.Key_Plus, CTRL)
    window.desk.step_month(-1)
    assert percent(window) == 110


def test_the_comparison_has_the_desks_size_and_its_own_widths(window: Window) -> None:
    press(Qt.Key.Key_Plus, CTRL)
    window.do("compare")
    view = window.comparison.view
    line, row = view.lines.columnWidth(1), view.months.rowHeight(3)
    for _ in range(4):
        press(Qt.Key.Key_Plus, CTRL)
    assert view.months.rowHeight(3) > row
    turn_wheel(view.months.viewport(), -4)
    assert view.lines.columnWidth(1) == line
    header, left = view.lines.headings, Qt.MouseButton.LeftButton
    edge = QPoint(header.sectionPosition(2) - 1, 12)
    QTest.mousePress(header.viewport(), left, pos=edge)
    QTest.mouseMove(header.viewport(), edge - QPoint(44, 0))
    QTest.mouseRelease(header.viewport(), left, pos=edge - QPoint(44, 0))
    assert abs(view.lines.columnWidth(1) - (line - 44)) <= 1
    assert "compare.line" in appearance(window).style.widths


def test_widths_are_chosen_as_numbers_and_given_back(window: Window) -> None:
    window.do("widths")
    fields = dialog(window).fields
    assert {*fields} == {
        "segregation.label",
        "segregation.words",
        "baseline",
        "change",
        "pane.months",
        "pane.explanation",
    }
    page = window.tabs.current_page()
    assert page is not None
    shared = page.measures.widths
    wide = fields["segregation.label"].value()
    QTest.keyClick(fields["segregation.label"], Qt.Key.Key_Up)
    assert page.measures.widths[1] == wide + 10
    QTest.keyClick(fields["pane.months"], Qt.Key.Key_Up)
    assert window.desk.parts.sizes()[0] == fields["pane.months"].value()
    reset = next(b for b in dialog(window).findChildren(QPushButton) if b.text() == "Reset widths")
    reset.click()
    assert page.measures.widths == shared
    assert fields["segregation.label"].value() == wide
    assert appearance(window).style.widths == {}


def test_a_part_that_is_hidden_keeps_the_width_that_it_had(window: Window) -> None:
    window.desk.parts.setSizes([230, 700, 340])
    window.desk.parts.splitterMoved.emit(230, 1)
    assert window.main.workplace.settings.parts("desk")[2] == 340
    window.desk.right.hide()
    window.desk.parts.splitterMoved.emit(231, 1)
    assert window.main.workplace.settings.parts("desk")[2] == 340


def test_last_month_goes_and_comes_by_a_key_in_every_schedule(window: Window) -> None:
    for at in range(window.tabs.count()):
        window.desk.show_schedule(at)
        page = window.tabs.current_page()
        assert page is not None
        model = page.model()
        assert isinstance(model, ScheduleModel)
        column = model.grid.column_of(ColumnKind.BASELINE)
        for hidden in (True, False):
            press(Qt.Key.Key_L, CTRL)
            assert column is None or page.isColumnHidden(column) is hidden
        if column is not None:
            heading = model.headerData(column, Qt.Orientation.Horizontal)
            assert heading == "December"
