"""Several boxes of a page selected at once: by Shift and Ctrl with the keys or the mouse.

A selection is the boxes within a rectangle of rows and columns, as in a spreadsheet, computed ones
too; rows that hold none and labels are passed over. The box where it began is current throughout;
Enter and Tab make the others current in their turn.
"""

from collections.abc import Iterable

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QTableView

from focusdesk.ui.page.box_delegate import Leave
from focusdesk.ui.page.page_moves import PageMoves
from focusdesk.ui.page.schedule_grid import Cell
from focusdesk.ui.page.schedule_model import Index, ScheduleModel

_Cursor = QAbstractItemView.CursorAction
_Flag = QItemSelectionModel.SelectionFlag
_MOVES = {
    Qt.Key.Key_Up: _Cursor.MoveUp,
    Qt.Key.Key_Down: _Cursor.MoveDown,
    Qt.Key.Key_Left: _Cursor.MoveLeft,
    Qt.Key.Key_Right: _Cursor.MoveRight,
    Qt.Key.Key_Home: _Cursor.MoveHome,
    Qt.Key.Key_End: _Cursor.MoveEnd,
    Qt.Key.Key_PageUp: _Cursor.MovePageUp,
    Qt.Key.Key_PageDown: _Cursor.MovePageDown,
}
_REACH_FAR = (
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
)
_ASKS = {
    QKeySequence.StandardKey.Copy: "copy",
    QKeySequence.StandardKey.Cut: "cut",
    QKeySequence.StandardKey.Paste: "paste",
}
_ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class PageSelection(QObject):
    """What is selected on one page.

    Attributes:
        changed: Carries the codes of the selected boxes, in reading order.
        asked: The id of an action that is to be done with them (`focusdesk.ui.desk.action_table`).
    """

    changed = Signal(object)
    asked = Signal(str)

    def __init__(self, view: QTableView, model: ScheduleModel, moves: PageMoves) -> None:
        super().__init__(view)
        self._view, self._page, self._moves = view, model, moves
        self._end = QPersistentModelIndex()

    def follow(self) -> None:
        """Begin, now that the view has its model."""
        chosen = self._view.selectionModel()
        chosen.currentChanged.connect(self._on_current_changed)
        chosen.selectionChanged.connect(self._on_selection_changed)

    @property
    def codes(self) -> tuple[str, ...]:
        """The selected boxes in reading order; the current one where none is selected."""
        indexes = self._view.selectionModel().selectedIndexes() or [self._view.currentIndex()]
        boxes = (self._page.box_at(index) for index in indexes)
        cells = self._page.grid.cells
        return tuple(sorted((box.code for box in boxes if box), key=lambda code: cells[code]))

    def laid_out(self) -> list[list[str]]:
        """Give the selected codes as they lie on the page: rows and columns that hold some."""
        cells = {self._page.grid.cells[code]: code for code in self.codes}
        columns = sorted({column for _, column in cells})
        rows = sorted({row for row, _ in cells})
        return [[cells.get((row, column), "") for column in columns] for row in rows]

    def select_all(self) -> None:
        """Select every box of the page; the current one stays current."""
        self._select(self._page.grid.cells.values())

    def extend(self, index: QModelIndex) -> None:
        """Select all from the current box up to another, and show that."""
        here = self._view.currentIndex()
        if not here.isValid() or self._page.box_at(index) is None:
            return
        first, last = (here.row(), here.column()), (index.row(), index.column())
        self._select(cell for cell in self._page.grid.cells.values() if _within(cell, first, last))
        self._end = QPersistentModelIndex(index)
        self._view.scrollTo(index)

    def toggle(self, index: QModelIndex) -> None:
        """Select a box as well, or no longer; it becomes current."""
        self._view.selectionModel().setCurrentIndex(index, _Flag.Toggle)

    def leave(self, leave: Leave) -> None:
        """Go on from the current box: among those selected where there are several, round the end.

        There Enter goes down each column and Tab along each row, past what is computed. Any other
        way out ends the selection.
        """
        codes = self.codes
        cells = [self._page.grid.cells[code] for code in codes if self._page.entry.takes(code)]
        if len(codes) > 1 and cells and self._moves.leads_on(leave):
            there = self._page.cell(self._moves.next_among(cells, leave))
            self._view.selectionModel().setCurrentIndex(there, _Flag.NoUpdate)
        else:
            self._moves.leave(leave)

    def key(self, event: QKeyEvent) -> bool:
        """Do what a key does to the selection; `False` when it is no such key."""
        for sequence, asked in _ASKS.items():
            if event.matches(sequence):
                self.asked.emit(asked)
                return True
        if event.matches(QKeySequence.StandardKey.SelectAll):
            self.select_all()
        elif event.key() == Qt.Key.Key_Escape and len(self.codes) > 1:
            self._moves.choose(self._view.currentIndex())
        else:
            return self._extends(event)
        return True

    def fills(self, event: QKeyEvent) -> bool:
        """Ask to fill the selection, by Ctrl+Enter; `False` when it is another key.

        It is asked while something is being typed, too.
        """
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() not in _ENTERS or held != Qt.KeyboardModifier.ControlModifier:
            return False
        self.asked.emit("fill_selection")
        return True

    def _extends(self, event: QKeyEvent) -> bool:
        key, shift = Qt.Key(event.key()), Qt.KeyboardModifier.ShiftModifier
        others = event.modifiers() & ~(shift | Qt.KeyboardModifier.KeypadModifier)
        to_end = others == Qt.KeyboardModifier.ControlModifier and key in _REACH_FAR
        held = bool(event.modifiers() & shift)
        if key not in _MOVES or not held or not (to_end or not others):
            return False
        self.extend(self._moves.browsed(_MOVES[key], others, self._end))
        return True

    def _select(self, cells: Iterable[Cell]) -> None:
        selection = QItemSelection()
        for cell in cells:
            index = self._page.cell(cell)
            selection.select(index, index)
        self._view.selectionModel().select(selection, _Flag.ClearAndSelect)

    def _on_current_changed(self, current: Index) -> None:
        self._end = QPersistentModelIndex(current)

    def _on_selection_changed(self) -> None:
        self.changed.emit(self.codes)


def _within(cell: Cell, first: Cell, last: Cell) -> bool:
    """Whether a cell lies in the rectangle of which two cells are corners."""
    return all(
        min(one, other) <= at <= max(one, other)
        for at, one, other in zip(cell, first, last, strict=True)
    )
