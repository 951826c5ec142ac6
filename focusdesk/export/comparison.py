"""Months side by side as a PDF file, landscape."""

from collections.abc import Generator, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace

from focusdesk.export.comparison_columns import column_groups
from focusdesk.export.comparison_pages import ComparisonPager
from focusdesk.export.draw import Drawing
from focusdesk.export.explanations_pages import ExplanationsPager
from focusdesk.export.fonts import CONDENSED, measure
from focusdesk.export.table_pages import LEFT, RIGHT
from focusdesk.export.trend_pages import trend_pages
from focusdesk.filing.compare import Comparison
from focusdesk.filing.comparison_annex import ComparisonAnnex
from focusdesk.filing.explanations_due import CHECK
from focusdesk.filing.trend import Trend
from focusdesk.form.placed import Face, Lettering, PlacedPage, Role, UnprintableText
from focusdesk.form.sheet import Sheet
from focusdesk.form.written import PlacingError

_MARGIN = Lettering(7.5, Face.REGULAR, CONDENSED)
_MARGIN_Y = 592.0
_KEY = (
    "Amounts in whole dollars as entered: parentheses mean below zero.  "
    "Empty: left blank.  0: reported as zero.  n/a: not in that month's edition of the form.  "
    "new: from blank or zero.  gone: to blank."
)


def draw_comparison(
    comparison: Comparison,
    *,
    firm: str,
    program: str,
    annex: ComparisonAnnex | None = None,
    trend: Trend | None = None,
) -> bytes:
    """Draw months side by side, with the changes between those that are looked at.

    Args:
        comparison: The months, with the lines that are shown.
        firm: Whose months they are.
        program: The program and its version, for the margin.
        annex: What is said of the changes, on pages after them; `None` for none.
        trend: The months as lines, on the last pages; `None` for none.

    Raises:
        PlacingError: the typeface lacks a letter of a text; the message names its box.
    """
    months = [month.heading for month in comparison.months]
    named = ", ".join(months) if len(months) == 2 else f"{months[0]} to {months[-1]}"  # noqa: PLR2004
    head = f"Months side by side: {named}"
    with _told_of_heads():
        pages = [
            page
            for columns in column_groups(comparison)
            for page in ComparisonPager(comparison, columns, (firm, head), annex=annex).pages()
        ]
        if annex is not None:
            pages += _annexed(annex, (firm, f"Explanations: {named}"))
        if trend is not None:
            pages += trend_pages(trend, firm)
    title = ", ".join(each for each in (head, comparison.shown) if each)
    drawing = Drawing(title=title, author=firm, subject="Comparison of FOCUS Report filings")
    return _finished(drawing, pages, program)


def draw_trend_pages(trend: Trend, *, firm: str, program: str) -> bytes:
    """Draw months as lines, in a file of their own.

    Args:
        trend: The months as lines.
        firm: Whose months they are.
        program: The program and its version, for the margin.

    Raises:
        PlacingError: the typeface lacks a letter of a text; the message names its box.
    """
    title = f"Trends: {trend.span}"
    drawing = Drawing(title=title, author=firm, subject="Trends of FOCUS Report filings")
    with _told_of_heads():
        pages = tuple(trend_pages(trend, firm))
    return _finished(drawing, pages, program)


@contextmanager
def _told_of_heads() -> Generator[None, None, None]:
    """Say what cannot be printed over the tables: the firm's name, or words that were sought.

    Raises:
        PlacingError: the typeface lacks a letter of them.
    """
    try:
        yield
    except UnprintableText as error:
        message = f"The head of the pages cannot be printed: {error}"
        raise PlacingError(message) from error


def _finished(drawing: Drawing, pages: Sequence[PlacedPage], program: str) -> bytes:
    for number, page in enumerate(pages, start=1):
        drawing.page(_with_margin(page, program, f"page {number} of {len(pages)}"))
    return drawing.finish()


def _annexed(annex: ComparisonAnnex, heads: tuple[str, str]) -> Iterator[PlacedPage]:
    """Give the pages of the explanations, under one bookmark."""
    statement = f"The firm asks why {annex.rule}: warning {CHECK} where nobody has said it."
    first, *others = ExplanationsPager(annex.said, annex.lacking, heads, statement).pages()
    yield replace(first, name="Explanations")
    yield from (replace(page, name="") for page in others)


def _with_margin(page: PlacedPage, program: str, counted: str) -> PlacedPage:
    sheet = Sheet(measure)
    sheet.write(_KEY, (LEFT, _MARGIN_Y), _MARGIN, Role.MARGIN)
    says = f"{program}  \N{MIDDLE DOT}  {counted}"
    sheet.write(says, (RIGHT, _MARGIN_Y), _MARGIN, Role.MARGIN, align="right")
    return replace(page, texts=(*page.texts, *sheet.texts))
