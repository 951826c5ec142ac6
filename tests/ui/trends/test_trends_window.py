"""The window of the trends: lines are added, removed, gone to."""

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from focusdesk.filing.trend import Trend
from focusdesk.ui.trends.trends_window import TrendsWindow
from tests.ui.window_words import Window
from tests.ui.words import press, write


def test_a_code_that_is_typed_is_drawn_too_and_the_cursor_goes_there(
    trends: TrendsWindow,
) -> None:
    trends.sought.setFocus()
    write("7010")
    press(Qt.Key.Key_Return)
    assert trends.trend.added == ("7010",)
    assert trends.trend.lines[trends.view.line].code == "7010"
    assert trends.view.hasFocus()
    assert trends.sought.text() == ""
    assert trends.said.text() == "7010 is drawn too. Del takes it away."


def test_a_proposal_is_added_once(trends: TrendsWindow, qtbot: QtBot) -> None:
    trends.sought.setFocus()
    write("bank acc")
    trends.sought.setText("7070  Cash (Segregation)")
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(trends.trend.added))
    assert trends.trend.added == ("7070",)
    assert trends.sought.text() == ""


def test_what_cannot_be_added_is_said_and_stays_to_be_mended(trends: TrendsWindow) -> None:
    trends.sought.setFocus()
    write("9999")
    press(Qt.Key.Key_Return)
    assert trends.said.text().startswith('No amount has "9999"')
    assert trends.sought.text() == "9999"
    assert trends.trend.added == ()


def test_del_takes_an_added_line_away_and_leaves_the_others(trends: TrendsWindow) -> None:
    press(Qt.Key.Key_Delete)
    assert trends.said.text().startswith("7190 is always drawn")
    assert not trends.remove.isEnabled()
    trends.add_line("7010")
    assert trends.remove.isEnabled()
    press(Qt.Key.Key_Delete)
    assert trends.trend.added == ()
    assert trends.said.text() == "7010 is no longer drawn."


def test_enter_goes_to_the_box_in_its_month_on_the_desk(
    trends: TrendsWindow, window: Window
) -> None:
    press(Qt.Key.Key_Home)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    assert window.desk.current_code == "7194"
    assert window.session.filing.period.label == "December 2013"
    assert trends.isVisible()


def test_ctrl_and_plus_show_it_larger(trends: TrendsWindow) -> None:
    before = trends.view.height()
    press(Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    for _ in range(4):
        press(Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert trends.view.height() > before
    press(Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert trends.view.height() == before


def test_esc_closes_it(trends: TrendsWindow, window: Window, qtbot: QtBot) -> None:
    press(Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not window.frame.findChildren(TrendsWindow))
    del trends


def test_the_chart_of_an_added_line_is_brought_into_sight(
    trends: TrendsWindow, qtbot: QtBot
) -> None:
    trends.resize(900, 420)
    trends.add_line("7010")

    def is_in_sight() -> bool:
        shown = trends.view.visibleRegion().boundingRect()
        panel = trends.view.panel_at_cursor
        return shown.top() <= panel.top() and panel.bottom() <= shown.bottom()

    qtbot.waitUntil(is_in_sight)


@pytest.mark.parametrize(
    ("key", "modifier"),
    [
        (Qt.Key.Key_S, Qt.KeyboardModifier.AltModifier),
        (Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier),
    ],
)
def test_a_letter_opens_what_can_be_saved_and_another_saves(
    trends: TrendsWindow, qtbot: QtBot, key: Qt.Key, modifier: Qt.KeyboardModifier
) -> None:
    asked = list[str]()

    def take(trend: Trend, suffix: str) -> None:
        assert trend is trends.trend
        asked.append(suffix)

    trends.save_asked.connect(take)

    def choose() -> None:
        QTest.keyClick(trends.save_menu, Qt.Key.Key_D)

    QTimer.singleShot(200, choose)
    press(key, modifier)
    qtbot.waitUntil(lambda: asked == [".svg"])
