"""The theme that the window is drawn in: the one that its user has chosen, or the system's."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from focusdesk.ui.look.desk_style import desk_style
from focusdesk.ui.look.theme import apply_theme, system_theme, theme_named
from focusdesk.ui.settings import FOLLOW_SYSTEM, Settings
from focusdesk.ui.window_frame import WindowFrame

THEME_CHOICES = (FOLLOW_SYSTEM, "light", "dark", "high_contrast")
"""What the user may choose from, each with its action ``theme_...``."""


class WindowTheme(QObject):
    """Draws one window, and with it everything of the program, in the theme that is chosen."""

    def __init__(self, frame: WindowFrame, settings: Settings) -> None:
        """Draw the window as its user has left it, and follow the system where that is wished."""
        super().__init__(frame)
        self._frame, self._settings = frame, settings
        self._draw()
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._on_system_theme_changed)

    def show(self, name: str) -> None:
        """Draw everything in a theme, by its name or as the system asks for, from now on."""
        self._settings.theme = name
        self._draw()

    def choosing(self, name: str) -> Callable[[], None]:
        """Make the slot of the action that chooses a theme."""
        return lambda: self.show(name)

    def _on_system_theme_changed(self) -> None:
        if self._settings.theme == FOLLOW_SYSTEM:
            self._draw()

    def _draw(self) -> None:
        app, name = QApplication.instance(), self._settings.theme
        if isinstance(app, QApplication):
            theme = theme_named(system_theme(app) if name == FOLLOW_SYSTEM else name)
            self._frame.setPalette(QPalette())
            apply_theme(app, theme)
            self._frame.setStyleSheet(desk_style(theme))
            self._settings.ground = theme.ground.name()
