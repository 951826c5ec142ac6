"""The keys that lead about a page, the same on every schedule of the form."""

import pytest
from PySide6.QtCore import Qt

from tests.ui.words import CTRL, NO_KEY, SHIFT, Pages, press

Key = Qt.Key
SCHEDULES = (
    "cover",
    "segregation",
    "dealer_options",
    "secured_amounts",
    "secured_funds",
    "cleared_swaps",
    "cftc_capital",
)


@pytest.fixture(params=SCHEDULES)
def page(request: pytest.FixtureRequest, pages: Pages) -> Pages:
    """Each schedule of the form in its turn, with the keyboard at its first box."""
    schedules = pages.session.edition.schedules
    assert tuple(schedule.id for schedule in schedules) == SCHEDULES
    pages.tabs.setCurrentIndex(SCHEDULES.index(request.param))
    press(Key.Key_Home, CTRL)
    return pages


def walked(page: Pages, key: Qt.Key, modifiers: Qt.KeyboardModifier = NO_KEY) -> list[str]:
    """The boxes that a key leads through from here, until it leads no further."""
    way = [page.tabs.current_code()]
    while True:
        press(key, modifiers)
        code = page.tabs.current_code()
        if code == way[-1]:
            return way
        way.append(code)


def entries(page: Pages) -> list[str]:
    """The boxes of the page that can be entered, in reading order."""
    return [code for code in page.model.grid.cells if not page.model.box(code).is_computed]


def test_tab_goes_through_every_entry_as_printed_and_shift_tab_back(page: Pages) -> None:
    assert walked(page, Key.Key_Tab) == entries(page)
    assert walked(page, Key.Key_Backtab, SHIFT) == entries(page)[::-1]


def test_enter_goes_down_row_by_row_past_what_is_computed_and_shift_enter_up(page: Pages) -> None:
    down = walked(page, Key.Key_Return)
    rows = [page.model.grid.cells[code][0] for code in down]
    assert rows == sorted({page.model.grid.cells[code][0] for code in entries(page)})
    assert not any(page.model.box(code).is_computed for code in down)
    up = [page.model.grid.cells[code][0] for code in walked(page, Key.Key_Return, SHIFT)]
    assert up == rows[::-1]


def test_arrows_reach_every_row_with_a_box_computed_ones_too(page: Pages) -> None:
    rows = [at for at, row in enumerate(page.model.grid.rows) if row.boxes]
    assert [page.model.grid.cells[code][0] for code in walked(page, Key.Key_Down)] == rows
    assert [page.model.grid.cells[code][0] for code in walked(page, Key.Key_Up)] == rows[::-1]


def test_left_and_right_stay_in_the_row_and_home_and_end_are_its_ends(page: Pages) -> None:
    for row in page.model.grid.rows:
        if not row.boxes:
            continue
        own = [box.code for _, box in row.boxes]
        page.tabs.go_to(own[0])
        assert walked(page, Key.Key_Right) == own
        assert walked(page, Key.Key_Left) == own[::-1]
        press(Key.Key_End)
        assert page.tabs.current_code() == own[-1]
        press(Key.Key_Home)
        assert page.tabs.current_code() == own[0]


def test_ctrl_end_and_ctrl_home_are_the_ends_of_the_page(page: Pages) -> None:
    codes = list(page.model.grid.cells)
    press(Key.Key_End, CTRL)
    assert page.tabs.current_code() == codes[-1]
    assert page.view.selection.codes == (codes[-1],), "Del would blank what is selected"
    press(Key.Key_Home, CTRL)
    assert page.tabs.current_code() == codes[0]
    assert page.view.selection.codes == (codes[0],)


def test_page_down_and_page_up_reach_both_ends_in_steps(page: Pages) -> None:
    rows = [at for at, row in enumerate(page.model.grid.rows) if row.boxes]
    down = [page.model.grid.cells[code][0] for code in walked(page, Key.Key_PageDown)]
    assert down[-1] == rows[-1]
    assert len(down) <= len(rows)
    up = [page.model.grid.cells[code][0] for code in walked(page, Key.Key_PageUp)]
    assert up[-1] == rows[0]


def test_ctrl_page_down_and_up_turn_the_schedules_and_stop_at_either_end(page: Pages) -> None:
    at = page.tabs.currentIndex()
    press(Key.Key_PageDown, CTRL)
    assert page.tabs.currentIndex() == min(at + 1, len(SCHEDULES) - 1)
    page.tabs.setCurrentIndex(at)
    press(Key.Key_PageUp, CTRL)
    assert page.tabs.currentIndex() == max(at - 1, 0)
