"""Pictures of pages, in tiles: what has been drawn is kept, and only what is seen is drawn."""

from collections import OrderedDict
from collections.abc import Iterator

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, QSizeF
from PySide6.QtGui import QImage, QPainter

from focusdesk.ui.preview.preview_pages import PreviewPages

TILE = 2048
"""Pixels a side: a whole page at the usual zooms, a part of it at the large ones."""

_OVERLAP = 32
"""Pixels that a tile is drawn wider than it is shown: PDFium blurs a dot that it cuts."""

MOST_KEPT = 96 * 2**20
"""Bytes of pictures: some twenty pages as they are usually read."""


class PageTiles:
    """The pictures of one file's pages.

    Attributes:
        drawn: How many tiles have been drawn by PDFium.
    """

    def __init__(self, pages: PreviewPages) -> None:
        self._pages = pages
        self._kept: OrderedDict[tuple[int, int, int, int], QImage] = OrderedDict()
        self._bytes = 0
        self.drawn = 0

    def paint(self, painter: QPainter, page: int, frame: QRect, exposed: QRect) -> None:
        """Paint the part of a page that is exposed.

        Args:
            painter: Paints on the screen.
            page: The page.
            frame: Where all of it stands.
            exposed: What is to be painted.
        """
        ratio = painter.device().devicePixelRatio()
        size = frame.size() * ratio
        seen = exposed.intersected(frame).translated(-frame.topLeft())
        wanted = QRect(seen.topLeft() * ratio, seen.size() * ratio).adjusted(-1, -1, 1, 1)
        # A screen's pixels are whole, also where 1.25 of them make one of the window's.
        left, top = (round(edge * ratio) / ratio for edge in frame.topLeft().toTuple())
        for part in _tiles(size, wanted):
            place = QPointF(left + part.x() / ratio, top + part.y() / ratio)
            inner = QPointF(part.topLeft() - _drawn(size, part).topLeft())
            painter.drawImage(
                QRectF(place, QSizeF(part.size()) / ratio),
                self._tile(page, size, part),
                QRectF(inner, QSizeF(part.size())),
            )

    def _tile(self, page: int, size: QSize, part: QRect) -> QImage:
        key = (page, size.width(), part.x(), part.y())
        picture = self._kept.get(key)
        if picture is None:
            picture = self._kept[key] = self._pages.draw(page, size, _drawn(size, part))
            self.drawn += 1
            self._bytes += picture.sizeInBytes()
            while self._bytes > MOST_KEPT and len(self._kept) > 1:
                _, oldest = self._kept.popitem(last=False)
                self._bytes -= oldest.sizeInBytes()
        self._kept.move_to_end(key)
        return picture


def _drawn(size: QSize, part: QRect) -> QRect:
    """Give what is drawn of a page for a tile."""
    wider = part.adjusted(-_OVERLAP, -_OVERLAP, _OVERLAP, _OVERLAP)
    return wider.intersected(QRect(QPoint(0, 0), size))


def _tiles(size: QSize, wanted: QRect) -> Iterator[QRect]:
    """Give the tiles of a page that reach into what is wanted."""
    whole = QRect(0, 0, size.width(), size.height())
    for top in range(0, size.height(), TILE):
        for left in range(0, size.width(), TILE):
            part = QRect(left, top, TILE, TILE).intersected(whole)
            if part.intersects(wanted):
                yield part
