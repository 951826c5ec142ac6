"""What each line held in the last thirteen months, whether they are laid side by side or not."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final, TypeAlias

from focusdesk.filing.compare import ComparedMonth, Comparison, ComparisonRow
from focusdesk.filing.filing import Filing
from focusdesk.form.amount import format_amount
from focusdesk.form.edition import Edition
from focusdesk.form.period import Period

MONTHS: Final = 13
"""A year and the month that it is compared with."""

Figures: TypeAlias = tuple[int | None, ...]
"""An amount for each month, the oldest first; `None` where it is blank or there is no month."""


@dataclass(frozen=True, slots=True)
class RowHistory:
    """The months up to the latest one shown.

    Attributes:
        last: The latest of them.
        months: The figures of each month, the oldest first; `None` for a month that the store has
            not got.
    """

    last: Period
    months: tuple[ComparedMonth | None, ...]

    def figures(self, row: ComparisonRow, form: Edition) -> Figures:
        """Give what a line held, month by month; nothing where it never held an amount.

        Args:
            row: The line.
            form: An edition in which its box has the code `row.code`.
        """
        held = tuple(_held(month, row.code, form) for month in self.months)
        return () if all(amount is None for amount in held) else held

    def words(self, figures: Figures) -> str:
        """Tell the figures of a line month by month, one on a line; for who cannot see a curve."""
        first = 1 - len(self.months)
        return "\n".join(
            f"{self.last.plus(first + at).short_label}  "
            f"{'blank' if amount is None else format_amount(amount)}"
            for at, amount in enumerate(figures)
            if self.months[at] is not None
        )

    def after_edit(self, month: ComparedMonth) -> "RowHistory":
        """Give the history with a month as it stands now; the same object where it has it not."""
        if not any(each and each.filing.id == month.filing.id for each in self.months):
            return self
        months = (
            month if each and each.filing.id == month.filing.id else each for each in self.months
        )
        return replace(self, months=tuple(months))


def form_of(comparison: Comparison, row: ComparisonRow) -> Edition:
    """Give the latest edition of a comparison in which a line's box has its code."""
    for month in reversed(comparison.months):
        if row.code in month.edition.boxes:
            return month.edition
    return comparison.months[-1].edition


def row_history(
    comparison: Comparison,
    filings: Iterable[Filing] = (),
    figures_of: Callable[[Sequence[Filing]], Sequence[ComparedMonth]] = lambda _: (),
) -> RowHistory:
    """Read the thirteen months up to the latest one of a comparison.

    Of a month that is laid side by side the last version counts, of another one the last
    amendment.

    Args:
        comparison: The months that are laid side by side; they are not read again.
        filings: Every filing of the firm.
        figures_of: Reads the others.

    Raises:
        StoreError: one cannot be read.
    """
    shown = {month.filing.period: month for month in comparison.months}
    last = max(shown)
    periods = [last.plus(months) for months in range(1 - MONTHS, 1)]
    latest: dict[Period, Filing] = {}
    for filing in sorted(filings, key=lambda each: each.amendment):
        latest[filing.period] = filing
    unread = [latest[each] for each in periods if each in latest and each not in shown]
    known = {month.filing.period: month for month in figures_of(unread)} if unread else {}
    known |= shown
    return RowHistory(last, tuple(known.get(period) for period in periods))


def _held(month: ComparedMonth | None, code: str, form: Edition) -> int | None:
    if month is None:
        return None
    there = code if month.edition is form else form.code_in(month.edition, code)
    value = month.values.get(there)
    return value if isinstance(value, int) and not isinstance(value, bool) else None
