"""A month at a glance: how its pools and its capital stand, and what remains before printing."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from focusdesk.calc.checks import Finding, Severity
from focusdesk.filing.overview_card import Card, CardMaker
from focusdesk.filing.session import FilingSession

CHANGED: Final = "changed"
"""What stands in the place of a check's name at what was changed since the last print."""

_MOST_NAMED = 8


@dataclass(frozen=True, slots=True)
class FindingsOfKind:
    """How many findings of one kind there are.

    Attributes:
        severity: The kind.
        findings: They, in the order of the form.
    """

    severity: Severity
    findings: tuple[Finding, ...]

    @property
    def words(self) -> str:
        """Count them: ``2 warnings``, ``7 information``."""
        count = len(self.findings)
        plural = "s" if count > 1 and self.severity is not Severity.INFORMATION else ""
        return f"{count} {self.severity.value}{plural}"

    @property
    def checks(self) -> tuple[str, ...]:
        """The checks that they are of, each once."""
        return tuple(dict.fromkeys(finding.id for finding in self.findings))

    @property
    def code(self) -> str:
        """The first box that they name; empty where they name none."""
        return next((code for each in self.findings for code in each.codes), "")


@dataclass(frozen=True, slots=True)
class Remaining:
    """Something to do, or to know, before the month is printed.

    Attributes:
        id: The check; `CHANGED` for what was changed since the last print.
        severity: How much it weighs.
        words: What it is, as a sentence.
        code: The box to go to; empty where there is none.
        at_signing: It is asked of a signature copy alone.
    """

    id: str
    severity: Severity
    words: str
    code: str
    at_signing: bool = False


@dataclass(frozen=True, slots=True)
class Overview:
    """A month at a glance.

    Attributes:
        since: The month before, against which changes are told; empty where the store has none.
        cards: How the pools and the capital stand, in the order of the form.
        kinds: The findings by kind, but for explained warnings, the weightiest first.
        remaining: What remains before printing, the weightiest first.
        is_printed: A signature copy was made.
    """

    since: str
    cards: tuple[Card, ...]
    kinds: tuple[FindingsOfKind, ...]
    remaining: tuple[Remaining, ...]
    is_printed: bool

    @property
    def remaining_words(self) -> str:
        """Say how much remains: ``3 lines remain before printing``."""
        count = len(self.remaining)
        if count:
            return f"{'1 line remains' if count == 1 else f'{count} lines remain'} before printing"
        if self.is_printed:
            return "Nothing remains: the signature copy is as the figures are"
        return "Nothing remains before printing"


def overview_of(session: FilingSession) -> Overview:
    """Look at an open month.

    Raises:
        StoreError: an earlier month, or the journal, cannot be read.
    """
    earlier = session.checks.circumstances().earlier
    since = ""
    if earlier:
        since = earlier[0].label + (" (illustrative)" if earlier[0].illustrative else "")
    return Overview(
        since=since,
        cards=tuple(cards_of(session)),
        kinds=_by_kind(session.checks.unanswered()),
        remaining=tuple(_remaining(session)),
        is_printed=session.print_record() is not None,
    )


def cards_of(session: FilingSession) -> Iterator[Card]:
    """Say how each pool and the capital of an open month stand, in the order of the form.

    Raises:
        StoreError: an earlier month, or the journal, cannot be read.
    """
    beside = session.checks.circumstances()
    earlier = beside.earlier[0] if beside.earlier else None
    known = (each for each in session.carried.known() if each.given)
    origins = {each.figure.code: each.origin for each in known}
    maker = CardMaker(session.edition, earlier, beside.figures, origins)
    for schedule in session.edition.schedules:
        if schedule.standing is not None:
            yield maker.card(schedule, schedule.standing, session.worksheet.values())


def _by_kind(findings: Sequence[Finding]) -> tuple[FindingsOfKind, ...]:
    of_kinds = (
        FindingsOfKind(severity, tuple(each for each in findings if each.severity is severity))
        for severity in Severity
    )
    return tuple(kind for kind in of_kinds if kind.findings)


def _remaining(session: FilingSession) -> Iterator[Remaining]:
    """Give the findings that a signature copy would have, but for information, and what changed."""
    now = frozenset(session.checks.for_review())
    signing = session.checks.warnings.open_of(session.checks.before_signing())
    asked = (*signing, *session.checks.moves.findings())
    for severity in Severity:
        for each in asked:
            if each.severity is severity and severity is not Severity.INFORMATION:
                at_signing = each not in now
                code = each.codes[0] if each.codes else ""
                yield Remaining(each.id, severity, each.message, code, at_signing)
    changed = session.changed_since_print()
    if changed:
        yield Remaining(CHANGED, Severity.NOTICE, _changed_words(changed), changed[0])


def _changed_words(codes: Sequence[str]) -> str:
    more = len(codes) - _MOST_NAMED
    named = ", ".join(codes[:_MOST_NAMED]) + (f" and {more} more" if more > 0 else "")
    holds = "1 box holds" if len(codes) == 1 else f"{len(codes)} boxes hold"
    return f"{holds} something else than the last signature copy says: {named}. Print it again."
