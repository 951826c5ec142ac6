"""Folding, the menu and the other keys of the table's halves."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from focusdesk.filing.compare import ComparisonRow, Pair
from focusdesk.form.edition import Edition
from focusdesk.ui.compare.compare_columns import LINE_COLUMN
from focusdesk.ui.compare.compare_model import CompareModel
from focusdesk.ui.compare.compare_view import CompareView
from tests.ui.window_words import side_by_side

SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def view(light: QApplication, qtbot: QtBot, editions: dict[str, Edition]) -> CompareView:
    del light
    view = CompareView(CompareModel(side_by_side(editions["2014-01"], {"7100": 1}, {"7100": 3})))
    qtbot.addWidget(view)
    view.resize(1280, 700)
    view.show()
    return view


def _model(view: CompareView) -> CompareModel:
    model = view.months.model()
    assert isinstance(model, CompareModel)
    return model


def _to_heading(view: CompareView, title: str) -> int:
    model = _model(view)
    at = next(at for at, shown in enumerate(model.rows) if shown.words == title)
    view.months.setCurrentIndex(model.index(at, 3))
    return at


def test_the_keyboard_stops_at_a_heading_and_folds_it(view: CompareView) -> None:
    model, at = _model(view), _to_heading(view, "Segregation")
    QTest.keyClick(view.months, Qt.Key.Key_Left)
    assert model.folded == {"segregation"}
    assert view.months.isRowHidden(at + 1)
    assert view.lines.isRowHidden(at + 1)
    QTest.keyClick(view.months, Qt.Key.Key_Down)
    assert model.rows[view.months.currentIndex().row()].words == "Dealer options"
    QTest.keyClick(view.months, Qt.Key.Key_Up)
    QTest.keyClick(view.months, Qt.Key.Key_Right)
    assert not model.folded
    assert not view.months.isRowHidden(at + 1)


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_space_and_enter_turn_a_fold_over(view: CompareView, key: Qt.Key) -> None:
    _to_heading(view, "Segregation")
    QTest.keyClick(view.months, key)
    assert _model(view).folded == {"segregation"}
    QTest.keyClick(view.months, key)
    assert not _model(view).folded


def test_with_shift_all_schedules_fold(view: CompareView) -> None:
    model = _model(view)
    _to_heading(view, "Segregation")
    QTest.keyClick(view.months, Qt.Key.Key_Left, SHIFT)
    assert model.folded == {shown.schedule for shown in model.rows}
    assert view.lines.height() >= sum(
        view.lines.rowHeight(at) for at in range(model.rowCount()) if not model.hides(at)
    )


def test_a_click_on_a_heading_folds_it(view: CompareView) -> None:
    at = _to_heading(view, "Dealer options")
    for half, column in ((view.lines, LINE_COLUMN), (view.months, 3)):
        place = half.visualRect(_model(view).index(at, column)).center()
        QTest.mouseClick(half.viewport(), Qt.MouseButton.LeftButton, pos=place)
        assert _model(view).folded == {"dealer_options"}
        QTest.mouseClick(half.viewport(), Qt.MouseButton.LeftButton, pos=place)
        assert not _model(view).folded


def test_where_the_current_line_is_folded_away_its_heading_is_current(view: CompareView) -> None:
    assert view.go_to("7190")
    _model(view).fold({"segregation"})
    assert _model(view).rows[view.months.currentIndex().row()].words == "Segregation"


def test_going_to_a_box_unfolds_its_schedule(view: CompareView) -> None:
    _model(view).fold({"segregation", "dealer_options"})
    assert view.go_to("7190")
    assert _model(view).folded == {"dealer_options"}


def test_left_and_right_still_go_from_month_to_month(view: CompareView) -> None:
    assert view.go_to("7100")
    QTest.keyClick(view.months, Qt.Key.Key_Left)
    assert view.months.currentIndex().column() == 2
    assert not _model(view).folded


def test_f2_asks_for_an_explanation_and_f9_who_made_the_change(view: CompareView) -> None:
    asked: list[tuple[str, ComparisonRow, Pair]] = []
    view.explain_asked.connect(lambda row, pair: asked.append(("explain", row, pair)))  # pyright: ignore[reportUnknownLambdaType, reportUnknownArgumentType] -- a signal's arguments have no types
    view.change_asked.connect(lambda row, pair: asked.append(("change", row, pair)))  # pyright: ignore[reportUnknownLambdaType, reportUnknownArgumentType] -- likewise
    _to_heading(view, "Segregation")
    QTest.keyClick(view.months, Qt.Key.Key_F2)
    assert not asked
    assert view.go_to("7100")
    QTest.keyClick(view.months, Qt.Key.Key_F2)
    QTest.keyClick(view.months, Qt.Key.Key_F9)
    assert [(what, row.code, pair) for what, row, pair in asked] == [
        ("explain", "7100", (0, 1)),
        ("change", "7100", (0, 1)),
    ]


def test_the_menu_key_asks_for_the_menu_of_the_current_cell(view: CompareView) -> None:
    asked: list[str] = []
    view.months.menu_asked.disconnect()
    view.months.menu_asked.connect(lambda index, _: asked.append(_model(view).code_at(index)))  # pyright: ignore[reportUnknownLambdaType, reportUnknownArgumentType] -- a signal's arguments have no types
    assert view.go_to("7100")
    by_keys = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(0, 0), QPoint(0, 0))
    QApplication.sendEvent(view.months.viewport(), by_keys)
    assert asked == ["7100"]
