import json
from pathlib import Path

import pytest

from focusdesk.calc.worksheet import Worksheet
from tests.cli.command import Command


def test_january_2014_shows_what_the_filing_left_out_and_the_due_date(
    sample: Path, command: Command
) -> None:
    ran = command("check", sample, "--period", "2014-01")
    lines = ran.out.splitlines()
    assert (ran.status, ran.err) == (1, "")
    assert lines[:2] == [
        "error  C04  15  15 is blank: the cover must say who the firm is and whom to ask.",
        "         15 blank",
    ]
    (name,) = [line for line in lines if line.startswith("warning  X13")]
    assert "44,553,280 (7740) stands without a name" in name
    assert [line.rpartition(": ")[2] for line in lines if "within the tolerance" in line] == [
        "68,399,236 against 68,174,268, 224,968 apart, within the tolerance",
        "29,234,336 against 29,230,976, 3,360 apart, within the tolerance",
    ]
    assert lines[-1].startswith("January 2014, edition 2014-01: 1 error, 2 warnings, ")
    assert lines[-1].endswith(" Due on Wednesday, February 26, 2014.")


def test_what_was_not_evaluated_is_told_on_request(sample: Path, command: Command) -> None:
    told = command("check", sample, "--period", "2014-01", "--all").out
    assert "not evaluated  X08  7490  3760, the minimum net capital requirement" in told
    assert "(--all says which" not in told

    entries = json.loads(command("check", sample, "--period", "2014-01", "--all", "--json").out)
    states = {(each["id"], each["state"]) for each in entries}
    assert {("N05", "not evaluated"), ("X05", "holds"), ("X13", "fails")} <= states
    assert {each["difference"] for each in entries if each["state"] == "holds"} == {224_968, 3_360}


def test_information_alone_is_no_failure(store: Path, command: Command) -> None:
    command("set", store, "--period", "2014-01", "15=0000001", "7690=A BROKER")
    ran = command("check", store, "--period", "2014-01", "--json")
    found = json.loads(ran.out)
    weighty = [each["id"] for each in found if each["severity"] != "information"]
    assert (ran.status, weighty) == (1, ["P01"]), "a move that nobody has explained counts"

    command("explain-change", store, "--period", "2014-01", "8770=a new client")
    assert command("check", store, "--period", "2014-01").status == 0


def test_an_explained_warning_is_no_failure_until_its_figures_change(
    store: Path, command: Command
) -> None:
    month = ("--period", "2014-01")
    command("set", store, *month, "15=0000001")
    command("explain-change", store, *month, "8770=a new client")
    assert command("check", store, *month).status == 1, "X13 stands"

    command("explain-finding", store, *month, "X13:7690=a broker that asks for it")
    ran = command("check", store, *month)
    assert ran.status == 0
    assert "         explained: a broker that asks for it (" in ran.out
    assert ": 1 explained warning, 7 information; " in ran.out.splitlines()[-1]
    (told,) = [each for each in json.loads(command("check", store, *month, "--json").out)
               if each["id"] == "X13"]  # fmt: skip
    assert (told["explained"], told["explanation"]) == (True, "a broker that asks for it")

    command("set", store, *month, "7720=7844466")
    ran = command("check", store, *month)
    assert ran.status == 1
    assert "explained of other figures (7740 was 44,553,280): a broker" in ran.out


def test_a_notice_alone_is_no_failure(store: Path, command: Command) -> None:
    month = ("--period", "2014-01")
    command("set", store, *month, "15=0000001", "7690=A BROKER", "7194=900000000")
    command("explain-change", store, *month, "8770=a client", "segregation=a high target")
    command("explain-finding", store, *month, "X12:7194=a new policy is on its way")
    ran = command("check", store, *month, "--json")
    stands = {each["severity"] for each in json.loads(ran.out) if not each["explained"]}
    assert (ran.status, stands) == (0, {"notice", "information"})


def test_a_tie_that_breaks_is_told_with_its_likely_causes(store: Path, command: Command) -> None:
    command("set", store, "--period", "2014-01", "7120=435586942")
    ran = command("check", store, "--period", "2014-01", "--json")
    (broken,) = [each for each in json.loads(ran.out) if each["id"] == "X01"]
    assert broken["likely_causes"][0] == (
        "two digits of 7120 swapped: 453,586,942 instead of 435,586,942"
    )
    assert broken["values"]["7120"] == 435_586_942
    assert broken["why"].startswith("Customer owned securities stand on both sides")


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (["7047=968254"], [("S01", "error", ["7045", "7047"])]),
        (["7352=569157"], [("S02", "error", ["7351", "7352"])]),
        (["8570=1"], [("S03", "error", ["8560", "8570"])]),
        (["7020=-1"], [("S04", "error", ["7020"])]),
        (["24=02/01/14"], [("C01", "error", ["24", "25"])]),
        (["41=X"], [("C02", "error", ["40", "41"])]),
        (["16="], [("C03", "error", ["16", "17", "18", "19", "26", "26.describe"])]),
        (
            ["7475=200000000", "firm.retail_forex="],
            [("F31", "error", ["7495", "firm.retail_forex"])],
        ),
    ],
)
def test_what_does_not_hold_is_listed_with_the_keys_of_the_contract(
    store: Path, command: Command, words: list[str], found: list[tuple[str, str, list[str]]]
) -> None:
    assert command("set", store, "--period", "2014-01", *words).status == 0
    ran = command("check", store, "--period", "2014-01", "--json")
    findings = json.loads(ran.out)
    told = [(each["id"], each["severity"], each["codes"]) for each in findings]
    assert [each for each in told if each in found] == found
    assert all({"id", "severity", "codes", "message"} <= set(each) for each in findings)
    assert (ran.status, ran.err) == (1, "")


def test_findings_are_told_in_words_too(store: Path, command: Command) -> None:
    command("set", store, "--period", "2014-01", "7020=-1", "41=X")
    ran = command("check", store, "--period", "2014-01")
    assert ran.status == 1
    lines = ran.out.splitlines()
    errors = [line.split()[1:3] for line in lines if line.startswith("error")]
    assert errors == [["C02", "40,"], ["C04", "15"], ["S04", "7020"]]
    assert ": 3 errors, " in lines[-1]


def test_every_total_is_worked_out_anew(
    sample: Path, command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    true_values = Worksheet.values

    def with_a_slip(worksheet: Worksheet) -> dict[str, object]:
        return {**true_values(worksheet), "7180": 1}

    monkeypatch.setattr(Worksheet, "values", with_a_slip)
    ran = command("check", sample, "--period", "2014-01", "--json")
    found = {each["id"]: each for each in json.loads(ran.out)}
    assert ran.status == 1
    assert {"F04", "F05"} <= set(found)
    assert found["F04"]["codes"] == ["7180"]
    assert "gives 1,036,486,351" in found["F04"]["message"]


def test_a_due_date_that_is_not_known_is_said_to_be_so(tmp_path: Path, command: Command) -> None:
    store = tmp_path / "n.focusdesk"
    command("new", store, "--period", "9999-11")
    ran = command("check", store, "--period", "9999-11")
    assert "does not hold the days after November 9999" in ran.out
    assert json.loads(command("months", store, "--json").out)[0]["due"] is None
    assert "unknown" in command("months", store).out


def test_explain_shows_the_formula_with_figures_down_to_entered_boxes(
    sample: Path, command: Command
) -> None:
    lines = command("explain", sample, "--period", "2014-01", "7190").out.splitlines()
    assert lines[0].startswith("7190  87,608,087  Line 14, Excess (deficiency) funds")
    assert lines[1] == "  = [7180] - [7060]"
    assert lines[2] == "  = 1,036,486,351 \u2212 948,878,264 = 87,608,087"
    assert any(line.lstrip().startswith("7010  347,295,282 (entered)") for line in lines)


def test_explain_names_the_winner_of_a_greatest_of(sample: Path, command: Command) -> None:
    out = command("explain", sample, "--period", "2014-01", "7490").out
    assert "candidate 7455: 131,557,460  <- taken" in out
    assert "candidate 7465: 1,000,000\n" in out


def test_explain_of_an_unknown_box_is_refused(sample: Path, command: Command) -> None:
    ran = command("explain", sample, "--period", "2014-01", "9999")
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith('focusdesk: The form has no box "9999".')


def test_explain_without_a_code_asks_for_one(sample: Path, command: Command) -> None:
    ran = command("explain", sample, "--period", "2014-01")
    assert (ran.status, ran.out) == (2, "")
    assert "Name the box to explain after the store" in ran.err


def test_a_month_that_was_handed_in_late_is_warned_of_and_can_be_explained(
    store: Path, command: Command
) -> None:
    month = ("--period", "2014-01")

    def told() -> list[str]:
        listed = json.loads(command("check", store, *month, "--all", "--json").out)
        return [each["state"] for each in listed if each["id"] == "C07"]

    assert told() == ["not evaluated"]
    command("handed-in", store, *month, "2014-02-26", "--how", "eFOCUS")
    assert told() == []
    command("due-override", store, *month, "2014-02-25", "--reason", "another notice")
    assert told() == ["fails"]
    late = "warning  C07  25  The filing was received on 02/26/14, after it was due on 02/25/14."
    assert late in command("check", store, *month).out
    ran = command("explain-finding", store, *month, "C07:25=the line was down; FINRA was told")
    assert (ran.status, ran.err) == (0, "")
    assert "explained: the line was down" in command("check", store, *month).out
    command("handed-in", store, *month, "--withdraw", "--reason", "it bounced")
    assert told() == ["not evaluated"]
