"""The one door: every change of a figure, from wherever it comes, goes through `apply`."""

import datetime as dt
import hashlib
from collections.abc import Callable, Mapping

from focusdesk.calc.checks import Finding
from focusdesk.calc.worksheet import Worksheet
from focusdesk.filing.attachment import Attachment, clean_name, refuse_size
from focusdesk.filing.carried_figures import CarriedFigures
from focusdesk.filing.copies import PrintRefused
from focusdesk.filing.edit import Cause, Change, ChangeSet, Edit, EditRefused
from focusdesk.filing.edition_plan import EditionPlan
from focusdesk.filing.explanation import (
    Explanation,
    Explanations,
    Subject,
    refuse_subject,
)
from focusdesk.filing.filing import OF_THE_MONTH, Filing, Note, PrintRecord, Status
from focusdesk.filing.fingerprint import month_digest
from focusdesk.filing.guarded_changes import guarded_changes, refuse_unknown
from focusdesk.filing.history import History, history_of
from focusdesk.filing.kept_text import explanation_text, note_text, step_name
from focusdesk.filing.month_checks import MonthChecks
from focusdesk.filing.month_targets import MonthTargets
from focusdesk.filing.ports import FilingStore
from focusdesk.filing.since_print import SincePrint
from focusdesk.filing.step import step_words
from focusdesk.filing.target_policy import Pool
from focusdesk.form.amount import AmountError
from focusdesk.form.box import Value
from focusdesk.form.edition import Edition
from focusdesk.form.period import Period

Listener = Callable[[ChangeSet], None]


class FilingSession:
    """One open filing: its figures, what follows from them, and the door through which they change.

    Attributes:
        plan: What the edition settles.
        filing: The filing's header.
        store: Where the filing is kept.
        worksheet: The figures. Read them here; change them by `apply` only.
        checks: What the edit checks come to.
        targets: What the firm's policies give for the target boxes, which follow them.
        carried: What is given for figures that no box holds.
        saved_at: When the last edit of this session reached the disk, in UTC.
    """

    def __init__(
        self,
        plan: EditionPlan,
        filing: Filing,
        store: FilingStore,
        supposed: Mapping[str, Value] | None = None,
    ) -> None:
        """Read the filing's entered boxes from the store and compute the others.

        Args:
            plan: What the edition settles.
            filing: The filing's header.
            store: Where the filing is kept.
            supposed: Entered boxes to suppose in the place of those that the store holds; such a
                session is for looking, and takes no edit.

        Raises:
            StoreError: the store cannot be read.
            AmountError: what is supposed would overflow a total.
        """
        self.plan = plan
        self.filing = filing
        self.store = store
        self._is_supposed = supposed is not None
        entered = store.entered(filing, plan.edition) if supposed is None else supposed
        self.worksheet = Worksheet(plan.edition, entered, plan.calculation)
        self._typed = dict(store.typed(filing)) if supposed is None else {}
        self.saved_at: dt.datetime | None = None
        self._listeners: list[Listener] = []
        self.targets = MonthTargets(plan.pools, self.worksheet, filing, store)
        self.checks = MonthChecks(plan.checks, self.worksheet, filing, store)
        self.carried = CarriedFigures(plan.edition, filing, store)
        self.checks.targets = self.targets.figures
        self.checks.carried = self.carried.values
        self._printed = SincePrint(plan, filing, store, self.worksheet)

    @property
    def edition(self) -> Edition:
        """The form of the filing."""
        return self.plan.edition

    @property
    def read_only(self) -> bool:
        """Whether no edit is taken: the store is read-only, the filing sealed or only supposed."""
        sealed = self.filing.status is Status.SEALED
        return self.store.read_only or sealed or self._is_supposed

    def value(self, code: str) -> Value:
        """Give what a box holds.

        Raises:
            KeyError: the edition has no such box.
        """
        return self.worksheet.value(code)

    def typed(self, code: str) -> str:
        """Give what was typed for what a box holds, such as ``=1000+250``.

        Empty where that was a plain figure, or where it came in another way.
        """
        return self._typed.get(code, "")

    def history(self) -> History:
        """Read what can be undone and redone, as the journal tells it.

        Raises:
            StoreError: the store cannot be read.
        """
        if self._is_supposed:
            return History()
        return history_of(self.store.journal(self.filing), self.edition)

    def findings(self) -> tuple[Finding, ...]:
        """Give what does not hold, in the order of the form."""
        return self.checks.findings()

    def notes(self) -> dict[str, Note]:
        """Read the notes at the filing's boxes."""
        notes = self.store.notes(self.filing)
        return {code: note for code, note in notes.items() if code != OF_THE_MONTH}

    def month_note(self) -> Note | None:
        """Read the note on the month itself; `None` if there is none."""
        return self.store.notes(self.filing).get(OF_THE_MONTH)

    def noted(self) -> dict[str, Note]:
        """Read all that is noted: at the boxes, and of the month under `OF_THE_MONTH`."""
        return self.store.notes(self.filing)

    def write_note(self, code: str, text: str, *, permanent: bool = False) -> Note:
        """Keep a note at a box or on the month; the one that was there stays in its history.

        The listeners are told by a change set without changes, whose cause is `Cause.NOTED`.

        Args:
            code: The box, computed or entered; `OF_THE_MONTH` for the month itself.
            text: The words; empty to withdraw those that are there.
            permanent: They come along when a month is rolled forward from this one.

        Raises:
            EditRefused: the filing is sealed, or it cannot take such a note.
            StoreError: nothing was written; the sentence says why.
        """
        self._refuse_place(code)
        words = note_text(code, text)
        note = self.store.write_note(self.filing, code, words, permanent=permanent)
        self.tell(ChangeSet((), (), Cause.NOTED))
        return note

    def note_history(self, code: str) -> tuple[Note, ...]:
        """Read every note that a box has had, oldest first; one without words is a withdrawal."""
        return self.store.note_history(self.filing, code)

    def explanations(self) -> Explanations:
        """Read what is said of the month's changes, as it stands."""
        return Explanations.of(self.store.explanations(self.filing), self.edition)

    def explanation_history(self, subject: Subject) -> tuple[Explanation, ...]:
        """Read every explanation that a line or a pool has had, oldest first."""
        return tuple(
            each for each in self.store.explanations(self.filing) if each.subject == subject
        )

    def explain_change(
        self, subject: Subject, text: str, against: Period | None = None
    ) -> Explanation | None:
        """Keep why a line or a pool moved, and give what is said since; `None` for nothing.

        What was said before stays in the history. The listeners are told by a change set without
        changes, whose cause is `Cause.EXPLAINED`; not where the same is said already.

        Args:
            subject: The line, computed or entered, or the pool.
            text: The words; empty to withdraw those that are there.
            against: The earlier month; `None` for the month before.

        Raises:
            EditRefused: the filing is sealed, or it cannot take such an explanation.
            StoreError: nothing was written; the sentence says why.
        """
        since = self.filing.period.plus(-1) if against is None else against
        self.refuse_closed(subject.name)
        refuse_subject(self.filing, self.edition, subject, since)
        words = explanation_text(subject.name, text)
        said = self.explanations().find(subject, since)
        if words == (said.text if said else ""):
            return said
        written = self.store.write_explanation(self.filing, subject, since, words)
        self.tell(ChangeSet((), (), Cause.EXPLAINED))
        return written if words else None

    def give_figure(self, code: str, text: str, source: str) -> None:
        """Keep what a carried figure is and where it comes from; a blank withdraws it.

        The listeners are told by a change set without changes, whose cause is `Cause.GIVEN`.

        Args:
            code: The figure.
            text: The amount as it was typed, or yes or no.
            source: Where it comes from, in words.

        Raises:
            EditRefused: the filing is sealed; a `FigureRefused` says which field is at fault.
            StoreError: nothing was written; the sentence says why.
        """
        self.refuse_closed(code)
        if self.carried.keep(code, text, source):
            self.checks.figures_given()
            self.tell(ChangeSet((), (), Cause.GIVEN))

    def attachments(self) -> tuple[Attachment, ...]:
        """List the files that are attached to the filing's boxes and to the month."""
        return self.store.attachments(self.filing)

    def attach(self, code: str, name: str, content: bytes) -> Attachment:
        """Copy a file into the store and attach it to a box or to the month.

        The listeners are told by a change set without changes, whose cause is `Cause.ATTACHED`.

        Args:
            code: The box, computed or entered; `OF_THE_MONTH` for the month itself.
            name: The file's name; it is kept as `focusdesk.filing.attachment.clean_name` has it.
            content: The file, byte by byte.

        Raises:
            EditRefused: the filing is sealed, or the file empty or too large.
            StoreError: nothing was written; the sentence says why.
        """
        self._refuse_place(code)
        refuse_size(code, name, len(content))
        attachment = self.store.attach(self.filing, code, clean_name(name), content)
        self.tell(ChangeSet((), (), Cause.ATTACHED))
        return attachment

    def read_attachment(self, attachment: Attachment) -> bytes:
        """Read an attached file, and prove that it is as it was attached.

        Raises:
            StoreDamaged: it is not.
        """
        return self.store.read_attachment(attachment)

    def withdraw_attachment(self, attachment: Attachment) -> None:
        """Take a file off its box; the store keeps it for the audit trail.

        The listeners are told as `attach` does.

        Raises:
            EditRefused: the filing is sealed.
            StoreError: nothing was written; the sentence says why.
        """
        self.refuse_closed(attachment.code)
        self.store.withdraw_attachment(self.filing, attachment)
        self.tell(ChangeSet((), (), Cause.ATTACHED))

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Have every change set told to a listener; call what is returned to end it."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def apply(self, edit: Edit) -> ChangeSet:
        """Take an edit: guard it, recompute, write it to the disk, tell the listeners.

        Targets that followed the firm's policy follow it after the edit too, as part of it.

        When this returns, the edit is on the disk. When it raises, nothing has changed anywhere.

        Raises:
            EditRefused: a box cannot take its value.
            StoreError: the disk refused; the worksheet has been put back.
        """
        self.refuse_closed(next(iter(edit.values), ""))
        own = guarded_changes(edit, self.edition, self.worksheet.value, self.typed)
        following = self.targets.following(edit.cause, edit.values)
        changes, codes = self._taken(own, following)
        if not changes:
            return ChangeSet((), (), edit.cause)
        try:
            words = self._own_words(edit, changes)
            self.saved_at = self.store.record(self.filing, self.edition, changes, edit.cause, words)
        except BaseException:
            # Whatever it was, Ctrl+C too: figures that are not on the disk are never shown.
            self.worksheet.set({change.code: change.old for change in changes})
            raise
        self.checks.moved(codes, edit.cause)
        self._typed |= {change.code: change.new_typed for change in changes}
        change_set = ChangeSet(changes, self.plan.in_order(codes), edit.cause)
        self.tell(change_set)
        return change_set

    def _taken(
        self, own: tuple[Change, ...], following: tuple[Pool, ...]
    ) -> tuple[tuple[Change, ...], set[str]]:
        """Put changes on the worksheet, and what the firm's policies make of them.

        Returns:
            All entered boxes that changed, and every box that differs, computed ones too.

        Raises:
            EditRefused: a total would overflow; the worksheet is as it was.
        """
        codes = {change.code for change in own}
        try:
            codes.update(self.worksheet.set({change.code: change.new for change in own}))
            fills = self.targets.fills(following, self._typed)
            codes.update(self.worksheet.set({change.code: change.new for change in fills}))
        except AmountError as error:
            self.worksheet.set({change.code: change.old for change in own})
            code = own[0].code if own else OF_THE_MONTH
            raise EditRefused(code, f"A total would overflow: {error}") from error
        return (*own, *fills), codes.union(change.code for change in fills)

    def mark_printed(self, file: bytes) -> None:
        """Record that a signature copy was made of the figures as they are now.

        The listeners are told by a change set without changes, whose cause is `Cause.PRINTED`.

        Args:
            file: The PDF, byte by byte as it leaves the desk.

        Raises:
            PrintRefused: the filing is sealed, and so is what was printed of it; or it is supposed.
            StoreError: nothing was recorded; the sentence says why.
        """
        if self.filing.status is Status.SEALED or self._is_supposed:
            why = "only supposed to be so" if self._is_supposed else "sealed"
            message = (
                f"{self.filing.title} is {why}: no other signature copy of it can be recorded. "
                f"Print the filing instead."
            )
            raise PrintRefused(message)
        content = month_digest(self.filing, self.edition, self.worksheet.values())
        file_digest = hashlib.sha256(file).hexdigest()
        self.filing = self.store.mark_printed(self.filing, content, file_digest)
        self._printed.forget()
        self.tell(ChangeSet((), (), Cause.PRINTED))

    def print_record(self) -> PrintRecord | None:
        """Give when the newest signature copy was made, and of what; `None` if there is none.

        Raises:
            StoreError: the store cannot be read.
        """
        return self._printed.record()

    def changed_since_print(self) -> tuple[str, ...]:
        """Give the boxes that hold something else than the newest signature copy says.

        Computed ones too, in the order of the form; none where nothing was printed.

        Raises:
            StoreError: the store cannot be read.
        """
        return self._printed.differing()

    def printed_value(self, code: str) -> Value:
        """Give what the newest signature copy says of a box; `None` where nothing was printed.

        Raises:
            KeyError: the edition has no such box.
            StoreError: the store cannot be read.
        """
        return self._printed.value(code)

    def tell(self, change_set: ChangeSet) -> None:
        """Tell the listeners of something that happened to the filing."""
        for listener in tuple(self._listeners):
            listener(change_set)

    def refuse_closed(self, code: str = OF_THE_MONTH) -> None:
        """Raise `EditRefused` where the filing is sealed, or only supposed."""
        if self.filing.status is Status.SEALED or self._is_supposed:
            why = "only supposed to be so" if self._is_supposed else "sealed"
            sentence = f"{self.filing.period.label} is {why} and cannot be changed."
            raise EditRefused(code, sentence)

    def _refuse_place(self, code: str) -> None:
        """Refuse to keep anything at a box, or at the month, that takes nothing."""
        self.refuse_closed(code)
        if code != OF_THE_MONTH:
            refuse_unknown(self.edition, code)

    def _own_words(self, edit: Edit, changes: tuple[Change, ...]) -> str:
        """Give what the edit is called, where its changes do not say the same."""
        words = step_name(edit.words)
        told = step_words(self.edition.boxes, changes, edit.cause)
        return "" if words == told or edit.cause in (Cause.UNDO, Cause.REDO) else words
