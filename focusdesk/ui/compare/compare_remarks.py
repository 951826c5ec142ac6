"""What the comparison's table asks of what stands beside the months, line by line."""

from collections.abc import Sequence

from focusdesk.filing.beside_months import BesideMonths
from focusdesk.filing.change_review import Asked, Remark, oddity
from focusdesk.filing.compare import Comparison, ComparisonRow, Pair
from focusdesk.filing.row_history import Figures, form_of, row_history
from focusdesk.ui.compare.compare_rows import ShownRow


class Remarks:
    """Answers for one comparison as it stands.

    Attributes:
        beside: What stands beside the months; `None` where nobody has read it: then the curve is
            that of the months shown, and nothing is known of thresholds and explanations.
    """

    def __init__(self, comparison: Comparison, beside: BesideMonths | None) -> None:
        self.beside = beside
        self._comparison = comparison
        self._history = beside.history if beside else row_history(comparison)

    def counts(self, row: ComparisonRow, pair: Pair) -> bool:
        """Whether a line moved above its threshold between two months."""
        return self.beside is not None and self.beside.review.counts(self._comparison, row, pair)

    def remark(self, row: ComparisonRow, pair: Pair) -> Remark:
        """Give what is said beside a change."""
        if self.beside is None:
            return Remark(oddity=oddity(row.difference(*pair), row.kind))
        return self.beside.review.remark(self._comparison, row, pair)

    def curve(self, row: ComparisonRow) -> Figures:
        """Give what a line held in the last thirteen months."""
        return self._history.figures(row, form_of(self._comparison, row))

    def curve_words(self, row: ComparisonRow) -> str:
        """Tell the same in words."""
        figures = self.curve(row)
        return self._history.words(figures) if figures else ""

    def change_words(self, row: ComparisonRow, pair: Pair) -> str:
        """Tell all that is known of a change: whether it counts, what is odd, what is said."""
        remark = self.remark(row, pair)
        said = remark.explanation.signed if remark.explanation else ""
        counts = "above the threshold" if self.counts(row, pair) else ""
        return "\n".join(each for each in (remark.words, counts, said) if each)

    def asked(self, rows: Sequence[ShownRow], pairs: Sequence[Pair]) -> list[tuple[Asked, ...]]:
        """Give what is asked of each row, and answered, between some months."""
        if self.beside is None:
            return [()] * len(rows)
        review, comparison = self.beside.review, self._comparison
        return [
            tuple(review.asked(comparison, shown.row, pair) for pair in pairs) if shown.row else ()
            for shown in rows
        ]
