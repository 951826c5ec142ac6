"""The comparison of the sample against figures worked out here, from the exported JSON alone."""

import json
from fractions import Fraction
from itertools import pairwise
from pathlib import Path
from typing import Any, TypeAlias

import pytest

from focusdesk.__main__ import main
from tests.cli.command import Command

Values: TypeAlias = dict[str, Any]

MONTHS = (*(f"2013-{month:02}" for month in range(1, 13)), "2014-01")

# What the form's own words add and deduct; read from the form and not from its definition.
HELD = "7070 7080 7090 7100 7110 7120 7130 7132 -7133 7140 7160 7170 7150"
REQUIRED = "7010 7020 7030 7032 -7033 7045 -7047"
HELD_ABROAD = (
    "7500 7520 7540 7560 7580 7590 7600 7610 -7615 7640 7650 7660 7670 -7675"
    " 7700 7710 7720 7730 -7735 7760 7765"
)
REQUIRED_ABROAD = "7315 7317 7325 7335 -7337 7351 -7352"
HELD_CLEARED = "8600 8610 8620 8630 8640 8650 8660 8670 -8680 8690 8700 8710 8715"
REQUIRED_CLEARED = "8500 8510 8520 8530 -8540 8560 -8570"


def _signs(adds: str, deducts: str = "") -> dict[str, int]:
    """Read which boxes a total adds and which it deducts."""
    signs: dict[str, int] = {}
    for words, sign in ((adds, 1), (deducts, -1)):
        for word in words.split():
            signs[word.removeprefix("-")] = -sign if word.startswith("-") else sign
    return signs


SUMS = {
    "7180": _signs(HELD),
    "7190": _signs(HELD, REQUIRED),
    "7198": _signs(HELD, f"{REQUIRED} 7194"),
    "7770": _signs(HELD_ABROAD),
    # The sample has no foreign rule (7305), so that line 6 is line 5 in every month.
    "7380": _signs(HELD_ABROAD, REQUIRED_ABROAD),
    "7785": _signs(HELD_ABROAD, f"{REQUIRED_ABROAD} 7780"),
    "8730": _signs(HELD_CLEARED, REQUIRED_CLEARED),
    "8770": _signs(HELD_CLEARED, f"{REQUIRED_CLEARED} 8760"),
}


def _amount(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


@pytest.fixture(scope="module")
def exported(sample: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Values]:
    """What every box of the sample's months holds, read from exported files."""
    folder = tmp_path_factory.mktemp("exported")
    months: dict[str, Values] = {}
    for month in MONTHS:
        to = folder / f"{month}.json"
        assert main(["export", str(sample), "--period", month, "--to", str(to)]) == 0
        months[month] = json.loads(to.read_bytes())["values"]
    return months


def _compare(command: Command, sample: Path, to: Path, *words: str) -> dict[str, Any]:
    assert command("compare", sample, *words, "--to", to).status == 0
    return json.loads(to.read_bytes())


@pytest.mark.parametrize("months", list(pairwise(MONTHS)), ids=" ".join)
def test_every_change_and_percentage_is_that_of_the_exported_figures(
    exported: dict[str, Values],
    sample: Path,
    command: Command,
    tmp_path: Path,
    months: tuple[str, str],
) -> None:
    earlier, later = months
    content = _compare(command, sample, tmp_path / "c.json", *months)
    assert [row["code"] for row in content["rows"]] == list(exported[later])
    for row in content["rows"]:
        was, now = exported[earlier][row["code"]], exported[later][row["code"]]
        assert row["values"] == [was, now]
        (told,) = row["changes"]
        if _amount(was) or _amount(now):
            change = (now or 0) - (was or 0)
            assert told["change"] == change
            percent = float(round(Fraction(100 * change, abs(was)), 4)) if was else None
            assert told["percent"] == percent
        else:
            assert (told["change"], told["percent"]) == (None, None)


def _kind(was: object, now: object) -> set[str]:
    """Say which kinds a difference may be of, by their plain meaning."""
    if was is None or now is None:
        return {"blank in both"} if was is now else {"from blank" if was is None else "to blank"}
    if was == now:
        return {"equal"}
    if not isinstance(was, int) or not isinstance(now, int) or isinstance(was, bool):
        return {"changed"}
    if was == 0 or now == 0:
        return {"from zero" if was == 0 else "to zero"}
    return {"sign changed"} if was * now < 0 else {"changed", "digits transposed"}


def test_the_kinds_of_thirteen_months_are_those_of_the_exported_figures(
    exported: dict[str, Values], sample: Path, command: Command, tmp_path: Path
) -> None:
    content = _compare(
        command, sample, tmp_path / "c.json", "2014-01", "--preset", "13-months", "--neighbours"
    )
    assert content["months"] == list(MONTHS)
    for row in content["rows"]:
        held = [exported[month][row["code"]] for month in MONTHS]
        for (was, now), told in zip(pairwise(held), row["changes"], strict=True):
            assert told["kind"] in _kind(was, now)


def test_the_parts_of_january_s_totals_are_the_changes_of_the_boxes_that_the_form_adds(
    exported: dict[str, Values], sample: Path, command: Command, tmp_path: Path
) -> None:
    december, january = exported["2013-12"], exported["2014-01"]
    explain = [word for code in SUMS for word in ("--explain", code)]
    content = _compare(command, sample, tmp_path / "c.json", "2013-12", "2014-01", *explain)
    for explanation in content["explanations"]:
        code = explanation["code"]
        expected = {
            box: sign * ((january[box] or 0) - (december[box] or 0))
            for box, sign in SUMS[code].items()
        }
        made = {each["code"]: each["dollars"] for each in explanation["contributions"]}
        assert made == {box: dollars for box, dollars in expected.items() if dollars}
        assert sum(made.values()) == january[code] - december[code] == explanation["change"]


def test_the_parts_of_the_capital_requirement_sum_to_its_change(
    exported: dict[str, Values], sample: Path, command: Command, tmp_path: Path
) -> None:
    december, january = exported["2013-12"], exported["2014-01"]
    explain = ("--explain", "7425", "--explain", "7490", "--explain", "7495")
    content = _compare(command, sample, tmp_path / "c.json", "2013-12", "2014-01", *explain)
    for explanation in content["explanations"]:
        code = explanation["code"]
        made = [each["dollars"] for each in explanation["contributions"]]
        assert sum(made) == january[code] - december[code] == explanation["change"]
        assert made
