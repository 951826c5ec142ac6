"""The due dates of a year: as a list with the keyboard, and as a calendar beside it."""

import datetime as dt
from collections.abc import Sequence
from functools import partial
from typing import TypeAlias

from PySide6.QtCore import (
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSize,
    Qt,
    Signal,
    SignalInstance,
)
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from focusdesk.filing.due_months import DueMonth, year_words
from focusdesk.form.dates import EARLIEST_YEAR, LATEST_YEAR
from focusdesk.form.period import Period
from focusdesk.ui.due.year_grid import YearGrid
from focusdesk.ui.edges import day_words
from focusdesk.ui.look.record_table import Record, RecordModel, RecordTable
from focusdesk.ui.look.small_screen import fit_screen
from focusdesk.ui.look.theme import text_font, theme_now

Index: TypeAlias = QModelIndex | QPersistentModelIndex

HEADINGS = ("Due", "Month", "Business days", "How far it is", "Does not count")
_STANDING, _SKIPPED = HEADINGS.index("How far it is"), HEADINGS.index("Does not count")
_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_WITH_GRID = 1000  # pixels: in a narrower window the list alone is shown
_SIZE = QSize(1200, 700)
_SMALLEST = QSize(630, 330)
_HINT = "Page Up and Page Down turn the years. Enter opens the month."


class _DueModel(RecordModel):
    """The records, with what is late in the colour of an error and in bold."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(HEADINGS, parent)
        self.late = frozenset[int]()

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if index.row() in self.late and index.column() == _STANDING:
            if role == Qt.ItemDataRole.ForegroundRole:
                return theme_now().error
            if role == Qt.ItemDataRole.FontRole:
                return text_font(bold=True)
        return super().data(index, role)


class DueCalendar(QDialog):
    """Shows a year; the desk's feature reads it and does what is asked.

    Attributes:
        year_asked: Another year is to be shown.
        month_asked: The `Period` that is to be opened.
        override_asked: The `Period` whose due date is to be set.
        hand_in_asked: The `Period` of which it is to be recorded that it was handed in.
        calendar_asked: The firm's calendar is to be chosen.
        save_asked: The year is to be written as .ics.
        table: The list.
        grid: The calendar.
        year: The year that is shown.
        months: What is due in it.
    """

    year_asked = Signal(int)
    month_asked = Signal(object)
    override_asked = Signal(object)
    hand_in_asked = Signal(object)
    calendar_asked = Signal()
    save_asked = Signal()

    def __init__(self, year: int, parent: QWidget | None = None) -> None:
        """Show an empty year.

        Args:
            year: Which.
            parent: The window.
        """
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.year, self.months = year, tuple[DueMonth, ...]()
        self._model = _DueModel(self)
        self.table = RecordTable(self._model, {_STANDING: 2, _SKIPPED: 3})
        self.grid = YearGrid()
        self.title, self.told, self._hint = QLabel(), QLabel(), QLabel(_HINT)
        self.earlier, self.later = QPushButton("Ea&rlier year"), QPushButton("&Later year")
        self.open_month = QPushButton("&Open month")
        self.open_month.setDefault(True)
        self.override = QPushButton("&Another day\u2026")
        self.hand_in = QPushButton("&Handed in\u2026")
        self.calendar = QPushButton("&Calendar\u2026")
        self.save = QPushButton("&Save\u2026")
        self.leave = QPushButton("Close")
        self._can_write = True
        self._lay_out()
        self._tie()
        fit_screen(self, _SIZE)

    @property
    def chosen(self) -> DueMonth | None:
        """The month that is chosen in the list."""
        at = self.table.current
        return self.months[at] if 0 <= at < len(self.months) else None

    def show_year(self, year: int, months: Sequence[DueMonth], today: dt.date) -> None:
        """Show a year; the month that was chosen stays so where it is in it."""
        period = self.chosen.due.period if self.chosen else None
        self.year, self.months = year, tuple(months)
        self.setWindowTitle(f"Due dates {year}")
        self.title.setText(f"Due in {year}")
        self.grid.show_year(year, self.months, today)
        self._model.late = frozenset(at for at, each in enumerate(months) if each.is_late)
        self._model.show([_record(month) for month in self.months])
        self.say(_year_words(self.months) if self.months else _nothing(year))
        self.choose(period, today)
        self._on_chosen()

    def choose(self, period: Period | None, today: dt.date) -> None:
        """Choose a month; without one, or where it is not in the year, what is due next."""
        at = [month.due.period for month in self.months]
        ahead = (row for row, month in enumerate(self.months) if month.day >= today)
        self.table.choose(at.index(period) if period in at else next(ahead, 0))

    def say(self, sentence: str) -> None:
        """Say how the year stands, what has happened, or why it has not."""
        self.told.setText(sentence)

    def allow_writing(self, *, allowed: bool) -> None:
        """Let due dates and the calendar be changed, or not: the store can only be read."""
        self._can_write = allowed
        for button in (self.override, self.calendar):
            button.setEnabled(allowed)
        self._on_chosen()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for part in (self.grid, self._hint):
            part.setVisible(self.width() >= _WITH_GRID)

    def _lay_out(self) -> None:
        self.title.setObjectName("dialog_title")
        self.told.setObjectName("hint")
        self.told.setWordWrap(True)
        self._hint.setObjectName("hint")
        self.table.setAccessibleName("Due dates")
        years, sides, buttons = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        years.addWidget(self.title)
        years.addSpacing(12)
        years.addWidget(self.told, 1)
        for button in (self.earlier, self.later):
            years.addWidget(button)
        sides.setSpacing(16)
        sides.addWidget(self.table, 1)
        sides.addWidget(self.grid, 0, Qt.AlignmentFlag.AlignTop)
        for button in (
            self.open_month,
            self.hand_in,
            self.override,
            self.calendar,
            self.save,
        ):
            buttons.addWidget(button)
        buttons.addWidget(self._hint, 1, Qt.AlignmentFlag.AlignCenter)
        buttons.addWidget(self.leave)
        layout = QVBoxLayout(self)
        # Else the calendar, which a narrow window does without, would keep it from being narrow.
        layout.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)
        self.setMinimumSize(_SMALLEST)
        layout.setContentsMargins(16, 14, 16, 12)
        layout.setSpacing(10)
        layout.addLayout(years)
        layout.addLayout(sides, 1)
        layout.addLayout(buttons)

    def _tie(self) -> None:
        self.table.chosen.connect(self._on_open)
        self.open_month.clicked.connect(self._on_open)
        self.table.selectionModel().currentChanged.connect(self._on_chosen)
        self.grid.month_clicked.connect(self._on_clicked)
        for button, key, step in ((self.earlier, "PgUp", -1), (self.later, "PgDown", 1)):
            turn = partial(self._turn, step)
            button.clicked.connect(turn)
            QShortcut(QKeySequence(key), self).activated.connect(turn)
        self.override.clicked.connect(lambda: self._ask(self.override_asked))
        self.hand_in.clicked.connect(lambda: self._ask(self.hand_in_asked))
        self.calendar.clicked.connect(self.calendar_asked)
        self.save.clicked.connect(self.save_asked)
        self.leave.clicked.connect(self.reject)

    def _turn(self, step: int) -> None:
        if EARLIEST_YEAR <= self.year + step <= LATEST_YEAR:
            self.year_asked.emit(self.year + step)

    def _on_open(self) -> None:
        if self.chosen and self.chosen.filing:
            self.month_asked.emit(self.chosen.due.period)

    def _ask(self, asked: SignalInstance) -> None:
        if self.chosen:
            asked.emit(self.chosen.due.period)

    def _on_clicked(self, month: DueMonth) -> None:
        self.table.choose(self.months.index(month))
        self.table.setFocus()

    def _on_chosen(self, _: QModelIndex = QModelIndex()) -> None:
        self.grid.choose(self.chosen)
        month = self.chosen
        self.open_month.setEnabled(month is not None and month.filing is not None)
        to_hand_in = month is not None and month.can_be_handed_in
        self.hand_in.setEnabled(self._can_write and to_hand_in)


def _year_words(months: Sequence[DueMonth]) -> str:
    """Say how the year stands, and by which calendar its days are counted."""
    calendars = " and the ".join(dict.fromkeys(month.due.calendar.value for month in months))
    many = "s" if " and " in calendars else ""
    return f"{year_words(months)} Counted by the {calendars} calendar{many}."


def _record(month: DueMonth) -> Record:
    due = month.due
    day = f"{_DAYS[month.day.weekday()]} {day_words(month.day)}"
    skipped = ", ".join(f"{_short(each.date)} {each.why}" for each in due.skipped)
    tip = f"Counted by: {due.calendar.words}. Not counted: {skipped or 'weekends alone'}."
    standing = month.standing
    if due.override:
        standing += f"\nset: {due.override.reason}"
        computed = day_words(due.computed) if due.computed else "a day that is not known"
        tip += f"\nSet in place of {computed}: {due.override.signed}"
    if due.handed_in:
        tip += f"\nHanded in on {due.handed_in.on}: {due.handed_in.signed}"
    cells = (day, due.period.label, month.time_left, standing, skipped or "\u2013")
    return Record(cells, tip)


def _short(day: dt.date) -> str:
    return day_words(day).rpartition(" ")[0]


def _nothing(year: int) -> str:
    return f"No calendar holds {year}, so nothing is known to be due in it."
