"""The one entry that is being typed: its editor, what is shown at it, and what becomes of it.

Nothing that is typed is guessed. While it is typed, a strip shows what would be stored; a minus
that can mean two things is asked about; what cannot be taken stays, with the sentence that says
why, and the character at which it goes wrong is marked.
"""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QTableView

from focusdesk.form.amount import quoted
from focusdesk.form.box import Box
from focusdesk.form.entry import EntryPreview, SignQuestion
from focusdesk.form.expression import is_expression
from focusdesk.ui.page.box_delegate import BoxDelegate, BoxEditor, Leave
from focusdesk.ui.page.callout import Callout
from focusdesk.ui.page.entry_hold import EntryHold, Held
from focusdesk.ui.page.entry_strip import EntryStrip
from focusdesk.ui.page.pointing import Pointing
from focusdesk.ui.page.refusal import Refusal
from focusdesk.ui.page.schedule_model import ScheduleModel
from focusdesk.ui.page.sign_choice import SignChoice

_SEVERAL_CELLS = (
    "The clipboard holds several cells, and one box is being typed. "
    "Press Esc, then Ctrl+V pastes them from this box on."
)


class TypedEntry(QObject):
    """What is being typed into a box of one page.

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
        self._strip = EntryStrip(view.viewport())
        self._choice = SignChoice(view.viewport())
        self._pointing = Pointing(view, model, delegate)
        self._answered: Callable[[bool], object] | None = None
        self._handing_on = False
        self._hold = EntryHold()
        self._why = ""
        delegate.answers = self._answers
        delegate.left.connect(self._on_left)
        delegate.typed.connect(self.forget_refusal)
        self._strip.rested.connect(self.place)
        self._choice.printed_meant.connect(lambda: self._on_answered(as_printed=True))
        self._choice.negative_meant.connect(lambda: self._on_answered(as_printed=False))
        self._choice.taken_back.connect(self._stop_asking)

    # Opening and closing

    @property
    def waiting(self) -> tuple[str, str] | None:
        """What stands in an open editor, with its code: typed, and not taken yet."""
        editor, box = self._delegate.editor, self._box
        return (box.code, editor.text()) if editor is not None and box is not None else None

    @property
    def stands(self) -> bool:
        """Whether an entry stands in its editor, refused or asked about."""
        return self._delegate.editor is not None and bool(self._delegate.refused or self._answered)

    def open(self, box: Box, typed: str | None = None) -> None:
        """Open the editor: at the end of what stands there, or with what was typed instead."""
        index = self._page.index_of(box.code)
        self._view.scrollTo(index)  # a selection may have been followed out of its sight
        self._view.edit(index)
        editor = self._delegate.editor
        if editor is not None:
            editor.textChanged.connect(self._on_text_changed)
            self._pointing.follow(editor)
            editor.clicked.connect(self._hold.end)
            editor.several_cells_met.connect(lambda: self.refuse(box.code, _SEVERAL_CELLS))
            editor.setText(editor.data_before if typed is None else typed)
            editor.end(False)  # noqa: FBT003 -- Qt's own argument: without marking

    def compose(self, event: QInputMethodEvent) -> None:
        """Let what is being composed go on in the open editor, and the keyboard with it."""
        editor = self._delegate.editor
        if editor is not None:
            if not editor.hasFocus():
                editor.setFocus(Qt.FocusReason.OtherFocusReason)
                editor.deselect()
            QCoreApplication.sendEvent(editor, event)

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

    def come_back(self) -> None:
        """Bring the keyboard back to an entry that stands in the way of a command, and say so.

        What is typed next was meant for the command, so nothing of it is written into the entry.
        """
        editor = self._delegate.editor
        if editor is None:
            return
        self._view.scrollTo(self._page.cell((editor.index.row(), editor.index.column())))
        editor.setFocus(Qt.FocusReason.OtherFocusReason)
        editor.end(False)  # noqa: FBT003 -- Qt's own argument: without marking
        self._hold.begin()
        self._insist()

    def mend(self) -> None:
        """Bring the keyboard back to the entry that is open, to go on with it, as F2 does there."""
        editor = self._delegate.editor
        if editor is None:
            return
        editor.setFocus(Qt.FocusReason.OtherFocusReason)
        editor.end(False)  # noqa: FBT003 -- Qt's own argument: without marking
        self._hold.end()
        if self._delegate.refused:
            self._stop(Held.MENDS)

    def _insist(self) -> None:
        """Say at the box and in the status line what must be done with the entry first."""
        waiting = self.waiting
        if waiting is None:
            return
        code, typed = waiting[0], quoted(waiting[1])
        if self._answered is not None:
            first = f'First say what "{typed}" means, or give it up (Esc).'
            self._choice.flash()
            self.place()
            self.refused.emit(code, f"{first} {self._why}")
        elif self._delegate.refused:
            sentence = f'First mend "{typed}" (F2), or give it up (Esc). {self._why}'
            self._refusal.say(sentence)
            self._refusal.flash()
            self.place()
            self.refused.emit(code, sentence)

    def give_up(self) -> None:
        """Put the box back as it was before typing."""
        self._close()
        self.forget_refusal()

    def _close(self) -> None:
        self._hold.end()
        self._stop_asking()
        self._strip.tell("", "")
        self._pointing.end()
        editor = self._delegate.editor
        if editor is not None:
            self._view.update(self._page.cell((editor.index.row(), editor.index.column())))
            self._delegate.editor = None
            self._delegate.closeEditor.emit(editor, BoxDelegate.EndEditHint.NoHint)

    # Taking

    def finish(self) -> bool:
        """Take what is being typed; `False` when it is refused or asked about, and then it stays.

        What was opened and left alone is not taken again. By Enter, Tab or an arrow it is, where it
        is arithmetic that comes to another figure now: the strip has shown which.
        """
        return self._finish(Leave.ELSEWHERE)

    def _finish(self, leave: Leave) -> bool:
        editor, box = self._delegate.editor, self._box
        if editor is None or box is None:
            return True
        preview = self._page.entry.preview(box.code, editor.text())
        by_key = leave is not Leave.ELSEWHERE
        again = by_key and self._comes_to_more(box, editor, preview)
        if editor.text() == editor.data_before and not again:
            self._close()
            return True
        if preview.question is not None and not preview.refusal:
            self._ask(box, preview, preview.question, leave)
            return False
        return self._take(box, preview, as_printed=False)

    def _comes_to_more(self, box: Box, editor: BoxEditor, preview: EntryPreview) -> bool:
        differs = bool(preview.refusal) or preview.value != self._page.value(box.code)
        return is_expression(editor.text()) and differs

    def _take(self, box: Box, preview: EntryPreview, *, as_printed: bool) -> bool:
        sentence = preview.refusal or self._page.entry.take(
            box.code, preview, as_printed=as_printed
        )
        editor = self._delegate.editor
        if sentence and editor is not None:
            self.refuse(box.code, sentence)
            editor.show_refused(refused=True)
            editor.mark(preview.column, preview.length)
            return False
        self._close()
        return True

    def _on_left(self, leave: Leave) -> None:
        if leave is Leave.GIVE_UP:
            self.give_up()
        elif self._finish(leave) and leave is not Leave.ELSEWHERE:
            self.finished.emit(leave)

    def point(self, box: Box | None) -> bool:
        """Write a clicked box into arithmetic that waits for one; `False` where none does."""
        return self._pointing.point(box)

    def _answers(self, event: QKeyEvent) -> bool:
        """Let a key answer the question that stands, or point at a box; `False` where it types."""
        held = self._hold.key(event)
        if held is not Held.LET_THROUGH:
            self._stop(held)
            return True
        return self._choice.answers(event) if self._answered else self._pointing.key(event)

    def _stop(self, held: Held) -> None:
        """Do what is to be done about a key that goes no further."""
        if held is Held.GIVES_UP:
            self.give_up()
        elif held is Held.MENDS and self._answered is None:
            self.refuse(self._delegate.refused, self._why)
        elif held is Held.KEPT_OUT:
            self._insist()

    # Asking

    def ask(self, question: SignQuestion, answered: Callable[[bool], object]) -> None:
        """Ask at what is being typed what its minus means.

        Args:
            question: The question.
            answered: Called with whether the figure within the form's parentheses was meant.
        """
        box = self._box
        if box is None:
            return
        self.forget_refusal()
        self._answered, self._why = answered, question.sentence
        self._strip.tell("", "")
        self._view.scrollTo(self._page.index_of(box.code))
        self._choice.ask(question)
        self.place()

    def _ask(self, box: Box, preview: EntryPreview, question: SignQuestion, leave: Leave) -> None:
        """Ask before it is taken; Enter, Tab and the like go on to where they lead afterwards."""

        def take(as_printed: bool) -> None:  # noqa: FBT001 -- an answer
            if self._take(box, preview, as_printed=as_printed) and leave is not Leave.ELSEWHERE:
                self.finished.emit(leave)

        self.ask(question, take)

    def _stop_asking(self) -> None:
        if self._answered is not None:
            self._answered = None
            self._choice.leave()
            self.refusal_ended.emit()

    def _on_answered(self, *, as_printed: bool) -> None:
        if self._answered is not None:
            self._answered(as_printed)

    # Showing

    def refuse(self, code: str, sentence: str) -> None:
        """Say at a box why its entry was not taken; nothing for an empty sentence."""
        if not sentence:
            return
        self.forget_refusal()
        self._stop_asking()
        self._strip.tell("", "")
        self._delegate.refused, self._why = code, sentence
        self._view.scrollTo(self._page.index_of(code))
        self._refusal.say(sentence)
        self.place()
        self._view.update(self._page.index_of(code))
        self.refused.emit(code, sentence)

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

    def place(self) -> None:
        """Put what stands at a box, if anything does, where the box is now."""
        if self._delegate.refused:
            self._show(self._refusal, self._page.box(self._delegate.refused))
        if self._box is None:
            return
        if self._answered is not None:
            self._show(self._choice, self._box)
        elif self._strip.says_anything:
            self._show(self._strip, self._box)

    def _on_text_changed(self, text: str) -> None:
        """Show what would become of the entry as it is typed now; a mistake may yet be mended."""
        box, editor = self._box, self._delegate.editor
        if box is None or editor is None:
            return
        self._stop_asking()
        preview = self._page.entry.preview(box.code, text)
        untouched = text == editor.data_before and not is_expression(text)
        shown = "\n".join(part for part in (preview.shown, preview.cents) if part)
        self._strip.tell(shown, "" if untouched else preview.hint)
        editor.setAccessibleDescription(shown)
        self.place()

    @property
    def _box(self) -> Box | None:
        """The box that is being typed into; `None` where nothing is."""
        editor = self._delegate.editor
        return self._page.box_at(editor.index) if editor is not None else None

    def _show(self, callout: Callout | SignChoice, box: Box) -> None:
        """Show words at a box; on a small screen the box goes up to the top to make room."""
        index = self._page.index_of(box.code)
        self._put(callout, box)
        if not self._view.viewport().rect().contains(callout.geometry()):
            self._view.scrollTo(index, QTableView.ScrollHint.PositionAtTop)
            self._put(callout, box)

    def _put(self, callout: Callout | SignChoice, box: Box) -> None:
        cell = self._view.visualRect(self._page.index_of(box.code))
        callout.show_at(self._delegate.frame_of(cell, box), self._delegate.zoom)
