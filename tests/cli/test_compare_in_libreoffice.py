"""The workbook's formulas as LibreOffice works them out, where its program is named."""

import csv
import os
import subprocess
from pathlib import Path

import pytest

from tests.cli.command import Command

PROGRAM = "FOCUSDESK_LIBREOFFICE"
# Comma, quotes, UTF-8, from line 1, no formats, the figures and not what they look like, sheet 1.
AS_CSV = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,1"


@pytest.mark.skipif(not os.environ.get(PROGRAM), reason=f"name soffice in {PROGRAM} to run it")
@pytest.mark.parametrize("words", [["--neighbours"], ["--pair", "2013-10", "2014-01"]])
def test_libreoffice_works_out_the_changes_and_percentages_of_the_table(
    sample: Path, command: Command, tmp_path: Path, words: list[str]
) -> None:
    months = [*(f"2013-{month:02}" for month in range(1, 13)), "2014-01", "2014-02"]
    for suffix in (".csv", ".xlsx"):
        to = tmp_path / f"c{suffix}"
        assert command("compare", sample, *months, *words, "--to", to).status == 0
    subprocess.run(  # noqa: S603 -- the program that was named
        [os.environ[PROGRAM], "--headless", "--convert-to", AS_CSV, "--outdir", tmp_path,
         tmp_path / "c.xlsx"],
        check=True,
        env={**os.environ, "HOME": str(tmp_path)},
    )  # fmt: skip
    headings, *ours = _table(tmp_path / "c.csv")
    theirs = {row[2]: row[3:] for row in _table(tmp_path / "c-Months side by side.csv")}
    held = 0
    for row in ours:
        for heading, our, their in zip(headings[4:], row[4:], theirs[row[3]], strict=True):
            if heading.startswith("change"):
                assert their == our
            elif heading.startswith("percent") and their not in ("", "new", "gone", "-"):
                assert float(their) == pytest.approx(float(our), abs=0.0500001)
                held += 1
    assert held


def _table(path: Path) -> list[list[str]]:
    return list(csv.reader(path.read_text("utf-8").splitlines()))
