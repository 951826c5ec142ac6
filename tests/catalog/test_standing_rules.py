"""What is wrong with a schedule's standing is told with its place; the shipped ones are right."""

from collections.abc import Callable
from pathlib import Path

import pytest

from focusdesk.catalog.loader import load_editions, read_editions

TITLE = 'title = ["STATEMENT OF CASH"]'
ORDER = "order = 10\n"
LEVEL = '[[standing.level]]\nfigure = "200"\nname = "its"\ncite = "it"'
WHERE = "2020-01/cash.toml, [standing]: "


def problems(forms: Path, change: Callable[[str, str, str], None], standing: str) -> list[str]:
    change("2020-01/cash.toml", TITLE, f'{TITLE}\nrequirement = "300"')
    change("2020-01/cash.toml", ORDER, f"{ORDER}\n[standing]\n{standing}\n")
    return [str(problem) for problem in read_editions(forms)[1]]


def test_a_standing_of_amount_boxes_is_right(
    forms: Path, change: Callable[[str, str, str], None]
) -> None:
    assert problems(forms, change, 'name = "Cash"\nheld = "100"\nexcess = "200"') == []


@pytest.mark.parametrize(
    ("standing", "problem"),
    [
        (
            'name = "Cash"\nheld = "999"',
            'held is "999", but the edition has no such box.',
        ),
        (
            'name = "Cash"\nheld = "100"\nexcess = "13"',
            'excess is "13", but that box holds no amount.',
        ),
        (
            'name = "Cash"\nheld = "100"\n'
            '[[standing.level]]\nfigure = "anc"\nname = "its"\ncite = "it"',
            'level is "anc", but the edition has no such box.',
        ),
        (
            'name = "Cash"\nheld = "100"\nbeside = ["3760"]',
            'beside is "3760", but the edition has no such box.',
        ),
        (
            'name = "Cash"\nheld = "100"\ntarget = "200"',
            "target and over_target go together: write both or neither.",
        ),
        (
            f'name = "Cash"\nheld = "100"\ntarget = "200"\nover_target = "200"\n{LEVEL}',
            "target is that of a pool, minimum and level are those of capital: take one out.",
        ),
        (
            f'name = "Cash"\nheld = ""\n{LEVEL}',
            "held is empty: name what is held against the requirement and its levels.",
        ),
        (
            f'name = "Cash"\nheld = "100"\n{LEVEL}',
            "minimum and level go together: write both or neither.",
        ),
        (
            f'name = "Cash"\nheld = "100"\n{LEVEL}\n{LEVEL.replace("level", "minimum")}',
            'The requirement is "300", but no minimum is. Write a minimum of it.',
        ),
    ],
)
def test_what_is_wrong_is_told(
    forms: Path, change: Callable[[str, str, str], None], standing: str, problem: str
) -> None:
    assert WHERE + problem in problems(forms, change, standing)


def test_a_standing_needs_a_requirement(
    forms: Path, change: Callable[[str, str, str], None]
) -> None:
    change("2020-01/cash.toml", ORDER, f'{ORDER}\n[standing]\nname = "Cash"\nheld = "100"\n')

    told = [str(problem) for problem in read_editions(forms)[1]]
    assert told == [f"{WHERE}The schedule has no requirement to stand against. Write one."]


def test_every_shipped_edition_has_three_pools_and_the_capital_page() -> None:
    for edition in load_editions().values():
        standings = [schedule.standing for schedule in edition.schedules if schedule.standing]
        names = {standing.name for standing in standings}
        assert names == {"Segregation", "Secured (30.7)", "Cleared swaps", "Capital"}
