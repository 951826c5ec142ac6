"""The desk is proved with the same store, editions and patience as its parts are tested."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from focusdesk.app.joined import desk_edges
from focusdesk.filing.session import FilingSession
from focusdesk.store.opening import create_store
from tests.ui.conftest import editions, emptied_clipboard, light, qtbot, two_months
from tests.ui.window_words import Window, open_window
from tests.ui.words import JANUARY

__all__ = ["editions", "emptied_clipboard", "light", "qtbot", "two_months"]


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FilingSession]:
    """January 2014 of the sample that the program writes."""
    register = desk_edges().write_sample(tmp_path_factory.mktemp("sample") / "sample.focusdesk")
    yield register.open(register.store.find(JANUARY))
    desk_edges().close_store(register)


@pytest.fixture
def empty_store(tmp_path: Path) -> Path:
    """A firm that has not started any month."""
    path = tmp_path / "firm.focusdesk"
    create_store(path).close()
    return path


@pytest.fixture
def empty_window(light: QApplication, qtbot: QtBot, empty_store: Path, tmp_path: Path) -> Window:
    """The program, open on a firm that has not started any month."""
    del light
    return open_window(qtbot, tmp_path, empty_store)
