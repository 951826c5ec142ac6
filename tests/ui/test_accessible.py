"""What a screen reader is told of every window: a name, a role, and words for all that is shown."""

import importlib
import inspect
import pkgutil
import re
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLineEdit,
    QListWidget,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

import focusdesk.ui
from focusdesk.form.edition import Edition
from tests.ui.accessible_words import Heard, heard_in
from tests.ui.every_window import WINDOWS, Arrive, Opening

Role = QAccessible.Role
OF_NO_USE = (Role.Client, Role.Border, Role.Pane, Role.Grouping, Role.LayeredPane)
WITHOUT_A_ROLE = {"PreviewView", "ScheduleTabs"}
"""Pages that are drawn, for which Qt's widgets know no role; tabs, which hand on to their bar."""

WINDOW_ROLES = (Role.Window, Role.Dialog, Role.AlertMessage)
INTERNAL = re.compile(r"^(qt_\w+|Q[A-Z]\w+|[a-z0-9]+(_[a-z0-9]+)+)$")


def widget_kinds() -> Iterator[type[QWidget]]:
    """Every class of widget that the desk is made of."""
    for module in pkgutil.walk_packages(focusdesk.ui.__path__, "focusdesk.ui."):
        for _, kind in inspect.getmembers(importlib.import_module(module.name), inspect.isclass):
            if issubclass(kind, QWidget) and kind.__module__ == module.name:
                yield kind


@pytest.mark.parametrize("opening", WINDOWS, ids=lambda opening: opening.name)
def test_whatever_can_be_used_has_a_name_and_whatever_is_shown_has_words(
    arrive: Arrive, editions: dict[str, Edition], opening: Opening
) -> None:
    _, shown = arrive(opening)
    heard = heard_in(shown)
    is_part = not shown.isWindow() or shown.windowType() is Qt.WindowType.Popup
    assert heard[0].role in WINDOW_ROLES or is_part
    assert heard[0].name
    assert not [str(each) for each in heard if each.usable and not each.name.strip()]
    assert not [str(each) for each in heard if each.role is Role.NoRole or _has_no_role(each)]
    unprinted = [code for edition in editions.values() for code in edition.boxes if "." in code]
    assert not [str(each) for each in heard if _is_internal(each.name, unprinted)]


def _has_no_role(heard: Heard) -> bool:
    """Whether something is used by the keyboard, and not told what it is."""
    kind = heard.kind.__name__ if heard.kind else ""
    return heard.usable and heard.role in OF_NO_USE and kind not in WITHOUT_A_ROLE


def _is_internal(name: str, unprinted: list[str]) -> bool:
    return bool(INTERNAL.match(name)) or any(code in name for code in unprinted)


def test_every_kind_of_widget_stands_in_a_window_that_is_walked() -> None:
    kinds = [*widget_kinds()]
    bases = {base for kind in kinds for base in kind.__mro__[1:]}
    walked = {name for opening in WINDOWS for name in opening.shows.split()}
    missing = {kind.__name__ for kind in kinds if kind not in bases} - walked
    assert not missing, f"let a row of every_window.WINDOWS show {missing}"
    assert walked <= {kind.__name__ for kind in kinds}


@pytest.mark.parametrize("opening", WINDOWS, ids=lambda opening: opening.name)
def test_a_window_shows_what_its_row_says(arrive: Arrive, opening: Opening) -> None:
    _, shown = arrive(opening)
    seen = {
        type(each).__name__ for each in (shown, *shown.findChildren(QWidget)) if each.isVisible()
    }
    assert {*opening.shows.split()} <= seen


def test_the_walk_finds_what_has_no_name(light: QApplication, qtbot: QtBot) -> None:
    del light
    window = QWidget()
    qtbot.addWidget(window)
    window.setWindowTitle("A window")
    layout = QVBoxLayout(window)
    combo, edit, button, items = QComboBox(), QLineEdit(), QPushButton("ok_button"), QListWidget()
    combo.addItem("January")
    items.addItem("")
    items.setAccessibleName("Items")
    for control in (combo, edit, button, items):
        layout.addWidget(control)
    window.show()
    heard = heard_in(window)
    nameless = [each.role for each in heard if each.usable and not each.name]
    assert nameless == [Role.ComboBox, Role.EditableText, Role.ListItem]
    assert [each.name for each in heard if _is_internal(each.name, [])] == ["ok_button"]
