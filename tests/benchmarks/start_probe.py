"""One start, told as JSON: when pixels and the first schedule were there, and the memory taken.

Run by ``start.py`` in a process of its own, so nothing is imported here that a start does not need.
"""

import json
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QTableView, QWidget
from typing_extensions import override

KIB_A_GIB = 1024 * 1024


def main(which: str, store: Path) -> None:
    """Start the desk, or the bare window, and end once it has been painted."""
    (_desk if which == "desk" else _bare)(store)


def _tell(moments: dict[str, float]) -> None:
    moments["memory"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / KIB_A_GIB
    sys.stdout.write(json.dumps(moments))
    QApplication.quit()


def _bare(store: Path) -> None:
    del store
    app = QApplication([])

    class Window(QMainWindow):
        @override
        def paintEvent(self, event: QPaintEvent) -> None:
            super().paintEvent(event)
            painted = time.time()
            QTimer.singleShot(0, lambda: _tell({"pixels": painted}))

    window = Window()
    window.resize(1280, 800)
    window.show()
    app.exec()


def _desk(store: Path) -> None:
    sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
    from focusdesk.app import run_desk  # noqa: PLC0415 -- its import is part of what is timed
    from focusdesk.ui.window_frame import WindowFrame  # noqa: PLC0415 -- likewise

    start = QApplication.exec
    moments: dict[str, float] = {}

    def schedule_painted() -> None:
        moments["schedule"] = time.time()
        _tell(moments)

    def watched(*_: QApplication) -> int:
        frames = [each for each in QApplication.topLevelWidgets() if isinstance(each, WindowFrame)]
        frame = frames[0]
        seen = _Painted(frame, lambda: moments.setdefault("pixels", time.time()))

        def look() -> None:
            views = [view for view in frame.findChildren(QTableView) if view.isVisible()]
            if views:
                frame.setProperty("watch", _Painted(views[0].viewport(), schedule_painted))
            else:
                QTimer.singleShot(0, look)

        frame.painted.connect(look)
        frame.setProperty("seen", seen)
        return start()

    QApplication.exec = watched  # pyright: ignore[reportAttributeAccessIssue] -- to watch a start
    run_desk(store)


class _Painted(QObject):
    """Tells when a widget is painted for the first time."""

    def __init__(self, widget: QWidget, told: Callable[[], object]) -> None:
        super().__init__(widget)
        self._told = told
        widget.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self._told)
        return False


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
