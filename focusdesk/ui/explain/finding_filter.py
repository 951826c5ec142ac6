"""Which findings are listed: by words, by kind and by schedule, and what was not evaluated."""

from collections import Counter
from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from focusdesk.filing.finding_kind import Kind
from focusdesk.filing.listed_findings import ListedFinding
from focusdesk.form.schedule import Schedule
from focusdesk.ui.look.bar_button import BarButton
from focusdesk.ui.look.folding_row import FoldingRow

_KINDS = tuple(kind for kind in Kind if kind is not Kind.NOT_EVALUATED)
_EVERY = "All tabs"
_LEAST, _NARROWEST = 24, 60


class FindingFilter(QFrame):
    """A bar over the list of findings, low enough to leave the list its room.

    Attributes:
        changed: Others are to be listed.
        closed: All of them are wanted again.
        sought: The words.
        kinds: The buttons that show a kind or leave it out.
        schedules: Which schedule alone.
        not_evaluated: Whether the checks that could not be judged are listed.
    """

    changed = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sought = QLineEdit()
        self.sought.setAccessibleName("Filter the findings")
        self.sought.setPlaceholderText("Code, words")
        self.close_button = BarButton("\u00d7", "Show all findings  Esc")
        self.kinds = {kind: BarButton(kind) for kind in _KINDS}
        self.not_evaluated = BarButton(Kind.NOT_EVALUATED, "List what was not evaluated, and why")
        self.schedules = QComboBox()
        self.schedules.setAccessibleName("Schedule whose findings are listed")
        self.schedules.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.schedules.setMinimumContentsLength(6)
        self.schedules.addItem(_EVERY, "")
        self._lay_out()
        self.sought.textChanged.connect(self.changed)
        self.close_button.clicked.connect(self.closed)
        self.schedules.currentIndexChanged.connect(self.changed)
        self.setFocusProxy(self.sought)
        self.hide()

    @property
    def is_narrow(self) -> bool:
        """Whether some findings may be left out."""
        kinds = all(button.isChecked() for button in self.kinds.values())
        return not kinds or bool(self.sought.text().strip() or self.schedules.currentData())

    def passes(self, listed: ListedFinding) -> bool:
        """Whether a finding is to be listed."""
        button = self.kinds.get(listed.kind, self.not_evaluated)
        schedule = self.schedules.currentData()
        return (
            button.isChecked()
            and schedule in ("", listed.finding.schedule)
            and listed.matches(self.sought.text())
        )

    def show_schedules(self, schedules: Sequence[Schedule]) -> None:
        """Offer the schedules of a form; the one that was chosen stays where the form has it."""
        chosen = self.schedules.currentData()
        self.schedules.blockSignals(True)  # noqa: FBT003 -- Qt's own
        self.schedules.clear()
        self.schedules.addItem(_EVERY, "")
        for schedule in schedules:
            self.schedules.addItem(schedule.tab, schedule.id)
        self.schedules.setCurrentIndex(max(0, self.schedules.findData(chosen)))
        self.schedules.blockSignals(False)  # noqa: FBT003

    def show_counts(self, listed: Iterable[ListedFinding]) -> None:
        """Count each kind on its button; of a kind that there is not nothing can be left out."""
        counts = Counter(each.kind for each in listed)
        for kind, button in self.kinds.items():
            button.setText(kind.shortly_counted(counts[kind]))
            button.setAccessibleName(f"Show {kind}, {counts[kind]}")
            button.setVisible(bool(counts[kind]) or not button.isChecked())

    def take_keyboard(self) -> None:
        """Show the bar and let what is typed next replace what was sought."""
        self.show()
        self.sought.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.sought.selectAll()

    def clear(self) -> None:
        """Leave nothing out."""
        self.sought.clear()
        self.schedules.setCurrentIndex(0)
        self.not_evaluated.setChecked(False)
        for button in self.kinds.values():
            button.setChecked(True)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 4)
        layout.setSpacing(4)
        above = QHBoxLayout()
        self.sought.setMinimumHeight(_LEAST)  # what is clicked is as high as that
        above.setSpacing(4)
        above.addWidget(self.sought, 2)
        above.addWidget(self.schedules, 3)
        above.addWidget(self.close_button)
        for part in (self.sought, self.schedules):
            part.setMinimumWidth(_NARROWEST)
        layout.addLayout(above)
        buttons = (*self.kinds.values(), self.not_evaluated)
        for button in buttons:
            self._make_switch(button)
        layout.addWidget(FoldingRow(buttons))

    def _make_switch(self, button: BarButton) -> None:
        button.setCheckable(True)
        button.setChecked(button is not self.not_evaluated)
        button.toggled.connect(self.changed)
        button.setProperty("small", True)  # noqa: FBT003 -- Qt's own

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)
