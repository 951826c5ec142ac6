import pytest

from focusdesk.form.edition import Edition
from focusdesk.form.page import PageLayout
from focusdesk.form.schedule import Schedule
from focusdesk.ui.page.grid_moves import (
    BACKWARD,
    FORWARD,
    box_beside,
    box_down,
    box_within,
    entry_down,
    first_box,
    last_box,
    next_among,
    next_entry,
    row_end,
    to_edge,
)
from focusdesk.ui.page.schedule_grid import Cell, ScheduleGrid


class Walk:
    """A page on which the tests walk from code to code."""

    def __init__(self, grid: ScheduleGrid) -> None:
        self.grid = grid

    def at(self, code: str) -> Cell:
        return self.grid.cells[code]

    def code(self, cell: Cell) -> str:
        box = self.grid.box_at(cell)
        assert box is not None
        return box.code


@pytest.fixture(scope="module")
def funds(editions: dict[str, Edition]) -> Walk:
    return Walk(ScheduleGrid(editions["2014-01"].schedules[4], "13"))


@pytest.fixture(scope="module")
def segregation(editions: dict[str, Edition]) -> Walk:
    return Walk(ScheduleGrid(editions["2014-01"].schedules[1], "13"))


@pytest.mark.parametrize(
    ("start", "step", "end"),
    [
        ("7500", FORWARD, "7510"),
        ("7510", FORWARD, "7520"),
        ("7520", FORWARD, "7540"),  # 7530 is computed
        ("7520", BACKWARD, "7510"),
        ("7500", BACKWARD, "7500"),
        ("7780", FORWARD, "7780"),  # nothing to enter after it
    ],
)
def test_tab_goes_through_what_can_be_entered_in_reading_order(
    funds: Walk, start: str, step: int, end: str
) -> None:
    assert funds.code(next_entry(funds.grid, funds.at(start), step)) == end


@pytest.mark.parametrize(
    ("start", "step", "end"),
    [
        ("7500", FORWARD, "7520"),  # the amount below, not the name beside it
        ("7510", FORWARD, "7540"),
        ("7550", BACKWARD, "7540"),
        ("7735", FORWARD, "7760"),
        ("7760", FORWARD, "7765"),
        ("7765", FORWARD, "7780"),
        ("7780", FORWARD, "7780"),
        ("7500", BACKWARD, "7500"),
    ],
)
def test_enter_goes_down_the_page_in_its_column(
    funds: Walk, start: str, step: int, end: str
) -> None:
    assert funds.code(entry_down(funds.grid, funds.at(start), step)) == end


@pytest.mark.parametrize(
    ("start", "step", "end"),
    [
        ("7033", FORWARD, "7040"),
        ("7040", FORWARD, "7045"),
        ("7047", FORWARD, "7060"),
        ("7060", BACKWARD, "7050"),
        ("7010", BACKWARD, "7010"),
        ("7198", FORWARD, "7198"),
    ],
)
def test_arrows_up_and_down_reach_computed_boxes_too(
    segregation: Walk, start: str, step: int, end: str
) -> None:
    assert segregation.code(box_down(segregation.grid, segregation.at(start), step)) == end


@pytest.mark.parametrize(
    ("by_column", "order"),
    [(False, [(1, 2), (1, 4), (2, 2), (3, 4)]), (True, [(1, 2), (2, 2), (1, 4), (3, 4)])],
)
def test_several_boxes_are_gone_round_in_both_ways(by_column: bool, order: list[Cell]) -> None:  # noqa: FBT001 -- a case
    cells = [(3, 4), (1, 2), (2, 2), (1, 4)]
    for at, cell in enumerate(order):
        after, before = order[(at + 1) % len(order)], order[at - 1]
        assert next_among(cells, cell, FORWARD, by_column=by_column) == after
        assert next_among(cells, cell, BACKWARD, by_column=by_column) == before
    assert next_among(cells, (2, 3), FORWARD, by_column=False) == (3, 4)
    assert next_among([(1, 2)], (1, 2), FORWARD, by_column=by_column) == (1, 2)


def test_arrows_left_and_right_stay_in_the_row(segregation: Walk) -> None:
    grid = segregation.grid
    assert box_beside(grid, segregation.at("7047"), FORWARD) == segregation.at("7050")
    assert box_beside(grid, segregation.at("7050"), FORWARD) == segregation.at("7050")
    assert box_beside(grid, segregation.at("7050"), BACKWARD) == segregation.at("7047")


def test_home_and_end_go_to_the_ends_of_the_row(funds: Walk) -> None:
    assert row_end(funds.grid, funds.at("7520"), BACKWARD) == funds.at("7510")
    assert row_end(funds.grid, funds.at("7510"), FORWARD) == funds.at("7530")
    assert row_end(funds.grid, (0, 1), FORWARD) == (0, 1)


def test_a_page_down_goes_as_far_as_it_reaches_and_one_row_at_least(segregation: Walk) -> None:
    grid, start = segregation.grid, segregation.at("7010")
    within = box_within(grid, start, lambda row: row <= segregation.at("7040")[0], FORWARD)
    assert segregation.code(within) == "7040"
    nothing = box_within(grid, start, lambda _: False, FORWARD)
    assert segregation.code(nothing) == "7020"
    assert segregation.code(box_within(grid, start, lambda _: True, FORWARD)) == "7198"


def test_a_page_begins_and_ends_with_its_boxes(segregation: Walk) -> None:
    assert first_box(segregation.grid) == segregation.at("7010")
    assert last_box(segregation.grid) == segregation.at("7198")


def test_a_page_without_boxes_has_nowhere_to_go() -> None:
    grid = ScheduleGrid(Schedule("s", "S", ("S",), 10, (), PageLayout()))
    assert first_box(grid) is None
    assert last_box(grid) is None


@pytest.mark.parametrize(
    ("held", "start", "step", "end"),
    [
        ("7010 7020 7030", "7010", FORWARD, "7030"),  # to the last of a run
        ("7010 7030", "7010", FORWARD, "7030"),  # over what is blank to the next
        ("7045", "7010", FORWARD, "7045"),
        ("7010 7030", "7030", BACKWARD, "7010"),
        ("7010", "7010", FORWARD, "7198"),  # nothing more: to the end
        ("", "7020", BACKWARD, "7010"),
        ("7198", "7198", FORWARD, "7198"),
    ],
)
def test_ctrl_and_an_arrow_lead_to_where_what_is_held_begins_or_ends(
    segregation: Walk, held: str, start: str, step: int, end: str
) -> None:
    def holds(cell: Cell) -> bool:
        return segregation.code(cell) in held.split()

    there = to_edge(segregation.grid, segregation.at(start), (box_down, step), holds)
    assert segregation.code(there) == end
