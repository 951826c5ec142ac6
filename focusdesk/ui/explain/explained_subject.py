"""What is explained where words are written: a line or its pool, in one month against another."""

from dataclasses import dataclass

from focusdesk.filing.earlier_wording import earlier_wording
from focusdesk.filing.explanation import Explanation, Subject, line, pool
from focusdesk.filing.filing import Filing, Status
from focusdesk.filing.register import Register
from focusdesk.filing.session import FilingSession
from focusdesk.form.period import Period
from focusdesk.ui.look.banner import READ_ONLY


@dataclass(frozen=True, slots=True)
class ExplainedLine:
    """A line whose change can be explained, by itself or with its pool.

    Attributes:
        register: The firm's filings.
        session: The later month, with which the words are kept.
        code: The line's box.
        against: The earlier month.
    """

    register: Register
    session: FilingSession
    code: str
    against: Period

    @property
    def filing(self) -> Filing:
        """The later month."""
        return self.session.filing

    @property
    def pool_title(self) -> str:
        """The short name of its pool."""
        return self.session.edition.schedule_of(self.code).tab

    @property
    def is_open(self) -> bool:
        """Whether words can be written."""
        return not self.session.read_only

    @property
    def why_closed(self) -> str:
        """Why none can be written."""
        if self.filing.status is Status.SEALED:
            return f"{self.filing.period.label} is sealed: what is said can be read, not changed."
        return READ_ONLY

    def subject(self, *, of_pool: bool) -> Subject:
        """Give what words are about: the line, or all of its pool."""
        return pool(self.session.edition.schedule_of(self.code).id) if of_pool else line(self.code)

    def same_as(self, other: "ExplainedLine | None") -> bool:
        """Whether words about this one are words about the other, however often it was opened."""
        if other is None or (self.code, self.against) != (other.code, other.against):
            return False
        return self.filing.id == other.filing.id

    def said(self, *, of_pool: bool) -> Explanation | None:
        """Give what is said; `None` for nothing.

        Raises:
            StoreError: it cannot be read.
        """
        return self.session.explanations().find(self.subject(of_pool=of_pool), self.against)

    def history(self, *, of_pool: bool) -> tuple[Explanation, ...]:
        """Give all that was ever said against the same month, oldest first.

        Raises:
            StoreError: it cannot be read.
        """
        kept = self.session.explanation_history(self.subject(of_pool=of_pool))
        return tuple(each for each in kept if each.against == self.against)

    def last_month(self, *, of_pool: bool) -> Explanation | None:
        """Give what was said the month before; of a line, what was said of its pool as well.

        Raises:
            StoreError: it cannot be read.
        """
        own = earlier_wording(self.register, self.filing, self.subject(of_pool=of_pool))
        if own is not None or of_pool:
            return own
        return earlier_wording(self.register, self.filing, self.subject(of_pool=True))
