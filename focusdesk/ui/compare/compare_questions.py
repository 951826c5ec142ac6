"""What the comparison asks the user: which months, between which two of them, what counts."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from focusdesk.filing.compare import Pair
from focusdesk.filing.register import Register
from focusdesk.ui.compare.laid_months import LaidMonths
from focusdesk.ui.compare.month_picker import MonthPicker
from focusdesk.ui.compare.pair_dialog import PairDialog
from focusdesk.ui.compare.thresholds_dialog import ThresholdsDialog


class CompareQuestions(QObject):
    """Opens the dialogs over a comparison and tells what they were answered."""

    months_wanted = Signal(object, object)
    """Months are to be shown: the `MonthChoice`, and its `Preset` or `None`."""

    pair_wanted = Signal(object)
    """Changes are to be told between two months: the `Pair`."""

    thresholds_kept = Signal(object)
    """The firm's thresholds are others now: the `Thresholds`."""

    def __init__(self, register: Register, months: LaidMonths, page: QWidget) -> None:
        """Ask nothing yet.

        Args:
            register: The firm's filings.
            months: Those that are compared.
            page: The comparison, over which the dialogs stand.
        """
        super().__init__(page)
        self._register, self._months, self._page = register, months, page

    def ask_months(self) -> MonthPicker:
        """Ask which months to show.

        Raises:
            StoreError: which presets can be had cannot be read.
        """
        months = self._months
        picker = MonthPicker(months.filings, months.choice, months.offers(), self._page)
        picker.accepted.connect(lambda: self.months_wanted.emit(picker.choice, picker.preset))
        picker.open()
        return picker

    def ask_pair(self, told: Pair) -> PairDialog:
        """Ask between which two months changes are told.

        Args:
            told: The places of those between which they are told now.
        """
        headings = [month.heading for month in self._months.whole.months]
        dialog = PairDialog(headings, told, self._page)
        dialog.accepted.connect(lambda: self.pair_wanted.emit(dialog.pair))
        dialog.open()
        return dialog

    def ask_thresholds(self, code: str = "") -> ThresholdsDialog:
        """Ask from which size on changes count.

        Args:
            code: The line that is to be given a threshold of its own; empty for none.
        """
        months = self._months
        dialog = ThresholdsDialog(self._register, months.thresholds, months.labels(), self._page)
        dialog.kept.connect(self.thresholds_kept)
        dialog.open()
        if code:
            dialog.begin_line(code)
        return dialog
