import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from focusdesk.ui.page.refusal import Refusal

SENTENCE = '"12x" is not an amount. Type whole dollars: 1,234 or (1,234) for a negative.'


@pytest.fixture
def page(light: QApplication, qtbot: QtBot) -> QWidget:
    del light
    page = QWidget()
    page.resize(500, 300)
    qtbot.addWidget(page)
    page.show()
    return page


def shown_at(page: QWidget, box: QRect) -> QRect:
    refusal = Refusal(page)
    assert not refusal.isVisible()
    refusal.say(SENTENCE)
    refusal.show_at(box)
    assert refusal.isVisible()
    assert refusal.accessibleName() == SENTENCE
    assert not refusal.grab().isNull()
    return refusal.geometry()


def test_the_sentence_stands_under_its_box_and_ends_with_it(page: QWidget) -> None:
    box = QRect(360, 100, 100, 22)
    where = shown_at(page, box)
    assert where.top() > box.bottom()
    assert where.right() == box.right()


def test_at_the_foot_of_the_page_it_stands_over_its_box(page: QWidget) -> None:
    box = QRect(360, 270, 100, 22)
    where = shown_at(page, box)
    assert where.bottom() < box.top()


@pytest.mark.parametrize("left", [0, 470])
def test_it_never_leaves_the_page(page: QWidget, left: int) -> None:
    assert page.rect().contains(shown_at(page, QRect(left, 100, 30, 22)))
