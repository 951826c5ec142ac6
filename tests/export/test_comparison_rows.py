"""One line of a printed comparison."""

from dataclasses import replace

import pytest

from focusdesk.export.comparison_columns import ChangeColumns, Columns, MonthColumn
from focusdesk.export.comparison_rows import RowOfComparison
from focusdesk.export.fonts import measure
from focusdesk.export.table_rows import LINE_PITCH
from focusdesk.filing.compare import ABSENT, Compared, ComparisonRow
from focusdesk.form.box import BoxKind
from focusdesk.form.placed import Face, PlacedText, Role
from focusdesk.form.sheet import Sheet

COLUMNS = Columns(
    number=(36.0, 62.0),
    label=(62.0, 300.0),
    code=(305.0, 340.0),
    figures=(
        MonthColumn(0, (400.0, 460.0)),
        MonthColumn(1, (470.0, 530.0)),
        ChangeColumns((0, 1), (540.0, 600.0), (610.0, 650.0)),
    ),
)
MONTHS = replace(COLUMNS, figures=COLUMNS.months)
ROW = ComparisonRow(
    schedule="segregation",
    schedule_title="Segregation",
    caption="SEGREGATION REQUIREMENTS",
    number="1.A",
    label="Cash",
    code="7010",
    kind=BoxKind.AMOUNT,
    computed=False,
    total=False,
    values=(339120004, 347295282),
)


def texts(row: ComparisonRow, columns: Columns = COLUMNS) -> list[PlacedText]:
    sheet = Sheet(measure)
    RowOfComparison(row, columns, sheet).write(sheet, 100.0)
    return sheet.texts


def values(row: ComparisonRow) -> list[str]:
    return [text.text for text in texts(row, MONTHS) if text.role is Role.VALUE]


def test_a_row_shows_its_line_box_months_and_change() -> None:
    assert [text.text for text in texts(ROW)] == [
        *("1.A", "Cash", "7010", "339,120,004", "347,295,282", "+8,175,278", "+2.4 %"),
    ]


def test_a_change_is_that_of_its_own_months() -> None:
    row = replace(ROW, values=(100, 900, 150), codes=("7010", "7009", "7010"))
    change = ChangeColumns((0, 2), (540.0, 600.0), (610.0, 650.0))
    columns = replace(COLUMNS, figures=(MonthColumn(2, (400.0, 460.0)), change))
    assert [text.text for text in texts(row, columns)] == [
        *("1.A", "Cash (formerly 7009)", "7010", "150", "+50", "+50.0 %"),
    ]


@pytest.mark.parametrize(
    ("earlier", "later", "shown"),
    [(None, 0, ["0"]), (ABSENT, 5, ["n/a", "5"]), (-5, None, ["(5)"]), (0, 0, ["0", "0"])],
)
def test_blank_zero_and_not_in_the_edition_are_told_apart(
    earlier: Compared, later: Compared, shown: list[str]
) -> None:
    assert values(replace(ROW, values=(earlier, later))) == shown


def test_a_tick_is_an_x_and_an_answer_is_yes_or_no() -> None:
    tick = replace(ROW, kind=BoxKind.CHECK, values=(True, None))
    answer = replace(ROW, kind=BoxKind.YES_NO, values=(True, False))
    assert (values(tick), values(answer)) == (["X"], ["Yes", "No"])


def test_amounts_stand_at_the_right_and_a_closing_parenthesis_hangs_beyond() -> None:
    row = replace(ROW, values=(-5, 5))

    negative, positive = (text for text in texts(row, MONTHS) if text.role is Role.VALUE)
    hanging = measure(")", 8.5, Face.REGULAR) * 0.82
    assert negative.right == pytest.approx(460.0 + hanging)
    assert positive.right == pytest.approx(530.0)


def test_a_label_is_wrapped_and_never_cut() -> None:
    label = "Securities held for particular customers or option customers in lieu of cash " * 3
    row = replace(ROW, label=label.strip())

    lines = [text for text in texts(row) if text.role is Role.LABEL]
    assert " ".join(line.text for line in lines) == label.strip()
    assert all(line.right <= 300.0 for line in lines)
    height = RowOfComparison(row, COLUMNS, Sheet(measure)).height
    plain = RowOfComparison(ROW, COLUMNS, Sheet(measure)).height
    assert height - plain == pytest.approx((len(lines) - 1) * LINE_PITCH)


def test_a_name_is_wrapped_under_its_heading_at_the_right_and_loses_no_letter() -> None:
    name = "HARRIS TRUST, BANK OF NEW YORK AND " + "W" * 40
    row = replace(ROW, kind=BoxKind.TEXT, values=(name, None))

    lines = [text for text in texts(row) if text.role is Role.VALUE]
    assert "".join(line.text for line in lines).replace(" ", "") == name.replace(" ", "")
    assert [line.right for line in lines] == [pytest.approx(460.0)] * len(lines)
    assert all(line.x >= 400.0 for line in lines)


def test_a_name_that_ends_in_a_parenthesis_stands_within_its_column() -> None:
    row = replace(ROW, kind=BoxKind.TEXT, values=("ACME (USA)", None))

    (name,) = (text for text in texts(row) if text.role is Role.VALUE)
    assert name.right == pytest.approx(460.0)


def test_a_name_in_place_of_a_code_is_broken_after_its_full_stop() -> None:
    lines = [text.text for text in texts(replace(ROW, code="7150.describe"))]

    assert lines[2:4] == ["7150.", "describe"]


def test_a_total_is_bold() -> None:
    faces = {
        text.lettering.face
        for text in texts(replace(ROW, total=True))
        if text.role is not Role.CODE
    }

    assert faces == {Face.BOLD}


def test_a_note_stands_in_its_own_column_and_is_never_bold() -> None:
    sheet = Sheet(measure)
    columns = replace(COLUMNS, note=(660.0, 750.0))
    RowOfComparison(replace(ROW, total=True), columns, sheet, "per the bank").write(sheet, 100.0)

    [note] = [text for text in sheet.texts if text.role is Role.NOTE]
    assert (note.text, note.x, note.lettering.face) == ("per the bank", 660.0, Face.REGULAR)


def test_every_figure_of_a_row_belongs_to_its_own_column() -> None:
    columns = [text.column for text in texts(ROW)]

    assert columns == [0, 0, 1, 2, 3, 4, 5]
    assert len({text.row for text in texts(ROW)}) == 1


def test_a_change_above_its_threshold_is_bold_behind_a_mark() -> None:
    sheet = Sheet(measure)
    RowOfComparison(ROW, COLUMNS, sheet, marked=[(0, 1)]).write(sheet, 100.0)
    figures = {text.text: text.lettering.face for text in sheet.texts if text.role is Role.VALUE}
    assert figures == {
        "339,120,004": Face.REGULAR,
        "347,295,282": Face.REGULAR,
        "\u2666+8,175,278": Face.BOLD,
        "+2.4 %": Face.BOLD,
    }
