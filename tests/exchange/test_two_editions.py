"""The form of 2014 beside one with a renamed and a new box, wherever months stand side by side."""

import csv
import io
import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from focusdesk.catalog.loader import load_editions
from focusdesk.exchange.comparison_files import comparison_csv, comparison_json, comparison_xlsx
from focusdesk.export.papers import comparison_pdf
from focusdesk.filing.compare import Comparison, ComparisonRow, compare
from focusdesk.filing.edit import Cause, Edit
from focusdesk.filing.explained_change import explained_change
from focusdesk.filing.register import Register
from focusdesk.form.period import Period
from focusdesk.resources import resource_path
from focusdesk.store.opening import new_store, open_store
from focusdesk.ui.compare.compare_model import CompareModel
from tests.cli.command import pages_of
from tests.exchange.worked_out import worked_out

EDITION = """\
id = "2014-06"
title = "FOCUS Report, Part II"
in_force_from = "2014-06"
based_on = "2014-01"
"""
CASH = 'boxes = [{ code = "7210", column = "inner", dollar_sign = true }]'
RENAMED = 'boxes = [{ code = "7215", column = "inner", renamed_from = "7210" }]'
SECURITIES = 'boxes = [{ code = "7220", column = "inner" }]'
NEW = f"""\
{SECURITIES}

[[line_item]]
number = "2.B.1"
label = "Gold"
indent = 1
boxes = [{{ code = "7225", column = "inner" }}]
"""


@pytest.fixture
def comparison(tmp_path: Path) -> Iterator[Comparison]:
    """A month of each form, with the change between them."""
    forms = Path(shutil.copytree(resource_path("forms"), tmp_path / "forms"))
    schedule = (forms / "2014-01" / "dealer_options.toml").read_text("utf-8")
    for old, new in ((CASH, RENAMED), (SECURITIES, NEW), ("[7210] +", "[7215] + [7225] +")):
        assert old in schedule
        schedule = schedule.replace(old, new)
    (forms / "2014-06").mkdir()
    (forms / "2014-06" / "edition.toml").write_text(EDITION, encoding="utf-8")
    (forms / "2014-06" / "dealer_options.toml").write_text(schedule, encoding="utf-8")
    with new_store(tmp_path / "firm.focusdesk"):
        pass
    with open_store(tmp_path / "firm.focusdesk") as store:
        register = Register(store, load_editions(forms))
        may, june = (register.start_month(Period(2014, month)) for month in (5, 6))
        assert (may.edition.id, june.edition.id) == ("2014-01", "2014-06")
        may.apply(Edit({"7210": 100, "7220": 50}, Cause.TYPED))
        june.apply(Edit({"7215": 130, "7225": 20, "7220": 50}, Cause.TYPED))
        yield compare(register.look_at([may.filing, june.filing]))


def row_of(comparison: Comparison, code: str) -> ComparisonRow:
    (row,) = (row for row in comparison.rows if code in row.codes)
    return row


def test_json_has_the_renamed_box_once_and_the_new_one_without_a_change(
    comparison: Comparison,
) -> None:
    why = [((0, 1), explained_change(comparison, row_of(comparison, "7230")))]
    content = json.loads(comparison_json(comparison, explanations=why))
    rows = {row["code"]: row for row in content["rows"]}

    assert "7210" not in rows
    assert rows["7215"] == {
        "schedule": "dealer_options",
        "code": "7215",
        "codes": ["7210", "7215"],
        "values": [100, 130],
        "changes": [{"change": 30, "percent": 30.0, "kind": "changed"}],
    }
    assert rows["7225"] == {
        "schedule": "dealer_options",
        "code": "7225",
        "values": ["not in this edition", 20],
        "changes": [{"change": None, "percent": None, "kind": "added by the edition"}],
    }
    assert rows["7230"]["changes"][0]["change"] == 50
    (told,) = content["explanations"]
    assert [(each["code"], each["dollars"], each["reason"]) for each in told["contributions"]] == [
        ("7215", 30, "entered"),
        ("7225", 20, "new in the edition"),
    ]


def test_the_table_and_the_workbook_have_them_where_the_later_form_prints_them(
    comparison: Comparison,
) -> None:
    table = list(csv.reader(io.StringIO(comparison_csv(comparison).decode())))
    rows = {line[3]: line for line in table}
    codes = [line[3] for line in table]
    assert codes[codes.index("7200") :][:5] == ["7200", "7215", "7220", "7225", "7230"]
    assert rows["7215"][2:] == ["Cash (formerly 7210)", "7215", "100", "130", "30", "30.0"]
    assert rows["7225"][2:] == ["Gold", "7225", "n/a", "20", "", ""]

    sheet = load_workbook(io.BytesIO(comparison_xlsx(comparison))).worksheets[0]
    at = {cell.value: cell.row for cell in sheet["C"]}
    worked = {
        code: [worked_out(sheet, at[code], column) for column in (4, 5, 6, 7)]
        for code in ("7215", "7225")
    }
    assert worked == {"7215": [100, 130, 30, 30], "7225": ["n/a", 20, "", ""]}
    assert sheet.cell(at["7215"], 2).value == "Cash (formerly 7210)"


def test_the_printed_page_and_the_window_show_the_same(
    qapp: QApplication, comparison: Comparison
) -> None:
    assert qapp
    lines = [line for page in pages_of(comparison_pdf(comparison)) for line in page.splitlines()]
    assert "2.A Cash (formerly 7210) 7215 100 130 +30 +30.0 %" in lines
    assert "2.B.1 Gold 7225 n/a 20" in lines

    model = CompareModel(comparison)
    shown = [
        [
            str(model.data(model.index(row, column), Qt.ItemDataRole.DisplayRole) or "")
            for column in range(model.columnCount())
        ]
        for row in range(model.rowCount())
    ]
    renamed, new = (next(cells for cells in shown if code in cells) for code in ("7215", "7225"))
    assert {"100", "130", "+30", "+30.0 %"} <= set(renamed)
    assert {"n/a", "20"} <= set(new)
    assert not {"+20", "new"} & set(new)
