"""How the command line tells what does not hold, why it matters, and what could not be judged."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from focusdesk.calc.checks import Finding, Judgement, State, Tie
from focusdesk.calc.figures import show_figure
from focusdesk.calc.likely_causes import LikelyCause
from focusdesk.filing.finding_kind import Kind
from focusdesk.filing.listed_findings import ListedFinding
from focusdesk.form.box import Value

Causes = Mapping[Finding, tuple[LikelyCause, ...]]

_INDENT = "         "


def by_kind(listed: Iterable[ListedFinding]) -> list[ListedFinding]:
    """Put the weightiest first; what is of one kind stays in the order of the form."""
    return sorted(listed, key=lambda each: each.kind.rank)


def finding_lines(
    listed: Iterable[ListedFinding], values: Mapping[str, Value], causes: Causes
) -> Iterator[str]:
    """Tell findings: what, the boxes with their figures, the rule, why it matters, likely causes.

    Of several findings of one check the rule and why it matters are told once; what is only for
    information takes one line.

    Args:
        listed: In the order in which to tell them.
        values: What every box holds.
        causes: What would explain them.
    """
    told: set[tuple[str, str]] = set()
    for each in listed:
        finding = each.finding
        codes = ", ".join(finding.codes)
        yield f"{each.kind}  {finding.id}  {codes}  {finding.message}"
        if each.kind is Kind.INFORMATION:
            continue
        figures = (f"{code} {show_figure(values.get(code))}" for code in finding.codes)
        yield f"{_INDENT}{'' if each.is_shown else 'now '}{'; '.join(figures)}"
        if (finding.id, finding.cite) not in told:
            told.add((finding.id, finding.cite))
            yield from _reasons(finding)
        if each.said:
            yield f"{_INDENT}{each.said[:1].lower()}{each.said[1:]}"
        for line in cause_lines(causes.get(finding, ())):
            yield f"{_INDENT}{line}"


def notice_reminders(listed: Sequence[ListedFinding]) -> Iterator[str]:
    """Name the notices that wait for something, and what the exit status has to do with them."""
    waiting = [each for each in listed if each.kind in (Kind.OPEN_NOTICE, Kind.PROVISIONAL)]
    on_record = [each for each in waiting if each.kind is Kind.OPEN_NOTICE]
    if on_record:
        named = ", ".join(_named(each) for each in on_record)
        yield (
            f"Still open: {named}. Record that notice was given, or that it was an error of entry: "
            f"focusdesk notice."
        )
    if waiting and not any(each.kind.fails for each in listed):
        yield (
            "No error and no unexplained warning stands, so the exit status is 0; that of "
            "focusdesk notices says whether a notice is open."
        )


def _named(each: ListedFinding) -> str:
    """Name an open notice: ``notice 17 (N01, under-segregated)``."""
    if each.notice is None:
        return each.finding.id
    return f"notice {each.notice.number} ({each.finding.id}, {each.notice.event.name})"


def cause_lines(causes: Sequence[LikelyCause]) -> Iterator[str]:
    """Tell likely causes, the likeliest first; nothing for none."""
    for number, cause in enumerate(causes, start=1):
        yield f"likely cause {number}: {cause.words}"


def tie_lines(ties: Iterable[Tie]) -> Iterator[str]:
    """Tell the facing figures that differ and are within their tolerance."""
    for tie in within_tolerance(ties):
        left, right = " + ".join(tie.left), " + ".join(tie.right)
        amounts = f"{show_figure(tie.left_amount)} against {show_figure(tie.right_amount)}"
        apart = show_figure(abs(tie.difference or 0))
        yield (
            f"holds  {tie.check}  {left} against {right}: {amounts}, {apart} apart, "
            f"within the tolerance"
        )


def within_tolerance(ties: Iterable[Tie]) -> list[Tie]:
    """Give the facing figures that differ though their check holds."""
    return [tie for tie in ties if tie.sign == "=" and tie.state is State.HOLDS and tie.difference]


def not_evaluated_lines(judgements: Iterable[Judgement]) -> Iterator[str]:
    """Tell what was not judged and why, each reason once with the boxes that it is told of."""
    told: dict[tuple[str, str], list[Judgement]] = {}
    for each in not_evaluated(judgements):
        reason = each.words
        for code in each.codes[:1]:
            reason = reason.replace(code, "it")
        told.setdefault((each.id, reason), []).append(each)
    for (check, reason), alike in told.items():
        codes = ", ".join(dict.fromkeys(code for each in alike for code in each.codes))
        words = alike[0].words if len(alike) == 1 else reason[:1].upper() + reason[1:]
        yield f"not evaluated  {check}  {codes}  {words}"


def not_evaluated(judgements: Iterable[Judgement]) -> list[Judgement]:
    """Give what was not judged."""
    return [each for each in judgements if each.state is State.NOT_EVALUATED]


def _reasons(finding: Finding) -> Iterator[str]:
    if finding.cite:
        yield f"{_INDENT}rule: {finding.cite}"
    if finding.why:
        yield f"{_INDENT}why: {finding.why}"
