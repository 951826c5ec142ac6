import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from focusdesk.filing.compare import compare
from focusdesk.filing.comparison_update import after_edit
from focusdesk.form.edition import Edition
from focusdesk.form.period import Period
from focusdesk.ui.compare.compare_model import CompareModel
from focusdesk.ui.compare.compare_rows import RowKind
from tests.ui.window_words import compared, side_by_side

NOVEMBER, DECEMBER, CHANGE, PERCENT, CURVE, SAID = 2, 3, 4, 5, 6, 7


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
    return [cell(model, code, column).data() for column in range(2, PERCENT + 1)]


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
    assert model.is_absent(absent.row(), model.columns[NOVEMBER])
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
        "%",
        "13 months",
        "Remark\nNov \u2212 Oct",
    ]


def test_a_cell_speaks_its_line_its_month_and_its_figure(model: CompareModel) -> None:
    spoken = Qt.ItemDataRole.AccessibleTextRole
    assert cell(model, "7070", DECEMBER).data(spoken) == "7.A  Cash, Nov 2013, illustrative: 90"
    assert cell(model, "7080", DECEMBER).data(spoken).endswith(": blank")


def test_the_keyboard_stops_at_boxes_and_schedules_and_passes_over_other_headings(
    model: CompareModel,
) -> None:
    for at, shown in enumerate(model.rows):
        stops = bool(model.index(at, DECEMBER).flags() & Qt.ItemFlag.ItemIsEnabled)
        assert stops == (shown.kind in (RowKind.BOX, RowKind.SCHEDULE))


def _repainted(model: CompareModel) -> list[tuple[str, int]]:
    """Collect the code and the column of every cell that is repainted from now on."""
    repainted: list[tuple[str, int]] = []

    def note(first: QModelIndex, last: QModelIndex) -> None:
        assert (first.row(), first.column()) == (last.row(), last.column())
        row = model.rows[first.row()].row
        assert row is not None
        repainted.append((row.code, first.column()))

    model.dataChanged.connect(note)
    model.modelReset.connect(lambda: repainted.append(("all", 0)))
    return repainted


def test_an_edit_repaints_the_cells_that_differ_and_no_others(
    model: CompareModel, edition: Edition
) -> None:
    repainted = _repainted(model)
    months = list(model.comparison.months)
    months[1] = compared(
        edition, Period(2013, 11), {"7030": 11_097_541, "7070": 91, "13": "ACME LLC"}
    )
    model.update(compare(months))
    moved = (DECEMBER, CHANGE, PERCENT, CURVE, SAID)
    codes = ("7070", "7180", "7190", "7198")
    assert repainted == [(code, column) for code in codes for column in moved]
    assert texts(model, "7070") == ["100", "91", "(9)", "(9.0) %"]


def test_an_edit_of_an_early_month_leaves_the_told_change_alone(
    model: CompareModel, edition: Edition
) -> None:
    months = [compared(edition, Period(2013, at), {"7070": at}) for at in (9, 10, 11)]
    model.show(compare(months))
    repainted = _repainted(model)
    september = compared(edition, Period(2013, 9), {"7070": 5})
    codes = ("7070", "7180", "7190", "7198")
    model.update(after_edit(model.comparison, september, codes))
    curve = model.columnCount() - 2
    assert repainted == [(code, column) for code in codes for column in (2, curve)]


def test_each_neighbour_has_its_change_behind_its_later_month(
    model: CompareModel, edition: Edition
) -> None:
    months = [compared(edition, Period(2013, at), {"7070": at * 10}) for at in (9, 10, 11)]
    model.show(compare(months).looking_at([(0, 1), (1, 2)]))
    shown = [cell(model, "7070", column).data() for column in range(2, 9)]
    assert shown == ["90", "100", "+10", "+11.1 %", "110", "+10", "+10.0 %"]
    assert [column.pair for column in model.columns[2:9]] == [(0, 1)] * 4 + [(1, 2)] * 3


def test_what_is_odd_about_a_change_stands_beside_it(model: CompareModel) -> None:
    assert cell(model, "7030", SAID).data() == "the sign changed"
    assert cell(model, "7150", SAID).data() == "was reported as zero, is blank"
    assert cell(model, "7080", SAID).data() == ""
    assert cell(model, "7070", SAID).data() == ""


def test_a_curve_is_told_in_words(model: CompareModel) -> None:
    told = "Oct 2013  100\nNov 2013  90"
    curve = cell(model, "7070", CURVE)
    assert curve.data(Qt.ItemDataRole.ToolTipRole) == told
    assert curve.data(Qt.ItemDataRole.AccessibleTextRole) == f"7.A  Cash, 13 months: {told}"
    assert model.curve(curve.row()) == (*[None] * 11, 100, 90)


def test_a_folded_schedule_hides_its_lines_and_counts_them(model: CompareModel) -> None:
    told: list[frozenset[str]] = []
    model.folding_changed.connect(told.append)
    model.fold({"segregation"})
    assert told == [{"segregation"}]
    heading = next(at for at, row in enumerate(model.rows) if row.words == "Segregation")
    assert model.index(heading, 1).data() == "Segregation  \u00b7  28 lines"
    spoken = model.index(heading, DECEMBER).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Segregation, schedule, folded"
    assert not model.hides(heading)
    assert model.hides(cell(model, "7070", DECEMBER).row())
    assert not model.hides(cell(model, "7230", DECEMBER).row())


def test_a_column_knows_its_month_and_the_change_belongs_to_the_last(model: CompareModel) -> None:
    assert model.month_at(NOVEMBER).period == Period(2013, 10)
    assert model.month_at(DECEMBER).period == Period(2013, 11)
    assert model.month_at(PERCENT).period == Period(2013, 11)
