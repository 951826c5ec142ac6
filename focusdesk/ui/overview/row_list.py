"""A list of the overview: as high as its rows, walked by the arrows, left at its ends."""

from collections.abc import Callable, Sequence
from typing import TypeAlias

from PySide6.QtCore import (
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QSizePolicy
from typing_extensions import override

from focusdesk.ui.look.shown_items import ShownItems
from focusdesk.ui.look.zoom import Zoom
from focusdesk.ui.overview.overview_rows import OverviewRow
from focusdesk.ui.overview.row_paint import ROW_ROLE, RowPainter

Index: TypeAlias = QModelIndex | QPersistentModelIndex

_SIDEWAYS = (Qt.Key.Key_Left, Qt.Key.Key_Right)


class RowsModel(ShownItems[OverviewRow]):
    """The rows of a list; of as many as before only those that differ are told."""

    def __init__(self, parent: QObject | None = None) -> None:
        shown: dict[int, Callable[[OverviewRow], object]] = {
            Qt.ItemDataRole.DisplayRole: lambda row: row.words,
            Qt.ItemDataRole.AccessibleTextRole: lambda row: row.spoken,
            Qt.ItemDataRole.ToolTipRole: lambda row: row.tip or None,
            ROW_ROLE: lambda row: row,
        }
        super().__init__(shown, lambda _: None, parent)

    @property
    def rows(self) -> tuple[OverviewRow, ...]:
        """What is listed."""
        return self.items

    def show_rows(self, rows: Sequence[OverviewRow]) -> None:
        """List other rows."""
        self.show_items(tuple(rows))


class RowList(QListView):
    """Rows of the overview.

    Attributes:
        chosen: A row was gone to, by Enter or a click; carries the `OverviewRow`.
        came_to: The keyboard has come to a row; carries the `OverviewRow`.
        left_by: An arrow leads out of the list; carries the `Qt.Key`.
    """

    chosen = Signal(object)
    came_to = Signal(object)
    left_by = Signal(object)

    def __init__(self, name: str) -> None:
        """List nothing yet.

        Args:
            name: What the list is, for a screen reader.
        """
        super().__init__()
        self._model = RowsModel(self)
        self._painter = RowPainter(self)
        self.setModel(self._model)
        self.setItemDelegate(self._painter)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.viewport().setAutoFillBackground(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(1)
        self.activated.connect(self._on_chosen)
        self.clicked.connect(self._on_chosen)

    @property
    def rows(self) -> tuple[OverviewRow, ...]:
        """What is listed."""
        return self._model.rows

    @property
    def row(self) -> int:
        """The place of the row that the keyboard is at; negative for none."""
        return self.currentIndex().row()

    def show_rows(self, rows: Sequence[OverviewRow]) -> None:
        """List rows, in the place of those that are listed."""
        at = self.row
        self._model.show_rows(rows)
        if at >= 0 and self.row < 0 and self.rows:
            self.choose(at)
        self._fit()

    def show_zoom(self, zoom: Zoom) -> None:
        """Write the rows in another size."""
        self._painter.zoom = zoom
        self._fit()

    def choose(self, at: int) -> None:
        """Come to a row; beyond the last it is the last."""
        if self.rows:
            self.setCurrentIndex(self._model.index(min(at, len(self.rows) - 1), 0))

    def place_of_row(self) -> QRect:
        """Give where the row that the keyboard is at stands in the list."""
        return self.visualRect(self.currentIndex())

    @override
    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if current.isValid() and self.hasFocus():
            self.came_to.emit(self.rows[current.row()])

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        stood = self.currentIndex().isValid()
        super().focusInEvent(event)
        if stood:  # else the list has come to its first row by itself, and has told of it
            self.came_to.emit(self.rows[self.row])

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        at_end = (key == Qt.Key.Key_Up and self.row <= 0) or (
            key == Qt.Key.Key_Down and self.row >= len(self.rows) - 1
        )
        if plain and (key in _SIDEWAYS or at_end):
            self.left_by.emit(key)
        elif plain and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_chosen(self.currentIndex())
        else:
            super().keyPressEvent(event)

    @override
    def resizeEvent(self, e: QResizeEvent) -> None:
        super().resizeEvent(e)
        if self._painter.width != self.viewport().width():
            self._painter.width = self.viewport().width()
            self._fit()

    def _fit(self) -> None:
        self.scheduleDelayedItemsLayout()
        self.setFixedHeight(sum(self._painter.height_of(row) for row in self.rows))

    def _on_chosen(self, index: Index) -> None:
        if index.isValid():
            self.chosen.emit(self.rows[index.row()])
