"""The findings of a month as they are listed: each with how it stands and what is said of it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from focusdesk.calc.finding import Finding, Judgement, Severity, State
from focusdesk.filing.notice import Notice
from focusdesk.filing.notice_book import NoticeBook
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
    """A finding, or a check that could not be judged.

    Attributes:
        finding: The finding; of a check that could not be judged its message says why.
        standing: How it stands.
        said: What somebody has said of it, in one line; empty for nothing.
        notice: The notice that records its event; `None` where none does.
    """

    finding: Finding
    standing: Standing = Standing.OPEN
    said: str = ""
    notice: Notice | None = None

    @property
    def kind(self) -> str:
        """Under which word it is counted: its severity, ``explained`` or ``not evaluated``."""
        if self.standing in (Standing.EXPLAINED, Standing.NOT_EVALUATED):
            return self.standing.value
        return self.finding.severity.value

    @property
    def is_open(self) -> bool:
        """Whether something is still to be done about it."""
        closed = (Standing.EXPLAINED, Standing.NOT_EVALUATED, Standing.GIVEN)
        return self.standing not in closed and self.finding.severity is not Severity.INFORMATION

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
        """Give what does not hold: what asks for something first, each in the order of the form.

        Raises:
            StoreError: the store cannot be read.
        """
        findings = self._session.checks.for_review()
        has_event = any(each.duty for each in findings)
        answer = self._book.answered() if has_event else _no_notice
        listed = (self._listed(finding, answer) for finding in findings)
        return tuple(sorted(listed, key=lambda each: not each.is_open))

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
    """Write findings as lines of text, to be copied: what weighs how much, where, and what is said.

    Args:
        listed: The findings.
    """
    lines = (
        "\t".join((standing_words(each), each.finding.id, ", ".join(each.finding.codes), words))
        for each in listed
        for words in [" ".join(f"{each.finding.message} {each.said}".split())]
    )
    return "\n".join(lines)


def standing_words(each: ListedFinding) -> str:
    """Say how much a finding weighs and how it stands: ``warning, explained``."""
    plain = (Standing.OPEN, Standing.NOT_EVALUATED)
    severity = each.finding.severity.value
    if each.standing in plain:
        return each.kind
    return f"{severity}, {each.standing.value}"


def _with_notice(finding: Finding, notice: Notice | None) -> ListedFinding:
    """Say whether the event of a finding is provisional, on record, or was told."""
    if notice is None:
        return ListedFinding(finding, Standing.PROVISIONAL)
    standing = Standing.RECORDED if notice.is_open else Standing.GIVEN
    return ListedFinding(finding, standing, notice=notice)


def _no_notice(finding: Finding) -> None:
    """Answer for nothing: there is no event."""
    del finding


def _reason(each: Judgement) -> str:
    """Say why a check could not be judged, whichever its box is."""
    return each.words.replace(each.codes[0], "it") if each.codes else each.words


def _unjudged(each: Judgement) -> Finding:
    return Finding(each.id, each.severity, each.codes, each.words, each.schedule)


def _joined(finding: Finding, each: Judgement, reason: str) -> Finding:
    codes = tuple(dict.fromkeys((*finding.codes, *each.codes)))
    return replace(finding, codes=codes, message=f"{reason[:1].upper()}{reason[1:]}")
