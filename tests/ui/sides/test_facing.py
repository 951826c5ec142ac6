"""One window of the two sides at a time, of the month that is open."""

from PySide6.QtCore import Qt

from focusdesk.ui.sides.facing import Facing
from focusdesk.ui.sides.sides_window import SidesWindow
from tests.ui.window_words import Window
from tests.ui.words import press


def test_the_key_opens_it_once(window: Window) -> None:
    window.tabs.focus_page()
    press(Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    window.do("two_sides")

    (sides,) = window.frame.findChildren(SidesWindow)
    assert window.feature(Facing).window is sides


def test_what_is_being_typed_is_taken_first(window: Window) -> None:
    assert window.desk.go_to("7070")
    press(Qt.Key.Key_5)
    window.do("two_sides")

    (sides,) = window.frame.findChildren(SidesWindow)
    assert sides.pool.assets.line_of("7070").value == 5


def test_it_goes_with_its_store(window: Window, sides: SidesWindow) -> None:
    closed: list[int] = []
    sides.finished.connect(closed.append)
    window.desk.leave()
    assert closed
    assert window.feature(Facing).window is None
