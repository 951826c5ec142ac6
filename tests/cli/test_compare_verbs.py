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
