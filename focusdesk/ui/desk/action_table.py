"""Every action of the desk in one table: its words, its keys, its menu, and when it can be done.

The menus, the key sheet and the tests read this table; the slots are given by the window and its
features. A second table has what keys do in the print preview, which has no menus.
"""

from collections.abc import Callable
from dataclasses import dataclass

from focusdesk.ui.desk.desk_state import DeskState

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


def _on_page(state: DeskState) -> bool:
    return state.on_page


def _can_change(state: DeskState) -> bool:
    return state.on_desk and state.writable


def _can_enter(state: DeskState) -> bool:
    return state.on_page and state.writable


def _can_go_back(state: DeskState) -> bool:
    return state.on_desk and state.has_back


def _can_go_forward(state: DeskState) -> bool:
    return state.on_desk and state.has_forward


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
    ActionRow("import_figures", "File", "&Import figures\u2026", ("Ctrl+I",), _can_change),
    ActionRow("quit", "File", "&Quit", ("Ctrl+Q",), divided=True),
    ActionRow(
        "undo", "Edit", "&Undo", ("Ctrl+Z",), lambda state: _can_change(state) and state.can_undo
    ),
    ActionRow(
        "redo",
        "Edit",
        "&Redo",
        ("Ctrl+Y", "Ctrl+Shift+Z"),
        lambda state: _can_change(state) and state.can_redo,
    ),
    ActionRow("cut", "Edit", "Cu&t", ("Ctrl+X",), _can_enter, own_keys=True, divided=True),
    ActionRow("copy", "Edit", "&Copy", ("Ctrl+C",), _has_month, own_keys=True),
    ActionRow("copy_schedule", "Edit", "Copy &schedule", ("Ctrl+Shift+C",), _on_page),
    ActionRow("paste", "Edit", "&Paste", ("Ctrl+V",), _can_enter, own_keys=True),
    ActionRow("select_all", "Edit", "Select &all", ("Ctrl+A",), _on_page, own_keys=True),
    ActionRow(
        "fill_last_month",
        "Edit",
        "Fill with last &month\u2019s",
        ("Ctrl+D",),
        _can_enter,
        divided=True,
    ),
    ActionRow(
        "fill_selection",
        "Edit",
        "Fi&ll the selection",
        ("Ctrl+Enter",),
        _can_enter,
        own_keys=True,
    ),
    ActionRow("blank_box", "Edit", "&Blank", ("Del",), _can_enter, own_keys=True),
    ActionRow("edit_box", "Edit", "&Edit box", ("F2",), _can_enter, own_keys=True),
    ActionRow("write_note", "Edit", "N&ote\u2026", ("Shift+F2",), _on_page, divided=True),
    ActionRow("explain_change", "Edit", "Expla&in the change", ("Shift+F9",), _has_month),
    ActionRow("explain_finding", "Edit", "Explain the fin&ding", ("Ctrl+F9",), _on_desk),
    ActionRow("attach_file", "Edit", "Attac&h file\u2026", when=_can_enter),
    ActionRow("find", "Edit", "&Find\u2026", ("Ctrl+F",), _on_desk, divided=True),
    ActionRow("next_hit", "Edit", "Find &next", ("F3",), _on_desk),
    ActionRow("earlier_hit", "Edit", "Find pre&vious", ("Shift+F3",), _on_desk),
    ActionRow(
        "enter_direction",
        "Edit",
        "Enter goes to the ne&xt box, as Tab does",
        checkable=True,
        divided=True,
    ),
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
    ActionRow("month_note", "Month", "N&ote on the month\u2026", when=_on_desk, divided=True),
    ActionRow("all_notes", "Month", "&All notes\u2026", ("Ctrl+Shift+F2",), _on_desk),
    ActionRow("attachments", "Month", "Attached &files\u2026", when=_on_desk),
    ActionRow(
        "complete_schedule",
        "Month",
        "Mar&k schedule complete",
        ("Ctrl+Shift+M",),
        _can_enter,
        divided=True,
    ),
    ActionRow("notices", "Month", "Not&ices\u2026", ("Ctrl+Shift+F8",), _on_desk),
    ActionRow("targets", "Month", "&Targets\u2026", ("Ctrl+Shift+T",), _on_desk, divided=True),
    ActionRow("what_if", "Month", "W&hat if\u2026", ("Ctrl+Shift+W",), _on_desk),
    ActionRow("overridden_targets", "Month", "&Why a target differs\u2026", when=_can_enter),
    ActionRow("carried_figures", "Month", "Carried fi&gures\u2026", when=_on_desk),
    ActionRow("due_dates", "Month", "&Due dates\u2026", ("Ctrl+Shift+D",), _on_desk, divided=True),
    ActionRow("hand_in", "Month", "Hand&ed in\u2026", when=_can_enter),
    ActionRow(
        "set_due",
        "Month",
        "&Set another due date\u2026",
        when=_can_enter,
    ),
    ActionRow(
        "firm_calendar",
        "Month",
        "Firm\u2019s &calendar\u2026",
        when=lambda state: state.on_desk and state.writable,
    ),
    ActionRow("palette", "Go", "Co&mmand palette\u2026", ("Ctrl+K",)),
    ActionRow("go_to_code", "Go", "Go to &code\u2026", ("Ctrl+G", "F5"), _has_month),
    ActionRow("next_finding", "Go", "Next &finding", ("F8",), _on_desk),
    ActionRow("earlier_finding", "Go", "Previous f&inding", ("Shift+F8",), _on_desk),
    ActionRow("filter_findings", "Go", "Fi&lter the findings", ("Ctrl+Alt+F",), _on_desk),
    ActionRow("inputs", "Go", "What feeds this &box", ("Ctrl+[",), _on_page, divided=True),
    ActionRow("readers", "Go", "What this b&ox feeds", ("Ctrl+]",), _on_page),
    ActionRow("back", "Go", "Bac&k", ("Alt+Left",), _can_go_back, divided=True),
    ActionRow("forward", "Go", "Forwar&d", ("Alt+Right",), _can_go_forward),
    ActionRow("next_pane", "Go", "Next p&ane", ("F6",), _has_month),
    ActionRow("overview", "Go", "O&verview of the month", ("Alt+0",), _on_desk, divided=True),
    ActionRow("two_sides", "Go", "&Two sides of each pool\u2026", ("Ctrl+B",), _on_desk),
    ActionRow("next_schedule", "Go", "&Next schedule", ("Ctrl+PgDown",), _on_desk),
    ActionRow("earlier_schedule", "Go", "&Previous schedule", ("Ctrl+PgUp",), _on_desk),
    ActionRow("theme_system", "View", "&Follow the system", checkable=True, group="theme"),
    ActionRow("theme_light", "View", "&Light", checkable=True, group="theme"),
    ActionRow("theme_dark", "View", "&Dark", checkable=True, group="theme"),
    ActionRow("theme_high_contrast", "View", "&High contrast", checkable=True, group="theme"),
    ActionRow(
        "last_month",
        "View",
        "Last &month beside each box",
        ("Ctrl+L",),
        checkable=True,
        divided=True,
    ),
    ActionRow("larger", "View", "L&arger", ("Ctrl++", "Ctrl+="), _has_month, divided=True),
    ActionRow("smaller", "View", "&Smaller", ("Ctrl+-",), _has_month),
    ActionRow("full_size", "View", "Full si&ze, 100 %", ("Ctrl+0",), _has_month),
    ActionRow("widths", "View", "&Widths\u2026", when=_has_month, divided=True),
    ActionRow("reset_widths", "View", "&Reset widths", when=_has_month),
    ActionRow(
        "compare", "Report", "&Compare months\u2026", ("Ctrl+M",), lambda state: state.can_compare
    ),
    ActionRow("print_findings", "Report", "Print the f&indings\u2026", when=_on_desk),
    ActionRow("trends", "Report", "&Trends\u2026", ("Ctrl+T",), lambda state: state.has_pair),
    ActionRow("help_on_line", "Help", "Help on this &line", ("F1",)),
    ActionRow("why", "Help", "&Why this figure", ("F9",), _on_desk),
    ActionRow("keys", "Help", "&Keys", ("F1, F1",), own_keys=True),
    ActionRow("legend", "Help", "&Marks and states"),
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
