"""The figures of chosen months as lines: excess over requirement and target, the capital figures.

Which boxes are drawn where nobody asks for others is said by the form (`Box.trend`). Any other
amount can be added. A blank, and a month whose edition lacks the box, leaves a gap: it is no zero.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby, pairwise
from typing import Final

from focusdesk.filing.compare import (
    ComparedMonth,
    Comparison,
    ComparisonRow,
    show_compared,
)
from focusdesk.filing.comparison_rows import RowFilter
from focusdesk.filing.difference import Absence
from focusdesk.form.amount import quoted
from focusdesk.form.box import Box, BoxKind

MOST_ADDED: Final = 12
_NAMED = 6


class TrendPart(StrEnum):
    """What a line of a trend is, whatever its code."""

    EXCESS = "excess"
    TARGET = "target"
    OVER_TARGET = "over_target"
    REQUIREMENT = "requirement"
    WARNING_LEVEL = "warning_level"
    ADDED = "added"

    @property
    def words(self) -> str:
        """What stands at the line; an added line is named by its own label."""
        return _WORDS[self]

    @property
    def is_level(self) -> bool:
        """Whether the others are held against it; a level is dashed."""
        return self in (TrendPart.TARGET, TrendPart.WARNING_LEVEL)


_WORDS = {
    TrendPart.EXCESS: "Excess over requirement",
    TrendPart.TARGET: "Target",
    TrendPart.OVER_TARGET: "Excess over target",
    TrendPart.REQUIREMENT: "Requirement",
    TrendPart.WARNING_LEVEL: "Early warning level",
    TrendPart.ADDED: "",
}


class LineNotAdded(ValueError):
    """A line that cannot be added to a trend; the message is a sentence for the user."""


@dataclass(frozen=True, slots=True)
class TrendLine:
    """One box through the months.

    Attributes:
        row: The box, with what it held.
        part: What the line is.
    """

    row: ComparisonRow
    part: TrendPart

    @property
    def code(self) -> str:
        """The box's code in the last month whose edition has it."""
        return self.row.code

    @property
    def name(self) -> str:
        """What stands at the line: short words for what the form asks for, else its label."""
        return self.part.words or self.row.label

    @property
    def amounts(self) -> tuple[int | None, ...]:
        """What the box held, in dollars; `None` where there is nothing to draw."""
        values = self.row.values
        return tuple(
            value if isinstance(value, int) and not isinstance(value, bool) else None
            for value in values
        )

    @property
    def runs(self) -> tuple[tuple[int, ...], ...]:
        """The places of the months between which the line is not broken."""
        there = groupby(enumerate(self.amounts), key=lambda each: each[1] is not None)
        return tuple(tuple(at for at, _ in run) for is_there, run in there if is_there)

    @property
    def below_zero(self) -> tuple[int, ...]:
        """The places of the months in which the amount is negative."""
        return tuple(at for at, amount in enumerate(self.amounts) if (amount or 0) < 0)

    def shown(self, at: int) -> str:
        """Write what the box held in a month: ``(1,234)``, ``blank``, ``not in its edition``."""
        value = self.row.values[at]
        if isinstance(value, Absence):
            return "not in its edition"
        return show_compared(value) or "blank"


@dataclass(frozen=True, slots=True)
class TrendPanel:
    """Lines that are drawn on one scale.

    Attributes:
        title: What they are of.
        lines: The lines.
    """

    title: str
    lines: tuple[TrendLine, ...]


@dataclass(frozen=True, slots=True)
class Trend:
    """Chosen months as lines.

    Attributes:
        comparison: The months.
        panels: The pools and the capital page, then each line that was added.
    """

    comparison: Comparison
    panels: tuple[TrendPanel, ...]

    @property
    def months(self) -> tuple[ComparedMonth, ...]:
        """The months, left to right."""
        return self.comparison.months

    @property
    def lines(self) -> tuple[TrendLine, ...]:
        """The lines of all panels, in their order."""
        return tuple(line for panel in self.panels for line in panel.lines)

    @property
    def added(self) -> tuple[str, ...]:
        """The codes of the lines that were added."""
        return tuple(line.code for line in self.lines if line.part is TrendPart.ADDED)

    @property
    def places(self) -> tuple[int, ...]:
        """How far along each month stands: in months since the first.

        Versions of one month, or months out of order, stand one step apart.
        """
        periods = [month.filing.period for month in self.months]
        if any(earlier >= later for earlier, later in pairwise(periods)):
            return tuple(range(len(periods)))
        first = periods[0]
        return tuple(
            (period.year - first.year) * 12 + period.month - first.month for period in periods
        )

    @property
    def rows(self) -> tuple[ComparisonRow, ...]:
        """The rows of the lines, in the order of the form and then of their adding."""
        return tuple(line.row for line in self.lines)

    @property
    def span(self) -> str:
        """Say which months: ``Jan 2013 to Jan 2014, 13 months``."""
        first, last = self.months[0].heading, self.months[-1].heading
        return f"{first} to {last}, {len(self.months)} months"

    @property
    def below_zero(self) -> str:
        """Say which lines are negative, and in which months; empty for none."""
        return "; ".join(self._below(line) for line in self.lines if line.below_zero)

    def said(self, line: int, month: int) -> str:
        """Say a figure as a reader hears it: its line, its month, the amount, the sign in a word.

        Args:
            line: The place of the line.
            month: The place of the month.
        """
        drawn = self.lines[line]
        words = f"{drawn.row.schedule_title}, {drawn.code} {drawn.name}"
        below = ", below zero" if month in drawn.below_zero else ""
        return f"{words}, {self.months[month].heading}: {drawn.shown(month)}{below}"

    def adding(self, text: str) -> "Trend":
        """Draw another line.

        Args:
            text: Its code, or words that stand in its line alone.

        Raises:
            LineNotAdded: there is no such line, more than one, it is no amount, or there already.
        """
        row = line_named(self.comparison, text)
        if any(line.code == row.code for line in self.lines):
            message = f"{row.code} is drawn already."
            raise LineNotAdded(message)
        if len(self.added) >= MOST_ADDED:
            message = f"At most {MOST_ADDED} lines can be added. Remove another one first."
            raise LineNotAdded(message)
        return Trend(self.comparison, (*self.panels, _added(row)))

    def without(self, code: str) -> "Trend":
        """Take an added line away again; others stay as they are."""
        kept = (panel for panel in self.panels if not _is_added(panel, code))
        return Trend(self.comparison, tuple(kept))

    def of(self, comparison: Comparison) -> "Trend":
        """Draw the same lines through other months.

        A line is left out that these lack, or draw without being asked.
        """
        return trend_with(comparison, self.added)

    def _below(self, line: TrendLine) -> str:
        months = ", ".join(self.months[at].heading for at in line.below_zero)
        return f"{line.code} {line.name} in {months}"


def trend_of(comparison: Comparison, added: Iterable[str] = ()) -> Trend:
    """Draw months as lines.

    Args:
        comparison: The months, with every row.
        added: Codes or words of lines to draw besides those that the form asks for.

    Raises:
        LineNotAdded: one of these cannot be drawn.
    """
    drawn = [(row, part) for row in comparison.rows if (part := _part(comparison, row))]
    panels = tuple(
        TrendPanel(lines[0].row.schedule_title, lines)
        for lines in _by_schedule(TrendLine(row, part) for row, part in drawn)
    )
    trend = Trend(comparison, panels)
    for text in added:
        trend = trend.adding(text)
    return trend


def trend_with(comparison: Comparison, added: Iterable[str]) -> Trend:
    """Draw months as lines, with those added lines that they have.

    Args:
        comparison: The months, with every row.
        added: Codes of lines to draw besides those that the form asks for; one that cannot be
            drawn is left out.
    """
    trend = trend_of(comparison)
    for code in added:
        if _row(comparison, code) is not None:
            with suppress(LineNotAdded):
                trend = trend.adding(code)
    return trend


def line_named(comparison: Comparison, text: str) -> ComparisonRow:
    """Find a line by its code, or by words that stand in it alone.

    Raises:
        LineNotAdded: there is no such line, more than one, or it is no amount.
    """
    row = _row(comparison, text.strip())
    if row is None:
        row = _only(lines_found(comparison, text), text)
    if row.kind is not BoxKind.AMOUNT:
        message = f"{row.code} holds no amount, and only amounts can be drawn."
        raise LineNotAdded(message)
    return row


def lines_found(comparison: Comparison, text: str) -> tuple[ComparisonRow, ...]:
    """Give the amounts in whose code or line every word of a text stands; none for no word."""
    if not text.strip():
        return ()
    wanted = RowFilter(find=text)
    return tuple(row for row in drawable(comparison) if wanted.holds(row, ()))


def drawable(comparison: Comparison) -> tuple[ComparisonRow, ...]:
    """Give every line that can be drawn, in the order of the form: the amounts."""
    return tuple(row for row in comparison.rows if row.kind is BoxKind.AMOUNT)


def _only(rows: Sequence[ComparisonRow], text: str) -> ComparisonRow:
    if len(rows) == 1:
        return rows[0]
    if not rows:
        message = f'No amount has "{quoted(text)}" in its code or its line. Write a code like 7010.'
        raise LineNotAdded(message)
    codes = ", ".join(row.code for row in rows[:_NAMED])
    more = f" and {len(rows) - _NAMED} more" if len(rows) > _NAMED else ""
    message = f'"{quoted(text)}" stands in {len(rows)} lines: {codes}{more}. Write a code.'
    raise LineNotAdded(message)


def _row(comparison: Comparison, code: str) -> ComparisonRow | None:
    for row in comparison.rows:
        if code in (row.code, *row.codes) and code:
            return row
    return None


def _part(comparison: Comparison, row: ComparisonRow) -> TrendPart | None:
    """Say what the form draws a row as, in its last edition that has the box."""
    for month, code in reversed(tuple(zip(comparison.months, row.codes, strict=True))):
        box: Box | None = month.edition.boxes.get(code)
        if box is not None:
            return TrendPart(box.trend) if box.trend else None
    return None


def _by_schedule(lines: Iterable[TrendLine]) -> Iterator[tuple[TrendLine, ...]]:
    for _, of_one in groupby(lines, key=lambda line: line.row.schedule):
        yield tuple(of_one)


def _added(row: ComparisonRow) -> TrendPanel:
    title = f"{row.schedule_title}: {row.label}"
    return TrendPanel(title, (TrendLine(row, TrendPart.ADDED),))


def _is_added(panel: TrendPanel, code: str) -> bool:
    return [line.code for line in panel.lines if line.part is TrendPart.ADDED] == [code]
