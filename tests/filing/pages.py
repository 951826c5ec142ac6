"""The pages of the shipped form as they lie on the screen, and blocks that mirror them."""

from collections.abc import Mapping

from focusdesk.filing.block import Block, rectangle
from focusdesk.filing.placed_block import PageRows
from focusdesk.form.box import Box, Value
from focusdesk.ui.page.schedule_grid import ScheduleGrid
from tests.exchange.filled_form import FORM, with_values

INNER, OUTER = "inner", "outer"

AMOUNTS: Mapping[str, Value] = {
    box.code: 1_000 + 7 * place
    for place, box in enumerate(FORM.boxes.values())
    if box.kind.value == "amount" and not box.is_computed
}
FIGURES = with_values(AMOUNTS).values()
"""An amount in every box, no two alike, and the totals that follow."""


def page_of(code: str) -> PageRows:
    """Give the rows of the screen on whose page a box stands."""
    grid = ScheduleGrid(FORM.schedule_of(code), FORM.firm_code)
    return [row.boxes for row in grid.rows]


def block(text: str) -> Block:
    """Give a block whose cells are parted by bars."""
    return Block(rectangle(line.split("|") for line in text.split("\n")))


def mirrored(code: str, *columns: str) -> Block:
    """Give the page from a box down as a sheet that mirrors it row by row.

    Args:
        code: The first box.
        *columns: The page's columns that the sheet has.
    """
    rows = page_of(code)
    first = next(at for at, row in enumerate(rows) if any(box.code == code for _, box in row))
    return Block(
        rectangle(
            [
                next((_figure(box) for _, box in row if box.column == column), "")
                for column in columns
            ]
            for row in rows[first:]
        )
    )


def _figure(box: Box) -> str:
    value = FIGURES[box.code]
    return f"{value:,}" if isinstance(value, int) else ""
