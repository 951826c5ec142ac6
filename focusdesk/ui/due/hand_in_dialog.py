"""That a month was handed in: on which day, how, and under which reference."""

import datetime as dt
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

from focusdesk.filing.filing_due import DueField, DueRefused, FilingDue, HandIn
from focusdesk.filing.hand_in import record_hand_in, withdraw_hand_in
from focusdesk.filing.kept_text import LONGEST_WORDS
from focusdesk.filing.ports import FilingStore, StoreError
from focusdesk.form.dates import DateError, parse_date
from focusdesk.ui.edges import day_words, moment_words
from focusdesk.ui.look.small_screen import fit_screen

_SIZE = QSize(560, 320)


class HandInDialog(QDialog):
    """Records that a month was handed in; what is on record can be withdrawn, and stays told.

    Attributes:
        settled: A sentence: what is on record now.
        day: The day, as people write it.
        how: By which means.
        reference: What the regulator's system gave for it.
        reason: Why what is on record is withdrawn.
        keep: Records it, or withdraws it where it is on record.
        problem: Why it was not kept.
    """

    settled = Signal(str)

    def __init__(
        self, store: FilingStore, due: FilingDue, today: dt.date, parent: QWidget | None = None
    ) -> None:
        """Ask for the day, or, where one is on record, for the reason to withdraw it.

        Args:
            store: Where it is kept.
            due: The month's due date, and what is on record of handing it in.
            today: No later day is taken.
            parent: The window.
        """
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._store, self._due, self._today = store, due, today
        self._title = f"Handing in {due.period.label}"
        self.setWindowTitle(self._title)
        self.day, self.how, self.reference = QLineEdit(), QLineEdit(), QLineEdit()
        self.reason, self.problem = QLineEdit(), QLabel()
        role = QDialogButtonBox.ButtonRole
        self._buttons = QDialogButtonBox()
        words = "&Withdraw this" if due.handed_in else "Record it"
        self.keep = self._buttons.addButton(words, role.AcceptRole)
        self._buttons.addButton("Cancel", role.RejectRole)
        self.keep.setDefault(True)
        self._lay_out()
        self._buttons.accepted.connect(self._on_withdraw if due.handed_in else self._on_record)
        self._buttons.rejected.connect(self.reject)
        fit_screen(self, _SIZE)

    @property
    def first_field(self) -> QLineEdit:
        """The field with which one begins."""
        return self.reason if self._due.handed_in else self.day

    def _lay_out(self) -> None:
        title = QLabel(self._title)
        title.setObjectName("dialog_title")
        self.problem.setObjectName("said_at_field")
        self.problem.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 18, 22, 18)
        layout.setSpacing(9)
        layout.addWidget(title)
        if self._due.due:
            layout.addWidget(_hint(f"It is due on {day_words(self._due.due)}."))
        layout.addLayout(self._fields())
        for told in reversed(self._due.hand_ins):
            layout.addWidget(_hint(_history_words(told)))
        layout.addWidget(
            _hint(
                "This program sends nothing to a regulator; this is your word for it. Your name "
                "and the time go with it, and undo does not reach it."
            )
        )
        layout.addWidget(self.problem)
        layout.addStretch(1)
        layout.addWidget(self._buttons)

    def _fields(self) -> QFormLayout:
        fields = QFormLayout()
        fields.setVerticalSpacing(8)
        self.day.setPlaceholderText("02/26/14, or 2014-02-26")
        self.how.setPlaceholderText("FINRA eFOCUS, WinJammer, by hand ...")
        self.reference.setPlaceholderText("what the regulator's system gave for it, if anything")
        self.reason.setPlaceholderText("what was wrong about it")
        if self._due.handed_in:
            fields.addRow("&Reason", self.reason)
        else:
            fields.addRow("Handed in &on", self.day)
            fields.addRow("Ho&w", self.how)
            fields.addRow("&Reference", self.reference)
        for field in (self.how, self.reference, self.reason):
            field.setMaxLength(LONGEST_WORDS)
        return fields

    def _on_record(self) -> None:
        period = self._due.period

        def record() -> str:
            on = parse_date(self.day.text())
            told = HandIn(period, on, self.how.text(), self.reference.text())
            record_hand_in(self._store, told, self._today)
            return f"{period.label} is on record as handed in on {day_words(on)}."

        self._settle(record)

    def _on_withdraw(self) -> None:
        period = self._due.period

        def withdraw() -> str:
            withdraw_hand_in(self._store, period, self.reason.text())
            return f"{period.label} is not on record as handed in any more."

        self._settle(withdraw)

    def _settle(self, do: Callable[[], str]) -> None:
        """Do it and close; stay and say why where it is refused."""
        try:
            said = do()
        except (DateError, DueRefused, StoreError) as error:
            self._refused_field(error).setFocus()
            self.problem.setText(str(error))
        else:
            self.settled.emit(said)
            self.accept()

    def _refused_field(self, error: Exception) -> QLineEdit:
        """Give the field that is to be mended, or with which one begins."""
        fields = {DueField.HOW: self.how, DueField.REFERENCE: self.reference}
        field = error.field if isinstance(error, DueRefused) else None
        return fields.get(field, self.first_field) if field else self.first_field


def _history_words(told: HandIn) -> str:
    what = f"Handed in on {day_words(told.on)}" if told.on else "Withdrawn"
    how = f"{told.how}, {told.reference}" if told.reference else told.how
    written = moment_words(told.written) if told.written else ""
    return f"{what}: {how} ({told.author}, {written})"


def _hint(words: str) -> QLabel:
    hint = QLabel(words)
    hint.setObjectName("hint")
    hint.setWordWrap(True)
    return hint
