"""What an edit check comes to: it holds, it fails, or it cannot be judged and says why."""

from dataclasses import dataclass
from enum import StrEnum

from focusdesk.form.edit_check import NoticeDuty


class Severity(StrEnum):
    """How much a finding weighs."""

    ERROR = "error"
    WARNING = "warning"
    NOTICE = "notice"
    INFORMATION = "information"


class State(StrEnum):
    """What a check comes to."""

    HOLDS = "holds"
    FAILS = "fails"
    NOT_EVALUATED = "not evaluated"


@dataclass(frozen=True, slots=True)
class Finding:
    """A statement of the form that does not hold.

    Attributes:
        id: The check's name, such as ``S01``.
        severity: How much it weighs.
        codes: The boxes to look at.
        message: What to tell the preparer, with the figures in it.
        schedule: The id of the schedule it belongs to.
        cite: The rule or form line behind it, marked where nobody has verified it.
        why: Why it matters.
        duty: What a rule wants reported; `None` for nothing.
    """

    id: str
    severity: Severity
    codes: tuple[str, ...]
    message: str
    schedule: str
    cite: str = ""
    why: str = ""
    duty: NoticeDuty | None = None


@dataclass(frozen=True, slots=True)
class Judgement:
    """What one check comes to for the boxes that it asks of.

    Attributes:
        id: The check's name.
        severity: How much it weighs if it fails.
        codes: The boxes that it asks of.
        schedule: The id of the schedule it belongs to.
        state: Whether it holds.
        words: If it fails, what to tell the preparer; if it is not evaluated, why not; else empty.
        statement: What must hold, with the codes.
        finding: The finding, if it fails.
    """

    id: str
    severity: Severity
    codes: tuple[str, ...]
    schedule: str
    state: State
    words: str = ""
    statement: str = ""
    finding: Finding | None = None


@dataclass(frozen=True, slots=True)
class Tie:
    """Two figures that face one another, on the two sides of a pool or between statements.

    Attributes:
        check: The check that asks how far apart they may be, such as ``X05``.
        schedule: The id of the schedule it belongs to.
        left: The boxes of the first, usually of the requirement.
        right: The boxes that face it.
        sign: How they compare where they agree: ``=`` or ``<=``.
        left_amount: What the first comes to, in whole dollars; `None` for a blank.
        right_amount: What the other comes to.
        state: What the check comes to.
    """

    check: str
    schedule: str
    left: tuple[str, ...]
    right: tuple[str, ...]
    sign: str
    left_amount: int | None
    right_amount: int | None
    state: State

    @property
    def difference(self) -> int | None:
        """By how much the first is more, in whole dollars; `None` while one of them is blank."""
        if self.left_amount is None or self.right_amount is None:
            return None
        return self.left_amount - self.right_amount
