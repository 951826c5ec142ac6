"""One row of a printed table."""

import pytest

from focusdesk.export.fonts import measure
from focusdesk.export.table_rows import LINE_PITCH, Cell, TableRow
from focusdesk.form.placed import Role
from focusdesk.form.sheet import Sheet

NAME, FIGURE = (36.0, 236.0), (240.0, 300.0)


def row_of(*lines: str) -> TableRow:
    named = Cell(lines, NAME, Role.LABEL)
    return TableRow([named, Cell(("(5)",), FIGURE, Role.VALUE, align="right", column=1)])


def height_of(count: int) -> float:
    return row_of(*["a line"] * count).height


def test_a_row_is_as_high_as_its_longest_column() -> None:
    assert height_of(3) - height_of(1) == pytest.approx(2 * LINE_PITCH)


def test_a_row_that_has_room_stays_whole() -> None:
    [part] = row_of("one", "two").parts(height_of(2))

    assert [cell.lines for cell in part.cells] == [("one", "two"), ("(5)",)]


def test_a_row_that_is_higher_than_a_page_goes_on_with_its_next_lines() -> None:
    lines = [f"line {number}" for number in range(25)]

    parts = list(row_of(*lines).parts(height_of(10)))

    assert [len(part.cells[0].lines) for part in parts] == [10, 10, 5]
    assert [line for part in parts for line in part.cells[0].lines] == lines
    assert [part.cells[1].lines for part in parts] == [("(5)",), (), ()]
    assert all(part.height <= height_of(10) for part in parts)


def test_only_an_amount_hangs_its_closing_parenthesis_beyond_its_column() -> None:
    sheet = Sheet(measure)
    for hangs in (True, False):
        cell = Cell(("(5)",), FIGURE, Role.VALUE, align="right", hangs=hangs)
        TableRow([cell]).write(sheet, 100.0)

    hanging, standing = sheet.texts
    assert hanging.right > standing.right == pytest.approx(FIGURE[1])
    assert (hanging.row, standing.row) == (1, 2)
