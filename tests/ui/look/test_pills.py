from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from focusdesk.ui.look.desk_style import desk_style
from focusdesk.ui.look.pills import give_look, make_pill
from focusdesk.ui.look.theme import theme_named


def test_a_look_is_seen_at_once(light: QApplication, qtbot: QtBot) -> None:
    del light
    theme = theme_named("light")
    pill = make_pill("Draft")
    pill.setStyleSheet(desk_style(theme))
    qtbot.addWidget(pill)
    pill.show()
    plain = pill.grab().toImage()
    give_look(pill, "warning")
    warned = pill.grab().toImage()
    assert pill.property("look") == "warning"
    assert warned != plain
    assert warned.pixelColor(warned.width() // 2, 3) == theme.warning_ground


def test_a_pill_is_as_wide_as_its_word(light: QApplication, qtbot: QtBot) -> None:
    del light
    short, long = make_pill("Due"), make_pill("Due 26 Feb 2014")
    for pill in (short, long):
        qtbot.addWidget(pill)
    assert short.sizeHint().width() < long.sizeHint().width()
