"""F6: the keyboard goes from one part of a window to the next, and behind the last to the first."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget


@dataclass(frozen=True, slots=True)
class Pane:
    """One part of a window.

    Attributes:
        part: All of it.
        door: What takes the keyboard when one comes there; `None` where there is nothing to do.
    """

    part: QWidget
    door: QWidget | None


def go_to_next(panes: Sequence[Pane]) -> None:
    """Give the keyboard to the next part that can take it; parts that cannot are passed over."""
    focused = QApplication.focusWidget()
    here = [focused is not None and _holds(pane.part, focused) for pane in panes]
    at = here.index(True) if True in here else -1
    for pane in (*panes[at + 1 :], *panes[: at + 1]):
        door = pane.door
        if door is not None and door.isVisible() and door.isEnabled():
            door.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return


def takes_tab(widget: QWidget) -> bool:
    """Whether the keyboard can come to a widget by Tab, as it is now shown."""
    by_tab = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return by_tab and widget.isVisible() and widget.isEnabled() and widget.focusProxy() is None


def _holds(part: QWidget, widget: QWidget) -> bool:
    return part is widget or part.isAncestorOf(widget)
