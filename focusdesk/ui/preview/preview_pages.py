"""A printed file as PDFium reads it: its pages as pictures, their names, the words on them.

What is shown and what goes to the printer are drawn from the file's own bytes, by nothing else.
"""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, cast

import pypdfium2  # pyright: ignore[reportMissingTypeStubs] -- it has none
from PySide6.QtCore import QRect, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QImage

_pdfium = cast("Any", pypdfium2)
_raw = _pdfium.raw


@dataclass(frozen=True, slots=True)
class Hit:
    """One place where sought words stand.

    Attributes:
        page: The page, counted from 0.
        parts: The rectangles that they cover, in points from the page's top left corner.
    """

    page: int
    parts: tuple[QRectF, ...]


class PreviewPages:
    """The pages of one PDF file.

    Attributes:
        content: The file itself.
        sizes: How large each page is, in points.
        names: What each page shows, by the file's bookmarks; empty before the first one.
    """

    def __init__(self, content: bytes) -> None:
        """Open the file; `close` lets go of it."""
        self.content = content
        self._document = _pdfium.PdfDocument(content)
        self._loaded: dict[int, Any] = {}
        count = len(self._document)
        self.sizes = tuple(QSizeF(*self._document.get_page_size(page)) for page in range(count))
        self.names = tuple(self._names(count))

    def __len__(self) -> int:
        return len(self.sizes)

    def close(self) -> None:
        """Let go of the file; no page can be drawn any more."""
        self._loaded.clear()
        self._document.close()

    def draw(self, page: int, size: QSize, part: QRect | None = None) -> QImage:
        """Draw a page, or the part of it that is wanted, as the screen shows it.

        Args:
            page: The page, counted from 0.
            size: How many pixels the whole page has.
            part: The pixels to draw; all by default.
        """
        place = part or QRect(0, 0, size.width(), size.height())
        picture = QImage(place.size(), QImage.Format.Format_RGB32)
        self._draw_into(picture, page, size, place)
        return picture

    def draw_grey(self, page: int, size: QSize) -> QImage:
        """Draw a page in shades of grey, as ink on paper, in a quarter of the memory."""
        picture = QImage(size, QImage.Format.Format_Grayscale8)
        self._draw_into(picture, page, size, picture.rect())
        return picture

    def find(self, words: str) -> tuple[Hit, ...]:
        """Find words on all pages, in the order in which they are read; capitals count as small."""
        if not words:
            return ()
        return tuple(hit for page in range(len(self)) for hit in self._find_on(page, words))

    def _page(self, page: int) -> Any:
        if page not in self._loaded:
            self._loaded[page] = self._document[page]
        return self._loaded[page]

    def _draw_into(self, picture: QImage, page: int, size: QSize, part: QRect) -> None:
        """Have PDFium draw right into a picture's memory, with no copy."""
        grey = picture.format() is QImage.Format.Format_Grayscale8
        picture.fill(Qt.GlobalColor.white)
        memory = (ctypes.c_ubyte * picture.sizeInBytes()).from_buffer(picture.bits())
        bitmap = _raw.FPDFBitmap_CreateEx(
            part.width(),
            part.height(),
            _raw.FPDFBitmap_Gray if grey else _raw.FPDFBitmap_BGRx,
            memory,
            picture.bytesPerLine(),
        )
        flags = _raw.FPDF_ANNOT | (_raw.FPDF_GRAYSCALE if grey else 0)
        place = (-part.x(), -part.y(), size.width(), size.height())
        _raw.FPDF_RenderPageBitmap(bitmap, self._page(page), *place, 0, flags)
        _raw.FPDFBitmap_Destroy(bitmap)

    def _find_on(self, page: int, words: str) -> Iterator[Hit]:
        text = self._page(page).get_textpage()
        searcher = text.search(words)
        while (found := searcher.get_next()) is not None:
            parts = (text.get_rect(at) for at in range(text.count_rects(*found)))
            yield Hit(page, tuple(self._from_top(page, *part) for part in parts))
        searcher.close()
        text.close()

    def _from_top(self, page: int, *edges: float) -> QRectF:
        """Turn a rectangle that PDF counts from the foot of the page."""
        left, bottom, right, top = edges
        return QRectF(left, self.sizes[page].height() - top, right - left, top - bottom)

    def _names(self, count: int) -> Iterator[str]:
        """Name each page after the last bookmark that stands on it or before it."""
        marks: dict[int, str] = {}
        for mark in self._document.get_toc():
            place = mark.get_dest()
            if mark.level == 0 and place is not None:
                marks.setdefault(int(place.get_index()), str(mark.get_title()))
        name = ""
        for page in range(count):
            name = marks.get(page, name)
            yield name
