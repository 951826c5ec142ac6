from importlib import import_module
from typing import Any, cast

import pytest
from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QImage

from focusdesk.ui.preview.preview_pages import PreviewPages
from tests.ui.preview_words import levels_apart

pypdfium2 = cast("Any", import_module("pypdfium2"))
WHOLE = QSize(816, 1056)


def test_the_file_says_how_many_pages_it_has_how_large_and_what_they_show(
    january_pages: PreviewPages,
) -> None:
    assert len(january_pages) == 7
    assert {size.toTuple() for size in january_pages.sizes} == {(612, 792)}
    assert january_pages.names == (
        "Cover",
        "Segregation",
        "Dealer options",
        "Secured amounts",
        "30.7 funds",
        "Cleared swaps",
        "CFTC capital",
    )


def test_a_page_is_drawn_pixel_by_pixel_as_pdfium_draws_it(
    january_pages: PreviewPages, january_print: bytes
) -> None:
    with pypdfium2.PdfDocument(january_print) as document:
        bare = document[1].render(scale=WHOLE.width() / 612, prefer_bgrx=True)
        drawn = january_pages.draw(1, WHOLE)
        assert (bare.width, bare.height) == (drawn.width(), drawn.height())
        assert bytes(drawn.constBits()) == bytes(bare.buffer)


def test_a_part_of_a_page_is_that_part_of_it(january_pages: PreviewPages) -> None:
    part = QRect(100, 300, 500, 400)
    inner = QRect(4, 4, 492, 392)
    cut = january_pages.draw(1, WHOLE).copy(part)
    assert levels_apart(january_pages.draw(1, WHOLE, part).copy(inner), cut.copy(inner)) <= 1


def test_in_grey_it_is_drawn_as_pdfium_draws_grey(
    january_pages: PreviewPages, january_print: bytes
) -> None:
    with pypdfium2.PdfDocument(january_print) as document:
        bare = document[1].render(scale=WHOLE.width() / 612, grayscale=True)
        drawn = january_pages.draw_grey(1, WHOLE)
        assert drawn.format() is QImage.Format.Format_Grayscale8
        assert bytes(drawn.constBits()) == bytes(bare.buffer)


def test_words_are_found_where_they_stand(january_pages: PreviewPages) -> None:
    (hit,) = january_pages.find("347,295,282")
    (place,) = hit.parts
    assert hit.page == 1
    assert 470 < place.left() < place.right() < 556, "the amount of box 7010 is on its rule"
    assert 5 < place.height() < 12
    page = january_pages.draw(1, QSize(612, 792))
    assert _darkest(page, place.toRect()) < 100, "its figures are there"
    assert _darkest(page, place.toRect().translated(0, -10)) > 200, "and not above"


@pytest.mark.parametrize(
    ("words", "pages"),
    [
        ("7190", [1]),
        ("segregated FUNDS on hand", [1, 4]),
        ("no such words", []),
        ("", []),
    ],
)
def test_capitals_and_small_letters_are_found_alike(
    january_pages: PreviewPages, words: str, pages: list[int]
) -> None:
    assert [hit.page for hit in january_pages.find(words)] == pages


def _darkest(page: QImage, part: QRect) -> int:
    return min(
        page.pixelColor(x, y).lightness()
        for x in range(part.left(), part.right())
        for y in range(part.top(), part.bottom())
    )
