"""Lays months side by side on pages, for one group of the months."""

from collections.abc import Iterator, Mapping

from focusdesk.export.comparison_columns import Columns
from focusdesk.export.comparison_rows import RowOfComparison
from focusdesk.export.table_pages import Standing, TablePager
from focusdesk.filing.compare import CHANGED_ONLY, Comparison, ComparisonRow
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
    ) -> None:
        """Take what to lay out, and the words at the left and the right head of every page.

        Args:
            comparison: The months.
            columns: Where each of the group stands.
            heads: Words at the left and the right head of every page.
            notes: What is noted at the boxes, by their codes.
        """
        super().__init__(heads, f"Shown: {comparison.shown}." if comparison.shown else "")
        if comparison.shown not in ("", CHANGED_ONLY):
            self.nothing = f"These months have no such lines: {comparison.shown}."
        self._comparison = comparison
        self._columns = columns
        self._notes = notes or {}

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
        for column, (position, span) in enumerate(columns.months, start=2):
            month = self._comparison.months[position]
            mark = "illustrative" if month.filing.illustrative else ""
            lowest = max(lowest, self.heading(month.heading, span, column, mark=mark))
        column = len(columns.months) + 2
        if columns.change and columns.percent:
            lowest = max(lowest, self.heading("Change in dollars", columns.change, column))
            lowest = max(lowest, self.heading("Change in percent", columns.percent, column + 1))
            column += 2
        if columns.note:
            self.heading("Note", columns.note, column, align="left")
        return lowest

    def bookmark(self, schedule: str) -> str:
        """Say which months a page has, where they need several groups of pages."""
        shown = [self._comparison.months[position].heading for position, _ in self._columns.months]
        everything = self._columns.note or len(shown) == len(self._comparison.months)
        return schedule if everything else f"{schedule}, {shown[0]} to {shown[-1]}"

    def _row(self, row: ComparisonRow) -> RowOfComparison:
        try:
            note = self._notes.get(row.code, "")
            return RowOfComparison(row, self._columns, self._sheet, note)
        except UnprintableText as error:
            message = f"{row.code} cannot be printed: {error}"
            raise PlacingError(message) from error
