import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from focusdesk.ui.compare.compare_find import CompareFind


@pytest.fixture
def bar(light: QApplication, qtbot: QtBot) -> CompareFind:
    del light
    bar = CompareFind()
    qtbot.addWidget(bar)
    bar.show()
    return bar


def test_the_lines_follow_each_letter(bar: CompareFind) -> None:
    typed = list[str]()
    bar.typed.connect(typed.append)
    QTest.keyClicks(bar.sought, "71")
    assert typed == ["7", "71"]


@pytest.mark.parametrize(
    ("lines", "sought", "words"),
    [(0, "xyz", "no line has it"), (1, "7190", "1 line"), (12, "cash", "12 lines"), (155, " ", "")],
)
def test_how_many_lines_have_it_is_said(
    bar: CompareFind, lines: int, sought: str, words: str
) -> None:
    bar.show_count(lines, sought)
    assert bar.count.text() == words


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Down])
def test_enter_and_down_go_to_the_lines(bar: CompareFind, key: Qt.Key) -> None:
    told = list[str]()
    bar.entered.connect(lambda: told.append("lines"))
    bar.closed.connect(lambda: told.append("closed"))
    QTest.keyClick(bar.sought, key)
    QTest.keyClick(bar.sought, Qt.Key.Key_Escape)
    assert told == ["lines", "closed"]
