import datetime as dt
from dataclasses import replace

import pytest

from focusdesk.exchange.file_table import FileContent, FileLine, RawValue, Unreadable
from focusdesk.exchange.import_block import block_of_file
from focusdesk.filing.edit import Cause
from focusdesk.filing.ground import Ground
from focusdesk.filing.paste_preview import PastePreview, preview_paste
from focusdesk.filing.paste_rows import RowState
from focusdesk.form.box import Value
from tests.exchange.filled_form import FORM, JANUARY, with_values


def _content(lines: dict[str, RawValue]) -> FileContent:
    numbered = enumerate(lines.items(), start=2)
    return FileContent("a.csv", tuple(FileLine(f"row {at}", *line) for at, line in numbered))


def _preview(lines: dict[str, RawValue], before: dict[str, Value] | None = None) -> PastePreview:
    placed = block_of_file(_content(lines), JANUARY, FORM)
    return preview_paste(placed.readings[0], Ground(with_values(before or {})))


def test_a_file_becomes_one_edit_that_says_it_was_imported() -> None:
    edit = _preview({"7010": 1234, "7020": "5", "13": "ACME", "16": True}).edit()
    assert dict(edit.values) == {"7010": 1234, "7020": 5, "13": "ACME", "16": True}
    assert (edit.cause, edit.words) == (Cause.IMPORTED, "Import 4 boxes")


def test_each_row_says_where_in_the_file_it_stands() -> None:
    preview = _preview({"7010": "abc", "9999": 5, "13": dt.date(2014, 1, 31)})
    assert [row.where for row in preview.in_the_way] == ["row 2", "row 3", "row 4"]
    assert [row.sentence.split(".")[0] for row in preview.rows] == [
        '"abc" is not an amount',
        "The form has no box of that code",
        "2014-01-31 is a date, and the box takes none",
    ]
    assert preview.summary.startswith("Nothing can be imported yet: 3 rows")


@pytest.mark.parametrize(
    ("raw", "why"),
    [
        (True, "true is a tick, and the box takes none."),
        (Unreadable("It is an error of the workbook."), "It is an error of the workbook."),
    ],
)
def test_what_cannot_be_an_amount_is_refused(raw: RawValue, why: str) -> None:
    (row,) = _preview({"7010": raw}).rows
    assert (row.state, row.sentence) == (RowState.REFUSED, why)


def test_cents_are_shown_as_they_would_be_kept() -> None:
    (row,) = _preview({"7010": "1,234.56"}).rows
    assert (row.state, row.shown) == (RowState.CHANGED, "1,234.56 -> 1,234")


def test_an_error_of_a_workbook_is_shown_as_it_stands_there() -> None:
    (row,) = _preview({"7010": Unreadable("The cell holds the error #REF!.", "#REF!")}).rows
    assert (row.state, row.text) == (RowState.REFUSED, "#REF!")


def test_a_total_that_the_file_states_is_held_against_the_forms_own() -> None:
    preview = _preview({"7010": 5, "7040": 6})
    (differing,) = preview.differing
    assert differing.sentence.startswith("the file states 6 for 7040 (row 3)")


def test_a_file_of_another_month_leaves_the_dates_of_the_period() -> None:
    content = replace(_content({"25": dt.date(2013, 12, 31), "7010": 5}), period="2013-12")
    placed = block_of_file(content, JANUARY, FORM)
    preview = preview_paste(placed.readings[0], Ground(with_values({})))
    assert [change.code for change in preview.changes] == ["7010"]
    assert preview.rows[0].state is RowState.LEFT_OUT
    assert placed.remarks[0].startswith("The file is of December 2013 and goes into January 2014")


def test_a_date_that_is_not_of_the_period_is_remarked_on() -> None:
    (row,) = _preview({"25": dt.date(2014, 1, 30)}).rows
    assert row.state is RowState.CHANGED
    assert "is not the last day of January 2014" in row.sentence


def test_a_line_without_a_place_has_its_number() -> None:
    content = FileContent("a.json", (FileLine("", "7010", 5), FileLine("", "7020", 6)))
    cells = block_of_file(content, JANUARY, FORM).readings[0].cells
    assert [cell.where for cell in cells] == ["line 1", "line 2"]
