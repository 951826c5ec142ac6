from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from focusdesk.ui.preview import preview_tiles
from focusdesk.ui.preview.preview_pages import PreviewPages
from focusdesk.ui.preview.preview_tiles import PageTiles
from tests.ui.preview_words import levels_apart

FULL = QRect(0, 0, 816, 1056)
LARGE = QRect(0, 0, 2448, 3168)


def painted(tiles: PageTiles, frame: QRect, exposed: QRect, ratio: float = 1.0) -> QImage:
    screen = QImage(exposed.size() * ratio, QImage.Format.Format_RGB32)
    screen.setDevicePixelRatio(ratio)
    painter = QPainter(screen)
    tiles.paint(painter, 1, frame, exposed)
    painter.end()
    return screen


def test_a_page_on_the_screen_is_the_page_of_the_file(
    light: QApplication, january_pages: PreviewPages
) -> None:
    del light
    tiles = PageTiles(january_pages)
    assert painted(tiles, FULL, FULL) == january_pages.draw(1, FULL.size())
    twice = painted(tiles, FULL, FULL, ratio=2.0)
    assert twice.size() == QSize(1632, 2112), "every pixel of a fine screen is drawn"
    twice.setDevicePixelRatio(1.0)
    assert twice == january_pages.draw(1, twice.size())


def test_where_tiles_meet_nothing_is_seen(light: QApplication, january_pages: PreviewPages) -> None:
    del light
    whole = january_pages.draw(1, LARGE.size())
    assert levels_apart(painted(PageTiles(january_pages), LARGE, LARGE), whole) <= 1


def test_only_what_is_seen_is_drawn_and_only_once(
    light: QApplication, january_pages: PreviewPages
) -> None:
    del light
    tiles = PageTiles(january_pages)
    corner = QRect(0, 0, 300, 300)
    painted(tiles, LARGE, corner)
    assert tiles.drawn == 1
    painted(tiles, LARGE, corner)
    assert tiles.drawn == 1
    painted(tiles, LARGE, LARGE)
    assert tiles.drawn == 4


def test_pictures_do_not_fill_the_memory(light: QApplication, january_pages: PreviewPages) -> None:
    del light
    tiles = PageTiles(january_pages)
    most = preview_tiles.MOST_KEPT // (816 * 1056 * 4)
    for width in range(816, 816 + most + 5):
        painted(tiles, QRect(0, 0, width, 1056), QRect(0, 0, 10, 10))
    drawn = tiles.drawn
    painted(tiles, QRect(0, 0, 816 + most + 4, 1056), QRect(0, 0, 10, 10))
    assert tiles.drawn == drawn, "the last ones are kept"
    painted(tiles, FULL, QRect(0, 0, 10, 10))
    assert tiles.drawn == drawn + 1, "the first one had to go"
