import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from focusdesk.filing.compare import compare
from focusdesk.form.edition import Edition
from focusdesk.form.period import Period
from focusdesk.ui.compare.compare_model import CompareModel, CompareRole
from tests.ui.window_words import compared, side_by_side

NOVEMBER, DECEMBER, CHANGE, PERCENT = 2, 3, 4, 5


@pytest.fixture
def edition(editions: dict[str, Edition]) -> Edition:
    return editions["2014-01"]


@pytest.fixture
def model(qapp: QApplication, edition: Edition) -> CompareModel:
    del qapp
    return CompareModel(
        side_by_side(
            edition,
            {"7030": -2_410_900, "7070": 100, "7150": 0, "13": "ACME"},
            {"7030": 11_097_541, "7070": 90, "13": "ACME LLC"},
        )
    )


def cell(model: CompareModel, code: str, column: int) -> QModelIndex:
    for at, shown in enumerate(model.rows):
        if shown.row is not None and shown.row.code == code:
            return model.index(at, column)
    pytest.fail(f"no row for {code}")


def texts(model: CompareModel, code: str) -> list[str]:
    return [cell(model, code, column).data() for column in range(2, model.columnCount())]


def test_it_is_a_sound_model(model: CompareModel) -> None:
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)


def test_figures_read_as_on_the_form(model: CompareModel) -> None:
    assert texts(model, "7030") == ["(2,410,900)", "11,097,541", "+13,508,441", "+560.3 %"]
    assert texts(model, "7070") == ["100", "90", "(10)", "(10.0) %"]


def test_blank_zero_and_absent_are_told_apart(model: CompareModel, edition: Edition) -> None:
    assert texts(model, "7150") == ["0", "", "0", "gone"]
    assert texts(model, "7080") == ["", "", "", ""]
    old = compared(edition, Period(2013, 10), {})
    lacking = {code: value for code, value in old.values.items() if code != "7080"}
    old = type(old)(old.filing, old.edition, lacking)
    model.show(compare((old, compared(edition, Period(2013, 11), {"7080": 5}))))
    assert texts(model, "7080") == ["n/a", "5", "", ""]
    absent = cell(model, "7080", NOVEMBER)
    assert absent.data(CompareRole.ABSENT)
    assert absent.data(Qt.ItemDataRole.ToolTipRole) == (
        "The edition 2014-01 of the form has no such box."
    )


def test_whatever_a_month_held_stands_under_its_heading_at_the_right(model: CompareModel) -> None:
    for code in ("7030", "13", "25", "16"):
        alignment = cell(model, code, DECEMBER).data(Qt.ItemDataRole.TextAlignmentRole)
        assert alignment & Qt.AlignmentFlag.AlignRight, code
    assert cell(model, "13", 1).data(Qt.ItemDataRole.TextAlignmentRole) & Qt.AlignmentFlag.AlignLeft


def test_text_has_no_change(model: CompareModel) -> None:
    assert texts(model, "13") == ["ACME", "ACME LLC", "", ""]


def test_headings_name_the_months_and_what_is_illustrative(model: CompareModel) -> None:
    assert [model.heading(column) for column in range(model.columnCount())] == [
        "Code",
        "Line item",
        "Oct 2013\nillustrative",
        "Nov 2013\nillustrative",
        "Change, $\nNov \u2212 Oct",
        "Change, %",
    ]


def test_a_cell_speaks_its_line_its_month_and_its_figure(model: CompareModel) -> None:
    spoken = Qt.ItemDataRole.AccessibleTextRole
    assert cell(model, "7070", DECEMBER).data(spoken) == "7.A  Cash, Nov 2013, illustrative: 90"
    assert cell(model, "7080", DECEMBER).data(spoken).endswith(": blank")


def test_the_keyboard_passes_over_headings(model: CompareModel) -> None:
    heading, box = model.index(0, DECEMBER), cell(model, "7070", DECEMBER)
    assert not heading.flags() & Qt.ItemFlag.ItemIsEnabled
    assert box.flags() & Qt.ItemFlag.ItemIsSelectable


def test_an_edit_repaints_the_rows_that_differ_and_no_others(
    model: CompareModel, edition: Edition
) -> None:
    repainted: list[str] = []
    resets: list[int] = []

    def note(first: QModelIndex, last: QModelIndex) -> None:
        assert first.row() == last.row()
        row = model.rows[first.row()].row
        assert row is not None
        repainted.append(row.code)

    model.dataChanged.connect(note)
    model.modelReset.connect(lambda: resets.append(1))
    months = list(model.comparison.months)
    months[1] = compared(
        edition, Period(2013, 11), {"7030": 11_097_541, "7070": 91, "13": "ACME LLC"}
    )
    model.update(compare(months))
    assert repainted == ["7070", "7180", "7190", "7198"]
    assert not resets
    assert texts(model, "7070") == ["100", "91", "(9)", "(9.0) %"]


def test_a_column_knows_its_month_and_the_change_belongs_to_the_last(model: CompareModel) -> None:
    assert model.month_at(NOVEMBER).period == Period(2013, 10)
    assert model.month_at(DECEMBER).period == Period(2013, 11)
    assert model.month_at(PERCENT).period == Period(2013, 11)
