"""The figures at the foot fold into as many rows as they need."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from focusdesk.filing.two_sides import TwoSides
from focusdesk.ui.look.zoom import Zoom
from focusdesk.ui.sides.sum_list import SumList


@pytest.fixture
def sums(light: QApplication, qtbot: QtBot, segregation: TwoSides) -> SumList:
    del light
    made = SumList()
    qtbot.addWidget(made)
    made.resize(900, 60)
    made.show_lines(segregation.card.lines)
    made.show()
    return made


def test_required_held_and_what_is_left_are_spoken(sums: SumList) -> None:
    role = Qt.ItemDataRole.AccessibleTextRole
    said = [sums.model().index(at, 0).data(role) for at in range(sums.model().rowCount())]

    assert said == [
        "Required, 7060: 948,878,264",
        "Held, 7180: 1,036,486,351",
        "Excess, 7190: 87,608,087",
        "Target, 7194: 47,443,913",
        "Over target, 7198: 40,164,174",
    ]


def test_where_it_is_narrow_it_is_higher(sums: SumList) -> None:
    one_row = sums.height()
    sums.resize(300, one_row)
    assert sums.height() > one_row
    sums.resize(900, one_row)
    assert sums.height() == one_row
    sums.show_zoom(Zoom(200))
    assert sums.height() > one_row
