"""The parts of a change always sum to it."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from focusdesk.calc.parts import scaled, spread, summed, taking, whole_dollars

FRACTIONS = st.fractions(-(10**6), 10**6, max_denominator=1000)
PARTS = st.dictionaries(st.sampled_from("abcdefgh"), FRACTIONS, min_size=1)


def test_parts_of_several_changes_add_up_box_by_box() -> None:
    one, other = {"a": Fraction(2), "b": Fraction(-1)}, {"b": Fraction(4)}

    assert summed((one, other)) == {"a": 2, "b": 3}
    assert scaled(one, Fraction(1, 2)) == {"a": 1, "b": Fraction(-1, 2)}


def test_an_amount_is_spread_by_size_whatever_the_signs() -> None:
    assert spread(Fraction(8), {"a": Fraction(-3), "b": Fraction(1)}) == {"a": 6, "b": 2}


def test_an_amount_is_spread_evenly_where_no_part_has_a_size() -> None:
    assert spread(Fraction(8), {"a": Fraction(0), "b": Fraction(0)}) == {"a": 4, "b": 4}


def test_a_change_that_counts_for_half_passes_half_of_each_part_on() -> None:
    assert taking(Fraction(5), {"a": Fraction(30), "b": Fraction(-20)}) == {"a": 15, "b": -10}


def test_more_than_the_change_itself_is_spread_and_not_blown_up() -> None:
    parts = {"a": Fraction(1000), "b": Fraction(-999)}

    assert taking(Fraction(3), parts) == {
        "a": Fraction(3000, 1999),
        "b": Fraction(2997, 1999),
    }


def test_dollars_left_over_go_to_those_that_lost_most_by_rounding_down() -> None:
    parts = {"a": Fraction(1, 3), "b": Fraction(-5, 3), "c": Fraction(7, 3)}

    assert whole_dollars(parts) == {"a": 1, "b": -2, "c": 2}


@given(FRACTIONS, PARTS)
def test_whatever_is_shared_out_is_shared_out_whole(
    amount: Fraction, parts: dict[str, Fraction]
) -> None:
    assert sum(spread(amount, parts).values()) == amount
    assert sum(taking(amount, parts).values()) == amount


@given(PARTS, st.integers(-(10**6), 10**6))
def test_whole_dollars_sum_to_what_the_fractions_do_and_none_is_off_by_a_dollar(
    parts: dict[str, Fraction], total: int
) -> None:
    parts = {**parts, "rest": total - sum(parts.values(), Fraction(0))}

    rounded = whole_dollars(parts)

    assert sum(rounded.values()) == total
    assert all(abs(rounded[code] - part) < 1 for code, part in parts.items())
