"""Buttons fold into rows, and none is cut."""

import pytest
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from focusdesk.ui.look.folding_row import FoldingRow

pytestmark = pytest.mark.usefixtures("light")


def row_of(qtbot: QtBot, *words: str) -> tuple[FoldingRow, list[QPushButton]]:
    buttons = [QPushButton(each) for each in words]
    row = FoldingRow(buttons)
    frame = QWidget()
    qtbot.addWidget(frame)
    layout = QVBoxLayout(frame)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(row)
    layout.addStretch()
    frame.resize(260, 300)
    frame.show()
    return row, buttons


def test_what_has_no_room_stands_in_another_row_and_nothing_is_cut(qtbot: QtBot) -> None:
    row, buttons = row_of(qtbot, "1 error", "2 warnings", "1 provisional notice", "information")
    tops = [each.y() for each in buttons]
    assert tops[0] == tops[1] < tops[2]
    assert all(each.width() >= each.sizeHint().width() for each in buttons)
    assert all(each.geometry().right() < row.width() for each in buttons)
    assert max(each.geometry().bottom() for each in buttons) < row.height()


def test_what_is_hidden_takes_no_room(qtbot: QtBot) -> None:
    row, buttons = row_of(qtbot, "1 error", "1 provisional notice", "2 explained warnings")
    high = row.height()
    buttons[1].hide()
    qtbot.waitUntil(lambda: row.height() < high)
    assert buttons[0].y() == buttons[2].y()


def test_a_row_is_filled_from_side_to_side(qtbot: QtBot) -> None:
    row, (one, other) = row_of(qtbot, "a", "b")
    assert (one.x(), other.geometry().right()) == (0, row.width() - 1)
