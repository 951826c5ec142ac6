"""Entering on the page: opening the editor, taking what was typed, saying at the box why not."""

from PySide6.QtCore import QCoreApplication, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QTableView

from focusdesk.form.box import Box, BoxKind
from focusdesk.ui.box_delegate import BoxDelegate, Leave
from focusdesk.ui.box_painter import answers
from focusdesk.ui.page_measures import box_frame
from focusdesk.ui.refusal import Refusal
from focusdesk.ui.schedule_model import ScheduleModel

_ERASERS = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
TICKED = (BoxKind.CHECK, BoxKind.YES_NO)
_LETTERS = {BoxKind.CHECK: {"x": True}, BoxKind.YES_NO: {"y": True, "n": False}}
_HOW_TO_TICK = {
    BoxKind.CHECK: "Space ticks this box, and unticks it.",
    BoxKind.YES_NO: "Type y or n to answer; Space turns the answer over.",
}


class PageEntry(QObject):
    """What the keys and clicks of entry do to the boxes of one page.

    Attributes:
        refused: A code and the sentence that stands at its box.
        refusal_ended: The sentence is gone: the entry was given up, or is being mended.
        finished: Carries the `Leave` by which an entry that was taken has been left.
    """

    refused = Signal(str, str)
    refusal_ended = Signal()
    finished = Signal(object)

    def __init__(self, view: QTableView, model: ScheduleModel, delegate: BoxDelegate) -> None:
        super().__init__(view)
        self._view = view
        self._page = model
        self._delegate = delegate
        self._refusal = Refusal(view.viewport())
        self._handing_on = False
        delegate.left.connect(self._on_left)
        delegate.typed.connect(self.forget_refusal)
        model.entry_refused.connect(self.refused)

    def finish(self) -> bool:
        """Take what is being typed; `False` when it is refused, and then it stays in the editor."""
        editor = self._delegate.editor
        if editor is None:
            return True
        box = self._page.box_at(editor.index)
        typed = editor.text() != editor.data_before
        sentence = self._page.entry.enter_text(box.code, editor.text()) if box and typed else ""
        if box is not None and sentence:
            self.refuse(box.code, sentence)
            editor.show_refused(refused=True)
            return False
        self._close()
        return True

    @property
    def stands_refused(self) -> bool:
        """Whether an entry stands in its editor with the sentence that says why not."""
        return self._delegate.editor is not None and bool(self._delegate.refused)

    def come_back(self) -> None:
        """Bring the keyboard back to a refused entry, so that what is typed next replaces it."""
        editor = self._delegate.editor
        if editor is not None:
            self._view.scrollTo(self._page.cell((editor.index.row(), editor.index.column())))
            self.place_refusal()
            editor.setFocus(Qt.FocusReason.OtherFocusReason)
            editor.selectAll()

    @property
    def waiting(self) -> tuple[str, str] | None:
        """What stands in an open editor, with its code: typed, and not taken yet."""
        editor = self._delegate.editor
        box = self._page.box_at(editor.index) if editor is not None else None
        return (box.code, editor.text()) if editor is not None and box is not None else None

    def give_up(self) -> None:
        """Put the box back as it was before typing."""
        self._close()
        self.forget_refusal()

    def refuse(self, code: str, sentence: str) -> None:
        """Say at a box why its entry was not taken; nothing for an empty sentence."""
        if not sentence:
            return
        self.forget_refusal()
        self._delegate.refused = code
        self._view.scrollTo(self._page.index_of(code))
        self._refusal.say(sentence)
        self.place_refusal()
        self._view.update(self._page.index_of(code))
        self.refused.emit(code, sentence)

    def place_refusal(self) -> None:
        """Put the sentence, if there is one, where its box stands now."""
        code = self._delegate.refused
        if code:
            cell = self._view.visualRect(self._page.index_of(code))
            self._refusal.show_at(box_frame(cell, self._page.box(code)))

    def forget_refusal(self) -> None:
        """Take the sentence away; what was typed stays."""
        if not self._delegate.refused:
            return
        self._view.update(self._page.index_of(self._delegate.refused))
        self._delegate.refused = ""
        self._refusal.hide()
        if self._delegate.editor is not None:
            self._delegate.editor.show_refused(refused=False)
        self.refusal_ended.emit()

    def goes_on(self, event: QKeyEvent) -> bool:
        """Let a key go on with the entry that is open, if one is.

        An entry that was refused may have been left for another part of the desk: typing on the
        page comes back to it. A key that the editor itself did not want is for the window.
        """
        editor = self._delegate.editor
        if editor is None:
            return False
        # In a window that is not active the editor cannot take the focus, and hands back as well.
        if editor.hasFocus() or self._handing_on:
            event.ignore()
            return True
        editor.setFocus(Qt.FocusReason.OtherFocusReason)
        editor.deselect()
        self._handing_on = True
        QCoreApplication.sendEvent(editor, event)
        self._handing_on = False
        return True

    def compose(self, box: Box, event: QInputMethodEvent) -> None:
        """Open an empty editor for what is being composed, and let it go on there."""
        self.edit(box, typed="")
        if self._delegate.editor is not None:
            QCoreApplication.sendEvent(self._delegate.editor, event)

    def key(self, box: Box, event: QKeyEvent) -> bool:
        """Do what a key does to the current box; `False` when it is no key of entry."""
        if event.key() in _ERASERS:
            self.blank()
        elif event.key() == Qt.Key.Key_F2:
            self.edit(box)
        elif event.key() == Qt.Key.Key_Space:
            self.toggle(box)
        elif _types(event):
            self._type(box, event.text())
        else:
            return False
        return True

    def edit(self, box: Box, typed: str | None = None) -> None:
        """Open the editor: at the end of what stands there, or with what was typed instead."""
        closed = self._page.entry.why_closed(box.code)
        if closed:
            self.refuse(box.code, closed)
            return
        if box.kind in TICKED:
            return
        self._view.edit(self._page.index_of(box.code))
        editor = self._delegate.editor
        if editor is not None:
            editor.setText(editor.data_before if typed is None else typed)
            editor.end(False)  # noqa: FBT003 -- Qt's own argument: without marking

    def toggle(self, box: Box) -> None:
        """Tick or untick a check box; turn a question's answer over."""
        value = self._page.value(box.code)
        if box.kind is BoxKind.CHECK:
            self.refuse(box.code, self._page.entry.enter_value(box.code, None if value else True))
        elif box.kind is BoxKind.YES_NO:
            self._answer(box, answer=value is not True)

    def click(self, box: Box, frame: QRect, at: QPoint) -> None:
        """Do what a click on a box does beyond going there: tick it, or answer its question."""
        if box.kind is BoxKind.CHECK and frame.contains(at):
            self.toggle(box)
        elif box.kind is BoxKind.YES_NO:
            for answer, area in answers(frame):
                if area.contains(at):
                    self._answer(box, answer=answer)

    def blank(self) -> None:
        """Blank the selected boxes that can be entered, as one step; nothing stays typed."""
        self.give_up()
        codes = tuple(box.code for box in self.selected_boxes())
        if codes:
            self.refuse(*self._page.entry.blank(codes))

    def selected_boxes(self) -> list[Box]:
        """Give the selected boxes in reading order; the current one where none is selected."""
        indexes = self._view.selectionModel().selectedIndexes() or [self._view.currentIndex()]
        boxes = (self._page.box_at(index) for index in indexes)
        return sorted(
            (box for box in boxes if box is not None),
            key=lambda box: self._page.grid.cells[box.code],
        )

    def _answer(self, box: Box, *, answer: bool) -> None:
        self.refuse(box.code, self._page.entry.enter_value(box.code, answer))

    def _type(self, box: Box, text: str) -> None:
        """Do what a character does: a tick and an answer have their own few letters."""
        if box.kind not in TICKED:
            self.edit(box, typed=text)
        elif text.casefold() in _LETTERS[box.kind]:
            answer = _LETTERS[box.kind][text.casefold()]
            self.refuse(box.code, self._page.entry.enter_value(box.code, answer))
        else:
            closed = self._page.entry.why_closed(box.code)
            self.refuse(box.code, closed or _HOW_TO_TICK[box.kind])

    def _close(self) -> None:
        editor = self._delegate.editor
        if editor is not None:
            self._view.update(self._page.cell((editor.index.row(), editor.index.column())))
            self._delegate.editor = None
            self._delegate.closeEditor.emit(editor, BoxDelegate.EndEditHint.NoHint)

    def _on_left(self, leave: Leave) -> None:
        if leave is Leave.GIVE_UP:
            self.give_up()
        elif self.finish() and leave is not Leave.ELSEWHERE:
            self.finished.emit(leave)


def _types(event: QKeyEvent) -> bool:
    """Whether a key types a character; AltGr, which types some, comes as Ctrl and Alt together."""
    command = event.modifiers() & (
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    )
    commands = command in (Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier)
    return bool(event.text()) and event.text().isprintable() and not commands
