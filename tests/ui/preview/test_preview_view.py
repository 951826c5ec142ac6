from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from focusdesk.app.joined import desk_edges
from focusdesk.filing.copies import Copy, PrintOrder
from focusdesk.filing.session import FilingSession
from focusdesk.ui.preview.preview_layout import GAP, Fit
from focusdesk.ui.preview.preview_pages import PreviewPages
from focusdesk.ui.preview.preview_view import PreviewView
from tests.ui.preview_words import levels_apart
from tests.ui.words import CTRL, NO_KEY, SHIFT, press


@pytest.fixture
def view(light: QApplication, qtbot: QtBot, january_pages: PreviewPages) -> Iterator[PreviewView]:
    del light
    view = PreviewView()
    qtbot.addWidget(view)
    view.resize(700, 600)
    view.show()
    view.activateWindow()
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    view.show_pages(january_pages)
    yield view
    view.let_go()


def wheel(view: PreviewView, notches: int, modifiers: Qt.KeyboardModifier = NO_KEY) -> None:
    middle = QPointF(view.viewport().rect().center())
    turned = QPoint(0, 120 * notches)
    begins, button = Qt.ScrollPhase.NoScrollPhase, Qt.MouseButton.NoButton
    event = QWheelEvent(middle, middle, QPoint(), turned, button, modifiers, begins, False)  # noqa: FBT003 -- Qt's own
    QApplication.sendEvent(view.viewport(), event)


def top(view: PreviewView) -> int:
    """How far the pages are scrolled."""
    return view.verticalScrollBar().value()


def test_it_begins_at_the_top_of_the_first_page_as_wide_as_the_window(view: PreviewView) -> None:
    assert (view.page, view.zoom, top(view)) == (0, Fit.WIDTH, 0)
    assert view.frame_of(0).width() == view.viewport().width() - 2 * GAP


def test_what_is_seen_is_the_page_of_the_file(
    view: PreviewView, january_pages: PreviewPages
) -> None:
    view.set_zoom(100)
    view.go_to(1)
    seen = view.frame_of(1).intersected(view.viewport().rect())
    shot = view.viewport().grab(seen).toImage()
    part = seen.translated(-view.frame_of(1).topLeft())
    drawn = january_pages.draw(1, view.frame_of(1).size()).copy(part)
    ratio = round(shot.devicePixelRatio())
    assert ratio == 1
    assert levels_apart(shot, drawn) <= 1


def test_page_keys_turn_pages_home_and_end_go_to_the_ends(view: PreviewView) -> None:
    turned: list[int] = []
    view.page_changed.connect(turned.append)
    press(Qt.Key.Key_PageDown, times=3)
    assert view.page == 3
    assert view.frame_of(3).top() == GAP, "the page is shown from its top"
    press(Qt.Key.Key_PageUp)
    assert view.page == 2
    press(Qt.Key.Key_End)
    assert view.page == 6
    press(Qt.Key.Key_PageDown)
    assert view.page == 6
    press(Qt.Key.Key_Home)
    assert (view.page, top(view)) == (0, 0)
    assert turned[:4] == [1, 2, 3, 2]
    assert turned[-1] == 0


def test_arrows_and_space_scroll_through_all_pages(view: PreviewView) -> None:
    press(Qt.Key.Key_Down)
    assert top(view) == 40
    press(Qt.Key.Key_Up)
    press(Qt.Key.Key_Space)
    assert top(view) == view.viewport().height() - 40
    press(Qt.Key.Key_Space, SHIFT)
    assert top(view) == 0
    press(Qt.Key.Key_Space, times=3)
    assert view.page > 0, "the page that is looked at is known while one scrolls"


def test_zoom_keeps_the_middle_where_it_is(view: PreviewView) -> None:
    view.set_zoom(100)
    view.go_to(2)
    press(Qt.Key.Key_Down, times=5)
    middle = view.viewport().rect().center()
    before = (middle.y() - view.frame_of(2).top()) / view.frame_of(2).height()
    view.set_zoom(200)
    after = (middle.y() - view.frame_of(2).top()) / view.frame_of(2).height()
    assert after == pytest.approx(before, abs=0.002)
    assert view.page == 2
    assert view.frame_of(2).width() == 1632


def test_zoom_goes_by_steps_and_stops_at_the_ends(view: PreviewView) -> None:
    changed: list[int] = []
    view.zoom_changed.connect(lambda: changed.append(round(view.percent)))
    view.set_zoom(100)
    view.zoom_step(larger=True)
    view.zoom_step(larger=False)
    view.set_zoom(400)
    view.zoom_step(larger=True)
    view.set_zoom(50)
    view.zoom_step(larger=False)
    assert changed == [100, 110, 100, 400, 50]


def test_the_wheel_with_ctrl_zooms(view: PreviewView) -> None:
    view.set_zoom(100)
    wheel(view, 1, CTRL)
    assert view.zoom == 110
    wheel(view, -1, CTRL)
    wheel(view, -1, CTRL)
    assert view.zoom == 90
    assert top(view) == 0


def test_a_page_that_is_fitted_follows_the_window(view: PreviewView) -> None:
    view.set_zoom(Fit.PAGE)
    assert view.frame_of(0).height() == view.viewport().height() - 2 * GAP
    view.resize(600, 400)
    assert view.frame_of(0).height() == view.viewport().height() - 2 * GAP
    view.set_zoom(150)
    view.resize(700, 600)
    assert view.frame_of(0).width() == 1224


def test_one_page_at_a_time_stands_alone(view: PreviewView) -> None:
    view.go_to(4)
    view.set_continuous(continuous=False)
    assert view.page == 4
    assert view.frame_of(3).isEmpty()
    view.set_zoom(Fit.PAGE)
    press(Qt.Key.Key_PageDown)
    assert view.page == 5
    view.set_continuous(continuous=True)
    assert view.page == 5
    assert not view.frame_of(6).isEmpty()


def test_a_page_alone_turns_over_where_it_ends(view: PreviewView) -> None:
    view.set_continuous(continuous=False)
    view.set_zoom(Fit.PAGE)
    press(Qt.Key.Key_Down)
    assert view.page == 1
    wheel(view, -1)
    assert view.page == 2
    wheel(view, 1)
    assert view.page == 1
    view.set_zoom(100)
    press(Qt.Key.Key_Home)
    press(Qt.Key.Key_Up)
    assert view.page == 0
    press(Qt.Key.Key_Space, times=2)
    assert (view.page, top(view)) == (1, 0)
    press(Qt.Key.Key_Up)
    assert view.page == 0
    assert top(view) == view.verticalScrollBar().maximum(), "one comes back to the foot"


def test_a_file_drawn_anew_is_shown_at_the_same_place(
    view: PreviewView, january_print: bytes
) -> None:
    view.set_zoom(125)
    view.go_to(3)
    press(Qt.Key.Key_Down, times=4)
    across, down = 30, top(view)
    view.horizontalScrollBar().setValue(across)
    again = PreviewPages(january_print)
    view.let_go()
    view.show_pages(again)
    assert (view.page, view.zoom) == (3, 125)
    assert (view.horizontalScrollBar().value(), top(view)) == (across, down)
    view.let_go()
    again.close()


def test_a_file_with_fewer_pages_is_shown_at_its_last(
    view: PreviewView, january: FilingSession
) -> None:
    view.go_to(6)
    order = PrintOrder(Copy.FILING, schedules=("cover", "segregation"))
    fewer = PreviewPages(desk_edges().draw_report(january, order))
    view.show_pages(fewer)
    assert view.page == 1
    view.let_go()
    fewer.close()


def test_sought_words_are_marked_and_brought_into_sight(
    view: PreviewView, january_pages: PreviewPages
) -> None:
    view.set_zoom(200)
    (hit,) = january_pages.find("7190")
    view.show_hits((hit,), hit)
    view.go_to_hit(hit)
    assert view.page == 1
    corner, scale = view.frame_of(1).topLeft(), view.frame_of(1).width() / 612
    place = QPoint(*(round(part * scale) for part in hit.parts[0].center().toTuple())) + corner
    assert view.viewport().rect().contains(place)
    shot = view.viewport().grab().toImage()
    above = [shot.pixelColor(place.x() + step, place.y() - 8) for step in range(-9, 9)]
    assert max(colour.saturation() for colour in above) > 60, "paper is grey, a mark is not"
    view.show_hits((), None)
    assert view.viewport().grab().toImage().pixelColor(place - QPoint(0, 8)).saturation() == 0
