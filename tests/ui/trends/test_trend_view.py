"""The chart in the window: a cursor that goes from figure to figure, and what it says."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from focusdesk.ui.look.theme import theme_named
from focusdesk.ui.look.zoom import Zoom
from focusdesk.ui.trends.trend_view import TrendView
from focusdesk.ui.trends.trends_window import TrendsWindow
from tests.ui.words import press


@pytest.fixture
def view(trends: TrendsWindow) -> TrendView:
    return trends.view


def current(view: TrendView) -> tuple[str, str]:
    """The code and the month that the cursor stands on."""
    return view.trend.lines[view.line].code, view.trend.months[view.month].heading


def move_to(view: TrendView, point: QPoint) -> None:
    """Move the mouse over the chart."""
    nothing, none = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    at = QPointF(point)
    move = QMouseEvent(QEvent.Type.MouseMove, at, view.mapToGlobal(at), nothing, nothing, none)
    QApplication.sendEvent(view, move)


def test_it_begins_on_the_last_month_of_the_first_pool(view: TrendView) -> None:
    assert current(view) == ("7190", "Jan 2014")


def test_arrows_go_from_figure_to_figure_and_stop_at_the_ends(view: TrendView) -> None:
    press(Qt.Key.Key_Left)
    assert current(view) == ("7190", "Dec 2013")
    press(Qt.Key.Key_Left)
    assert current(view) == ("7190", "Dec 2013")
    press(Qt.Key.Key_End)
    press(Qt.Key.Key_Down)
    assert current(view) == ("7194", "Jan 2014")
    press(Qt.Key.Key_Home)
    press(Qt.Key.Key_Up)
    press(Qt.Key.Key_Up)
    assert current(view) == ("7190", "Dec 2013")
    press(Qt.Key.Key_PageDown)
    assert current(view) == ("7380", "Dec 2013")
    press(Qt.Key.Key_PageUp)
    assert current(view) == ("7190", "Dec 2013")


def test_the_figures_of_the_panel_stand_in_a_callout_at_the_cursor(view: TrendView) -> None:
    press(Qt.Key.Key_Down)
    assert view.callout.isVisible()
    said = view.callout.text().splitlines()
    assert said[0] == "Segregation, Jan 2014"
    assert said[1] == "7190 Excess over requirement: 87,608,087"
    assert said[2].endswith("7194 Target: 47,443,913")
    assert said[2] != "7194 Target: 47,443,913", "the line that is meant is marked"
    assert view.rect().contains(view.callout.geometry())


def test_the_mouse_shows_figures_and_a_click_moves_the_cursor(view: TrendView) -> None:
    frame = view.drawn.frames[0]
    target = QPoint(round(frame.x) + 3, round(frame.to_y) - 3)
    move_to(view, target)
    assert view.callout.text().startswith("Segregation, Dec 2013")
    assert current(view) == ("7190", "Jan 2014")
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=target)
    assert current(view) == ("7194", "Dec 2013")
    move_to(view, QPoint(2, 2))
    assert view.callout.isHidden()


def test_enter_and_a_double_click_ask_for_the_box(view: TrendView) -> None:
    press(Qt.Key.Key_Down)
    asked: list[tuple[int, int]] = []

    def note(line: int, month: int) -> None:
        asked.append((line, month))

    view.box_activated.connect(note)
    press(Qt.Key.Key_Return)
    QTest.mouseDClick(view, Qt.MouseButton.LeftButton, pos=view.point_of(0, 0))
    assert asked == [(1, 1), (0, 0)]


def test_the_chart_is_drawn_in_the_colours_of_the_theme_with_a_ring_at_the_cursor(
    view: TrendView,
) -> None:
    image = view.grab().toImage()
    paper = theme_named("light").paper
    assert image.pixelColor(8, view.height() - 8) == paper
    point = view.point_of(view.line, view.month)
    ring = image.pixelColor(point.x(), point.y() - 6)
    assert ring.lightness() < QColor(paper).lightness() - 60


def test_larger_words_take_more_room(view: TrendView) -> None:
    before = view.height()
    view.show_zoom(Zoom(200))
    assert view.height() > before
    press(Qt.Key.Key_Left)
    assert view.rect().contains(view.callout.geometry())


def test_a_screen_reader_hears_what_is_shown(trends: TrendsWindow, view: TrendView) -> None:
    assert trends.trend.said(0, 1).endswith("Jan 2014: 87,608,087")
    assert "Below zero: " in view.accessibleDescription()
