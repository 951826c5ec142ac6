"""One panel of a trend: its scale, its lines, their marks and the words at their ends."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from focusdesk.export.chart_sheet import ChartSheet, Point, cut, width_of
from focusdesk.export.trend_axis import (
    amount_axis,
    illustrative_spans,
    month_ticks,
)
from focusdesk.export.trend_colours import TrendColours
from focusdesk.filing.trend import Trend, TrendLine, TrendPanel
from focusdesk.filing.trend_picture import TrendFrame, TrendSpot
from focusdesk.form.placed import Face, Lettering

_DASH = (5.0, 3.0)
_ROUND = ((0.0, -1.0), (0.7, -0.7), (1.0, 0.0), (0.7, 0.7))
_CIRCLE = (*_ROUND, *((-x, -y) for x, y in _ROUND))
_TRIANGLE = ((-1.3, -1.0), (1.3, -1.0), (0.0, 1.4))
_SAMPLE = 14.0
_SHARE_OF_ENDS = 0.45
_MANY_MONTHS = 26


@dataclass(frozen=True, slots=True)
class Room:
    """Where a panel has room, from the top left corner, and how large its words are."""

    x: float
    y: float
    to_x: float
    to_y: float
    size: float = 1.0


@dataclass(slots=True)
class _End:
    """The words at the end of a line."""

    line: TrendLine
    from_y: float
    y: float


class PanelDrawing:
    """Draws a panel.

    Attributes:
        frame: Where its lines run.
    """

    def __init__(
        self,
        sheet: ChartSheet,
        trend: Trend,
        panel: TrendPanel,
        room: Room,
        colours: TrendColours,
    ) -> None:
        """Draw it at once.

        Args:
            sheet: What it is drawn on.
            trend: The months.
            panel: The lines.
            room: Where.
            colours: In which colours.
        """
        self._sheet, self._trend, self._panel = sheet, trend, panel
        self._room, self._colours = room, colours
        self._plain = Lettering(9.5 * room.size)
        self._bold = Lettering(11.5 * room.size, Face.BOLD)
        drawn = [amount for line in panel.lines for amount in line.amounts if amount is not None]
        self._empty = not drawn
        self._axis = amount_axis(drawn)
        self.frame = self._framed()
        self._write_head()
        self._draw_scale()
        self._draw_months()
        for line in panel.lines:
            self._draw_line(line)
        for line in panel.lines:
            self._draw_marks(line)
        self._write_ends()

    def spots(self, first: int) -> Iterator[TrendSpot]:
        """Give where each figure stands.

        Args:
            first: The place of the panel's first line in the trend.
        """
        for at, line in enumerate(self._panel.lines, start=first):
            for month, amount in enumerate(line.amounts):
                y = None if amount is None else self._y(amount)
                yield TrendSpot(at, month, self._x(month), y)

    def _framed(self) -> TrendFrame:
        """Leave room for the words around the lines."""
        room, size = self._room, self._room.size
        ticks = [self._axis.shown_tick(tick) for tick in self._axis.ticks]
        left = max(width_of(tick, self._plain) for tick in ticks) + 8 * size
        ends = [words for line in self._panel.lines for words in self._end_words(line)]
        widest = max((width_of(words, self._plain) for words in ends), default=0.0)
        right = min(widest + (_SAMPLE + 12) * size, _SHARE_OF_ENDS * (room.to_x - room.x))
        foot = (41 if illustrative_spans(self._trend.months) else 30) * size
        return TrendFrame(room.x + left, room.y + 38 * size, room.to_x - right, room.to_y - foot)

    def _x(self, month: int) -> float:
        places = self._trend.places
        margin = 7 * self._room.size
        width = self.frame.to_x - self.frame.x - 2 * margin
        return self.frame.x + margin + width * places[month] / places[-1]

    def _y(self, dollars: int) -> float:
        frame = self.frame
        return frame.to_y - self._axis.share(dollars) * (frame.to_y - frame.y)

    def _write_head(self) -> None:
        room, size = self._room, self._room.size
        title = cut(self._panel.title, room.to_x - room.x, self._bold)
        self._sheet.write(title, (room.x, room.y + 12 * size), self._bold, self._colours.ink)
        unit = self._axis.words
        self._sheet.write(unit, (room.x, room.y + 25 * size), self._plain, self._colours.soft)

    def _draw_scale(self) -> None:
        frame, size = self.frame, self._room.size
        for tick in self._axis.ticks:
            y = self._y(tick)
            across = ((frame.x, y), (frame.to_x, y))
            if tick:
                self._sheet.line(across, self._colours.grid, 0.7 * size)
            at = (frame.x - 5 * size, y + 3.3 * size)
            words = self._axis.shown_tick(tick)
            self._sheet.write(words, at, self._plain, self._colours.soft, align="right")
        zero = self._y(0)
        self._sheet.line(((frame.x, zero), (frame.to_x, zero)), self._colours.ink, 1.4 * size)
        if self._empty:
            middle = ((frame.x + frame.to_x) / 2, (frame.y + frame.to_y) / 2)
            words = "Blank in all these months"
            self._sheet.write(words, middle, self._plain, self._colours.soft, align="center")

    def _draw_months(self) -> None:
        frame, size, months = self.frame, self._room.size, self._trend.months
        along = [self._x(at) for at in range(len(months))]
        for x in along:
            tick = ((x, frame.to_y), (x, frame.to_y + 3 * size))
            self._sheet.line(tick, self._colours.soft, 0.7 * size)
        for tick in month_ticks(months, along, width_of("0000", self._plain) + 4 * size):
            for words, down in ((tick.words, 13), (tick.below, 24)):
                if words:
                    at = (along[tick.at], frame.to_y + down * size)
                    self._sheet.write(words, at, self._plain, self._colours.soft, align="center")
        for first, last in illustrative_spans(months):
            self._mark_illustrative(along[first], along[last])

    def _mark_illustrative(self, x: float, to_x: float) -> None:
        """Say under months that are made up that they are."""
        size = self._room.size
        y = self.frame.to_y + 29 * size
        soft = self._colours.soft
        x, to_x = x - 5 * size, to_x + 5 * size
        bracket = ((x, y - 2 * size), (x, y), (to_x, y), (to_x, y - 2 * size))
        self._sheet.line(bracket, soft, 0.7 * size)
        words = "illustrative"
        half = width_of(words, self._plain) / 2
        middle = min(max((x + to_x) / 2, self._room.x + half), self.frame.to_x - half)
        self._sheet.write(words, (middle, y + 9 * size), self._plain, soft, align="center")

    def _points(self, line: TrendLine, run: Sequence[int]) -> list[Point]:
        amounts = line.amounts
        return [(self._x(at), self._y(amounts[at] or 0)) for at in run]

    def _draw_line(self, line: TrendLine) -> None:
        colour, size = self._colours.of(line.part), self._room.size
        zero = self._y(0)
        for run in line.runs:
            points = self._points(line, run)
            for area in _below(points, zero):
                self._sheet.hatch(area, colour)
            if len(points) > 1:
                dash = [each * size for each in _DASH] if line.part.is_level else ()
                self._sheet.line(points, colour, 1.8 * size, dash)

    def _draw_marks(self, line: TrendLine) -> None:
        """Mark each month; below zero by a triangle that points down, the lowest with its words."""
        colour, below = self._colours.of(line.part), line.below_zero
        many = len(self._trend.months) > _MANY_MONTHS
        radius = (1.6 if many else 2.4) * self._room.size
        for run in line.runs:
            for at, point in zip(run, self._points(line, run), strict=True):
                if at in below:
                    grown = radius * 1.3
                    self._sheet.area(_shaped(_TRIANGLE, point, grown), colour)
                elif not line.part.is_level or len(run) == 1:
                    self._sheet.area(_shaped(_CIRCLE, point, radius), colour)
        amounts = {at: line.amounts[at] or 0 for at in below}
        if amounts:
            self._write_lowest(min(amounts, key=amounts.__getitem__), min(amounts.values()))

    def _write_lowest(self, at: int, dollars: int) -> None:
        words, size = self._axis.shown(dollars), self._room.size
        half = width_of(words, self._plain) / 2
        x = min(max(self._x(at), self.frame.x + half), self.frame.to_x - half)
        y = min(self._y(dollars) + 14 * size, self.frame.to_y - 2 * size)
        self._sheet.write(words, (x, y), self._plain, self._colours.ink, align="center")

    def _end_words(self, line: TrendLine) -> tuple[str, str]:
        """Give the two lines of words at the end of a line: its name, its code and last amount."""
        last = [amount for amount in line.amounts if amount is not None][-1:]
        amount = "  ".join([line.code, *(self._axis.shown(each) for each in last)])
        return line.name, amount

    def _write_ends(self) -> None:
        size = self._room.size
        step = 2.3 * self._plain.size
        ends = [
            _End(line, y, y)
            for line in self._panel.lines
            for y in (self._y(line.amounts[line.runs[-1][-1]] or 0) if line.runs else None,)
            if y is not None
        ]
        _spread(ends, step, (self.frame.y, self.frame.to_y - 0.6 * step))
        x = self.frame.to_x + 4 * size
        room = self._room.to_x - x - (_SAMPLE + 4) * size
        for end in ends:
            colour = self._colours.of(end.line.part)
            dash = [each * size * 0.6 for each in _DASH] if end.line.part.is_level else ()
            sample = ((x, end.from_y), (x + 4 * size, end.y), (x + _SAMPLE * size, end.y))
            self._sheet.line(sample, colour, 1.4 * size, dash)
            at = x + (_SAMPLE + 4) * size
            name, amount = (cut(words, room, self._plain) for words in self._end_words(end.line))
            middle = end.y + 3.3 * size
            self._sheet.write(name, (at, middle), self._plain, self._colours.ink)
            under = (at, middle + 1.15 * self._plain.size)
            self._sheet.write(amount, under, self._plain, self._colours.soft)


def _shaped(shape: Sequence[Point], at: Point, radius: float) -> list[Point]:
    return [(at[0] + x * radius, at[1] + y * radius) for x, y in shape]


def _below(points: Sequence[Point], zero: float) -> Iterator[list[Point]]:
    """Give what a line and the zero line enclose where the line is below it."""
    area: list[Point] = []
    for (x, y), (to_x, to_y) in pairwise(points):
        if y > zero and not area:
            area = [(x, zero), (x, y)]
        crosses = (y > zero) != (to_y > zero)
        if crosses:
            at = x + (to_x - x) * (zero - y) / (to_y - y)
            if y > zero:
                yield [*area, (at, zero)]
                area = []
            else:
                area = [(at, zero)]
        if to_y > zero:
            area.append((to_x, to_y))
    if area:
        yield [*area, (area[-1][0], zero)]


def _spread(ends: list[_End], step: float, span: tuple[float, float]) -> None:
    """Move words apart that would stand on each other, and keep them within a span."""
    ends.sort(key=lambda end: end.y)
    top = span[0]
    for end in ends:
        end.y = max(end.y, top)
        top = end.y + step
    bottom = span[1]
    for end in reversed(ends):
        end.y = min(end.y, bottom)
        bottom = end.y - step
