import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from focusdesk.calc.checks import Finding, Severity
from focusdesk.filing.listed_findings import ListedFinding
from focusdesk.ui.explain.right_side import RightSide
from focusdesk.ui.look.zoom import Zoom

ONE = ListedFinding(Finding("S01", Severity.ERROR, ("7045",), "Too much is offset.", "segregation"))


@pytest.fixture
def side(light: QApplication, qtbot: QtBot) -> RightSide:
    del light
    side = RightSide()
    qtbot.addWidget(side)
    side.resize(280, 700)
    side.show()
    side.show_findings(())
    return side


def test_without_findings_the_explanation_has_nearly_all_the_room(side: RightSide) -> None:
    above, below = side.sizes()
    assert below < 120
    assert above > 560


def test_findings_get_what_they_need_but_never_half(side: RightSide) -> None:
    _, none = side.sizes()
    side.show_findings((ONE,))
    _, one = side.sizes()
    side.show_findings((ONE,) * 20)
    _, many = side.sizes()
    assert none < one < many < 350


def test_the_filter_takes_no_room_from_the_list(side: RightSide) -> None:
    side.show_findings((ONE,) * 20)
    QApplication.processEvents()
    alone, apart = side.findings.list.height(), side.sizes()
    side.findings.show_filter()
    QApplication.processEvents()
    assert side.findings.list.height() >= alone - 8
    assert side.findings.filter.height() < 110
    side.findings.filter.closed.emit()
    assert side.sizes() == apart


def test_a_line_that_the_user_has_moved_stays(side: RightSide) -> None:
    side.splitterMoved.emit(300, 1)
    side.setSizes([300, 399])
    side.show_findings((ONE,) * 20)
    assert side.sizes() == [300, 399]


def test_what_stands_in_its_place_has_more_of_the_room(side: RightSide) -> None:
    side.show_findings((ONE,) * 20)
    _, below = side.sizes()
    panel = QLabel("Why did it move?")
    side.put_in_front(panel)
    assert side.in_front is panel
    assert side.sizes()[1] < below

    side.give_back()
    assert side.in_front is side.explain
    assert side.sizes()[1] == below


def test_all_of_it_is_written_in_another_size(side: RightSide) -> None:
    told: list[Zoom] = []
    side.zoomed.connect(told.append)
    side.show_zoom(Zoom(150))
    assert side.zoom == Zoom(150)
    assert told == [Zoom(150)]
