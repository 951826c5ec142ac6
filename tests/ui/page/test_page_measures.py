import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QFontMetrics

from focusdesk.form.edition import Edition
from focusdesk.ui.look.theme import CODE_PIXELS, text_font
from focusdesk.ui.page.page_measures import (
    PageMeasures,
    box_frame,
    code_frame,
    code_width,
    hangs_mark,
    label_area,
    label_font,
)
from focusdesk.ui.page.schedule_grid import ColumnKind, ScheduleGrid

pytestmark = pytest.mark.usefixtures("light")
CELL = QRect(100, 50, 150, 40)


@pytest.fixture
def grids(editions: dict[str, Edition]) -> dict[str, ScheduleGrid]:
    edition = editions["2014-01"]
    return {each.id: ScheduleGrid(each, edition.firm_code) for each in edition.schedules}


@pytest.fixture
def segregation(grids: dict[str, ScheduleGrid]) -> PageMeasures:
    return PageMeasures(grids["segregation"])


def test_the_widths_fill_the_page_exactly(grids: dict[str, ScheduleGrid]) -> None:
    for grid in grids.values():
        measures = PageMeasures(grid)
        assert measures.fit(790, with_baseline=True)
        assert sum(measures.widths) == 790, grid.schedule.id


def test_labels_stay_near_their_boxes_on_a_wide_screen(segregation: PageMeasures) -> None:
    segregation.fit(2400, with_baseline=True)
    assert sum(segregation.widths) < 1300


def test_a_narrow_page_keeps_readable_labels(segregation: PageMeasures) -> None:
    segregation.fit(300, with_baseline=True)
    assert segregation.widths[1] >= 90
    assert segregation.cell_width(3, 1) > segregation.widths[1]


def test_a_width_that_stays_is_not_reckoned_again(segregation: PageMeasures) -> None:
    assert segregation.fit(790, with_baseline=True)
    assert not segregation.fit(790, with_baseline=True)
    assert segregation.fit(790, with_baseline=False)


def test_hidden_columns_take_no_room(segregation: PageMeasures) -> None:
    segregation.fit(790, with_baseline=False)
    assert segregation.widths[-2:] == (0, 0)


def test_columns_overlap_where_room_is_short_and_only_there(
    grids: dict[str, ScheduleGrid],
) -> None:
    capital = PageMeasures(grids["cftc_capital"])
    capital.fit(790, with_baseline=True)
    short = capital.widths
    capital.fit(1100, with_baseline=True)
    boxes = [
        at
        for at, column in enumerate(grids["cftc_capital"].columns)
        if column.kind is ColumnKind.BOXES
    ]
    assert short[boxes[0]] < capital.widths[boxes[0]]
    assert short[boxes[-1]] == capital.widths[boxes[-1]]
    assert short[1] > 200


def test_a_row_is_as_high_as_its_label_and_no_lower_than_a_target(
    grids: dict[str, ScheduleGrid], segregation: PageMeasures
) -> None:
    grid = grids["segregation"]
    segregation.fit(790, with_baseline=True)
    short, long = grid.cells["7010"][0], grid.cells["7045"][0]
    assert segregation.height(short, {}) >= 24
    assert segregation.height(long, {}) > segregation.height(short, {})
    assert segregation.height(long, {}) >= segregation.label_height(long)


def test_a_row_is_as_high_as_the_words_in_it_and_forgets_them_when_told(
    grids: dict[str, ScheduleGrid],
) -> None:
    measures = PageMeasures(grids["secured_funds"])
    measures.fit(790, with_baseline=True)
    row, column = grids["secured_funds"].cells["7510"]
    empty = measures.height(row, {column: ""})
    assert measures.height(row, {column: "HARRIS TRUST " * 20}) == empty
    measures.forget(row)
    assert measures.height(row, {column: "HARRIS TRUST " * 20}) > 2 * empty


@pytest.mark.parametrize(("beside", "lines"), [("December", 9), ("", 4)])
def test_names_beside_an_amount_have_all_the_room_that_their_label_leaves(
    grids: dict[str, ScheduleGrid], beside: str, lines: int
) -> None:
    grid = grids["secured_funds"]
    measures = PageMeasures(grid)
    measures.fit(790, with_baseline=bool(beside))
    row, column = grid.cells["7510"]
    label = grid.rows[row].label
    room = label_area(QRect(0, 0, measures.cell_width(row, 1), 20), grid.rows[row]).width()
    needed = QFontMetrics(label_font(grid.rows[row])).horizontalAdvance(label)
    assert needed <= room <= needed + 4
    assert measures.cell_width(row, 1) + measures.cell_width(row, column) == sum(
        measures.widths[1 : column + 1]
    )
    names = "HARRIS TRUST AND SAVINGS BANK, CHICAGO; BANK OF MONTREAL; JPMORGAN CHASE BANK; CITI"
    assert measures.height(row, {column: names}) <= lines * 16 + 16


def test_boxes_stand_inside_their_cells_with_their_codes_beside(
    editions: dict[str, Edition],
) -> None:
    for box in editions["2014-01"].boxes.values():
        frame = box_frame(CELL, box)
        assert CELL.contains(frame), box.code
        if "." not in box.code:
            code = code_frame(frame)
            assert CELL.contains(code), box.code
            assert code.left() > frame.right()


def test_marks_of_indented_lines_hang_before_their_labels(grids: dict[str, ScheduleGrid]) -> None:
    rows = grids["segregation"].rows
    cash = rows[grids["segregation"].cells["7010"][0]]
    net = rows[grids["segregation"].cells["7040"][0]]
    assert hangs_mark(cash)
    assert not hangs_mark(net)
    assert label_area(CELL, cash).left() > label_area(CELL, net).left()


def test_captions_are_bold_and_notes_are_not(grids: dict[str, ScheduleGrid]) -> None:
    rows = grids["cftc_capital"].rows
    bold = {row.kind.value: label_font(row).bold() for row in rows}
    assert bold == {"title": True, "firm": False, "caption": True, "item": False, "note": False}


def test_the_longest_code_of_any_edition_stands_within_its_frame(
    editions: dict[str, Edition],
) -> None:
    codes = [code for form in editions.values() for code in form.boxes if code.isdigit()]
    letters = QFontMetrics(text_font(CODE_PIXELS))
    assert max(letters.horizontalAdvance(code) for code in codes) <= code_width() - 3
