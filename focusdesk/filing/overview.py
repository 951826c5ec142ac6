"""A month at a glance: how its pools and its capital stand, and what remains before printing."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from focusdesk.calc.checks import Severity
from focusdesk.filing.finding_kind import Kind, count_words
from focusdesk.filing.listed_findings import FindingList, ListedFinding
from focusdesk.filing.overview_card import Card, CardMaker
from focusdesk.filing.session import FilingSession

CHANGED: Final = "changed"
"""What stands in the place of a check's name at what was changed since the last print."""

_MOST_NAMED = 8


@dataclass(frozen=True, slots=True)
class FindingsOfKind:
    """How many findings of one kind there are.

    Attributes:
        kind: The kind.
        listed: They, in the order of the form.
    """

    kind: Kind
    listed: tuple[ListedFinding, ...]

    @property
    def words(self) -> str:
        """Count them: ``2 warnings``, ``7 information``."""
        return self.kind.counted(len(self.listed))

    @property
    def checks(self) -> tuple[str, ...]:
        """The checks that they are of, each once."""
        return tuple(dict.fromkeys(each.finding.id for each in self.listed))

    @property
    def code(self) -> str:
        """The first box that they name; empty where they name none."""
        return next((code for each in self.listed for code in each.finding.codes), "")

    @property
    def severity(self) -> Severity | None:
        """How much they weigh; `None` where nothing is to be done about them any more."""
        first = self.listed[0]
        return None if first.is_answered else first.finding.severity


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
        kinds: The findings by kind, the weightiest first.
        at_signing: What is asked of a signature copy alone, and is in none of the kinds.
        remaining: What remains before printing, the weightiest first.
        is_printed: A signature copy was made.
    """

    since: str
    cards: tuple[Card, ...]
    kinds: tuple[FindingsOfKind, ...]
    at_signing: tuple[ListedFinding, ...]
    remaining: tuple[Remaining, ...]
    is_printed: bool

    @property
    def counted(self) -> str:
        """Count the findings, and what a signature copy is asked: ``1 error, 2 warnings``."""
        return counted(tuple(each for kind in self.kinds for each in kind.listed), self.at_signing)

    @property
    def signing(self) -> str:
        """Count what is asked of a signature copy alone; empty for nothing."""
        return signing_words(self.at_signing)

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
    found = FindingList(session)
    listed, at_signing = found.listed(), found.at_signing()
    return Overview(
        since=since,
        cards=tuple(cards_of(session)),
        kinds=_by_kind(listed),
        at_signing=at_signing,
        remaining=tuple(_remaining(session, listed, at_signing)),
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


def counted(listed: Sequence[ListedFinding], at_signing: Sequence[ListedFinding]) -> str:
    """Count findings as every part of the program does, and what a signature copy adds.

    ``1 error, 2 warnings; a signature copy adds 1 error (C06)``, or ``no findings``.

    Args:
        listed: The findings.
        at_signing: What is asked of a signature copy alone.
    """
    words = count_words(each.kind for each in listed) or "no findings"
    more = signing_words(at_signing)
    return f"{words}; {more}" if more else words


def signing_words(at_signing: Sequence[ListedFinding]) -> str:
    """Count what is asked of a signature copy alone; empty for nothing."""
    if not at_signing:
        return ""
    checks = ", ".join(dict.fromkeys(each.finding.id for each in at_signing))
    return f"a signature copy adds {count_words(each.kind for each in at_signing)} ({checks})"


def _by_kind(listed: Sequence[ListedFinding]) -> tuple[FindingsOfKind, ...]:
    of_kinds = (
        FindingsOfKind(kind, tuple(each for each in listed if each.kind is kind)) for kind in Kind
    )
    return tuple(each for each in of_kinds if each.listed)


def _remaining(
    session: FilingSession,
    listed: Sequence[ListedFinding],
    at_signing: Sequence[ListedFinding],
) -> Iterator[Remaining]:
    """Give what a signature copy would be asked and is open yet, and what changed since."""
    asked = sorted((*listed, *at_signing), key=lambda each: each.kind.rank)
    for each in asked:
        if each.is_open:
            finding = each.finding
            code = finding.codes[0] if finding.codes else ""
            words = f"{finding.message} {each.said}".strip()
            is_more = each in at_signing
            yield Remaining(finding.id, finding.severity, words, code, is_more)
    changed = session.changed_since_print()
    if changed:
        yield Remaining(CHANGED, Severity.NOTICE, _changed_words(changed), changed[0])


def _changed_words(codes: Sequence[str]) -> str:
    more = len(codes) - _MOST_NAMED
    named = ", ".join(codes[:_MOST_NAMED]) + (f" and {more} more" if more > 0 else "")
    holds = "1 box holds" if len(codes) == 1 else f"{len(codes)} boxes hold"
    return f"{holds} something else than the last signature copy says: {named}. Print it again."
