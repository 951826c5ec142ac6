"""Lays months side by side on pages: headings on each, labels wrapped, nothing cut."""

from collections.abc import Iterator
from itertools import groupby

from focusdesk.export.comparison_columns import LEFT, RIGHT, Columns, Span
from focusdesk.export.comparison_rows import BOLD, CONDENSED, LINE_PITCH, PLAIN, RowOfComparison
from focusdesk.export.fonts import measure
from focusdesk.filing.compare import Comparison, ComparisonRow
from focusdesk.form.placed import Face, Lettering, PlacedPage, PlacedRule, Role, UnprintableText
from focusdesk.form.sheet import Sheet
from focusdesk.form.written import PlacingError

WIDTH = 792.0
HEIGHT = 612.0

_HEAD = Lettering(11.0, Face.BOLD, CONDENSED)
_SCHEDULE = Lettering(10.0, Face.BOLD, CONDENSED)
_MARK = Lettering(7.5, Face.ITALIC, CONDENSED)
_TITLE_Y = 42.0
_HEADING_Y = 62.0
_FOOT = 572.0
_SCHEDULE_HEIGHT = 22.0
_CAPTION_HEIGHT = 17.0
_BELOW = 4.5
_LIGHT = 0.72
_CONTINUED = " (continued)"


class ComparisonPager:
    """Fills pages with the rows of a comparison, for one group of its months."""

    def __init__(self, comparison: Comparison, columns: Columns, heads: tuple[str, str]) -> None:
        """Take what to lay out, and the words at the left and the right head of every page."""
        self._comparison = comparison
        self._columns = columns
        self._heads = heads
        self._sheet = Sheet(measure)
        self._name = ""
        self._y = 0.0

    def pages(self) -> Iterator[PlacedPage]:
        """Give the pages in order, each named after the first schedule that begins on it."""
        self._begin()
        for schedule, rows in groupby(self._comparison.rows, key=_schedule_of):
            caption = ""
            for position, row in enumerate(rows):
                heads = (
                    "" if position else schedule,
                    row.caption if row.caption != caption else "",
                )
                caption = row.caption
                placed = self._row(row)
                if self._y + placed.height + _height_of(heads) > _FOOT:
                    yield self._finished()
                    self._begin()
                    heads = _on_a_new_page(heads, schedule, caption)
                self._write_heads(*heads, starts=position == 0)
                placed.write(self._sheet, self._y)
                self._y += placed.height
                self._rule(0.5, 0.0 if row.total else _LIGHT)
        if not self._comparison.rows:
            at = (LEFT, self._y + LINE_PITCH + _BELOW)
            self._sheet.write("Nothing differs between these months.", at, PLAIN, Role.NOTE)
        yield self._finished()

    def _row(self, row: ComparisonRow) -> RowOfComparison:
        try:
            return RowOfComparison(row, self._columns, self._sheet)
        except UnprintableText as error:
            message = f"{row.code} cannot be printed: {error}"
            raise PlacingError(message) from error

    def _finished(self) -> PlacedPage:
        page = self._sheet.page(WIDTH, HEIGHT, self._name)
        self._sheet, self._name = Sheet(measure), ""
        return page

    def _begin(self) -> None:
        """Write what stands at the head of every page."""
        left, right = self._heads
        middle = (LEFT + RIGHT) / 2
        write = self._sheet.write_within
        write(left, (LEFT, middle), _TITLE_Y, _HEAD, Role.TITLE)
        write(right, (middle + LINE_PITCH, RIGHT), _TITLE_Y, PLAIN, Role.TITLE, align="right")
        self._y = max(self._fixed_headings(), self._month_headings()) + _BELOW
        self._rule(0.9)

    def _fixed_headings(self) -> float:
        columns = self._columns
        self._heading("Line", columns.number, align="left")
        self._heading("Line item", columns.label, align="left")
        self._heading("Code", columns.code, align="left")
        if columns.change is None or columns.percent is None:
            return _HEADING_Y
        lowest = self._heading("Change in dollars", columns.change)
        return max(lowest, self._heading("Change in percent", columns.percent))

    def _month_headings(self) -> float:
        lowest = _HEADING_Y
        for position, span in self._columns.months:
            month = self._comparison.months[position]
            y = self._heading(month.heading, span)
            if month.filing.illustrative:
                y += LINE_PITCH
                at = (span[1], y)
                self._sheet.write("illustrative", at, _MARK, Role.HEADING, align="right")
            lowest = max(lowest, y)
        return lowest

    def _heading(self, words: str, span: Span, align: str = "right") -> float:
        """Write a column's heading and give its last baseline."""
        lines = self._sheet.wrapped(words, span[1] - span[0], BOLD)
        anchor = span[1] if align == "right" else span[0]
        for position, line in enumerate(lines):
            at = (anchor, _HEADING_Y + position * LINE_PITCH)
            self._sheet.write(line, at, BOLD, Role.HEADING, align=align)
        return _HEADING_Y + (len(lines) - 1) * LINE_PITCH

    def _write_heads(self, schedule: str, caption: str, *, starts: bool) -> None:
        if schedule:
            if starts and not self._name:
                self._name = schedule + self._which_months()
            self._y += _SCHEDULE_HEIGHT
            at = (LEFT, self._y - _BELOW)
            self._sheet.write(schedule, at, _SCHEDULE, Role.TITLE)
            self._rule(0.5)
        if caption:
            self._y += _CAPTION_HEIGHT
            span = (self._columns.label[0], RIGHT)
            self._sheet.write_within(caption, span, self._y - _BELOW, BOLD, Role.CAPTION)
            self._rule(0.5, _LIGHT)

    def _which_months(self) -> str:
        """Say in a bookmark which months a page has, where they need several groups of pages."""
        shown = [self._comparison.months[position].heading for position, _ in self._columns.months]
        everything = len(shown) == len(self._comparison.months)
        return "" if everything else f", {shown[0]} to {shown[-1]}"

    def _rule(self, weight: float, gray: float = 0.0) -> None:
        rule = PlacedRule(LEFT, self._y, RIGHT, self._y, weight, gray=gray)
        self._sheet.rules.append(rule)


def _schedule_of(row: ComparisonRow) -> str:
    return row.schedule_title


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
