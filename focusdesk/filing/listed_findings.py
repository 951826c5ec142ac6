"""The findings of a month as they are listed: each with how it stands and what is said of it."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from focusdesk.calc.finding import Finding, Judgement, Severity, State
from focusdesk.filing.finding_kind import Kind
from focusdesk.filing.notice import Notice
from focusdesk.filing.notice_book import NoticeBook
from focusdesk.filing.notice_words import closing_words, mended_words, record_words
from focusdesk.filing.session import FilingSession


class Standing(StrEnum):
    """How a finding stands."""

    OPEN = "open"
    EXPLAINED = "explained"
    PROVISIONAL = "provisional"
    RECORDED = "recorded"
    GIVEN = "given"
    NOT_EVALUATED = "not evaluated"


@dataclass(frozen=True, slots=True)
class ListedFinding:
    """A finding, an event on record that the figures show no longer, or a check not judged.

    Attributes:
        finding: The finding; of a check that could not be judged its message says why.
        standing: How it stands.
        said: What somebody has said of it, or what is on record, in one line; empty for nothing.
        notice: The notice that records its event; `None` where none does.
        is_shown: The figures show it; not so of a notice whose figures have been mended since.
    """

    finding: Finding
    standing: Standing = Standing.OPEN
    said: str = ""
    notice: Notice | None = None
    is_shown: bool = True

    def __post_init__(self) -> None:
        """Refuse an event that stands as a mistake does: open, or explained.

        Raises:
            ValueError: it does.
        """
        mistake = self.standing in (Standing.OPEN, Standing.EXPLAINED)
        if mistake and self.finding.severity is Severity.NOTICE:
            message = f"{self.finding.id} is an event to report: it cannot be {self.standing}."
            raise ValueError(message)

    @property
    def kind(self) -> Kind:
        """Under which word it is counted."""
        return _KINDS.get(self.standing) or Kind(self.finding.severity.value)

    @property
    def is_open(self) -> bool:
        """Whether something is still to be done about it."""
        return self.kind.is_open

    @property
    def is_answered(self) -> bool:
        """Whether somebody has said what there was to be said: it is explained, or was told."""
        return self.kind in (Kind.EXPLAINED, Kind.GIVEN)

    def matches(self, words: str) -> bool:
        """Whether each of some words stands in it, in capitals or not."""
        finding = self.finding
        codes = " ".join(finding.codes)
        whole = f"{finding.id} {codes} {finding.message} {self.said} {finding.cite} {self.kind}"
        return all(word in whole.casefold() for word in words.casefold().split())


class FindingList:
    """Lists what one filing's checks come to."""

    def __init__(self, session: FilingSession) -> None:
        """Read nothing yet.

        Args:
            session: The filing.
        """
        self._session, self._book = session, NoticeBook(session)

    def listed(self) -> tuple[ListedFinding, ...]:
        """Give what does not hold, and notices, open or given, whose figures have been mended.

        What asks for something comes first, each in the order of the form.

        Raises:
            StoreError: the store cannot be read.
        """
        findings = self._session.checks.for_review()
        answer = self._book.answered(self._session.checks.notices.notices())
        listed = [self._listed(finding, answer) for finding in findings]
        listed += self._mended(findings)
        places = {each.id: at for at, each in enumerate(self._session.edition.schedules)}
        return tuple(sorted(listed, key=lambda each: (_rank(each), places[each.finding.schedule])))

    def at_signing(self) -> tuple[ListedFinding, ...]:
        """Give what does not hold only once a signature copy is asked for (C06).

        Raises:
            StoreError: the store cannot be read.
        """
        checks = self._session.checks
        now = frozenset(checks.findings())
        asked = checks.warnings.open_of(checks.before_signing())
        return tuple(ListedFinding(each) for each in asked if each not in now)

    def not_evaluated(self) -> tuple[ListedFinding, ...]:
        """Give the checks that could not be judged, those of one reason together.

        Raises:
            StoreError: the store cannot be read.
        """
        told: dict[tuple[str, str], Finding] = {}
        for each in self._session.checks.judgements():
            if each.state is State.NOT_EVALUATED:
                key = (each.id, _reason(each))
                told[key] = _joined(told[key], each, key[1]) if key in told else _unjudged(each)
        return tuple(ListedFinding(each, Standing.NOT_EVALUATED) for each in told.values())

    def _mended(self, findings: Iterable[Finding]) -> Iterator[ListedFinding]:
        """Give the notices, open or given, whose event is not among what the figures show.

        Of one event the newest is listed; those before it are in the list of notices.
        """
        shown = {(each.duty.event, each.schedule) for each in findings if each.duty}
        newest = {
            (each.latest.name, each.latest.schedule): each
            for each in self._session.checks.notices.notices()
            if each.stands
        }
        for told, notice in newest.items():
            event = notice.latest
            if told not in shown:
                codes, words = event.codes, mended_words(notice)
                finding = Finding(
                    event.check, Severity.NOTICE, codes, words, event.schedule, event.cite
                )
                standing = Standing.RECORDED if notice.is_open else Standing.GIVEN
                yield ListedFinding(
                    finding, standing, closing_words(notice), notice, is_shown=False
                )

    def _listed(
        self, finding: Finding, answer: Callable[[Finding], Notice | None]
    ) -> ListedFinding:
        warnings = self._session.checks.warnings
        if finding.duty is not None:
            return _with_notice(finding, answer(finding))
        said = warnings.told(finding)
        explained = bool(said) and warnings.explained(finding) is not None
        return ListedFinding(finding, Standing.EXPLAINED if explained else Standing.OPEN, said)


def listed_text(listed: Iterable[ListedFinding]) -> str:
    """Write findings as lines of text, to be copied: of which kind, where, and what is said.

    Args:
        listed: The findings.
    """
    lines = (
        "\t".join((each.kind, each.finding.id, ", ".join(each.finding.codes), words))
        for each in listed
        for words in [" ".join(f"{each.finding.message} {each.said}".split())]
    )
    return "\n".join(lines)


def _rank(listed: ListedFinding) -> int:
    """Say what comes first: what asks for something; last what is only on record any more."""
    return 0 if listed.is_open else 1 if listed.is_shown else 2


_KINDS = {
    Standing.EXPLAINED: Kind.EXPLAINED,
    Standing.PROVISIONAL: Kind.PROVISIONAL,
    Standing.RECORDED: Kind.OPEN_NOTICE,
    Standing.GIVEN: Kind.GIVEN,
    Standing.NOT_EVALUATED: Kind.NOT_EVALUATED,
}


def _with_notice(finding: Finding, notice: Notice | None) -> ListedFinding:
    """Say whether the event of a finding is provisional, on record, or was told."""
    if notice is None:
        return ListedFinding(finding, Standing.PROVISIONAL)
    if notice.is_open:
        return ListedFinding(finding, Standing.RECORDED, record_words(notice), notice)
    return ListedFinding(finding, Standing.GIVEN, closing_words(notice), notice)


def _reason(each: Judgement) -> str:
    """Say why a check could not be judged, whichever its box is."""
    return each.words.replace(each.codes[0], "it") if each.codes else each.words


def _unjudged(each: Judgement) -> Finding:
    return Finding(each.id, each.severity, each.codes, each.words, each.schedule)


def _joined(finding: Finding, each: Judgement, reason: str) -> Finding:
    codes = tuple(dict.fromkeys((*finding.codes, *each.codes)))
    return replace(finding, codes=codes, message=f"{reason[:1].upper()}{reason[1:]}")
