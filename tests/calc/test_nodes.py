"""What each part of a formula is worth, above all when boxes are blank."""

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal

import pytest

from focusdesk.calc.formula import parse_formula
from focusdesk.calc.nodes import KindError, Result, Unanswered
from focusdesk.form.box import Value

BLANK: Mapping[str, Value] = {"a": None, "b": None, "c": 5, "zero": 0}


def worth(text: str, values: Mapping[str, Value]) -> Result:
    return parse_formula(text).root.worth(values)


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("[a] + [b]", None),
        ("[a] - [b]", None),
        ("[a] + [c]", 5),
        ("[a] - [c]", -5),
        ("[a] + [zero]", 0),
        ("-[a]", None),
        ("[a] * [c]", None),
        ("[c] / [a]", None),
        ("[c] / [zero]", None),
        ("sum([a], [b])", None),
        ("sum([a], [c])", 5),
        ("max([a], [b])", None),
        ("max([a], -[c])", -5),
        ("min([a], [c])", 5),
        ("abs([a])", None),
        ("round(0.08 * [a])", None),
        ("count([a], [b])", 0),
        ("count([a], [c], [zero])", 2),
        ("if([c] > 4, [a], [c])", None),
        ("if([c] > 5, [a])", None),
        ("if([a] > [b], [c], [zero])", 0),
    ],
)
def test_a_blank_adds_nothing_and_a_result_of_blanks_is_blank(text: str, result: Result) -> None:
    assert worth(text, BLANK) == result


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("[a] = [b]", None),
        ("[a] >= [b]", None),
        ("[a] = [zero]", True),
        ("[a] < [c]", True),
        ("not [a] = [b]", None),
        ("[a] = [b] and [c] > 4", True),
        ("[a] = [b] and [c] > 5", False),
        ("[a] = [b] or [c] > 4", True),
        ("[a] = [b] or [c] > 5", False),
        ("[a] = [b] and [b] = [a]", None),
        ("[a] = [b] or [b] = [a]", None),
    ],
)
def test_a_comparison_of_blanks_is_neither_true_nor_false(text: str, result: Result) -> None:
    assert worth(text, BLANK) is result


def test_a_date_is_compared_with_a_date_and_not_with_a_blank() -> None:
    dates = {
        "24": dt.date(2014, 1, 1),
        "25": dt.date(2014, 1, 31),
        "blank": None,
    }

    assert worth("[25] >= [24]", dates) is True
    assert worth("[25] < [24]", dates) is False
    assert worth("[25] >= [blank]", dates) is None
    assert worth("[blank] <> [24]", dates) is None


def test_ticks_answers_and_texts_are_counted_when_they_are_there() -> None:
    cover = {"16": True, "17": None, "fact": False, "13": "HSBC", "25": dt.date(2014, 1, 31)}

    assert worth("count([16], [17], [fact], [13], [25])", cover) == 3


@pytest.mark.parametrize(("answer", "result"), [(True, Decimal("5.50")), (False, Decimal("7.50"))])
def test_a_fact_of_the_firm_chooses_the_branch(answer: Value, result: Result) -> None:
    values = {"fact": answer, "c": 5}

    assert worth("if([fact], 1.10, 1.50) * [c]", values) == result


@pytest.mark.parametrize(
    "text",
    [
        "if([fact], 1.10, 1.50) * [c]",
        "if(not [fact], [c])",
        "if([fact] and [c] > 4, 1, 2)",
        "if([c] > 4 and [fact], 1, 2)",
        "if([fact] or [c] > 5, 1, 2)",
    ],
)
def test_a_fact_that_is_needed_and_not_answered_is_never_guessed(text: str) -> None:
    with pytest.raises(Unanswered) as unanswered:
        worth(text, {"fact": None, "c": 5})

    assert unanswered.value.code == "fact"


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("if([c] > 5, if([fact], 1, 2), 3)", 3),
        ("if([fact] and [c] > 5, 1, 2)", 2),
        ("if([c] > 4 or [fact], 1, 2)", 1),
    ],
)
def test_a_fact_that_decides_nothing_need_not_be_answered(text: str, result: Result) -> None:
    assert worth(text, {"fact": None, "c": 5}) == result


def test_a_product_of_large_amounts_is_exact_until_it_is_rounded() -> None:
    values = {"a": 9_223_372_036_854_775_807, "b": 9_223_372_036_854_775_807}

    assert worth("round([a] * [b] / [b])", values) == 9_223_372_036_854_775_807
    assert worth("round(0.5 * [a] * [b] / [b] + 0.5 * [a])", values) == values["a"]
    assert worth("round(-(0.1 * [a] * [b]))", values) == -round_tenth(values["a"] * values["b"])


def round_tenth(product: int) -> int:
    tenth, rest = divmod(product, 10)
    return tenth + (rest >= 5)


@pytest.mark.parametrize("value", ["text", True, dt.date(2014, 1, 31)])
def test_what_is_no_amount_cannot_be_added(value: Value) -> None:
    with pytest.raises(KindError, match="is not an amount"):
        worth("[x] + 1", {"x": value})


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("[a] + [b] - [c] + [d]", "1 + 2 \u2212 blank + (4)"),
        ("[a] - ([b] + [c])", "1 \u2212 (2 + blank)"),
        ("([a] + [b]) * [d]", "(1 + 2) \u00d7 (4)"),
        ("[a] * [b] / [d]", "1 \u00d7 2 \u00f7 (4)"),
        ("[a] / ([b] / [d])", "1 \u00f7 (2 \u00f7 (4))"),
        ("[a] * [b] + [d]", "1 \u00d7 2 + (4)"),
        ("-[a] + [b]", "\u22121 + 2"),
        ("-([a] + [b])", "\u2212(1 + 2)"),
        ("round(0.08 * [a])", "round(0.08 \u00d7 1)"),
        ("max([a], 20000000)", "max(1, 20,000,000)"),
        ("[a] <= [b] and [d] >= 0", "1 <= 2 and (4) >= 0"),
        ("[a] > 0 and ([b] > 0 or [d] > 0)", "1 > 0 and (2 > 0 or (4) > 0)"),
        ("not [a] = [b]", "not 1 = 2"),
        ("not ([a] > 0 or [b] > 0)", "not (1 > 0 or 2 > 0)"),
    ],
)
def test_a_formula_is_shown_with_its_figures_and_no_parenthesis_too_many(
    text: str, shown: str
) -> None:
    values = {"a": 1, "b": 2, "c": None, "d": -4}

    assert parse_formula(text).root.show(values) == shown
