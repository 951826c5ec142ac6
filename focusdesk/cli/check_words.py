"""How the command line tells what does not hold, why it matters, and what could not be judged."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

from focusdesk.calc.checks import Finding, Judgement, Severity, State, Tie
from focusdesk.calc.figures import show_figure
from focusdesk.calc.likely_causes import LikelyCause
from focusdesk.form.box import Value

Causes = Mapping[Finding, tuple[LikelyCause, ...]]

_INDENT = "         "


def by_severity(findings: Iterable[Finding]) -> list[Finding]:
    """Put the weightiest first; what weighs the same stays in the order of the form."""
    ranks = {severity: rank for rank, severity in enumerate(Severity)}
    return sorted(findings, key=lambda finding: ranks[finding.severity])


def finding_lines(
    findings: Iterable[Finding],
    values: Mapping[str, Value],
    causes: Causes,
    said: Callable[[Finding], str] = lambda _: "",
) -> Iterator[str]:
    """Tell findings: what, the boxes with their figures, the rule, why it matters, likely causes.

    Of several findings of one check the rule and why it matters are told once; what is only for
    information takes one line.

    Args:
        findings: In the order in which to tell them.
        values: What every box holds.
        causes: What would explain them.
        said: What somebody has said of one, as a line; empty for nothing.
    """
    told: set[tuple[str, str]] = set()
    for finding in findings:
        codes = ", ".join(finding.codes)
        yield f"{finding.severity.value}  {finding.id}  {codes}  {finding.message}"
        if finding.severity is Severity.INFORMATION:
            continue
        figures = (f"{code} {show_figure(values.get(code))}" for code in finding.codes)
        yield f"{_INDENT}{'; '.join(figures)}"
        if (finding.id, finding.cite) not in told:
            told.add((finding.id, finding.cite))
            yield from _reasons(finding)
        if explained := said(finding):
            yield f"{_INDENT}{explained[:1].lower()}{explained[1:]}"
        for line in cause_lines(causes.get(finding, ())):
            yield f"{_INDENT}{line}"


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
            f"information  {tie.check}  {left} against {right}: {amounts}, {apart} apart, "
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


def counted(findings: Collection[Finding]) -> str:
    """Count findings in words: ``1 error, 2 warnings``; ``no findings`` for none."""
    counts = {
        severity: sum(finding.severity is severity for finding in findings) for severity in Severity
    }
    words = (
        f"{count} {severity.value}{'s' if count > 1 and severity in _COUNTABLE else ''}"
        for severity, count in counts.items()
        if count
    )
    return ", ".join(words) or "no findings"


_COUNTABLE = (Severity.ERROR, Severity.WARNING, Severity.NOTICE)


def _reasons(finding: Finding) -> Iterator[str]:
    if finding.cite:
        yield f"{_INDENT}rule: {finding.cite}"
    if finding.why:
        yield f"{_INDENT}why: {finding.why}"
