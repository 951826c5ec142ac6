"""A carried figure that nobody could give, or that is looked up where none is, is told."""

from collections.abc import Callable
from pathlib import Path

import pytest

from focusdesk.catalog.loader import load_editions, read_editions

Change = Callable[[str, str, str], None]
NET = '[[carried_figure]]\ncode = "net"\nlabel = "net"\n'
WAS = '[[carried_figure]]\ncode = "was"\nlabel = "what it was"\n'
GIVEN = "given = true\n"


def problems(forms: Path, change: Change, figures: str) -> list[str]:
    change("2020-01/edition.toml", "[[furniture]]", f"{figures}\n[[furniture]]")
    return [str(problem) for problem in read_editions(forms)[1]]


@pytest.mark.parametrize("kind", ["", 'kind = "amount"\n', 'kind = "yes_no"\n'])
def test_an_amount_and_an_answer_can_be_given(forms: Path, change: Change, kind: str) -> None:
    assert problems(forms, change, NET + GIVEN + kind) == []


@pytest.mark.parametrize("kind", ["text", "date", "check"])
def test_nothing_else_can_be_given(forms: Path, change: Change, kind: str) -> None:
    assert problems(forms, change, f'{NET}{GIVEN}kind = "{kind}"\n') == [
        f'2020-01/edition.toml, carried figure net: given is true, but its kind is "{kind}": only '
        'an amount, or a yes or no, can be given. Write kind = "amount" or "yes_no", or take given '
        "out."
    ]


def test_what_the_program_knows_itself_may_be_of_any_kind(forms: Path, change: Change) -> None:
    assert problems(forms, change, NET + 'kind = "date"\n') == []


def test_what_was_filed_names_a_figure_that_is_given(forms: Path, change: Change) -> None:
    assert problems(forms, change, NET + GIVEN + WAS + GIVEN + 'filed = "net"\n') == []


@pytest.mark.parametrize(
    ("figures", "words"),
    [
        (
            WAS + GIVEN + 'filed = "net"\n',
            'filed is "net", but the edition has no such carried figure. Correct the code or add '
            "the figure.",
        ),
        (
            WAS + GIVEN + 'filed = "100"\n',
            'filed is "100", but the edition has no such carried figure. Correct the code or add '
            "the figure.",
        ),
        (
            WAS + GIVEN + 'filed = "was"\n',
            'filed is "was", the figure itself. Name the one that it was then.',
        ),
        (
            NET + WAS + GIVEN + 'filed = "net"\n',
            'filed is "net", but nobody gives that figure. Write given = true there.',
        ),
        (
            NET + GIVEN + 'kind = "yes_no"\n' + WAS + GIVEN + 'filed = "net"\n',
            'filed is "net" of kind "yes_no", but this figure is of kind "amount". Give both the '
            "same kind.",
        ),
        (
            NET + GIVEN + WAS + 'filed = "net"\n',
            "filed is looked up only for a figure that may be given. Write given = true.",
        ),
    ],
)
def test_what_is_looked_up_must_be_there(
    forms: Path, change: Change, figures: str, words: str
) -> None:
    assert problems(forms, change, figures) == [
        f"2020-01/edition.toml, carried figure was: {words}"
    ]


def test_a_figure_has_no_box_of_its_code(forms: Path, change: Change) -> None:
    told = problems(forms, change, '[[carried_figure]]\ncode = "100"\nlabel = "cash"\n')

    assert told == [
        "2020-01/edition.toml, carried figure 100: A box has the code 100 too. Give the figure a "
        "name of its own."
    ]


def test_the_shipped_editions_keep_these_rules() -> None:
    for edition in load_editions().values():
        looked_up = {figure.filed for figure in edition.figures if figure.filed}
        assert looked_up == {"anc"}
