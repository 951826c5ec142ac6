"""What another policy does to each month is known before it is recorded, and nothing is done."""

import datetime as dt

import pytest

from focusdesk.filing.edit import Cause, Edit
from focusdesk.filing.filing import Status
from focusdesk.filing.filing_due import HandIn
from focusdesk.filing.hand_in import record_hand_in
from focusdesk.filing.register import Register
from focusdesk.filing.target_keeping import (
    keep_policy,
    kept_policies,
    recording_reach,
    withdraw_policy,
    withdrawal_reach,
)
from focusdesk.filing.target_measure import parse_measure
from focusdesk.filing.target_policy import TargetPolicy
from focusdesk.form.period import Period

MONTHS = tuple(Period(2014, month) for month in (1, 2, 3, 4))


def policy(measure: str, period: Period = MONTHS[0], day: int = 1) -> TargetPolicy:
    since = period.first_day.replace(day=day)
    return TargetPolicy("segregation", parse_measure(measure), since, "the board", "prudence")


@pytest.fixture
def firm(register: Register) -> Register:
    """Four months that follow 5 %: one open, one signed, one sealed, one overridden."""
    keep_policy(register, policy("5 %"))
    for period, status in zip(MONTHS, ("", Status.PRINTED, Status.SEALED, ""), strict=True):
        session = register.start_month(period)
        session.apply(Edit({"7010": 1_000}, Cause.TYPED))
        if period == MONTHS[3]:
            session.apply(Edit({"7194": 60}, Cause.TYPED))
        if status:
            register.store.set_status(session.filing, Status(status))
    return register


def test_each_month_is_told_with_both_figures_and_nothing_is_kept(firm: Register) -> None:
    reach = recording_reach(firm, policy("7 %"))

    assert [each.words for each in reach] == [
        "April 2014 (entered otherwise): 7194 stays 60, not 70",
        "March 2014 (sealed): 7194 stays 50, not 70",
        "February 2014 (a signature copy was made): 7194 stays 50, not 70",
        "January 2014: 7194 from 50 to 70",
    ]
    assert len(kept_policies(firm.store).recorded) == 1


def test_a_month_that_was_handed_in_stays_with_all_its_amendments(firm: Register) -> None:
    told = HandIn(MONTHS[0], dt.date(2014, 2, 26), "FINRA eFOCUS")
    record_hand_in(firm.store, told, dt.date(2014, 3, 1))

    reach = recording_reach(firm, policy("7 %"))

    assert reach[-1].words == "January 2014 (handed in on 26 Feb 2014): 7194 stays 50, not 70"
    assert reach[-1].edit is None
    keep_policy(firm, policy("7 %"), [firm.open(firm.store.find(MONTHS[0]))])
    assert firm.open(firm.store.find(MONTHS[0])).value("7194") == 50


def test_what_was_foreseen_is_what_happens(firm: Register) -> None:
    foreseen = [each.words for each in recording_reach(firm, policy("7 %"))]

    kept = keep_policy(firm, policy("7 %"))

    assert [each.words for each in kept.reach] == foreseen
    held = [firm.open(firm.store.find(period)).value("7194") for period in MONTHS]
    assert held == [70, 50, 50, 60]
    back = [each.words for each in withdrawal_reach(firm, kept.policy, "a slip")]
    assert back[-1] == "January 2014: 7194 from 70 to 50"
    withdraw_policy(firm, kept.policy, "a slip")
    assert firm.open(firm.store.find(MONTHS[0])).value("7194") == 50


def test_a_policy_from_within_a_month_holds_for_its_last_day(firm: Register) -> None:
    (january, *_) = reversed(recording_reach(firm, policy("7 %", MONTHS[0], day=31)))

    assert january.words == "January 2014: 7194 from 50 to 70"


def test_months_before_its_first_day_are_not_reached(firm: Register) -> None:
    assert recording_reach(firm, policy("7 %", Period(2014, 5))) == ()
