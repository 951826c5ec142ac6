"""Lays the rows of a table on landscape pages: headings on each, nothing torn, nothing cut."""

from abc import ABC, abstractmethod
from collections.abc import Iterator
from dataclasses import dataclass

from focusdesk.export.fonts import CONDENSED, measure
from focusdesk.export.table_rows import BOLD, LINE_PITCH, PLAIN, Span, TableRow
from focusdesk.form.placed import Face, Lettering, PlacedPage, PlacedRule, Role
from focusdesk.form.sheet import Sheet

WIDTH = 792.0
HEIGHT = 612.0
LEFT = 36.0
RIGHT = 756.0

_HEAD = Lettering(11.0, Face.BOLD, CONDENSED)
_SCHEDULE = Lettering(10.0, Face.BOLD, CONDENSED)
_MARK = Lettering(7.5, Face.ITALIC, CONDENSED)
_INDENT = 26.0
_TITLE_Y = 48.0
_STATEMENT_Y = 61.0
_HEADING_Y = 66.0
_FOOT = 572.0
_SCHEDULE_HEIGHT = 22.0
_CAPTION_HEIGHT = 17.0
_BELOW = 4.5
_LIGHT = 0.72
_CONTINUED = " (continued)"


@dataclass(frozen=True, slots=True)
class Standing:
    """A row of a table, and what it stands under.

    Attributes:
        schedule: The schedule's name.
        caption: The bold caption; empty for none.
        row: The row.
        total: Whether it is ruled as a total.
    """

    schedule: str
    caption: str
    row: TableRow
    total: bool = False


class TablePager(ABC):
    """Fills pages with the rows of a table."""

    nothing: str
    """What is said where the table has no rows."""

    def __init__(self, heads: tuple[str, str], statement: str = "") -> None:
        """Take what stands at the head of every page.

        Args:
            heads: The words at its left and its right.
            statement: What must be known of the table, such as which rows it has; it takes as
                many lines as it needs.
        """
        self._heads = heads
        self._statement = statement
        self._heading_y = _HEADING_Y
        self._sheet = Sheet(measure)
        self._name = ""
        self._y = 0.0

    @abstractmethod
    def rows(self) -> Iterator[Standing]:
        """Give the rows in their order."""

    @abstractmethod
    def headings(self) -> float:
        """Write the headings of the columns and give the lowest baseline."""

    def bookmark(self, schedule: str) -> str:
        """Say how a page is named on which a schedule begins."""
        return schedule

    def pages(self) -> Iterator[PlacedPage]:
        """Give the pages in order, each named after the first schedule that begins on it."""
        self._begin()
        room = _FOOT - self._y - _SCHEDULE_HEIGHT - _CAPTION_HEIGHT
        above: tuple[str, str] | None = None
        for standing in self.rows():
            for part in standing.row.parts(room):
                now = standing.schedule, standing.caption
                heads = _heads(above, now)
                starts, above = bool(heads[0]), now
                if self._y + part.height + _height_of(heads) > _FOOT:
                    yield self._finished()
                    self._begin()
                    heads = _on_a_new_page(heads, *now)
                self._write_heads(*heads, starts=starts)
                part.write(self._sheet, self._y)
                self._y += part.height
                self._rule(0.5, 0.0 if standing.total else _LIGHT)
        if above is None:
            at = (LEFT, self._y + LINE_PITCH + _BELOW)
            self._sheet.row += 1
            self._sheet.write(self.nothing, at, PLAIN, Role.NOTE)
        yield self._finished()

    def heading(
        self, words: str, span: Span, column: int = 0, *, align: str = "right", mark: str = ""
    ) -> float:
        """Write a column's heading, and a mark under it, and give its last baseline.

        Each line of its words begins a new line, and is wrapped to the column.
        """
        room = span[1] - span[0]
        lines = [
            part for line in words.split("\n") for part in self._sheet.wrapped(line, room, BOLD)
        ]
        anchor = span[1] if align == "right" else span[0]
        self._sheet.column = column
        for position, line in enumerate([*lines, mark] if mark else lines):
            at = (anchor, self._heading_y + position * LINE_PITCH)
            lettering = _MARK if position == len(lines) else BOLD
            self._sheet.write(line, at, lettering, Role.HEADING, align=align)
        self._sheet.column = 0
        return self._heading_y + (len(lines) + bool(mark) - 1) * LINE_PITCH

    def _finished(self) -> PlacedPage:
        page = self._sheet.page(WIDTH, HEIGHT, self._name)
        self._sheet, self._name = Sheet(measure), ""
        return page

    def _begin(self) -> None:
        """Write what stands at the head of every page."""
        left, right = self._heads
        middle = (LEFT + RIGHT) / 2
        write = self._sheet.write_within
        self._sheet.row += 1
        write(left, (LEFT, middle), _TITLE_Y, _HEAD, Role.TITLE)
        write(right, (middle + LINE_PITCH, RIGHT), _TITLE_Y, PLAIN, Role.TITLE, align="right")
        self._heading_y = _HEADING_Y + self._stated() * LINE_PITCH
        self._sheet.row += 1
        self._y = self.headings() + _BELOW
        self._rule(0.9)

    def _stated(self) -> int:
        """Write the statement and give the number of its lines."""
        if not self._statement:
            return 0
        lines = self._sheet.wrapped(self._statement, RIGHT - LEFT, PLAIN)
        self._sheet.row += 1
        for position, line in enumerate(lines):
            at = (LEFT, _STATEMENT_Y + position * LINE_PITCH)
            self._sheet.write(line, at, PLAIN, Role.NOTE)
        return len(lines)

    def _write_heads(self, schedule: str, caption: str, *, starts: bool) -> None:
        if schedule:
            if starts and not self._name:
                self._name = self.bookmark(schedule)
            self._y += _SCHEDULE_HEIGHT
            at = (LEFT, self._y - _BELOW)
            self._sheet.row += 1
            self._sheet.write(schedule, at, _SCHEDULE, Role.TITLE)
            self._rule(0.5)
        if caption:
            self._y += _CAPTION_HEIGHT
            span = (LEFT + _INDENT, RIGHT)
            self._sheet.row += 1
            self._sheet.write_within(caption, span, self._y - _BELOW, BOLD, Role.CAPTION)
            self._rule(0.5, _LIGHT)

    def _rule(self, weight: float, gray: float = 0.0) -> None:
        rule = PlacedRule(LEFT, self._y, RIGHT, self._y, weight, gray=gray)
        self._sheet.rules.append(rule)


def _heads(above: tuple[str, str] | None, now: tuple[str, str]) -> tuple[str, str]:
    """Give the schedule and the caption that must be written before a row."""
    if above is None or above[0] != now[0]:
        return now
    return "", now[1] if now[1] != above[1] else ""


def _height_of(heads: tuple[str, str]) -> float:
    """Give the room of the headings that must stand above a row."""
    return bool(heads[0]) * _SCHEDULE_HEIGHT + bool(heads[1]) * _CAPTION_HEIGHT


def _on_a_new_page(heads: tuple[str, str], schedule: str, caption: str) -> tuple[str, str]:
    """Repeat the headings that a row stands under."""
    new_schedule, new_caption = heads
    return (
        new_schedule or schedule + _CONTINUED,
        new_caption or (caption + _CONTINUED if caption else ""),
    )
