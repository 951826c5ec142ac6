from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from focusdesk.ui.look.banner import READ_ONLY, make_banner


def test_a_long_sentence_is_wrapped_and_not_cut(light: QApplication, qtbot: QtBot) -> None:
    del light
    banner = make_banner(READ_ONLY)
    qtbot.addWidget(banner)
    banner.resize(400, banner.heightForWidth(400))
    banner.show()
    words = banner.findChild(QLabel)
    assert words is not None
    assert words.text() == READ_ONLY
    assert words.height() >= words.heightForWidth(words.width())
    assert banner.heightForWidth(400) > banner.heightForWidth(2000)
