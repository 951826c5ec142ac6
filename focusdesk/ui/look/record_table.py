"""A table of a few records with the keyboard: arrows choose one, Enter goes on with it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget
from typing_extensions import override

Index: TypeAlias = QModelIndex | QPersistentModelIndex

_MOST_LINES = 4
_AROUND = 10
_BESIDE = 20
_WIDEST = 132
_NARROWEST = 120


@dataclass(frozen=True, slots=True)
class Record:
    """One row.

    Attributes:
        cells: What stands in it, from left to right.
        tip: What is said of it in full.
    """

    cells: tuple[str, ...]
    tip: str = ""


class RecordModel(QAbstractTableModel):
    """The records under their headings."""

    def __init__(self, headings: Sequence[str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.headings = tuple(headings)
        self.records: tuple[Record, ...] = ()

    def show(self, records: Sequence[Record]) -> None:
        """Show other records."""
        self.beginResetModel()
        self.records = tuple(records)
        self.endResetModel()

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.records)

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.headings)

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is Qt.Orientation.Horizontal:
            if role == Qt.ItemDataRole.DisplayRole:
                return self.headings[section]
            if role == Qt.ItemDataRole.TextAlignmentRole:
                return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        record = self.records[index.row()]
        words = record.cells[index.column()]
        shown: dict[int, object] = {
            Qt.ItemDataRole.DisplayRole: words,
            Qt.ItemDataRole.ToolTipRole: record.tip or words,
            Qt.ItemDataRole.AccessibleTextRole: f"{self.headings[index.column()]}: {words}",
            Qt.ItemDataRole.AccessibleDescriptionRole: record.tip,
            Qt.ItemDataRole.TextAlignmentRole: Qt.AlignmentFlag.AlignLeft
            | Qt.AlignmentFlag.AlignTop,
        }
        return shown.get(role)


class RecordTable(QTableView):
    """Shows records; some columns share the room that the others leave.

    Attributes:
        chosen: The number of the record that the user wants to go on with.
    """

    chosen = Signal(int)

    def __init__(
        self, model: RecordModel, wide: Mapping[int, int], parent: QWidget | None = None
    ) -> None:
        """Show a model.

        Args:
            model: The records.
            wide: The columns that share the room which the others leave, and in which proportion.
            parent: The window.
        """
        super().__init__(parent)
        self._model, self._wide = model, wide
        self.setModel(model)
        self.setObjectName("record_table")
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.verticalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setHighlightSections(False)
        self.doubleClicked.connect(self._on_clicked_twice)
        model.modelReset.connect(self._fit)

    @property
    def current(self) -> int:
        """The number of the record that is chosen; -1 where there is none."""
        return self.currentIndex().row()

    def choose(self, at: int) -> None:
        """Choose a record, or the last one where there are not so many."""
        row = min(at, self._model.rowCount() - 1)
        if row >= 0:
            self.setCurrentIndex(self._model.index(row, 0))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() in (_PLAIN, Qt.KeyboardModifier.KeypadModifier):
            if self.current >= 0:
                self.chosen.emit(self.current)
        else:
            super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _on_clicked_twice(self, index: QModelIndex) -> None:
        self.chosen.emit(index.row())

    def _fit(self) -> None:
        """Make columns as wide as their words, and rows as high as the wrapped ones."""
        metrics = self.fontMetrics()
        left = self.viewport().width()
        for at, heading in enumerate(self._model.headings):
            if at not in self._wide:
                words = (heading, *(record.cells[at] for record in self._model.records))
                width = max(metrics.horizontalAdvance(word) for word in words) + _BESIDE
                self.setColumnWidth(at, min(width, _WIDEST))
                left -= self.columnWidth(at)
        for at, share in self._wide.items():
            self.setColumnWidth(at, max(left * share // sum(self._wide.values()), _NARROWEST))
        for row, record in enumerate(self._model.records):
            self.setRowHeight(row, self._height(record, metrics))

    def _height(self, record: Record, metrics: QFontMetrics) -> int:
        lines = 1
        for at, words in enumerate(record.cells):
            width = self.columnWidth(at) - _BESIDE
            room = metrics.boundingRect(0, 0, width, 100_000, Qt.TextFlag.TextWordWrap, words)
            lines = max(lines, round(room.height() / metrics.lineSpacing()))
        return min(lines, _MOST_LINES) * metrics.lineSpacing() + _AROUND


_PLAIN = Qt.KeyboardModifier.NoModifier
