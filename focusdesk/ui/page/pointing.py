"""Pointing at boxes while arithmetic is typed, as in a spreadsheet: ``=`` and an arrow or a click.

Arithmetic that stands before an operator's next figure waits for a box. A click on an amount then
writes its code, and so does an arrow; further arrows go on from there. Any other key types on.
"""

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QTableView

from focusdesk.form.amount import plain
from focusdesk.form.box import Box, BoxKind
from focusdesk.form.expression import is_expression
from focusdesk.ui.page.box_delegate import BoxDelegate, BoxEditor
from focusdesk.ui.page.grid_moves import BACKWARD, FORWARD, box_beside, box_down
from focusdesk.ui.page.schedule_model import ScheduleModel

_BEFORE_A_FIGURE = "=+-*/(\u00d7\u00f7"
_ARROWS = {
    Qt.Key.Key_Up: (box_down, BACKWARD),
    Qt.Key.Key_Down: (box_down, FORWARD),
    Qt.Key.Key_Left: (box_beside, BACKWARD),
    Qt.Key.Key_Right: (box_beside, FORWARD),
}
_COMMANDS = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.ShiftModifier
)


class Pointing(QObject):
    """Writes the codes of boxes that are pointed at into the arithmetic that is being typed."""

    def __init__(self, view: QTableView, model: ScheduleModel, delegate: BoxDelegate) -> None:
        super().__init__(view)
        self._view = view
        self._page = model
        self._delegate = delegate
        self._pointed = ""
        self._focus = view.focusPolicy()

    def follow(self, editor: BoxEditor) -> None:
        """Watch what is typed in an editor that has been opened."""
        self._pointed = ""
        editor.textChanged.connect(self._on_changed)
        editor.cursorPositionChanged.connect(self._on_changed)

    def end(self) -> None:
        """Point no longer: the editor is closed."""
        self._pointed = ""
        self._view.setFocusPolicy(self._focus)

    @property
    def waits(self) -> bool:
        """Whether the arithmetic waits for a box at its end, or ends with one pointed at."""
        editor = self._delegate.editor
        if editor is None or not is_expression(editor.text()) or editor.hasSelectedText():
            return False
        box = self._page.box_at(editor.index)
        if box is None or box.kind is not BoxKind.AMOUNT:
            return False
        before = editor.text()[: editor.cursorPosition()]
        if before != editor.text():
            return False
        return plain(before).rstrip()[-1:] in _BEFORE_A_FIGURE or self._ends_with_pointed(before)

    def point(self, box: Box | None) -> bool:
        """Write the code of a box that was clicked; `False` where none is waited for."""
        editor = self._delegate.editor
        if editor is None or box is None or not self.waits:
            return False
        if box.kind is not BoxKind.AMOUNT or editor.index == self._page.index_of(box.code):
            return False
        before = editor.text()
        if self._ends_with_pointed(before):
            before = before.removesuffix(f"[{self._pointed}]")
        self._pointed = box.code
        editor.setText(f"{before}[{box.code}]")
        self._view.scrollTo(self._page.index_of(box.code))
        self._page.highlight((box.code,))
        return True

    def key(self, event: QKeyEvent) -> bool:
        """Let an arrow point at the next amount in its direction; `False` for any other key."""
        move = _ARROWS.get(Qt.Key(event.key()))
        editor = self._delegate.editor
        if move is None or editor is None or event.modifiers() & _COMMANDS or not self.waits:
            return False
        step, way = move
        here = self._page.grid.cells.get(self._pointed, (editor.index.row(), editor.index.column()))
        there = step(self._page.grid, here, way)
        while there != here:
            if self.point(self._page.grid.box_at(there)):
                return True
            here, there = there, step(self._page.grid, there, way)
        return True

    def _ends_with_pointed(self, text: str) -> bool:
        return bool(self._pointed) and text.endswith(f"[{self._pointed}]")

    def _on_changed(self) -> None:
        """Keep the keyboard in the editor while a click would only point."""
        editor = self._delegate.editor
        if editor is not None and self._pointed and not self._ends_with_pointed(editor.text()):
            self._pointed = ""
        tab_only = Qt.FocusPolicy.TabFocus
        self._view.setFocusPolicy(tab_only if self.waits else self._focus)
