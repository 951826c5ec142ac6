"""Keeps what was typed for a command out of an entry that stands refused or asked about.

Whoever presses Ctrl+G and types 7045 looks at paper. If the command could not be had because an
entry must be mended first, those digits are no amount: until a key or a click shows that the
entry itself is meant, nothing is written into it.
"""

from enum import Enum

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

_MENDS = (
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
    Qt.Key.Key_Backspace,
    Qt.Key.Key_Delete,
)
_ENDS_TYPING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)


class Held(Enum):
    """What becomes of a key."""

    LET_THROUGH = "let through"
    KEPT_OUT = "kept out"
    MENDS = "mends"
    GIVES_UP = "gives up"


class EntryHold:
    """Whether an entry is held against keys that were meant for a command."""

    def __init__(self) -> None:
        self._is_on = False
        self._kept_out = False

    def begin(self) -> None:
        """Hold the entry: a command was asked for and could not be had."""
        self._is_on, self._kept_out = True, False

    def end(self) -> None:
        """Let everything through: the entry is being mended, or gone."""
        self._is_on = False

    def key(self, event: QKeyEvent) -> Held:
        """Say what becomes of a key.

        The Enter that ends what was kept out is kept out too; another one is meant for the entry.
        """
        key = Qt.Key(event.key())
        if not self._is_on:
            return Held.LET_THROUGH
        if key == Qt.Key.Key_Escape:
            return Held.GIVES_UP
        if key == Qt.Key.Key_F2:
            self.end()
            return Held.MENDS
        if key in _MENDS:
            self.end()
            return Held.LET_THROUGH
        types = bool(event.text()) and event.text().isprintable()
        ends = self._kept_out and key in _ENDS_TYPING
        self._kept_out = types
        return Held.KEPT_OUT if types or ends else Held.LET_THROUGH
