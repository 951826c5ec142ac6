"""Draws every cell of a page, and lends the box that is being typed into an editor.

The editor keeps what was typed until the view has taken it or the user gives it up: leaving it by a
key only says which way the user wants to go; the view decides whether the entry can be taken.
"""

from collections.abc import Callable
from enum import Enum

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from focusdesk.form.box import Box, BoxKind
from focusdesk.ui.look.zoom import Zoom
from focusdesk.ui.page.box_editor import BoxEditor
from focusdesk.ui.page.box_painter import Look
from focusdesk.ui.page.page_measures import BOX_HEIGHT, BOX_PAD, HANG, box_frame, shown_frame
from focusdesk.ui.page.page_painter import PagePainter
from focusdesk.ui.page.schedule_model import Index, ScheduleModel
from focusdesk.ui.page.spoken import name_of_box

_LEAST = {BoxKind.TEXT: 240}  # pixels: words get room where their box is narrow


class Leave(Enum):
    """How the user leaves an editor."""

    DOWN = "Enter"
    UP = "Shift+Enter"
    NEXT = "Tab"
    PREVIOUS = "Shift+Tab"
    ARROW_DOWN = "Down"
    ARROW_UP = "Up"
    PAGE_UP = "PgUp"
    PAGE_DOWN = "PgDn"
    GIVE_UP = "Esc"
    ELSEWHERE = "a click elsewhere"


_ENTER_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_LEAVES = {
    Qt.Key.Key_Tab: Leave.NEXT,
    Qt.Key.Key_Backtab: Leave.PREVIOUS,
    Qt.Key.Key_Down: Leave.ARROW_DOWN,
    Qt.Key.Key_Up: Leave.ARROW_UP,
    Qt.Key.Key_PageUp: Leave.PAGE_UP,
    Qt.Key.Key_PageDown: Leave.PAGE_DOWN,
    Qt.Key.Key_Escape: Leave.GIVE_UP,
}
_STAYING = (
    Qt.FocusReason.ActiveWindowFocusReason,
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
)


class BoxDelegate(QStyledItemDelegate):
    """Draws and edits the boxes of one schedule.

    Attributes:
        left: Carries a `Leave`: the user wants to be done with the editor.
        typed: A key was pressed in the editor.
        editor: The open editor; `None` where nothing is being typed.
        refused: The code of the box whose entry was not taken; empty for none.
        current: The cell that the keyboard is at.
        zoom: How large the page is shown.
        answers: Asked first about each key in the editor; says whether it answered a question at
            the box, or pointed at another, and so is done.
    """

    left = Signal(object)
    typed = Signal()

    def __init__(self, model: ScheduleModel, painter: PagePainter, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model
        self._painter = painter
        self.editor: BoxEditor | None = None
        self.refused = ""
        self.current = QModelIndex()
        self.zoom = Zoom()
        self.answers: Callable[[QKeyEvent], bool] | None = None

    def frame_of(self, cell: QRect, box: Box) -> QRect:
        """Give where a box stands on the screen, of which the cell is shown in a rectangle."""
        return shown_frame(self.zoom, cell, box)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        box = self._model.box_at(index)
        states = QStyle.StateFlag
        state: QStyle.StateFlag = option.state  # pyright: ignore[reportAttributeAccessIssue] -- the stubs lack the fields of style options
        look = Look(
            current=self.current == index,
            focused=bool(state & states.State_HasFocus),
            selected=bool(state & states.State_Selected),
            editing=self.editor is not None and self.editor.index == index,
            refused=box is not None and box.code == self.refused,
            current_row=self.current.row() == index.row(),
        )
        rect: QRect = option.rect  # pyright: ignore[reportAttributeAccessIssue] -- as above
        painter.save()
        painter.translate(rect.topLeft())
        painter.scale(self.zoom.factor, self.zoom.factor)
        self._painter.paint(painter, self.zoom.cell(rect), (index.row(), index.column()), look)
        painter.restore()

    @override
    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        box = self._model.box_at(index)
        row = self._model.grid.rows[index.row()]
        name = name_of_box(row, box) if box else ""
        self.editor = BoxEditor(parent, index, name)
        if box is not None and box.kind is BoxKind.AMOUNT:
            self.editor.setAlignment(Qt.AlignmentFlag.AlignRight)
        return self.editor

    @override
    def destroyEditor(self, editor: QWidget, index: Index) -> None:
        if editor is self.editor:
            self.editor = None
        super().destroyEditor(editor, index)

    @override
    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Leave what is being typed alone when the box changes under it."""

    @override
    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, BoxEditor):
            model.setData(index, editor.text())

    @override
    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        box = self._model.box_at(index)
        rect: QRect = option.rect  # pyright: ignore[reportAttributeAccessIssue] -- as above
        if box is not None and isinstance(editor, BoxEditor):
            area = _editor_area(self.zoom.cell(rect), box)
            editor.setFont(self.zoom.font())
            least = self.zoom.grown(_LEAST.get(box.kind, 0))
            editor.lie_in(self.zoom.placed(rect, area), least)

    @override
    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        """Leave clicks and keys on a tick to the view, which knows where its square stands."""
        del event, model, option, index
        return False

    @override
    def eventFilter(self, object: QObject, event: QEvent) -> bool:
        if object is not self.editor:
            return False
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._key_pressed(event)
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            # The keys that leave an editor are its own, whatever the menus say.
            event.setAccepted(leave_by(event) is not None)
            return event.isAccepted()
        if isinstance(event, QFocusEvent) and event.type() == QEvent.Type.FocusOut:
            if event.reason() not in _STAYING:
                self.left.emit(Leave.ELSEWHERE)
            return False
        return False

    def _key_pressed(self, event: QKeyEvent) -> bool:
        if self.answers is not None and self.answers(event):
            return True
        leave = leave_by(event)
        if leave is None:
            self.typed.emit()
            return False
        self.left.emit(leave)
        return True


def leave_by(event: QKeyEvent) -> Leave | None:
    """Say which way a key leaves an editor; `None` for a key that types or edits."""
    key = Qt.Key(event.key())
    if event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier):
        return None
    if key in _ENTER_KEYS:
        shifted = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        return Leave.UP if shifted else Leave.DOWN
    return _LEAVES.get(key)


def _editor_area(cell: QRect, box: Box) -> QRect:
    """Give where the editor lies: inside the box's frame."""
    frame = box_frame(cell, box)
    if box.kind is BoxKind.AMOUNT:
        return frame.adjusted(2, 2, 2 - HANG, -2)
    top = frame.top() + (frame.height() - BOX_HEIGHT) // 2
    return QRect(frame.left() + BOX_PAD - 3, top + 2, frame.width() - BOX_PAD, BOX_HEIGHT - 4)
