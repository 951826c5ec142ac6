"""One half of the comparison's table, and the keys that it has beyond those of a table."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTableView
from typing_extensions import override

from focusdesk.ui.compare.compare_headings import CompareHeadings
from focusdesk.ui.compare.compare_model import CompareModel
from focusdesk.ui.compare.compare_paint import ROW_HEIGHT, ComparePainter
from focusdesk.ui.compare.compare_rows import RowKind

_FOLDING = {
    Qt.Key.Key_Left: True,
    Qt.Key.Key_Right: False,
    Qt.Key.Key_Return: None,
    Qt.Key.Key_Enter: None,
    Qt.Key.Key_Space: None,
}
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_KEYPAD = Qt.KeyboardModifier.KeypadModifier


class CompareHalf(QTableView):
    """Codes and lines, or the months."""

    copy_asked = Signal()
    """Ctrl+C."""

    menu_asked = Signal(object, QPoint)
    """The menu of a cell is wanted, at a point of the screen."""

    fold_asked = Signal(object, bool)
    """Fold the schedule of the current heading (`True`), unfold it (`False`), or turn it over
    (`None`); and whether all schedules are meant."""

    explain_asked = Signal()
    """F2."""

    change_asked = Signal()
    """F9."""

    def __init__(self, name: str, model: CompareModel, painter: ComparePainter) -> None:
        super().__init__()
        self._model = model
        self.setModel(model)
        self.setItemDelegate(painter)
        self.headings = CompareHeadings(f"{name}, headings", self)
        self.setHorizontalHeader(self.headings)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        # A figure at the edge is drawn whole or not at all, so what is scrolled is drawn anew.
        self.horizontalScrollBar().valueChanged.connect(self.viewport().update)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(1)
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)

    def settle(self) -> None:
        """Know at once how far it can be scrolled, where Qt would wait a moment for it."""
        self.updateGeometries()

    def show_newest(self) -> None:
        """Scroll to the newest months and their changes, but not beyond what is current."""
        bar = self.horizontalScrollBar()
        bar.setValue(bar.maximum())
        self.scrollTo(self.currentIndex())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_asked.emit()
        elif key == Qt.Key.Key_F2 and not event.modifiers():
            self.explain_asked.emit()
        elif key == Qt.Key.Key_F9 and not event.modifiers():
            self.change_asked.emit()
        elif self._folds(event):
            every = bool(event.modifiers() & _SHIFT)
            self.fold_asked.emit(_FOLDING[Qt.Key(key)], every)
        else:
            super().keyPressEvent(event)

    def _folds(self, event: QKeyEvent) -> bool:
        """Whether a key folds: on a schedule's heading, with Shift at most."""
        index = self.currentIndex()
        others = event.modifiers() & ~(_SHIFT | _KEYPAD)
        if not index.isValid() or others or event.key() not in _FOLDING:
            return False
        return self._model.rows[index.row()].kind is RowKind.SCHEDULE

    @override
    def contextMenuEvent(self, arg__1: QContextMenuEvent) -> None:
        """Ask for the menu of the cell under the pointer; by the keyboard, of the current one."""
        at, index = arg__1.globalPos(), self.indexAt(arg__1.pos())
        if arg__1.reason() is QContextMenuEvent.Reason.Keyboard:
            index = self.currentIndex()
            at = self.viewport().mapToGlobal(self.visualRect(index).bottomLeft())
        if index.isValid() and self._model.rows[index.row()].can_be_current:
            self.menu_asked.emit(index, at)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave a wheel that is turned with Ctrl to the window, which zooms."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
            return
        super().wheelEvent(event)
