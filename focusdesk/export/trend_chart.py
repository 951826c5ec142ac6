"""A trend as one drawing: for the window, for a picture in a file, for paper.

A panel for each pool, one for the capital page and one for each line that was added, all with the
same months along the foot. Zero is a heavy line. What is below it is hatched, marked by triangles
that point down, and its lowest amount is written in parentheses. Targets and levels are dashed.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from focusdesk.export.chart_sheet import ChartSheet, cut
from focusdesk.export.trend_colours import TREND_COLOURS
from focusdesk.export.trend_panel import PanelDrawing, Room
from focusdesk.filing.trend import Trend
from focusdesk.filing.trend_picture import TrendFrame, TrendLook, TrendPicture, TrendSpot
from focusdesk.form.placed import Face, Lettering

LEAST_WIDTH = 280
LEAST_HEIGHT = 190
"""What a panel needs at least, in its own pixels, for its words to stand apart."""

_TITLE = Lettering(15.0, Face.BOLD)
_FIRM = Lettering(11.0)
_TITLE_HEIGHT = 48.0
_GAP = 16.0
_MANY = 4


class TrendChart:
    """A trend while it is drawn.

    Attributes:
        sheet: The drawing.
        frames: Where the lines of each panel run.
        spots: Where each figure stands.
    """

    def __init__(self, trend: Trend, look: TrendLook) -> None:
        """Draw it.

        Args:
            trend: The months as lines.
            look: How large and in which colours.
        """
        self._trend, self._look = trend, look
        self._colours = TREND_COLOURS[look.theme]
        self.sheet = ChartSheet(look.width, look.height)
        self.frames: list[TrendFrame] = []
        self.spots: list[TrendSpot] = []
        corners = ((0.0, 0.0), (look.width, 0.0), (look.width, look.height), (0.0, look.height))
        self.sheet.area(corners, self._colours.ground)
        top = self._headed() if look.title else 0.0
        rooms = _rooms(len(trend.panels), look, top)
        line = 0
        for panel, room in zip(trend.panels, rooms, strict=True):
            drawn = PanelDrawing(self.sheet, trend, panel, room, self._colours)
            self.frames.append(drawn.frame)
            self.spots += drawn.spots(line)
            line += len(panel.lines)

    def picture(self) -> TrendPicture:
        """Give the drawing as SVG, with where everything stands."""
        trend, look = self._trend, self._look
        title = ", ".join(each for each in (look.title or "Trends", trend.span, look.firm) if each)
        svg = self.sheet.svg(title, told_of(trend))
        frames, spots = tuple(self.frames), tuple(self.spots)
        return TrendPicture(svg, look.width, look.height, frames, spots)

    def _headed(self) -> float:
        """Write what it is, whose, and of which months; give how high that is."""
        size, width = self._look.percent / 100, self._look.width
        title, firm = _TITLE.of_size(_TITLE.size * size), _FIRM.of_size(_FIRM.size * size)
        edge, room = _GAP * size, width - 2 * _GAP * size
        words = cut(self._look.title, room, title)
        self.sheet.write(words, (edge, 22 * size), title, self._colours.ink)
        below = "  \N{MIDDLE DOT}  ".join(
            each for each in (self._look.firm, self._trend.span) if each
        )
        self.sheet.write(cut(below, room, firm), (edge, 38 * size), firm, self._colours.soft)
        return _TITLE_HEIGHT * size


def draw_trend(trend: Trend, look: TrendLook) -> TrendPicture:
    """Draw a trend as a picture, higher than is asked for where its words need that.

    Args:
        trend: The months as lines.
        look: How large and in which colours.
    """
    height = max(look.height, least_height(len(trend.panels), look.width, look.percent))
    return TrendChart(trend, replace(look, height=height)).picture()


def told_of(trend: Trend) -> str:
    """Say in words what a drawing shows: its lines, and what of them is below zero."""
    lines = ", ".join(f"{line.code} {line.name}" for line in trend.lines)
    below = trend.below_zero or "nothing"
    return f"{trend.span}. Lines: {lines}. Below zero: {below}."


def panels_across(panels: int, width: float, percent: int = 100) -> int:
    """Say how many panels stand beside each other: two of four, three of many where there is room.

    Args:
        panels: How many there are.
        width: The room.
        percent: How large the words are.
    """
    there_is_room_for = max(1, int(width // (LEAST_WIDTH * percent / 100)))
    return max(1, min(there_is_room_for, panels, 2 if panels <= _MANY else 3))


def _rooms(panels: int, look: TrendLook, top: float) -> Iterator[Room]:
    across = panels_across(panels, look.width, look.percent)
    down = -(-panels // across) or 1
    size = look.percent / 100
    wide, high = look.width / across, (look.height - top) / down
    for at in range(panels):
        x, y = at % across * wide, top + at // across * high
        edge = _GAP / 2 * size
        yield Room(x + edge, y + edge, x + wide - edge, y + high - edge, size)


def least_height(panels: int, width: float, percent: int = 100) -> int:
    """Give how high a drawing must at least be for its words to stand apart.

    Args:
        panels: How many there are.
        width: How wide it is.
        percent: How large the words are.
    """
    across = panels_across(panels, width, percent)
    return -(-panels // across) * LEAST_HEIGHT * percent // 100


def parts_of(trend: Trend, most: int) -> Sequence[Trend]:
    """Part a trend into such as have no more panels than a page has room for.

    Args:
        trend: The trend.
        most: How many panels a page takes.
    """
    starts = range(0, max(1, len(trend.panels)), most)
    return [Trend(trend.comparison, trend.panels[start : start + most]) for start in starts]
