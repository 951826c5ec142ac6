"""A month at a glance on the command line, with the sample's January 2014 to the dollar."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.command import Command

JANUARY = ("--period", "2014-01")


@pytest.fixture
def lines(command: Command, sample: Path) -> list[str]:
    return command("overview", sample, *JANUARY).out.splitlines()


@pytest.fixture
def entry(command: Command, sample: Path) -> dict[str, Any]:
    return json.loads(command("overview", sample, *JANUARY, "--json").out)


def test_the_head_says_which_month_and_when_it_is_due(lines: list[str]) -> None:
    assert lines[0] == (
        "January 2014, edition 2014-01. Due on Wednesday, February 26, 2014. "
        "Changes are since December 2013 (illustrative)."
    )


def test_a_pool_is_told_with_its_changes_in_line(lines: list[str]) -> None:
    at = lines.index("Segregation: above target")

    assert lines[at + 1 : at + 8] == [
        "  7060  Required       948,878,264  +31,010,326    +3.4 %",
        "  7180  Held         1,036,486,351  +24,414,101    +2.4 %",
        "  7190  Excess          87,608,087  (6,596,225)   (7.0) %",
        "  7194  Target          47,443,913   +1,550,516    +3.4 %",
        "  7198  Over target     40,164,174  (8,146,741)  (16.9) %",
        "  40,164,174 could leave before the target (7198), 87,608,087 before zero (7190).",
        "  The excess is 9.2 % of the requirement (7190 / 7060).",
    ]


def test_what_the_form_does_not_hold_is_said(lines: list[str]) -> None:
    at = lines.index("Capital: not known")

    assert lines[at + 2].split() == ["anc", "Adjusted", "net", "capital", "not", "known"]
    assert lines[at + 8] == "  The minimum is 131,557,460, the CFTC's (Form, line D)."
    assert lines[at + 9] == (
        "  The early warning level is 144,713,206, the form's (Form, the note on 7495); "
        "the rule's is the same."
    )
    assert lines[at + 11] == (
        "  How far adjusted net capital is from them is not known: "
        "nobody has given it, and its page comes later."
    )


def test_what_remains_is_told_line_by_line_with_its_box(lines: list[str]) -> None:
    at = lines.index("4 lines remain before printing:")

    assert lines[at - 1] == (
        "Findings: 1 error, 2 warnings, 7 information; a signature copy adds 1 error (C06)."
    )
    begins = [line.split("  ")[1:4] for line in lines[at + 1 :]]
    assert begins == [
        ["error", "C04", "15"],
        ["error", "C06", "execution.officer1"],
        ["warning", "X13", "7690"],
        ["warning", "P01", "8770"],
    ]
    assert "(asked of the signature copy)" in lines[at + 2]


def test_a_program_reads_the_same(entry: dict[str, Any]) -> None:
    card = entry["cards"][0]

    assert (entry["period"], entry["due"]) == ("2014-01", "2014-02-26")
    assert (card["schedule"], card["state"]) == ("segregation", "above target")
    assert card["lines"][2] == {
        "code": "7190",
        "label": "Excess",
        "value": 87_608_087,
        "change": -6_596_225,
        "percent": -7.002,
        "remark": None,
        "source": None,
    }
    assert (card["before_target"], card["before_zero"]) == (40_164_174, 87_608_087)
    assert entry["findings"] == {"error": 1, "warning": 2, "information": 7}
    assert entry["at_signing"] == ["C06"]
    assert [each["id"] for each in entry["remaining"]] == ["C04", "C06", "X13", "P01"]


def test_what_is_not_known_is_null_with_its_reason(entry: dict[str, Any]) -> None:
    capital = entry["cards"][3]

    assert capital["before_target"] is None
    assert (capital["lines"][1]["value"], capital["lines"][1]["change"]) == (None, None)
    assert capital["lines"][1]["remark"].startswith("Adjusted net capital is not known")


def test_the_first_month_has_nothing_to_be_told_against(command: Command, sample: Path) -> None:
    ran = command("overview", sample, "--period", "2013-01")

    assert "Changes are since" not in ran.out
    assert "+" not in ran.out
    assert ran.status == 0


def test_a_month_that_is_not_there_is_a_sentence(command: Command, sample: Path) -> None:
    ran = command("overview", sample, "--period", "2020-01")

    assert (ran.status, ran.out) == (2, "")
    assert "2020" in ran.err
