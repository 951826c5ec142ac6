"""The rows of a block before it is pasted: one row of the table for each row of the block."""

from collections.abc import Callable
from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from focusdesk.filing.paste_preview import PastePreview
from focusdesk.filing.paste_rows import PasteRow, RowState
from focusdesk.ui.blocks.paste_words import (
    STATE_SIGNS,
    STATE_WORDS,
    held_words,
    spoken_row,
    would_words,
)

_Index = QModelIndex | QPersistentModelIndex


class PasteColumn(IntEnum):
    """What stands in a column."""

    STATE = 0
    WHERE = 1
    CODE = 2
    NAME = 3
    TEXT = 4
    OLD = 5
    NEW = 6


_HEADINGS = {
    PasteColumn.STATE: "State",
    PasteColumn.WHERE: "Where",
    PasteColumn.CODE: "Code",
    PasteColumn.NAME: "Line",
    PasteColumn.TEXT: "In the block",
    PasteColumn.OLD: "Now",
    PasteColumn.NEW: "Would be",
}
_NOT_TYPED = (RowState.AGREES, RowState.DIFFERS, RowState.LEFT_OUT)
"""The states of rows for whose box nothing can be typed."""

_RIGHT = (PasteColumn.TEXT, PasteColumn.OLD, PasteColumn.NEW)
_SHOWN: dict[PasteColumn, Callable[[PasteRow], str]] = {
    PasteColumn.STATE: lambda row: f"{STATE_SIGNS[row.state]}  {STATE_WORDS[row.state]}",
    PasteColumn.WHERE: lambda row: row.where,
    PasteColumn.CODE: lambda row: row.code,
    PasteColumn.NAME: lambda row: row.name,
    PasteColumn.TEXT: lambda row: row.text,
    PasteColumn.OLD: held_words,
    PasteColumn.NEW: would_words,
}


class PasteModel(QAbstractTableModel):
    """What a block would do, row by row.

    Attributes:
        preview: What is shown.
    """

    def __init__(self, preview: PastePreview, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.preview = preview
        self._roles: dict[int, Callable[[PasteRow, PasteColumn], object]] = {
            Qt.ItemDataRole.DisplayRole: lambda row, column: _SHOWN[column](row),
            Qt.ItemDataRole.AccessibleTextRole: _spoken,
        }

    def show(self, preview: PastePreview) -> None:
        """Show another preview; of the same rows, the current and selected ones stay so."""
        before, self.preview = self.preview, preview
        if [row.key for row in before.rows] == [row.key for row in preview.rows]:
            last = self.index(self.rowCount() - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last)
            return
        self.beginResetModel()
        self.endResetModel()

    def words(self, row: int, column: PasteColumn) -> str:
        """Give what stands in a cell."""
        return _SHOWN[column](self.preview.rows[row])

    @override
    def rowCount(self, parent: _Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.preview.rows)

    @override
    def columnCount(self, parent: _Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(PasteColumn)

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        shown = self._roles.get(role)
        if shown is None or not index.isValid():
            return None
        return shown(self.preview.rows[index.row()], PasteColumn(index.column()))

    @override
    def flags(self, index: _Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if index.isValid() and index.column() == PasteColumn.NEW:
            row = self.preview.rows[index.row()]
            if row.name and row.state not in _NOT_TYPED:
                return flags | Qt.ItemFlag.ItemIsEditable
        return flags

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is Qt.Orientation.Vertical:
            return None
        column = PasteColumn(section)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return aligned(column) | Qt.AlignmentFlag.AlignVCenter
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        if column is PasteColumn.TEXT and self.preview.is_import:
            return "In the file"
        return _HEADINGS[column]


def _spoken(row: PasteRow, column: PasteColumn) -> str:
    """Say all of a row where the keyboard comes to it, and a cell alone where it is read apart."""
    if column is PasteColumn.STATE:
        return spoken_row(row)
    return f"{_HEADINGS[column]}: {_SHOWN[column](row) or 'nothing'}"


def aligned(column: PasteColumn) -> Qt.AlignmentFlag:
    """Say on which side of a column its words stand."""
    return Qt.AlignmentFlag.AlignRight if column in _RIGHT else Qt.AlignmentFlag.AlignLeft
