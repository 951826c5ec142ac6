"""Recording a policy fills the drafts that follow it, whole or not at all."""

import datetime as dt
import sqlite3
from contextlib import closing
from dataclasses import replace

import pytest

from focusdesk.filing.edit import Cause, Edit
from focusdesk.filing.filing import Status
from focusdesk.filing.journal_codes import FACT as JOURNALLED_FACT
from focusdesk.filing.ports import StoreFailed
from focusdesk.filing.register import Register
from focusdesk.filing.session import FilingSession
from focusdesk.filing.target_keeping import (
    follow_policy,
    keep_policy,
    kept_policies,
    known_pools,
    pool_named,
    take_over_policies,
    withdraw_policy,
)
from focusdesk.filing.target_measure import TargetError, TargetField, parse_measure
from focusdesk.filing.target_policy import TargetPolicy
from focusdesk.form.period import Period
from focusdesk.samples.sample import sample_policies, write_sample
from focusdesk.store.filing_store import SqliteFilingStore
from focusdesk.store.verify import verify

JANUARY, FEBRUARY = Period(2014, 1), Period(2014, 2)


def policy(measure: str, since: dt.date = JANUARY.first_day) -> TargetPolicy:
    return TargetPolicy("segregation", parse_measure(measure), since, "the board", "prudence")


@pytest.fixture
def january(register: Register) -> FilingSession:
    session = register.start_month(JANUARY)
    session.apply(Edit({"7010": 1_000}, Cause.TYPED))
    return session


def target(register: Register, period: Period = JANUARY) -> object:
    return register.open(register.store.find(period)).value("7194")


def test_a_draft_whose_target_is_blank_is_filled(
    register: Register, january: FilingSession
) -> None:
    kept = keep_policy(register, policy("5 %"))

    assert [filing.period for filing in kept.filled] == [JANUARY]
    assert kept.left == ()
    assert target(register) == 50
    row = register.store.journal(january.filing, "7194")[-1]
    assert (row.old, row.new, row.cause) == (None, "50", "policy")
    step = register.open(january.filing).history().undoable[-1]
    assert step.words == "By policy 7194: blank to 50"


def test_a_draft_that_follows_moves_to_the_later_policy_and_others_stay(
    register: Register, january: FilingSession
) -> None:
    keep_policy(register, policy("5 %"))
    register.start_month(FEBRUARY, source=january.filing, with_amounts=True)
    overridden = register.start_month(Period(2014, 3), source=january.filing, with_amounts=True)
    overridden.apply(Edit({"7194": 60}, Cause.TYPED))

    keep_policy(register, policy("7 %", FEBRUARY.first_day))

    assert target(register, JANUARY) == 50
    assert target(register, FEBRUARY) == 70
    assert target(register, Period(2014, 3)) == 60


def test_what_was_entered_before_there_was_a_policy_stays_and_shows_as_an_override(
    register: Register, january: FilingSession
) -> None:
    january.apply(Edit({"7194": 60}, Cause.TYPED))

    keep_policy(register, policy("5 %"))

    session = register.open(january.filing)
    assert session.value("7194") == 60
    assert session.targets.override("7194") is not None


@pytest.mark.parametrize("status", [Status.PRINTED, Status.SEALED])
def test_what_a_signature_or_a_seal_stands_for_is_not_touched(
    register: Register, january: FilingSession, status: Status
) -> None:
    register.store.set_status(january.filing, status)

    assert keep_policy(register, policy("5 %")).filled == ()
    assert target(register) is None


def test_the_month_on_the_desk_gets_its_edit_to_make_by_itself(
    register: Register, january: FilingSession
) -> None:
    kept = keep_policy(register, policy("5 %"), [january])

    assert kept.filled == ()
    assert kept.left == ((january.filing, Edit({"7194": 50}, Cause.POLICY)),)
    assert january.value("7194") is None
    take_over_policies(january)
    january.apply(Edit({"7194": 50}, Cause.POLICY))
    assert january.targets.overrides() == ()


def test_every_policy_stays_on_record_with_its_author(
    register: Register, store: SqliteFilingStore
) -> None:
    first = keep_policy(register, policy("50 %")).policy
    keep_policy(register, policy("5 %"))
    withdraw_policy(register, first, " a slip of\xa0the keyboard ")

    one, two = kept_policies(store).of("segregation")
    assert (one.number, one.measure.words, one.withdrawn) == (1, "50 %", "a slip of the keyboard")
    assert one.recorded is not None
    assert one.withdrawal is not None
    assert one.recorded.written <= one.withdrawal.written
    assert (two.number, two.withdrawn, two.withdrawal) == (2, "", None)
    with closing(sqlite3.connect(store.path)) as file:
        rows = file.execute(
            "SELECT count(*) FROM journal WHERE code LIKE ?", (f"{JOURNALLED_FACT}target:%",)
        )
        assert rows.fetchone() == (3,)
    assert verify(store.path) == ()


def test_withdrawing_a_policy_lets_drafts_follow_the_one_before(
    register: Register, january: FilingSession
) -> None:
    keep_policy(register, policy("5 %"))
    slip = keep_policy(register, policy("50 %")).policy
    assert target(register) == 500

    withdraw_policy(register, slip, "a slip")

    assert target(register) == 50
    assert january.filing.period == JANUARY


def test_where_no_policy_is_left_the_figure_stays(
    register: Register, january: FilingSession
) -> None:
    only = keep_policy(register, policy("5 %")).policy
    withdraw_policy(register, only, "never approved")

    session = register.open(january.filing)
    assert session.value("7194") == 50
    assert session.targets.overrides() == ()


@pytest.mark.parametrize(
    ("bad", "field", "says"),
    [
        (replace(policy("5 %"), pool="7190"), TargetField.POOL, "is no target of the form"),
        (replace(policy("5 %"), approved_by=" "), TargetField.APPROVED_BY, "Who approved"),
        (replace(policy("5 %"), why=""), TargetField.WHY, "Why is this the target?"),
        (replace(policy("5 %"), why="x" * 1001), TargetField.WHY, "at most 1,000"),
        (replace(policy("5 %"), why="a\x07b"), TargetField.WHY, "plain text"),
        (policy("5 %", dt.date(214, 1, 1)), TargetField.SINCE, "Check the year"),
    ],
)
def test_a_policy_that_lacks_something_is_refused_at_its_field_and_nothing_is_kept(
    register: Register, bad: TargetPolicy, field: TargetField, says: str
) -> None:
    with pytest.raises(TargetError, match=says) as refused:
        keep_policy(register, bad)

    assert refused.value.field is field
    assert kept_policies(register.store).recorded == ()


def test_a_policy_is_withdrawn_once_and_with_a_reason(register: Register) -> None:
    kept = keep_policy(register, policy("5 %")).policy
    with pytest.raises(TargetError, match="Why is the policy withdrawn"):
        withdraw_policy(register, kept, "")
    withdraw_policy(register, kept, "a slip")
    with pytest.raises(TargetError, match="withdrawn already: a slip"):
        withdraw_policy(register, kept, "again")


def test_where_a_draft_cannot_be_written_the_policy_is_not_kept_either(
    register: Register, january: FilingSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise StoreFailed

    monkeypatch.setattr(register.store, "record", refuse)
    with pytest.raises(StoreFailed):
        keep_policy(register, policy("5 %"))

    assert kept_policies(register.store).recorded == ()
    assert january.value("7194") is None


def test_an_override_goes_back_to_the_policy_as_an_edit(
    register: Register, january: FilingSession
) -> None:
    keep_policy(register, policy("5 %"))
    session = register.open(january.filing)
    session.apply(Edit({"7194": 60}, Cause.TYPED))

    session.apply(follow_policy(session, "7194"))

    assert session.value("7194") == 50
    assert session.history().undoable[-1].words == "By policy 7194: 60 to 50"
    with pytest.raises(TargetError, match="follows the firm's policy already"):
        follow_policy(session, "7194")


def test_a_pool_is_named_by_its_target_or_its_schedule(register: Register) -> None:
    assert pool_named(register.editions, "7194").id == "segregation"
    assert pool_named(register.editions, "cleared_swaps").target == "8760"
    assert {pool.target for pool in known_pools(register.editions)} == {"7194", "7780", "8760"}


def test_the_sample_s_policies_give_the_targets_that_were_filed_to_the_dollar(
    register: Register,
) -> None:
    write_sample(register)

    assert [each.measure.words for each in sample_policies()] == ["5 %", "20 %", "25,000,000"]
    session = register.open(register.store.find(JANUARY))
    given = {pool.target: session.targets.amount(pool) for pool in session.targets.pools}
    assert given == {"7194": 47_443_913, "7780": 17_471_813, "8760": 25_000_000}
    for filing in register.store.filings():
        assert register.open(filing).targets.overrides() == ()
    assert [f.id for f in session.findings() if f.id == "X12"] == []


@pytest.mark.parametrize(
    ("target", "of", "share", "filed"),
    [
        # 47,443,913.20 and 17,471,813.20: to whole dollars half up, as the form's 8 % lines.
        ("7194", ("7060", 948_878_264), "5 %", 47_443_913),
        ("7780", ("7360", 87_359_066), "20 %", 17_471_813),
        ("8760", ("8590", None), "25,000,000", 25_000_000),
    ],
)
def test_the_filing_of_january_2014_holds_exactly_what_its_policy_gives(
    register: Register, target: str, of: tuple[str, int | None], share: str, filed: int
) -> None:
    write_sample(register)
    session = register.open(register.store.find(JANUARY))
    (pool,) = [each for each in session.targets.pools if each.target == target]
    policy, (requirement, held) = session.targets.policy(pool), of

    assert policy is not None
    assert (policy.measure.words, pool.requirement) == (share, requirement)
    assert session.value(target) == session.targets.amount(pool) == filed
    assert held is None or session.value(requirement) == held
