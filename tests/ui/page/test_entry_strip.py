"""The strip shows at once what would be stored, and what is unusual once the keyboard rests."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from focusdesk.ui.page.entry_strip import EntryStrip


@pytest.fixture
def strip(light: QApplication, qtbot: QtBot) -> EntryStrip:
    del light
    page = QWidget()
    page.resize(500, 300)
    qtbot.addWidget(page)
    page.show()
    strip = EntryStrip(page)
    strip.rested.connect(lambda: strip.show_at(QRect(300, 100, 90, 22)))
    return strip


def test_what_would_be_stored_is_there_at_once(strip: EntryStrip) -> None:
    strip.tell("1,234.56 -> 1,234", "")
    assert strip.text() == strip.accessibleName() == "1,234.56 -> 1,234"
    assert strip.says_anything


def test_what_is_unusual_comes_once_the_keyboard_rests(strip: EntryStrip, qtbot: QtBot) -> None:
    strip.tell("", '"1001" has four digits')
    assert not strip.says_anything
    qtbot.waitUntil(strip.isVisible)
    assert strip.text() == '"1001" has four digits'
    strip.tell("", "")
    assert not strip.isVisible()


def test_both_stand_under_each_other_in_a_strip_no_wider_than_they_need(
    strip: EntryStrip, qtbot: QtBot
) -> None:
    strip.tell("1/30/2014 -> 01/30/14", "")
    qtbot.waitUntil(strip.isVisible)
    alone = strip.geometry()
    strip.tell("1/30/2014 -> 01/30/14", "01/30/14 is not the last day of January 2014, 01/31/14.")
    qtbot.waitUntil(lambda: "last day" in strip.text())
    assert strip.text().startswith("1/30/2014 -> 01/30/14\n01/30/14 is not")
    assert strip.width() > alone.width()
    assert strip.height() > alone.height()
    assert not strip.grab().isNull()
