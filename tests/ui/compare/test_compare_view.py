import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from focusdesk.filing.comparison_rows import RowFilter
from focusdesk.filing.comparison_view import ComparisonView
from focusdesk.filing.filing import Filing
from focusdesk.form.box import Value
from focusdesk.form.edition import Edition
from focusdesk.form.period import Period
from focusdesk.ui.compare.compare_columns import CODE_COLUMN, LINE_COLUMN
from focusdesk.ui.compare.compare_model import CompareModel
from focusdesk.ui.compare.compare_paint import PADDING
from focusdesk.ui.compare.compare_view import CompareView
from focusdesk.ui.look.theme import text_font
from focusdesk.ui.look.zoom import Zoom
from focusdesk.ui.page.page_style import PageStyle
from tests.ui.window_words import side_by_side
from tests.ui.words import CTRL


@pytest.fixture
def view(light: QApplication, qtbot: QtBot, editions: dict[str, Edition]) -> CompareView:
    del light
    model = CompareModel(
        side_by_side(editions["2014-01"], {"7100": 1, "13": "A VERY LONG NAME OF A FIRM"}, {})
    )
    view = CompareView(model)
    qtbot.addWidget(view)
    view.resize(1280, 700)
    view.show()
    return view


def _model(view: CompareView) -> CompareModel:
    model = view.months.model()
    assert isinstance(model, CompareModel)
    return model


def test_codes_and_lines_stay_while_the_months_scroll(view: CompareView) -> None:
    shown = [column for column in range(6) if not view.months.isColumnHidden(column)]
    assert shown == [2, 3, 4, 5]
    assert view.lines.columnWidth(CODE_COLUMN) + view.lines.columnWidth(LINE_COLUMN) == (
        view.lines.width()
    )


def test_both_halves_scroll_together(view: CompareView) -> None:
    view.months.verticalScrollBar().setValue(300)
    assert view.lines.verticalScrollBar().value() == 300
    view.lines.verticalScrollBar().setValue(120)
    assert view.months.verticalScrollBar().value() == 120
    most = view.months.verticalScrollBar().maximum()
    assert view.lines.verticalScrollBar().maximum() == most


def test_every_row_is_as_high_in_both_halves(view: CompareView) -> None:
    rows = range(_model(view).rowCount())
    assert [view.lines.rowHeight(row) for row in rows] == [
        view.months.rowHeight(row) for row in rows
    ]


def test_no_word_of_a_text_is_cut(view: CompareView, editions: dict[str, Edition]) -> None:
    _model(view).show(side_by_side(editions["2014-01"], {"13": "WWWWWWWWWWWW LLC"}, {"7100": 1}))
    word = QFontMetrics(text_font()).horizontalAdvance("WWWWWWWWWWWW")
    assert view.months.columnWidth(2) >= word + 2 * PADDING


def test_a_text_that_grows_gets_a_higher_row(
    view: CompareView, editions: dict[str, Edition]
) -> None:
    model = _model(view)
    assert view.go_to("13")
    row = view.months.currentIndex().row()
    model.update(side_by_side(editions["2014-01"], {"7100": 1, "13": "A FIRM"}, {}))
    before = view.months.rowHeight(row)
    longer = "A VERY MUCH LONGER NAME OF A FIRM THAN IT WAS WHEN THE WINDOW WAS OPENED"
    model.update(side_by_side(editions["2014-01"], {"7100": 1, "13": longer}, {}))
    assert view.months.rowHeight(row) > before
    assert view.lines.rowHeight(row) == view.months.rowHeight(row)


def test_nothing_is_wider_than_its_column(view: CompareView) -> None:
    right = view.lines.width() + sum(view.months.columnWidth(column) for column in range(2, 6))
    assert right <= view.width()
    assert view.months.horizontalScrollBar().maximum() == 0


def test_a_narrow_window_scrolls_the_months_and_keeps_the_halves_level(
    view: CompareView, qtbot: QtBot
) -> None:
    view.resize(560, 500)
    qtbot.waitUntil(lambda: view.months.horizontalScrollBar().maximum() > 0)
    lines, months = view.lines.verticalScrollBar(), view.months.verticalScrollBar()
    qtbot.waitUntil(lambda: lines.maximum() == months.maximum())


def test_enter_asks_for_the_box_in_that_month(view: CompareView) -> None:
    asked: list[tuple[Filing, str]] = []
    view.box_activated.connect(lambda filing, code: asked.append((filing, code)))  # pyright: ignore[reportUnknownLambdaType, reportUnknownArgumentType] -- a signal's arguments have no types
    assert view.go_to("7100")
    QTest.keyClick(view.months, Qt.Key.Key_Left)
    QTest.keyClick(view.months, Qt.Key.Key_Return)
    QTest.keyClick(view.months, Qt.Key.Key_End, CTRL)
    QTest.keyClick(view.months, Qt.Key.Key_Return)
    assert [(filing.period, code) for filing, code in asked] == [
        (Period(2013, 10), "7100"),
        (Period(2013, 11), "firm.swap_dealer"),
    ]


def test_arrows_go_from_box_to_box_over_the_headings(view: CompareView) -> None:
    assert view.go_to("7060")
    QTest.keyClick(view.months, Qt.Key.Key_Down)
    row = _model(view).rows[view.months.currentIndex().row()].row
    assert row is not None
    assert row.code == "7070"


def test_copying_one_cell_copies_all_and_a_selection_itself(view: CompareView) -> None:
    told: list[int] = []
    view.copied.connect(told.append)
    assert view.go_to("7100")
    QTest.keyClick(view.months, Qt.Key.Key_C, CTRL)
    assert told == [len([row for row in _model(view).rows if row.row])]
    view.lines.clicked.emit(view.months.currentIndex().siblingAtColumn(LINE_COLUMN))
    QTest.keyClick(view.months, Qt.Key.Key_C, CTRL)
    assert told[1] == 1
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[1].startswith("7100\t8.A  Cash\t1\t\t-1\t")


def test_a_code_that_is_not_shown_cannot_be_gone_to(view: CompareView) -> None:
    assert not view.go_to("9999")


def test_what_is_current_stays_in_sight_when_the_table_gets_another_size(
    view: CompareView,
) -> None:
    assert view.go_to("8770")
    for width in (620, 1500, 700):
        view.resize(width, 420)
        room = view.months.viewport().rect()
        assert view.months.visualRect(view.months.currentIndex()).intersects(room)
        assert view.lines.geometry().right() + 1 == view.months.geometry().left()


def test_a_table_wider_than_its_room_begins_at_the_newest_months(
    light: QApplication, qtbot: QtBot, editions: dict[str, Edition]
) -> None:
    del light
    months: list[dict[str, Value]] = [{"7100": at} for at in range(20)]
    view = CompareView(CompareModel(side_by_side(editions["2014-01"], *months)))
    qtbot.addWidget(view)
    view.resize(1280, 700)
    view.show()
    assert view.go_to("7100")
    bar = view.months.horizontalScrollBar()
    assert 0 < bar.maximum() == bar.value()


def test_the_current_cell_and_its_months_are_told(view: CompareView) -> None:
    told: list[tuple[str | None, object]] = []
    view.cell_chosen.connect(lambda row, pair: told.append((row and row.code, pair)))  # pyright: ignore[reportUnknownLambdaType, reportUnknownMemberType, reportUnknownArgumentType] -- a signal's arguments have no types
    assert view.go_to("7100")
    assert told == [("7100", (0, 1))]
    model = _model(view)
    heading = next(at for at, shown in enumerate(model.rows) if shown.words == "Segregation")
    view.months.setCurrentIndex(model.index(heading, 3))
    assert told[1:] == [(None, (0, 1))]


def test_rows_that_unfold_are_as_high_as_their_own_words_need(
    view: CompareView, editions: dict[str, Edition]
) -> None:
    model = _model(view)
    QTest.keyClick(view.months, Qt.Key.Key_Home, CTRL)
    QTest.keyClick(view.months, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    filled: dict[str, Value] = {"7100": 1, "13": "A VERY LONG NAME OF A FIRM", "7010": 3}
    whole = side_by_side(editions["2014-01"], filled, {})
    model.show(ComparisonView(RowFilter(changed=True)).of(whole))
    model.fold(())
    fresh = CompareView(CompareModel(model.comparison))
    fresh.resize(view.size())
    fresh.show()
    rows = range(model.rowCount())
    for half in (view.lines, view.months):
        assert [half.rowHeight(row) for row in rows] == [fresh.lines.rowHeight(row) for row in rows]
    fresh.close()


def test_a_large_table_keeps_the_newest_month_and_its_change_in_sight(view: CompareView) -> None:
    view.resize(996, 600)
    view.show_style(PageStyle(Zoom(200)))
    assert view.go_to("7100")
    for column in (_model(view).last_month, _model(view).last_month + 1):
        at = view.months.visualRect(_model(view).index(view.months.currentIndex().row(), column))
        assert at.left() >= 0
        assert at.right() <= view.months.viewport().width()
