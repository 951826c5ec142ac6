import pytest

from focusdesk.form.box import Box, BoxKind
from focusdesk.form.edition import Edition
from focusdesk.form.page import Column, PageLayout
from focusdesk.form.schedule import LineItem, LineStyle, Schedule
from focusdesk.ui.page.schedule_grid import (
    FACTS_CAPTION,
    ColumnKind,
    RowKind,
    ScheduleGrid,
    lines_with_parents,
)


@pytest.fixture(scope="module")
def grids(editions: dict[str, Edition]) -> dict[str, ScheduleGrid]:
    edition = editions["2014-01"]
    return {each.id: ScheduleGrid(each, edition.firm_code) for each in edition.schedules}


def kinds(grid: ScheduleGrid) -> list[str]:
    return [column.kind.value for column in grid.columns]


def test_a_statement_has_the_columns_of_its_paper_and_last_month_beside(
    grids: dict[str, ScheduleGrid],
) -> None:
    assert kinds(grids["dealer_options"]) == [
        "number",
        "label",
        "boxes",
        "boxes",
        "baseline",
        "change",
    ]
    assert kinds(grids["cftc_capital"]).count("boxes") == 3


def test_names_and_descriptions_share_a_column_of_words(grids: dict[str, ScheduleGrid]) -> None:
    for schedule, code in (("secured_funds", "7510"), ("segregation", "7150.describe")):
        grid = grids[schedule]
        assert grid.columns[grid.cells[code][1]].kind is ColumnKind.WORDS
    assert grids["secured_funds"].crowds_words
    assert not grids["segregation"].crowds_words


def test_the_cover_has_one_column_for_whatever_its_boxes_hold(
    grids: dict[str, ScheduleGrid],
) -> None:
    cover = grids["cover"]
    assert kinds(cover) == ["number", "label", "value"]
    assert {column for _, column in cover.cells.values()} == {2}


def test_every_box_has_exactly_one_cell(
    grids: dict[str, ScheduleGrid], editions: dict[str, Edition]
) -> None:
    edition = editions["2014-01"]
    placed = [code for grid in grids.values() for code in grid.cells]
    assert sorted(placed) == sorted(edition.boxes)
    for grid in grids.values():
        for code, cell in grid.cells.items():
            box = grid.box_at(cell)
            assert box is not None
            assert box.code == code


def test_a_second_box_for_the_same_column_stands_in_a_row_of_its_own(
    grids: dict[str, ScheduleGrid],
) -> None:
    cover = grids["cover"]
    tick, words = cover.cells["26"], cover.cells["26.describe"]
    assert words == (tick[0] + 1, tick[1])
    assert cover.rows[tick[0]].label == "Other"
    assert cover.rows[words[0]].label == "Other, describe"


def test_facts_of_the_firm_come_last_under_their_own_caption(
    grids: dict[str, ScheduleGrid],
) -> None:
    rows = grids["cftc_capital"].rows
    at = next(at for at, row in enumerate(rows) if row.label == FACTS_CAPTION)
    assert rows[at].kind is RowKind.CAPTION
    codes = [box.code for row in rows[at:] for _, box in row.boxes]
    assert codes == ["firm.retail_forex", "firm.swap_dealer"]


def test_a_statement_says_whose_it_is_and_the_cover_need_not(
    grids: dict[str, ScheduleGrid],
) -> None:
    assert [row.kind for row in grids["segregation"].rows[:2]] == [RowKind.TITLE, RowKind.FIRM]
    assert RowKind.FIRM not in [row.kind for row in grids["cover"].rows]


def test_labels_run_up_to_the_first_box_and_captions_over_the_page(
    grids: dict[str, ScheduleGrid],
) -> None:
    grid = grids["segregation"]
    spans = {(row, column): wide for row, column, wide in grid.spans()}
    assert spans[0, 1] == len(grid.columns) - 1
    assert spans[grid.cells["7010"][0], 1] == 3
    assert spans[grid.cells["7045"][0], 1] == 2
    row, words = grid.cells["7150.describe"]
    assert (spans[row, 1], spans[row, words]) == (1, 2)


def test_spans_never_cover_a_box(grids: dict[str, ScheduleGrid]) -> None:
    for grid in grids.values():
        for row, column, wide in grid.spans():
            covered = range(column + 1, column + wide)
            assert not [at for at, _ in grid.rows[row].boxes if at in covered]


def test_columns_may_overlap_only_where_no_two_boxes_share_a_row(
    grids: dict[str, ScheduleGrid],
) -> None:
    staggered = {name for name, grid in grids.items() if grid.staggers}
    assert staggered == {"dealer_options", "cftc_capital"}


def test_a_line_knows_the_lines_it_stands_under(editions: dict[str, Edition]) -> None:
    funds = editions["2014-01"].schedules[4]
    parents = {
        box.code: [parent.number for parent in above]
        for line, above in lines_with_parents(funds)
        for box in line.boxes
    }
    assert parents["7510"] == ["1", "1.B"]
    assert parents["7770"] == []


def test_a_box_that_no_column_claims_stands_in_the_last_one() -> None:
    amount = Box("1", BoxKind.AMOUNT, column="only")
    question = Box("firm.fact", BoxKind.YES_NO, printed=False)
    lines = (
        LineItem(label="CAPTION", style=LineStyle.CAPTION),
        LineItem(label="Amount", boxes=(amount,)),
        LineItem(label="Question?", boxes=(question,), printed=False),
    )
    page = PageLayout(columns=(Column("only", (1, 2), (3, 4), title="Total"),))
    grid = ScheduleGrid(Schedule("s", "S", ("S",), 10, lines, page))
    assert grid.cells["firm.fact"][1] == grid.cells["1"][1]
    assert grid.columns[2].title == "Total"
    assert grid.box_at((99, 2)) is None
