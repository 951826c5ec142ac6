"""A statement that asks the same of several boxes is read for one of them."""

import pytest

from focusdesk.calc.binding import bound, words_of
from focusdesk.calc.formula import parse_formula

VALUES = {"7010": -5, "7020": 8, "prior1 7010": 3, "7510": "A BANK"}


@pytest.mark.parametrize(
    ("formula", "worth"),
    [
        ("[it] + 1", -4),
        ("-[it]", 5),
        ("max([it], [other])", 8),
        ("[it] - prior([it])", -8),
        ("not [it] > [other]", True),
    ],
)
def test_the_words_stand_for_the_boxes(formula: str, worth: int) -> None:
    node = bound(parse_formula(formula).root, words_of("7010 7020"))

    assert node.worth(VALUES) == worth


def test_a_pattern_stays_with_its_box() -> None:
    node = bound(parse_formula('matches([it], "A.*")').root, words_of("7510"))

    assert node.worth(VALUES) is True


def test_without_words_a_statement_is_as_it_was() -> None:
    node = parse_formula("[7010] > 0").root

    assert bound(node, words_of("")) is node


def test_one_entry_names_one_box_or_two() -> None:
    assert words_of("7690 7740") == {"it": "7690", "other": "7740"}
    assert words_of("7690") == {"it": "7690"}
