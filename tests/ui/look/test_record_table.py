import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from focusdesk.ui.look.record_table import Record, RecordModel, RecordTable

LONG = "many words " * 60


@pytest.fixture
def table(light: QApplication, qtbot: QtBot) -> RecordTable:
    del light
    model = RecordModel(("Box", "Words"))
    table = RecordTable(model, {1: 1})
    qtbot.addWidget(table)
    table.resize(400, 300)
    model.show([Record(("7010", "short"), "in full"), Record(("7020", LONG))])
    table.show()
    return table


def test_enter_and_a_double_click_go_on_with_the_record(table: RecordTable) -> None:
    chosen: list[int] = []
    table.chosen.connect(chosen.append)
    table.choose(0)
    QTest.keyClick(table, Qt.Key.Key_Down)
    QTest.keyClick(table, Qt.Key.Key_Return)
    table.doubleClicked.emit(table.model().index(0, 0))
    assert chosen == [1, 0]


def test_the_place_is_the_last_record_where_there_are_fewer(table: RecordTable) -> None:
    table.choose(9)
    assert table.current == 1


def test_a_cell_says_its_heading_to_who_cannot_see_it(table: RecordTable) -> None:
    cell = table.model().index(0, 1)
    assert cell.data(Qt.ItemDataRole.AccessibleTextRole) == "Words: short"
    assert cell.data(Qt.ItemDataRole.ToolTipRole) == "in full"
    assert table.model().index(1, 0).data(Qt.ItemDataRole.ToolTipRole) == "7020"


def test_long_words_wrap_and_take_no_more_than_four_lines(table: RecordTable) -> None:
    line = table.fontMetrics().lineSpacing()
    assert table.rowHeight(0) < 2 * line + 10
    assert table.rowHeight(1) == 4 * line + 10
    assert table.horizontalScrollBar().maximum() == 0
