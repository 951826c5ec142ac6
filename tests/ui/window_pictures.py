"""Pictures of every window and state, to be looked at: kept where ``FOCUSDESK_PICTURES`` says.

    FOCUSDESK_PICTURES=out pytest tests/ui/test_accessible.py

draws each opening of `every_window` in each theme; with ``QT_SCALE_FACTOR=2`` as large as on a fine
screen. Without the variable nothing is drawn.
"""

import os
from pathlib import Path
from typing import cast

from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from focusdesk.ui.theme import THEMES, apply_theme, theme_named

FOLDER = os.environ.get("FOCUSDESK_PICTURES", "")


def keep_pictures(name: str, frame: QWidget, shown: QWidget) -> None:
    """Draw a window over the desk that it stands on, in each theme, if anyone wants to look."""
    if not FOLDER:
        return
    app = cast("QApplication", QApplication.instance())
    folder = Path(FOLDER)
    folder.mkdir(parents=True, exist_ok=True)
    for theme in THEMES:
        apply_theme(app, theme_named(theme))
        picture_of(frame, shown).save(str(folder / f"{name.replace(' ', '-')}.{theme}.png"))
    apply_theme(app, theme_named("light"))


def picture_of(frame: QWidget, shown: QWidget) -> QPixmap:
    """Draw the desk, and before it the window that is shown if that is another one."""
    picture = frame.grab()
    if shown.window() is frame:
        return picture
    painter = QPainter(picture)
    painter.drawPixmap(shown.window().pos() - frame.pos(), shown.window().grab())
    painter.end()
    return picture
