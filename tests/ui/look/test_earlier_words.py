from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from focusdesk.ui.look.earlier_words import EarlierWords


def test_enter_takes_the_chosen_words(qtbot: QtBot) -> None:
    listed, taken = EarlierWords(), list[str]()
    qtbot.addWidget(listed)
    listed.itemActivated.connect(lambda item: taken.append(item.text()))  # pyright: ignore[reportUnknownLambdaType, reportUnknownArgumentType, reportUnknownMemberType] -- a signal's arguments have no types
    QTest.keyClick(listed, Qt.Key.Key_Return)
    assert taken == [], "there is nothing to take"

    listed.addItems(["A new client.", "Two new clients."])
    listed.setCurrentRow(1)
    QTest.keyClick(listed, Qt.Key.Key_Enter)
    assert taken == ["Two new clients."]
