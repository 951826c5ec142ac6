"""A side is as high as its lines and tells only what has changed."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from focusdesk.filing.two_sides import TwoSides
from focusdesk.ui.look.zoom import Zoom
from focusdesk.ui.sides.side_list import SideList


@pytest.fixture
def side(light: QApplication, qtbot: QtBot, segregation: TwoSides) -> SideList:
    del light
    made = SideList("Requirement")
    qtbot.addWidget(made)
    made.resize(500, 300)
    made.show_side(segregation.requirement)
    made.show()
    return made


def test_only_the_line_that_moved_is_told(side: SideList, segregation: TwoSides) -> None:
    told: list[int] = []

    def keep(first: QModelIndex, last: QModelIndex) -> None:
        told.extend(range(first.row(), last.row() + 1))

    side.model().dataChanged.connect(keep)
    lines = tuple(replace(line, value=5) if line.code == "7030" else line for line in side.lines)
    side.show_side(replace(segregation.requirement, lines=lines))
    assert [side.lines[at].code for at in told] == ["7030"]


def test_the_keyboard_stays_at_its_box(side: SideList, segregation: TwoSides) -> None:
    assert side.code == "7010"
    side.choose("7040")
    side.show_side(segregation.requirement)
    assert side.code == "7040"
    side.show_side(segregation.assets)
    assert side.code == "7070"


def test_it_is_as_high_as_its_lines(side: SideList) -> None:
    assert side.middle_of("7010") < side.middle_of("7020") < side.middle_of("7060") < side.height()
    assert side.middle_of("none") == 0
    before = side.height()
    side.show_zoom(Zoom(150))
    assert side.height() > before
