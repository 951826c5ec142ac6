"""What is explained where words are written of a warning: the finding, in one month."""

from dataclasses import dataclass

from focusdesk.calc.finding import Finding
from focusdesk.filing.earlier_wording import earlier_warning_wording
from focusdesk.filing.filing import Status
from focusdesk.filing.register import Register
from focusdesk.filing.session import FilingSession
from focusdesk.filing.warning_book import WarningBook
from focusdesk.filing.warning_explanation import Warned, WarningExplanation
from focusdesk.ui.look.banner import READ_ONLY


@dataclass(frozen=True, slots=True)
class ExplainedWarning:
    """A warning that can be explained.

    Attributes:
        register: The firm's filings.
        session: The month, with which the words are kept.
        finding: The warning.
    """

    register: Register
    session: FilingSession
    finding: Finding

    @property
    def name(self) -> str:
        """How it is told: ``X13 at 7690, 7740``."""
        return Warned.of(self.finding).words

    @property
    def is_open(self) -> bool:
        """Whether words can be written."""
        return not self.session.read_only

    @property
    def why_closed(self) -> str:
        """Why none can be written."""
        filing = self.session.filing
        if filing.status is Status.SEALED:
            return f"{filing.period.label} is sealed: what is said can be read, not changed."
        return READ_ONLY

    @property
    def said(self) -> WarningExplanation | None:
        """What was said last, of whatever figures; `None` for nothing."""
        return self.session.checks.warnings.said_of(self.finding)

    @property
    def figures_since(self) -> str:
        """Which figures are others than those that were explained; empty where the words hold."""
        return self.session.checks.warnings.figures_since(self.finding)

    def same_as(self, other: "ExplainedWarning | None") -> bool:
        """Whether words about this one are words about the other, however often it was opened."""
        if other is None or Warned.of(self.finding) != Warned.of(other.finding):
            return False
        return self.session.filing.id == other.session.filing.id

    def explain(self, text: str) -> None:
        """Keep words; empty ones withdraw what was said.

        Raises:
            EditRefused: they cannot be kept.
            StoreError: nothing was written; the sentence says why.
        """
        WarningBook(self.session).explain(self.finding, text)

    def history(self) -> tuple[WarningExplanation, ...]:
        """Give all that was ever said of it, oldest first.

        Raises:
            StoreError: it cannot be read.
        """
        return WarningBook(self.session).history(self.finding)

    def last_month(self) -> WarningExplanation | None:
        """Give what was said the month before.

        Raises:
            StoreError: it cannot be read.
        """
        warned = Warned.of(self.finding)
        return earlier_warning_wording(self.register, self.session.filing, warned)

    def kept_words(self, *, said: bool) -> str:
        """Say that words were kept, or withdrawn.

        Args:
            said: There are words now.
        """
        if not said:
            return f"The explanation of {self.name} is withdrawn; its earlier words stay here."
        return f"The explanation of {self.name} is kept with {self.session.filing.period.label}."
