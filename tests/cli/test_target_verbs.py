"""`targets`: the firm's own targets as policy, and what differs from it in a month."""

import json
from pathlib import Path

import pytest

from tests.cli.command import Command

RECORD = ("--since", "2014-02-01", "--approved-by", "the board", "--reason", "more customers")


def test_the_policies_of_the_sample_are_shown(command: Command, store: Path) -> None:
    ran = command("targets", store)

    assert ran.status == 0
    lines = ran.out.splitlines()
    assert [line.split()[0] for line in lines[1:]] == ["7194:1", "7780:1", "8760:1"]
    assert "5 % of 7060" in lines[1]
    assert "25,000,000" in lines[3]


def test_a_month_says_what_it_holds_and_what_the_policies_give(
    command: Command, store: Path
) -> None:
    ran = command("targets", store, "--in", "2014-01", "--json")

    entries = json.loads(ran.out)
    assert ran.status == 0
    assert {each["code"]: each["gives"] for each in entries} == {
        "7194": 47_443_913,
        "7780": 17_471_813,
        "8760": 25_000_000,
    }
    assert not any(each["overridden"] for each in entries)


def test_a_policy_is_recorded_and_fills_the_drafts_from_its_date(
    command: Command, store: Path
) -> None:
    ran = command("targets", store, "8760=30m to 40m", *RECORD, "--json")

    assert ran.status == 0
    assert "Targets were filled in: February 2014." in ran.err
    first, second = [each for each in json.loads(ran.out) if each["code"] == "8760"]
    assert (first["target"], first["until"]) == ("25,000,000", "2014-01-31")
    assert (second["target"], second["until"]) == ("30,000,000 to 40,000,000", None)
    assert (second["approved_by"], second["why"]) == ("the board", "more customers")
    assert second["recorded_by"]
    shown = command("targets", store, "--in", "2014-02").out
    assert "30,000,000 to 40,000,000 since 2014-02-01" in shown
    assert command("verify", store).status == 0


def test_an_override_is_a_finding_until_there_is_a_reason_and_can_be_put_back(
    command: Command, store: Path
) -> None:
    month = ("targets", store, "--in", "2014-01")
    command("set", store, "--period", "2014-01", "7194=47000000")
    alone = command(*month)
    assert alone.status == 1
    assert "differs: nobody has said why" in alone.out

    explained = command(*month, "7194", "--reason", "as agreed")
    assert explained.status == 0
    assert "differs: as agreed (" in explained.out
    assert command(*month, "7194", "--withdraw").status == 1

    back = command(*month, "7194", "--follow")
    assert (back.status, back.err) == (0, "7194  47,000,000 -> 47,443,913\n")


def test_a_policy_is_withdrawn_by_its_number_and_stays_on_record(
    command: Command, store: Path
) -> None:
    command("targets", store, "8760=30m", *RECORD)
    ran = command("targets", store, "8760:2", "--withdraw", "--reason", "not approved")

    assert ran.status == 0
    assert "withdrawn: not approved" in ran.out
    assert "never held" in ran.out
    assert "Targets were filled in: February 2014." in ran.err


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["7194=5 %"], "A target holds from a day on"),
        (["7194=much", *RECORD], "Write it like 25,000,000"),
        (["7190=5m", *RECORD], "is no target of the form"),
        (["7194=5 %", "--since", "soon"], '"soon"'),
        (["7194=5 %", "--since", "2014-01-01"], "Who approved the target?"),
        (["7194=5 %", "--since", "2014-01-01", "--approved-by", "x"], "Why is this the target?"),
        (["7194"], "sets no target"),
        (["7194", "--follow"], "name the month with --in"),
        (["--withdraw"], "Which policy is withdrawn?"),
        (["7194", "--withdraw"], "names no policy"),
        (["7194:9", "--withdraw", "--reason", "x"], "no policy number 9"),
        (["--in", "2014-01", "7194"], "Say why the target differs with --reason"),
        (["--in", "2014-01", "7194", "--follow"], "follows the firm's policy already"),
        (["--in", "2014-01", "7194", "--reason", "x"], "does not differ from a policy"),
    ],
)
def test_what_makes_no_sense_is_refused_with_a_sentence_and_nothing_is_kept(
    command: Command, store: Path, words: list[str], says: str
) -> None:
    before = command("targets", store, "--json").out

    ran = command("targets", store, *words)

    assert ran.status == 2
    assert says in ran.err
    assert command("targets", store, "--json").out == before


def test_a_store_without_policies_says_so(command: Command, tmp_path: Path) -> None:
    store = tmp_path / "new.focusdesk"
    command("new", store, "--period", "2014-01")

    assert "No target policy is recorded" in command("targets", store).out
    assert "none" in command("targets", store, "--in", "2014-01").out


def test_a_policy_can_be_looked_at_before_it_is_recorded(command: Command, store: Path) -> None:
    before = command("targets", store, "--json").out

    ran = command("targets", store, "8760=30m", *RECORD, "--dry-run", "--json")

    assert ran.status == 0
    assert "February 2014: 8760 from 25,000,000 to 30,000,000" in ran.err
    assert "Nothing was kept." in ran.err
    assert ran.out == before


def test_a_bare_figure_that_may_mean_percent_is_refused(command: Command, store: Path) -> None:
    ran = command("targets", store, "7194=5", *RECORD)

    assert ran.status != 0
    assert "Write 5 % or $5." in ran.err
    assert "7194:2" not in command("targets", store).out
