"""Entering on the page: which key and which click begins an entry, ticks, answers or blanks."""

from PySide6.QtCore import QObject, QPoint, QRect, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent

from focusdesk.form.box import Box, BoxKind
from focusdesk.ui.page.box_painter import answers
from focusdesk.ui.page.page_measures import click_area
from focusdesk.ui.page.page_selection import PageSelection
from focusdesk.ui.page.schedule_model import ScheduleModel
from focusdesk.ui.page.typed_entry import TypedEntry

_ERASERS = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
TICKED = (BoxKind.CHECK, BoxKind.YES_NO)
_LETTERS = {BoxKind.CHECK: {"x": True}, BoxKind.YES_NO: {"y": True, "n": False}}
_HOW_TO_TICK = {
    BoxKind.CHECK: "Space ticks this box, and unticks it.",
    BoxKind.YES_NO: "Type y or n to answer; Space turns the answer over.",
}


class PageEntry(QObject):
    """What the keys and clicks of entry do to the boxes of one page."""

    def __init__(self, selection: PageSelection, model: ScheduleModel, typed: TypedEntry) -> None:
        super().__init__(selection)
        self._selection = selection
        self._page = model
        self._typed = typed
        model.entry_refused.connect(typed.refused)

    def compose(self, box: Box, event: QInputMethodEvent) -> None:
        """Open an empty editor for what is being composed, and let it go on there."""
        self.edit(box, typed="")
        self._typed.compose(event)

    def key(self, box: Box, event: QKeyEvent) -> bool:
        """Do what a key does to the current box; `False` when it is no key of entry."""
        if event.key() == Qt.Key.Key_Backspace and box.kind not in TICKED:
            self.edit(box, typed="")
        elif event.key() in _ERASERS:
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
            self._typed.refuse(box.code, closed)
            return
        if box.kind not in TICKED:
            self._typed.open(box, typed)

    def toggle(self, box: Box) -> None:
        """Tick or untick a check box; turn a question's answer over."""
        value = self._page.value(box.code)
        if box.kind is BoxKind.CHECK:
            self._typed.refuse(
                box.code, self._page.entry.enter_value(box.code, None if value else True)
            )
        elif box.kind is BoxKind.YES_NO:
            self._answer(box, answer=value is not True)

    def click(self, box: Box, frame: QRect, at: QPoint) -> None:
        """Do what a click on a box does beyond going there: tick it, or answer its question."""
        if box.kind is BoxKind.CHECK and click_area(frame).contains(at):
            self.toggle(box)
        elif box.kind is BoxKind.YES_NO:
            for answer, area in answers(frame):
                if click_area(area).contains(at):
                    self._answer(box, answer=answer)

    def blank(self) -> None:
        """Blank the selected boxes that can be entered, as one step; nothing stays typed."""
        self._typed.give_up()
        codes = self._selection.codes
        if codes:
            self._typed.refuse(*self._page.entry.blank(codes))

    def _answer(self, box: Box, *, answer: bool) -> None:
        self._typed.refuse(box.code, self._page.entry.enter_value(box.code, answer))

    def _type(self, box: Box, text: str) -> None:
        """Do what a character does: a tick and an answer have their own few letters."""
        if box.kind not in TICKED:
            self.edit(box, typed=text)
        elif text.casefold() in _LETTERS[box.kind]:
            answer = _LETTERS[box.kind][text.casefold()]
            self._typed.refuse(box.code, self._page.entry.enter_value(box.code, answer))
        else:
            closed = self._page.entry.why_closed(box.code)
            self._typed.refuse(box.code, closed or _HOW_TO_TICK[box.kind])


def _types(event: QKeyEvent) -> bool:
    """Whether a key types a character; AltGr, which types some, comes as Ctrl and Alt together."""
    command = event.modifiers() & (
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    )
    commands = command in (Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier)
    return bool(event.text()) and event.text().isprintable() and not commands
