from pathlib import Path

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from focusdesk.ui.settings import Settings
from focusdesk.ui.window_frame import WindowFrame


def test_it_tells_when_it_has_been_seen_and_only_once(
    light: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    del light
    frame = WindowFrame(Settings(tmp_path / "desk.ini"))
    qtbot.addWidget(frame)
    seen: list[int] = []
    frame.painted.connect(lambda: seen.append(1))
    with qtbot.waitSignal(frame.painted):
        frame.show()
    frame.repaint()
    assert seen == [1]


def test_it_comes_back_where_it_was(light: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    del light
    settings = Settings(tmp_path / "desk.ini")
    frame = WindowFrame(settings)
    qtbot.addWidget(frame)
    frame.resize(700, 600)
    frame.show()
    closing: list[int] = []
    frame.closing.connect(lambda: closing.append(1))
    frame.close()
    assert closing == [1]
    again = WindowFrame(Settings(tmp_path / "desk.ini"))
    qtbot.addWidget(again)
    assert again.width() == 700
    assert again.height() == 600


def test_it_shows_in_its_last_colour_before_any_theme_is_there(
    light: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    del light
    settings = Settings(tmp_path / "desk.ini")
    settings.ground = "#171b20"
    frame = WindowFrame(settings)
    qtbot.addWidget(frame)
    assert frame.palette().window().color().name() == "#171b20"
