"""The window itself, before anything stands in it: it is seen while the rest is being loaded.

Nothing is imported here but Qt, the settings and the size of the screen; even asking Qt for the
system's colours costs a tenth of what a start may take, so the window first shows in the colour
that it had last.
"""

from collections.abc import Callable

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QColor, QPaintEvent, QPalette
from PySide6.QtWidgets import QMainWindow
from typing_extensions import override

from focusdesk.ui.look.small_screen import fit_screen
from focusdesk.ui.settings import Settings

_FIRST_SIZE = QSize(1280, 800)


class WindowFrame(QMainWindow):
    """The program's one window, in its last colour and where the user left it.

    Attributes:
        settle: Takes what is being typed or written before the window closes; while it gives
            `False`, the window stays open, so that nothing is lost.
    """

    painted = Signal()
    """The window has been seen for the first time; what can wait starts now."""

    closing = Signal()
    """The window is about to close."""

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self._settings = settings
        self._seen = False
        self.settle: Callable[[], bool] = lambda: True
        self.setWindowTitle("focusdesk")
        fit_screen(self, _FIRST_SIZE)
        if not settings.geometry.isEmpty():
            # Qt brings a window that stood on a screen that is gone back to one that is there.
            self.restoreGeometry(settings.geometry)
        if settings.ground:
            palette = self.palette()
            palette.setColor(QPalette.ColorRole.Window, QColor(settings.ground))
            self.setPalette(palette)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._seen:
            self._seen = True
            QTimer.singleShot(0, self.painted.emit)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember where the window was; the figures are on the disk already."""
        if not self.settle():
            event.ignore()
            return
        self._settings.geometry = self.saveGeometry()
        self.closing.emit()
        self._settings.flush()
        super().closeEvent(event)
