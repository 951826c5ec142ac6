"""The figures of a trend as a table: the months down, a column for each line."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget
from typing_extensions import override

from focusdesk.filing.trend import Trend
from focusdesk.form.formula_guard import guarded
from focusdesk.ui.look.theme import SMALL_PIXELS
from focusdesk.ui.look.zoom import Zoom
from focusdesk.ui.trends.trend_words import column_words, full_column_words

_COLUMN = 132
_HEAD = 76
_ROW = 26
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class TrendTableModel(QAbstractTableModel):
    """The months and the lines of a trend."""

    def __init__(self, trend: Trend, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.trend = trend

    def show_trend(self, trend: Trend) -> None:
        """Show another trend; where only figures differ, tell of exactly those."""
        before, self.trend = self.trend, trend
        if _shape(before) != _shape(trend):
            self.beginResetModel()
            self.endResetModel()
            return
        for at, (was, now) in enumerate(zip(before.lines, trend.lines, strict=True)):
            for month in range(len(trend.months)):
                if was.row.values[month] != now.row.values[month]:
                    self.dataChanged.emit(self.index(month, at), self.index(month, at))

    @override
    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.trend.months)

    @override
    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.trend.lines)

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is Qt.Orientation.Horizontal:
            line = self.trend.lines[section]
            words, full = column_words(line), full_column_words(line)
        else:
            month = self.trend.months[section]
            made_up = month.filing.illustrative
            words = month.heading + (" *" if made_up else "")
            full = month.heading + (", illustrative" if made_up else "")
        if role == Qt.ItemDataRole.DisplayRole:
            return words
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return full
        return None

    @override
    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT
        if role == Qt.ItemDataRole.DisplayRole:
            shown = self.trend.lines[index.column()].shown(index.row())
            return "" if shown == "blank" else shown
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.trend.said(index.column(), index.row())
        return None

    def block(self, rows: Sequence[int], columns: Sequence[int]) -> str:
        """Write figures for the clipboard, with their headings: plain digits, tabs between."""
        lines = self.trend.lines
        heads = [full_column_words(lines[column]) for column in columns]
        table = [["Month", *(guarded(head) for head in heads)]]
        for row in rows:
            amounts = (lines[column].amounts[row] for column in columns)
            cells = ("" if amount is None else str(amount) for amount in amounts)
            table.append([self.trend.months[row].heading, *cells])
        return "\r\n".join("\t".join(cells) for cells in table) + "\r\n"


class TrendTable(QTableView):
    """Shows the figures; its current cell and the chart's cursor are one."""

    box_activated = Signal(int, int)
    """The user asks for the box behind a figure: the places of its line and its month."""

    remove_asked = Signal()
    """The user wants the line of the current cell taken away."""

    current_changed = Signal(int, int)
    """Another cell is current: the places of its line and its month."""

    copied = Signal(int)
    """So many figures were put on the clipboard."""

    def __init__(self, model: TrendTableModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.setModel(model)
        self.setObjectName("trend_table")
        self.setAccessibleName("Figures of the trends")
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
        self.setTabKeyNavigation(False)
        self.setWordWrap(True)
        head = self.horizontalHeader()
        head.setDefaultAlignment(_RIGHT | Qt.TextFlag.TextWordWrap)
        for header in (head, self.verticalHeader()):
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.show_zoom(Zoom())
        self.doubleClicked.connect(self._on_activated)
        self.selectionModel().currentChanged.connect(self._on_current_changed)

    def show_zoom(self, zoom: Zoom) -> None:
        """Show the table in another size."""
        self.setFont(zoom.font())
        head, side = self.horizontalHeader(), self.verticalHeader()
        size = zoom.grown(SMALL_PIXELS)
        for header in (head, side):
            header.setStyleSheet(f"QHeaderView::section {{ font-size: {size}px; }}")
        head.setDefaultSectionSize(zoom.grown(_COLUMN))
        head.setFixedHeight(zoom.grown(_HEAD))
        side.setDefaultSectionSize(zoom.grown(_ROW))

    def go_to(self, line: int, month: int) -> None:
        """Make a figure current."""
        index = self._model.index(month, line)
        if index != self.currentIndex():
            self.setCurrentIndex(index)
        self.scrollTo(index)

    def copy(self) -> None:
        """Put the selected figures on the clipboard with their headings; all if one is chosen."""
        chosen = self.selectedIndexes()
        rows: Sequence[int] = sorted({index.row() for index in chosen})
        columns: Sequence[int] = sorted({index.column() for index in chosen})
        if len(chosen) <= 1:
            rows, columns = range(self._model.rowCount()), range(self._model.columnCount())
        QGuiApplication.clipboard().setText(self._model.block(rows, columns))
        self.copied.emit(len(rows) * len(columns))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.key() in _ENTER:
            self._on_activated(self.currentIndex())
        elif event.key() == Qt.Key.Key_Delete:
            self.remove_asked.emit()
        else:
            super().keyPressEvent(event)

    def _on_activated(self, index: QModelIndex) -> None:
        if index.isValid():
            self.box_activated.emit(index.column(), index.row())

    def _on_current_changed(self, index: QModelIndex) -> None:
        if index.isValid():
            self.current_changed.emit(index.column(), index.row())


def _shape(trend: Trend) -> tuple[tuple[str, ...], tuple[str, ...]]:
    codes = tuple(line.code for line in trend.lines)
    return codes, tuple(month.stem for month in trend.months)
