"""By whose holidays the firm counts business days, and from which day on."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from focusdesk.filing.filing_due import Calendar, DueRefused
from focusdesk.filing.firm_calendar import (
    CalendarChoice,
    FirmCalendar,
    keep_calendar,
    kept_calendar,
)
from focusdesk.filing.ports import FilingStore, StoreError
from focusdesk.form.dates import DateError, parse_date
from focusdesk.ui.edges import day_words
from focusdesk.ui.look.small_screen import fit_screen

_SIZE = QSize(560, 400)
_HINT = (
    "A calendar counts for every period that ends on its day or later. Where the two differ: "
    "Columbus Day and Veterans Day are federal holidays alone, Good Friday and special closures "
    "the exchange's."
)


class CalendarDialog(QDialog):
    """Shows what was chosen and takes another choice; the journal keeps who chose it.

    Attributes:
        settled: A sentence: what counts from now on.
        chosen: What was chosen, the earliest first, after the federal calendar at the beginning.
        calendar: The calendar that is to count.
        since: From which day on, as people write it.
        add: Keeps that.
        remove: Takes back the choice in the list.
        problem: Why it was not kept.
    """

    settled = Signal(str)

    def __init__(self, store: FilingStore, parent: QWidget | None = None) -> None:
        """Show the firm's calendar.

        Args:
            store: Where it is kept.
            parent: The window.

        Raises:
            StoreError: it cannot be read.
        """
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Calendar of the firm")
        self._store, self._kept = store, FirmCalendar()
        self.chosen, self.problem = QListWidget(), QLabel()
        self.calendar, self.since = QComboBox(), QLineEdit()
        self.add, self.remove = QPushButton("&Use it from then on"), QPushButton("&Take back")
        self.leave = QPushButton("Close")
        self.chosen.setAccessibleName("What was chosen")
        self.add.setDefault(True)
        self._lay_out()
        self.add.clicked.connect(self._on_add)
        self.remove.clicked.connect(self._on_remove)
        self.chosen.currentRowChanged.connect(self._on_row)
        self.leave.clicked.connect(self.reject)
        try:
            self._kept = kept_calendar(store)
        except DueRefused as error:
            self.problem.setText(str(error))
        self._list()
        fit_screen(self, _SIZE)

    def _lay_out(self) -> None:
        title, hint = _label("Calendar of the firm", "dialog_title"), _label(_HINT, "hint")
        self.problem.setObjectName("said_at_field")
        self.problem.setWordWrap(True)
        for calendar in Calendar:
            self.calendar.addItem(calendar.words, calendar)
        self.since.setPlaceholderText("01/01/14, or 2014-01-01")
        fields = QFormLayout()
        fields.setVerticalSpacing(8)
        fields.addRow("&Count by", self.calendar)
        fields.addRow("&From", self.since)
        buttons = QHBoxLayout()
        for button in (self.remove, self.add):
            buttons.addWidget(button)
        buttons.addStretch(1)
        buttons.addWidget(self.leave)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 18, 22, 18)
        layout.setSpacing(9)
        layout.addWidget(title)
        layout.addWidget(hint)
        layout.addWidget(self.chosen, 1)
        layout.addLayout(fields)
        layout.addWidget(self.problem)
        layout.addLayout(buttons)

    def _list(self) -> None:
        self.chosen.clear()
        self.chosen.addItem(f"At the beginning: {Calendar.FEDERAL.words}")
        for each in self._kept.choices:
            self.chosen.addItem(f"From {day_words(each.since)}: {each.calendar.words}")
        self.chosen.setCurrentRow(self.chosen.count() - 1)

    def _on_row(self, row: int) -> None:
        self.remove.setEnabled(row > 0)

    def _on_add(self) -> None:
        try:
            since = parse_date(self.since.text())
        except DateError as error:
            self.since.setFocus()
            self.problem.setText(str(error))
            return
        calendar = Calendar(self.calendar.currentData())
        said = f"From {day_words(since)} on, business days are counted by the {calendar} calendar."
        self._keep(self._kept.with_choice(CalendarChoice(since, calendar)), said)

    def _on_remove(self) -> None:
        choice = self._kept.choices[self.chosen.currentRow() - 1]
        since = day_words(choice.since)
        said = f"The {choice.calendar} calendar does not count from {since} on any more."
        self._keep(self._kept.without(choice.since), said)

    def _keep(self, calendar: FirmCalendar, said: str) -> None:
        try:
            keep_calendar(self._store, calendar)
        except (DueRefused, StoreError) as error:
            self.problem.setText(str(error))
            return
        self._kept = calendar
        self.problem.clear()
        self._list()
        self.settled.emit(said)


def _label(words: str, name: str) -> QLabel:
    label = QLabel(words)
    label.setObjectName(name)
    label.setWordWrap(True)
    return label
