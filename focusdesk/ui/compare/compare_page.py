"""Months side by side: the choice of months, the filters, the table, and the ways out of it."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QMenu,
    QVBoxLayout,
    QWidget,
)

from focusdesk.filing.compare import Comparison, compare
from focusdesk.filing.filing import Filing
from focusdesk.filing.ports import StoreError
from focusdesk.ui.compare.compare_model import CompareModel
from focusdesk.ui.compare.compare_view import CompareView
from focusdesk.ui.compare.month_picker import MonthPicker
from focusdesk.ui.look.bar_button import BarButton
from focusdesk.ui.look.giving_bar import GivingBar
from focusdesk.ui.look.pills import make_pill
from focusdesk.ui.months.open_filings import OpenFilings

_EXPORTS = (("PDF\u2026", ".pdf"), ("Excel workbook\u2026", ".xlsx"), ("CSV\u2026", ".csv"))
_MOST_PILLS = 4


class ComparePage(QWidget):
    """The comparison as a page of the main window."""

    left = Signal()
    """The user wants the desk back."""

    box_chosen = Signal(object, str)
    """Go to a box in a month: the `Filing` and the code."""

    export_asked = Signal(object, str)
    """Write what is shown to a file: the `Comparison` and the suffix."""

    said = Signal(str)
    """What the status line says."""

    store_failed = Signal(str)
    """A month could not be read; carries the sentence."""

    def __init__(
        self,
        open_filings: OpenFilings,
        filings: Sequence[Filing],
        chosen: Sequence[Filing],
        parent: QWidget | None = None,
    ) -> None:
        """Lay months side by side.

        Args:
            open_filings: Gives the figures.
            filings: Every filing that may be chosen, the newest first.
            chosen: The first choice, the oldest first.
            parent: The window.

        Raises:
            StoreError: a month cannot be read.
        """
        super().__init__(parent)
        self._open_filings = open_filings
        self._filings = tuple(filings)
        self._whole = compare(open_filings.figures_of(chosen))
        self.model = CompareModel(self._whole, self)
        self.view = CompareView(self.model)
        self.changed_only = BarButton("Changed only")
        self.changed_only.setCheckable(True)
        self.schedules = QComboBox()
        self.schedules.setAccessibleName("Schedule")
        self._pills = QHBoxLayout()
        self._shown_pills: list[QLabel] = []
        self._nothing = QLabel("Nothing differs between these months.")
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nothing.setObjectName("hint")
        self._lay_out()
        self._tie()
        self._show_choice()
        self._show_rows()

    @property
    def comparison(self) -> Comparison:
        """What is shown: the chosen months, as the filters leave them."""
        return self.model.comparison

    @property
    def chosen(self) -> tuple[Filing, ...]:
        """The months that are shown, the oldest first."""
        return tuple(month.filing for month in self._whole.months)

    def choose(self, chosen: Sequence[Filing]) -> None:
        """Show other months.

        Raises:
            StoreError: a month cannot be read.
        """
        self._whole = compare(self._open_filings.figures_of(chosen))
        self._show_choice()
        self._filter()

    def go_to_schedule(self, schedule: str) -> None:
        """Go to a schedule; where one alone is shown, show that one instead.

        Args:
            schedule: Its id.
        """
        if self.schedules.currentData():
            self.schedules.setCurrentIndex(max(0, self.schedules.findData(schedule)))
        if self.view.go_to_schedule(schedule):
            self.view.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self.said.emit("Nothing of that schedule is shown between these months.")

    def ask_months(self) -> MonthPicker:
        """Ask which months to show."""
        picker = MonthPicker(self._filings, self.chosen, self)
        picker.accepted.connect(lambda: self._on_picked(picker.chosen))
        picker.open()
        return picker

    def _on_picked(self, chosen: Sequence[Filing]) -> None:
        try:
            self.choose(chosen)
        except StoreError as error:
            self.store_failed.emit(str(error))

    def _lay_out(self) -> None:
        bar, pills = GivingBar("compare_bar"), QWidget()
        title = QLabel("Compare months")
        title.setObjectName("compare_title")
        self._months_button = BarButton("Months\u2026")
        self._export = BarButton("Export\u2026")
        self.export_menu = QMenu(self._export)
        self._export.setObjectName("main_button")
        self._export.setPopupMode(BarButton.ToolButtonPopupMode.InstantPopup)
        self._back = BarButton("Back to the month  Esc")
        pills.setLayout(self._pills)
        self._pills.setContentsMargins(0, 0, 0, 0)
        ways = (self.changed_only, self.schedules, self._export, self._back)
        bar.take(
            (title, pills, self._months_button, None, *ways),
            gives_up=[(title,), (pills,), (self._back,)],
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(bar)
        layout.addWidget(self._nothing, 1)
        layout.addWidget(self.view, 1)
        self.setFocusProxy(self.view)

    def _tie(self) -> None:
        self._months_button.clicked.connect(self.ask_months)
        self._back.clicked.connect(self.left)
        for words, suffix in _EXPORTS:
            action = self.export_menu.addAction(words)
            action.triggered.connect(self._exporting(suffix))
        self._export.setMenu(self.export_menu)
        escape = QAction("Back to the month", self)
        escape.setShortcut(QKeySequence(Qt.Key.Key_Escape))
        escape.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.triggered.connect(self.left)
        self.addAction(escape)
        self.changed_only.toggled.connect(self._filter)
        self.schedules.currentIndexChanged.connect(self._filter)
        self.view.box_activated.connect(self.box_chosen)
        self.view.copied.connect(self._on_copied)
        self._open_filings.filing_changed.connect(self._on_filing_changed)

    def _exporting(self, suffix: str) -> Callable[[], None]:
        def export() -> None:
            self.export_asked.emit(self.comparison, suffix)

        return export

    def _show_choice(self) -> None:
        """Name the chosen months in the bar, and list the schedules of their form."""
        for pill in self._shown_pills:
            self._pills.removeWidget(pill)
            pill.deleteLater()
        self._shown_pills.clear()
        headings = [month.heading for month in self._whole.months]
        if len(headings) > _MOST_PILLS:
            headings = [f"{headings[0]} to {headings[-1]}, {len(headings)} months"]
        for heading in headings:
            pill = make_pill(heading)
            self._pills.addWidget(pill)
            self._shown_pills.append(pill)
        schedules = {row.schedule: row.schedule_title for row in self._whole.rows}
        if [self.schedules.itemData(at) for at in range(1, self.schedules.count())] != [*schedules]:
            self.schedules.blockSignals(True)  # noqa: FBT003 -- Qt's own signature
            self.schedules.clear()
            self.schedules.addItem("All schedules", "")
            for schedule, tab in schedules.items():
                self.schedules.addItem(tab, schedule)
            self.schedules.blockSignals(False)  # noqa: FBT003

    def _filtered(self) -> Comparison:
        shown = self._in_schedule()
        return shown.only_changed() if self.changed_only.isChecked() else shown

    def _in_schedule(self) -> Comparison:
        """Give the boxes of the chosen schedule, whether they differ or not."""
        whole, schedule = self._whole, self.schedules.currentData()
        if not schedule:
            return whole
        return replace(whole, rows=tuple(row for row in whole.rows if row.schedule == schedule))

    def _filter(self) -> None:
        code = self.view.current_code
        self.model.show(self._filtered())
        self.view.go_to(code)
        self._show_rows()
        self.tell()

    def _show_rows(self) -> None:
        rows = bool(self.comparison.rows)
        self._nothing.setVisible(not rows)
        self.view.setVisible(rows)

    def tell(self) -> None:
        """Say how much differs."""
        rows = self._in_schedule().rows
        changed = sum(row.changed for row in rows)
        self.said.emit(f"{changed} of {len(rows)} boxes differ between these months.")

    def _on_copied(self, boxes: int) -> None:
        lines = "line item" if boxes == 1 else "line items"
        self.said.emit(f"Copied {boxes} {lines} with their headings.")

    def _on_filing_changed(self, filing: Filing) -> None:
        if filing.id in {month.id for month in self.chosen}:
            self._whole = compare(self._open_filings.figures_of(self.chosen))
            self.model.update(self._filtered())
