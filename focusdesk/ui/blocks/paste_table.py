"""The table of a block's rows before it is pasted: gone through by the arrows, F8 and Space."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QLineEdit, QTableView, QWidget
from typing_extensions import override

from focusdesk.filing.paste_rows import PasteRow, RowState
from focusdesk.ui.blocks.paste_model import PasteColumn, PasteModel
from focusdesk.ui.blocks.paste_paint import PAD, ROW, SIGN, PastePainter

_SPARE = 4  # pixels: the words are not quite as wide as they measure
_WIDEST = {
    PasteColumn.STATE: 130,
    PasteColumn.WHERE: 110,
    PasteColumn.CODE: 130,
    PasteColumn.TEXT: 150,
    PasteColumn.OLD: 130,
    PasteColumn.NEW: 130,
}
_WIDEST_OF_FEW = {
    PasteColumn.STATE: 115,
    PasteColumn.CODE: 70,
    PasteColumn.TEXT: 100,
    PasteColumn.OLD: 100,
    PasteColumn.NEW: 100,
}
"""Without the place in the block, where the screen is small."""

_NARROWEST_LINE = 180
_LEAST_LINE = 100
_MOST_MEASURED = 1000
_Flag = QItemSelectionModel.SelectionFlag


class PasteTable(QTableView):
    """Shows the rows, and lets the user leave some out and take them in again."""

    left_out = Signal(object)
    """The keys of the rows that the user wants left out."""

    taken_in = Signal(object)
    """The keys of the rows that the user wants taken in again."""

    typed = Signal(int, str)
    """A value was typed for the row with this key."""

    def __init__(self, model: PasteModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = model
        self._painter = PastePainter(self, model)
        self._changes_only = False
        self.setModel(model)
        self.setItemDelegate(self._painter)
        self.setObjectName("paste_table")
        self.setAccessibleName("Rows of the block")
        self.setAccessibleDescription(
            "Space leaves a row out and takes it in again, F2 or a value mends it, F8 goes on."
        )
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setMinimumHeight(4 * ROW)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._set_headers()
        self._painter.typed.connect(self.typed)
        model.modelReset.connect(self.fit)
        model.dataChanged.connect(self.fit)

    def _set_headers(self) -> None:
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(ROW)
        self.verticalHeader().setDefaultSectionSize(ROW)
        header = self.horizontalHeader()
        header.setAccessibleName("Columns of the rows")
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)

    def go_to(self, row: int) -> None:
        """Make a row the current one, so that all of it is read out."""
        index = self._rows.index(row, PasteColumn.STATE)
        self.selectionModel().setCurrentIndex(index, _Flag.ClearAndSelect | _Flag.Rows)
        self.scrollTo(index)

    def go_to_next(self, *, back: bool = False) -> bool:
        """Go to the next row that has to be dealt with, round the end; `False` for none.

        Where all are dealt with, go from change to change.
        """
        rows = self._rows.preview.rows
        waiting = [at for at, row in enumerate(rows) if row.state.stands_in_the_way]
        waiting = waiting or [at for at, row in enumerate(rows) if row.state.says_something_new]
        if not waiting:
            return False
        here = self.currentIndex().row()
        beyond = [at for at in waiting if (at < here if back else at > here)]
        self.go_to((beyond or waiting)[-1 if back else 0])
        return True

    def show_changes_only(self, only: bool) -> None:  # noqa: FBT001 -- a slot
        """Hide the rows of which nothing comes, or show them again."""
        self._changes_only = only
        self._hide_settled()

    @property
    def chosen(self) -> Sequence[PasteRow]:
        """The selected rows."""
        rows = self._rows.preview.rows
        return [rows[index.row()] for index in self.selectionModel().selectedRows()]

    @property
    def takes_in(self) -> bool:
        """Whether Space takes in: all selected rows are left out."""
        return bool(self.chosen) and all(row.state is RowState.LEFT_OUT for row in self.chosen)

    def leave_out_or_take_in(self) -> None:
        """Leave the selected rows out; take them in again where all are left out."""
        keys = tuple(row.key for row in self.chosen)
        if self.takes_in:
            self.taken_in.emit(keys)
        elif keys:
            self.left_out.emit(keys)

    def _hide_settled(self) -> None:
        for at, row in enumerate(self._rows.preview.rows):
            self.setRowHidden(at, self._changes_only and row.state.is_settled)

    def fit(self) -> None:
        """Give the columns the width of what they say, and each row the height of its words."""
        room = self._fit_columns(_WIDEST)
        small = room < _NARROWEST_LINE
        if small:
            # Where a row stands in the block is the least that is missed on a small screen.
            room = self._fit_columns(_WIDEST_OF_FEW)
        self.setColumnHidden(PasteColumn.WHERE, small)
        self.setColumnWidth(PasteColumn.NAME, max(room, _LEAST_LINE))
        for row in self._measured:
            self.setRowHeight(row, self._painter.height_of(row))
        self._hide_settled()

    def _fit_columns(self, widest: Mapping[PasteColumn, int]) -> int:
        """Give columns their width, and say what is left of the table's for the line."""
        metrics = QFontMetrics(self.font())
        for column, most in widest.items():
            heading = str(self._rows.headerData(column, Qt.Orientation.Horizontal))
            words = (self._rows.words(row, column) for row in self._measured)
            wide = max(metrics.horizontalAdvance(each) for each in (heading, *words)) + 2 * PAD
            sign = SIGN if column is PasteColumn.STATE else 0
            self.setColumnWidth(column, min(wide + sign + _SPARE, most))
        return self.viewport().width() - sum(self.columnWidth(column) for column in widest)

    @property
    def _measured(self) -> range:
        """The rows whose words are measured: a form has fewer boxes than that."""
        return range(min(self._rows.rowCount(), _MOST_MEASURED))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            self.leave_out_or_take_in()
        elif event.key() == Qt.Key.Key_F2 or _begins_a_value(event):
            self._begin_value("" if event.key() == Qt.Key.Key_F2 else event.text())
        else:
            super().keyPressEvent(event)

    def _begin_value(self, text: str) -> None:
        """Let a value be typed for the current row's box, in the place of what the row brings."""
        index = self._rows.index(self.currentIndex().row(), PasteColumn.NEW)
        if not self._rows.flags(index) & Qt.ItemFlag.ItemIsEditable:
            return
        self.edit(index)
        editor = self.viewport().findChild(QLineEdit)
        if isinstance(editor, QLineEdit) and text:
            editor.setText(text)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Leave a row out by the mouse too, or take it in again."""
        self.leave_out_or_take_in()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()


def _begins_a_value(event: QKeyEvent) -> bool:
    """Whether a key is the first of a value."""
    held = event.modifiers() & ~(
        Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
    )
    return not held and event.text().isprintable() and bool(event.text().strip())
