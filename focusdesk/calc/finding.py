"""What an edit check comes to: it holds, it fails, or it cannot be judged and says why."""

from dataclasses import dataclass
from decimal import Decimal
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
class Tolerance:
    """By how much a check lets two figures differ: a share of the larger.

    Attributes:
        share: The share, 0.01 for 1 %.
        apart: By how much they differ, in whole dollars; less than 0 is never too much.
        larger: Of what the share is taken.
        asked: How `apart` is worked out, in figures; empty where they are two plain figures.
    """

    share: Decimal
    apart: int
    larger: int
    asked: str = ""

    @property
    def percent(self) -> str:
        """The share in percent: ``1 %``."""
        return f"{(100 * self.share).normalize():f} %"

    @property
    def allowed(self) -> int:
        """The most by which they may differ, in whole dollars."""
        return int(self.share * self.larger)

    @property
    def is_kept(self) -> bool:
        """Whether they differ by no more."""
        return self.apart <= self.share * self.larger

    def between(self, first: int, other: int) -> "Tolerance":
        """Measure two plain figures by the same share."""
        return Tolerance(self.share, abs(first - other), max(abs(first), abs(other)))


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
        tolerance: By how much the check lets its figures differ; `None` for one that says no share.
    """

    check: str
    schedule: str
    left: tuple[str, ...]
    right: tuple[str, ...]
    sign: str
    left_amount: int | None
    right_amount: int | None
    state: State
    tolerance: Tolerance | None = None

    @property
    def difference(self) -> int | None:
        """By how much the first is more, in whole dollars; `None` while one of them is blank."""
        if self.left_amount is None or self.right_amount is None:
            return None
        return self.left_amount - self.right_amount
