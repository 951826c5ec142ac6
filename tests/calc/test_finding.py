"""Facing figures say by how much they differ."""

import pytest

from focusdesk.calc.finding import State, Tie


@pytest.mark.parametrize(
    ("left", "right", "difference"), [(5, 3, 2), (3, 5, -2), (None, 5, None), (5, None, None)]
)
def test_a_tie_tells_by_how_much_the_first_is_more(
    left: int | None, right: int | None, difference: int | None
) -> None:
    tie = Tie("X05", "segregation", ("7032",), ("7132",), "=", left, right, State.HOLDS)

    assert tie.difference == difference
