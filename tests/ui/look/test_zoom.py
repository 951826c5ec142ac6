import pytest
from PySide6.QtCore import QPoint, QRect

from focusdesk.ui.look.zoom import FULL_SIZE, STEPS, Zoom, zoom_kept

CELL = QRect(40, 90, 180, 44)


def test_it_goes_from_step_to_step_and_stops_at_both_ends() -> None:
    zoom = Zoom(75)
    for size in STEPS[1:]:
        zoom = zoom.stepped(1)
        assert zoom.percent == size
    assert zoom.stepped(1) == zoom == Zoom(200)
    assert zoom.stepped(-2) == Zoom(150)
    assert zoom.stepped(-50) == Zoom(75)
    assert zoom.stepped(0) == zoom


def test_a_size_between_two_steps_goes_to_the_next_of_them() -> None:
    assert Zoom(120).stepped(1) == Zoom(125)
    assert Zoom(120).stepped(-1) == Zoom(110)


@pytest.mark.parametrize("kept", [0, 74, 120, 5000])
def test_a_size_that_is_not_offered_counts_as_the_full_one(kept: int) -> None:
    assert zoom_kept(kept) == Zoom(FULL_SIZE)
    assert zoom_kept(175) == Zoom(175)


@pytest.mark.parametrize("percent", STEPS)
def test_columns_that_fill_a_page_fill_it_at_every_size(percent: int) -> None:
    zoom, widths = Zoom(percent), (32, 201, 161, 0, 161, 97, 97)
    edges = zoom.edges(widths)
    assert sum(edges) == sum(widths) * percent // 100
    assert edges[3] == 0
    assert all(
        abs(shown - wide * zoom.factor) < 1 for shown, wide in zip(edges, widths, strict=True)
    )


@pytest.mark.parametrize("percent", STEPS)
def test_what_a_layout_needs_has_room_on_the_screen(percent: int) -> None:
    zoom = Zoom(percent)
    assert all(zoom.room(zoom.grown(pixels)) >= pixels for pixels in range(400))


@pytest.mark.parametrize("percent", STEPS)
def test_a_point_on_the_screen_lies_in_the_part_that_is_drawn_there(percent: int) -> None:
    zoom, part = Zoom(percent), QRect(5, 11, 110, 22)
    shown = zoom.placed(CELL, part)
    assert part.contains(zoom.within(CELL, shown.center()))
    assert not part.contains(zoom.within(CELL, shown.bottomRight() + QPoint(3, 3)))
    assert zoom.cell(CELL).topLeft() == QPoint(0, 0)


def test_at_full_size_nothing_differs() -> None:
    part = QRect(5, 11, 110, 22)
    assert Zoom().placed(CELL, part) == part.translated(CELL.topLeft())
    assert Zoom().edges((1, 2, 3)) == (1, 2, 3)
    assert str(Zoom(125)) == "125 %"
    assert Zoom(200).font(13).pixelSize() == 26
