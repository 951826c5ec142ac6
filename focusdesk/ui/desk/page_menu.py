"""The menu at the boxes of a page: what can be done with those selected, by mouse or keyboard."""

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QWidget

from focusdesk.ui.desk.action_table import ACTIONS
from focusdesk.ui.desk.actions import DeskActions

_MENU = "Edit"


class PageMenu:
    """The actions of the menu Edit that can be done now, with their keys.

    Attributes:
        menu: What is shown.
    """

    def __init__(self, table: DeskActions, window: QWidget) -> None:
        """Make the menu, empty until it is opened.

        Args:
            table: The actions of the window.
            window: Where it stands.
        """
        self._table = table
        self.menu = QMenu(window)
        self.menu.setAccessibleName("What can be done with the selected boxes")

    def open_at(self, at: QPoint) -> None:
        """List what can be done now, and show it at a point of the screen."""
        self.menu.clear()
        divided = False
        for row in ACTIONS:
            if row.menu != _MENU or row.checkable:
                continue
            divided = divided or row.divided
            if self._table[row.id].isEnabled():
                if divided and not self.menu.isEmpty():
                    self.menu.addSeparator()
                self.menu.addAction(self._table[row.id])
                divided = False
        if not self.menu.isEmpty():
            self.menu.popup(at)
