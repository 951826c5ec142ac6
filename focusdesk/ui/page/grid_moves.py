"""Where the keyboard goes from a box: to the next entry, down the page, to the box beside.

Arrows reach every box, computed ones too; Enter and Tab stop only at boxes that can be entered.
Every move gives the cell to go to, or the cell itself where there is nothing further.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import TypeAlias

from focusdesk.form.box import Box
from focusdesk.ui.page.schedule_grid import Cell, ScheduleGrid

Move: TypeAlias = Callable[[ScheduleGrid, Cell, int], Cell]
"""Gives the cell that a step from a cell leads to, or the cell itself at the end."""

FORWARD = 1
BACKWARD = -1


def first_box(grid: ScheduleGrid) -> Cell | None:
    """Give the first box of the page; `None` where it has none."""
    return next(iter(grid.cells.values()), None)


def last_box(grid: ScheduleGrid) -> Cell | None:
    """Give the last box of the page; `None` where it has none."""
    return next(reversed(grid.cells.values()), None)


def next_entry(grid: ScheduleGrid, cell: Cell, step: int) -> Cell:
    """Go to the next box that can be entered in reading order (Tab), or the one before."""
    entries = [at for code, at in grid.cells.items() if not _box(grid, code).is_computed]
    return _next_in(entries, cell, step)


def next_among(cells: Sequence[Cell], cell: Cell, step: int, *, by_column: bool) -> Cell:
    """Go to the next of some boxes, or the one before, and from the last to the first.

    Args:
        cells: The boxes; one at least.
        cell: Where to start.
        step: `FORWARD` for the next one.
        by_column: Down one column after the other, and not along the rows.
    """

    def place(at: Cell) -> Cell:
        return (at[1], at[0]) if by_column else at

    ordered = sorted(cells, key=place, reverse=step == BACKWARD)
    beyond = [at for at in ordered if (place(at) > place(cell)) == (step == FORWARD) and at != cell]
    return (beyond or ordered)[0]


def entry_down(grid: ScheduleGrid, cell: Cell, step: int) -> Cell:
    """Go to the next row that has a box to enter (Enter), or the one before.

    Among several boxes of that row it is the one in the same column, else the nearest of the same
    kind, so that amounts can be entered down the page without stopping at names.
    """
    row, column = cell
    here = grid.box_at(cell)
    at = row + step
    while 0 <= at < len(grid.rows):
        entries = [(to, box) for to, box in grid.rows[at].boxes if not box.is_computed]
        if entries:
            return at, min(entries, key=lambda entry: _distance(entry, column, here))[0]
        at += step
    return cell


def box_down(grid: ScheduleGrid, cell: Cell, step: int) -> Cell:
    """Go to the nearest box of the next row that has one (arrow down), or of the one before."""
    row, column = cell
    at = row + step
    while 0 <= at < len(grid.rows):
        boxes = grid.rows[at].boxes
        if boxes:
            return at, min(boxes, key=lambda placed: abs(placed[0] - column))[0]
        at += step
    return cell


def box_beside(grid: ScheduleGrid, cell: Cell, step: int) -> Cell:
    """Go to the next box of the same row (arrow right), or the one before."""
    row, _ = cell
    return _next_in([(row, column) for column, _ in grid.rows[row].boxes], cell, step)


def to_edge(
    grid: ScheduleGrid, cell: Cell, way: tuple[Move, int], holds: Callable[[Cell], bool]
) -> Cell:
    """Go as far as the boxes hold something, else to the next that does, else to the last one.

    So Ctrl and an arrow go in a spreadsheet.

    Args:
        grid: The page.
        cell: Where to start.
        way: The move that is made again and again, and its step.
        holds: Whether the box in a cell holds something.
    """
    move, step = way
    here = move(grid, cell, step)
    within = holds(cell) and holds(here)
    while (beyond := move(grid, here, step)) != here:
        if holds(beyond if within else here) != within:
            break
        here = beyond
    return here


def row_end(grid: ScheduleGrid, cell: Cell, step: int) -> Cell:
    """Go to the last box of the same row (End), or to the first (Home)."""
    row, _ = cell
    boxes = grid.rows[row].boxes
    return (row, boxes[-1 if step == FORWARD else 0][0]) if boxes else cell


def box_within(grid: ScheduleGrid, cell: Cell, reaches: Callable[[int], bool], step: int) -> Cell:
    """Go down or up as far as a row is still within reach (page down, page up), one row at least.

    Args:
        grid: The page.
        cell: Where to start.
        reaches: Whether a row is still within reach.
        step: `FORWARD` for down.
    """
    at = box_down(grid, cell, step)
    while True:
        beyond = box_down(grid, at, step)
        if beyond == at or not reaches(beyond[0]):
            return at
        at = beyond


def _box(grid: ScheduleGrid, code: str) -> Box:
    box = grid.box_at(grid.cells[code])
    if box is None:
        raise KeyError(code)
    return box


def _next_in(cells: Iterable[Cell], cell: Cell, step: int) -> Cell:
    if step == FORWARD:
        return min((at for at in cells if at > cell), default=cell)
    return max((at for at in cells if at < cell), default=cell)


def _distance(entry: tuple[int, Box], column: int, here: Box | None) -> tuple[bool, bool, int]:
    at, box = entry
    return at != column, here is not None and box.kind is not here.kind, abs(at - column)
