"""What becomes of an entry: read as the box reads it, taken through the one door, or told why not.

Everything that the desk enters into a box passes here, whichever key or click it came from. A
refusal is a sentence, given back to whoever asked, so that it can be shown at the box.
"""

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from focusdesk.filing.edit import Cause, ChangeSet, Edit, EditRefused
from focusdesk.filing.ports import StoreConflict, StoreError
from focusdesk.filing.session import FilingSession
from focusdesk.form.box import EntryError, Value
from focusdesk.ui.spoken import done_words, edit_words, moved_words, why_computed
from focusdesk.ui.undo import Failure, enter, rebuild


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
        rebuild(undo, session, self._tell)

    def takes(self, code: str) -> bool:
        """Whether a box takes an entry."""
        return not (self._session.edition.boxes[code].is_computed or self._session.read_only)

    def why_closed(self, code: str) -> str:
        """Say why a box takes no entry; empty when it does.

        Raises:
            KeyError: the edition has no such box.
        """
        session = self._session
        box, filing = session.edition.boxes[code], session.filing
        if box.is_computed:
            reads = session.plan.calculation.formulas[code].codes
            return why_computed(session.edition.line_of(code), box, reads)
        if session.store.read_only:
            return "This store can only be read, so nothing can be entered."
        if session.read_only:
            return f"{filing.period.label} is {filing.status.value} and cannot be changed."
        return ""

    def enter_text(self, code: str, text: str) -> str:
        """Enter what was typed; give the sentence that says why not, empty when it was taken."""
        try:
            value = self._session.edition.boxes[code].parse(text)
        except EntryError as error:
            return self.why_closed(code) or str(error)
        return self.enter_value(code, value)

    def enter_value(self, code: str, value: Value) -> str:
        """Enter one value; give the sentence that says why not, empty when it was taken."""
        closed = self.why_closed(code)
        if closed:
            return closed
        box, old = self._session.edition.boxes[code], self._session.value(code)
        return self._enter({code: value}, edit_words(box, old, value), done_words(box, old, value))

    def blank(self, codes: tuple[str, ...]) -> str:
        """Blank boxes as one step; give the sentence that says why not, empty when taken."""
        for code in codes:
            closed = self.why_closed(code)
            if closed:
                return closed
        held = [code for code in codes if self._session.value(code) is not None]
        if len(held) <= 1:
            return self.enter_value((held or codes)[0], None)
        words = f"{len(held)} boxes blanked"
        return self._enter(dict.fromkeys(held), words, words)

    def _enter(self, values: Mapping[str, Value], step: str, done: str) -> str:
        edit = Edit(values, Cause.TYPED, step)
        try:
            change_set = enter(self._undo, self._session, edit, self._tell)
        except EditRefused as error:
            return str(error)
        except StoreError as error:
            self._tell(error)
            return str(error)
        if change_set.changes:
            self.entry_done.emit(done + self._moved(change_set))
        return ""

    def _moved(self, change_set: ChangeSet) -> str:
        """Say which computed boxes now show another figure, and which."""
        boxes = (self._session.edition.boxes[code] for code in change_set.codes)
        computed = [box for box in boxes if box.is_computed]
        return moved_words([(box, self._session.value(box.code)) for box in computed])

    def _tell(self, failure: Failure) -> None:
        told = self.conflict_met if isinstance(failure, StoreConflict) else self.store_failed
        told.emit(str(failure))
