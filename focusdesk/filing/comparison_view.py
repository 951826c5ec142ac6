"""How months side by side are looked at: between which of them, which lines, in which order."""

from dataclasses import dataclass, replace

from focusdesk.filing.compare import Comparison, Pair
from focusdesk.filing.comparison_rows import (
    ALL_LINES,
    RowFilter,
    by_size,
    differences_of,
    filtered,
    neighbours,
)
from focusdesk.filing.thresholds import Thresholds


@dataclass(frozen=True, slots=True)
class ComparisonView:
    """What somebody wants to see of months side by side; the same on the screen and in a file.

    Attributes:
        row_filter: Which lines.
        pair: Between which two months changes are told; `None` for the last two.
        each_neighbour: Tell them between every month and the next instead.
        largest_first: Put the lines under each caption in the order of their changes.
    """

    row_filter: RowFilter = ALL_LINES
    pair: Pair | None = None
    each_neighbour: bool = False
    largest_first: bool = False

    def pairs(self, whole: Comparison) -> tuple[Pair, ...]:
        """Give the months between which changes are told, two by two.

        A pair that the comparison has not got, since it shows other months now, counts as none.
        """
        if self.each_neighbour:
            return neighbours(whole)
        if self.pair is None or max(self.pair) >= len(whole.months):
            return ()
        return (self.pair,)

    def of(self, whole: Comparison) -> Comparison:
        """Give what is to be seen of a comparison.

        Args:
            whole: Every line of the months.
        """
        shown = filtered(whole.looking_at(self.pairs(whole)), self.row_filter)
        return by_size(shown) if self.largest_first else shown

    def measured_by(self, thresholds: Thresholds) -> "ComparisonView":
        """Look by the firm's thresholds as they are now; where none are set, at all changes."""
        above = thresholds if self.row_filter.above and thresholds.are_set else None
        return replace(self, row_filter=replace(self.row_filter, above=above))

    def counted(self, whole: Comparison, shown: Comparison) -> str:
        """Say how many boxes differ, of all schedules or of those chosen, and how many are shown.

        How many are shown is said where more is kept out than what does not differ.

        Args:
            whole: Every line of the months.
            shown: What this view gives of it.
        """
        rows = self.row_filter
        boxes = [row for row in whole.rows if not rows.schedules or row.schedule in rows.schedules]
        changed = sum(
            any(each.differs for each in differences_of(row, shown.pairs)) for row in boxes
        )
        differ = f"{changed} of {len(boxes)} boxes differ between these months."
        if replace(rows, changed=False, schedules=()) == ALL_LINES:
            return differ
        return f"{differ} Shown are {len(shown.rows)}: {rows.words(whole)}."
