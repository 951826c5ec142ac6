"""Two fields for a month: its name and its year."""

import calendar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from focusdesk.form.period import Period

_EARLIEST = 1990
_LATEST = 2099


class PeriodField(QWidget):
    """Asks for a period; `changed` when another one is chosen."""

    changed = Signal()

    def __init__(self, period: Period, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.month = QComboBox()
        self.month.setAccessibleName("Month")
        self.month.addItems(list(calendar.month_name)[1:])
        self.month.setMaxVisibleItems(12)
        self.year = QComboBox()
        self.year.setAccessibleName("Year")
        self.year.addItems([str(year) for year in range(_EARLIEST, _LATEST + 1)])
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.month, 2)
        layout.addWidget(self.year, 1)
        self.show_period(period)
        self.month.currentIndexChanged.connect(self.changed)
        self.year.currentIndexChanged.connect(self.changed)
        self.setFocusProxy(self.month)

    @property
    def period(self) -> Period:
        """The period that is chosen."""
        return Period(_EARLIEST + self.year.currentIndex(), self.month.currentIndex() + 1)

    def show_period(self, period: Period) -> None:
        """Choose a period."""
        self.month.setCurrentIndex(period.month - 1)
        self.year.setCurrentIndex(period.year - _EARLIEST)
