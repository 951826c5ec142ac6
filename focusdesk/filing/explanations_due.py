"""Which lines moved so far that the firm's rule asks why, and of which of them nobody has said it.

Only the excess, target and capital boxes of the form demand words (P01), so that explanations do
not become boilerplate. One explanation may cover a pool, and a total is explained when those of its
parts are that moved as far.
"""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Final

from focusdesk.calc.checks import Finding, Severity
from focusdesk.calc.order import formulas_of
from focusdesk.filing.compare import ComparedMonth, ComparisonRow, compare, show_compared
from focusdesk.filing.difference import Difference
from focusdesk.filing.explanation import Explanation, Explanations
from focusdesk.filing.thresholds import Threshold, Thresholds, above, line_words
from focusdesk.form.box import Value
from focusdesk.form.citation import HOUSE, quoted_cite
from focusdesk.form.schedule import Schedule

CHECK: Final = "P01"
CITE: Final = quoted_cite("the firm's threshold", HOUSE)

_PERCENT = Decimal(10)
_SHARE = 100
"""Where the firm has set nothing, a change is measured by one hundredth of the requirement."""

_WATCHED = "excess, target and capital boxes"


class ExplanationsDue:
    """The changes of one month against an earlier one that the firm's rule wants explained.

    Attributes:
        earlier: The earlier month.
        later: The month whose changes are to be explained, and with which explanations are kept.
        demanded: The lines that moved so far, explained or not, in the order of the form.
    """

    def __init__(
        self, earlier: ComparedMonth, later: ComparedMonth, thresholds: Thresholds
    ) -> None:
        """Lay the months side by side.

        Of a made-up month nobody is asked anything, nor of two versions of one month.

        Args:
            earlier: The earlier month.
            later: The later one.
            thresholds: The firm's.
        """
        self.earlier = earlier
        self.later = later
        self._thresholds = thresholds
        self._rows = {row.codes[-1]: row for row in compare([earlier, later]).rows if row.codes[-1]}
        self._differences: dict[str, Difference] = {}
        formulas = formulas_of(later.edition)
        self._parts = {code: formula.codes for code, formula in formulas.items()}
        boxes = later.edition.boxes
        asked = not later.filing.illustrative and earlier.filing.period < later.filing.period
        self._watched = [code for code in self._rows if asked and boxes[code].watched]
        self.demanded: tuple[ComparisonRow, ...] = self._demanded()

    @property
    def rule(self) -> str:
        """Say what is asked for: ``excess, target and capital boxes that moved by ...``."""
        return rule_words(self._thresholds)

    def moved(self, values: Mapping[str, Value]) -> None:
        """Take in what boxes of the later month hold now; their lines alone are laid anew.

        Args:
            values: What they hold, by their codes.
        """
        self.later = replace(self.later, values={**self.later.values, **values})
        for code, value in values.items():
            if code in self._rows:
                self._rows[code] = self._rows[code].holding(value)
                self._differences.pop(code, None)
        self.demanded = self._demanded()

    def said_of(self, row: ComparisonRow, explanations: Explanations) -> Explanation | None:
        """Give what is said of a line, or of its pool; `None` where nothing is.

        Args:
            row: A line of the two months.
            explanations: Those of the later month.
        """
        code, against = row.codes[-1], self.earlier.filing.period
        return explanations.about(code, row.schedule, against) if code else None

    def lacking(self, explanations: Explanations) -> tuple[ComparisonRow, ...]:
        """Give the lines of which nobody has said why they moved, in the order of the form.

        Args:
            explanations: Those of the later month.
        """
        if not self.demanded:
            return ()
        return tuple(
            row
            for row in self.demanded
            if not self._is_explained(row, explanations, self._threshold(row).dollars)
        )

    def findings(self, explanations: Explanations) -> tuple[Finding, ...]:
        """Say it of each line that lacks an explanation, as a warning."""
        return tuple(self._finding(row) for row in self.lacking(explanations))

    def _is_explained(
        self, row: ComparisonRow, explanations: Explanations, dollars: int | None
    ) -> bool:
        """Whether somebody has said why a line moved, or why all its parts did that count.

        A part counts by its dollars alone: what is much of an excess is little of what it is the
        excess of.
        """
        if self.said_of(row, explanations) is not None:
            return True
        read = (self._rows.get(code) for code in self._parts.get(row.codes[-1], ()))
        moved = [
            part for part in read if part and above(Threshold(dollars), self._difference(part))
        ]
        return bool(moved) and all(
            self._is_explained(part, explanations, dollars) for part in moved
        )

    def _demanded(self) -> tuple[ComparisonRow, ...]:
        rows = (self._rows[code] for code in self._watched)
        return tuple(row for row in rows if self._moved(row))

    def _moved(self, row: ComparisonRow) -> bool:
        """Whether a line moved so far; one that is blank in the later month is not worked out."""
        return row.values[-1] is not None and above(self._threshold(row), self._difference(row))

    def _difference(self, row: ComparisonRow) -> Difference:
        """Say what differs in a line; the same again until it moves, for totals ask often."""
        code = row.codes[-1]
        if code not in self._differences:
            self._differences[code] = row.difference()
        return self._differences[code]

    def _threshold(self, row: ComparisonRow) -> Threshold:
        own = self._thresholds.of(row)
        if own != Threshold():
            return own
        schedule = self.later.edition.schedule_of(row.codes[-1])
        return Threshold(_one_percent(self.later, schedule), _PERCENT)

    def _finding(self, row: ComparisonRow) -> Finding:
        moved, code = self._difference(row), row.codes[-1]
        made_up = " (made up)" if self.earlier.filing.illustrative else ""
        percent = f" or {moved.shown_percent}" if moved.percent is not None else ""
        was, now = show_compared(moved.earlier) or "blank", show_compared(moved.later) or "blank"
        least = self._threshold(row).words
        message = (
            f"{code} moved by {moved.shown_change}{percent} since {self.earlier.heading}{made_up}, "
            f"from {was} to {now}: {f'more than {least}' if least else 'any change counts'}. "
            f"Nobody has said why: explain the line, its pool, or the parts that moved."
        )
        return Finding(CHECK, Severity.WARNING, (code,), message, row.schedule, CITE)


def asks_why(finding: Finding) -> bool:
    """Whether a finding asks why a line moved; one that only says that it did has the same id."""
    return finding.id == CHECK and finding.severity is Severity.WARNING


def rule_words(thresholds: Thresholds) -> str:
    """Say of which changes the firm wants to know why, for the head of a report."""
    of_all = thresholds.of_all.words or (
        f"{_PERCENT} % and 1 % of the requirement of their schedule"
    )
    lines = line_words(thresholds)
    return f"{_WATCHED} that moved by more than {of_all}{f' (but {lines})' if lines else ''}"


def _one_percent(month: ComparedMonth, schedule: Schedule) -> int | None:
    required = month.values.get(schedule.requirement)
    return abs(required) // _SHARE if isinstance(required, int) else None
