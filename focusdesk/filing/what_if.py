"""What would be if some boxes held something else: a copy of a month to try things on.

Nothing is kept of it until it is applied, and then it is one edit through the one door. What would
follow is worked out as the door itself would: with the targets that follow the firm's policies.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from focusdesk.calc.checks import Finding
from focusdesk.calc.decomposition import Contribution, decompose
from focusdesk.calc.figures import show_figure
from focusdesk.filing.edit import Cause, Change, Edit, EditRefused
from focusdesk.filing.ground import supposed
from focusdesk.filing.guarded_changes import guarded_changes
from focusdesk.filing.session import FilingSession
from focusdesk.form.amount import AmountError, format_amount, format_change
from focusdesk.form.box import Value

_EXCESS = "excess"


@dataclass(frozen=True, slots=True)
class Level:
    """An excess, a target or a capital level, as it is and as it would be.

    Attributes:
        code: The box.
        words: Its line.
        now: What it holds.
        then: What it would hold.
        is_excess: Below zero it is a deficiency.
    """

    code: str
    words: str
    now: int | None
    then: int | None
    is_excess: bool = False

    @property
    def change(self) -> int | None:
        """By how much it would move; `None` where one of the two is blank."""
        return None if self.now is None or self.then is None else self.then - self.now

    @property
    def is_deficient(self) -> bool:
        """Whether it would be below zero where that is a deficiency."""
        return self.is_excess and self.then is not None and self.then < 0


class WhatIf:
    """A copy of an open month on which boxes can be changed.

    Attributes:
        session: The month.
        supposed: What boxes are supposed to hold, in the order in which that was said.
        worksheet: The figures as they would be.
    """

    def __init__(self, session: FilingSession) -> None:
        """Suppose nothing yet."""
        self.session = session
        self.supposed: dict[str, Value] = {}
        self.worksheet = session.worksheet
        self._targets = session.targets
        self.work_out()

    def suppose(self, code: str, value: Value) -> None:
        """Suppose that a box holds something; supposing what it holds takes that back.

        Raises:
            EditRefused: the box cannot take it, or a total would overflow; nothing has changed.
        """
        before = dict(self.supposed)
        edition = self.session.edition
        changes = guarded_changes(
            Edit({code: value}, Cause.TYPED), edition, self.session.value, lambda _: ""
        )
        self.supposed.pop(code, None)
        self.supposed |= {change.code: change.new for change in changes}
        try:
            self.work_out()
        except EditRefused:
            self.supposed = before
            self.work_out()
            raise

    def take_back(self, code: str = "") -> None:
        """Suppose nothing any more of a box, or of any where none is named."""
        for each in [code] if code else list(self.supposed):
            self.supposed.pop(each, None)
        self.work_out()

    def work_out(self) -> None:
        """Work out what would be, from the month's figures as they stand.

        Raises:
            EditRefused: a total would overflow.
        """
        try:
            self.worksheet, self._targets = supposed(self.session, self.supposed, Cause.TYPED)
        except AmountError as error:
            code = next(iter(self.supposed), "")
            raise EditRefused(code, f"A total would overflow: {error}") from error

    def changes(self) -> tuple[Change, ...]:
        """List the entered boxes that would change, targets that follow included, in form order."""
        boxes, value = self.session.edition.boxes, self.session.value
        return tuple(
            Change(code, value(code), then)
            for code, box in boxes.items()
            if not box.is_computed and (then := self.worksheet.value(code)) != value(code)
        )

    def levels(self) -> tuple[Level, ...]:
        """Give every excess, target and capital level of the form, in its order."""
        edition = self.session.edition
        warned = {
            level.figure
            for schedule in edition.schedules
            if schedule.standing
            for level in schedule.standing.levels
        }
        return tuple(
            Level(
                code,
                edition.name_of(code),
                _amount(self.session.value(code)),
                _amount(self.worksheet.value(code)),
                box.watched == _EXCESS,
            )
            for code, box in edition.boxes.items()
            if box.watched or code in warned
        )

    def drivers(self, code: str) -> tuple[Contribution, ...]:
        """Give what each changed box makes an excess, a target or a level move, the largest first.

        Raises:
            KeyError: the form has no such box.
        """
        return decompose(self.session.worksheet, self.worksheet, code).contributions

    def findings(self) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
        """Say which findings would come, and which would go.

        Raises:
            StoreError: an earlier month, or the journal, cannot be read.
        """
        known = self.session.checks.circumstances()
        figures = {**known.figures, **self._targets.figures()}
        then = self.session.plan.checks.findings(self.worksheet, replace(known, figures=figures))
        now = self.session.findings()
        names_now, names_then = ({(each.id, each.codes) for each in of} for of in (now, then))
        come = tuple(each for each in then if (each.id, each.codes) not in names_now)
        return come, tuple(each for each in now if (each.id, each.codes) not in names_then)

    def edit(self) -> Edit | None:
        """Give the one edit that makes it so; `None` where nothing is supposed.

        Targets that follow their policies are not in it: they follow by themselves.
        """
        if not self.supposed:
            return None
        count = len(self.supposed)
        words = f"What if: {count} {'box' if count == 1 else 'boxes'}"
        return Edit(dict(self.supposed), Cause.TYPED, words)


def level_words(level: Level, drivers: Sequence[Contribution]) -> str:
    """Show the arithmetic of a level: from what it is, by which boxes, to what it would be.

    A blank counts as zero there, as it does on the form.
    """
    heading = f"{level.code}  {level.words}"
    if not drivers:
        return f"{heading}\nDoes not move: no changed box comes into it."
    lines = [f"now {format_amount(level.now or 0)}"]
    lines.extend(
        f"{each.code} from {show_figure(each.before)} to {show_figure(each.after)}: "
        f"{format_change(each.dollars)}"
        for each in drivers
    )
    deficient = ", a deficiency" if level.is_deficient else ""
    return "\n".join([heading, *lines, f"then {format_amount(level.then or 0)}{deficient}"])


def _amount(value: Value) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) else None
