from collections.abc import Callable
from pathlib import Path

import pytest

from focusdesk.catalog.loader import read_editions

Change = Callable[[str, str, str], None]

FORMULA = 'formula = "[100] - [200]"'
PLACE = '2020-01/cash.toml, line item 2 "Less: checks not cashed", box 300 in column outer'


def problems_of(forms: Path) -> list[str]:
    return [str(problem) for problem in read_editions(forms)[1]]


@pytest.mark.parametrize(
    ("formula", "character", "words"),
    [
        ("[100] - [200", 9, "This bracket is not closed. Write a code as [7010]."),
        ("[100] - 200]", 12, "This bracket was never opened."),
        ("([100] - [200]", 1, "A parenthesis is missing"),
        ("[100] - [200])", 14, "This parenthesis was never opened."),
        ("max([100], [200]", 4, "the parenthesis of"),
        ("[100] - [999]", 9, "There is no box 999 in this edition."),
        ("[100] [200]", 7, "an operator is missing"),
        ("total([100])", 1, 'There is no function "total".'),
        ("[100] - [25]", 1, "takes a figure"),
        ("[100] >= [200]", 1, "This gives a truth, and an amount is wanted here."),
        ("0.08 * [100]", 1, "This can give cents, and the form has whole dollars. Write round("),
        ("[100] / 2", 1, "This can give cents"),
        ("[100] - [300]", 9, "These boxes follow from one another: 300 from 300."),
    ],
)
def test_a_formula_that_cannot_be_used_is_shown_with_a_caret(
    forms: Path, change: Change, formula: str, character: int, words: str
) -> None:
    change("2020-01/cash.toml", FORMULA, f'formula = "{formula}"')

    (problem,) = problems_of(forms)

    first, shown, caret = problem.split("\n")
    assert first.startswith(f"{PLACE}, character {character}: ")
    assert words in first
    assert shown == f"    {formula}"
    assert caret == " " * (3 + character) + "^"


def test_rounding_makes_a_share_whole(forms: Path, change: Change) -> None:
    change("2020-01/cash.toml", FORMULA, 'formula = "round(0.08 * [100])"')

    assert problems_of(forms) == []


def test_a_circle_names_its_boxes_and_where_it_closes(forms: Path, change: Change) -> None:
    box = '{ code = "100", column = "outer", dollar_sign = true }'
    change("2020-01/cash.toml", box, '{ code = "100", column = "outer", formula = "-[300]" }')

    (problem,) = problems_of(forms)

    assert "These boxes follow from one another: " in problem
    assert "100" in problem
    assert "300" in problem
    assert "Take one of them out of the other's formula." in problem


def test_only_an_amount_is_computed(forms: Path, change: Change) -> None:
    change("2020-01/cash.toml", 'kind = "date"', 'kind = "date", formula = "[100]"')

    assert any(
        "A formula gives an amount, but this box is of kind date." in problem
        for problem in problems_of(forms)
    )


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("[200] <= [100]", "[200] <= [100", "character 10: This bracket is not closed."),
        ("[200] <= [100]", "[200] <= [999]", "character 10: There is no box 999"),
        ("[200] <= [100]", "[200] - [100]", "true or false is wanted here."),
        ("[200] <= [100]", "[13] = [100]", '"=" compares two amounts or two dates'),
        ('["200"]', '["999"]', "codes names 999, but this edition has no such box."),
        ('["200"]', "[]", 'The check names no box to look at. Write codes = ["7045"].'),
        ("more than {100}", "more than {10}", "There is no box 10 in this edition."),
    ],
)
def test_a_check_that_cannot_be_used_is_told_by_its_name(
    forms: Path, change: Change, old: str, new: str, words: str
) -> None:
    change("2020-01/cash.toml", old, new)

    (problem,) = problems_of(forms)

    assert problem.startswith("2020-01/cash.toml, check S01")
    assert words in problem
