"""The window itself, before anything stands in it: it is seen while the rest is being loaded.

Nothing is imported here but Qt, the colours and the settings.
"""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow
from typing_extensions import override

from focusdesk.ui.desk_style import desk_style
from focusdesk.ui.settings import FOLLOW_SYSTEM, Settings
from focusdesk.ui.theme import apply_theme, system_theme, theme_named


class WindowFrame(QMainWindow):
    """The program's one window, in the user's colours and where the user left it."""

    painted = Signal()
    """The window has been seen for the first time; what can wait starts now."""

    closing = Signal()
    """The window is about to close."""

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self._settings = settings
        self._seen = False
        self.setWindowTitle("focusdesk")
        self.resize(1280, 800)
        if not settings.geometry.isEmpty():
            self.restoreGeometry(settings.geometry)

    def draw_in(self, theme_name: str) -> None:
        """Draw everything in a theme, by its name or as the system asks for."""
        app = QApplication.instance()
        if isinstance(app, QApplication):
            system = theme_name == FOLLOW_SYSTEM
            theme = theme_named(system_theme(app) if system else theme_name)
            apply_theme(app, theme)
            self.setStyleSheet(desk_style(theme))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._seen:
            self._seen = True
            QTimer.singleShot(0, self.painted.emit)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember where the window was; the figures are on the disk already."""
        self._settings.geometry = self.saveGeometry()
        self.closing.emit()
        self._settings.flush()
        super().closeEvent(event)
