"""Whichever figure is ahead moves the greatest, and only as far as it is ahead."""

from collections.abc import Callable
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from focusdesk.calc.contest import Way, credits_of


def ways(*pairs: tuple[int | None, int | None]) -> list[Way]:
    return [
        (None if start is None else Fraction(start), None if end is None else Fraction(end))
        for start, end in pairs
    ]


def greatest(*pairs: tuple[int | None, int | None]) -> tuple[Fraction, ...]:
    return credits_of(ways(*pairs), greatest=True)


def test_who_is_the_greatest_all_along_made_all_of_the_change() -> None:
    assert greatest((100, 200), (50, 120)) == (100, 0)


def test_who_takes_over_counts_from_where_the_two_met() -> None:
    assert greatest((100, 90), (80, 120)) == (-4, 24)


def test_of_a_least_the_lowest_counts() -> None:
    assert credits_of(ways((100, 200), (50, 120)), greatest=False) == (0, 70)


def test_two_that_go_together_share_what_they_made() -> None:
    assert greatest((10, 30), (10, 30), (0, 5)) == (10, 10, 0)


def test_a_blank_that_comes_in_sets_out_from_where_the_others_stood() -> None:
    assert greatest((100, 90), (None, 120)) == (0, 20)
    assert greatest((100, 110), (None, 105)) == (10, 0)


def test_a_figure_that_is_blanked_ends_where_the_others_are() -> None:
    assert greatest((100, None), (40, 60)) == (-40, 0)


def test_where_all_were_blank_the_greatest_counts_from_zero() -> None:
    assert greatest((None, 5), (None, 3)) == (5, 0)


def test_what_stays_blank_has_no_part() -> None:
    assert greatest((None, None), (1, 3)) == (0, 2)
    assert greatest((None, None)) == (0,)


AMOUNT = st.none() | st.integers(-50, 50)


@given(st.lists(st.tuples(AMOUNT, AMOUNT), min_size=1, max_size=5), st.sampled_from((max, min)))
def test_together_they_made_the_change_in_whatever_order_they_are_written(
    pairs: list[tuple[int | None, int | None]], fold: Callable[..., int]
) -> None:
    before, after = (
        fold((pair[end] or 0 for pair in pairs if pair[end] is not None), default=0)
        for end in (0, 1)
    )

    made = credits_of(ways(*pairs), greatest=fold is max)
    turned = credits_of(ways(*reversed(pairs)), greatest=fold is max)

    assert sum(made) == after - before
    assert tuple(reversed(turned)) == made
