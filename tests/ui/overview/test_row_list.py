"""A list that is as high as its rows, and that the arrows leave at its ends."""

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from focusdesk.ui.look.zoom import Zoom
from focusdesk.ui.overview.overview_rows import OverviewRow
from focusdesk.ui.overview.row_list import RowList, RowsModel

ROWS = tuple(
    OverviewRow(word, "1,234", "7010", spoken=f"{word}, 1,234", code=f"70{at}0", tip=word)
    for at, word in enumerate(("Required", "Held", "Excess"))
)


@pytest.fixture
def rows(light: QApplication, qtbot: QtBot) -> RowList:
    del light
    window = QWidget()
    qtbot.addWidget(window)
    rows = RowList("Figures")
    layout = QVBoxLayout(window)
    layout.addWidget(rows)
    layout.addStretch()
    rows.show_rows(ROWS)
    window.resize(300, 400)
    window.show()
    window.activateWindow()
    rows.setFocus()
    qtbot.waitUntil(rows.hasFocus)
    rows.choose(0)
    return rows


def left(rows: RowList) -> list[Qt.Key]:
    keys: list[Qt.Key] = []
    rows.left_by.connect(keys.append)
    return keys


def test_the_arrows_walk_the_rows_and_leave_at_the_ends(rows: RowList) -> None:
    keys = left(rows)
    QTest.keyClick(rows, Qt.Key.Key_Up)
    for _ in range(2):
        QTest.keyClick(rows, Qt.Key.Key_Down)
    assert rows.row == 2
    assert keys == [Qt.Key.Key_Up]

    QTest.keyClick(rows, Qt.Key.Key_Down)
    QTest.keyClick(rows, Qt.Key.Key_Left)
    QTest.keyClick(rows, Qt.Key.Key_Right)
    assert keys[1:] == [Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_goes_to_the_row_once(rows: RowList, key: Qt.Key) -> None:
    chosen: list[OverviewRow] = []
    rows.chosen.connect(chosen.append)
    rows.choose(1)
    QTest.keyClick(rows, key)

    assert chosen == [ROWS[1]]


def test_a_click_goes_to_the_row(rows: RowList) -> None:
    chosen: list[OverviewRow] = []
    rows.chosen.connect(chosen.append)
    place = rows.visualRect(rows.model().index(2, 0)).center()
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=place)

    assert chosen == [ROWS[2]]


def test_coming_to_a_row_tells_which(rows: RowList) -> None:
    came: list[OverviewRow] = []
    rows.came_to.connect(came.append)
    QTest.keyClick(rows, Qt.Key.Key_Down)

    assert came == [ROWS[1]]


def test_the_list_is_as_high_as_its_rows_in_every_size(rows: RowList) -> None:
    def bottom() -> int:
        return rows.visualRect(rows.model().index(2, 0)).bottom() + 1

    QApplication.processEvents()
    before = rows.height()
    assert before == bottom()
    rows.show_zoom(Zoom(200))
    QApplication.processEvents()
    assert rows.height() == bottom() > 1.8 * before


def test_words_that_wrap_make_their_row_higher(rows: RowList) -> None:
    before = rows.height()
    rows.show_rows((*ROWS[:2], OverviewRow("The minimum net capital requirement " * 3, "1,234")))

    assert rows.height() > before


def test_the_row_stays_when_others_come(rows: RowList) -> None:
    rows.choose(2)
    rows.show_rows(ROWS[:2])

    assert rows.row == 1


def test_only_rows_that_differ_are_told() -> None:
    model = RowsModel()
    model.show_rows(ROWS)
    told: list[int] = []
    resets: list[bool] = []

    def tell(first: QModelIndex) -> None:
        told.append(first.row())

    model.dataChanged.connect(tell)
    model.modelReset.connect(lambda: resets.append(True))
    model.show_rows((ROWS[0], OverviewRow("Held", "9"), ROWS[2]))

    assert told == [1]
    assert not resets


def test_a_row_is_spoken_whole(rows: RowList) -> None:
    index = rows.model().index(1, 0)

    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Held, 1,234"
    assert index.data(Qt.ItemDataRole.ToolTipRole) == "Held"
    assert rows.accessibleName() == "Figures"
