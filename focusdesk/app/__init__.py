"""The desk, put together: the edges joined to the window, and the program that runs it.

The window is seen before anything else is imported: SQLAlchemy alone takes longer to load than Qt.
"""

import builtins
import gc
import sys
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

import platformdirs
from PySide6.QtWidgets import QApplication

from focusdesk.ui.settings import Settings
from focusdesk.ui.window_frame import WindowFrame


def run_desk(store: Path | None) -> int:
    """Open the desk and stay until the window is closed.

    Args:
        store: The store to open; `None` for the last one used, or the first screen.

    Returns:
        The exit status.
    """
    app = application()
    settings = Settings(platformdirs.user_config_path("focusdesk", appauthor=False) / "desk.ini")
    frame = WindowFrame(settings)
    log = platformdirs.user_state_path("focusdesk", appauthor=False) / "faults.log"

    def begin() -> None:
        with in_a_hurry():  # once the window is seen
            from focusdesk.app.fault_report import FaultReport  # noqa: PLC0415

            sys.excepthook = FaultReport(log, frame)
            from focusdesk.app.joined import furnish  # noqa: PLC0415

            furnish(frame, settings).begin(store)

    frame.painted.connect(begin)
    frame.show()
    return app.exec()


def application() -> QApplication:
    """Make Qt's application under the program's name."""
    app = QApplication(sys.argv[:1])
    app.setApplicationName("focusdesk")
    app.setApplicationDisplayName("focusdesk")
    app.setDesktopFileName("focusdesk")
    return app


@contextmanager
def in_a_hurry() -> Generator[None]:
    """Import with Python's own import, and collect no garbage, for the length of a start.

    PySide6 puts a hook in the place of Python's import, for names in snake case that nobody here
    uses; it makes every import that follows a third slower. What a start makes stays anyway.
    """
    hooked = builtins.__import__
    builtins.__import__ = getattr(builtins, "__orig_import__", hooked)
    gc.disable()
    try:
        yield
    finally:
        builtins.__import__ = hooked
        gc.freeze()
        gc.enable()
