from collections.abc import Mapping
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from focusdesk.ui.desk.actions import Slot
from focusdesk.ui.desk.desk import Desk
from focusdesk.ui.on_use import OnUse
from tests.ui.window_words import Window, copied, open_window


@pytest.fixture
def window(light: QApplication, qtbot: QtBot, two_months: Path, tmp_path: Path) -> Window:
    del light
    return open_window(qtbot, tmp_path, copied(two_months, tmp_path))


class Bell:
    """A feature that tells what was asked of it."""

    def __init__(self) -> None:
        self.told: list[object] = []

    def slots(self) -> Mapping[str, Slot]:
        return {"ring": lambda: self.told.append("rang")}

    def follow(self, desk: Desk) -> None:
        self.told.append(desk)


def test_it_is_loaded_by_its_first_action_and_once_and_follows_the_desk_that_is_there(
    window: Window,
) -> None:
    made: list[Bell] = []

    def load() -> Bell:
        made.append(Bell())
        return made[-1]

    bell = OnUse(window.main.workplace, ("ring",), load)
    bell.follow(window.desk)
    assert not made
    bell.slots()["ring"]()
    bell.slots()["ring"]()
    bell.follow(window.desk)
    (only,) = made
    assert only.told == [window.desk, "rang", "rang", window.desk]


def test_without_a_desk_there_is_nothing_to_follow(
    light: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    del light
    bell = Bell()
    here = open_window(qtbot, tmp_path, None).main.workplace
    OnUse(here, ("ring",), lambda: bell).slots()["ring"]()
    assert bell.told == ["rang"]
