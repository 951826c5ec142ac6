"""`figures`: what checks ask for and no box holds, given with its source."""

import json
from pathlib import Path

import pytest

from tests.cli.command import Command

MONTH = ("--period", "2014-01")
SOURCE = ("--source", "workbook NC-2014-01, cell H44")


def test_what_is_not_known_is_listed_with_what_waits_for_it(command: Command, store: Path) -> None:
    ran = command("figures", store, *MONTH)

    assert ran.status == 0
    anc = next(line for line in ran.out.splitlines() if line.startswith("anc "))
    assert "Adjusted net capital" in anc
    assert "not known" in anc
    assert anc.endswith("N05 waits, N07 waits")
    assert "January 2014: 13 of 13 carried figures are not known." in ran.out
    assert "policy.7194" not in ran.out


def test_figures_are_given_with_their_source_and_judged(command: Command, store: Path) -> None:
    ran = command("figures", store, *MONTH, "anc=650,000,000", "3760=131557460", *SOURCE, "--json")

    entries = {each["code"]: each for each in json.loads(ran.out)}
    assert "Kept with January 2014." in ran.err
    assert (entries["anc"]["value"], entries["anc"]["source"]) == (650_000_000, SOURCE[1])
    assert entries["anc"]["author"]
    assert [each["state"] for each in entries["3760"]["checks"]] == ["holds"]
    assert entries["net_capital"]["value"] is None
    assert SOURCE[1] in command("overview", store, *MONTH).out
    assert command("verify", store).status == 0


def test_an_empty_figure_is_withdrawn(command: Command, store: Path) -> None:
    command("figures", store, *MONTH, "anc=5", *SOURCE)

    ran = command("figures", store, *MONTH, "anc=")

    assert "13 of 13 carried figures are not known" in ran.out


def test_what_was_given_before_is_told_with_who_and_when(command: Command, store: Path) -> None:
    command("figures", store, *MONTH, "anc=5", *SOURCE)
    command("figures", store, *MONTH, "anc=6", "--source", "the corrected workbook")

    ran = command("figures", store, *MONTH)
    (line,) = [line for line in ran.out.splitlines() if line.startswith("anc was ")]
    assert line.startswith(f"anc was 5: {SOURCE[1]} (")
    assert line.endswith(" UTC)")

    entries = json.loads(command("figures", store, *MONTH, "--json").out)
    anc = next(each for each in entries if each["code"] == "anc")
    assert [(it["value"], it["source"]) for it in anc["history"]] == [
        (5, SOURCE[1]),
        (6, "the corrected workbook"),
    ]
    assert anc["month_before"] is None


def test_last_month_s_figure_is_told_as_one_that_does_not_count(
    command: Command, store: Path
) -> None:
    command("figures", store, *MONTH, "anc=5", *SOURCE)

    ran = command("figures", store, "--period", "2014-02")

    assert f"anc: January 2014 had 5, {SOURCE[1]} (" in ran.out
    assert "it is not carried over." in ran.out
    assert "13 of 13 carried figures are not known" in ran.out


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("anc=5",), "Where does 5 come from?"),
        (("anc=5", "anc=6", *SOURCE), "anc is given twice"),
        (("anc", *SOURCE), '"anc" gives no figure'),
        (("anc=lots", *SOURCE), '"lots"'),
        (("7190=5", *SOURCE), '"7190" is no carried figure of this form. They are: 3760, anc'),
        (SOURCE, "--source goes with a figure"),
    ],
)
def test_what_is_refused_changes_nothing(
    command: Command, store: Path, words: tuple[str, ...], sentence: str
) -> None:
    ran = command("figures", store, *MONTH, "3760=7", *words) if words[0] == "anc=lots" else (
        command("figures", store, *MONTH, *words)
    )  # fmt: skip

    assert ran.status == 2
    assert sentence in ran.err
    assert "13 of 13 carried figures are not known" in command("figures", store, *MONTH).out
