"""The desk, put together: the edges joined to the window, and the program that runs it.

The window is seen before anything else is imported: SQLAlchemy alone takes longer to load than Qt.
"""

import builtins
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
    frame.draw_in(settings.theme)
    log = platformdirs.user_state_path("focusdesk", appauthor=False) / "faults.log"

    def begin() -> None:
        with plain_imports():  # once the window is seen
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
def plain_imports() -> Generator[None]:
    """Import with Python's own import for a while.

    PySide6 puts a hook of its own in its place, for names in snake case that nobody here uses; it
    makes every import that follows a third slower.
    """
    hooked = builtins.__import__
    builtins.__import__ = getattr(builtins, "__orig_import__", hooked)
    try:
        yield
    finally:
        builtins.__import__ = hooked
