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
from focusdesk.filing.policy_reach import Reach
from focusdesk.filing.ports import StoreError
from focusdesk.filing.session import FilingSession
from focusdesk.filing.target_keeping import (
    LONGEST_WORDS,
    KeptPolicy,
    keep_policy,
    kept_policies,
    known_pools,
    recording_reach,
    withdraw_policy,
    withdrawal_reach,
)
from focusdesk.filing.target_measure import TargetError, TargetField, entered_measure
from focusdesk.filing.target_policy import Pool, TargetPolicies, TargetPolicy
from focusdesk.form.amount import AmountError
from focusdesk.form.dates import DateError, parse_date
from focusdesk.ui.edges import day_words, moment_words
from focusdesk.ui.look.note_words import count_of
from focusdesk.ui.look.notices import Notice, ask
from focusdesk.ui.look.problem import Problem
from focusdesk.ui.look.record_table import Record, RecordModel, RecordTable
from focusdesk.ui.look.small_screen import InPieces, fit_screen
from focusdesk.ui.months.open_filings import OpenFilings

_SIZE = QSize(860, 640)
_HEADINGS = ("Box", "Target", "From", "Until", "Approved by", "Why")
_WIDE = {1: 2, 4: 2, 5: 3}
_BESIDE = 270  # pixels over and under the fields
_MOST_SHOWN = 6  # months that are named; a question must fit on a small screen
_HINT = (
    "A policy fills its box in every month whose last day it covers, and moves it along with the "
    "requirement. Another figure in the box is an override. A later policy takes an earlier "
    "one's place; nothing is deleted."
)


class TargetsDialog(QDialog):
    """Shows every policy that the firm recorded, and records or withdraws one.

    Attributes:
        settled: A policy was recorded or withdrawn; carries a sentence about it.
        table: The policies.
        pool: For which pool a new one is.
        measure: The target: dollars, percent, or a range.
        since: From which day on it holds.
        approved_by: Who approved it.
        comes_to: What the measure is for the month on the desk, as it is typed.
        why: Why it is so; or why the chosen one is withdrawn.
        record: Records it.
        withdraw: Withdraws the policy that is chosen in the table.
        outcome: What came of the last policy that was settled.
        problem: Why nothing was kept.
        asked: Which months would change; asked before anything is kept.
    """

    settled = Signal(str)

    def __init__(
        self,
        open_filings: OpenFilings,
        month: FilingSession | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Show the firm's policies.

        Args:
            open_filings: The months that are open on the desk; they follow what is settled.
            month: The one in sight, by which it is shown what a measure comes to.
            parent: The window.

        Raises:
            StoreError: the store cannot be read.
        """
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Targets of the firm")
        self._open_filings, self._register = open_filings, open_filings.register
        self._month = month
        self._pools = known_pools(self._register.editions)
        self._listed: tuple[TargetPolicy, ...] = ()
        self.asked: Notice | None = None
        self._model = RecordModel(_HEADINGS, self)
        self.table = RecordTable(self._model, _WIDE)
        self.table.setAccessibleName("Target policies")
        self.pool, self.measure, self.since = QComboBox(), QLineEdit(), QLineEdit()
        self.approved_by, self.why = QLineEdit(), QLineEdit()
        self.outcome, self.problem = _label("", "hint"), Problem()
        self.comes_to = _label("", "hint")
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
            self.problem.say(str(error))
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
        self.record.setDefault(True)
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
        layout.addWidget(self.outcome)
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
            ("", self.comes_to),
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
        self.measure.textChanged.connect(self._show_what_it_comes_to)
        self.pool.currentIndexChanged.connect(self._show_what_it_comes_to)
        self._show_what_it_comes_to()
        self.record.clicked.connect(self._on_record)
        self.withdraw.clicked.connect(self._on_withdraw)
        self.leave.clicked.connect(self.reject)

    def _show_what_it_comes_to(self) -> None:
        """Show the arithmetic of what is typed, beside the requirement of the month in sight."""
        text, month = self.measure.text(), self._month
        self.comes_to.clear()
        if not text.strip() or month is None:
            return
        pools = {pool.id: pool for pool in month.targets.pools}
        pool = pools.get(str(self.pool.currentData()))
        held = month.value(pool.requirement) if pool else None
        try:
            said = entered_measure(text).comes_to(held if isinstance(held, int) else None)
        except (TargetError, AmountError) as error:
            self.comes_to.setText(str(error))
            return
        self.comes_to.setText(f"{month.filing.title}: {said}.")

    def _on_record(self) -> None:
        register, at_desk = self._register, self._open_filings.sessions

        def reach() -> tuple[Reach, ...]:
            return recording_reach(register, self._policy(), at_desk)

        def keep() -> KeptPolicy:
            return keep_policy(register, self._policy(), at_desk)

        self._ask_first(reach, "Record it", lambda: self._settle(keep, "Recorded: {}."))

    def _on_withdraw(self) -> None:
        chosen = self.table.current
        if not 0 <= chosen < len(self._listed):
            return
        policy, why = self._listed[chosen], self.why.text()
        register, at_desk = self._register, self._open_filings.sessions

        def reach() -> tuple[Reach, ...]:
            return withdrawal_reach(register, policy, why, at_desk)

        def withdraw() -> KeptPolicy:
            return withdraw_policy(register, policy, why, at_desk)

        said = "Withdrawn: {}. It stays on record."
        self._ask_first(reach, "Withdraw it", lambda: self._settle(withdraw, said))

    def _ask_first(
        self, reach: Callable[[], Sequence[Reach]], answer: str, then: Callable[[], None]
    ) -> None:
        """Show which months' figures would move, and go on once that is wanted."""
        try:
            reached = reach()
        except (TargetError, StoreError) as error:
            self._refuse(error)
            return
        moved = [each.words for each in reached if each.edit is not None]
        if not moved:
            then()
            return
        stays = [each.words for each in reached if each.edit is None]
        title = f"{count_of(len(moved), 'month')} would follow it"
        lists = [_lines(moved), "Not changed:\n" + _lines(stays) if stays else ""]
        self.asked = ask(self, title, "\n\n".join(filter(None, lists)), answer, then)

    def _policy(self) -> TargetPolicy:
        """Read the fields, from the first to the last.

        Raises:
            TargetError: one of them is none.
        """
        measure = entered_measure(self.measure.text())
        return TargetPolicy(
            pool=str(self.pool.currentData()),
            measure=measure,
            since=_day(self.since.text()),
            approved_by=self.approved_by.text(),
            why=self.why.text(),
        )

    def _settle(self, do: Callable[[], KeptPolicy], words: str) -> None:
        """Do it, let the open months follow, and show what is on record."""
        try:
            kept = do()
        except (TargetError, EditRefused, StoreError) as error:
            # Refused by a draft that cannot take the target: then nothing was recorded either.
            self._refuse(error)
            return
        at_desk = self._open_filings.policies_changed(kept.left)
        moved = len(kept.filled) + len(at_desk.filled)
        stays = [each.words for each in kept.reach if each.edit is None]
        followed = (
            f"{count_of(moved, 'month')} followed it." if moved else "No month's figure changed."
        )
        left = [f"Not changed: {_lines(stays, '; ')}."] if stays else []
        said = " ".join([words.format(kept.policy.words), followed, *left, *at_desk.refused])
        for field in (self.measure, self.since, self.why):
            field.clear()
        self.problem.take_back()
        self.outcome.setText(said)
        self.settled.emit(said)
        try:
            self.read()
        except StoreError as error:
            self.problem.say(str(error))

    def _refuse(self, error: Exception) -> None:
        """Say at its field why nothing was kept."""
        at = self._field(error.field if isinstance(error, TargetError) else None)
        self.outcome.clear()
        self.problem.say(str(error), at)

    def _field(self, field: TargetField | None) -> QWidget:
        fields: dict[TargetField | None, QWidget] = {
            TargetField.POOL: self.pool,
            TargetField.MEASURE: self.measure,
            TargetField.SINCE: self.since,
            TargetField.APPROVED_BY: self.approved_by,
            TargetField.WHY: self.why,
        }
        return fields.get(field, self.measure)


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


def _lines(words: Sequence[str], between: str = "\n") -> str:
    """Write what happens to months, the first in words and the rest as a number."""
    shown, rest = words[:_MOST_SHOWN], len(words) - _MOST_SHOWN
    return between.join([*shown, *([f"and {count_of(rest, 'month')} more"] if rest > 0 else ())])


def _label(words: str, name: str) -> QLabel:
    label = QLabel(words)
    label.setObjectName(name)
    label.setWordWrap(True)
    return label
