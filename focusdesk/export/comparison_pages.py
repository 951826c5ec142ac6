"""Lays months side by side on pages, for one group of the months."""

from collections.abc import Iterator, Mapping
from itertools import pairwise

from focusdesk.export.comparison_columns import ChangeColumns, Columns, MonthColumn
from focusdesk.export.comparison_rows import MARK, RowOfComparison
from focusdesk.export.table_pages import Standing, TablePager
from focusdesk.filing.compare import CHANGED_ONLY, ComparedMonth, Comparison, ComparisonRow, Pair
from focusdesk.filing.comparison_annex import ComparisonAnnex
from focusdesk.form.placed import UnprintableText
from focusdesk.form.written import PlacingError


class ComparisonPager(TablePager):
    """Fills pages with the rows of a comparison."""

    nothing = "Nothing differs between these months."

    def __init__(
        self,
        comparison: Comparison,
        columns: Columns,
        heads: tuple[str, str],
        notes: Mapping[str, str] | None = None,
        annex: ComparisonAnnex | None = None,
    ) -> None:
        """Take what to lay out, and the words at the left and the right head of every page.

        Args:
            comparison: The months.
            columns: Where each of the group stands.
            heads: Words at the left and the right head of every page.
            notes: What is noted at the boxes, by their codes.
            annex: Which changes are above their thresholds, to be marked; `None` for none.
        """
        super().__init__(heads, _statement(comparison, annex))
        if comparison.shown not in ("", CHANGED_ONLY):
            self.nothing = f"These months have no such lines: {comparison.shown}."
        self._comparison = comparison
        self._columns = columns
        self._notes = notes or {}
        self._counting = annex.counting if annex else frozenset[tuple[str, Pair]]()

    def rows(self) -> Iterator[Standing]:
        """Give the boxes in the order of the form.

        Raises:
            PlacingError: the typeface lacks a letter of a text; the message names its box.
        """
        for row in self._comparison.rows:
            yield Standing(row.schedule_title, row.caption, self._row(row), row.total)

    def headings(self) -> float:
        """Write the headings of the columns and give the lowest baseline."""
        columns = self._columns
        self.heading("Line", columns.number, align="left")
        self.heading("Line item", columns.label, align="left")
        lowest = self.heading("Code", columns.code, 1, align="left")
        column = 2
        for figures in columns.figures:
            if isinstance(figures, MonthColumn):
                lowest = max(lowest, self._month_heading(figures, column))
                column += 1
            else:
                lowest = max(lowest, self._change_headings(figures, column))
                column += 2
        if columns.note:
            self.heading("Note", columns.note, column, align="left")
        return lowest

    def bookmark(self, schedule: str) -> str:
        """Say which months a page has, where they need several groups of pages."""
        places = [month.place for month in self._columns.months]
        if self._columns.note or len(places) == len(self._comparison.months):
            return schedule
        # Months that stand here for their change alone are those before a gap.
        first = max(
            (later for earlier, later in pairwise(places) if later > earlier + 1), default=places[0]
        )
        earliest, last = (self._comparison.months[place].heading for place in (first, places[-1]))
        return f"{schedule}, {earliest} to {last}"

    def _month_heading(self, of: MonthColumn, column: int) -> float:
        month = self._comparison.months[of.place]
        return self.heading(month.heading, of.span, column, mark=_mark(month))

    def _change_headings(self, of: ChangeColumns, column: int) -> float:
        earlier, later = (self._comparison.months[place] for place in of.pair)
        words = f"Change\n{earlier.heading} to\n{later.heading}"
        mark = _mark(earlier) or _mark(later)
        return max(
            self.heading(f"{words}\nin dollars", of.dollars, column, mark=mark),
            self.heading(f"{words}\nin percent", of.percent, column + 1, mark=mark),
        )

    def _row(self, row: ComparisonRow) -> RowOfComparison:
        try:
            note = self._notes.get(row.code, "")
            pairs = self._comparison.pairs
            marked = [pair for pair in pairs if (row.code, pair) in self._counting]
            return RowOfComparison(row, self._columns, self._sheet, note, marked)
        except UnprintableText as error:
            message = f"{row.code} cannot be printed: {error}"
            raise PlacingError(message) from error


def _mark(month: ComparedMonth) -> str:
    return "illustrative" if month.filing.illustrative else ""


def _statement(comparison: Comparison, annex: ComparisonAnnex | None) -> str:
    """Say between which of several months changes are told, which lines are shown, what counts."""
    several = len(comparison.months) > 2  # noqa: PLR2004 -- of two there is one change
    told = [f"Change: {comparison.told}."] if several else []
    shown = [f"Shown: {comparison.shown}."] if comparison.shown else []
    marked = [f"{MARK} and bold: {annex.measure}."] if annex and annex.measure else []
    return " ".join([*told, *shown, *marked])
