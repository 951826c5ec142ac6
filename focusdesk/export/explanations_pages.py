"""Lays explanations of changes on pages: what moved, by how much, and who said why."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from focusdesk.export.table_pages import LEFT, RIGHT, Standing, TablePager
from focusdesk.export.table_rows import BOLD, PLAIN, Cell, Span, TableRow, cell_of
from focusdesk.filing.compare import show_compared
from focusdesk.filing.comparison_annex import ExplainedLine
from focusdesk.form.placed import Role, UnprintableText
from focusdesk.form.written import PlacingError

_NUMBER = (LEFT, 60.0)
_LABEL = (62.0, 228.0)
_CODE = (234.0, 276.0)
_EARLIER = (280.0, 352.0)
_LATER = (358.0, 430.0)
_CHANGE = (436.0, 506.0)
_PERCENT = (510.0, 552.0)
_WORDS = (564.0, RIGHT)

LACKING: Final = "Not explained yet"


class ExplanationsPager(TablePager):
    """Fills pages with explanations, month by month, and with the lines that lack one."""

    nothing = "Nothing is explained, and the firm asks for nothing."

    def __init__(
        self,
        said: Sequence[ExplainedLine],
        lacking: Sequence[ExplainedLine],
        heads: tuple[str, str],
        statement: str = "",
    ) -> None:
        """Take what to lay out.

        Args:
            said: What is said, in order.
            lacking: The lines of which nobody has said why they moved.
            heads: Words at the left and the right head of every page.
            statement: Of which changes the firm asks why.
        """
        super().__init__(heads, statement)
        self._said = said
        self._lacking = lacking

    def rows(self) -> Iterator[Standing]:
        """Give the explanations, and then what lacks one.

        Raises:
            PlacingError: the typeface lacks a letter of a text; the message names its line.
        """
        for each in self._said:
            yield Standing(each.months, each.schedule_title, self._row(each))
        for each in self._lacking:
            heading = f"{LACKING}: {each.months}"
            yield Standing(heading, each.schedule_title, self._row(each))

    def headings(self) -> float:
        """Write the headings of the columns and give the lowest baseline."""
        self.heading("Line", _NUMBER, align="left")
        self.heading("Line item", _LABEL, align="left")
        self.heading("Code", _CODE, 1, align="left")
        self.heading("Earlier", _EARLIER, 2)
        self.heading("Later", _LATER, 3)
        lowest = self.heading("Change in dollars", _CHANGE, 4)
        lowest = max(lowest, self.heading("Change in percent", _PERCENT, 5))
        self.heading("Explanation", _WORDS, 6, align="left")
        return lowest

    def _row(self, each: ExplainedLine) -> TableRow:
        try:
            return self._laid(each)
        except UnprintableText as error:
            what = f"pool {each.subject.name}" if each.subject.is_pool else f"line {each.code}"
            sentence = (
                f"The explanation of the {what} cannot be printed: {error} "
                f"Write it in other letters."
            )
            raise PlacingError(sentence) from error

    def _laid(self, each: ExplainedLine) -> TableRow:
        sheet, moved = self._sheet, each.moved
        lettering = PLAIN if each.explanation else BOLD

        def figure(words: str, span: Span, column: int) -> Cell:
            cell = cell_of(sheet, words, span, Role.VALUE)
            return replace(cell, align="right", code=each.code, column=column, hangs=True)

        code = cell_of(sheet, each.code.replace(".", ". "), _CODE, Role.CODE)
        words = cell_of(sheet, each.words, _WORDS, Role.NOTE, lettering)
        return TableRow([
            cell_of(sheet, each.number, _NUMBER, Role.NUMBER),
            cell_of(sheet, each.label, _LABEL, Role.LABEL),
            replace(code, code=each.code, column=1),
            figure(show_compared(moved.earlier) if moved else "", _EARLIER, 2),
            figure(show_compared(moved.later) if moved else "", _LATER, 3),
            figure(moved.shown_change if moved else "", _CHANGE, 4),
            figure(moved.shown_percent if moved else "", _PERCENT, 5),
            replace(words, column=6),
        ])  # fmt: skip
