"""What cannot be used of a check is told by its name and place."""

from collections.abc import Callable
from pathlib import Path

import pytest

from focusdesk.catalog.loader import load_editions, read_editions

Change = Callable[[str, str, str], None]
MUST = 'must = "[200] <= [100]"'
CODES = 'codes = ["200"]'


def problems_of(forms: Path) -> list[str]:
    return [str(problem) for problem in read_editions(forms)[1]]


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        (MUST, 'must = "[20] <= [100]"', "There is no box 20 in this edition."),
        (MUST, 'must = "[200] - [100]"', "This gives a figure, and true or false is wanted here."),
        (MUST, MUST + '\nwhen = "[200]"\notherwise = "no."', "true or false is wanted here."),
        (MUST, MUST + '\nwhen = "[200] > 0"', "when and otherwise go together"),
        (MUST, MUST + '\nties = ["[200] = [10]"]', "There is no box 10 in this edition."),
        (
            MUST,
            MUST + '\nneeds = ["100 or 10"]',
            "needs names 10, but this edition has no such box.",
        ),
        (CODES, 'codes = ["20"]', "codes names 20, but this edition has no such box."),
        (CODES, "", 'The check names no box to look at. Write codes = ["7045"].'),
        (CODES, 'each = ["20"]', "each names 20, but this edition has no such box."),
        (CODES, CODES + '\neach = ["200"]\nof_every = "amount"', "take one of them out."),
        (MUST, 'must = "[it] >= 0"', "There is no box it in this edition."),
        ("{200} is more than {100}.", "", "The check has no message."),
        ("{200} is more than {100}.", "{[200] - [10]} too much.", "There is no box 10"),
    ],
)
def test_a_check_that_cannot_be_used_is_told_by_its_name(
    forms: Path, change: Change, old: str, new: str, words: str
) -> None:
    change("2020-01/cash.toml", old, new)

    problem, *_ = problems_of(forms)

    assert problem.startswith("2020-01/cash.toml, check S01")
    assert words in problem


def test_a_check_of_several_boxes_is_read_for_each_kind_of_them(
    forms: Path, change: Change
) -> None:
    change("2020-01/cash.toml", MUST, 'must = "[it] >= 0"')
    change("2020-01/cash.toml", CODES, 'each = ["100", "13"]')

    (problem,) = problems_of(forms)
    assert '">=" compares two amounts or two dates, not text with figure' in problem


def test_a_check_may_stand_with_the_edition_and_ask_of_every_schedule(
    forms: Path, change: Change
) -> None:
    check = '[[check]]\nid = "P02"\nseverity = "information"\nof_every = "amount"\n'
    change(
        "2020-01/edition.toml",
        "[[furniture]]",
        check + 'must = "[it] <> prior([it])"\nmessage = "{it code}"\n\n[[furniture]]',
    )
    assert load_editions(forms)["2020-01"].checks[0].id == "P02"

    change("2020-01/edition.toml", 'must = "[it] <> prior([it])"', 'must = "[it] <> [anc]"')
    (problem,) = problems_of(forms)
    assert problem.startswith("2020-01/edition.toml, check P02")
    assert "There is no box anc" in problem


def test_a_figure_that_no_box_holds_may_be_asked_for(forms: Path, change: Change) -> None:
    change("2020-01/cash.toml", MUST, 'must = "[200] <= [anc]"')
    change(
        "2020-01/edition.toml",
        "[[furniture]]",
        '[[carried_figure]]\ncode = "anc"\nlabel = "adjusted net capital"\n\n[[furniture]]',
    )

    assert problems_of(forms) == []


MESSAGE = '{200} is more than {100}."'
DUTY = """
[check.duty]
event = "too little"
within = "24 hours"
to = ["the CFTC"]
means = "in writing"
"""


def test_a_notice_says_what_is_to_be_reported(forms: Path, change: Change) -> None:
    change("2020-01/cash.toml", 'severity = "warning"', 'severity = "notice"')

    (problem,) = problems_of(forms)

    assert "check S01" in problem
    assert "A check has a duty where its severity is notice, and only there" in problem


def test_what_is_no_notice_is_reported_to_nobody(forms: Path, change: Change) -> None:
    change("2020-01/cash.toml", MESSAGE, MESSAGE + DUTY)

    problem, *_ = problems_of(forms)

    assert "only there" in problem
