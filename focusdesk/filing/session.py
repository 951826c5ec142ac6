"""The one door: every change of a figure, from wherever it comes, goes through `apply`."""

import datetime as dt
import hashlib
from collections.abc import Callable, Iterable, Mapping

from focusdesk.calc.checks import CheckPlan, Finding
from focusdesk.calc.worksheet import CalculationPlan, Worksheet
from focusdesk.filing.copies import PrintRefused
from focusdesk.filing.edit import Cause, Change, ChangeSet, Edit, EditRefused
from focusdesk.filing.filing import Filing, Note, PrintRecord, Status
from focusdesk.filing.fingerprint import content_digest
from focusdesk.filing.ports import FilingStore
from focusdesk.filing.since_print import differing, entered_at
from focusdesk.form.amount import AmountError
from focusdesk.form.box import EntryError, Value
from focusdesk.form.edition import Edition

Listener = Callable[[ChangeSet], None]


class EditionPlan:
    """What an edition settles once for all its filings: the order of calculation, the checks.

    Attributes:
        edition: The form.
        calculation: Who follows from whom.
        checks: What must hold.
    """

    def __init__(self, edition: Edition) -> None:
        self.edition = edition
        self.calculation = CalculationPlan(edition)
        self.checks = CheckPlan(edition)
        self._place = {code: place for place, code in enumerate(edition.boxes)}

    def in_order(self, codes: Iterable[str]) -> tuple[str, ...]:
        """Put codes into the order of the form."""
        return tuple(sorted(codes, key=self._place.__getitem__))


class FilingSession:
    """One open filing: its figures, what follows from them, and the door through which they change.

    Attributes:
        plan: What the edition settles.
        filing: The filing's header.
        store: Where the filing is kept.
        worksheet: The figures. Read them here; change them by `apply` only.
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
        self.saved_at: dt.datetime | None = None
        self._listeners: list[Listener] = []
        # Several panels ask after each edit; the answer is the same until the next.
        self._findings: tuple[Finding, ...] | None = None
        # Likewise, until the next signature copy: its record, and what every box held then.
        self._printed: tuple[PrintRecord, Mapping[str, Value]] | None = None
        self._knows_printed = False

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

    def findings(self) -> tuple[Finding, ...]:
        """Give what does not hold, in the order of the form."""
        if self._findings is None:
            self._findings = self.plan.checks.findings(self.worksheet)
        return self._findings

    def notes(self) -> dict[str, Note]:
        """Read the notes at the filing's boxes."""
        return self.store.notes(self.filing)

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Have every change set told to a listener; call what is returned to end it."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def apply(self, edit: Edit) -> ChangeSet:
        """Take an edit: guard it, recompute, write it to the disk, tell the listeners.

        When this returns, the edit is on the disk. When it raises, nothing has changed anywhere.

        Raises:
            EditRefused: a box cannot take its value.
            StoreError: the disk refused; the worksheet has been put back.
        """
        changes = self._changes(edit.values)
        if not changes:
            return ChangeSet((), (), edit.cause)
        try:
            codes = self.worksheet.set({change.code: change.new for change in changes})
        except AmountError as error:
            raise EditRefused(changes[0].code, f"A total would overflow: {error}") from error
        try:
            self.saved_at = self.store.record(self.filing, self.edition, changes, edit.cause)
        except BaseException:
            # Whatever it was, Ctrl+C too: figures that are not on the disk are never shown.
            self.worksheet.set({change.code: change.old for change in changes})
            raise
        self._findings = None
        change_set = ChangeSet(changes, self.plan.in_order(codes), edit.cause)
        self._tell(change_set)
        return change_set

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
        content = content_digest(self.filing, self.worksheet.values())
        file_digest = hashlib.sha256(file).hexdigest()
        self.filing = self.store.mark_printed(self.filing, content, file_digest)
        self._knows_printed = False
        self._tell(ChangeSet((), (), Cause.PRINTED))

    def print_record(self) -> PrintRecord | None:
        """Give when the newest signature copy was made, and of what; `None` if there is none.

        Raises:
            StoreError: the store cannot be read.
        """
        printed = self._as_printed()
        return printed and printed[0]

    def changed_since_print(self) -> tuple[str, ...]:
        """Give the boxes that hold something else than the newest signature copy says.

        Computed ones too, in the order of the form; none where nothing was printed.

        Raises:
            StoreError: the store cannot be read.
        """
        printed = self._as_printed()
        return differing(printed[1], self.worksheet.values()) if printed else ()

    def printed_value(self, code: str) -> Value:
        """Give what the newest signature copy says of a box; `None` where nothing was printed.

        Raises:
            KeyError: the edition has no such box.
            StoreError: the store cannot be read.
        """
        printed = self._as_printed()
        return printed[1][code] if printed else None

    def _as_printed(self) -> tuple[PrintRecord, Mapping[str, Value]] | None:
        """Give the newest signature copy's record, and what every box held when it was made."""
        if not self._knows_printed:
            record = self.store.print_record(self.filing)
            self._printed = None if record is None else (record, self._values_at(record.sequence))
            self._knows_printed = True
        return self._printed

    def _values_at(self, sequence: int) -> Mapping[str, Value]:
        """Take the journal back to one of its rows, and compute what followed then."""
        trail = self.store.journal(self.filing)
        entered = entered_at(self.worksheet.entered(), trail, sequence, self.edition)
        return Worksheet(self.edition, entered, self.plan.calculation).values()

    def _tell(self, change_set: ChangeSet) -> None:
        for listener in tuple(self._listeners):
            listener(change_set)

    def _changes(self, values: Mapping[str, Value]) -> tuple[Change, ...]:
        """Guard every value, then list those that differ from what the boxes hold."""
        if self.filing.status is Status.SEALED or self._is_supposed:
            why = "only supposed to be so" if self._is_supposed else "sealed"
            sentence = f"{self.filing.period.label} is {why} and cannot be changed."
            raise EditRefused(next(iter(values), ""), sentence)
        changes: list[Change] = []
        for code, value in values.items():
            new = self._guarded(code, value)
            old = self.worksheet.value(code)
            if new != old:
                changes.append(Change(code, old, new))
        return tuple(changes)

    def _guarded(self, code: str, value: Value) -> Value:
        """Give what the box will hold: an unticked box, say, or an empty text is a blank."""
        box = self.edition.boxes.get(code)
        if box is None:
            sentence = f'The form has no box "{code}". Use the codes that it prints, like 7010.'
            raise EditRefused(code, sentence)
        if box.is_computed:
            sentence = (
                f"{code} is computed ({box.formula}) and cannot be entered. "
                f"Change the boxes that it follows from."
            )
            raise EditRefused(code, sentence)
        try:
            return box.decode(box.encode(value))
        except EntryError as error:
            raise EditRefused(code, str(error)) from error
