from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QScreen
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


@pytest.mark.parametrize(
    "screen",
    [
        (QRect(0, 0, 1920, 1080), (1280, 800)),
        (QRect(0, 0, 1280, 800), (1272, 756)),
        (QRect(64, 27, 1302, 741), (1280, 697)),
    ],
)
def test_at_first_it_stands_on_the_screen_with_its_title(
    light: QApplication,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    screen: tuple[QRect, tuple[int, int]],
) -> None:
    del light
    room, size = screen

    def available(screen: QScreen) -> QRect:
        del screen
        return room

    monkeypatch.setattr(QScreen, "availableGeometry", available)
    frame = WindowFrame(Settings(tmp_path / "desk.ini"))
    qtbot.addWidget(frame)
    assert frame.size().toTuple() == size


def test_it_comes_back_to_a_screen_that_is_there(
    light: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    settings = Settings(tmp_path / "desk.ini")
    frame = WindowFrame(settings)
    qtbot.addWidget(frame)
    frame.resize(700, 600)
    frame.move(QPoint(5000, 4000))
    frame.show()
    frame.close()
    again = WindowFrame(settings)
    qtbot.addWidget(again)
    assert light.primaryScreen().availableGeometry().contains(again.geometry())


def test_it_stays_open_while_something_must_be_settled_first(
    light: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    del light
    frame = WindowFrame(Settings(tmp_path / "desk.ini"))
    qtbot.addWidget(frame)
    frame.show()
    closing: list[int] = []
    frame.closing.connect(lambda: closing.append(1))
    frame.settle = lambda: False
    assert not frame.close()
    assert frame.isVisible()
    assert closing == []
    frame.settle = lambda: True
    assert frame.close()
    assert closing == [1]


def test_it_shows_in_its_last_colour_before_any_theme_is_there(
    light: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    del light
    settings = Settings(tmp_path / "desk.ini")
    settings.ground = "#171b20"
    frame = WindowFrame(settings)
    qtbot.addWidget(frame)
    assert frame.palette().window().color().name() == "#171b20"


def test_a_window_that_was_maximised_comes_back_so(
    light: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    del light
    settings = Settings(tmp_path / "desk.ini")
    frame = WindowFrame(settings)
    qtbot.addWidget(frame)
    frame.showMaximized()
    frame.close()
    again = WindowFrame(Settings(tmp_path / "desk.ini"))
    qtbot.addWidget(again)
    assert again.isMaximized()


@pytest.mark.parametrize("corner", [(-5000, 40), (40, -5000), (5000, 40), (-5000, -5000)])
def test_a_window_that_stood_off_every_screen_comes_back_onto_one(
    light: QApplication, qtbot: QtBot, tmp_path: Path, corner: tuple[int, int]
) -> None:
    settings = Settings(tmp_path / "desk.ini")
    frame = WindowFrame(settings)
    qtbot.addWidget(frame)
    frame.resize(600, 500)
    frame.move(*corner)
    frame.show()
    frame.close()
    again = WindowFrame(settings)
    qtbot.addWidget(again)
    assert light.primaryScreen().availableGeometry().contains(again.geometry())
