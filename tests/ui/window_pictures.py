"""Pictures of every window and state, to be looked at: kept where ``FOCUSDESK_PICTURES`` says.

    FOCUSDESK_PICTURES=out pytest tests/ui/test_accessible.py

draws each opening of `every_window` in each theme; with ``QT_SCALE_FACTOR=2`` as large as on a fine
screen. Without the variable nothing is drawn.
"""

import os
from pathlib import Path

from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QWidget

from focusdesk.ui.look.theme import THEMES
from tests.ui.window_words import Window

FOLDER = os.environ.get("FOCUSDESK_PICTURES", "")


def keep_pictures(name: str, window: Window, shown: QWidget) -> None:
    """Draw a window over the desk that it stands on, in each theme, if anyone wants to look."""
    if not FOLDER:
        return
    folder = Path(FOLDER)
    folder.mkdir(parents=True, exist_ok=True)
    for theme in (*THEMES, "light"):
        window.main.actions_table[f"theme_{theme}"].trigger()
        picture = picture_of(window.frame, shown)
        picture.save(str(folder / f"{name.replace(' ', '-')}.{theme}.png"))


def picture_of(frame: QWidget, shown: QWidget) -> QPixmap:
    """Draw the desk, and before it the window that is shown if that is another one."""
    picture = frame.grab()
    if shown.window() is frame:
        return picture
    painter = QPainter(picture)
    painter.drawPixmap(shown.window().pos() - frame.pos(), shown.window().grab())
    painter.end()
    return picture
