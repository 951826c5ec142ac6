import csv
import io
import json
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.cli.command import ROOT, Command, pages_of

AS_FILED = ROOT / "tests" / "samples" / "january_2014_as_filed.csv"


def _exported(command: Command, store: Path, to: Path) -> bytes:
    ran = command("export", store, "--period", "2014-01", "--to", to)
    assert ran == (0, "", f"Wrote {to}.\n")
    return to.read_bytes()


def test_json_holds_the_filing_to_the_dollar(
    sample: Path, command: Command, tmp_path: Path
) -> None:
    content = json.loads(_exported(command, sample, tmp_path / "j.json"))
    assert (content["period"], content["edition"], content["amendment"]) == (
        "2014-01",
        "2014-01",
        0,
    )
    with AS_FILED.open(encoding="utf-8", newline="") as file:
        filed = {row["code"]: row["value"] for row in csv.DictReader(file)}
    values = content["values"]
    amounts = [code for code in filed if isinstance(values[code], int) and values[code] is not True]
    assert len(amounts) > 90
    assert {code: values[code] for code in amounts} == {code: int(filed[code]) for code in amounts}
    assert all(values[code] is None for code in filed if not filed[code])
    assert (values["16"], values["17"], values["7510"]) == (True, None, "HARRIS TRUST")


def test_csv_and_xlsx_say_the_same(sample: Path, command: Command, tmp_path: Path) -> None:
    values = json.loads(_exported(command, sample, tmp_path / "j.json"))["values"]
    rows = csv.reader(io.StringIO(_exported(command, sample, tmp_path / "j.csv").decode()))
    assert next(rows) == ["code", "value"]
    words = {None: "", True: "X", False: "no"}
    shown = {
        code: words[value] if value is None or isinstance(value, bool) else str(value)
        for code, value in values.items()
    }
    assert dict(rows) == shown
    _exported(command, sample, tmp_path / "j.xlsx")
    sheet = load_workbook(tmp_path / "j.xlsx").worksheets[0]
    cells = {sheet.cell(row, 4).value: sheet.cell(row, 5).value for row in range(2, 154)}
    assert cells["7010"] == 347295282
    assert cells["7080"] is None


def test_pdf_is_seven_pages(sample: Path, command: Command, tmp_path: Path) -> None:
    pages = pages_of(_exported(command, sample, tmp_path / "J.PDF"))
    assert len(pages) == 7
    assert "347,295,282" in pages[1]


@pytest.mark.parametrize("name", ["j.txt", "j", "j.json.bak"])
def test_a_file_of_another_kind_is_refused_before_anything_is_opened(
    command: Command, tmp_path: Path, name: str
) -> None:
    ran = command("export", tmp_path / "none", "--period", "2014-01", "--to", tmp_path / name)
    assert (ran.status, ran.out) == (2, "")
    assert "must end in .pdf, .json, .csv, .xlsx." in ran.err


def test_a_month_that_is_not_there_leaves_the_file_as_it_was(
    sample: Path, command: Command, tmp_path: Path
) -> None:
    to = tmp_path / "j.json"
    to.write_text("old", encoding="utf-8")
    assert command("export", sample, "--period", "2012-01", "--to", to).status == 2
    assert to.read_text(encoding="utf-8") == "old"


def test_a_folder_that_is_not_there_is_refused(
    sample: Path, command: Command, tmp_path: Path
) -> None:
    ran = command("export", sample, "--period", "2014-01", "--to", tmp_path / "none" / "j.json")
    assert (ran.status, ran.out) == (2, "")
    assert "none" in ran.err


def test_exporting_changes_nothing_in_the_store(
    store: Path, command: Command, tmp_path: Path
) -> None:
    before = store.read_bytes()
    for suffix in ("json", "csv", "xlsx", "pdf"):
        _exported(command, store, tmp_path / f"j.{suffix}")
    assert store.read_bytes() == before
