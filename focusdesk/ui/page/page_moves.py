"""Where the keys of a page lead to, and how a box that was gone to is chosen and shown."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QAbstractItemView, QTableView

from focusdesk.ui.page.box_delegate import Leave
from focusdesk.ui.page.grid_moves import (
    BACKWARD,
    FORWARD,
    box_beside,
    box_down,
    box_within,
    entry_down,
    first_box,
    last_box,
    next_among,
    next_entry,
    row_end,
    to_edge,
)
from focusdesk.ui.page.schedule_grid import Cell, ScheduleGrid
from focusdesk.ui.page.schedule_model import Index, ScheduleModel

_Move = tuple[Callable[[ScheduleGrid, Cell, int], Cell], int]

_Cursor = QAbstractItemView.CursorAction
_LEAVING: dict[Leave, _Move] = {
    Leave.DOWN: (entry_down, FORWARD),
    Leave.UP: (entry_down, BACKWARD),
    Leave.NEXT: (next_entry, FORWARD),
    Leave.PREVIOUS: (next_entry, BACKWARD),
    Leave.ARROW_DOWN: (box_down, FORWARD),
    Leave.ARROW_UP: (box_down, BACKWARD),
}
_BROWSING: dict[QAbstractItemView.CursorAction, _Move] = {
    _Cursor.MoveUp: (box_down, BACKWARD),
    _Cursor.MoveDown: (box_down, FORWARD),
    _Cursor.MoveLeft: (box_beside, BACKWARD),
    _Cursor.MoveRight: (box_beside, FORWARD),
    _Cursor.MoveHome: (row_end, BACKWARD),
    _Cursor.MoveEnd: (row_end, FORWARD),
}
_ARROWS = (_Cursor.MoveUp, _Cursor.MoveDown, _Cursor.MoveLeft, _Cursor.MoveRight)
_AS_TAB = {Leave.DOWN: Leave.NEXT, Leave.UP: Leave.PREVIOUS}
_AMONG = {
    Leave.DOWN: (FORWARD, True),
    Leave.UP: (BACKWARD, True),
    Leave.NEXT: (FORWARD, False),
    Leave.PREVIOUS: (BACKWARD, False),
}
"""Which way Enter and Tab lead among selected boxes, and whether column by column."""
_BY_PAGE = {Leave.PAGE_UP: _Cursor.MovePageUp, Leave.PAGE_DOWN: _Cursor.MovePageDown}
_PAGES = {_Cursor.MovePageUp: BACKWARD, _Cursor.MovePageDown: FORWARD}


class PageMoves:
    """The keyboard's way about one page.

    Attributes:
        enter_goes_on: Enter goes to the next box, as Tab does, and not down the page.
    """

    def __init__(self, view: QTableView, model: ScheduleModel) -> None:
        self._view = view
        self._page = model
        self.enter_goes_on = False

    def choose(self, index: QModelIndex) -> None:
        """Make a box the current one and the only selected one, whatever keys are held down."""
        command = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self._view.selectionModel().setCurrentIndex(index, command)

    def show(self, index: Index) -> None:
        """Scroll to a box; at either end of the page, show what stands beyond it too."""
        cell = (index.row(), index.column())
        if cell == first_box(self._page.grid):
            self._view.scrollToTop()
        elif cell == last_box(self._page.grid):
            self._view.scrollToBottom()
        across = self._view.visualRect(index)
        in_sight = across.left() >= 0 and across.right() < self._view.viewport().width()
        self._view.scrollTo(index)
        if not in_sight:
            self.show_from_left()

    def show_from_left(self) -> None:
        """Scroll a page that is wider than its window no further right than its box needs."""
        index = self._view.currentIndex()
        if index.isValid():
            bar, room = self._view.horizontalScrollBar(), self._view.viewport().width()
            bar.setValue(self._view.visualRect(index).right() + bar.value() - room + 1)

    def is_seen_in(self, size: QSize) -> bool:
        """Whether anything of the current box stands in a part of the page, from its top left."""
        index = self._view.currentIndex()
        area = QRect(QPoint(), size)
        return index.isValid() and area.intersects(self._view.visualRect(index))

    def show_still(self, *, seen: bool) -> None:
        """Show the current box on a page that has another size now, if it was seen before."""
        if seen:
            self._view.updateGeometries()  # else it scrolls as far as it could before
            self._view.scrollTo(self._view.currentIndex())
        self.show_from_left()

    def go_to_first(self) -> None:
        """Go to the first box, where none has been gone to yet."""
        first = first_box(self._page.grid)
        if first is not None and not self._view.currentIndex().isValid():
            self.choose(self._page.cell(first))
            self._view.scrollToTop()

    def leads_on(self, leave: Leave) -> bool:
        """Whether a key leads to the next box to be entered, or the one before."""
        return leave in _AMONG

    def next_among(self, cells: Sequence[Cell], leave: Leave) -> Cell:
        """Give where Enter or Tab leads among some boxes, of which there is one at least."""
        index = self._view.currentIndex()
        step, by_column = _AMONG[self._as_set(leave)]
        return next_among(cells, (index.row(), index.column()), step, by_column=by_column)

    def leave(self, leave: Leave) -> None:
        """Go on from the current box as the key that left it asks."""
        if leave in _BY_PAGE:
            self.choose(self.browsed(_BY_PAGE[leave], Qt.KeyboardModifier.NoModifier))
            return
        index = self._view.currentIndex()
        move, step = _LEAVING[self._as_set(leave)]
        self.choose(self._page.cell(move(self._page.grid, (index.row(), index.column()), step)))

    def _as_set(self, leave: Leave) -> Leave:
        """Take Enter for Tab where the user has chosen so."""
        return _AS_TAB.get(leave, leave) if self.enter_goes_on else leave

    def browsed(
        self,
        action: QAbstractItemView.CursorAction,
        modifiers: Qt.KeyboardModifier,
        begin: Index | None = None,
    ) -> QModelIndex:
        """Give the box to which a key leads where nothing is being typed; none on an empty page.

        Args:
            action: What the key does.
            modifiers: What is held down besides.
            begin: From where it leads; the current box unless it is given.
        """
        grid, index = self._page.grid, begin or self._view.currentIndex()
        here = (index.row(), index.column()) if index.isValid() else first_box(grid)
        if here is None:
            return QModelIndex()
        if modifiers & Qt.KeyboardModifier.ControlModifier:
            return self._page.cell(self._far_from(here, action))
        if action in _BROWSING:
            move, step = _BROWSING[action]
            return self._page.cell(move(grid, here, step))
        return self._page.cell(self._a_page_on(here, action))

    def _far_from(self, here: Cell, action: QAbstractItemView.CursorAction) -> Cell:
        """Give where a key leads that is pressed with Ctrl."""
        grid = self._page.grid
        ends = {_Cursor.MoveHome: first_box(grid), _Cursor.MoveEnd: last_box(grid)}
        if action in _ARROWS:
            return to_edge(grid, here, _BROWSING[action], self._holds)
        return ends.get(action) or here

    def _holds(self, cell: Cell) -> bool:
        box = self._page.grid.box_at(cell)
        return box is not None and self._page.value(box.code) is not None

    def _a_page_on(self, here: Cell, action: QAbstractItemView.CursorAction) -> Cell:
        if action not in _PAGES:
            return here
        row_at = self._view.rowViewportPosition
        top, reach = row_at(here[0]), self._view.viewport().height()
        return box_within(
            self._page.grid, here, lambda row: abs(row_at(row) - top) < reach, _PAGES[action]
        )
