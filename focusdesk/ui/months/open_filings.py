"""The filings that have been opened since the start: each keeps its session and its undo stack.

Going to another month and back loses no undo step. Figures of months that nobody opened are read
to be shown beside others, and are not kept.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QUndoGroup, QUndoStack

from focusdesk.filing.beside_months import BesideMonths, beside_months
from focusdesk.filing.compare import ComparedMonth, Comparison
from focusdesk.filing.edit import Cause, ChangeSet, Edit, EditRefused
from focusdesk.filing.filing import Filing
from focusdesk.filing.month_choice import MonthChoice, printed_month
from focusdesk.filing.month_targets import readable_policies
from focusdesk.filing.ports import StoreError
from focusdesk.filing.register import Register
from focusdesk.filing.session import FilingSession
from focusdesk.filing.target_keeping import take_over_policies
from focusdesk.ui.page.filing_signals import FilingSignals
from focusdesk.ui.page.undo import enter


@dataclass(frozen=True, slots=True)
class OpenFiling:
    """One filing that has been opened.

    Attributes:
        session: Its figures and the door through which they change.
        signals: Tells Qt of every change.
        undo: Its steps.
    """

    session: FilingSession
    signals: FilingSignals
    undo: QUndoStack


@dataclass(frozen=True, slots=True)
class Followed:
    """What open filings did about target policies that have changed.

    Attributes:
        filled: Those that took over what was left to them.
        refused: A sentence of each that refused: which, and why.
    """

    filled: tuple[Filing, ...]
    refused: tuple[str, ...]


class OpenFilings(QObject):
    """Opens filings once.

    Attributes:
        register: All filings of the firm.
        undo: The stacks of all open filings; the one of the filing on the desk is active.
        filing_changed: A filing's figures changed: its `Filing` and the `ChangeSet`.
        firm_changed: What the firm has settled is something else, by another program perhaps.
    """

    filing_changed = Signal(object, object)
    firm_changed = Signal()

    def __init__(self, register: Register, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.undo = QUndoGroup(self)
        self.register = register
        self._open: dict[int, OpenFiling] = {}
        self._settled: Mapping[str, str] | None = None
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.applicationStateChanged.connect(self._on_state_changed)

    def open(self, filing: Filing) -> OpenFiling:
        """Open a filing, or give it back if it is open already.

        Raises:
            StoreError: it cannot be read.
        """
        known = self._open.get(filing.id)
        if known is not None:
            return known
        return self.take(self.register.open(filing))

    def to_read(self, filing: Filing) -> FilingSession:
        """Give a filing's figures as they stand: the open session, or one that nobody keeps.

        Of an open filing there is never a second session to read: it would make the store forget
        which figures the first one was read with, and so what another program has changed since.

        Raises:
            StoreError: it cannot be read.
        """
        known = self._open.get(filing.id)
        return known.session if known is not None else self.register.open(filing)

    def take(self, session: FilingSession) -> OpenFiling:
        """Keep a session that has just been started, such as a new month's."""
        signals = FilingSignals(session, self)
        undo = QUndoStack(self.undo)

        def changed(change_set: ChangeSet) -> None:
            self.filing_changed.emit(session.filing, change_set)

        signals.boxes_changed.connect(changed)
        opened = self._open[session.filing.id] = OpenFiling(session, signals, undo)
        return opened

    def read_again(self, filing: Filing) -> OpenFiling:
        """Open a filing anew, as it is kept now; its undo steps are read from the journal again.

        Raises:
            StoreError: it cannot be read; then it stays open as it was.
        """
        session = self.register.open(filing)
        before = self._open.pop(filing.id, None)
        if before is not None:
            before.signals.close()
            before.signals.deleteLater()
            self.undo.removeStack(before.undo)
            before.undo.deleteLater()
        return self.take(session)

    def figures_of(self, filings: Sequence[Filing]) -> tuple[ComparedMonth, ...]:
        """Give the figures of several filings, in their order: open ones as they stand now.

        Raises:
            StoreError: one cannot be read.
        """
        unopened = [filing for filing in filings if filing.id not in self._open]
        looked_at = self.register.look_at(unopened) if unopened else ()
        months = {month.filing.id: month for month in looked_at}
        for filing in filings:
            opened = self._open.get(filing.id)
            if opened is not None:
                session = opened.session
                months[filing.id] = ComparedMonth(
                    session.filing, session.edition, session.worksheet.values()
                )
        return tuple(months[filing.id] for filing in filings)

    def months_of(self, choice: MonthChoice) -> tuple[ComparedMonth, ...]:
        """Give the months of a choice: open ones as they stand now, a last print as it was printed.

        Raises:
            MonthsRefused: the last print is wished for and there is none.
            StoreError: a month cannot be read.
        """
        now = self.figures_of(choice.filings)
        if not choice.from_print:
            return now
        return (printed_month(self.to_read(choice.filings[0])), *now)

    def beside(self, comparison: Comparison) -> BesideMonths:
        """Read what stands beside months: a year's figures, what is said of their changes.

        Raises:
            StoreError: a month or its explanations cannot be read.
        """
        return beside_months(comparison, self.register, self.figures_of)

    def thresholds_changed(self) -> None:
        """Judge every open filing by the firm's thresholds as they are now, and tell of it.

        What is to be explained may be other lines now, as after an explanation.
        """
        for opened in tuple(self._open.values()):  # who is told may open another
            opened.session.checks.thresholds_changed()
            opened.session.tell(ChangeSet((), (), Cause.EXPLAINED))

    @property
    def sessions(self) -> tuple[FilingSession, ...]:
        """The filings that have been opened."""
        return tuple(opened.session for opened in self._open.values())

    def policies_changed(self, left: Iterable[tuple[Filing, Edit]] = ()) -> Followed:
        """Judge every open filing by the firm's target policies as they are now, and fill them.

        A filing that refuses stays as it was, and the others are filled all the same.

        Args:
            left: What filings are to take over of them, each as a step that can be undone.

        Returns:
            Who followed, and who refused.
        """
        filled: list[Filing] = []
        refused: list[str] = []
        for opened in tuple(self._open.values()):
            try:
                take_over_policies(opened.session)
            except StoreError as error:
                refused.append(f"{opened.session.filing.title} cannot be judged anew: {error}")
        for filing, edit in left:
            opened = self._open[filing.id]
            try:
                enter(opened.undo, opened.session, edit)
            except (EditRefused, StoreError) as error:
                refused.append(f"{filing.title} was not filled: {error}")
            else:
                filled.append(filing)
        return Followed(tuple(filled), tuple(refused))

    def due_days_changed(self) -> None:
        """Judge every open filing by whether it is handed in now, and by when it is due.

        Raises:
            StoreError: what is on record cannot be read.
        """
        for session in self.sessions:
            if session.checks.hand_in_changed():
                session.tell(ChangeSet((), (), Cause.GIVEN))

    def follow_others(self) -> None:
        """Judge open filings by what another program has recorded beside their figures meanwhile.

        That is the firm's policies, notices, and what was said of handing months in. The figures
        themselves are read again when an edit meets that they have changed.
        """
        try:
            for session in self.sessions:
                if readable_policies(session.store) != session.targets.policies:
                    take_over_policies(session)
                if session.checks.notices.read_again():
                    session.tell(ChangeSet((), (), Cause.NOTICED))
            self.due_days_changed()
            self._follow_firm()
        except StoreError:
            return  # nobody asked for anything: whatever is done next says what is wrong

    def _follow_firm(self) -> None:
        """Tell where the firm has settled something since this was last asked."""
        before, self._settled = self._settled, dict(self.register.store.facts())
        if before is not None and before != self._settled:
            self.firm_changed.emit()

    def _on_state_changed(self, state: Qt.ApplicationState) -> None:
        """Look once the user comes back from another program."""
        if state is Qt.ApplicationState.ApplicationActive and self._open:
            self.follow_others()

    def close(self) -> None:
        """Stop listening to every filing."""
        for opened in self._open.values():
            opened.signals.close()
        self._open.clear()
