"""The comparison as a table: codes and lines, a column for each month, the change, the percent."""

from collections.abc import Callable
from enum import IntEnum
from typing import TypeAlias

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)
from typing_extensions import override

from focusdesk.filing.compare import (
    Absence,
    Compared,
    Comparison,
    show_change,
    show_compared,
    show_percent,
)
from focusdesk.filing.filing import Filing
from focusdesk.ui.compare.compare_rows import RowKind, ShownRow, shown_rows
from focusdesk.ui.page.spoken import printed_code

Index: TypeAlias = QModelIndex | QPersistentModelIndex

CODE_COLUMN = 0
LINE_COLUMN = 1
FIRST_MONTH_COLUMN = 2

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class CompareRole(IntEnum):
    """What the model tells the painter beyond Qt's own roles."""

    ROW = Qt.ItemDataRole.UserRole + 1
    ABSENT = Qt.ItemDataRole.UserRole + 2


class CompareModel(QAbstractTableModel):
    """Shows a comparison; change its figures by `update`, which tells only what differs."""

    def __init__(self, comparison: Comparison, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._comparison = comparison
        self._rows = shown_rows(comparison)
        self._shown: dict[int, Callable[[Index], object]] = {
            Qt.ItemDataRole.DisplayRole: self._text,
            Qt.ItemDataRole.TextAlignmentRole: self._alignment,
            Qt.ItemDataRole.AccessibleTextRole: self._spoken,
            Qt.ItemDataRole.ToolTipRole: self._tip,
            CompareRole.ROW: self._row,
            CompareRole.ABSENT: self._is_absent,
        }

    @property
    def comparison(self) -> Comparison:
        """What is shown."""
        return self._comparison

    @property
    def rows(self) -> tuple[ShownRow, ...]:
        """The rows on the screen, headings too."""
        return self._rows

    @property
    def change_column(self) -> int:
        """Where the change in dollars stands; the percent stands after it."""
        return FIRST_MONTH_COLUMN + len(self._comparison.months)

    def month_at(self, column: int) -> Filing:
        """Give the filing of a column; the last one for the columns that hold no month."""
        months = self._comparison.months
        at = column - FIRST_MONTH_COLUMN
        return months[at if 0 <= at < len(months) else -1].filing

    def show(self, comparison: Comparison) -> None:
        """Show other months or other rows."""
        self.beginResetModel()
        self._comparison = comparison
        self._rows = shown_rows(comparison)
        self.endResetModel()

    def update(self, comparison: Comparison) -> None:
        """Show the same months with newer figures, repainting only the rows that differ."""
        rows = shown_rows(comparison)
        if [_place(row) for row in rows] != [_place(row) for row in self._rows]:
            self.show(comparison)
            return
        before, self._rows, self._comparison = self._rows, rows, comparison
        for at, (old, new) in enumerate(zip(before, rows, strict=True)):
            if old != new:
                first = self.index(at, FIRST_MONTH_COLUMN)
                self.dataChanged.emit(first, self.index(at, self.columnCount() - 1))

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else self.change_column + 2

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        shown = self._shown.get(role)
        return shown(index) if shown is not None and index.isValid() else None

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or self._rows[index.row()].row is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.heading(section)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _LEFT if section < FIRST_MONTH_COLUMN else _RIGHT
        return None

    def heading(self, column: int) -> str:
        """Write what stands over a column; an illustrative month says so under its name."""
        if column < FIRST_MONTH_COLUMN:
            return ("Code", "Line item")[column]
        months = self._comparison.months
        if column < self.change_column:
            month = months[column - FIRST_MONTH_COLUMN]
            return f"{month.heading}\nillustrative" if month.filing.illustrative else month.heading
        if column > self.change_column:
            return "Change, %"
        before, last = (month.filing.period for month in months[-2:])
        if before == last:
            return "Change, $"
        return f"Change, $\n{last.short_label[:3]} \u2212 {before.short_label[:3]}"

    def _row(self, index: Index) -> ShownRow:
        return self._rows[index.row()]

    def _text(self, index: Index) -> str:
        shown = self._row(index)
        column, row = index.column(), shown.row
        if column == LINE_COLUMN or row is None:
            return shown.text if column == LINE_COLUMN else ""
        if column == CODE_COLUMN:
            return row.code
        if column == self.change_column:
            return show_change(row)
        if column > self.change_column:
            return show_percent(row)
        return show_compared(row.values[column - FIRST_MONTH_COLUMN], row.kind)

    def _alignment(self, index: Index) -> Qt.AlignmentFlag:
        return _LEFT if index.column() < FIRST_MONTH_COLUMN else _RIGHT

    def _is_absent(self, index: Index) -> bool:
        return isinstance(self._value(index), Absence)

    def _value(self, index: Index) -> Compared:
        """Give what a month held; `None` in the columns that hold no month."""
        row, at = self._row(index).row, index.column() - FIRST_MONTH_COLUMN
        return row.values[at] if row is not None and 0 <= at < len(row.values) else None

    def _spoken(self, index: Index) -> str:
        shown, column = self._row(index), index.column()
        if shown.row is not None and column == CODE_COLUMN:
            return printed_code(shown.row.code) or shown.text
        if shown.kind is not RowKind.BOX or column < FIRST_MONTH_COLUMN:
            return self._text(index)
        heading = self.heading(column).replace("\n", ", ")
        return f"{shown.text}, {heading}: {self._text(index) or 'blank'}"

    def _tip(self, index: Index) -> str | None:
        if self._is_absent(index):
            edition = self._comparison.months[index.column() - FIRST_MONTH_COLUMN].edition
            return f"The edition {edition.id} of the form has no such box."
        return None


def _place(row: ShownRow) -> tuple[RowKind, str, str]:
    return row.kind, row.text, row.row.code if row.row else ""
