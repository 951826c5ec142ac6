"""The cards of the ties stand beside the boxes of the requirement."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from focusdesk.calc.finding import Finding, Severity, State
from focusdesk.filing.two_sides import TwoSides
from focusdesk.ui.sides.tie_list import TieList

PLACES = {"7020": 60, "7032": 200, "7033": 220}


@pytest.fixture
def ties(light: QApplication, qtbot: QtBot, segregation: TwoSides) -> TieList:
    del light
    made = TieList(PLACES.__getitem__, lambda _: 100)
    qtbot.addWidget(made)
    made.show_ties(segregation.ties)
    made.stack(500)
    made.show()
    return made


def test_cards_stand_at_their_boxes_and_never_cover_each_other(ties: TieList) -> None:
    places = [ties.visualRect(ties.model().index(at, 0)) for at in range(3)]

    assert abs(places[0].center().y() - 60) <= 1
    assert abs(places[1].center().y() - 200) <= 1
    assert places[2].top() > places[1].bottom()
    assert ties.height() == 500


def test_the_room_between_two_cards_is_of_neither(ties: TieList) -> None:
    first = ties.visualRect(ties.model().index(0, 0))
    assert ties.indexAt(first.center()).row() == 0
    assert not ties.indexAt(first.center() + QPoint(0, 60)).isValid()


def test_the_keyboard_begins_at_a_tie_that_breaks(ties: TieList, segregation: TwoSides) -> None:
    assert ties.tie is segregation.ties[0]
    long = segregation.ties[1]
    finding = Finding("X05", Severity.WARNING, long.codes, "They differ.", "segregation")
    broken = replace(long, tie=replace(long.tie, state=State.FAILS), finding=finding)
    ties.show_ties(())
    assert ties.tie is None
    ties.show_ties((segregation.ties[0], broken))
    assert ties.tie is broken
