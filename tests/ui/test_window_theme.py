from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from focusdesk.ui.look.desk_style import desk_style
from focusdesk.ui.look.theme import THEMES, apply_theme, theme_named, theme_of
from focusdesk.ui.settings import FOLLOW_SYSTEM, Settings
from focusdesk.ui.window_frame import WindowFrame
from focusdesk.ui.window_theme import THEME_CHOICES, WindowTheme


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "desk.ini")


@pytest.fixture
def frame(light: QApplication, qtbot: QtBot, settings: Settings) -> Iterator[WindowFrame]:
    frame = WindowFrame(settings)
    qtbot.addWidget(frame)
    yield frame
    apply_theme(light, theme_named("light"))


def test_the_window_is_drawn_as_its_user_left_it(frame: WindowFrame, settings: Settings) -> None:
    settings.theme = "dark"
    WindowTheme(frame, settings)
    assert theme_of(frame.palette()).name == "dark"
    assert settings.ground == theme_named("dark").ground.name(), "the next start shows it at once"


def test_a_theme_that_is_chosen_is_drawn_and_remembered(
    frame: WindowFrame, settings: Settings
) -> None:
    WindowTheme(frame, settings).choosing("high_contrast")()
    assert theme_of(frame.palette()).name == "high_contrast"
    assert settings.theme == "high_contrast"


def test_only_a_window_that_follows_the_system_changes_with_it(
    frame: WindowFrame, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Its own style sheet is looked at: windows that other tests have just closed may follow too.
    def dark(_: QApplication) -> str:
        return "dark"

    theme = WindowTheme(frame, settings)
    monkeypatch.setattr("focusdesk.ui.window_theme.system_theme", dark)
    changed = QGuiApplication.styleHints().colorSchemeChanged
    theme.show("light")
    changed.emit(QGuiApplication.styleHints().colorScheme())
    assert frame.styleSheet() == desk_style(theme_named("light"))
    theme.show(FOLLOW_SYSTEM)
    changed.emit(QGuiApplication.styleHints().colorScheme())
    assert frame.styleSheet() == desk_style(theme_named("dark"))


def test_every_theme_can_be_chosen() -> None:
    assert set(THEME_CHOICES) == {FOLLOW_SYSTEM, *THEMES}
