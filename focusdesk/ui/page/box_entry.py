"""What becomes of an entry: read as the box reads it, taken through the one door, or told why not.

Everything that the desk enters into a box passes here, whichever key or click it came from. A
refusal is a sentence, given back to whoever asked, so that it can be shown at the box.
"""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from focusdesk.calc.entry_lookup import entry_lookup
from focusdesk.filing.edit import Cause, ChangeSet, Edit, EditRefused
from focusdesk.filing.fills import clear
from focusdesk.filing.ports import StoreConflict, StoreError
from focusdesk.filing.session import FilingSession
from focusdesk.form.box import Value
from focusdesk.form.entry import EntryPreview, codes_hint, entry_preview, period_hint
from focusdesk.ui.page.spoken import done_words, edit_words, moved_words, typed_words, why_computed
from focusdesk.ui.page.undo import Failure, enter, rebuild


class BoxEntry(QObject):
    """Enters values into the open filing.

    Attributes:
        entry_done: What was entered, in words for the status line.
        store_failed: A sentence: the disk refused, or a step could not be undone.
        conflict_met: A sentence: another program has changed the filing, so that it has to be read
            again before anything can be entered.
    """

    entry_done = Signal(str)
    store_failed = Signal(str)
    conflict_met = Signal(str)

    def __init__(
        self, session: FilingSession, undo: QUndoStack, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._undo = undo
        rebuild(undo, session, self.tell)

    def takes(self, code: str) -> bool:
        """Whether a box takes an entry."""
        return not (self._session.edition.boxes[code].is_computed or self._session.read_only)

    def why_closed(self, code: str) -> str:
        """Say why a box takes no entry; empty when it does.

        Raises:
            KeyError: the edition has no such box.
        """
        session = self._session
        box = session.edition.boxes[code]
        if box.is_computed:
            reads = session.plan.calculation.formulas[code].codes
            return why_computed(session.edition.line_of(code), box, reads)
        return self.why_nothing()

    def why_nothing(self) -> str:
        """Say why the filing takes no entry at all; empty when it does."""
        session, filing = self._session, self._session.filing
        if session.store.read_only:
            return "This store can only be read, so nothing can be entered."
        if session.read_only:
            return f"{filing.period.label} is {filing.status.value} and cannot be changed."
        return ""

    def preview(self, code: str, text: str) -> EntryPreview:
        """Say what would become of an entry; nothing is entered.

        Raises:
            KeyError: the edition has no such box.
        """
        closed = self.why_closed(code)
        if closed:
            return EntryPreview(refusal=closed)
        session = self._session
        box = session.edition.boxes[code]
        preview = entry_preview(text, box, entry_lookup(code, session.worksheet))
        hint = preview.hint or period_hint(
            session.edition, session.filing.period, code, preview.value
        )
        if preview.amount is not None:
            hint = hint or codes_hint(session.edition, text)
        return replace(preview, hint=hint)

    def enter_text(self, code: str, text: str) -> str:
        """Enter what was written where nobody can be shown or asked anything first.

        So cents are not dropped, and a sign that can mean two things is not decided. Give the
        sentence that says why not, empty when it was taken.
        """
        preview = self.preview(code, text)
        question = preview.question.sentence if preview.question else ""
        why = preview.refusal or preview.cents_lost or question
        return why or self.take(code, preview)

    def take(self, code: str, preview: EntryPreview, *, as_printed: bool = False) -> str:
        """Enter what was shown; give the sentence that says why not, empty when it was taken.

        Args:
            code: The box.
            preview: What was shown, and is not refused.
            as_printed: The figure within the form's parentheses was meant, and no negative.
        """
        if preview.question is not None and as_printed:
            return self.enter_value(code, preview.question.as_printed)
        typed = preview.amount.typed if preview.amount else ""
        return self._enter_one(code, preview.value, typed, preview.hint)

    def enter_value(self, code: str, value: Value) -> str:
        """Enter one value; give the sentence that says why not, empty when it was taken."""
        return self._enter_one(code, value, "", "")

    def _enter_one(self, code: str, value: Value, typed: str, hint: str) -> str:
        closed = self.why_closed(code)
        if closed:
            return closed
        box, old = self._session.edition.boxes[code], self._session.value(code)
        # Where only the way of typing differs, the change itself says so better.
        step = edit_words(box, old, value) if value != old else ""
        done = done_words(box, old, value) if value != old else typed_words(box, value, typed)
        said = "".join(f" \u00b7 {more}" for more in (typed if value != old else "", hint) if more)
        return self._enter(Edit({code: value}, Cause.TYPED, step, {code: typed}), done + said)

    def blank(self, codes: tuple[str, ...]) -> tuple[str, str]:
        """Blank those of some boxes that can be entered, as one step.

        Returns:
            A box, and the sentence that says why not; empty when they were blanked.
        """
        sentence = self.why_nothing()
        if sentence:
            return codes[0], sentence
        try:
            edit = clear(self._session.worksheet, codes)
        except EditRefused as error:
            return error.code, self.why_closed(codes[0]) if len(codes) == 1 else str(error)
        if len(edit.values) == 1:
            ((code, _),) = edit.values.items()
            box, old = self._session.edition.boxes[code], self._session.value(code)
            done = done_words(box, old, None)
            return code, self._enter(replace(edit, words=edit_words(box, old, None)), done)
        return codes[0], self._enter(edit, f"{len(edit.values)} boxes blanked")

    def take_all(self, edit: Edit, done: str) -> ChangeSet:
        """Enter many boxes as one step, and say in the status line what was done.

        Args:
            edit: The edit; its words name the step.
            done: What the status line says of it.

        Raises:
            EditRefused: a box cannot take its value; nothing has changed.
            StoreError: the disk refused; nothing has changed.
        """
        change_set = enter(self._undo, self._session, edit, self.tell)
        if change_set.changes:
            self.entry_done.emit(done + self._moved(change_set))
        return change_set

    def _enter(self, edit: Edit, done: str) -> str:
        try:
            self.take_all(edit, done)
        except EditRefused as error:
            return str(error)
        except StoreError as error:
            self.tell(error)
            return str(error)
        return ""

    def _moved(self, change_set: ChangeSet) -> str:
        """Say which computed boxes now show another figure, and which."""
        boxes = (self._session.edition.boxes[code] for code in change_set.codes)
        computed = [box for box in boxes if box.is_computed]
        return moved_words([(box, self._session.value(box.code)) for box in computed])

    def tell(self, failure: Failure) -> None:
        """Tell whoever has the filing on the screen why a step could not be taken."""
        told = self.conflict_met if isinstance(failure, StoreConflict) else self.store_failed
        told.emit(str(failure))
