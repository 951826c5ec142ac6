"""Nonsense in a formula is found when it is loaded."""

import pytest

from focusdesk.calc.formula import parse_formula
from focusdesk.calc.kinds import kind_of
from focusdesk.calc.nodes import KindError
from focusdesk.form.box import BoxKind

BOXES = {
    "7010": BoxKind.AMOUNT,
    "7020": BoxKind.AMOUNT,
    "24": BoxKind.DATE,
    "25": BoxKind.DATE,
    "13": BoxKind.TEXT,
    "16": BoxKind.CHECK,
    "fact": BoxKind.YES_NO,
}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("5", "figure"),
        ("[7010]", "figure"),
        ("-[7010] * 0.08", "figure"),
        ("max([7010], [7020])", "figure"),
        ("count([16], [13], [25], [fact])", "figure"),
        ("if([fact], [7010], [7020])", "figure"),
        ("[7010] <= [7020]", "truth"),
        ("[25] >= [24]", "truth"),
        ("[fact]", "truth"),
        ("not [fact] and [7010] > 0", "truth"),
        ("if([7010] > 0, [fact], [7020] > 0)", "truth"),
        ("[25]", "date"),
        ("[13]", "text"),
    ],
)
def test_a_formula_gives_one_kind_of_result(text: str, kind: str) -> None:
    assert kind_of(parse_formula(text).root, BOXES) == kind


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("[13] + [7010]", r'"\+" takes a figure, and \[13\] is a text'),
        ("[7010] * [25]", r'"\*" takes a figure, and \[25\] is a date'),
        ("-[fact]", '"-" takes a figure'),
        ("not [7010]", '"not" takes a truth'),
        ("[fact] and [7010]", '"and" takes a truth'),
        ("[16] or [fact]", r"count\(\[16\]\) = 1"),
        ("[25] > [7010]", "compares two amounts or two dates, not date with figure"),
        ("[13] < [13]", "not text with text"),
        ("[fact] = [fact]", "not truth with truth"),
        ("max([7010], [25])", r"max takes a figure, and \[25\] is a date"),
        ("if([7010], [7010])", "the condition of if takes a truth"),
        ("if([fact], [7010] > 0, [7020])", "every outcome of this if takes a truth"),
        ("if([fact], [7010], [7020] > 0)", "if takes a figure"),
        ("round([7010] > 0)", "round takes a figure"),
        ("count([13] + 1)", "takes a figure"),
    ],
)
def test_kinds_that_do_not_go_together_are_refused_with_a_sentence(text: str, why: str) -> None:
    with pytest.raises(KindError, match=why):
        kind_of(parse_formula(text).root, BOXES)


def test_a_code_that_the_edition_lacks_is_not_passed_over() -> None:
    with pytest.raises(KeyError, match="9999"):
        kind_of(parse_formula("[7010] + [9999]").root, BOXES)
