"""What would be if boxes held something else: shown without a trace, applied as one edit."""

import datetime as dt

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from focusdesk.filing.edit import Cause, Edit, EditRefused
from focusdesk.filing.register import Register
from focusdesk.filing.session import FilingSession
from focusdesk.filing.target_keeping import keep_policy
from focusdesk.filing.target_measure import parse_measure
from focusdesk.filing.target_policy import TargetPolicy
from focusdesk.filing.what_if import WhatIf
from focusdesk.form.amount import LARGEST
from focusdesk.form.period import Period

JANUARY = Period(2014, 1)


@pytest.fixture
def session(register: Register) -> FilingSession:
    board = TargetPolicy(
        "segregation", parse_measure("5 %"), dt.date(2014, 1, 1), "the board", "prudence"
    )
    keep_policy(register, board)
    session = register.start_month(JANUARY)
    session.apply(Edit({"7010": 1_000, "7070": 1_200}, Cause.TYPED))
    return session


def levels(what_if: WhatIf) -> dict[str, tuple[int | None, int | None]]:
    return {each.code: (each.now, each.then) for each in what_if.levels()}


def test_every_excess_target_and_level_is_shown_before_and_after(session: FilingSession) -> None:
    what_if = WhatIf(session)
    what_if.suppose("7010", 2_000)

    moved = levels(what_if)
    assert moved["7190"] == (200, -800)
    assert moved["7194"] == (50, 100)
    assert moved["7198"] == (150, -900)
    assert {"7380", "7780", "8730", "8760", "7490", "7495"} <= moved.keys()
    excess = next(each for each in what_if.levels() if each.code == "7190")
    assert (excess.change, excess.is_deficient) == (-1_000, True)
    target = next(each for each in what_if.levels() if each.code == "7194")
    assert not target.is_deficient


def test_the_capital_level_that_the_rule_counts_is_seen_to_move(session: FilingSession) -> None:
    trap = {"7415": 15_000_000, "7435": 0, "7465": 1_000_000, "firm.retail_forex": False}
    session.apply(Edit(trap, Cause.TYPED))
    what_if = WhatIf(session)
    what_if.suppose("7465", 2_000_000)

    moved = levels(what_if)
    assert moved["7495"] == (1_320_000, 3_000_000)
    assert moved["7495.rule"] == (1_500_000, 3_000_000)


def test_nothing_happens_to_the_month(session: FilingSession) -> None:
    before, rows = session.worksheet.values(), len(session.store.journal(session.filing))

    WhatIf(session).suppose("7010", 2_000)

    assert session.worksheet.values() == before
    assert len(session.store.journal(session.filing)) == rows


def test_applied_it_is_one_step_and_gives_what_was_shown(session: FilingSession) -> None:
    what_if = WhatIf(session)
    what_if.suppose("7010", 2_000)
    what_if.suppose("7070", 3_000)
    shown = what_if.worksheet.values()
    edit = what_if.edit()
    assert edit is not None

    session.apply(edit)

    assert session.worksheet.values() == shown
    step = session.history().undoable[-1]
    assert step.words == "What if: 2 boxes"
    session.apply(step.undone())
    assert (session.value("7010"), session.value("7070"), session.value("7194")) == (1000, 1200, 50)


def test_what_is_supposed_can_be_taken_back_one_by_one_or_whole(session: FilingSession) -> None:
    what_if = WhatIf(session)
    what_if.suppose("7010", 2_000)
    what_if.suppose("7070", 3_000)
    assert [change.code for change in what_if.changes()] == ["7010", "7070", "7194"]
    what_if.suppose("7010", 1_000)
    assert what_if.supposed == {"7070": 3_000}
    what_if.take_back("7070")
    assert what_if.edit() is None
    what_if.suppose("7010", 2_000)
    what_if.take_back()
    assert what_if.changes() == ()


@pytest.mark.parametrize(
    ("code", "value", "says"),
    [("7060", 5, "is computed"), ("9999", 5, "no box"), ("7010", LARGEST, "overflow")],
)
def test_what_cannot_be_is_refused_and_leaves_the_rest_supposed(
    session: FilingSession, code: str, value: int, says: str
) -> None:
    what_if = WhatIf(session)
    what_if.suppose("7020", 10**18)
    before = what_if.worksheet.values()

    with pytest.raises(EditRefused, match=says):
        what_if.suppose(code, value)

    assert what_if.supposed == {"7020": 10**18}
    assert what_if.worksheet.values() == before


def test_it_follows_what_is_entered_meanwhile(session: FilingSession) -> None:
    what_if = WhatIf(session)
    what_if.suppose("7010", 2_000)
    session.apply(Edit({"7070": 5_000}, Cause.TYPED))
    what_if.work_out()

    assert levels(what_if)["7190"] == (4_000, 3_000)


def test_it_says_which_findings_would_come_and_go(session: FilingSession) -> None:
    what_if = WhatIf(session)
    what_if.suppose("7010", 2_000)

    come, gone = what_if.findings()

    assert {"N01", "N04"} <= {each.id for each in come}
    assert not {"N01", "N04"} & {each.id for each in gone}


CODES = ("7010", "7020", "7070", "7194", "7315", "7780", "8500", "8760", "7415")


@given(st.lists(st.tuples(st.sampled_from(CODES), st.none() | st.integers(-(10**9), 10**9))))
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_what_is_shown_is_what_the_door_makes_of_it(
    session: FilingSession, supposed: list[tuple[str, int | None]]
) -> None:
    what_if = WhatIf(session)
    for code, value in supposed:
        what_if.suppose(code, value)
    edit = what_if.edit()
    if edit is None:
        return

    session.apply(edit)

    assert session.worksheet.values() == what_if.worksheet.values()
