"""Enter goes down the page, or to the next box where the user wants that."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from focusdesk.ui.settings import Settings
from tests.ui.window_words import Window, copied, open_window
from tests.ui.words import DECEMBER, SHIFT, press, write

Key = Qt.Key


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "desk.ini")


@pytest.fixture
def window(
    light: QApplication, qtbot: QtBot, two_months: Path, tmp_path: Path, settings: Settings
) -> Window:
    del light
    return open_window(qtbot, tmp_path, copied(two_months, tmp_path), settings)


def enter_from(window: Window, code: str, modifiers: Qt.KeyboardModifier) -> str:
    """The box to which Enter leads from another, with something typed and without."""
    reached: set[str] = set()
    for typed in ("", "5"):
        window.tabs.go_to(code)
        write(typed)
        press(Key.Key_Return, modifiers)
        reached.add(window.tabs.current_code())
    assert len(reached) == 1
    return reached.pop()


NONE = Qt.KeyboardModifier.NoModifier


def test_enter_goes_down_unless_the_user_wants_it_to_go_on_as_tab(window: Window) -> None:
    assert enter_from(window, "7510", NONE) == "7540"
    window.do("enter_direction")
    assert window.said == "Enter goes to the next box, as Tab does."
    assert enter_from(window, "7510", NONE) == "7520"
    assert enter_from(window, "7520", SHIFT) == "7510"
    window.do("enter_direction")
    assert enter_from(window, "7510", NONE) == "7540"


def test_the_choice_holds_on_every_schedule_and_in_every_month(window: Window) -> None:
    window.do("enter_direction")
    assert enter_from(window, "7047", NONE) == "7070"
    assert window.desk.show_month(window.month(DECEMBER))
    assert enter_from(window, "7510", NONE) == "7520"


def test_the_choice_is_remembered(
    window: Window, qtbot: QtBot, tmp_path: Path, settings: Settings
) -> None:
    window.do("enter_direction")
    settings.flush()
    window.frame.close()
    again = open_window(qtbot, tmp_path, tmp_path / "firm.focusdesk", settings)
    assert again.main.actions_table["enter_direction"].isChecked()
    assert enter_from(again, "7510", NONE) == "7520"
