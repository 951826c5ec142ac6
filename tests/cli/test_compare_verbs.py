import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from focusdesk.catalog.loader import load_editions
from focusdesk.filing.register import Register
from focusdesk.filing.thresholds import Threshold, Thresholds, keep_thresholds, parse_threshold
from focusdesk.store.opening import open_store
from tests.cli.command import Command, pages_of


def _compared(command: Command, store: Path, to: Path, *months: str) -> bytes:
    ran = command("compare", store, *months, "--to", to)
    assert ran == (0, "", f"Wrote {to}.\n")
    return to.read_bytes()


def test_json_has_the_keys_of_the_contract(sample: Path, command: Command, tmp_path: Path) -> None:
    content = json.loads(
        _compared(command, sample, tmp_path / "c.json", "2013-11", "2013-12", "2014-01")
    )
    assert content["months"] == ["2013-11", "2013-12", "2014-01"]
    rows = {row["code"]: row for row in content["rows"]}
    row = rows["7033"]
    assert set(row) == {"schedule", "code", "values", "changes"}
    assert set(content) == {"months", "illustrative", "pairs", "rows"}
    assert len(row["values"]) == 3
    (told,) = row["changes"]
    assert told["change"] == row["values"][2] - row["values"][1]
    assert told["percent"] == round(100 * told["change"] / row["values"][1], 4)
    assert told["kind"] == "changed"


def test_the_months_stand_in_the_order_of_time_however_they_were_named(
    sample: Path, command: Command, tmp_path: Path
) -> None:
    months = ("2014-01", "2013-11", "2013-12", "2013-11")
    content = json.loads(_compared(command, sample, tmp_path / "c.json", *months))
    assert content["months"] == ["2013-11", "2013-12", "2014-01"]


def _asked(command: Command, sample: Path, to: Path, *words: str) -> dict[str, Any]:
    """Compare as asked, and read the JSON."""
    assert command("compare", sample, *words, "--to", to).status == 0
    return json.loads(to.read_bytes())


def _kinds(content: dict[str, Any], *codes: str) -> list[str]:
    """Give the kinds of difference of some lines, where one change is told."""
    kinds = {row["code"]: [each["kind"] for each in row["changes"]] for row in content["rows"]}
    return [kind for code in codes for kind in kinds[code]]


def test_changes_are_told_of_the_pair_that_is_named_in_any_order(
    sample: Path, command: Command, tmp_path: Path
) -> None:
    words = ("--preset", "13-months", "2014-01", "--pair", "2014-01", "2013-10")
    explain = ("--changed", "--explain", "7190", "--find", "7190")
    content = _asked(command, sample, tmp_path / "c.json", *words, *explain)
    assert content["pairs"] == [{"from": "2013-10", "to": "2014-01"}]
    (row,), (why,) = content["rows"], content["explanations"]
    assert row["changes"][0]["change"] == row["values"][12] - row["values"][9]
    assert (why["from"], why["to"]) == ("2013-10", "2014-01")
    assert why["change"] == row["changes"][0]["change"]


def test_changes_are_told_of_each_neighbour_when_asked(
    sample: Path, command: Command, tmp_path: Path
) -> None:
    words = ("2013-11", "2013-12", "2014-01", "--neighbours", "--explain", "7190")
    content = _asked(command, sample, tmp_path / "c.json", *words)
    assert [pair["to"] for pair in content["pairs"]] == ["2013-12", "2014-01"]
    (row,) = (row for row in content["rows"] if row["code"] == "7190")
    held = row["values"]
    changes = [each["change"] for each in row["changes"]]
    assert changes == [held[1] - held[0], held[2] - held[1]]
    assert [each["change"] for each in content["explanations"]] == changes


def test_json_says_what_kind_each_difference_is(
    store: Path, command: Command, tmp_path: Path
) -> None:
    command("set", store, "--period", "2014-01", "7100=90,040,120", "7070=", "7080=0", "7130=1")
    command("set", store, "--period", "2013-12", "7100=90,004,120", "7080=", "7130=-1")
    content = _asked(command, store, tmp_path / "c.json", "2013-12", "2014-01")
    assert _kinds(content, "7070", "7080", "7100", "7130", "13") == [
        *("to blank", "from blank", "digits transposed", "sign changed", "equal"),
    ]
    assert "shown" not in content
    assert "explanations" not in content


def test_a_preset_is_seen_from_the_month_that_is_named_or_the_newest(
    sample: Path, command: Command, tmp_path: Path
) -> None:
    to = tmp_path / "c.json"
    named = _asked(command, sample, to, "2014-01", "--preset", "last-month")
    newest = _asked(command, sample, to, "--preset", "last-year")
    quarters = _asked(command, sample, to, "--preset", "quarter-ends", "2014-01")
    assert named["months"] == ["2013-12", "2014-01"]
    assert newest["months"] == ["2013-02", "2014-02"]
    assert quarters["months"] == ["2013-03", "2013-06", "2013-09", "2013-12", "2014-01"]


def test_what_a_preset_lacks_is_said(sample: Path, command: Command, tmp_path: Path) -> None:
    ran = command(
        "compare", sample, "2013-03", "--preset", "13-months", "--to", tmp_path / "c.json"
    )
    assert ran.status == 0
    assert "no filing for March 2012, April 2012, May 2012 and 7 more months." in ran.err


def test_the_last_print_stands_before_what_the_month_holds_now(
    store: Path, command: Command, tmp_path: Path
) -> None:
    copy = ("--copy", "signature", "--to", tmp_path / "s.pdf")
    assert command("export", store, "--period", "2014-01", *copy).status == 1, "it has findings"
    command("set", store, "--period", "2014-01", "7070=1")
    content = _asked(
        command, store, tmp_path / "c.json", "2014-01", "--preset", "last-print", "--changed"
    )
    rows = {row["code"]: row["values"] for row in content["rows"]}
    assert content["months"] == ["2014-01 as printed", "2014-01"]
    assert list(rows) == ["7070", "7180", "7190", "7198"]
    assert rows["7070"] == [8_476_893, 1]


def test_filters_leave_out_lines_and_say_so(sample: Path, command: Command, tmp_path: Path) -> None:
    months = ("2013-12", "2014-01")
    content = _asked(
        command, sample, tmp_path / "c.json", *months,
        *("--changed", "--above", "5,000,000 and 10 %", "--schedule", "segregation"),
        *("--sort", "size"),
    )  # fmt: skip
    assert content["shown"] == (
        "changed lines only, above 5,000,000 and 10 %, Segregation only, largest changes first"
    )
    codes = [row["code"] for row in content["rows"]]
    assert codes[:2] == ["7030", "7032"]
    assert {row["schedule"] for row in content["rows"]} == {"segregation"}


def test_totals_and_words_are_found(sample: Path, command: Command, tmp_path: Path) -> None:
    words = ("2013-12", "2014-01", "--totals", "--find", "Management segregation")
    content = _asked(command, sample, tmp_path / "c.json", *words)
    assert [row["code"] for row in content["rows"]] == ["7198"]


def test_the_firms_thresholds_are_taken_when_asked(
    store: Path, command: Command, tmp_path: Path
) -> None:
    with open_store(store) as kept:
        thresholds = Thresholds(parse_threshold("100m"), {"7194": Threshold()})
        keep_thresholds(Register(kept, load_editions()), thresholds)
    words = ("2013-12", "2014-01", "--above", "firm")
    content = _asked(command, store, tmp_path / "c.json", *words)
    assert content["shown"] == "above 100,000,000 (but 7194 any change)"
    assert [row["code"] for row in content["rows"]] == ["7194"]


def test_an_explanation_sums_exactly_to_the_change(
    sample: Path, command: Command, tmp_path: Path
) -> None:
    words = ("2013-12", "2014-01", "--explain", "7190", "--explain", "13", "--find", "7190")
    content = _asked(command, sample, tmp_path / "c.json", *words)
    excess, firm = content["explanations"]
    assert (excess["from"], excess["to"], excess["code"]) == ("2013-12", "2014-01", "7190")
    made: list[int] = [each["dollars"] for each in excess["contributions"]]
    assert sum(made) == excess["change"] == content["rows"][0]["changes"][0]["change"]
    assert [abs(each) for each in made] == sorted((abs(each) for each in made), reverse=True)
    assert firm["remark"] == "13 holds no amount, so nothing adds up to its change."


@pytest.fixture
def across(store: Path, command: Command) -> Path:
    """A store with a month of 2014 and one in the form of 2026, rolled forward from it."""
    officer = ("execution.officer1=John A. Harrington", "18=x")
    command("set", store, "--period", "2014-01", *officer)
    command("new", store, "--period", "2026-03", "--from", "2014-01")
    capital = ("7415=90000000", "7446=5000000", "firm.swap_dealer=yes", "12000=x")
    command("set", store, "--period", "2026-03", *capital)
    return store


def test_a_box_that_one_edition_lacks_is_absent_there_and_has_no_change(
    across: Path, command: Command, tmp_path: Path
) -> None:
    content = json.loads(_compared(command, across, tmp_path / "c.json", "2014-01", "2026-03"))
    rows = {row["code"]: row for row in content["rows"]}
    absent = "not in this edition"
    assert rows["18"]["values"] == [True, absent]
    assert rows["12000"]["values"] == [absent, True]
    assert rows["7446"]["values"] == [absent, 5_000_000]
    assert rows["7447"]["values"] == [absent, 100_000]
    assert rows["12011"]["values"] == ["John A. Harrington"] * 2
    changes = {code: row["changes"][0]["change"] for code, row in rows.items()}
    assert {changes[code] for code in ("18", "7446", "7447")} == {None}
    assert changes["7415"] == 90_000_000 - rows["7415"]["values"][0]


def test_a_renamed_box_is_one_line_and_a_new_one_is_told_and_explained(
    across: Path, command: Command, tmp_path: Path
) -> None:
    words = ("2014-01", "2026-03", "--explain", "7455", "--explain", "7446")
    content = _asked(command, across, tmp_path / "c.json", *words)
    assert _kinds(content, "12011", "18", "7446", "7415") == [
        *("equal", "gone with the edition", "added by the edition", "changed"),
    ]
    capital, new = content["explanations"]
    reasons = {each["code"]: each["reason"] for each in capital["contributions"]}
    assert reasons["7446"] == "new in the edition"
    assert sum(each["dollars"] for each in capital["contributions"]) == capital["change"]
    assert (new["change"], new["remark"]) == (None, "7446 is not in the edition 2014-01.")


def test_what_one_edition_lacks_stands_where_the_other_prints_it(
    across: Path, command: Command, tmp_path: Path
) -> None:
    for months in (("2014-01", "2026-03"), ("2026-03", "2014-01")):
        content = json.loads(_compared(command, across, tmp_path / "c.json", *months))
        codes = [row["code"] for row in content["rows"]]
        at = codes.index("17")
        assert codes[at : at + 4] == ["17", "18", "19", "12999"]
        assert codes[codes.index("7445") :][:4] == ["7445", "7446", "7447", "7455"]
        assert len(codes) == len(set(codes)) == 172


@pytest.mark.parametrize("suffix", [".csv", ".xlsx", ".pdf"])
def test_every_kind_of_file_shows_months_of_two_editions(
    across: Path, command: Command, tmp_path: Path, suffix: str
) -> None:
    content = _compared(command, across, tmp_path / f"c{suffix}", "2014-01", "2026-03")
    if suffix == ".csv":
        rows = {row[3]: row[4:] for row in csv.reader(io.StringIO(content.decode()))}
        assert rows["7446"] == ["n/a", "5000000", "", ""]
    elif suffix == ".xlsx":
        sheet = load_workbook(tmp_path / "c.xlsx").worksheets[0]
        rows = {row[2]: row[3:] for row in sheet.iter_rows(values_only=True)}
        assert rows["7446"][:2] == ("n/a", 5_000_000)
        assert "ISTEXT" in str(rows["7446"][2])
    else:
        words = " ".join(" ".join(pages_of(content)).split())
        assert "n/a 5,000,000" in words


def test_csv_xlsx_and_pdf_are_written(sample: Path, command: Command, tmp_path: Path) -> None:
    months = ("2013-12", "2014-01")
    rows = csv.reader(io.StringIO(_compared(command, sample, tmp_path / "c.csv", *months).decode()))
    assert next(rows)[4:6] == ["2013-12 (illustrative)", "2014-01"]
    _compared(command, sample, tmp_path / "c.xlsx", *months)
    assert load_workbook(tmp_path / "c.xlsx").worksheets[0].freeze_panes == "D2"
    assert (
        "Dec 2013, Jan 2014" in pages_of(_compared(command, sample, tmp_path / "c.pdf", *months))[0]
    )


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (["2014-01", "--to", "c.json"], "at least two months"),
        (["2014-01", "2012-01", "--to", "c.json"], "January 2012"),
        (["2014-01", "soon", "--to", "c.json"], '"soon" is not a month'),
        (["2013-12", "2014-01", "--to", "c.txt"], "must end in .pdf, .json, .csv, .xlsx"),
        (["2013-12", "2014-01"], "this needs --to"),
        (["2014-01", "2014-01", "--to", "c.json"], "at least two months"),
        (["2013-12", "2014-01", "--preset", "last-month", "--to", "c.json"], "2 are named"),
        (["2013-01", "--preset", "last-month", "--to", "c.json"], "no filing for December 2012"),
        (["--preset", "amendment", "--to", "c.json"], "February 2014 has no amendment"),
        (["--preset", "last-print", "--to", "c.json"], "No signature copy of February 2014"),
        (
            ["2013-12", "2014-01", "--pair", "2013-10", "2014-01", "--to", "c.json"],
            "2013-10 is not among the months that are compared: 2013-12, 2014-01.",
        ),
        (["2013-12", "2014-01", "--pair", "2014-01", "2014-01", "--to", "c.json"], "2014-01 twice"),
        (["2013-12", "2014-01", "--pair", "2013-12", "--to", "c.json"], "--pair"),
        (
            [
                "2013-12",
                "2014-01",
                "--neighbours",
                "--pair",
                "2013-12",
                "2014-01",
                "--to",
                "c.json",
            ],
            "Take one of them",
        ),
        (["2013-12", "2014-01", "--above", "much", "--to", "c.json"], '"much"'),
        (["2013-12", "2014-01", "--schedule", "cash", "--to", "c.json"], 'no schedule "cash"'),
        (["2013-12", "2014-01", "--explain", "9999", "--to", "c.json"], 'no box "9999"'),
        (["2013-12", "2014-01", "--explain", "7190", "--to", "c.csv"], "--explain is for .json"),
    ],
)
def test_compare_refuses_in_a_sentence(
    sample: Path, command: Command, words: list[str], why: str
) -> None:
    ran = command("compare", sample, *words)
    assert (ran.status, ran.out) == (2, "")
    assert why in ran.err
    assert not Path("c.json").exists()


def test_trends_are_added_to_the_pdf_with_the_lines_that_are_named(
    sample: Path, command: Command, tmp_path: Path
) -> None:
    months, to = ("2013-11", "2013-12", "2014-01"), tmp_path / "c.pdf"
    plain = len(pages_of(_compared(command, sample, to, *months)))
    trends = ("--trends", "--line", "7010")
    pages = pages_of(_compared(command, sample, to, *months, *trends))
    assert len(pages) == plain + 3
    assert "Segregation: Cash" in pages[plain + 1]
    assert "87.6" in pages[plain]


def test_trends_are_refused_where_there_is_no_place_for_them(
    sample: Path, command: Command, tmp_path: Path
) -> None:
    months = ("2013-12", "2014-01")
    csv_file = command("compare", sample, *months, "--trends", "--to", tmp_path / "c.csv")
    assert "--trends is for .pdf" in csv_file.err
    alone = command("compare", sample, *months, "--line", "7010", "--to", tmp_path / "c.pdf")
    assert "add --trends" in alone.err
    none = command(
        *("compare", sample, *months, "--trends", "--line", "9999", "--to", tmp_path / "c.pdf")
    )
    assert (none.status, 'No amount has "9999"' in none.err) == (2, True)


def test_that_no_line_is_found_is_said(sample: Path, command: Command, tmp_path: Path) -> None:
    words = ("2013-12", "2014-01", "--find", "9999", "--to", tmp_path / "c.csv")
    ran = command("compare", sample, *words)
    assert ran.status == 0
    assert "lines is shown: " in ran.err
    assert "9999" in ran.err
