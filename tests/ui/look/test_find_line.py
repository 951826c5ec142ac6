import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from focusdesk.ui.look.find_line import FindLine
from tests.ui.words import SHIFT, press, write


@pytest.fixture
def line(light: QApplication, qtbot: QtBot) -> FindLine:
    del light
    line = FindLine("Find", "words")
    qtbot.addWidget(line)
    line.take_keyboard()
    qtbot.waitUntil(line.isActiveWindow)
    return line


def test_enter_goes_on_and_with_shift_back_as_the_buttons_do(line: FindLine) -> None:
    steps: list[int] = []
    line.stepped.connect(steps.append)
    line.show_count("1 of 3", found=True)
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Return, SHIFT)
    line.later.click()
    line.earlier.click()
    assert steps == [1, -1, 1, -1]


def test_without_a_hit_there_is_no_way_to_one(line: FindLine) -> None:
    line.show_count("Not found", found=False)
    assert not line.later.isEnabled()
    assert line.count.text() == "Not found"
    assert line.count.property("look") == "warning"


def test_what_is_typed_next_replaces_what_was_sought(line: FindLine) -> None:
    write("first")
    line.take_keyboard()
    write("then")
    assert line.sought.text() == "then"
