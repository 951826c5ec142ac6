import io
from dataclasses import replace

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet as Sheet

from focusdesk.exchange.comparison_workbook import comparison_workbook
from focusdesk.filing.compare import ComparedMonth, Comparison, compare
from focusdesk.filing.comparison_annex import ComparisonAnnex
from focusdesk.filing.comparison_rows import RowFilter, filtered
from focusdesk.filing.filing import Filing
from focusdesk.filing.thresholds import Thresholds, parse_threshold
from focusdesk.form.box import Value
from focusdesk.form.period import Period
from tests.exchange.annexed import ANNEX, COMPARISON
from tests.exchange.filled_form import FORM, with_values
from tests.exchange.worked_out import worked_out


def _sheet(*months: dict[str, Value], lacking: str = "") -> Sheet:
    """Compare months from December 2013 on; the first one's edition may lack a box."""
    compared: list[ComparedMonth] = []
    for number, month in enumerate(months):
        values = with_values(month).values()
        if number == 0:
            values.pop(lacking, None)
        filing = Filing(number, Period(2013, 12).plus(number), FORM.id, illustrative=number == 0)
        compared.append(ComparedMonth(filing, FORM, values))
    return load_workbook(io.BytesIO(comparison_workbook(compare(compared)))).worksheets[0]


def _row_of(sheet: Sheet, code: str) -> int:
    return next(row for row in range(1, sheet.max_row + 1) if sheet.cell(row, 3).value == code)


@pytest.mark.parametrize(
    ("earlier", "later", "change", "percent"),
    [
        (None, None, "", ""),
        (None, 0, 0, "new"),
        (0, 0, 0, "-"),
        (None, 5, 5, "new"),
        (0, -5, -5, "new"),
        (8, None, -8, "gone"),
        (0, None, 0, "gone"),
        (-8, -6, 2, 25),
        (4, 4, 0, 0),
    ],
)
def test_change_and_percent_are_formulas_that_tell_blank_from_zero(
    earlier: Value, later: Value, change: object, percent: object
) -> None:
    sheet = _sheet({"7010": earlier}, {"7010": later})
    row = _row_of(sheet, "7010")
    assert [sheet.cell(row, column).data_type for column in (6, 7)] == ["f", "f"]
    assert [sheet.cell(row, column).value for column in (4, 5)] == [earlier, later]
    assert [worked_out(sheet, row, column) for column in (6, 7)] == [change, percent]


def test_a_box_that_an_edition_lacks_does_not_break_the_formulas() -> None:
    sheet = _sheet({}, {"7010": 5}, lacking="7010")
    row = _row_of(sheet, "7010")
    assert sheet.cell(row, 4).value == "n/a"
    assert [worked_out(sheet, row, column) for column in (6, 7)] == ["", ""]


def test_the_change_is_that_of_the_last_two_months() -> None:
    sheet = _sheet({"7010": 1}, {"7010": 10}, {"7010": 15})
    row = _row_of(sheet, "7010")
    assert [worked_out(sheet, row, column) for column in (7, 8)] == [5, 50]


def test_the_changes_of_chosen_months_and_of_neighbours_stand_where_they_are_named() -> None:
    months = [
        ComparedMonth(
            Filing(at, Period(2013, 11).plus(at), FORM.id),
            FORM,
            with_values({"7010": balance}).values(),
        )
        for at, balance in enumerate((100, 900, 150))
    ]
    chosen = _sheets(None, compare(months).looking_at([(0, 2)]))["Months side by side"]
    each = _sheets(None, compare(months).looking_at([(0, 1), (1, 2)]))["Months side by side"]
    assert [chosen.cell(1, column).value for column in (7, 8)] == [
        *("Change 2013-11 to 2014-01", "Percent 2013-11 to 2014-01"),
    ]
    row = _row_of(chosen, "7010")
    assert [worked_out(chosen, row, column) for column in range(4, 9)] == [100, 900, 150, 50, 50]
    assert [each.cell(1, column).value for column in range(4, 11)] == [
        *("2013-11", "2013-12", "Change 2013-11 to 2013-12", "Percent 2013-11 to 2013-12"),
        *("2014-01", "Change 2013-12 to 2014-01", "Percent 2013-12 to 2014-01"),
    ]
    assert [worked_out(each, row, column) for column in range(4, 11)] == [
        *(100, 900, 800, 800, 150, -750, -100 * 750 / 900),
    ]


def test_a_change_that_a_spreadsheet_cannot_work_out_to_the_dollar_stands_as_text() -> None:
    sheet = _sheet({"7010": 10**17 + 1}, {"7010": 10**17 + 3})
    row = _row_of(sheet, "7010")
    assert [sheet.cell(row, column).value for column in (4, 5, 6, 7)] == [
        *(str(10**17 + 1), str(10**17 + 3), "+2", "0.0 %"),
    ]


def test_headings_and_labels_stay_in_place() -> None:
    sheet = _sheet({}, {})
    assert sheet.freeze_panes == "D2"
    assert [cell.value for cell in sheet[1]] == [
        "Line",
        "Box",
        "Code",
        "2013-12 (illustrative)",
        "2014-01",
        "Change 2013-12 (illustrative) to 2014-01",
        "Percent 2013-12 (illustrative) to 2014-01",
    ]


def test_schedules_and_captions_head_their_rows() -> None:
    sheet = _sheet({}, {})
    first = {schedule.tab: next(schedule.boxes).code for schedule in FORM.schedules}
    tabs = [
        sheet.cell(row, 1).value
        for row in range(2, sheet.max_row + 1)
        if sheet.cell(row, 1).value in first
    ]
    assert tabs == list(first)
    above = _row_of(sheet, "7010") - 1
    captions = [sheet.cell(row, 2).value for row in range(2, above + 1)]
    assert "SEGREGATION REQUIREMENTS (Section 4d(2) of the CEAct)" in captions


def test_amounts_are_numbers_with_parentheses_and_text_is_never_a_formula() -> None:
    sheet = _sheet({"7010": -5, "7510": "=1+1"}, {"7510": "@A1"})
    amount = sheet.cell(_row_of(sheet, "7010"), 4)
    assert (amount.value, amount.number_format) == (-5, "#,##0_);(#,##0)")
    row = _row_of(sheet, "7510")
    assert [sheet.cell(row, column).data_type for column in (4, 5)] == ["s", "s"]
    assert [sheet.cell(row, column).value for column in (6, 7)] == [None, None]
    formulas = {cell.column for line in sheet.iter_rows() for cell in line if cell.data_type == "f"}
    assert formulas == {6, 7}


def _sheets(annex: ComparisonAnnex | None, comparison: Comparison = COMPARISON) -> dict[str, Sheet]:
    workbook = load_workbook(io.BytesIO(comparison_workbook(comparison, annex)))
    return {sheet.title: sheet for sheet in workbook.worksheets}


def test_a_sheet_says_what_is_shown_and_asked() -> None:
    shown = filtered(COMPARISON, RowFilter(changed=True, above=Thresholds(parse_threshold("1m"))))
    stated = _sheets(ANNEX, shown)["What is shown"]
    told = {row[0]: row[1] for row in stated.iter_rows(values_only=True)}
    assert told["Months"] == "2013-12, 2014-01"
    assert told["Changes"] == "2013-12 to 2014-01"
    assert told["Lines"] == "changed lines only, above 1,000,000"
    assert str(told["Explanations"]).startswith("The firm asks why excess, target and capital")
    assert list(_sheets(None)) == ["Months side by side", "What is shown"]


def test_explanations_stand_beside_their_lines_and_on_a_sheet_and_are_never_a_formula() -> None:
    sheets = _sheets(ANNEX)
    beside, said = sheets["Months side by side"], sheets["Explanations"]
    assert beside.cell(1, 8).value == "Explanation"
    assert str(beside.cell(_row_of(beside, "7070"), 8).value).endswith(
        "=two new clients, as agreed (ana, 2014-02-03 09:30 UTC)"
    )
    rows = list(said.iter_rows(min_row=2))
    assert [(row[5].value, row[9].value) for row in rows] == [
        ("7070", "=two new clients,\nas agreed"),
        (None, "margin"),
        ("7194", "Nobody has said why yet."),
        ("7198", "Nobody has said why yet."),
    ]
    assert {cell.data_type for row in rows for cell in row if cell.column != 9} <= {"s", "n"}
    own = rows[0]
    assert [own[at].value for at in (0, 1, 6, 7, 8, 10, 11)] == [
        "2014-01", "2013-12", 5_000_000, 9_000_000, "=N(H2)-N(G2)", "ana", "2014-02-03 09:30",
    ]  # fmt: skip
    assert rows[1][8].value is None


def test_made_up_months_are_marked_on_the_sheet_of_explanations_too() -> None:
    lines = [replace(each, against_made_up=True) for each in ANNEX.said]
    said = _sheets(replace(ANNEX, said=tuple(lines)))["Explanations"]
    assert [said.cell(2, column).value for column in (1, 2)] == [
        "2014-01",
        "2013-12 (illustrative)",
    ]
