"""What a screen reader is told: a walk through all that it finds in a window."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QObject, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QMenu, QTableView, QWidget

Role = QAccessible.Role
PRESSED = (
    Role.Button,
    Role.ButtonMenu,
    Role.ButtonDropDown,
    Role.CheckBox,
    Role.ComboBox,
    Role.EditableText,
    Role.List,
    Role.MenuItem,
    Role.PageTab,
    Role.RadioButton,
    Role.Slider,
    Role.SpinBox,
    Role.Table,
    Role.Tree,
)
"""What is used by keyboard or mouse, and so must have a name."""


@dataclass(frozen=True, slots=True)
class Heard:
    """What is said of one thing on the screen.

    Attributes:
        role: What it is.
        name: What it is called.
        place: The things that it stands in, for the message of a test that fails.
        usable: The keyboard or the mouse can do something with it.
        kind: Its class, where it is a widget.
    """

    role: QAccessible.Role
    name: str
    place: str
    usable: bool
    kind: type[QObject] | None = None

    def __str__(self) -> str:
        return f"{self.place} > {self.role.name} {self.name!r}"


def name_of(widget: QWidget) -> str:
    """Give the name that a screen reader tells of a widget."""
    told = QAccessible.queryAccessibleInterface(widget)
    return _name_of(told, widget) if told else ""


def heard_in(window: QWidget) -> list[Heard]:
    """Walk all that a screen reader finds in a window, as it is shown now."""
    top = QAccessible.queryAccessibleInterface(window)
    return [*_heard(top, "")]


def _heard(told: QAccessibleInterface, place: str) -> Iterator[Heard]:
    state, widget = told.state(), told.object()
    if state.invisible and not isinstance(widget, QMenu):
        return
    known = widget if isinstance(widget, QWidget) else None
    name = _name_of(told, known)
    usable = bool(state.focusable) or told.role() in PRESSED
    yield Heard(told.role(), name, place, usable, type(widget) if widget else None)
    here = f"{place} > {name or told.role().name}"
    if isinstance(known, QAbstractItemView):
        yield from _items_in(told, known, here)
        return
    for at in range(told.childCount()):
        child = told.child(at)
        if child and child.isValid() and not _is_list_of(known, child.object()):
            yield from _heard(child, here)


def _name_of(told: QAccessibleInterface, widget: QWidget | None) -> str:
    """Give a name; of a combo box that of the widget, for on Linux its value is told instead."""
    if told.role() is not Role.ComboBox:
        return told.text(QAccessible.Text.Name)
    labels = [each.text(QAccessible.Text.Name) for each, how in told.relations() if _labels(how)]
    return "".join(labels) or (widget.accessibleName() if widget else "")


def _labels(how: QAccessible.RelationFlag) -> bool:
    return bool(how & QAccessible.RelationFlag.Label)


def _is_list_of(combo: QWidget | None, child: QObject) -> bool:
    """Whether it is the list that a combo box lets down; it is named by its box."""
    return isinstance(combo, QComboBox) and isinstance(child, (QAbstractItemView, QWidget))


def _items_in(told: QAccessibleInterface, view: QAbstractItemView, here: str) -> Iterator[Heard]:
    """Give the items of a list and the cells of a table that are shown."""
    for at in range(told.childCount()):
        item = told.child(at)
        if not item or not item.isValid():
            continue
        index = _index_in(view, item)
        shown = index.isValid() and bool(
            index.flags() & Qt.ItemFlag.ItemIsSelectable
            or index.data(Qt.ItemDataRole.DisplayRole)
            or index.data(Qt.ItemDataRole.DecorationRole)
        )
        yield Heard(item.role(), item.text(QAccessible.Text.Name), here, shown)


def _index_in(view: QAbstractItemView, item: QAccessibleInterface) -> QModelIndex:
    """Give what an item shows; an invalid index for a heading, and for what is hidden."""
    cell = item.tableCellInterface()
    if not cell or item.role() in (Role.ColumnHeader, Role.RowHeader):
        return QModelIndex()
    index = view.model().index(cell.rowIndex(), cell.columnIndex())
    hidden = isinstance(view, QTableView) and (
        view.isColumnHidden(index.column()) or view.isRowHidden(index.row())
    )
    return QModelIndex() if hidden else index
