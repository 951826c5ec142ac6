"""The menus of the window, made from the table of actions."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TypeAlias, TypeVar

from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from focusdesk.ui.desk.action_table import ACTIONS, ActionRow
from focusdesk.ui.desk.desk_state import DeskState

Slot: TypeAlias = Callable[[], object]
_DIGITS = 9


class DeskActions:
    """The actions of one window and the menus that hold them."""

    def __init__(self, window: QMainWindow, slots: Mapping[str, Slot]) -> None:
        """Build the menus.

        Args:
            window: Where they stand.
            slots: What each action does, by its id; every row of the table needs one.
        """
        self._window = window
        self._actions: dict[str, QAction] = {}
        self._menus: dict[str, QMenu] = {}
        self._groups: dict[str, QActionGroup] = {}
        self._state: DeskState | None = None
        for row in ACTIONS:
            self._add(row, slots[row.id])
        for row in ACTIONS:
            if row.also:
                self.menu(row.also).addAction(self._actions[row.id])
        self._recent = self.menu("File").addMenu("Open &recent store")
        self.menu("File").insertMenu(self._actions["new_firm"], self._recent)
        self.menu("Go").addSeparator()
        self._schedules: list[QAction] = []

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def menu(self, name: str) -> QMenu:
        """Give a menu by its name, making it at the end of the bar if it is new."""
        if name not in self._menus:
            menu = self._window.menuBar().addMenu(f"&{name}")
            self._menus[name] = menu
        return self._menus[name]

    def show_state(self, state: DeskState) -> None:
        """Let the user do what can be done now, and nothing else."""
        if state == self._state:  # as after nearly every edit: what can be done follows from it
            return
        self._state = state
        for row in ACTIONS:
            self._actions[row.id].setEnabled(row.when(state))

    def show_steps(self, undo: str, redo: str) -> None:
        """Name the steps that undo and redo would take."""
        for name, verb, step in (("undo", "&Undo", undo), ("redo", "&Redo", redo)):
            words = step.replace("&", "&&")
            self._actions[name].setText(f"{verb} {words}".rstrip())

    def show_schedules(self, tabs: Sequence[str], go: Callable[[int], None]) -> None:
        """List the schedules of the open filing's form, the first nine by Alt and a digit."""
        for action in self._schedules:
            self.menu("Go").removeAction(action)
            action.deleteLater()
        self._schedules.clear()
        for at, tab in enumerate(tabs):
            action = QAction(tab.replace("&", "&&"), self._window)
            if at < _DIGITS:
                action.setShortcut(QKeySequence(f"Alt+{at + 1}"))
            action.triggered.connect(_going(go, at))
            self.menu("Go").addAction(action)
            self._schedules.append(action)

    def show_recent(self, stores: Sequence[Path], go: Callable[[Path], None]) -> None:
        """List the stores that were opened last."""
        self._recent.clear()
        for store in stores:
            action = self._recent.addAction(str(store).replace("&", "&&"))
            action.triggered.connect(_going(go, store))
        self._recent.setEnabled(bool(stores))

    def _add(self, row: ActionRow, slot: Slot) -> None:
        menu = self.menu(row.menu)
        if row.divided:
            menu.addSeparator()
        shown = f"{row.words}\t{row.keys[0]}" if row.own_keys else row.words
        action = QAction(shown, self._window)
        action.setObjectName(row.id)
        if not row.own_keys:
            action.setShortcuts([QKeySequence(keys) for keys in row.keys])
        action.setCheckable(row.checkable)
        if row.group:
            group = self._groups.setdefault(row.group, QActionGroup(self._window))
            group.addAction(action)
        action.triggered.connect(slot)
        menu.addAction(action)
        self._actions[row.id] = action


_Where = TypeVar("_Where")


def _going(go: Callable[[_Where], None], where: _Where) -> Slot:
    """Make a slot that goes to one place, whatever the signal carries."""

    def slot() -> None:
        go(where)

    return slot
