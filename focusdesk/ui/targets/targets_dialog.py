"""The firm's target policies: what holds, what held, what was withdrawn, and a new one."""

import datetime as dt
from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from focusdesk.filing.edit import EditRefused
from focusdesk.filing.ports import StoreError
from focusdesk.filing.register import Register
from focusdesk.filing.session import FilingSession
from focusdesk.filing.target_keeping import (
    LONGEST_WORDS,
    KeptPolicy,
    keep_policy,
    kept_policies,
    known_pools,
    withdraw_policy,
)
from focusdesk.filing.target_measure import TargetError, TargetField, parse_measure
from focusdesk.filing.target_policy import Pool, TargetPolicies, TargetPolicy
from focusdesk.form.dates import DateError, parse_date
from focusdesk.ui.edges import day_words, moment_words
from focusdesk.ui.look.record_table import Record, RecordModel, RecordTable
from focusdesk.ui.look.small_screen import InPieces, fit_screen

_SIZE = QSize(860, 640)
_HEADINGS = ("Box", "Target", "From", "Until", "Approved by", "Why")
_WIDE = {1: 2, 4: 2, 5: 3}
_BESIDE = 270  # pixels over and under the fields
_HINT = (
    "A policy fills its box in every month whose last day it covers, and moves it along with the "
    "requirement. Another figure in the box is an override. A later policy takes an earlier "
    "one's place; nothing is deleted."
)


class TargetsDialog(QDialog):
    """Shows every policy that the firm recorded, and records or withdraws one.

    Attributes:
        settled: Carries the `KeptPolicy` and a sentence about it.
        table: The policies.
        pool: For which pool a new one is.
        measure: The target: dollars, percent, or a range.
        since: From which day on it holds.
        approved_by: Who approved it.
        why: Why it is so; or why the chosen one is withdrawn.
        record: Records it.
        withdraw: Withdraws the policy that is chosen in the table.
        problem: Why nothing was kept.
    """

    settled = Signal(object, str)

    def __init__(
        self, register: Register, at_desk: Sequence[FilingSession], parent: QWidget | None = None
    ) -> None:
        """Show the firm's policies.

        Args:
            register: The firm's filings.
            at_desk: The months that are open on the desk.
            parent: The window.

        Raises:
            StoreError: the store cannot be read.
        """
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Targets of the firm")
        self._register, self._at_desk = register, at_desk
        self._pools = known_pools(register.editions)
        self._listed: tuple[TargetPolicy, ...] = ()
        self._model = RecordModel(_HEADINGS, self)
        self.table = RecordTable(self._model, _WIDE)
        self.table.setAccessibleName("Target policies")
        self.pool, self.measure, self.since = QComboBox(), QLineEdit(), QLineEdit()
        self.approved_by, self.why, self.problem = QLineEdit(), QLineEdit(), QLabel()
        self.record = QPushButton("&Record the policy")
        self.withdraw = QPushButton("W&ithdraw the chosen one")
        self.leave = QPushButton("Close")
        self._lay_out()
        self._tie()
        self.read()
        fit_screen(self, _SIZE)

    def read(self) -> None:
        """Show what is on record now.

        Raises:
            StoreError: the store cannot be read.
        """
        try:
            policies = kept_policies(self._register.store)
        except TargetError as error:
            self.problem.setText(str(error))
            return
        named = {pool.id: pool for pool in self._pools}
        places = {pool: place for place, pool in enumerate(named)}
        self._listed = tuple(
            sorted(
                policies.recorded,
                key=lambda each: (places.get(each.pool, len(places)), -each.number),
            )
        )
        self._model.show([_record(each, policies, named) for each in self._listed])
        self.table.choose(0)

    def _lay_out(self) -> None:
        for pool in self._pools:
            self.pool.addItem(f"{pool.target}  {pool.tab}, of {pool.requirement}", pool.id)
        self.measure.setPlaceholderText("5 %, or 25,000,000, or 5 % to 8 %, or 20m to 30m")
        self.since.setPlaceholderText("01/01/14, or 2014-01-01")
        self.approved_by.setPlaceholderText("the board, minutes of 14 January 2014")
        self.why.setPlaceholderText("why this is the target; or why the chosen one is withdrawn")
        for field in (self.approved_by, self.why):
            field.setMaxLength(LONGEST_WORDS)
        for button in (self.withdraw, self.leave):
            button.setAutoDefault(False)
        self.record.setDefault(True)
        self.problem.setObjectName("said_at_field")
        self.problem.setWordWrap(True)
        buttons = QHBoxLayout()
        buttons.addWidget(self.record)
        buttons.addWidget(self.withdraw)
        buttons.addStretch(1)
        buttons.addWidget(self.leave)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 18, 22, 18)
        layout.setSpacing(9)
        layout.addWidget(_label("Targets of the firm", "dialog_title"))
        layout.addWidget(_label(_HINT, "hint"))
        layout.addWidget(self.table, 1)
        layout.addWidget(InPieces(self._fields(), _BESIDE))
        layout.addWidget(self.problem)
        layout.addLayout(buttons)

    def _fields(self) -> QWidget:
        form = QWidget()
        fields = QFormLayout(form)
        fields.setContentsMargins(0, 0, 0, 0)
        fields.setVerticalSpacing(8)
        for words, field in (
            ("&Pool", self.pool),
            ("&Target", self.measure),
            ("&From", self.since),
            ("&Approved by", self.approved_by),
            ("Wh&y", self.why),
        ):
            fields.addRow(words, field)
        return form

    def _tie(self) -> None:
        writable = not self._register.store.read_only
        self.record.setEnabled(writable)
        self.withdraw.setEnabled(writable)
        self.record.clicked.connect(self._on_record)
        self.withdraw.clicked.connect(self._on_withdraw)
        self.leave.clicked.connect(self.reject)

    def _on_record(self) -> None:
        def keep() -> tuple[KeptPolicy, str]:
            kept = keep_policy(self._register, self._policy(), self._at_desk)
            since = day_words(kept.policy.since)
            return kept, f"Recorded: {kept.policy.measure.words} from {since} on."

        self._settle(keep)

    def _on_withdraw(self) -> None:
        chosen = self.table.current
        if not 0 <= chosen < len(self._listed):
            return
        policy = self._listed[chosen]

        def withdraw() -> tuple[KeptPolicy, str]:
            kept = withdraw_policy(self._register, policy, self.why.text(), self._at_desk)
            return kept, f"Withdrawn: {kept.policy.words}. It stays on record."

        self._settle(withdraw)

    def _policy(self) -> TargetPolicy:
        """Read the fields, from the first to the last.

        Raises:
            TargetError: one of them is none.
        """
        measure = parse_measure(self.measure.text())
        return TargetPolicy(
            pool=str(self.pool.currentData()),
            measure=measure,
            since=_day(self.since.text()),
            approved_by=self.approved_by.text(),
            why=self.why.text(),
        )

    def _settle(self, do: Callable[[], tuple[KeptPolicy, str]]) -> None:
        """Do it and show what is on record; say at its field what is refused."""
        try:
            kept, said = do()
        except TargetError as error:
            self.problem.setText(str(error))
            self._field(error.field).setFocus()
            return
        except (EditRefused, StoreError) as error:
            # Refused by a draft that cannot take the target: then nothing was recorded either.
            self.problem.setText(str(error))
            self.measure.setFocus()
            return
        months = ", ".join(filing.title for filing in kept.filled)
        said += f" Filled in: {months}." if months else ""
        for field in (self.measure, self.since, self.why):
            field.clear()
        self.problem.setText(said)
        self.settled.emit(kept, said)
        try:
            self.read()
        except StoreError as error:
            self.problem.setText(f"{said} {error}")

    def _field(self, field: TargetField | None) -> QWidget:
        fields: dict[TargetField | None, QWidget] = {
            TargetField.POOL: self.pool,
            TargetField.MEASURE: self.measure,
            TargetField.SINCE: self.since,
            TargetField.APPROVED_BY: self.approved_by,
            TargetField.WHY: self.why,
        }
        return fields.get(field, self.table)


def _day(text: str) -> dt.date:
    try:
        return parse_date(text)
    except DateError as error:
        raise TargetError(TargetField.SINCE, str(error)) from error


def _record(policy: TargetPolicy, policies: TargetPolicies, named: dict[str, Pool]) -> Record:
    """Write a policy as a row of the table."""
    pool = named.get(policy.pool)
    of = f" of {pool.requirement}" if pool and policy.measure.is_percent else ""
    why = f"Withdrawn: {policy.withdrawn}" if policy.withdrawn else policy.why
    row = policy.withdrawal or policy.recorded
    told = f"{row.author}, {moment_words(row.written)}" if row else ""
    cells = (
        pool.target if pool else policy.pool,
        policy.measure.words + of,
        day_words(policy.since),
        _until(policy, policies),
        policy.approved_by,
        f"{why} ({told})" if told else why,
    )
    return Record(cells, policy.why if policy.withdrawn else "")


def _until(policy: TargetPolicy, policies: TargetPolicies) -> str:
    last = policies.until(policy)
    if policy.withdrawn or (last is not None and last < policy.since):
        return "never held"
    return day_words(last) if last else "further notice"


def _label(words: str, name: str) -> QLabel:
    label = QLabel(words)
    label.setObjectName(name)
    label.setWordWrap(True)
    return label
