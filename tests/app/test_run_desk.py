"""The program as it is started: in a process of its own, with the user's folders elsewhere."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from focusdesk.app.joined import desk_edges

_LOOK = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from focusdesk import app
from focusdesk.ui.window_frame import WindowFrame

run = QApplication.exec

def look():
    frame = next(w for w in QApplication.topLevelWidgets() if isinstance(w, WindowFrame))
    if frame.menuBar().actions():
        print(frame.windowTitle())
        frame.close()
    else:
        QTimer.singleShot(20, look)

def watched(*_):
    print("store" if "sqlalchemy" in sys.modules else "no store yet")
    QTimer.singleShot(20, look)
    return run()

QApplication.exec = watched
store = Path(sys.argv[1]) if len(sys.argv) > 1 else None
sys.exit(app.run_desk(store))
"""


@pytest.fixture
def home(tmp_path: Path) -> Path:
    (tmp_path / "home").mkdir()
    return tmp_path / "home"


def _start(home: Path, *arguments: Path) -> subprocess.CompletedProcess[str]:
    names = ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "APPDATA")
    elsewhere = {**os.environ, **dict.fromkeys(names, str(home))}
    elsewhere["QT_LOGGING_RULES"] = "default.warning=false"
    command = [sys.executable, "-c", _LOOK, *map(str, arguments)]
    return subprocess.run(  # noqa: S603 -- our own program
        command, capture_output=True, text=True, check=False, env=elsewhere, timeout=30
    )


def test_the_window_is_seen_before_the_store_is_loaded_and_then_opens_it(
    home: Path, tmp_path: Path
) -> None:
    edges = desk_edges()
    edges.close_store(edges.write_sample(tmp_path / "sample.focusdesk"))
    started = _start(home, tmp_path / "sample.focusdesk")
    assert (started.returncode, started.stderr) == (0, "")
    assert started.stdout.splitlines() == [
        "no store yet",
        "January 2014 - HSBC SECURITIES (USA) INC. - focusdesk",
    ]
    again = _start(home)
    assert again.stdout.splitlines()[1].startswith("January 2014"), "the last store is opened again"


def test_the_first_start_asks_on_one_screen(home: Path) -> None:
    started = _start(home)
    assert (started.returncode, started.stderr) == (0, "")
    assert started.stdout.splitlines() == ["no store yet", "focusdesk"]
