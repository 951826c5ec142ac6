"""The window of the two sides: pools are switched, boxes gone to, causes told, a sheet printed."""

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QTextDocument
from pytestqt.qtbot import QtBot

from focusdesk.filing.edit import Cause, Edit
from focusdesk.ui.look.zoom import STEPS, Zoom
from focusdesk.ui.sides.side_list import SideList
from focusdesk.ui.sides.side_paint import SidePainter
from focusdesk.ui.sides.sides_window import SidesWindow
from tests.ui.window_words import Window
from tests.ui.words import press

CTRL = Qt.KeyboardModifier.ControlModifier
Key = Qt.Key


def cut_amounts(side: SideList, percent: int) -> list[str]:
    """Name the lines whose amount, or a single one of whose words, has no room."""
    painter = side.itemDelegate()
    assert isinstance(painter, SidePainter)
    font = Zoom(percent).font()
    font.setBold(True)
    metrics = QFontMetrics(font)
    return [
        line.said
        for line in side.lines
        if metrics.horizontalAdvance(line.shown) > painter.laid(line).amount.width()
        or painter.laid(line).words.right() > side.width()
        or max(map(metrics.horizontalAdvance, line.words.split()))
        > painter.laid(line).words.width()
    ]


def test_the_pool_of_the_schedule_in_front_is_shown_first(window: Window) -> None:
    assert window.desk.go_to("7305")
    window.do("two_sides")
    (sides,) = window.frame.findChildren(SidesWindow)

    assert sides.pool.name == "Secured (30.7)"
    assert [sides.pools.tabText(at) for at in range(3)] == [
        "Segregation",
        "Secured (30.7)",
        "Cleared swaps",
    ]


def test_keys_switch_the_pool_round_and_round(sides: SidesWindow) -> None:
    shown: list[str] = []
    for key in (Key.Key_PageDown, Key.Key_PageDown, Key.Key_PageDown, Key.Key_PageUp):
        press(key, CTRL)
        shown.append(sides.pool.requirement.total.code)

    assert shown == ["7360", "8590", "7060", "8590"]
    assert sides.view.requirement.lines == sides.pool.requirement.lines
    assert [line.code for line in sides.sums.lines] == ["8590", "8720", "8730", "8760", "8770"]


def test_the_option_difference_is_told_though_the_check_holds(sides: SidesWindow) -> None:
    press(Key.Key_Down)

    told = sides.told.toPlainText()
    assert told.startswith("\u2248 X05 \u00b7 information \u00b7 more owed, within 1 %")
    assert "7032 is 68,399,236, 7132 is 68,174,268: 224,968 more is owed" in told
    assert "LIKELY CAUSES" not in told


def test_enter_goes_to_the_box_on_the_desk_and_leaves_the_sides_open(
    sides: SidesWindow, window: Window
) -> None:
    press(Key.Key_Down)
    press(Key.Key_Return)
    assert window.desk.current_code == "7032"
    sides.activateWindow()
    sides.view.assets.setFocus()
    sides.view.assets.choose("7170")
    press(Key.Key_Return)
    assert window.desk.current_code == "7170"
    assert sides.isVisible()


def test_the_figures_at_the_foot_lead_to_their_boxes(sides: SidesWindow, window: Window) -> None:
    sides.sums.setFocus()
    press(Key.Key_Right)
    press(Key.Key_Right)
    press(Key.Key_Return)
    assert window.desk.current_code == "7190"


def test_an_edit_moves_the_ties_and_what_is_told(
    sides: SidesWindow, window: Window, qtbot: QtBot
) -> None:
    window.session.apply(Edit({"7120": 435_586_942}, Cause.TYPED))

    qtbot.waitUntil(lambda: sides.view.ties.ties[0].shown == "18,000,000")
    told = sides.told.toPlainText()
    assert told.startswith("\u2260 X01 \u00b7 warning \u00b7 more owed, fails")
    assert "two digits of 7120 swapped: 453,586,942 instead of 435,586,942 \u00b7 go to 7120" in (
        told.replace("\n", " ")
    )


def test_a_likely_cause_is_gone_to_by_its_link(
    sides: SidesWindow, window: Window, qtbot: QtBot
) -> None:
    window.session.apply(Edit({"7120": 435_586_942}, Cause.TYPED))
    qtbot.waitUntil(lambda: "go to 7120" in sides.told.toPlainText())
    sides.told.setFocus()
    page = sides.told.toHtml()
    assert page.index(">7020<") < page.index(">go to 7120<")
    for _ in ("7020", "7090", "7120", "7170", "go to 7120"):
        press(Key.Key_Tab)
    press(Key.Key_Return)
    assert window.desk.current_code == "7120"


def test_a_line_without_a_tie_says_so(sides: SidesWindow) -> None:
    sides.view.requirement.setFocus()
    sides.view.requirement.choose("7030")
    assert "7030: 11,097,541" in sides.told.toPlainText()
    assert sides.told.toPlainText().endswith("No check holds this line against the other side.")


def test_another_month_takes_the_place_of_the_one_shown(
    sides: SidesWindow, window: Window, qtbot: QtBot
) -> None:
    january = sides.pool.requirement.total.value
    window.do("earlier_month")
    qtbot.waitUntil(lambda: sides.pool.requirement.total.value != january)
    assert sides.windowTitle().startswith("Two sides of each pool: December 2013")


def test_a_pool_is_printed_with_both_sides_ties_and_sums(sides: SidesWindow) -> None:
    sheets: list[tuple[str, str]] = []

    def keep(title: str, sheet: QTextDocument) -> None:
        sheets.append((title, sheet.toPlainText()))

    sides.print_asked.disconnect()
    sides.print_asked.connect(keep)
    press(Key.Key_P, CTRL)
    ((title, words),) = sheets
    assert title == "Two sides of Segregation"
    for part in ("January 2014", "551,272,884", "1,036,486,351", "224,968", "87,608,087"):
        assert part in words


@pytest.mark.parametrize("percent", [STEPS[0], 100, STEPS[-1]])
def test_no_word_is_cut_at_any_size(sides: SidesWindow, percent: int) -> None:
    sides.resize(QSize(1272, 740))
    sides.show_zoom(Zoom(percent))
    for at in range(sides.pools.count()):
        sides.pools.setCurrentIndex(at)
        assert sides.view.horizontalScrollBar().maximum() == 0
        for side in (sides.view.requirement, sides.view.assets):
            assert not cut_amounts(side, percent)


def test_another_size_is_kept_for_the_next_time(sides: SidesWindow, window: Window) -> None:
    tall = sides.view.ties.width()
    press(Key.Key_Plus, CTRL)
    assert sides.view.ties.width() > tall
    grown = sides.view.ties.width()
    sides.close()
    window.do("two_sides")
    again = next(each for each in window.frame.findChildren(SidesWindow) if each.isVisible())
    assert again.view.ties.width() == grown


def test_the_sides_have_all_the_room_that_the_current_tie_leaves(
    sides: SidesWindow, window: Window, qtbot: QtBot
) -> None:
    sides.resize(QSize(1240, 720))
    short = sides.told.height()
    assert short < 110
    qtbot.waitUntil(lambda: sides.sums.y() == sides.told.y())
    window.session.apply(Edit({"7120": 435_586_942}, Cause.TYPED))
    qtbot.waitUntil(lambda: sides.told.height() > short)
    assert sides.told.height() <= 720 * 0.34
    sides.show_zoom(Zoom(200))
    qtbot.waitUntil(lambda: sides.sums.y() > sides.told.y())


def test_esc_closes_it(sides: SidesWindow, window: Window, qtbot: QtBot) -> None:
    press(Key.Key_Escape)
    qtbot.waitUntil(lambda: not window.frame.findChildren(SidesWindow))
    del sides
