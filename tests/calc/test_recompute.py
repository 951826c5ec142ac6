"""A plain total is worked out from two lists of boxes; it must come out as its formula says."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from focusdesk.calc.formula import parse_formula
from focusdesk.calc.nodes import Unanswered
from focusdesk.calc.recompute import recompute_of
from focusdesk.form.amount import LARGEST, AmountError
from focusdesk.form.box import Value

PLAIN = [
    "[a]",
    "[a] + [b] - [c]",
    "-[a] + [b]",
    "[a] - ([b] - [c])",
    "-([a] + [b]) - -[c]",
    "sum([a], [b], -[c])",
    "[a] - sum([b], [c])",
]
OTHER = [
    "-max([a], [b])",
    "[a] + 0 * [b]",
    "[a] + max([b], [c])",
    "abs([a])",
    "round(0.08 * [a])",
    "if([a] > [b], [c])",
    "2 * [a]",
]
amounts = st.none() | st.integers(-1000, 1000)


@pytest.mark.parametrize("text", PLAIN + OTHER)
@given(a=amounts, b=amounts, c=amounts)
def test_a_box_comes_out_as_its_formula_says_blanks_too(
    text: str, a: int | None, b: int | None, c: int | None
) -> None:
    formula = parse_formula(text)
    values: dict[str, Value] = {"a": a, "b": b, "c": c}

    assert recompute_of(formula)(values) == formula.root.worth(values)


@pytest.mark.parametrize("text", ["[a] + [b]", "max([a] + [b], [b])"])
def test_a_figure_beyond_64_bits_is_refused(text: str) -> None:
    with pytest.raises(AmountError, match="too large"):
        recompute_of(parse_formula(text))({"a": LARGEST, "b": 1})


def test_a_sum_may_pass_64_bits_on_its_way_to_a_figure_that_fits() -> None:
    total = recompute_of(parse_formula("[a] + [b] - [c]"))

    assert total({"a": LARGEST, "b": LARGEST, "c": LARGEST}) == LARGEST


def test_a_figure_too_wide_for_any_box_is_refused_and_does_not_stop_the_arithmetic() -> None:
    product = recompute_of(parse_formula("round([a] * [a] * [a] * [a] * 0.5)"))

    with pytest.raises(AmountError, match="too large"):
        product({"a": LARGEST})


def test_a_fact_that_is_not_answered_is_reported() -> None:
    with pytest.raises(Unanswered):
        recompute_of(parse_formula("if([fact], 1, 2)"))({"fact": None})
