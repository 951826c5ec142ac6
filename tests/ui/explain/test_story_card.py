import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from focusdesk.filing.session import FilingSession
from focusdesk.ui.explain.box_story import story_of
from focusdesk.ui.explain.story_card import StoryCard
from focusdesk.ui.explain.story_html import story_html
from focusdesk.ui.look.theme import theme_named
from tests.ui.words import CTRL


@pytest.fixture
def card(light: QApplication, qtbot: QtBot, january: FilingSession) -> StoryCard:
    del light
    card = StoryCard()
    qtbot.addWidget(card)
    card.resize(280, 200)
    card.show()
    card.show_story(
        story_html(story_of(january, "7190", None), theme_named("light")), keep_place=False
    )
    return card


def test_ctrl_down_and_ctrl_up_go_from_heading_to_heading(card: StoryCard) -> None:
    bar = card.verticalScrollBar()
    assert bar.value() == 0
    places: list[int] = []
    for _ in range(3):
        QTest.keyClick(card, Qt.Key.Key_Down, CTRL)
        places.append(bar.value())
    assert 0 < places[0] < places[1] < places[2]
    QTest.keyClick(card, Qt.Key.Key_Up, CTRL)
    assert bar.value() == places[1]
    for _ in range(3):
        QTest.keyClick(card, Qt.Key.Key_Up, CTRL)
    assert bar.value() == 0


def test_escape_asks_to_go_back_to_the_page(card: StoryCard) -> None:
    left: list[bool] = []
    card.left.connect(lambda: left.append(True))
    QTest.keyClick(card, Qt.Key.Key_Escape)
    assert left == [True]
