import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QMainWindow
from pytestqt.qtbot import QtBot

from focusdesk.ui.desk.action_table import ACTIONS
from focusdesk.ui.desk.actions import DeskActions, Slot
from focusdesk.ui.desk.desk_state import DeskState

ON_DESK = DeskState(can_start=True, has_month=True, writable=True, has_pair=True)


@pytest.fixture
def done() -> list[str]:
    return []


@pytest.fixture
def table(qapp: QApplication, qtbot: QtBot, done: list[str]) -> DeskActions:
    del qapp
    window = QMainWindow()
    qtbot.addWidget(window)

    def noting(name: str) -> Slot:
        return lambda: done.append(name)

    return DeskActions(window, {row.id: noting(row.id) for row in ACTIONS})


def _can(table: DeskActions, state: DeskState) -> set[str]:
    table.show_state(state)
    return {row.id for row in ACTIONS if table[row.id].isEnabled()}


def test_the_menus_stand_in_the_order_that_users_know(table: DeskActions) -> None:
    window = table["undo"].parent()
    assert isinstance(window, QMainWindow)
    menus = [action.text().replace("&", "") for action in window.menuBar().actions()]
    assert menus == ["File", "Edit", "Month", "Go", "View", "Report", "Help"]


def test_every_action_does_what_it_is_for(table: DeskActions, done: list[str]) -> None:
    in_the_way = ("comparing", "at_front")
    everything = {name: True for name in DeskState.__dataclass_fields__ if name not in in_the_way}
    table.show_state(DeskState(**everything))
    for row in ACTIONS:
        table[row.id].trigger()
    assert done == [row.id for row in ACTIONS]


def test_without_a_store_there_is_little_to_do(table: DeskActions) -> None:
    can = _can(table, DeskState())
    assert {"open_store", "new_firm", "open_sample", "quit", "keys"} <= can
    assert not {"new_month", "export_report", "undo", "go_to_code", "compare"} & can


def test_what_can_be_done_follows_each_state_there_and_back(table: DeskActions) -> None:
    empty, on_desk = _can(table, DeskState()), _can(table, ON_DESK)
    assert on_desk > empty
    assert _can(table, ON_DESK) == on_desk
    assert _can(table, DeskState()) == empty


def test_a_month_that_cannot_be_changed_can_be_read_and_exported(table: DeskActions) -> None:
    can = _can(table, DeskState(has_month=True, writable=False, can_undo=True))
    assert {"copy", "export_report", "export_figures", "go_to_code"} <= can
    assert not {"undo", "blank_box", "edit_box", "new_month", "roll_forward"} & can


def test_nothing_is_undone_behind_the_comparison(table: DeskActions) -> None:
    comparing = DeskState(has_month=True, writable=True, comparing=True, can_undo=True)
    assert not {"undo", "redo", "blank_box", "next_schedule"} & _can(table, comparing)
    assert "undo" in _can(table, DeskState(has_month=True, writable=True, can_undo=True))


def test_undo_and_redo_name_their_steps(table: DeskActions) -> None:
    table.show_steps("7100: 1 to 0", "")
    assert table["undo"].text() == "&Undo 7100: 1 to 0"
    assert table["redo"].text() == "&Redo"
    table.show_steps("13: A to B & C", "")
    assert table["undo"].text() == "&Undo 13: A to B && C"


def test_keys_that_the_page_reads_are_shown_and_not_taken(table: DeskActions) -> None:
    assert table["blank_box"].text().endswith("\tDel")
    assert table["blank_box"].shortcuts() == []


def test_the_schedules_of_another_form_replace_those_before(table: DeskActions) -> None:
    went: list[int] = []
    table.show_schedules(["Cover", "Old"], went.append)
    table.show_schedules(["Cover", "R & D"], went.append)
    shown = [action for action in table.menu("Go").actions() if not action.shortcut().isEmpty()]
    assert [action.text() for action in shown[-2:]] == ["Cover", "R && D"]
    assert shown[-1].shortcut() == QKeySequence("Alt+2")
    shown[-1].trigger()
    assert went == [1]
