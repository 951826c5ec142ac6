from collections.abc import Sequence

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from typing_extensions import override

from focusdesk.ui.going.finder import Finder
from focusdesk.ui.look.found_list import FoundRow
from tests.ui.words import CTRL, controls_of, focused, press, reached_by_tab, write

FRUIT = [FoundRow(name, name, takes=name != "cherry") for name in ("apple", "apricot", "cherry")]


class Fruit(Finder):
    def __init__(self, window: QWidget) -> None:
        super().__init__("Fruit", ("a fruit", "Which", "Found"), window)
        self.refresh()

    @override
    def found(self, text: str) -> Sequence[FoundRow]:
        return [row for row in FRUIT if row.words.startswith(text)]

    @override
    def counted(self, rows: Sequence[FoundRow]) -> str:
        return f"{len(rows)} found."


@pytest.fixture
def window(light: QApplication, qtbot: QtBot) -> QMainWindow:
    del light
    window = QMainWindow()
    middle = QWidget()
    layout = QVBoxLayout(middle)
    layout.addWidget(QLineEdit())
    layout.addWidget(QLineEdit())
    window.setCentralWidget(middle)
    qtbot.addWidget(window)
    window.resize(900, 600)
    window.show()
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window)
    middle.findChildren(QLineEdit)[0].setFocus()
    return window


def lines_of(window: QMainWindow) -> list[QLineEdit]:
    """The lines on the window's own page."""
    finders = window.findChildren(Finder)
    lines = window.findChildren(QLineEdit)
    return [line for line in lines if all(line is not finder.sought for finder in finders)]


@pytest.fixture
def chosen() -> list[FoundRow]:
    return []


@pytest.fixture
def fruit(window: QMainWindow, chosen: list[FoundRow]) -> Fruit:
    fruit = Fruit(window)
    fruit.chosen.connect(chosen.append)
    fruit.open()
    return fruit


def test_what_is_typed_at_once_narrows_the_list(fruit: Fruit, chosen: list[FoundRow]) -> None:
    write("ap")
    assert (fruit.says, len(fruit.rows)) == ("2 found.", 2)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    assert [row.key for row in chosen] == ["apricot"]


def test_esc_leaves_the_keyboard_where_it_was(
    window: QMainWindow, fruit: Fruit, chosen: list[FoundRow]
) -> None:
    before = lines_of(window)[0]
    assert focused() is fruit.sought
    press(Qt.Key.Key_Escape)
    assert focused() is before
    assert not fruit.isVisible()
    assert chosen == []


def test_what_cannot_be_done_now_says_so_and_the_search_stays(
    fruit: Fruit, chosen: list[FoundRow]
) -> None:
    write("c")
    press(Qt.Key.Key_Return)
    assert fruit.says == "cherry cannot be done now."
    assert fruit.isVisible()
    assert chosen == []


def test_tab_stays_within_the_search(fruit: Fruit) -> None:
    assert controls_of(fruit) <= reached_by_tab()
    assert reached_by_tab(back=True) <= {fruit.sought, fruit.list}


def test_no_shortcut_of_the_window_acts_behind_it(window: QMainWindow, fruit: Fruit) -> None:
    done: list[bool] = []
    action = QAction("Do", window)
    action.setShortcut("Ctrl+D")
    action.triggered.connect(lambda: done.append(True))
    window.addAction(action)
    assert focused() is fruit.sought
    press(Qt.Key.Key_D, CTRL)
    assert done == []
    press(Qt.Key.Key_Escape)
    press(Qt.Key.Key_D, CTRL)
    assert done == [True]


def test_a_click_elsewhere_closes_it_and_the_keyboard_stays_there(
    window: QMainWindow, fruit: Fruit
) -> None:
    other = lines_of(window)[1]
    other.setFocus()
    assert not fruit.isVisible()
    assert focused() is other


def test_it_stays_in_the_middle_of_a_window_and_within_it(
    window: QMainWindow, fruit: Fruit
) -> None:
    window.resize(300, 250)
    assert window.rect().contains(fruit.geometry())
    assert abs(fruit.geometry().center().x() - window.rect().center().x()) <= 1


def test_one_search_takes_the_place_of_another_and_gives_the_keyboard_back(
    window: QMainWindow,
) -> None:
    here = focused()
    Fruit(window).open()
    second = Fruit(window)
    second.open()
    assert focused() is second.sought
    press(Qt.Key.Key_Escape)
    assert focused() is here
    assert not any(finder.isVisible() for finder in window.findChildren(Finder))
