"""The table of the same figures."""

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester

from focusdesk.filing.trend import trend_of
from focusdesk.form.edition import Edition
from focusdesk.ui.trends.trend_table import TrendTableModel
from focusdesk.ui.trends.trends_window import TrendsWindow
from tests.ui.window_words import side_by_side
from tests.ui.words import press


def test_it_has_the_months_down_and_a_column_for_each_line(trends: TrendsWindow) -> None:
    model = trends.table.model()
    assert (model.rowCount(), model.columnCount()) == (2, len(trends.trend.lines))
    assert model.index(1, 0).data() == "87,608,087"
    heads = Qt.Orientation.Horizontal
    assert model.headerData(0, heads) == "Segregation\n7190 Excess over requirement"
    assert model.headerData(0, Qt.Orientation.Vertical) == "Dec 2013"
    role = Qt.ItemDataRole.AccessibleTextRole
    assert model.index(1, 0).data(role).endswith("Jan 2014: 87,608,087")


def test_chart_and_table_have_one_cursor(trends: TrendsWindow) -> None:
    press(Qt.Key.Key_Left)
    press(Qt.Key.Key_Down)
    index = trends.table.currentIndex()
    assert (index.row(), index.column()) == (0, 1)
    trends.table.setFocus()
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Right)
    assert (trends.view.month, trends.view.line) == (1, 2)


def test_one_cell_copies_all_figures_with_their_headings(trends: TrendsWindow) -> None:
    trends.table.setFocus()
    press(Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0].split("\t")[:2] == ["Month", "Segregation, 7190 Excess over requirement"]
    assert lines[2].split("\t")[:2] == ["Jan 2014", "87608087"]
    assert (
        trends.said.text() == f"Copied {2 * len(trends.trend.lines)} figures with their headings."
    )


def test_only_the_cells_that_moved_are_told_of(editions: dict[str, Edition]) -> None:
    form = editions["2014-01"]
    model = TrendTableModel(trend_of(side_by_side(form, {"7070": 5}, {"7070": 6})))
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    told: list[tuple[int, int]] = []

    def note(index: QModelIndex) -> None:
        told.append((index.row(), index.column()))

    model.dataChanged.connect(note)
    model.show_trend(trend_of(side_by_side(form, {"7070": 5}, {"7070": 7})))
    assert told == [(1, 0), (1, 2)]


@pytest.mark.parametrize("added", [(), ("7010",)])
def test_other_lines_make_another_table(
    editions: dict[str, Edition], added: tuple[str, ...]
) -> None:
    comparison = side_by_side(editions["2014-01"], {}, {})
    model = TrendTableModel(trend_of(comparison, ["7020"]))
    model.show_trend(trend_of(comparison, added))
    assert model.columnCount() == len(trend_of(comparison, added).lines)
    assert model.block([0], [0]).startswith("Month\t")


def test_made_up_months_are_marked_and_told(editions: dict[str, Edition]) -> None:
    model = TrendTableModel(trend_of(side_by_side(editions["2014-01"], {}, {})))
    down, role = Qt.Orientation.Vertical, Qt.ItemDataRole.AccessibleTextRole
    assert model.headerData(0, down) == "Oct 2013 *"
    assert model.headerData(0, down, role) == "Oct 2013, illustrative"
