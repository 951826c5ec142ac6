"""What a formula comes down to in one month."""

import pytest

from focusdesk.calc.choices import is_true, settled, taken
from focusdesk.calc.explain import with_codes
from focusdesk.calc.formula import parse_formula
from focusdesk.calc.nodes import Node
from focusdesk.form.box import Value

Values = dict[str, Value]


def root(text: str) -> Node:
    return parse_formula(text).root


def left_of(text: str, **values: Value) -> str | None:
    left = settled(root(text), values).root
    return None if left is None else with_codes(left)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("[a] + if([a] > 0, [b], [c])", "a + b"),
        ("[a] + if([a] < 0, [b], [c])", "a + c"),
        ("[a] - if([a] < 0, [b])", "a"),
        ("if([a] < 0, [b]) + [a]", "a"),
        ("if([a] < 0, [b]) - [a]", "\u2212a"),
        ("if([a] < 0, [b]) - if([a] < 0, [c])", None),
        ("-if([a] < 0, [b])", None),
        ("-if([a] > 0, [b])", "\u2212b"),
        ("2 * if([a] < 0, [b])", None),
        ("if([a] < 0, [b]) / 2", None),
        ("max(if([a] > 0, [b]), if([a] < 0, [c]), [d])", "max(b, d)"),
        ("round(max(if([a] < 0, [b])))", None),
        ("count(if([a] < 0, [b]))", "count()"),
        ("if([a] > 0, if([b] > 0, [c], [d]))", "c"),
    ],
)
def test_only_the_branch_that_is_taken_is_left(text: str, left: str | None) -> None:
    assert left_of(text, a=1, b=2, c=3, d=4) == left


def test_a_formula_that_waits_for_a_fact_is_blank() -> None:
    assert left_of("[a] + if([fact], 1, 2)", a=1, fact=None) is None
    assert left_of("[a] + if(not [fact], 1, 2)", a=1, fact=None) is None
    assert left_of("[a] + if([fact], 1, 2)", a=1, fact=True) == "a + 1"


def test_the_conditions_that_were_looked_at_are_told_and_no_others() -> None:
    formula = root("if([a] > 0, [b], if([c] > 0, [d]))")

    assert settled(formula, {"a": 1, "b": 2, "c": 3, "d": 4}).asked == (root("[a] > 0"),)
    assert len(settled(formula, {"a": 0, "b": 2, "c": 3, "d": 4}).asked) == 2


def test_a_condition_holds_or_not_or_waits_for_a_fact() -> None:
    assert is_true(root("[a] = [b]"), {"a": 0, "b": None}) is True
    assert is_true(root("[a] = [b]"), {"a": None, "b": None}) is False
    assert is_true(root("[fact]"), {"fact": None}) is None


def winner(text: str, values: Values, others: Values) -> str | None:
    left = taken(root(text), values, others)
    return None if left is None else with_codes(left)


def test_the_winner_is_what_a_greatest_or_least_is_taken_from() -> None:
    now: Values = {"a": 1, "b": 5, "c": None}

    assert winner("max([a], [b], [c])", now, now) == "b"
    assert winner("min([a], [b], [c])", now, now) == "a"
    assert winner("round(1.10 * max([a], [b])) - [c]", now, now) == "round(1.10 \u00d7 b) \u2212 c"
    assert winner("-max([a], [b])", now, now) == "\u2212b"
    assert winner("if([a] > 1, [b])", now, now) is None


def test_of_figures_that_tie_the_one_that_is_ahead_in_the_other_month_is_taken() -> None:
    tied: Values = {"a": 5, "b": 5, "c": 5}

    assert winner("max([a], [b], [c])", tied, {"a": 1, "b": 9, "c": None}) == "b"
    assert winner("min([a], [b], [c])", tied, {"a": 1, "b": 9, "c": None}) == "a"
    assert winner("max([a], [b], [c])", tied, tied) == "a"
