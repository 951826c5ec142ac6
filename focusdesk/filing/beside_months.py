"""What is shown of each line beside its months: a year's figures, what is said of its change."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from focusdesk.filing.change_review import ChangeReview
from focusdesk.filing.compare import ComparedMonth, Comparison
from focusdesk.filing.edit import Cause
from focusdesk.filing.explanation import Explanations
from focusdesk.filing.filing import Filing
from focusdesk.filing.register import Register
from focusdesk.filing.row_history import RowHistory, row_history
from focusdesk.filing.thresholds import ThresholdError, Thresholds, kept_thresholds


@dataclass(frozen=True, slots=True)
class BesideMonths:
    """What stands beside months that are laid side by side.

    Attributes:
        history: The thirteen months up to the latest of them.
        review: Judges the changes.
    """

    history: RowHistory
    review: ChangeReview

    def after_edit(self, month: ComparedMonth, cause: Cause) -> "BesideMonths":
        """Give it with a month as it stands now; after an explanation, what is said is read again.

        Args:
            month: The month.
            cause: What has changed it.
        """
        if cause is Cause.EXPLAINED:
            self.review.read_again(month.filing)
        history = self.history.after_edit(month)
        return self if history is self.history else replace(self, history=history)


def beside_months(
    comparison: Comparison,
    register: Register,
    figures_of: Callable[[Sequence[Filing]], Sequence[ComparedMonth]],
) -> BesideMonths:
    """Read what stands beside months.

    Thresholds that cannot be read count as none; where they are set, it is said.

    Args:
        comparison: The months.
        register: All filings of the firm.
        figures_of: Reads the months that are not in the comparison.

    Raises:
        StoreError: a month or its explanations cannot be read.
    """
    store = register.store

    def said(filing: Filing) -> Explanations:
        return Explanations.of(store.explanations(filing), register.edition_of(filing))

    try:
        thresholds = kept_thresholds(store)
    except ThresholdError:
        thresholds = Thresholds()
    review = ChangeReview(thresholds, said)
    review.look_at(comparison)
    return BesideMonths(row_history(comparison, store.filings(), figures_of), review)
