"""The formula language: what it reads, and the column at which it says what is wrong."""

import pytest

from focusdesk.calc.formula import FormulaError, parse_formula

VALUES = {"a": 2, "b": 3, "c": 10, "x.y": 4}


@pytest.mark.parametrize(
    ("text", "worth"),
    [
        ("[a] + [b] * [c]", 32),
        ("([a] + [b]) * [c]", 50),
        ("[c] - [a] - [b]", 5),
        ("[c] - ([a] - [b])", 11),
        ("[c] / [a] / [a]", 2.5),
        ("-[a] + [b]", 1),
        ("[c] - -[a]", 12),
        ("-[a] * [b]", -6),
        ("[x.y] * 1.50", 6),
        ("sum([a], [b], [c])", 15),
        ("max([a], [c], [b])", 10),
        ("min([c], [a])", 2),
        ("abs([a] - [c])", 8),
        ("round(0.25 * [c])", 3),
        ("count([a], [b])", 2),
        ("if([a] < [b], [c], [x.y])", 10),
        ("if([a] >= [b], [c], [x.y])", 4),
        ("[a] = 2", True),
        ("[a] <> 2", False),
        ("[a] <= 2 and [b] > 2", True),
        ("[a] > 2 or [b] > 3 or [c] > 9", True),
        ("[a] > 2 and [b] > 2 or [c] > 9", True),
        ("[a] > 2 and ([b] > 2 or [c] > 9)", False),
        ("not [a] > 2", True),
        ("not not [a] > 2", False),
        ("  [a]+[b]  ", 5),
    ],
)
def test_a_formula_is_read_in_the_usual_order_of_operations(text: str, worth: object) -> None:
    assert parse_formula(text).root.worth(VALUES) == worth


def test_a_formula_lists_the_boxes_that_it_reads_each_once_in_writing_order() -> None:
    formula = parse_formula("max(if([7455] = [7490], [7455]), [7465], -[firm.retail_forex])")

    assert formula.codes == ("7455", "7490", "7465", "firm.retail_forex")
    assert formula.text.startswith("max(")


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("[a] + [b]", True),
        ("2 * [a]", True),
        ("2.0 * [a]", True),
        ("0.08 * [a]", False),
        ("round(0.08 * [a])", True),
        ("[a] / 2", False),
        ("-(0.5 * [a])", False),
        ("max([a], 0.5 * [b])", False),
        ("if([a] > 0.5, [a])", True),
        ("if([a] > 0, 0.5 * [a], [b])", False),
        ("count([a] > 0.5)", True),
    ],
)
def test_a_formula_knows_whether_it_can_give_a_part_of_a_dollar(text: str, whole: bool) -> None:  # noqa: FBT001
    assert parse_formula(text).is_whole is whole


@pytest.mark.parametrize(
    ("text", "column", "why"),
    [
        ("", 1, "The formula ends where a code, a number or a function is expected"),
        ("[a] +", 6, "The formula ends"),
        ("[a] + )", 7, r'"\)" stands where a code'),
        ("[a] [b]", 5, "an operator is missing before it"),
        ("[a] 5", 5, "an operator is missing before it"),
        ("1,000 + [a]", 2, "an operator is missing before it"),
        ("[a] = [b] = [c]", 11, "an operator is missing before it"),
        ("([a] + [b]", 1, r"\( is not closed"),
        ("[c] * ([a] + [b]", 7, "parenthesis is missing"),
        ("max([a], [b]", 4, 'the parenthesis of "max" is not closed'),
        ("([a] [b])", 6, "an operator or a parenthesis is missing"),
        ("[a] + [b])", 10, "was never opened"),
        ("[a + [b]", 1, "This bracket is not closed"),
        ("a] + [b]", 2, "This bracket was never opened"),
        ("5] + [b]", 2, "This bracket was never opened"),
        ("[a b]", 1, "is not a code"),
        ("[]", 1, "is not a code"),
        ("[7150.] + [a]", 1, "is not a code"),
        ("[7200]..[7290]", 7, "means nothing in a formula"),
        ("[a] ^ 2", 5, "means nothing in a formula"),
        ("average([a])", 1, 'There is no function "average"'),
        ("max [a]", 4, 'After "max" a parenthesis is missing'),
        ("max()", 5, "stands where a code"),
        ("if([a] > 1)", 1, '"if" takes 2 to 3 arguments, not 1'),
        ("if([a] > 1, 1, 2, 3)", 1, '"if" takes 2 to 3 arguments, not 4'),
        ("abs([a], [b])", 1, '"abs" takes 1 arguments, not 2'),
        ("and [a]", 1, 'There is no function "and"'),
    ],
)
def test_what_cannot_be_read_is_refused_at_its_column(text: str, column: int, why: str) -> None:
    with pytest.raises(FormulaError, match=why) as refused:
        parse_formula(text)

    assert refused.value.column == column
