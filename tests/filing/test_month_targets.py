"""The targets of a month follow the firm's policies until somebody enters something else."""

import datetime as dt
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from focusdesk.calc.worksheet import Worksheet
from focusdesk.catalog.loader import load_editions
from focusdesk.filing.edit import Cause, Change, ChangeSet, Edit, EditRefused
from focusdesk.filing.month_targets import governed_targets
from focusdesk.filing.ports import StoreFailed
from focusdesk.filing.register import Register
from focusdesk.filing.session import FilingSession
from focusdesk.filing.target_keeping import explain_override, keep_policy
from focusdesk.filing.target_measure import parse_measure
from focusdesk.filing.target_policy import TargetPolicy
from focusdesk.filing.warning_book import WarningBook
from focusdesk.form.amount import LARGEST
from focusdesk.form.period import Period
from focusdesk.store.filing_store import SqliteFilingStore
from focusdesk.store.opening import create_store

JANUARY = Period(2014, 1)


def record(register: Register, pool: str, measure: str, since: dt.date = JANUARY.first_day) -> None:
    keep_policy(
        register, TargetPolicy(pool, parse_measure(measure), since, "the board", "prudence")
    )


@pytest.fixture
def session(register: Register) -> FilingSession:
    record(register, "segregation", "5 %")
    record(register, "cleared_swaps", "25m")
    return register.start_month(JANUARY)


def typed(**values: int | None) -> Edit:
    return Edit({code.removeprefix("b"): value for code, value in values.items()}, Cause.TYPED)


def rows(session: FilingSession) -> list[tuple[str, str | None, str]]:
    return [(row.code, row.new, row.cause) for row in session.store.journal(session.filing)]


def test_a_month_begins_with_what_the_policies_give(session: FilingSession) -> None:
    assert session.value("8760") == 25_000_000
    assert session.value("7194") is None  # five percent of a blank
    assert session.value("7780") is None  # no policy
    assert ("8760", "25000000", "policy") in rows(session)
    assert session.history().undoable == ()


def test_a_target_moves_with_its_requirement_in_the_same_edit(session: FilingSession) -> None:
    done = session.apply(typed(b7010=1_000))

    assert done.changes == (
        Change("7010", None, 1_000),
        Change("7194", None, 50, cause=Cause.POLICY),
    )
    assert {"7010", "7060", "7194", "7198"} <= set(done.codes)
    assert rows(session)[-2:] == [("7010", "1000", "typed"), ("7194", "50", "policy")]
    assert session.store.entered(session.filing, session.edition)["7194"] == 50


def test_it_is_one_step_that_is_named_by_what_was_typed(session: FilingSession) -> None:
    session.apply(typed(b7010=1_000))
    session.apply(typed(b7010=2_000))

    step = session.history().undoable[-1]
    assert step.words == "7010: 1,000 to 2,000"
    session.apply(step.undone())
    assert (session.value("7010"), session.value("7194")) == (1_000, 50)
    (again,) = session.history().redoable
    session.apply(again.redone())
    assert (session.value("7010"), session.value("7194")) == (2_000, 100)
    assert [each.words for each in session.history().undoable] == [
        "7010: blank to 1,000",
        "7010: 1,000 to 2,000",
    ]


@pytest.mark.parametrize("cause", [Cause.TYPED, Cause.SET, Cause.IMPORTED, Cause.PASTED])
def test_another_figure_is_an_override_and_stays_where_it_is(
    session: FilingSession, cause: Cause
) -> None:
    session.apply(Edit({"7010": 1_000, "7194": 60}, cause))
    session.apply(typed(b7010=2_000))

    (override,) = session.targets.overrides()
    assert (override.pool.target, override.held, override.amount) == ("7194", 60, 100)
    assert session.targets.override("7194") == override
    assert session.targets.override("8760") is None


def test_a_blank_in_the_place_of_a_target_is_an_override_too(session: FilingSession) -> None:
    session.apply(typed(b8760=None))

    assert session.targets.override("8760") is not None


def test_the_policy_s_own_figure_typed_is_no_override(session: FilingSession) -> None:
    session.apply(typed(b7010=1_000, b7194=50))
    session.apply(typed(b7010=2_000))

    assert session.value("7194") == 100
    assert session.targets.overrides() == ()


def test_how_a_target_was_typed_goes_when_the_policy_moves_it(session: FilingSession) -> None:
    session.apply(typed(b7010=1_000))
    session.apply(Edit({"7194": 50}, Cause.TYPED, typed={"7194": "=25+25"}))
    done = session.apply(typed(b7010=2_000))

    assert done.changes[-1] == Change("7194", 50, 100, "=25+25", cause=Cause.POLICY)
    assert session.typed("7194") == ""


def test_a_month_rolled_forward_takes_no_stale_target_along(
    register: Register, session: FilingSession
) -> None:
    session.apply(typed(b7010=1_000, b7780=7))

    empty = register.start_month(Period(2014, 2), source=session.filing)
    full = register.start_month(Period(2014, 3), source=session.filing, with_amounts=True)

    assert (empty.value("7194"), empty.value("7780"), empty.value("8760")) == (None, 7, 25_000_000)
    assert (full.value("7010"), full.value("7194")) == (1_000, 50)
    assert full.targets.overrides() == ()


def test_check_x12_compares_the_target_with_the_policy_as_the_requirement_moves(
    session: FilingSession,
) -> None:
    def messages() -> list[str]:
        return [each.message for each in session.findings() if each.id == "X12"]

    session.apply(typed(b7010=1_000))
    assert messages() == []
    session.apply(typed(b7194=60))
    assert "is 60, and the firm's recorded policy gives 50." in messages()[0]
    session.apply(typed(b7010=4_000))
    assert "is 60, and the firm's recorded policy gives 200." in messages()[0]
    explain_override(session, "7194", "agreed with the risk committee")
    assert messages() == []
    session.apply(typed(b7194=61))
    assert len(messages()) == 1
    session.apply(typed(b7194=200))
    assert messages() == []


def test_a_reason_stands_for_the_figure_that_it_was_given_for(session: FilingSession) -> None:
    told: list[ChangeSet] = []
    session.subscribe(told.append)
    session.apply(typed(b8760=30_000_000))
    explain_override(session, "8760", " agreed\xa0with the committee ")

    override = session.targets.override("8760")
    assert override is not None
    assert override.reason is not None
    assert override.reason.text == "agreed with the committee"
    assert told[-1] == ChangeSet((), (), Cause.OVERRIDDEN)
    session.apply(typed(b8760=31_000_000))
    changed = session.targets.override("8760")
    assert changed is not None
    assert changed.reason is None
    session.apply(typed(b8760=30_000_000))
    explain_override(session, "8760", "")
    withdrawn = session.targets.override("8760")
    assert withdrawn is not None
    assert withdrawn.reason is None


def test_what_follows_its_policy_needs_no_reason(session: FilingSession) -> None:
    for code in ("8760", "7780", "7010"):
        with pytest.raises(EditRefused, match="does not differ from a policy"):
            explain_override(session, code, "because")


def test_a_target_that_no_box_can_hold_is_left_blank(register: Register) -> None:
    record(register, "segregation", "1000 %")
    session = register.start_month(JANUARY)

    session.apply(typed(b7010=LARGEST // 2))

    assert session.value("7194") is None


def test_where_a_target_would_overflow_a_total_nothing_changes(register: Register) -> None:
    record(register, "segregation", "100 %")
    session = register.start_month(JANUARY)
    session.apply(typed(b7070=-LARGEST))

    with pytest.raises(EditRefused, match="would overflow"):
        session.apply(typed(b7010=100))

    assert (session.value("7010"), session.value("7194")) == (None, None)


def test_where_the_disk_refuses_the_target_is_put_back_too(
    session: FilingSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    session.apply(typed(b7010=1_000))
    before = session.worksheet.values()

    def refuse(*_: object) -> None:
        raise StoreFailed

    monkeypatch.setattr(session.store, "record", refuse)
    with pytest.raises(StoreFailed):
        session.apply(typed(b7010=2_000))

    assert session.worksheet.values() == before


def test_a_policy_counts_in_a_month_that_was_open_before_it(
    register: Register, session: FilingSession
) -> None:
    session.apply(typed(b7010=1_000))
    pool = next(pool for pool in session.targets.pools if pool.target == "7194")
    assert session.targets.amount(pool) == 50
    earlier = session.targets.policy(pool)
    record(register, "segregation", "20 %")
    session.targets.read_anew()
    assert session.targets.amount(pool) == 200
    assert session.targets.policy(pool) != earlier


def test_policies_that_cannot_be_read_fill_nothing(
    store: SqliteFilingStore, register: Register
) -> None:
    store.set_fact("target:segregation:1", "from a newer program")
    session = register.start_month(JANUARY)
    session.apply(typed(b7010=1_000))

    assert session.value("7194") is None
    assert session.targets.overrides() == ()


def test_a_supposed_month_tells_its_overrides_as_well(
    register: Register, session: FilingSession
) -> None:
    supposed = register.suppose(session.filing, {"7010": 1_000, "7194": 60, "8760": 25_000_000})

    assert [each.pool.target for each in supposed.targets.overrides()] == ["7194"]


BOXES = ("7010", "7020", "7194", "7317", "7780", "8500", "8760")


@settings(max_examples=10, stateful_step_count=25, deadline=None)
class TargetsThatFollow(RuleBasedStateMachine):
    """Whatever is edited and undone: the screen, the store and a full recompute are one."""

    form = load_editions()["2014-01"]

    def __init__(self) -> None:
        super().__init__()
        self.folder = TemporaryDirectory()
        self.store = create_store(Path(self.folder.name) / "firm.focusdesk")
        register = Register(self.store, {self.form.id: self.form})
        record(register, "segregation", "5 %")
        record(register, "secured_funds", "20 % to 30 %")
        record(register, "cleared_swaps", "25m")
        self.session = register.start_month(JANUARY)

    def teardown(self) -> None:
        self.store.close()
        self.folder.cleanup()

    @rule(
        values=st.dictionaries(
            st.sampled_from(BOXES), st.none() | st.integers(-(10**9), 10**9), min_size=1
        ),
        cause=st.sampled_from([Cause.TYPED, Cause.IMPORTED, Cause.CLEARED]),
    )
    def edit(self, values: dict[str, int | None], cause: Cause) -> None:
        before = {each.pool.target for each in self.session.targets.overrides()}
        self.session.apply(Edit(values, cause))
        after = {each.pool.target for each in self.session.targets.overrides()}
        # Only what the edit itself names becomes an override.
        assert after - before <= values.keys()

    @rule()
    def undo(self) -> None:
        for step in self.session.history().undoable[-1:]:
            self.session.apply(step.undone())

    @rule()
    def redo(self) -> None:
        for step in self.session.history().redoable[:1]:
            self.session.apply(step.redone())

    @invariant()
    def screen_and_store_and_recompute_are_one(self) -> None:
        kept = self.store.entered(self.session.filing, self.form)
        assert self.session.worksheet.entered() == kept
        assert self.session.worksheet.values() == Worksheet(self.form, kept).values()


TestTargetsThatFollow = TargetsThatFollow.TestCase


def test_what_a_policy_fills_is_not_told_as_carried_along(
    register: Register, session: FilingSession
) -> None:
    session.apply(typed(b7010=1_000, b7780=7))

    carried = register.carried(session.filing, session.edition, Period(2014, 2))

    assert "7780" in carried
    assert not {"7194", "8760"} & carried.keys()
    assert governed_targets(register.store, session.edition, JANUARY.last_day) == {"7194", "8760"}
    assert governed_targets(register.store, session.edition, dt.date(2013, 12, 31)) == frozenset()


def test_words_for_x12_are_the_reason_of_the_override(session: FilingSession) -> None:
    session.apply(typed(b7010=1_000, b7194=60))
    book = WarningBook(session)
    book.explain(book.find("X12:7194"), "agreed with the committee")

    override = session.targets.override("7194")
    assert override is not None
    assert "agreed with the committee" in override.sentence
    assert [each for each in session.findings() if each.id == "X12"] == []
