"""Where the pages of a preview lie, and how large: pure geometry, no painting."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from PySide6.QtCore import QPoint, QRect, QSize, QSizeF

POINTS_AN_INCH = 72
GAP = 14
"""Pixels around and between pages."""


class Fit(StrEnum):
    """A zoom that follows the window."""

    WIDTH = "Fit width"
    PAGE = "Fit page"


Zoom: TypeAlias = Fit | int
"""How large pages are shown: fitted to the window, or per cent of their size on paper."""

SMALLEST, LARGEST = 50, 400
ZOOM_STEPS = (SMALLEST, 67, 75, 90, 100, 110, 125, 150, 175, 200, 250, 300, LARGEST)


def zoom_words(zoom: Zoom) -> str:
    """Say a zoom: ``Fit width``, ``125 %``."""
    return zoom.value if isinstance(zoom, Fit) else f"{zoom} %"


def zoom_from(words: str) -> Zoom:
    """Read what `zoom_words` wrote; what makes no sense is to fit the width."""
    percent = words.removesuffix(" %")
    if percent.isdecimal():
        return min(max(int(percent), SMALLEST), LARGEST)
    return Fit.PAGE if words == Fit.PAGE else Fit.WIDTH


def next_zoom(percent: float, *, larger: bool) -> int:
    """Give the next step from what is shown now, up or down."""
    if larger:
        return next((step for step in ZOOM_STEPS if step > percent + 1), LARGEST)
    return next((step for step in reversed(ZOOM_STEPS) if step < percent - 1), SMALLEST)


@dataclass(frozen=True, slots=True)
class Room:
    """What the pages are laid out in.

    Attributes:
        size: The window's part for them, in pixels.
        dots: How many pixels the screen counts an inch.
    """

    size: QSize
    dots: float


@dataclass(frozen=True, slots=True)
class PlacedPages:
    """Where pages lie, in pixels from the top left corner of all of them.

    Attributes:
        scale: Pixels a point.
        frames: Each page that is shown and its rectangle, from the top down.
        extent: The room that all of them take.
    """

    scale: float
    frames: Mapping[int, QRect]
    extent: QSize

    def page_at(self, height: int) -> int:
        """Give the page at a height: the last one that begins above it."""
        above = [page for page, frame in self.frames.items() if frame.top() - GAP <= height]
        return above[-1] if above else next(iter(self.frames), 0)


def place_pages(
    sizes: Sequence[QSizeF], shown: Sequence[int], zoom: Zoom, room: Room
) -> PlacedPages:
    """Lay pages out under each other, each in the middle of the room.

    Args:
        sizes: Every page's size in points.
        shown: Which of them to lay out: all, or the single page that is looked at.
        zoom: How large.
        room: What they are laid out in.
    """
    scale = _scale(sizes, zoom, room)
    measures = {page: _pixels(sizes[page], scale) for page in shown}
    widest = max((size.width() for size in measures.values()), default=0)
    width = max(widest + 2 * GAP, room.size.width())
    frames: dict[int, QRect] = {}
    top = GAP
    for page, size in measures.items():
        frames[page] = QRect(QPoint((width - size.width()) // 2, top), size)
        top += size.height() + GAP
    if len(frames) == 1:  # a page alone stands in the middle of the window
        spare = max(0, room.size.height() - top) // 2
        frames = {page: frame.translated(0, spare) for page, frame in frames.items()}
        top += spare
    return PlacedPages(scale, frames, QSize(width, top))


def _pixels(size: QSizeF, scale: float) -> QSize:
    return QSize(max(1, round(size.width() * scale)), max(1, round(size.height() * scale)))


def _scale(sizes: Sequence[QSizeF], zoom: Zoom, room: Room) -> float:
    """Give pixels a point; every page has the scale at which the largest fits."""
    full = room.dots / POINTS_AN_INCH
    if isinstance(zoom, int):
        return full * zoom / 100
    widest = max((size.width() for size in sizes), default=1.0)
    highest = max((size.height() for size in sizes), default=1.0)
    scale = (room.size.width() - 2 * GAP) / widest
    if zoom is Fit.PAGE:
        scale = min(scale, (room.size.height() - 2 * GAP) / highest)
    return min(max(scale, full / 10), full * LARGEST / 100)
