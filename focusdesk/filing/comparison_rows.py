"""Which rows of a comparison are shown, and in which order within their groups."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import Final

from focusdesk.filing.compare import CHANGED_ONLY, Comparison, ComparisonRow, Pair
from focusdesk.filing.difference import Difference
from focusdesk.filing.thresholds import Thresholds, above, line_words


@dataclass(frozen=True, slots=True)
class RowFilter:
    """What a row must be in order to be shown; all that is set must hold.

    Attributes:
        changed: It differs between some two of the months looked at; blank and zero differ.
        above: Its change counts, between some two of the months looked at.
        totals: It is ruled as a total.
        schedules: The ids of the schedules; empty for all.
        find: Words, parts of words or a code; each stands in its number, label, caption or codes.
    """

    changed: bool = False
    above: Thresholds | None = None
    totals: bool = False
    schedules: tuple[str, ...] = ()
    find: str = ""

    def words(self, comparison: Comparison) -> str:
        """Say what is shown, for a heading: ``changed lines only, totals only``; empty for all."""
        titles = {row.schedule: row.schedule_title for row in comparison.rows}
        schedules = " and ".join(titles.get(each, each) for each in self.schedules)
        found = " ".join(self.find.split())
        said = (
            CHANGED_ONLY if self.changed else "",
            above_words(self.above) if self.above else "",
            "totals only" if self.totals else "",
            f"{schedules} only" if schedules else "",
            f'lines with "{found}"' if found else "",
        )
        return ", ".join(each for each in said if each)

    def holds(self, row: ComparisonRow, pairs: Sequence[Pair]) -> bool:
        """Whether a row is shown.

        Args:
            row: The row.
            pairs: The months that are looked at, two by two.
        """
        if self.schedules and row.schedule not in self.schedules:
            return False
        if self.totals and not row.total:
            return False
        if not _found(row, self.find):
            return False
        return self._moved(row, pairs)

    def _moved(self, row: ComparisonRow, pairs: Sequence[Pair]) -> bool:
        if not self.changed and self.above is None:
            return True
        differences = differences_of(row, pairs)
        if self.changed and not any(each.differs for each in differences):
            return False
        if self.above is None:
            return True
        threshold = self.above.of(row)
        return any(above(threshold, each) for each in differences)


ALL_LINES: Final = RowFilter()
"""Every line is shown."""


def above_words(thresholds: Thresholds) -> str:
    """Say thresholds in full, ``above 5,000,000 (but 7190 above 500,000)``.

    Who reads a print cannot look the others up.
    """
    lines = line_words(thresholds)
    of_all = Thresholds(thresholds.of_all).words
    return f"{of_all} (but {lines})" if lines else of_all


def neighbours(comparison: Comparison) -> tuple[Pair, ...]:
    """Give every month with the one after it."""
    return tuple(pairwise(range(len(comparison.months))))


def differences_of(row: ComparisonRow, pairs: Sequence[Pair]) -> tuple[Difference, ...]:
    """Say what differs in a row between months, two by two."""
    return tuple(row.difference(earlier, later) for earlier, later in pairs)


def filtered(
    comparison: Comparison, row_filter: RowFilter, pairs: Sequence[Pair] | None = None
) -> Comparison:
    """Keep the rows that a filter lets through, in their order.

    Args:
        comparison: The months.
        row_filter: What a row must be.
        pairs: Which months are looked at, two by two; those of the comparison unless others are
            named.
    """
    looked_at = comparison.pairs if pairs is None else pairs
    rows = (row for row in comparison.rows if row_filter.holds(row, looked_at))
    return comparison.showing(rows, row_filter.words(comparison))


def by_size(comparison: Comparison, pairs: Sequence[Pair] | None = None) -> Comparison:
    """Put the rows under each caption in the order of their changes, the largest first.

    Schedules and captions stay as the form has them. Equal changes stay in the form's order.

    Args:
        comparison: The months.
        pairs: As for `filtered`: of several changes the largest counts.
    """
    looked_at = comparison.pairs if pairs is None else pairs

    def size(row: ComparisonRow) -> int:
        return max((each.size for each in differences_of(row, looked_at)), default=0)

    rows = (
        row
        for _, group in groupby(comparison.rows, key=lambda row: (row.schedule, row.caption))
        for row in sorted(group, key=size, reverse=True)
    )
    return comparison.showing(rows, "largest changes first")


def _found(row: ComparisonRow, text: str) -> bool:
    """Whether every word of a text stands somewhere in a row; a line break is no obstacle."""
    words = text.casefold().split()
    if not words:
        return True
    row_text = (row.schedule_title, row.caption, row.number, row.label, row.code, *row.codes)
    within = " ".join(row_text).casefold()
    return all(word in within for word in words)
