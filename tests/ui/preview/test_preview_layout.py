import pytest
from PySide6.QtCore import QRect, QSize, QSizeF

from focusdesk.ui.preview.preview_layout import (
    GAP,
    LARGEST,
    SMALLEST,
    ZOOM_STEPS,
    Fit,
    PlacedPages,
    Room,
    Zoom,
    next_zoom,
    place_pages,
    zoom_from,
    zoom_words,
)

LETTER = QSizeF(612, 792)
ROOM = Room(QSize(900, 700), 96)


def placed(zoom: Zoom, count: int = 3) -> PlacedPages:
    return place_pages([LETTER] * count, range(count), zoom, ROOM)


def test_at_100_per_cent_a_page_is_as_large_as_on_paper() -> None:
    assert placed(100).frames[0].size() == QSize(816, 1056), "8.5 by 11 inches of 96 pixels"
    assert placed(200).frames[0].size() == QSize(1632, 2112)


def test_pages_stand_under_each_other_in_the_middle() -> None:
    pages = placed(50)
    assert pages.frames[0] == QRect((900 - 408) // 2, GAP, 408, 528)
    assert pages.frames[1].top() == pages.frames[0].bottom() + 1 + GAP
    assert pages.extent == QSize(900, 3 * (528 + GAP) + GAP)


def test_a_page_that_is_fitted_uses_the_room_that_there_is() -> None:
    assert placed(Fit.WIDTH).frames[0].width() == 900 - 2 * GAP
    assert placed(Fit.PAGE).frames[0].height() == 700 - 2 * GAP


def test_a_page_alone_stands_in_the_middle_of_the_window() -> None:
    alone = place_pages([LETTER] * 3, [1], 50, ROOM)
    assert list(alone.frames) == [1]
    frame = alone.frames[1]
    assert abs(frame.top() - (700 - frame.bottom())) <= GAP


def test_all_pages_have_the_scale_at_which_the_largest_fits() -> None:
    pages = place_pages([LETTER, QSizeF(792, 612)], range(2), Fit.WIDTH, ROOM)
    assert pages.frames[1].width() == 900 - 2 * GAP
    assert pages.frames[0].width() == round((900 - 2 * GAP) * 612 / 792)


def test_nothing_is_smaller_or_larger_than_can_be_looked_at() -> None:
    tiny = place_pages([LETTER], [0], Fit.WIDTH, Room(QSize(10, 10), 96))
    assert tiny.frames[0].width() > 0
    huge = place_pages([LETTER], [0], Fit.WIDTH, Room(QSize(90_000, 100), 96))
    assert huge.frames[0].width() == 816 * 4


def test_the_page_at_a_height_is_the_last_that_begins_above() -> None:
    pages = placed(50)
    assert [pages.page_at(height) for height in (0, 300, 560, 1200, 9000)] == [0, 0, 1, 2, 2]
    assert PlacedPages(1.0, {}, QSize()).page_at(5) == 0


@pytest.mark.parametrize("zoom", [Fit.WIDTH, Fit.PAGE, *ZOOM_STEPS, 83])
def test_a_zoom_that_is_remembered_comes_back(zoom: Zoom) -> None:
    assert zoom_from(zoom_words(zoom)) == zoom


@pytest.mark.parametrize(
    ("words", "zoom"), [("", Fit.WIDTH), ("large", Fit.WIDTH), ("9000 %", LARGEST), ("1 %", 50)]
)
def test_a_zoom_that_makes_no_sense_is_one_that_can_be_read(words: str, zoom: Zoom) -> None:
    assert zoom_from(words) == zoom


def test_zoom_goes_by_steps_from_wherever_it_is() -> None:
    assert next_zoom(83.7, larger=True) == 90
    assert next_zoom(83.7, larger=False) == 75
    assert next_zoom(100.0, larger=True) == 110
    assert next_zoom(99.6, larger=False) == 90, "what is shown as 100 per cent is 100 per cent"
    assert next_zoom(LARGEST, larger=True) == LARGEST
    assert next_zoom(SMALLEST, larger=False) == SMALLEST
