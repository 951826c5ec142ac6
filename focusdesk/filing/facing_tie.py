"""Two figures on the two sides of a pool that face one another, and what is to be said of them."""

from dataclasses import dataclass
from enum import StrEnum

from focusdesk.calc.finding import Finding, Severity, State, Tie, Tolerance
from focusdesk.form.amount import format_amount
from focusdesk.form.edit_check import EditCheck

LESS = "<="
"""The sign of a tie whose second figure may be more, and not less."""


class Agreement(StrEnum):
    """How two figures agree that face one another."""

    EQUAL = "equal"
    COVERED = "covered"
    ALLOWED = "apart, allowed"
    FAILS = "does not hold"
    NOT_EVALUATED = "not evaluated"


@dataclass(frozen=True, slots=True)
class FacingTie:
    """A tie between the two sides of a pool, the requirement's figure first.

    Attributes:
        tie: The figures and what their check comes to.
        check: The check that asks how far apart they may be.
        why_not: Why the check is not evaluated; empty where it is.
        finding: What does not hold; `None` where the check holds or is not evaluated.
        deducted: The form takes both figures off, so that the greater one means less.
    """

    tie: Tie
    check: EditCheck
    why_not: str = ""
    finding: Finding | None = None
    deducted: bool = False

    @property
    def id(self) -> str:
        """The check's name, such as ``X05``."""
        return self.tie.check

    @property
    def codes(self) -> tuple[str, ...]:
        """The boxes, those of the requirement first."""
        return (*self.tie.left, *self.tie.right)

    @property
    def difference(self) -> int | None:
        """By how much the requirement's figure is more; `None` while one of them is blank."""
        return self.tie.difference

    @property
    def agreement(self) -> Agreement:
        """How the two agree."""
        tie = self.tie
        if tie.state is State.NOT_EVALUATED:
            return Agreement.NOT_EVALUATED
        if self.difference == 0:
            return Agreement.EQUAL
        if tie.state is State.FAILS:
            return Agreement.FAILS
        covered = tie.sign == LESS and (self.difference or 0) < 0
        return Agreement.COVERED if covered else Agreement.ALLOWED

    @property
    def severity(self) -> Severity | None:
        """How much it weighs that they do not agree; `None` where they do.

        What their check allows is worth knowing all the same.
        """
        if self.agreement is Agreement.ALLOWED:
            return Severity.INFORMATION
        failing = self.finding if self.agreement is Agreement.FAILS else None
        return failing.severity if failing else None

    @property
    def tolerance(self) -> Tolerance | None:
        """By how much these two may differ, if their check says so as a share."""
        tie = self.tie
        if tie.tolerance is None or tie.left_amount is None or tie.right_amount is None:
            return None
        return tie.tolerance.between(tie.left_amount, tie.right_amount)

    @property
    def shown(self) -> str:
        """The difference as the form writes amounts, without its sign."""
        return "blank" if self.difference is None else format_amount(abs(self.difference))

    @property
    def more_held(self) -> bool:
        """Whether the figure of the assets is the greater."""
        return (self.difference or 0) < 0

    @property
    def _on_which_side(self) -> tuple[str, str]:
        """Say of the greater figure whether it is more or less, and on which side."""
        return "less" if self.deducted else "more", "held" if self.more_held else "owed"

    @property
    def brief(self) -> str:
        """Say how the two agree in a few words, on which side there is more."""
        agreement = self.agreement
        if agreement in (Agreement.EQUAL, Agreement.NOT_EVALUATED) or self.difference is None:
            return agreement.value
        more, side = self._on_which_side
        outcome = {Agreement.COVERED: "covered", Agreement.ALLOWED: self._allowed}
        return f"{more} {side}, {outcome.get(agreement, 'fails')}"

    @property
    def sentence(self) -> str:
        """Say what faces what, and how far apart they are."""
        tie = self.tie
        first, other = _side(tie.left, tie.left_amount), _side(tie.right, tie.right_amount)
        return f"{first}, {other}: {self._outcome}"

    @property
    def _allowed(self) -> str:
        """Say by what they may differ in a few words; the net of several may where one may not."""
        own = self.tolerance
        if own is None:
            return "allowed"
        return f"within {own.percent}" if own.is_kept else f"net within {own.percent}"

    @property
    def _outcome(self) -> str:
        agreement = self.agreement
        if agreement is Agreement.EQUAL:
            return "equal to the dollar."
        if self.difference is None:
            apart = "there is no difference to tell while one is blank"
        else:
            more, side = self._on_which_side
            apart = f"{self.shown} {more} is {side}"
        worked = self._arithmetic
        return {
            Agreement.COVERED: f"{apart} than has to be.",
            Agreement.ALLOWED: f"{apart}{worked or ', and the check holds all the same'}.",
            Agreement.FAILS: f"{apart}{worked or ', and the check does not hold'}.",
            Agreement.NOT_EVALUATED: f"{apart}; not evaluated. {self.why_not}".strip(),
        }[agreement]

    @property
    def _arithmetic(self) -> str:
        """Work out whether the difference is within what the check allows; empty without a share.

        Where the check asks it of more than these two figures, that is worked out too.
        """
        own, asked = self.tolerance, self.tie.tolerance
        if own is None or asked is None:
            return ""
        words = f"; {_measured(own)}"
        if (own.apart, own.larger) == (abs(asked.apart), asked.larger):
            return words
        apart = format_amount(asked.apart)
        return f"{words}. {self.id} asks the net: {asked.asked} = {apart}; {_measured(asked)}"


def _measured(tolerance: Tolerance) -> str:
    """Hold a difference against what is allowed: ``1 % of 68,399,236 is 683,992: within``."""
    allowed, larger = format_amount(tolerance.allowed), format_amount(tolerance.larger)
    outcome = "within" if tolerance.is_kept else "above"
    return f"{tolerance.percent} of {larger} is {allowed}: {outcome}"


def _side(codes: tuple[str, ...], amount: int | None) -> str:
    shown = "blank" if amount is None else format_amount(amount)
    return f"{' + '.join(codes)} {'are' if len(codes) > 1 else 'is'} {shown}"
