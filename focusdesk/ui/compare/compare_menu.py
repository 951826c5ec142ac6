"""What can be done at a cell of the comparison, as a menu."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from focusdesk.form.box import BoxKind
from focusdesk.ui.compare.compare_model import CompareModel, Index
from focusdesk.ui.compare.compare_rows import RowKind


@dataclass(frozen=True, slots=True)
class CellDeeds:
    """What the entries of the menu do.

    Attributes:
        go: Goes to the cell's box in its month.
        explain: Lets the user say why the line moved.
        tell_change: Shows which boxes made it move.
        ask_threshold: Asks from which size on the line's changes count.
        copy: Copies what is selected.
        fold: Folds (`True`), unfolds (`False`); the second argument says whether all schedules.
    """

    go: Callable[[], None]
    explain: Callable[[], None]
    tell_change: Callable[[], None]
    ask_threshold: Callable[[], None]
    copy: Callable[[], None]
    fold: Callable[[bool | None, bool], None]


def cell_menu(model: CompareModel, index: Index, deeds: CellDeeds, parent: QWidget) -> QMenu:
    """Make the menu of a cell, or of a schedule's heading."""
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    shown = model.rows[index.row()]
    if shown.row is not None:
        code, month = model.code_at(index), model.month_at(index.column())
        _add(menu, f"Go to {code} in {month.title}", "Return", deeds.go)
        _add(menu, f"Explain {shown.row.code}\u2026", "F2", deeds.explain)
        _add(menu, f"Why did {shown.row.code} move?", "F9", deeds.tell_change)
        if shown.row.kind is BoxKind.AMOUNT:
            _add(menu, f"Threshold of {shown.row.code}\u2026", "", deeds.ask_threshold)
        menu.addSeparator()
    _add(menu, "Copy", "Ctrl+C", deeds.copy)
    menu.addSeparator()
    folded = shown.schedule in model.folded
    keys = shown.kind is RowKind.SCHEDULE
    words = f"{'Unfold' if folded else 'Fold'} {shown.title}"
    _add(menu, words, "Space" if keys else "", lambda: deeds.fold(not folded, False))  # noqa: FBT003
    _add(menu, "Fold all schedules", "", lambda: deeds.fold(True, True))  # noqa: FBT003
    _add(menu, "Unfold all schedules", "", lambda: deeds.fold(False, True))  # noqa: FBT003
    return menu


def _add(menu: QMenu, words: str, keys: str, deed: Callable[[], None]) -> None:
    """Add an entry; the keys are the table's own, so here they are only told."""
    shown = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
    action = menu.addAction(f"{words}\t{shown}" if keys else words)
    action.triggered.connect(lambda _=False: deed())
