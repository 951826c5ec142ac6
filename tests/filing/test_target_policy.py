"""The firm's targets as policy: which holds on a day, and how all of them stay on record."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from focusdesk.calc.order import formulas_of
from focusdesk.filing.filing import FactChange
from focusdesk.filing.target_measure import TargetError, TargetMeasure, parse_measure
from focusdesk.filing.target_policy import (
    Pool,
    TargetPolicies,
    TargetPolicy,
    parse_policies,
    policy_text,
    pools_of,
)
from focusdesk.form.edition import Edition

JANUARY, MARCH = dt.date(2014, 1, 1), dt.date(2014, 3, 1)
NOON = dt.datetime(2014, 2, 3, 12, tzinfo=dt.UTC)


def policy(
    measure: str, since: dt.date = JANUARY, number: int = 1, withdrawn: str = ""
) -> TargetPolicy:
    return TargetPolicy(
        "segregation", parse_measure(measure), since, "the board", "prudence", number, withdrawn
    )


def test_an_edition_s_files_say_which_boxes_are_targets_and_of_what(
    editions: dict[str, Edition],
) -> None:
    assert pools_of(editions["2014-01"]) == (
        Pool("segregation", "Segregation", "7194", "7060"),
        Pool("secured_funds", "30.7 funds", "7780", "7360"),
        Pool("cleared_swaps", "Cleared swaps", "8760", "8590"),
    )


def test_no_requirement_follows_from_a_target(editions: dict[str, Edition]) -> None:
    for edition in editions.values():
        formulas = formulas_of(edition)
        for pool in pools_of(edition):
            waiting, read = [pool.requirement], set[str]()
            while waiting:
                formula = formulas.get(waiting.pop())
                new = set(formula.codes if formula else ()) - read
                read |= new
                waiting.extend(new)
            assert pool.target not in read


def test_a_later_policy_takes_the_place_of_an_earlier_one_from_its_date() -> None:
    first, second = policy("5 %"), policy("6 %", MARCH, 2)
    policies = TargetPolicies((first, second))

    assert policies.in_force("segregation", JANUARY - dt.timedelta(1)) is None
    assert policies.in_force("segregation", dt.date(2014, 2, 28)) == first
    assert policies.in_force("segregation", MARCH) == second
    assert policies.in_force("cleared_swaps", MARCH) is None
    assert policies.until(first) == dt.date(2014, 2, 28)
    assert policies.until(second) is None


def test_of_two_that_begin_on_one_day_the_one_recorded_later_holds() -> None:
    first, second = policy("5 %"), policy("6 %", number=2)
    policies = TargetPolicies((second, first))

    assert policies.in_force("segregation", MARCH) == second
    assert policies.until(first) == dt.date(2013, 12, 31)


def test_a_policy_recorded_later_for_an_earlier_day_ends_where_the_other_begins() -> None:
    march, january = policy("6 %", MARCH, 1), policy("5 %", JANUARY, 2)
    policies = TargetPolicies((march, january))

    assert policies.in_force("segregation", MARCH) == march
    assert policies.in_force("segregation", JANUARY) == january


def test_a_withdrawn_policy_never_holds_and_stays_on_record() -> None:
    policies = TargetPolicies((policy("5 %"), policy("50 %", number=2, withdrawn="a slip")))

    holding = policies.in_force("segregation", MARCH)
    assert holding is not None
    assert holding.number == 1
    assert [each.withdrawn for each in policies.of("segregation")] == ["", "a slip"]
    assert policies.next_number("segregation") == 3


def test_who_recorded_and_who_withdrew_a_policy_comes_from_the_journal() -> None:
    kept = policy("5 %", withdrawn="a slip")
    recorded = FactChange(kept.name, "", "ana", NOON)
    taken_back = FactChange(kept.name, "", "ben", NOON + dt.timedelta(days=1))

    (signed,) = TargetPolicies((kept,)).signed([recorded, taken_back]).recorded

    assert (signed.recorded, signed.withdrawal) == (recorded, taken_back)
    (alone,) = TargetPolicies((policy("5 %"),)).signed([recorded]).recorded
    assert (alone.recorded, alone.withdrawal) == (recorded, None)


@given(
    st.lists(
        st.tuples(
            st.decimals(0, 1000, places=4) | st.integers(0, 10**12),
            st.dates(dt.date(1970, 1, 1), dt.date(2099, 12, 31)),
            st.text(min_size=1),
            st.text(),
        )
    )
)
def test_what_is_kept_reads_as_what_was_recorded(rows: list[tuple[int, dt.date, str, str]]) -> None:
    policies = TargetPolicies(
        tuple(
            TargetPolicy("pool", TargetMeasure(least), since, who, why, number, why)
            for number, (least, since, who, why) in enumerate(rows, 1)
        )
    )

    facts = {each.name: policy_text(each) for each in policies.recorded}

    assert parse_policies({"thresholds": "{}", **facts}) == policies


@pytest.mark.parametrize(
    "text", ["", "[]", "3", "{}", '{"target": "much"}', '{"target": "5 %", "since": "soon"}']
)
def test_a_policy_that_cannot_be_read_is_told(text: str) -> None:
    with pytest.raises(TargetError, match="segregation:1 cannot be read"):
        parse_policies({"target:segregation:1": text})


def test_a_policy_that_is_not_there_cannot_be_found() -> None:
    with pytest.raises(TargetError, match="no policy number 2"):
        TargetPolicies((policy("5 %"),)).find("segregation", 2)
