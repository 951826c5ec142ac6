from collections.abc import Callable

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QUndoStack
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from focusdesk.calc.checks import Finding, Severity
from focusdesk.filing.edit import Cause, ChangeSet, Edit
from focusdesk.filing.session import FilingSession
from focusdesk.ui.page.baseline import Baseline
from focusdesk.ui.page.box_entry import BoxEntry
from focusdesk.ui.page.marks import Mark
from focusdesk.ui.page.schedule_grid import ColumnKind
from focusdesk.ui.page.schedule_model import ScheduleModel

Role = Qt.ItemDataRole
Make = Callable[[str], ScheduleModel]


@pytest.fixture
def make(january: FilingSession, qtbot: QtBot) -> Make:
    del qtbot
    stack = QUndoStack()

    def model(schedule: str) -> ScheduleModel:
        entry = BoxEntry(january, stack)
        chosen = next(each for each in january.edition.schedules if each.id == schedule)
        made = ScheduleModel(january, chosen, entry)
        entry.setParent(made)
        stack.setParent(made)
        return made

    return model


@pytest.fixture
def model(make: Make) -> ScheduleModel:
    return make("segregation")


def text_of(model: ScheduleModel, code: str, kind: ColumnKind, role: int = Role.DisplayRole) -> str:
    row, _ = model.grid.cells[code]
    column = model.grid.column_of(kind)
    assert column is not None
    return str(model.index(row, column).data(role))


def told(model: ScheduleModel) -> list[str]:
    """The cells that the model tells of from here on: a code, or a row and a column."""
    cells: list[str] = []

    def on_changed(first: QModelIndex, last: QModelIndex) -> None:
        for row in range(first.row(), last.row() + 1):
            for column in range(first.column(), last.column() + 1):
                box = model.grid.box_at((row, column))
                cells.append(box.code if box else f"{row},{column}")

    model.dataChanged.connect(on_changed)
    return cells


def test_qt_finds_no_fault_in_any_schedule(make: Make, january: FilingSession) -> None:
    fatal = QAbstractItemModelTester.FailureReportingMode.Warning
    for schedule in january.edition.schedules:
        model = make(schedule.id)
        tester = QAbstractItemModelTester(model, fatal)
        model.set_baseline(Baseline("December", january.worksheet.values()))
        model.show_changes(january.apply(Edit({"7010": 1}, Cause.TYPED)))
        model.show_changes(january.apply(Edit({"7010": 2}, Cause.TYPED)))
        tester.deleteLater()


def test_a_line_reads_like_the_form(model: ScheduleModel) -> None:
    assert text_of(model, "7010", ColumnKind.NUMBER) == ""
    assert text_of(model, "7010", ColumnKind.LABEL) == "A. Cash"
    assert text_of(model, "7040", ColumnKind.NUMBER) == "4."
    assert model.index_of("7010").data() == "347,295,282"
    assert model.index_of("7080").data() == ""
    assert model.index_of("7130").data() == "(14,796,490)"


def test_the_title_says_whose_statement_it_is_and_as_of_when(model: ScheduleModel) -> None:
    assert model.index(0, 1).data().startswith("STATEMENT OF SEGREGATION REQUIREMENTS")
    assert model.index(1, 1).data() == (
        "HSBC SECURITIES (USA) INC.  \u00b7  as of 01/31/14  \u00b7  page T10-1"
    )


def test_a_box_that_has_no_box_is_empty_and_cannot_be_selected(model: ScheduleModel) -> None:
    row, column = model.grid.cells["7010"]
    empty = model.index(row, column - 1)
    assert empty.data() == ""
    assert not model.flags(empty) & Qt.ItemFlag.ItemIsSelectable
    assert model.data(QModelIndex()) is None


def test_only_boxes_that_take_an_entry_are_editable(make: Make) -> None:
    model, cover = make("segregation"), make("cover")
    editable, ticks = Qt.ItemFlag.ItemIsEditable, Qt.ItemFlag.ItemIsUserCheckable
    assert model.flags(model.index_of("7010")) & editable
    assert not model.flags(model.index_of("7040")) & editable
    assert model.flags(model.index_of("7040")) & Qt.ItemFlag.ItemIsSelectable
    assert cover.flags(cover.index_of("16")) & ticks
    assert not cover.flags(cover.index_of("13")) & ticks


def test_editing_starts_from_plain_digits_and_a_whole_year(make: Make) -> None:
    model, cover = make("segregation"), make("cover")
    assert model.index_of("7130").data(Role.EditRole) == "-14796490"
    assert model.index_of("7080").data(Role.EditRole) == ""
    assert cover.index_of("25").data(Role.EditRole) == "01/31/2014"
    assert cover.index_of("13").data(Role.EditRole) == "HSBC SECURITIES (USA) INC."


def test_an_edit_is_told_by_exactly_its_own_cells(
    model: ScheduleModel, january: FilingSession
) -> None:
    cells = told(model)
    model.show_changes(january.apply(Edit({"7100": 0, "7200": 5}, Cause.TYPED)))
    assert set(cells) == {"7100", "7180", "7190", "7198"}


def test_an_edit_elsewhere_is_no_concern_of_a_schedule(
    model: ScheduleModel, january: FilingSession
) -> None:
    cells = told(model)
    model.show_changes(january.apply(Edit({"7200": 5}, Cause.TYPED)))
    assert cells == []


def test_the_change_beside_an_edited_box_is_told_too(
    model: ScheduleModel, january: FilingSession
) -> None:
    model.set_baseline(Baseline("December", {"7100": 1, "7180": 0, "7190": 0, "7198": 0}))
    cells = told(model)
    model.show_changes(january.apply(Edit({"7100": 3}, Cause.TYPED)))
    column = model.grid.column_of(ColumnKind.CHANGE)
    rows = {model.grid.cells[code][0] for code in ("7100", "7180", "7190", "7198")}
    assert {f"{row},{column}" for row in rows} < set(cells)
    assert text_of(model, "7100", ColumnKind.CHANGE) == "+2"


def test_the_firm_and_the_date_over_the_page_follow_the_cover(
    model: ScheduleModel, january: FilingSession
) -> None:
    cells = told(model)
    model.show_changes(january.apply(Edit({"13": "NEW NAME"}, Cause.TYPED)))
    assert cells == ["1,1"]
    assert str(model.index(1, 1).data()).startswith("NEW NAME")


def test_last_month_and_the_change_stand_beside_each_amount(model: ScheduleModel) -> None:
    model.set_baseline(Baseline("December", {"7010": 347_295_281, "7047": 1, "7050": None}))
    column = model.grid.column_of(ColumnKind.BASELINE)
    assert column is not None
    assert model.headerData(column, Qt.Orientation.Horizontal) == "December"
    assert text_of(model, "7010", ColumnKind.BASELINE) == "347,295,281"
    assert text_of(model, "7010", ColumnKind.CHANGE) == "+1"
    assert text_of(model, "7047", ColumnKind.BASELINE) == "1\n"
    assert text_of(model, "7047", ColumnKind.CHANGE) == "+920,595\nnew"
    assert text_of(model, "7060", ColumnKind.BASELINE) == "n/a"
    said = text_of(model, "7047", ColumnKind.BASELINE, Role.AccessibleTextRole)
    assert said == "December: 7047 1, 7050 blank"
    model.set_baseline(None)
    assert text_of(model, "7010", ColumnKind.BASELINE) == ""


def test_last_month_stands_in_the_parentheses_that_the_form_prints(model: ScheduleModel) -> None:
    model.set_baseline(Baseline("December", {"7010": 1, "7047": 29_230_976, "7050": None}))
    row, _ = model.grid.cells["7047"]
    figures = [model.figure_then(each) for each in model.compared(model.grid.rows[row])]
    assert figures == ["(29,230,976)", ""]
    row, _ = model.grid.cells["7010"]
    assert [model.figure_then(each) for each in model.compared(model.grid.rows[row])] == ["1"]


def test_totals_that_moved_are_highlighted_for_a_moment(
    model: ScheduleModel, january: FilingSession, qtbot: QtBot
) -> None:
    model.show_changes(january.apply(Edit({"7100": 0}, Cause.TYPED)))
    assert model.has_moved("7190")
    assert not model.has_moved("7100")
    assert model.was_entered("7100"), "what was typed itself shows more quietly"
    assert not model.was_entered("7190")
    qtbot.waitUntil(lambda: not model.has_moved("7190"))
    assert not model.was_entered("7100")


def test_arithmetic_is_edited_as_it_was_typed_and_is_never_hidden(
    model: ScheduleModel, january: FilingSession
) -> None:
    january.apply(Edit({"7100": 1250}, Cause.TYPED, typed={"7100": "=1000+250"}))
    index = model.index_of("7100")
    assert index.data() == "1,250"
    assert index.data(Qt.ItemDataRole.EditRole) == "=1000+250"
    assert index.data(Qt.ItemDataRole.ToolTipRole) == "typed =1000+250"
    spoken = str(index.data(Qt.ItemDataRole.AccessibleTextRole))
    assert spoken.endswith(": 1,250, entered, typed =1000+250")


def test_arithmetic_that_would_give_another_figure_now_says_so_in_every_way(
    model: ScheduleModel, january: FilingSession
) -> None:
    january.apply(Edit({"7090": 1000}, Cause.TYPED))
    january.apply(Edit({"7100": 2000}, Cause.TYPED, typed={"7100": "=2*[7090]"}))
    january.apply(Edit({"7090": 1500}, Cause.TYPED))
    index = model.index_of("7100")
    outdated = "worked out when it was entered; it would give 3,000 now"
    assert index.data(Qt.ItemDataRole.ToolTipRole) == f"typed =2*[7090]\n{outdated}"
    spoken = str(index.data(Qt.ItemDataRole.AccessibleTextRole))
    assert spoken.endswith(f": 2,000, entered, typed =2*[7090], {outdated}")


def test_what_an_undo_brought_back_is_highlighted_itself(model: ScheduleModel) -> None:
    model.show_changes(ChangeSet((), ("7100", "7190"), Cause.UNDO))
    assert model.has_moved("7100")


def test_a_highlight_on_another_schedule_is_no_concern_of_this_one(model: ScheduleModel) -> None:
    cells = told(model)
    model.highlight(("7200", "7010"))
    assert cells == ["7010"]


def test_marks_are_told_where_they_differ_and_said_in_words(model: ScheduleModel) -> None:
    finding = Finding("S01", Severity.ERROR, ("7045",), "Too much.", "segregation")
    cells = told(model)
    model.set_marks({"7110": Mark(note="Look here."), "7045": Mark(findings=(finding,))})
    assert sorted(cells) == ["7045", "7110"]
    index = model.index_of("7045")
    assert str(index.data(Role.AccessibleTextRole)).endswith("entered, error S01")
    assert index.data(Role.ToolTipRole) == "S01: Too much."
    assert model.index_of("7110").data(Role.ToolTipRole) == "Note: Look here."
    assert model.index_of("7010").data(Role.ToolTipRole) is None
    cells.clear()
    model.set_marks({"7110": Mark(note="Look here.")})
    assert cells == ["7045"]


def test_a_tick_is_a_tick_to_assistive_technology_too(make: Make, january: FilingSession) -> None:
    cover = make("cover")
    index = cover.index_of("17")
    assert cover.data(index, Role.CheckStateRole) == Qt.CheckState.Unchecked
    assert cover.setData(index, Qt.CheckState.Checked.value, Role.CheckStateRole)
    assert january.value("17") is True
    assert cover.setData(index, Qt.CheckState.Unchecked.value, Role.CheckStateRole)
    assert january.value("17") is None
    assert cover.data(cover.index_of("13"), Role.CheckStateRole) is None


def test_an_entry_that_qt_makes_by_itself_is_refused_aloud(model: ScheduleModel) -> None:
    refused: list[str] = []
    model.entry_refused.connect(lambda code, _: refused.append(code))  # pyright: ignore[reportUnknownLambdaType, reportUnknownArgumentType] -- a signal's arguments have no types
    assert not model.setData(model.index_of("7010"), "abc")
    assert refused == ["7010"]
    assert not model.setData(model.index(0, 0), "1")


def test_an_unanswered_question_says_so(make: Make) -> None:
    assert make("cftc_capital").index_of("firm.swap_dealer").data() == "unanswered"


def test_help_is_at_hand_for_assistive_technology(model: ScheduleModel) -> None:
    assert "overdraft" in str(model.index_of("7070").data(Role.AccessibleDescriptionRole))
    assert model.index(0, 0).data(Role.AccessibleDescriptionRole) is None


def test_every_column_has_a_name_even_where_the_form_prints_none(model: ScheduleModel) -> None:
    across = Qt.Orientation.Horizontal
    names = [
        model.headerData(at, across, Role.AccessibleTextRole) for at in range(model.columnCount())
    ]
    assert names == ["Line", "Label", "Words", "Amount", "Amount", "Last month", "Change"]
    assert model.headerData(0, across) == ""
    assert model.headerData(0, Qt.Orientation.Vertical) is None
    assert model.headerData(0, across, Role.FontRole) is None


def test_a_code_of_another_schedule_is_nowhere_here(model: ScheduleModel) -> None:
    assert not model.index_of("7500").isValid()
