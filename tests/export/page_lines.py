"""The straight lines of a PDF page, however they are drawn, and the small frames they make.

All measures are in points from the top left corner of the page; a line runs along its middle.
"""

import ctypes
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from importlib import import_module
from itertools import pairwise
from typing import Any, TypeAlias, cast

# It comes without types of its own.
pypdfium2 = cast("Any", import_module("pypdfium2"))

Point: TypeAlias = tuple[float, float]

WHITE = 250
"""Colours of which every part is as light as this, of 255, cannot be seen on paper."""

_IN_LINE = 0.3
_TOUCHING = 1.0
_BESIDE = 0.6
_CORNER = 1.0
_SHORTEST = 2.5  # where the borders of a table cross, word processors draw a dot for each
_FRAME_WIDTH = (5.0, 45.0)
_FRAME_HEIGHT = (6.0, 16.0)
_DOT = 2.0


@dataclass(frozen=True, slots=True)
class Line:
    """A straight line along its middle, horizontal or vertical, from its left or upper end."""

    x: float
    y: float
    to_x: float
    to_y: float
    weight: float = 0.5

    @property
    def is_upright(self) -> bool:
        """Whether it runs down the page."""
        return self.to_y - self.y > self.to_x - self.x

    @property
    def length(self) -> float:
        """From end to end."""
        return max(self.to_x - self.x, self.to_y - self.y)

    @property
    def place(self) -> float:
        """Where it stands across its direction."""
        return self.x if self.is_upright else self.y

    @property
    def span(self) -> tuple[float, float]:
        """Its ends along its direction."""
        return (self.y, self.to_y) if self.is_upright else (self.x, self.to_x)

    def covers(self, begin: float, end: float) -> bool:
        """Whether it reaches from one point to the other along its direction."""
        return self.span[0] <= begin + _CORNER and end - _CORNER <= self.span[1]


@dataclass(frozen=True, slots=True)
class Frame:
    """A rectangle of lines, along their middles."""

    x: float
    y: float
    to_x: float
    to_y: float

    @property
    def area(self) -> float:
        """In square points."""
        return (self.to_x - self.x) * (self.to_y - self.y)

    @property
    def corners(self) -> tuple[Point, Point, Point, Point]:
        """The four corners, clockwise."""
        return (
            (self.x, self.y),
            (self.to_x, self.y),
            (self.to_x, self.to_y),
            (self.x, self.to_y),
        )

    def holds(self, x: float, y: float) -> bool:
        """Whether a point lies inside."""
        return self.x < x < self.to_x and self.y < y < self.to_y


class PageInPieces(ValueError):
    """The page draws forms inside forms, whose lines this reader does not follow."""


def lines_of(page: Any, height: float) -> tuple[list[Line], list[Line]]:
    """Give a page's solid lines and its dashed ones.

    Raises:
        PageInPieces: the page draws forms or pictures, in which there may be more lines.
    """
    solid: list[Line] = []
    dashed: list[Line] = []
    raw = pypdfium2.raw
    for thing in page.get_objects(max_depth=1):
        if thing.type in (raw.FPDF_PAGEOBJ_FORM, raw.FPDF_PAGEOBJ_IMAGE):
            message = "The page draws a form or a picture; its lines cannot be measured."
            raise PageInPieces(message)
        if thing.type != raw.FPDF_PAGEOBJ_PATH:
            continue
        is_dashed = raw.FPDFPageObj_GetDashCount(thing) > 0
        (dashed if is_dashed else solid).extend(_drawn(thing, height))
    return solid, dashed


def _drawn(path: Any, height: float) -> Iterator[Line]:
    raw = pypdfium2.raw
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(path, fill, stroke)
    strokes = [[_down(point, height) for point in run] for run in _runs(path)]
    if stroke.value and _has_ink(path, raw.FPDFPageObj_GetStrokeColor):
        width = ctypes.c_float()
        raw.FPDFPageObj_GetStrokeWidth(path, width)
        for run in strokes:
            for one, other in pairwise(run):
                yield _between(one, other, width.value)
    elif fill.value and _has_ink(path, raw.FPDFPageObj_GetFillColor):
        for run in strokes:
            yield from _middle_of(run)


def _has_ink(path: Any, colour_of: Callable[..., object]) -> bool:
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    colour_of(path, red, green, blue, alpha)
    return alpha.value > 0 and min(red.value, green.value, blue.value) < WHITE


def _down(point: Point, height: float) -> Point:
    return point[0], height - point[1]


def _runs(path: Any) -> list[list[Point]]:
    """Give the corners of each part of a path, as the page counts."""
    raw = pypdfium2.raw
    matrix = path.get_matrix()
    runs: list[list[Point]] = []
    for number in range(raw.FPDFPath_CountSegments(path)):
        segment = raw.FPDFPath_GetPathSegment(path, number)
        x, y = ctypes.c_float(), ctypes.c_float()
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        if raw.FPDFPathSegment_GetType(segment) == raw.FPDF_SEGMENT_MOVETO:
            runs.append([])
        runs[-1].append(cast("Point", matrix.on_point(x.value, y.value)))
        if raw.FPDFPathSegment_GetClose(segment):
            runs[-1].append(runs[-1][0])
    return runs


def _between(one: Point, other: Point, weight: float) -> Line:
    left, right = sorted((one[0], other[0]))
    top, foot = sorted((one[1], other[1]))
    return Line(left, top, right, foot, weight)


def _middle_of(run: list[Point]) -> Iterator[Line]:
    """Give the middle of a filled rectangle; a dot is a line in both directions."""
    left, right = min(x for x, _ in run), max(x for x, _ in run)
    top, foot = min(y for _, y in run), max(y for _, y in run)
    wide, high = right - left, foot - top
    x, y = (left + right) / 2, (top + foot) / 2
    if wide >= high or wide <= _DOT:
        yield Line(left, y, right, y, high)
    if high > wide or high <= _DOT:
        yield Line(x, top, x, foot, wide)


def merged(lines: Iterable[Line]) -> list[Line]:
    """Join lines that continue one another, and leave out single dots."""
    joined: list[Line] = []
    for line in sorted(lines, key=lambda line: (line.is_upright, line.span[0])):
        for position in reversed(range(len(joined))):
            if _continues(joined[position], line):
                joined[position] = _joined(joined[position], line)
                break
        else:
            joined.append(line)
    return [line for line in joined if line.length >= _SHORTEST]


def _continues(one: Line, other: Line) -> bool:
    return (
        _goes_as(one, other)
        and abs(one.place - other.place) <= _IN_LINE
        and other.span[0] - one.span[1] <= _TOUCHING
    )


def _goes_as(one: Line, other: Line) -> bool:
    return one.is_upright == other.is_upright


def _joined(one: Line, other: Line) -> Line:
    longer = max(one, other, key=lambda line: line.length)
    begin, end = one.span[0], max(one.span[1], other.span[1])
    if longer.is_upright:
        return Line(longer.x, begin, longer.x, end, longer.weight)
    return Line(begin, longer.y, end, longer.y, longer.weight)


def frames(lines: Iterable[Line], words: Iterable[Frame]) -> list[Frame]:
    """Give the small rectangles: those around words, and those that stand empty."""
    every = list(lines)
    upright = [line for line in every if line.is_upright]
    level = [line for line in every if not line.is_upright]
    found = [_around(word, upright, level) for word in words]
    found += [_small(one, other, level) for one in upright for other in upright]
    return list(dict.fromkeys(frame for frame in found if frame is not None))


def _around(word: Frame, upright: list[Line], level: list[Line]) -> Frame | None:
    """Give the nearest four lines around a word, if they make a small frame."""
    x, y = (word.x + word.to_x) / 2, (word.y + word.to_y) / 2
    sides = [line.x for line in upright if line.span[0] < y < line.span[1]]
    ends = [line.y for line in level if line.span[0] < x < line.span[1]]
    left = max((side for side in sides if side < x), default=None)
    right = min((side for side in sides if side > x), default=None)
    top = max((end for end in ends if end < y), default=None)
    foot = min((end for end in ends if end > y), default=None)
    if left is None or right is None or top is None or foot is None:
        return None
    frame = Frame(left, top, right, foot)
    return frame if _is_small(frame) else None


def _small(one: Line, other: Line, level: list[Line]) -> Frame | None:
    """Give the frame between two upright lines that two level ones close."""
    if not _FRAME_WIDTH[0] <= other.x - one.x <= _FRAME_WIDTH[1]:
        return None
    if abs(one.y - other.y) > _CORNER or abs(one.to_y - other.to_y) > _CORNER:
        return None
    across = [line for line in level if line.covers(one.x, other.x)]
    top = [line.y for line in across if abs(line.y - one.y) <= _CORNER]
    foot = [line.y for line in across if abs(line.y - one.to_y) <= _CORNER]
    if not top or not foot:
        return None
    # Another box may stand close by: its line is not the nearest.
    nearest_top = min(top, key=lambda y: abs(y - one.y))
    nearest_foot = min(foot, key=lambda y: abs(y - one.to_y))
    frame = Frame(one.x, nearest_top, other.x, nearest_foot)
    return frame if _is_small(frame) else None


def _is_small(frame: Frame) -> bool:
    wide, high = frame.to_x - frame.x, frame.to_y - frame.y
    return (
        _FRAME_WIDTH[0] <= wide <= _FRAME_WIDTH[1] and _FRAME_HEIGHT[0] <= high <= _FRAME_HEIGHT[1]
    )


def without_frames(lines: Iterable[Line], around: Iterable[Frame]) -> list[Line]:
    """Give the lines that are no side of a frame."""
    sides = [_between(*pair, 0.5) for frame in around for pair in _sides(frame)]
    return [line for line in lines if not _is_covered(line, sides)]


def _sides(frame: Frame) -> Iterator[tuple[Point, Point]]:
    corners = frame.corners
    yield from pairwise((*corners, corners[0]))


def _is_covered(line: Line, sides: list[Line]) -> bool:
    """Whether sides of frames lie along a line from end to end."""
    along = sorted(
        side.span
        for side in sides
        if _goes_as(line, side) and abs(line.place - side.place) <= _BESIDE
    )
    reached = line.span[0]
    for begin, end in along:
        if begin > reached + 2 * _CORNER:
            break
        reached = max(reached, end)
    return reached >= line.span[1] - _CORNER
