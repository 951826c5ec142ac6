"""The comparison of the sample against figures worked out here, from the exported JSON alone."""

import csv
import io
import json
from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from itertools import pairwise, product
from pathlib import Path
from typing import Any, TypeAlias

import pytest
from openpyxl import load_workbook

from focusdesk.__main__ import main
from focusdesk.resources import resource_path
from tests.cli.command import Command
from tests.cli.form_arithmetic import Month, formulas_of
from tests.exchange.worked_out import worked_out

Values: TypeAlias = dict[str, Any]

MONTHS = (*(f"2013-{month:02}" for month in range(1, 13)), "2014-01")

TWO_YEARS = (*MONTHS, "2014-02")
FORMULAS = formulas_of(resource_path("forms", "2014-01"))


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
    for month in TWO_YEARS:
        to = folder / f"{month}.json"
        assert main(["export", str(sample), "--period", month, "--to", str(to)]) == 0
        months[month] = json.loads(to.read_bytes())["values"]
    return months


def _compare(command: Command, sample: Path, to: Path, *words: str) -> dict[str, Any]:
    assert command("compare", sample, *words, "--to", to).status == 0
    return json.loads(to.read_bytes())


def _percent(was: int | None, change: int) -> Decimal | None:
    return Decimal(100) * change / abs(was) if was else None


def _told(was: Any, now: Any) -> tuple[int | None, Decimal | None]:
    """Work out what changed, in dollars and in percent of the earlier amount without its sign."""
    if not (_amount(was) or _amount(now)):
        return None, None
    change = (now or 0) - (was or 0)
    return change, _percent(was, change)


CHOSEN = {
    "neighbours": list(pairwise(TWO_YEARS)),
    **{" ".join(pair): [pair] for pair in (("2013-01", "2014-01"), ("2013-10", "2014-02"))},
}


@pytest.fixture(scope="module", params=list(CHOSEN))
def chosen(request: pytest.FixtureRequest) -> tuple[list[str], list[tuple[str, str]]]:
    """The words that ask for changes, and between which months they are then told."""
    words = (
        ["--neighbours"] if request.param == "neighbours" else ["--pair", *request.param.split()]
    )
    return words, CHOSEN[request.param]


Chosen: TypeAlias = tuple[list[str], list[tuple[str, str]]]


def test_every_change_and_percentage_is_that_of_the_exported_figures(
    exported: dict[str, Values], sample: Path, command: Command, tmp_path: Path, chosen: Chosen
) -> None:
    words, pairs = chosen
    content = _compare(command, sample, tmp_path / "c.json", *TWO_YEARS, *words)
    assert content["months"] == list(TWO_YEARS)
    assert [(pair["from"], pair["to"]) for pair in content["pairs"]] == pairs
    assert [row["code"] for row in content["rows"]] == list(exported["2014-02"])
    for row in content["rows"]:
        assert row["values"] == [exported[month][row["code"]] for month in TWO_YEARS]
        for (earlier, later), told in zip(pairs, row["changes"], strict=True):
            change, percent = _told(exported[earlier][row["code"]], exported[later][row["code"]])
            assert told["change"] == change
            shown = None if percent is None else float(percent.quantize(Decimal("0.0001")))
            assert told["percent"] == shown


def test_the_tables_tell_the_same_changes_and_their_formulas_come_to_them(
    exported: dict[str, Values], sample: Path, command: Command, tmp_path: Path, chosen: Chosen
) -> None:
    words, pairs = chosen
    for suffix in (".csv", ".xlsx"):
        to = tmp_path / f"c{suffix}"
        assert command("compare", sample, *TWO_YEARS, *words, "--to", to).status == 0
    table = list(csv.DictReader(io.StringIO((tmp_path / "c.csv").read_text("utf-8"))))
    sheet = load_workbook(tmp_path / "c.xlsx").worksheets[0]
    headings = [str(cell.value) for cell in sheet[1]]
    rows = {cell.value: cell.row for cell in sheet["C"]}
    assert [line["code"] for line in table] == list(exported["2014-02"])
    for line, (earlier, later) in product(table, pairs):
        code = line["code"]
        was, now = exported[earlier][code], exported[later][code]
        between = _heading(headings, earlier, later)
        change, percent = _told(was, now)
        assert line[f"change {between}"] == ("" if change is None else str(change))
        tenths = None if percent is None else percent.quantize(Decimal("0.1"), ROUND_HALF_UP) + 0
        assert line[f"percent {between}"] == ("" if tenths is None else str(tenths))
        figures = [
            worked_out(sheet, rows[code], headings.index(f"{what} {between}") + 1)
            for what in ("Change", "Percent")
        ]
        if change is None:
            assert figures in ([None, None], ["", ""])
            continue
        assert figures[0] == change
        assert figures[1] == _in_a_cell(was, now, percent)


def _heading(headings: list[str], earlier: str, later: str) -> str:
    """Find how a table names the months of a change."""
    made_up = {month: f"{month} (illustrative)" for month in (earlier, later)}
    named = [made_up[month] if made_up[month] in headings else month for month in (earlier, later)]
    return " to ".join(named)


def _in_a_cell(was: int | None, now: int | None, percent: Decimal | None) -> object:
    """Say what a spreadsheet shows of a percentage: a number, or the word for none."""
    if was is None:
        return "new"
    if now is None:
        return "gone"
    if percent is None:
        return "new" if now else "-"
    return pytest.approx(float(percent), rel=1e-12)


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


def test_the_formulas_of_the_form_come_to_what_was_exported(exported: dict[str, Values]) -> None:
    for held in exported.values():
        month = Month(FORMULAS, held)
        for code in FORMULAS:
            assert (held[code] or 0) == month.figure(code).value, code


@pytest.mark.parametrize("code", list(SUMS))
def test_the_formulas_of_the_totals_add_what_the_form_s_words_say(
    exported: dict[str, Values], code: str
) -> None:
    for held in exported.values():
        assert Month(FORMULAS, held).figure(code).parts == SUMS[code]


def test_the_parts_of_every_change_are_what_the_entered_boxes_add_by_the_form_s_formulas(
    exported: dict[str, Values], sample: Path, command: Command, tmp_path: Path, chosen: Chosen
) -> None:
    words, pairs = chosen
    entered = ("7010", "7130", "7465")
    explain = [word for code in (*FORMULAS, *entered) for word in ("--explain", code)]
    content = _compare(command, sample, tmp_path / "c.json", *TWO_YEARS, *words, *explain)
    explanations = {(it["from"], it["to"], it["code"]): it for it in content["explanations"]}
    assert list(explanations) == [(*pair, code) for code in (*FORMULAS, *entered) for pair in pairs]
    for (earlier, later, code), explanation in explanations.items():
        was, now = exported[earlier], exported[later]
        if was[code] is now[code] is None:
            assert (explanation["change"], explanation["contributions"]) == (None, [])
            continue
        made = {each["code"]: each["dollars"] for each in explanation["contributions"]}
        assert sum(made.values()) == explanation["change"] == (now[code] or 0) - (was[code] or 0)
        sizes = [abs(dollars) for dollars in made.values()]
        assert sizes == sorted(sizes, reverse=True)
        figures = [Month(FORMULAS, held).figure(code) for held in (was, now)]
        assert figures[0].parts == figures[1].parts, "no other box is the greatest in the sample"
        _assert_parts(made, figures[0].parts, was, now)


def _assert_parts(
    made: dict[str, int], parts: Mapping[str, Fraction], was: Values, now: Values
) -> None:
    """Hold the parts against what each box adds; a share of a dollar may fall to either side."""
    expected = {box: part * ((now[box] or 0) - (was[box] or 0)) for box, part in parts.items()}
    assert set(made) <= set(expected)
    whole = all(part.denominator == 1 for part in parts.values())
    for box, dollars in expected.items():
        if whole:
            assert made.get(box, 0) == dollars, box
        else:
            assert abs(made.get(box, 0) - dollars) <= 2, box
