from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from focusdesk.ui.look.quick_radio import QuickRadio


def test_a_letter_chooses_before_the_next_key_is_read(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    layout = QVBoxLayout(window)
    permanent, this_month = QuickRadio("&Permanent"), QuickRadio("&This month")
    layout.addWidget(permanent)
    layout.addWidget(this_month)
    this_month.setChecked(True)
    window.show()
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window)
    QTest.keyClick(window, Qt.Key.Key_P, Qt.KeyboardModifier.AltModifier)
    assert permanent.isChecked()
    assert permanent.hasFocus()
