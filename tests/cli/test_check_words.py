"""Findings are told with their figures, their rule and what would explain them."""

from focusdesk.calc.checks import Finding, Judgement, Severity, State, Tie
from focusdesk.calc.likely_causes import LikelyCause, Slip
from focusdesk.cli.check_words import (
    by_kind,
    cause_lines,
    finding_lines,
    not_evaluated_lines,
    notice_reminders,
    tie_lines,
)
from focusdesk.filing.finding_kind import Kind
from focusdesk.filing.listed_findings import ListedFinding, Standing
from focusdesk.form.box import Value


def finding(severity: Severity, name: str = "X01", code: str = "7020") -> ListedFinding:
    told = Finding(name, severity, (code,), "It is so.", "segregation", "a rule", "It matters.")
    provisional = severity is Severity.NOTICE
    return ListedFinding(told, Standing.PROVISIONAL if provisional else Standing.OPEN)


CAUSE = LikelyCause("7090", Slip.SIGN, 5, -5, "7090 with the other sign: (5) instead of 5")
VALUES: dict[str, Value] = {"7020": 1_000}


def test_the_weightiest_comes_first() -> None:
    every = [finding(severity) for severity in reversed(Severity)]

    assert [each.kind for each in by_kind(every)] == [
        Kind.ERROR, Kind.WARNING, Kind.PROVISIONAL, Kind.INFORMATION,
    ]  # fmt: skip


def test_a_finding_has_its_figures_its_rule_its_reason_and_causes() -> None:
    warning = finding(Severity.WARNING)

    assert list(finding_lines([warning], VALUES, {warning.finding: (CAUSE,)})) == [
        "warning  X01  7020  It is so.",
        "         7020 1,000",
        "         rule: a rule",
        "         why: It matters.",
        "         likely cause 1: 7090 with the other sign: (5) instead of 5",
    ]


def test_one_rule_is_told_once_and_a_blank_is_said() -> None:
    lines = list(
        finding_lines([finding(Severity.ERROR), finding(Severity.ERROR, code="7030")], VALUES, {})
    )

    assert lines[4:] == ["error  X01  7030  It is so.", "         7030 blank"]


def test_information_takes_one_line() -> None:
    assert len(list(finding_lines([finding(Severity.INFORMATION)], VALUES, {}))) == 1


def test_what_has_no_rule_and_no_reason_says_neither() -> None:
    bare = Finding("S01", Severity.ERROR, ("7020",), "It is so.", "segregation")

    assert len(list(finding_lines([ListedFinding(bare)], VALUES, {}))) == 2


def test_causes_are_numbered() -> None:
    assert list(cause_lines([CAUSE, CAUSE]))[1].startswith("likely cause 2: 7090")


def tie(sign: str = "=", left: int = 5, state: State = State.HOLDS) -> Tie:
    return Tie("X05", "segregation", ("7032",), ("7132", "7133"), sign, left, 3, state)


def test_facing_figures_that_differ_a_little_are_told() -> None:
    assert list(tie_lines([tie()])) == [
        "holds  X05  7032 against 7132 + 7133: 5 against 3, 2 apart, within the tolerance"
    ]
    assert not list(tie_lines([tie("<="), tie(left=3), tie(state=State.FAILS)]))


def undecided(code: str, words: str) -> Judgement:
    return Judgement("S06", Severity.WARNING, (code,), "s", State.NOT_EVALUATED, words)


def test_a_reason_is_told_once_with_all_its_boxes() -> None:
    every = [undecided("7070", "7070 is blank."), undecided("7500", "7500 is blank.")]

    assert list(not_evaluated_lines(every)) == ["not evaluated  S06  7070, 7500  It is blank."]
    assert list(not_evaluated_lines(every[:1])) == ["not evaluated  S06  7070  7070 is blank."]


def test_where_notices_alone_wait_it_is_said_why_the_status_is_0() -> None:
    (why,) = notice_reminders([finding(Severity.NOTICE), finding(Severity.INFORMATION)])

    assert why.startswith("No error and no unexplained warning stands, so the exit status is 0;")
    assert not list(notice_reminders([finding(Severity.ERROR), finding(Severity.NOTICE)]))
    assert not list(notice_reminders([finding(Severity.INFORMATION)]))
