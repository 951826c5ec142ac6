"""What is copied of a page as it lies there is pasted back there, into an empty month."""

import pytest

from focusdesk.app.joined import desk_edges
from focusdesk.filing.block_placing import place_block
from focusdesk.filing.ground import Ground
from focusdesk.filing.paste_preview import preview_paste
from focusdesk.filing.session import FilingSession
from focusdesk.ui.page.schedule_grid import ScheduleGrid


@pytest.mark.parametrize("at", range(7))
def test_a_whole_page_is_pasted_back_where_it_was(
    january: FilingSession, empty_month: FilingSession, at: int
) -> None:
    edges, schedule = desk_edges(), january.edition.schedules[at]
    grid = ScheduleGrid(schedule, january.edition.firm_code)
    codes = {cell: code for code, cell in grid.cells.items()}
    rows, columns = (sorted({cell[axis] for cell in codes}) for axis in (0, 1))
    laid = [[codes.get((row, column), "") for column in columns] for row in rows]
    copied = edges.copied_values(january.worksheet, laid)
    block = edges.read_block(copied.text, copied.html)
    page = [row.boxes for row in grid.rows]
    placed = place_block(block, empty_month.worksheet, page, next(iter(grid.cells)))
    preview = preview_paste(placed.readings[0], Ground(empty_month.worksheet))
    preview = preview.with_signs(as_printed=False)
    assert preview.is_ready
    assert {change.code: change.new for change in preview.changes} == {
        code: january.value(code)
        for code in grid.cells
        if not january.edition.boxes[code].is_computed
        and january.value(code) != empty_month.value(code)
    }
