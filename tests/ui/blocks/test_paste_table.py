import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from focusdesk.ui.blocks.paste_model import PasteModel
from focusdesk.ui.blocks.paste_paint import PAD, SIGN
from focusdesk.ui.blocks.paste_table import PasteTable
from tests.ui.paste_previews import BAD, preview_of
from tests.ui.words import SHIFT

Key = Qt.Key


@pytest.fixture
def model(qapp: QApplication) -> PasteModel:
    del qapp
    return PasteModel(preview_of(*BAD))


@pytest.fixture
def table(light: QApplication, qtbot: QtBot, model: PasteModel) -> PasteTable:
    del light
    shown = PasteTable(model)
    qtbot.addWidget(shown)
    shown.left_out.connect(lambda keys: model.show(model.preview.without(*keys)))  # pyright: ignore[reportUnknownLambdaType, reportUnknownArgumentType] -- a signal's arguments have no types
    shown.taken_in.connect(lambda keys: model.show(model.preview.with_again(*keys)))  # pyright: ignore[reportUnknownLambdaType, reportUnknownArgumentType] -- likewise
    shown.resize(900, 300)
    shown.show()
    return shown


def _left_out(model: PasteModel) -> list[str]:
    return [row.code for row in model.preview.rows if row.state == "left out"]


def test_space_leaves_a_row_out_and_takes_it_in_again(table: PasteTable, model: PasteModel) -> None:
    table.go_to(1)
    QTest.keyClick(table, Key.Key_Space)
    assert _left_out(model) == ["7020"]
    assert table.currentIndex().row() == 1
    QTest.keyClick(table, Key.Key_Space)
    assert _left_out(model) == []


def test_space_acts_on_all_selected_rows(table: PasteTable, model: PasteModel) -> None:
    table.go_to(0)
    QTest.keyClick(table, Key.Key_Down, SHIFT)
    QTest.keyClick(table, Key.Key_Down, SHIFT)
    QTest.keyClick(table, Key.Key_Space)
    assert _left_out(model) == ["7010", "7020", "7033"]


def test_a_double_click_does_the_same(table: PasteTable, model: PasteModel) -> None:
    at = table.visualRect(model.index(0, 2)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=at)
    QTest.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert _left_out(model) == ["7010"]


def test_with_nothing_in_the_way_it_goes_from_change_to_change(
    qtbot: QtBot, light: QApplication
) -> None:
    del light
    table = PasteTable(PasteModel(preview_of(("7070", "7"), ("7010", "5"), ("7030", "8"))))
    qtbot.addWidget(table)
    rows = [table.currentIndex().row() for _ in range(3) if table.go_to_next()]
    assert rows == [1, 2, 1]


def test_changes_only_hides_what_is_already_so_and_stays_so(
    table: PasteTable, model: PasteModel
) -> None:
    table.show_changes_only(only=True)
    assert [model.preview.rows[at].code for at in range(7) if table.isRowHidden(at)] == ["7070"]
    model.show(model.preview.without_refused())
    assert table.isRowHidden(6)
    table.show_changes_only(only=False)
    assert not any(table.isRowHidden(at) for at in range(7))


def test_every_state_has_the_room_that_its_words_need(table: PasteTable) -> None:
    words = QFontMetrics(table.font()).horizontalAdvance("already so")
    assert table.columnWidth(0) >= words + SIGN + 2 * PAD


def test_on_a_small_screen_what_a_box_would_hold_is_still_seen(table: PasteTable) -> None:
    table.resize(500, 300)
    assert table.isColumnHidden(1)
    right = table.columnViewportPosition(6) + table.columnWidth(6)
    assert right <= table.viewport().width()


def test_it_goes_from_one_row_in_the_way_to_the_next_and_round(table: PasteTable) -> None:
    rows: list[int] = []
    for _ in range(4):
        assert table.go_to_next()
        rows.append(table.currentIndex().row())
    assert rows == [1, 2, 4, 1]
    assert table.go_to_next(back=True)
    assert table.currentIndex().row() == 4


def test_with_nothing_new_it_stays(qtbot: QtBot, light: QApplication) -> None:
    del light
    table = PasteTable(PasteModel(preview_of(("7070", "7"))))
    qtbot.addWidget(table)
    assert not table.go_to_next()


def test_no_column_is_hidden_where_there_is_room_and_the_line_takes_the_rest(
    table: PasteTable,
) -> None:
    widths = [table.columnWidth(column) for column in range(7)]
    assert sum(widths) <= table.viewport().width()
    assert widths[3] == max(widths)
