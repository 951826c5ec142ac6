import csv
import io
import json
from pathlib import Path

import pytest
from openpyxl import load_workbook

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
    assert set(row) == {"schedule", "code", "values", "change", "percent"}
    assert len(row["values"]) == 3
    assert row["change"] == row["values"][2] - row["values"][1]
    assert row["percent"] == round(100 * row["change"] / row["values"][1], 4)


def test_the_months_stand_in_the_order_in_which_they_were_named(
    sample: Path, command: Command, tmp_path: Path
) -> None:
    content = json.loads(_compared(command, sample, tmp_path / "c.json", "2014-01", "2013-12"))
    assert content["months"] == ["2014-01", "2013-12"]


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
    assert {rows[code]["change"] for code in ("18", "7446", "7447")} == {None}
    assert rows["7415"]["change"] == 90_000_000 - rows["7415"]["values"][0]


def test_what_one_edition_lacks_stands_where_the_other_prints_it(
    across: Path, command: Command, tmp_path: Path
) -> None:
    for months in (("2014-01", "2026-03"), ("2026-03", "2014-01")):
        content = json.loads(_compared(command, across, tmp_path / "c.json", *months))
        codes = [row["code"] for row in content["rows"]]
        at = codes.index("17")
        assert codes[at : at + 4] == ["17", "18", "19", "12999"]
        assert codes[codes.index("7445") :][:4] == ["7445", "7446", "7447", "7455"]
        assert len(codes) == len(set(codes)) == 171


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
    ],
)
def test_compare_refuses_in_a_sentence(
    sample: Path, command: Command, words: list[str], why: str
) -> None:
    ran = command("compare", sample, *words)
    assert (ran.status, ran.out) == (2, "")
    assert why in ran.err
    assert not Path("c.json").exists()
