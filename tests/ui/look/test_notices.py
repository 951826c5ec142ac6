import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from focusdesk.ui.look.notices import ask, tell


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    return window


def test_a_notice_says_what_happened_and_returns_at_once(window: QWidget) -> None:
    notice = tell(window, "The file was not written", "The disk is full. Make room and try again.")
    assert notice.windowTitle() == "The file was not written"
    assert notice.sentence == "The disk is full. Make room and try again."
    assert notice.isVisible()
    assert notice.isModal()
    QTest.keyClick(notice, Qt.Key.Key_Return)
    assert not notice.isVisible()


def test_a_question_acts_only_on_its_answer(window: QWidget) -> None:
    done: list[str] = []
    notice = ask(window, "Start it?", "Nothing is there yet.", "Start", lambda: done.append("a"))
    QTest.keyClick(notice, Qt.Key.Key_Escape)
    assert done == []
    notice = ask(window, "Start it?", "Nothing is there yet.", "Start", lambda: done.append("b"))
    words = [button.text() for button in notice.findChildren(QPushButton)]
    assert set(words) == {"Start", "Cancel"}
    QTest.keyClick(notice, Qt.Key.Key_Return)
    assert done == ["b"]
