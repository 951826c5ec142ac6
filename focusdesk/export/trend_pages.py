"""A trend on landscape pages: the drawing, and after it a table of the same figures."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from focusdesk.export.comparison_columns import column_groups
from focusdesk.export.comparison_pages import ComparisonPager
from focusdesk.export.fonts import CONDENSED, measure
from focusdesk.export.table_pages import HEIGHT, LEFT, RIGHT, WIDTH
from focusdesk.export.table_rows import LINE_PITCH, PLAIN
from focusdesk.export.trend_chart import TrendChart, parts_of
from focusdesk.filing.trend import Trend
from focusdesk.filing.trend_picture import TrendLook
from focusdesk.form.placed import Face, Lettering, PlacedPage, Role
from focusdesk.form.sheet import Sheet

_HEAD = Lettering(11.0, Face.BOLD, CONDENSED)
_HEAD_Y = 48.0
_STATEMENT_Y = 61.0
_FOOT = 576.0
_MOST_PANELS = 4
_KEY = (
    "Heavy line: zero. Dashed: a target or a level. Hatched, with triangles that point down: below "
    "zero. A gap: blank, or not in the edition. The figures stand in the table that follows."
)


def trend_pages(trend: Trend, firm: str) -> Iterator[PlacedPage]:
    """Give the pages of a trend.

    Args:
        trend: The months as lines.
        firm: Whose figures they are.

    Raises:
        PlacingError: the typeface lacks a letter of a text; the message names its box.
    """
    heads = (firm, f"Trends: {trend.span}")
    name = "Trends"
    for part in parts_of(trend, _MOST_PANELS):
        yield _drawn(part, heads, name)
        name = ""
    figures = replace(trend.comparison, rows=trend.rows, shown="the lines of the trends")
    for columns in column_groups(figures):
        for page in ComparisonPager(figures, columns, heads).pages():
            yield replace(page, name="")


def _drawn(trend: Trend, heads: tuple[str, str], name: str) -> PlacedPage:
    """Draw panels on one page, under what they are of and what of them is below zero."""
    sheet = Sheet(measure)
    middle = (LEFT + RIGHT) / 2
    sheet.row += 1
    sheet.write_within(heads[0], (LEFT, middle), _HEAD_Y, _HEAD, Role.TITLE)
    right = (middle + LINE_PITCH, RIGHT)
    sheet.write_within(heads[1], right, _HEAD_Y, PLAIN, Role.TITLE, align="right")
    sheet.row += 1
    lines = _statement(trend, sheet)
    for at, line in enumerate(lines):
        sheet.write(line, (LEFT, _STATEMENT_Y + at * LINE_PITCH), PLAIN, Role.NOTE)
    top = _STATEMENT_Y + (len(lines) - 1) * LINE_PITCH + 8
    chart = TrendChart(trend, TrendLook(int(RIGHT - LEFT), int(_FOOT - top)))
    paths, words = chart.sheet.placed(LEFT, top)
    page = sheet.page(WIDTH, HEIGHT, name)
    return replace(page, paths=paths, texts=(*page.texts, *words))


def _statement(trend: Trend, sheet: Sheet) -> Sequence[str]:
    lines = ", ".join(f"{line.code} {line.name}" for line in trend.lines)
    below = trend.below_zero or "nothing"
    said = (f"Drawn: {lines}. Below zero: {below}.", _KEY)
    return [line for words in said for line in sheet.wrapped(words, RIGHT - LEFT, PLAIN)]
