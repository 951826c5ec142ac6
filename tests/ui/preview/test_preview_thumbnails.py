from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from typing_extensions import override

from focusdesk.app.joined import desk_edges
from focusdesk.filing.copies import Copy, PrintOrder
from focusdesk.filing.session import FilingSession
from focusdesk.ui.look.theme import THEMES, apply_theme, theme_named
from focusdesk.ui.preview.preview_pages import PreviewPages
from focusdesk.ui.preview.preview_thumbnails import PreviewThumbnails
from tests.ui.words import press


@pytest.fixture
def thumbnails(
    light: QApplication, qtbot: QtBot, january_pages: PreviewPages
) -> Iterator[PreviewThumbnails]:
    del light
    thumbnails = PreviewThumbnails()
    qtbot.addWidget(thumbnails)
    thumbnails.resize(thumbnails.width(), 600)
    thumbnails.show_pages(january_pages, 2)
    thumbnails.show()
    thumbnails.activateWindow()
    thumbnails.setFocus()
    qtbot.waitUntil(thumbnails.hasFocus)
    yield thumbnails
    thumbnails.let_go()


def inked(thumbnails: PreviewThumbnails, page: int) -> bool:
    """Whether the small picture of a page has more than a frame round an empty sheet."""
    icon = thumbnails.item(page).icon()
    inner = icon.pixmap(thumbnails.iconSize()).toImage().copy(4, 4, 92, 124)
    grey = inner.convertToFormat(QImage.Format.Format_Grayscale8)
    return min(bytes(grey.constBits())) < 200


def test_every_page_is_listed_with_its_number_and_name(thumbnails: PreviewThumbnails) -> None:
    words = [thumbnails.item(at).text() for at in range(thumbnails.count())]
    assert words[:2] == ["1  Cover", "2  Segregation"]
    assert len(words) == 7
    spoken = thumbnails.item(1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Page 2 of 7, Segregation"
    assert thumbnails.currentRow() == 2


class ToldPages(PreviewPages):
    """Pages that tell which of them have been drawn."""

    def __init__(self, content: bytes) -> None:
        super().__init__(content)
        self.drawn: list[int] = []

    @override
    def draw(self, page: int, size: QSize, part: QRect | None = None) -> QImage:
        self.drawn.append(page)
        return super().draw(page, size, part)


def test_pictures_come_one_by_one_from_the_page_that_is_looked_at(
    light: QApplication, qtbot: QtBot, january_print: bytes
) -> None:
    del light
    pages, thumbnails = ToldPages(january_print), PreviewThumbnails()
    qtbot.addWidget(thumbnails)
    thumbnails.show_pages(pages, 2)
    assert pages.drawn == [], "the large page goes first"
    assert not any(inked(thumbnails, page) for page in range(7))
    qtbot.waitUntil(lambda: len(pages.drawn) == 7)
    assert pages.drawn == [2, 3, 4, 5, 6, 0, 1]
    assert all(inked(thumbnails, page) for page in range(7))
    thumbnails.let_go()
    pages.close()


@pytest.mark.parametrize("name", list(THEMES))
def test_pages_are_framed_in_the_theme_and_anew_in_another_one(
    light: QApplication, thumbnails: PreviewThumbnails, qtbot: QtBot, name: str
) -> None:
    thumbnails.setStyleSheet("QListWidget { background: #123456; }")
    apply_theme(light, theme_named(name))
    try:
        frame = theme_named(name).frame
        qtbot.waitUntil(lambda: all(framed(thumbnails, page) == frame for page in range(7)))
    finally:
        apply_theme(light, theme_named("light"))


def framed(thumbnails: PreviewThumbnails, page: int) -> QColor:
    picture = thumbnails.item(page).icon().pixmap(thumbnails.iconSize()).toImage()
    return picture.pixelColor(0, 20)


def test_going_along_the_list_turns_the_pages(thumbnails: PreviewThumbnails) -> None:
    chosen: list[int] = []
    thumbnails.page_chosen.connect(chosen.append)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_End)
    press(Qt.Key.Key_Up)
    assert chosen == [3, 6, 5]


def test_marking_the_page_that_is_looked_at_turns_nothing(thumbnails: PreviewThumbnails) -> None:
    chosen: list[int] = []
    thumbnails.page_chosen.connect(chosen.append)
    thumbnails.show_current(5)
    assert thumbnails.currentRow() == 5
    assert chosen == []


def test_another_file_has_its_own_pages(
    thumbnails: PreviewThumbnails, qtbot: QtBot, january: FilingSession
) -> None:
    public = PreviewPages(desk_edges().draw_report(january, PrintOrder(Copy.PUBLIC)))
    thumbnails.show_pages(public, 0)
    words = [thumbnails.item(at).text() for at in range(thumbnails.count())]
    assert words[0] == "1  Segregation"
    assert len(words) == len(public)
    qtbot.waitUntil(lambda: inked(thumbnails, len(public) - 1))
    thumbnails.let_go()
    public.close()


def test_a_long_name_is_read_in_full_on_two_lines(thumbnails: PreviewThumbnails) -> None:
    cell = thumbnails.gridSize()
    room = QRect(0, 0, cell.width() - 10, cell.height())
    words = thumbnails.fontMetrics().boundingRect(
        room, Qt.TextFlag.TextWordWrap, "13  Review: Secured amounts"
    )
    assert thumbnails.wordWrap()
    assert words.width() <= room.width()
    assert thumbnails.iconSize().height() + words.height() + 10 <= cell.height()
