import json
from pathlib import Path

import pytest

from tests.cli.command import Command

MONTH = ("--period", "2014-01")


def test_a_change_is_explained_and_shown_with_its_author(store: Path, command: Command) -> None:
    command("thresholds", store, "5m and 10 %")
    asked = command("explain-change", store, *MONTH)
    assert asked.status == 1
    assert "7198  Jan 2014 against Dec 2013 (illustrative)  (8,146,741)" in asked.out
    assert "January 2014: 1 line lacks an explanation." in asked.out

    ran = command("explain-change", store, *MONTH, "7198=two new clients", "cover=new address")

    assert (ran.status, ran.err) == (0, "")
    assert ran.out.startswith("7198  two new clients (")
    assert "Not explained yet" not in ran.out
    shown = command("explain-change", store, *MONTH)
    assert shown.status == 0
    assert "7198  Jan 2014 against Dec 2013 (illustrative)  two new clients (" in shown.out
    assert "0 lines lack" in shown.out


def test_what_is_said_can_be_taken_back_and_read_by_a_program(
    store: Path, command: Command
) -> None:
    command("explain-change", store, *MONTH, "7190=rates", "--against", "2013-01")
    command("explain-change", store, *MONTH, "segregation=the year's end")
    told = json.loads(command("explain-change", store, *MONTH, "--json").out)
    assert [(it["code"], it["against"], it["text"]) for it in told["said"]] == [
        (None, "2013-12", "the year's end"), ("7190", "2013-01", "rates"),
    ]  # fmt: skip

    ran = command("explain-change", store, *MONTH, "segregation=")

    assert ran.out.startswith("segregation  nothing is said of it any more")
    told = json.loads(command("explain-change", store, *MONTH, "--json").out)
    assert [it["code"] for it in told["said"]] == ["7190"]


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("9999=x",), '"9999" is neither a box of the form nor a schedule.'),
        (("7190",), '"7190" explains nothing. Write the box, "=" and why'),
        (("7190=a", "7190=b"), "7190 is explained twice."),
        (("7190=a", "8730=" + "x" * 4001), "an explanation holds at most 4,000"),
        (("7190=a", "--against", "2014-02"), "February 2014 comes after January 2014."),
        (("7190=a", "--against", "soon"), '"soon" is not a month.'),
    ],
)
def test_what_cannot_be_explained_is_refused_whole(
    store: Path, command: Command, words: tuple[str, ...], why: str
) -> None:
    before = store.read_bytes()

    ran = command("explain-change", store, *MONTH, *words)

    assert ran.status == 2
    assert why in ran.err
    assert store.read_bytes() == before


def test_without_the_earlier_month_nothing_is_asked(store: Path, command: Command) -> None:
    ran = command("explain-change", store, *MONTH, "--against", "2001-01")
    assert ran == (
        0,
        "January 2014: the store has no January 2001, so that nothing is asked.\n",
        "",
    )


def test_words_against_a_month_that_is_not_there_are_kept_and_it_is_said(
    store: Path, command: Command
) -> None:
    ran = command("explain-change", store, *MONTH, "7190=rates", "--against", "2001-01")
    assert (ran.status, ran.out.startswith("7190  rates (")) == (0, True)
    assert ran.err == (
        "The store has no January 2001: the words are kept, but there is no change yet that they "
        "explain. For another month, add --against.\n"
    )


def test_thresholds_are_kept_for_all_lines_and_for_single_ones(
    store: Path, command: Command
) -> None:
    assert command("thresholds", store).out.startswith("No threshold is set for all lines")
    assert command("thresholds", store, "5m and 10 %", "7190=500k", "7194=0").status == 0
    assert json.loads(command("thresholds", store, "--json").out) == {
        "all": "5,000,000 and 10 %", "lines": {"7190": "500,000", "7194": "0"},
    }  # fmt: skip

    ran = command("thresholds", store, "7194=", "")

    assert ran.err == "Kept with the firm.\n"
    assert ran.out.splitlines() == [
        "No threshold is set for all lines: a comparison counts every change of them.",
        "7190  above 500,000",
        "To be explained by the built-in rule, until one is set: excess, target and capital boxes "
        "that moved by more than 10 % and 1 % of the requirement of their schedule (but 7190 above "
        "500,000).",
    ]


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("much",), '"much" is no threshold.'),
        (("5 and 6",), "has more than one amount"),
        (("-5",), "has no sign"),
        (("5m", "10 %"), "The size for all lines is given twice."),
        (("7190=5m", "7190=6m"), "7190 is given twice."),
        (("13=5m",), '"13" holds no amount'),
        (("9999=5m",), '"9999" is not a box of any edition'),
        (("7190=much",), '"much" is no threshold.'),
    ],
)
def test_what_is_no_threshold_is_refused_whole(
    store: Path, command: Command, words: tuple[str, ...], why: str
) -> None:
    before = store.read_bytes()

    ran = command("thresholds", store, *words)

    assert ran.status == 2
    assert why in ran.err
    assert store.read_bytes() == before


def test_a_store_that_is_not_there_is_no_threshold(command: Command, tmp_path: Path) -> None:
    ran = command("thresholds", tmp_path / "none.focusdesk", "5m")
    assert (ran.status, ran.out) == (2, "")
    assert "none.focusdesk" in ran.err


def test_a_comparison_has_what_is_said_of_its_changes_when_asked(
    store: Path, command: Command, tmp_path: Path
) -> None:
    command("explain-change", store, *MONTH, "7190=two new clients")
    compared = ("compare", store, "2013-12", "2014-01", "--find", "7190")

    assert command(*compared, "--to", tmp_path / "c.json", "--explanations").status == 0
    assert command(*compared, "--to", tmp_path / "c.csv", "--explanations").status == 0
    assert command(*compared, "--to", tmp_path / "plain.json").status == 0

    content = json.loads((tmp_path / "c.json").read_bytes())
    assert [(it["code"], it["text"]) for it in content["said"]] == [("7190", "two new clients")]
    assert b"two new clients (" in (tmp_path / "c.csv").read_bytes()
    assert "said" not in json.loads((tmp_path / "plain.json").read_bytes())
