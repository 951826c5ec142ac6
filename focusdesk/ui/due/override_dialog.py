"""Another due date in place of the computed one: which day, and why."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from focusdesk.filing.due_override import keep_override, withdraw_override
from focusdesk.filing.filing_due import DueField, DueOverride, DueRefused, FilingDue
from focusdesk.filing.kept_text import LONGEST_WORDS
from focusdesk.filing.ports import FilingStore, StoreError
from focusdesk.form.dates import DateError, parse_date
from focusdesk.ui.edges import day_words, moment_words
from focusdesk.ui.look.small_screen import fit_screen

_SIZE = QSize(560, 320)


class OverrideDialog(QDialog):
    """Sets the due date of one month, or withdraws what was set; both stay on record.

    Attributes:
        settled: A sentence: what counts from now on.
        day: The day, as people write it.
        reason: Who granted it, and where that can be read.
        withdraw: Lets the computed day count again.
        problem: Why it was not kept.
    """

    settled = Signal(str)

    def __init__(self, store: FilingStore, due: FilingDue, parent: QWidget | None = None) -> None:
        """Ask for the day.

        Args:
            store: Where it is kept.
            due: The month's due date as it is now.
            parent: The window.
        """
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(f"Due date for {due.period.label}")
        self._store, self._due = store, due
        self.day, self.reason, self.problem = QLineEdit(), QLineEdit(), QLabel()
        self._buttons = QDialogButtonBox()
        role = QDialogButtonBox.ButtonRole
        self.keep = self._buttons.addButton("Set this day", role.AcceptRole)
        self.withdraw = self._buttons.addButton("&Withdraw what was set", role.DestructiveRole)
        self._buttons.addButton("Cancel", role.RejectRole)
        self.keep.setDefault(True)
        self.withdraw.setVisible(due.override is not None)
        self._lay_out()
        self._buttons.accepted.connect(self._on_keep)
        self._buttons.rejected.connect(self.reject)
        self.withdraw.clicked.connect(self._on_withdraw)
        fit_screen(self, _SIZE)

    def _lay_out(self) -> None:
        title = QLabel(f"Due date for {self._due.period.label}")
        title.setObjectName("dialog_title")
        self.day.setPlaceholderText("03/12/14, or 2014-03-12")
        self.reason.setMaxLength(LONGEST_WORDS)
        self.reason.setPlaceholderText("who granted it, and where that can be read")
        self.problem.setObjectName("said_at_field")
        self.problem.setWordWrap(True)
        fields = QFormLayout()
        fields.setVerticalSpacing(8)
        fields.addRow("It is due &on", self.day)
        fields.addRow("&Reason", self.reason)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 18, 22, 18)
        layout.setSpacing(9)
        layout.addWidget(title)
        layout.addWidget(_hint(_computed_words(self._due)))
        layout.addLayout(fields)
        for override in reversed(self._due.history):
            layout.addWidget(_hint(_history_words(override)))
        layout.addWidget(_hint("Your name and the time go with it. Undo does not reach it."))
        layout.addWidget(self.problem)
        layout.addStretch(1)
        layout.addWidget(self._buttons)

    def _on_keep(self) -> None:
        period = self._due.period

        def keep() -> str:
            due = parse_date(self.day.text())
            keep_override(self._store, period, due, self.reason.text())
            return f"{period.label} is due on {day_words(due)}, as was set."

        self._settle(keep)

    def _on_withdraw(self) -> None:
        period = self._due.period

        def withdraw() -> str:
            withdraw_override(self._store, period, self.reason.text())
            return f"What was set for {period.label} is withdrawn."

        self._settle(withdraw)

    def _settle(self, do: Callable[[], str]) -> None:
        """Do it and close; stay and say why where it is refused."""
        try:
            said = do()
        except (DateError, DueRefused, StoreError) as error:
            of_reason = isinstance(error, DueRefused) and error.field is DueField.REASON
            (self.reason if of_reason else self.day).setFocus()
            self.problem.setText(str(error))
        else:
            self.settled.emit(said)
            self.accept()


def _computed_words(due: FilingDue) -> str:
    if due.computed is None:
        return f"The {due.calendar} calendar does not reach so far: no day could be computed."
    skipped = "".join(f"; {day_words(day.date)} does not count, {day.why}" for day in due.skipped)
    day = day_words(due.computed)
    return f"The 17th business day by the {due.calendar} calendar is {day}{skipped}."


def _history_words(override: DueOverride) -> str:
    what = f"Set to {day_words(override.due)}" if override.due else "Withdrawn"
    return f"{what}: {override.reason} ({override.author}, {moment_words(override.written)})"


def _hint(words: str) -> QLabel:
    hint = QLabel(words)
    hint.setObjectName("hint")
    hint.setWordWrap(True)
    return hint
