"""A screen of 1280 by 800 at 200 per cent: every window fits, and nothing in it is cut off."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from focusdesk.ui.look import small_screen
from focusdesk.ui.look.small_screen import InPieces, fit_screen, room_for
from tests.ui.every_window import WINDOWS, Opening
from tests.ui.preview_words import cut_off
from tests.ui.window_words import Window, copied, open_window
from tests.ui.words import focused, press

ROOM = QSize(632, 356)
OVER_THE_DESK = [
    each
    for each in WINDOWS
    if each.begins_at
    and each.with_store
    and "preview" not in each.name  # which has its own test
    and not {"comparison", "desk"} & {*each.name.split()}  # in the desk's own window
]


def room(_: QWidget) -> QSize:
    return ROOM


@pytest.fixture
def window(
    light: QApplication,
    qtbot: QtBot,
    two_months: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Window:
    del light

    for module in ("look.small_screen", "going.finder"):
        monkeypatch.setattr(f"focusdesk.ui.{module}.room_for", room)
    return open_window(qtbot, tmp_path, copied(two_months, tmp_path))


@pytest.mark.parametrize("opening", OVER_THE_DESK, ids=lambda opening: opening.name)
def test_every_dialog_fits_and_nothing_is_cut_off(
    window: Window, qtbot: QtBot, opening: Opening
) -> None:
    dialog = opening.open(window)
    dialog.resize(dialog.size().boundedTo(ROOM))  # some are opened as large as on a large screen
    qtbot.waitUntil(lambda: not cut_off(dialog))
    assert dialog.width() <= ROOM.width()
    assert dialog.height() <= ROOM.height()


def test_what_is_asked_of_a_firm_follows_the_keyboard(window: Window, qtbot: QtBot) -> None:
    dialog = window.main.starts.ask_firm()
    qtbot.waitUntil(dialog.isActiveWindow)
    last = [*dialog.facts.values()][-1]
    while focused() is not last:
        press(Qt.Key.Key_Tab)
    area = dialog.findChild(InPieces)
    assert isinstance(area, InPieces)
    assert area.verticalScrollBar().value() > 0
    assert area.rect().contains(last.rect().translated(last.mapTo(area, QPoint())))


def test_no_window_is_larger_than_its_screen(light: QApplication, qtbot: QtBot) -> None:
    del light
    window = QWidget()
    qtbot.addWidget(window)
    fit_screen(window, QSize(300, 200))
    assert window.size() == QSize(300, 200)
    fit_screen(window, QSize(9000, 9000))
    assert window.size() == room_for(window)
    assert room_for(window).height() < window.screen().availableGeometry().height()


def test_a_part_grows_with_what_is_in_it_as_far_as_there_is_room(
    light: QApplication, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    del light
    monkeypatch.setattr(small_screen, "room_for", room)
    window, part = QWidget(), QWidget()
    qtbot.addWidget(window)
    lines, layout = QVBoxLayout(part), QVBoxLayout(window)
    layout.addWidget(InPieces(part, 100))
    window.show()
    heights: list[int] = []
    for _ in range(30):
        lines.addWidget(QLabel("Another line"))
        qtbot.waitUntil(part.findChildren(QLabel)[-1].isVisible)
        heights.append(window.minimumSizeHint().height())
    assert heights[0] < heights[5] < heights[-1]
    assert heights[-1] == heights[-2] < ROOM.height()


def in_sight(window: Window) -> bool:
    """Whether all of the current box is seen."""
    page = window.tabs.current_page()
    assert page is not None
    return page.viewport().rect().contains(page.visualRect(page.currentIndex()))


def test_the_current_box_stays_in_sight_when_the_page_becomes_smaller(window: Window) -> None:
    for code in ("7100", "7045", "7540", "7198"):
        window.frame.resize(1280, 800)
        assert window.desk.go_to(code)
        assert in_sight(window), code
        window.frame.resize(640, 400)
        assert in_sight(window), code


def test_the_box_that_was_gone_to_is_in_sight_on_a_small_screen(window: Window) -> None:
    window.frame.resize(640, 400)
    for code in ("7010", "7030", "7100", "7132", "7198", "7530", "7520", "8500", "13"):
        assert window.desk.go_to(code)
        assert in_sight(window), code
