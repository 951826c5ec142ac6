"""The two sides of each pool on the command line, in words and as JSON."""

import json
from pathlib import Path

from tests.cli.command import Command

SIDES = ("--period", "2014-01", "--sides")


def test_each_pool_is_told_from_its_lines_to_what_is_left(sample: Path, command: Command) -> None:
    ran = command("check", sample, *SIDES)
    lines = [" ".join(line.split()) for line in ran.out.splitlines()]

    assert ran.status == 1, "the month has an error on another page, as without --sides"
    assert lines[:4] == [
        "Segregation: above target",
        "Requirement: SEGREGATION REQUIREMENTS (Section 4d(2) of the CEAct)",
        "1 Net ledger balance",
        "1.A Cash 7010 347,295,282",
    ]
    assert "11.C Securities held for particular customers or option... 7170 blank" in lines
    assert (
        "X05 apart, allowed (information): 7032 is 68,399,236, 7132 is 68,174,268: 224,968 more is "
        "owed; 1 % of 68,399,236 is 683,992: within. X05 asks the net: 68,399,236 "
        "\u2212 29,234,336 \u2212 (68,174,268 \u2212 29,230,976) = 221,608; "
        "1 % of 39,164,900 is 391,649: within."
    ) in lines
    assert (
        "Required 948,878,264 (7060); Held 1,036,486,351 (7180); Excess 87,608,087 (7190); "
        "Target 47,443,913 (7194); Over target 40,164,174 (7198)."
    ) in lines


def test_a_tie_that_breaks_is_told_with_its_causes(store: Path, command: Command) -> None:
    command("set", store, "--period", "2014-01", "7120=435586942")
    lines = command("check", store, *SIDES).out.splitlines()

    at = next(
        at for at, line in enumerate(lines) if line.startswith("    X01  does not hold (warning):")
    )
    assert lines[at + 1].strip() == (
        "likely cause 1: two digits of 7120 swapped: 453,586,942 instead of 435,586,942"
    )


def test_json_has_both_sides_and_the_differences(sample: Path, command: Command) -> None:
    pools = json.loads(command("check", sample, *SIDES, "--json").out)
    segregation, secured, _ = pools

    assert [pool["schedule"] for pool in pools] == ["segregation", "secured_funds", "cleared_swaps"]
    assert [tie["difference"] for tie in segregation["ties"]] == [0, 224_968, 3_360]
    assert segregation["ties"][0]["tolerance"] is None
    assert [tie["tolerance"]["allowed"] for tie in segregation["ties"][1:]] == [683_992, 292_343]
    assert [tie["severity"] for tie in segregation["ties"]] == [None, "information", "information"]
    assert [tie["agreement"] for tie in secured["ties"]][:2] == ["covered", "equal"]
    assert (segregation["requirement"]["total"], segregation["assets"]["total"]) == (
        948_878_264,
        1_036_486_351,
    )
    assert {"number": "7.B", "code": "7080", "value": None}.items() <= next(
        line.items() for line in segregation["assets"]["lines"] if line["code"] == "7080"
    )
    assert segregation["figures"]["7190"] == 87_608_087
