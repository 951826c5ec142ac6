"""Four cards stand four, two or one beside another, never three and one."""

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from focusdesk.ui.look.zoom import Zoom
from focusdesk.ui.overview.card_grid import CardGrid, even_columns


@pytest.fixture
def grid(light: QApplication, qtbot: QtBot) -> CardGrid:
    del light
    grid = CardGrid(4)
    qtbot.addWidget(grid)
    return grid


@pytest.mark.parametrize(
    ("width", "columns"), [(1240, 4), (1100, 2), (770, 2), (560, 1), (100, 1), (4000, 4)]
)
def test_the_width_says_how_many_stand_side_by_side(width: int, columns: int) -> None:
    assert even_columns(4, width, 282) == columns


def test_no_cards_need_no_columns() -> None:
    assert even_columns(0, 800, 282) == 1


def test_the_cards_wrap_as_the_width_changes(grid: CardGrid) -> None:
    grid.resize(1240, 400)
    grid.show()
    assert grid.columns == 4
    grid.resize(770, 400)
    assert grid.columns == 2


def test_larger_cards_wrap_earlier(grid: CardGrid) -> None:
    grid.resize(1240, 400)
    grid.show()
    grid.show_zoom(Zoom(150))
    assert grid.columns == 2


def test_neighbours_lie_in_the_same_row_and_in_the_next(grid: CardGrid) -> None:
    grid.resize(770, 400)
    grid.show()

    assert [grid.beside(at, 1) for at in range(4)] == [1, 1, 3, 3]
    assert [grid.beside(at, -1) for at in range(4)] == [0, 0, 2, 2]
    assert [grid.below(at, 1) for at in range(4)] == [2, 3, None, None]
    assert [grid.below(at, -1) for at in range(4)] == [None, None, 0, 1]
