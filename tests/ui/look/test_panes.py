from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from focusdesk.ui.look.panes import Pane, go_to_next
from tests.ui.words import focused


@pytest.fixture
def fields(light: QApplication, qtbot: QtBot) -> Iterator[list[QLineEdit]]:
    del light
    window = QWidget()
    qtbot.addWidget(window)
    layout = QVBoxLayout(window)
    fields = [QLineEdit() for _ in range(4)]
    for field in fields:
        layout.addWidget(field)
    window.show()
    window.activateWindow()
    fields[0].setFocus()
    qtbot.waitUntil(fields[0].hasFocus)
    yield fields
    window.close()


def test_the_keyboard_goes_round(fields: list[QLineEdit]) -> None:
    panes = [Pane(field, field) for field in fields]
    for field in (*fields[1:], fields[0]):
        go_to_next(panes)
        assert focused() is field


def test_parts_that_cannot_take_the_keyboard_are_passed_over(fields: list[QLineEdit]) -> None:
    first, hidden, disabled, last = fields
    hidden.hide()
    disabled.setEnabled(False)
    nowhere = Pane(QWidget(first.window()), None)
    panes = [Pane(first, first), nowhere, Pane(hidden, hidden), Pane(disabled, disabled)]
    go_to_next([*panes, Pane(last, last)])
    assert focused() is last
    go_to_next(panes)
    assert focused() is first, "from elsewhere one comes to the first"
    go_to_next([nowhere])
    assert focused() is first, "where there is no other part, the keyboard stays"


def test_a_part_is_left_from_anything_within_it(fields: list[QLineEdit]) -> None:
    go_to_next([Pane(fields[0].window(), fields[1]), Pane(fields[2], fields[2])])
    assert focused() is fields[2]
