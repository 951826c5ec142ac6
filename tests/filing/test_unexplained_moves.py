"""Which moves since the month before nobody has explained, kept up with edits and explanations."""

import random

import pytest

from focusdesk.filing.compare import ComparedMonth
from focusdesk.filing.edit import Cause, Edit
from focusdesk.filing.explanation import line, pool
from focusdesk.filing.explanations_due import ExplanationsDue, asks_why
from focusdesk.filing.register import Register
from focusdesk.filing.session import FilingSession
from focusdesk.filing.thresholds import Threshold, Thresholds, keep_thresholds, kept_thresholds
from focusdesk.form.box import BoxKind, Value
from focusdesk.form.period import Period

JANUARY, DECEMBER = Period(2014, 1), Period(2013, 12)


def typed(session: FilingSession, values: dict[str, Value]) -> None:
    session.apply(Edit(values, Cause.TYPED))


def lacking(session: FilingSession) -> list[str]:
    return [finding.codes[0] for finding in session.checks.moves.findings()]


@pytest.fixture
def december(register: Register) -> FilingSession:
    session = register.start_month(DECEMBER)
    typed(session, {"7010": 900_000, "7070": 950_000, "7194": 40_000})
    return session


@pytest.fixture
def january(register: Register, december: FilingSession) -> FilingSession:
    del december
    session = register.start_month(JANUARY)
    typed(session, {"7010": 900_000, "7070": 950_000, "7194": 40_000})
    return session


def test_an_edit_asks_why_and_taking_it_back_asks_no_more(january: FilingSession) -> None:
    assert lacking(january) == []

    typed(january, {"7070": 970_000})
    assert lacking(january) == ["7190", "7198"]

    typed(january, {"7070": 950_000})
    assert lacking(january) == []


def test_words_answer_and_their_withdrawal_asks_again(january: FilingSession) -> None:
    typed(january, {"7070": 970_000})
    january.explain_change(line("7190"), "Two new clients.")
    # 7198 follows from 7190 and the target, which has not moved.
    assert lacking(january) == []

    january.explain_change(line("7190"), "")
    assert lacking(january) == ["7190", "7198"]

    january.explain_change(pool("segregation"), "Two new clients.")
    assert lacking(january) == []


def test_they_stand_among_the_other_findings_of_their_schedule(january: FilingSession) -> None:
    typed(january, {"7070": 970_000, "7325": 5})
    told = january.checks.for_review()

    asking = [finding.codes[0] for finding in told if asks_why(finding)]
    assert asking == ["7190", "7198", "7380", "7785"]
    assert [finding for finding in told if not asks_why(finding)] == [*january.findings()]
    schedules = [schedule.id for schedule in january.edition.schedules]
    assert [*map(schedules.index, (each.schedule for each in told))] == sorted(
        schedules.index(each.schedule) for each in told
    )
    assert january.checks.for_review() is told, "asked for often, made once"


def test_an_edit_of_the_month_before_is_noticed(
    december: FilingSession, january: FilingSession
) -> None:
    assert lacking(january) == []
    typed(december, {"7070": 930_000})
    assert lacking(january) == ["7190", "7198"]


def test_other_thresholds_ask_of_other_lines(register: Register, january: FilingSession) -> None:
    typed(january, {"7070": 951_000})
    assert lacking(january) == []

    keep_thresholds(register, Thresholds(Threshold(dollars=500)))
    january.checks.thresholds_changed()
    assert lacking(january) == ["7190", "7198"]


def test_thresholds_that_cannot_be_read_count_as_none(
    register: Register, january: FilingSession
) -> None:
    register.store.set_fact("thresholds", "much")
    typed(january, {"7070": 970_000})
    assert lacking(january) == ["7190", "7198"]


def test_nobody_is_asked_about_a_made_up_month_nor_without_a_month_before(
    register: Register, december: FilingSession
) -> None:
    typed(december, {"7070": 1})
    assert lacking(december) == []

    june = [register.start_month(Period(2013, month)) for month in (5, 6)]
    typed(june[1], {"7070": 970_000})
    assert june[1].filing.illustrative
    assert lacking(june[1]) == []


def test_what_is_kept_up_is_what_would_be_found_anew(
    register: Register, january: FilingSession
) -> None:
    chance = random.Random(5)  # noqa: S311 -- the same figures each time
    amounts = [
        box.code
        for box in january.edition.boxes.values()
        if box.kind is BoxKind.AMOUNT and not box.is_computed
    ]
    before = register.month_before(january.filing)
    assert before is not None
    for _ in range(60):
        typed(january, {chance.choice(amounts): chance.choice([None, 0, 5_000, 40_000_000])})
        later = ComparedMonth(january.filing, january.edition, january.worksheet.values())
        due = ExplanationsDue(before, later, kept_thresholds(register.store))
        assert january.checks.moves.findings() == due.findings(january.explanations())
