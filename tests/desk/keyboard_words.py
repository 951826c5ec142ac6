"""The words for a keyboard: keys by the names that menus and manuals give them, nothing else."""

from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import QCoreApplication, QEvent, QKeyCombination, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.words import focused


def keys(*names: str) -> None:
    """Press keys by their names, such as ``Ctrl+Home``, each wherever the one before has led."""
    for name in names:
        key, modifiers = _chord(name)
        QTest.keyPress(_screen(), key, modifiers)
        screen = _focus_window()
        if screen is not None:  # else the key has closed the program
            QTest.keyRelease(screen, key, modifiers)
        hand_over()


def typed(text: str) -> None:
    """Type characters, those too that need a compose key: a no-break space, a true minus."""
    for character in text:
        if character.isascii():
            QTest.keyClick(_screen(), ord(character))
            continue
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, character)
            QCoreApplication.sendEvent(focused(), event)


def turn() -> None:
    """Let the program do what waits for its loop, and let what it has put away be gone."""
    QCoreApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def hand_over() -> None:
    """Give the keyboard to the window in front, as a desktop does when one opens or has closed."""
    front = window_in_front()
    popup = QApplication.activePopupWidget()
    if popup is None and front is not None and not front.isActiveWindow():
        front.activateWindow()
        turn()


def window_in_front() -> QWidget | None:
    """The window that the keyboard belongs to: the dialog that waits, the active one, any."""
    front = QApplication.activeModalWidget() or QApplication.activeWindow()
    if front is not None:
        return front
    windows = [window for window in QApplication.topLevelWidgets() if window.isVisible()]
    return next((window for window in windows if window.isWindow()), None)


def _chord(name: str) -> tuple[Qt.Key, Qt.KeyboardModifier]:
    sequence = cast("Sequence[QKeyCombination]", QKeySequence(name))  # the stubs do not know
    chord = sequence[0]
    key, modifiers = chord.key(), chord.keyboardModifiers()
    if key is Qt.Key.Key_Tab and modifiers & Qt.KeyboardModifier.ShiftModifier:
        key = Qt.Key.Key_Backtab  # what a keyboard sends
    return key, modifiers


def _screen() -> QWindow:
    """The window to which the system gives what the keyboard sends."""
    front = window_in_front()
    window = _focus_window() or (front.windowHandle() if front is not None else None)
    assert window is not None
    return window


def _focus_window() -> QWindow | None:
    return QGuiApplication.focusWindow()
