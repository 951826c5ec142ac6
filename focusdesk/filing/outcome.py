"""What would follow from new values, before any of them is applied.

Totals that come along with the values are compared with what the form's own formulas give
afterwards, and never stored.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from focusdesk.calc.checks import Severity
from focusdesk.calc.stated_totals import ROUNDING, rounded_boxes, weight_of
from focusdesk.calc.worksheet import Worksheet
from focusdesk.filing.edit import Cause, Change
from focusdesk.filing.ground import Ground
from focusdesk.form.amount import AmountError
from focusdesk.form.box import Value, show_value


@dataclass(frozen=True, slots=True)
class Stated:
    """A value that is stated for a computed box.

    Attributes:
        where: The place where it stands, such as ``row 3``; empty where the code alone tells.
        code: The box.
        value: What is stated.
    """

    where: str
    code: str
    value: Value


@dataclass(frozen=True, slots=True)
class StatedTotal:
    """A stated value beside what the form's formula gives.

    Attributes:
        where: The place where it stands.
        code: The box.
        check: The edit check that its formula stands for, such as ``F04``.
        stated: What is stated.
        computed: What the form's formula gives after the new values.
        severity: What a difference weighs; `None` where the two agree.
        source: What states it: ``the file``.
    """

    where: str
    code: str
    check: str
    stated: Value
    computed: Value
    severity: Severity | None
    source: str = "the file"

    @property
    def sentence(self) -> str:
        """Say what is stated and what the form's formula gives."""
        computed = show_value(self.computed) or "blank"
        place = f" ({self.where})" if self.where else ""
        return (
            f"{self.source} states {show_value(self.stated)} for {self.code}{place}; "
            f"the form's formula gives {computed}, and that is what the filing would hold."
        )


@dataclass(frozen=True, slots=True)
class Outcome:
    """What would follow.

    Attributes:
        after: All figures afterwards.
        changes: The entered boxes that would change, in the order in which they came.
        follows: The other boxes that would change with them, in the order of the form: computed
            ones, and targets that follow the firm's policy.
        totals: What is stated for computed boxes, agreeing or not.
        overflow: The sentence that says that a total would be too large, where none of it can be
            applied; else empty.
    """

    after: Worksheet
    changes: tuple[Change, ...]
    follows: tuple[Change, ...]
    totals: tuple[StatedTotal, ...]
    overflow: str = ""


def outcome_of(
    ground: Ground,
    entered: Mapping[str, Value],
    stated: Sequence[Stated] = (),
    *,
    source: str = "the file",
    cents: int = 0,
) -> Outcome:
    """Find out what would follow; nothing is changed.

    Args:
        ground: The figures as they are.
        entered: New values for entered boxes.
        stated: What is stated for computed boxes.
        source: What states it, for sentences.
        cents: From how many of the values cents were dropped: a stated total may be off by as many
            dollars without being wrong.
    """
    before = after = ground.worksheet
    overflow = ""
    try:
        after = ground.after(entered, Cause.IMPORTED)
    except AmountError as error:
        overflow = f"A total would overflow: {error}"
    return Outcome(
        after,
        _changes(entered, before, after),
        _changes((code for code in before.edition.boxes if code not in entered), before, after),
        tuple(_totals(after, stated, source, cents)),
        overflow,
    )


def _totals(
    after: Worksheet, stated: Sequence[Stated], source: str, cents: int
) -> Iterator[StatedTotal]:
    rounded = rounded_boxes(after.edition)
    for each in stated:
        computed = after.value(each.code)
        tolerance = cents + (ROUNDING if each.code in rounded else 0)
        severity = weight_of(each.value, computed, tolerance)
        check = after.edition.boxes[each.code].check or each.code
        yield StatedTotal(each.where, each.code, check, each.value, computed, severity, source)


def _changes(codes: Iterable[str], before: Worksheet, after: Worksheet) -> tuple[Change, ...]:
    return tuple(
        Change(code, before.value(code), after.value(code))
        for code in codes
        if before.value(code) != after.value(code)
    )
