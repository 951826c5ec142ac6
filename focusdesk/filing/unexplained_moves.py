"""The moves of one month since the month before of which nobody has said why, kept up with edits.

To lay two months side by side anew takes longer than an edit itself; what an edit has moved is a
handful of lines.
"""

from collections.abc import Callable, Collection

from focusdesk.calc.checks import Finding
from focusdesk.calc.worksheet import Worksheet
from focusdesk.filing.compare import ComparedMonth
from focusdesk.filing.edit import Cause, ChangeSet
from focusdesk.filing.explanation import Explanations
from focusdesk.filing.explanations_due import ExplanationsDue
from focusdesk.filing.filing import Filing
from focusdesk.filing.ports import FilingStore
from focusdesk.filing.thresholds import ThresholdError, Thresholds, kept_thresholds


class UnexplainedMoves:
    """Check P01 of one filing against the month before it.

    Attributes:
        month_before: Gives that month, `None` where the store has it not; set by who knows it.
        age_of_earlier: Gives a number that differs once an earlier month may have changed.
    """

    def __init__(self, worksheet: Worksheet, filing: Filing, store: FilingStore) -> None:
        """Look at nothing yet.

        Args:
            worksheet: The filing's figures.
            filing: Its header.
            store: Where it is kept.
        """
        self.month_before: Callable[[], ComparedMonth | None] = lambda: None
        self.age_of_earlier: Callable[[], int] = int
        self._worksheet, self._filing, self._store = worksheet, filing, store
        self._due: ExplanationsDue | None = None
        self._is_known = False
        self._age = 0
        self._moved: set[str] = set()
        self._said: Explanations | None = None
        self._findings: tuple[Finding, ...] | None = None

    def moved(self, codes: Collection[str]) -> None:
        """Say which boxes an edit has changed, computed ones too."""
        self._moved.update(codes)

    def follow(self, change_set: ChangeSet) -> None:
        """Take in what has happened to the filing: explanations may be others now."""
        if change_set.cause is Cause.EXPLAINED:
            self._said = self._findings = None

    def forget(self) -> None:
        """Read all of it again when it is next asked for: the firm's thresholds are others."""
        self._is_known = False

    def findings(self) -> tuple[Finding, ...]:
        """Give a warning for each line of which nobody has said why it moved, as the form has them.

        Raises:
            StoreError: the month before, or the explanations, cannot be read.
        """
        if not self._is_known or self.age_of_earlier() != self._age:
            self._read()
        elif self._moved and self._due is not None:
            self._due.moved({code: self._worksheet.value(code) for code in self._moved})
            self._findings = None
        self._moved.clear()
        if self._findings is None:
            self._findings = self._due.findings(self._explanations()) if self._due else ()
        return self._findings

    def _read(self) -> None:
        """Lay the months side by side; of a made-up month nobody is asked anything."""
        self._age, self._findings = self.age_of_earlier(), None
        earlier = None if self._filing.illustrative else self.month_before()
        self._due = None
        if earlier is not None:
            form = self._worksheet.edition
            later = ComparedMonth(self._filing, form, self._worksheet.values())
            self._due = ExplanationsDue(earlier, later, self._thresholds())
        self._is_known = True

    def _explanations(self) -> Explanations:
        if self._said is None:
            kept = self._store.explanations(self._filing)
            self._said = Explanations.of(kept, self._worksheet.edition)
        return self._said

    def _thresholds(self) -> Thresholds:
        """Read the firm's thresholds; what cannot be read counts as none, as for other checks."""
        try:
            return kept_thresholds(self._store)
        except ThresholdError:
            return Thresholds()
