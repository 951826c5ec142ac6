"""Going about between requirement, ties and assets with the arrows."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible

from focusdesk.ui.sides.side_list import SideList
from focusdesk.ui.sides.sides_window import SidesWindow
from tests.ui.words import focused, press

Key = Qt.Key


def test_left_and_right_follow_a_tie_from_side_to_side(sides: SidesWindow) -> None:
    view = sides.view
    press(Key.Key_Down)
    press(Key.Key_Right)
    assert (focused(), view.assets.code) == (view.assets, "7132")
    press(Key.Key_Left)
    assert focused() is view.ties
    press(Key.Key_Left)
    assert (focused(), view.requirement.code) == (view.requirement, "7032")
    press(Key.Key_Right)
    assert focused() is view.ties
    assert view.ties.tie is view.pool.ties[1] if view.pool else False


def test_outer_edges_hold_the_keyboard(sides: SidesWindow) -> None:
    view = sides.view
    press(Key.Key_Left)
    press(Key.Key_Left)
    assert focused() is view.requirement
    view.assets.setFocus()
    press(Key.Key_Right)
    assert focused() is view.assets


def test_a_line_chooses_its_tie_and_the_tie_marks_its_boxes(sides: SidesWindow) -> None:
    view = sides.view
    view.assets.setFocus()
    view.assets.choose("7133")
    assert view.tie is not None
    assert view.tie.codes == ("7033", "7133")
    view.assets.choose("7100")
    assert (view.tie, view.code) == (None, "7100")


def test_arrows_pass_over_words_that_stand_over_others(sides: SidesWindow) -> None:
    side = sides.view.requirement
    side.setFocus()
    side.choose("7030")
    press(Key.Key_Down)
    assert side.code == "7032"


def test_what_the_keyboard_comes_to_is_brought_into_sight(sides: SidesWindow) -> None:
    sides.pools.setCurrentIndex(1)
    sides.resize(900, 400)
    side: SideList = sides.view.assets
    side.setFocus()
    press(Key.Key_End)
    assert side.code == "7770"
    place = side.place_of_line()
    top = side.viewport().mapTo(sides.view.viewport(), place.topLeft()).y()
    assert 0 <= top <= sides.view.viewport().height() - place.height()


def test_lines_and_ties_are_spoken_in_full(sides: SidesWindow) -> None:
    ties, assets = sides.view.ties, sides.view.assets
    role = Qt.ItemDataRole.AccessibleTextRole

    assert ties.currentIndex().data(role) == (
        "X01: 7020 is 551,272,884, 7090 + 7120 + 7170 are 551,272,884: equal to the dollar."
    )
    assets.choose("7070")
    assert assets.currentIndex().data(role) == (
        "7.A, Deposited in segregated funds bank accounts, Cash, 7070: 8,476,893"
    )
    heard = QAccessible.queryAccessibleInterface(assets)
    assert heard.text(QAccessible.Text.Name) == "Assets"
