"""Every action of the desk in one table: its words, its keys, its menu, and when it can be done.

The menus, the key sheet and the tests read this table; the slots are given by the main window. A
second table has what keys do in the print preview, which has no menus.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu


@dataclass(frozen=True, slots=True)
class DeskState:
    """What the window shows, as far as it decides what can be done.

    Attributes:
        can_start: A month can be started: a store is open and can be written.
        has_month: A month is on the desk.
        writable: The month can be changed.
        comparing: The comparison is in front of the desk.
        has_earlier: The list has a month before this one.
        has_later: The list has a month after this one.
        has_pair: There are two months or more, so they can be compared.
        can_undo: There is a step to undo.
        can_redo: There is a step to redo.
    """

    can_start: bool = False
    has_month: bool = False
    writable: bool = False
    comparing: bool = False
    has_earlier: bool = False
    has_later: bool = False
    has_pair: bool = False
    can_undo: bool = False
    can_redo: bool = False

    @property
    def on_desk(self) -> bool:
        """Whether a month's page is what the user sees."""
        return self.has_month and not self.comparing


When = Callable[[DeskState], bool]


@dataclass(frozen=True, slots=True)
class ActionRow:
    """One action.

    Attributes:
        id: Its name in the program.
        menu: The menu it stands in.
        words: What it says there.
        keys: The keys for it; the first is shown.
        when: Whether it can be done.
        own_keys: The widget with the focus reads these keys itself, so that Del in a list of months
            blanks no box; the menu only shows them.
        checkable: It is on or off.
        group: Of the actions with the same group, exactly one is on.
        divided: A line stands above it.
        also: Another menu that holds it too.
    """

    id: str
    menu: str
    words: str
    keys: tuple[str, ...] = ()
    when: When = lambda _: True
    own_keys: bool = False
    checkable: bool = False
    group: str = ""
    divided: bool = False
    also: str = ""


def _has_month(state: DeskState) -> bool:
    return state.has_month


def _on_desk(state: DeskState) -> bool:
    return state.on_desk


def _can_enter(state: DeskState) -> bool:
    return state.on_desk and state.writable


ACTIONS: tuple[ActionRow, ...] = (
    ActionRow("new_month", "File", "&New month\u2026", ("Ctrl+N",), lambda state: state.can_start),
    ActionRow("open_store", "File", "&Open store\u2026", ("Ctrl+O",)),
    ActionRow("new_firm", "File", "New &firm\u2026", ("Ctrl+Shift+N",)),
    ActionRow("open_sample", "File", "Open the &sample\u2026"),
    ActionRow(
        "print", "File", "&Print\u2026", ("Ctrl+P",), _has_month, divided=True, also="Report"
    ),
    ActionRow(
        "print_months",
        "File",
        "Print or save selected &months\u2026",
        ("Ctrl+Shift+P",),
        _has_month,
        also="Report",
    ),
    ActionRow("export_report", "File", "Export P&DF\u2026", ("Ctrl+E",), _has_month, also="Report"),
    ActionRow("export_figures", "File", "Export d&ata\u2026", ("Ctrl+Shift+E",), _has_month),
    ActionRow("quit", "File", "&Quit", ("Ctrl+Q",), divided=True),
    ActionRow(
        "undo", "Edit", "&Undo", ("Ctrl+Z",), lambda state: _can_enter(state) and state.can_undo
    ),
    ActionRow(
        "redo",
        "Edit",
        "&Redo",
        ("Ctrl+Y", "Ctrl+Shift+Z"),
        lambda state: _can_enter(state) and state.can_redo,
    ),
    ActionRow("copy", "Edit", "&Copy", ("Ctrl+C",), _has_month, own_keys=True, divided=True),
    ActionRow("blank_box", "Edit", "&Blank the box", ("Del",), _can_enter, own_keys=True),
    ActionRow("edit_box", "Edit", "&Edit box", ("F2",), _can_enter, own_keys=True),
    ActionRow(
        "earlier_month", "Month", "&Previous month", ("Alt+PgUp",), lambda state: state.has_earlier
    ),
    ActionRow(
        "later_month", "Month", "&Next month", ("Alt+PgDown",), lambda state: state.has_later
    ),
    ActionRow(
        "roll_forward",
        "Month",
        "&Roll forward\u2026",
        when=lambda state: state.can_start and state.has_month,
        divided=True,
    ),
    ActionRow("go_to_code", "Go", "Go to &code\u2026", ("Ctrl+G",), _has_month),
    ActionRow("next_finding", "Go", "Next &finding", ("F8",), _on_desk),
    ActionRow("earlier_finding", "Go", "Previous f&inding", ("Shift+F8",), _on_desk),
    ActionRow("next_pane", "Go", "Next p&ane", ("F6",), _has_month),
    ActionRow("next_schedule", "Go", "&Next schedule", ("Ctrl+PgDown",), _on_desk, divided=True),
    ActionRow("earlier_schedule", "Go", "&Previous schedule", ("Ctrl+PgUp",), _on_desk),
    ActionRow("theme_system", "View", "&Follow the system", checkable=True, group="theme"),
    ActionRow("theme_light", "View", "&Light", checkable=True, group="theme"),
    ActionRow("theme_dark", "View", "&Dark", checkable=True, group="theme"),
    ActionRow("theme_high_contrast", "View", "&High contrast", checkable=True, group="theme"),
    ActionRow("last_month", "View", "Last &month beside each box", checkable=True, divided=True),
    ActionRow(
        "compare", "Report", "&Compare months\u2026", ("Ctrl+M",), lambda state: state.has_pair
    ),
    ActionRow("keys", "Help", "&Keys", ("F1",)),
    ActionRow("about", "Help", "&About focusdesk", divided=True),
    ActionRow("about_qt", "Help", "About &Qt"),
)

PREVIEW_ACTIONS: tuple[ActionRow, ...] = (
    ActionRow("print", "Print preview", "Print", ("Ctrl+P",)),
    ActionRow("save", "Print preview", "Save as PDF", ("Ctrl+S",)),
    ActionRow("find", "Print preview", "Find text", ("Ctrl+F",)),
    ActionRow("later_hit", "Print preview", "Next hit", ("F3",)),
    ActionRow("earlier_hit", "Print preview", "Previous hit", ("Shift+F3",)),
    ActionRow("go_to_page", "Print preview", "Go to a page", ("Ctrl+G",)),
    ActionRow("larger", "Print preview", "Larger", ("Ctrl++", "Ctrl+=")),
    ActionRow("smaller", "Print preview", "Smaller", ("Ctrl+-",)),
    ActionRow("full_size", "Print preview", "As large as on paper", ("Ctrl+0",)),
    ActionRow("fit_page", "Print preview", "Fit the page to the window", ("Ctrl+1",)),
    ActionRow("fit_width", "Print preview", "Fit the width to the window", ("Ctrl+2",)),
    ActionRow("next_pane", "Print preview", "Next part of the window", ("F6",)),
)

Slot = Callable[[], object]
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
