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
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from focusdesk.filing.beside_months import BesideMonths
from focusdesk.filing.compare import Comparison, ComparisonRow, Pair, compare
from focusdesk.filing.comparison_rows import RowFilter
from focusdesk.filing.comparison_update import after_edit
from focusdesk.filing.comparison_view import ComparisonView
from focusdesk.filing.edit import ChangeSet
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
_TABLE = 950
SIDE = 330
"""How wide what stands beside the table is at first, in pixels."""


class ComparePage(QWidget):
    """The comparison as a page of the main window.

    Attributes:
        whole: Every line of the chosen months, whatever is shown of them.
        view_state: How they are looked at.
        model: What is shown.
        view: The table.
        side: What stands at the right of the table; hidden until something is put into it.
        parts: The table and the side.
    """

    left = Signal()
    """The user wants the desk back."""

    box_chosen = Signal(object, str)
    """Go to a box in a month: the `Filing` and the code."""

    export_asked = Signal(object, str)
    """Write what is shown to a file: the `Comparison` and the suffix."""

    cell_chosen = Signal(object, object)
    """Another cell is current, or its figures are others now: its `ComparisonRow`, `None` on a
    heading, and the `Pair` of months whose change it is about."""

    explain_asked = Signal(object, object)
    """The user wants to say why a line moved; carries the same two."""

    change_asked = Signal(object, object)
    """The user wants to know which boxes made a line move; carries the same two."""

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
        self.whole = compare(open_filings.figures_of(chosen))
        self.view_state = ComparisonView()
        beside = open_filings.beside(self.whole)
        self.model = CompareModel(self.view_state.of(self.whole), self, beside)
        self.view = CompareView(self.model)
        self.side, self.parts = QWidget(), QSplitter(Qt.Orientation.Horizontal)
        self.changed_only = BarButton("Changed only")
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
        return tuple(month.filing for month in self.whole.months)

    def choose(self, chosen: Sequence[Filing]) -> None:
        """Show other months.

        Raises:
            StoreError: a month cannot be read.
        """
        self.whole = compare(self._open_filings.figures_of(chosen))
        self._show_choice()
        self._take_filter()
        self._show_view(self._open_filings.beside(self.whole))

    def go_to(self, code: str) -> bool:
        """Make a box's line current; in the column of the change, where a change is looked at.

        `False` when it is not shown.
        """
        return self.view.go_to(code)

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
        self.changed_only.setCheckable(True)
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
        layout.addWidget(self.parts, 1)
        self._part()
        self.setFocusProxy(self.view)

    def _part(self) -> None:
        """Put the table and what stands beside it into their parts."""
        self.side.setObjectName("side")
        table, side = QVBoxLayout(), QVBoxLayout(self.side)
        left = QWidget()
        left.setLayout(table)
        for inner in (table, side):
            inner.setContentsMargins(0, 0, 0, 0)
            inner.setSpacing(0)
        table.addWidget(self._nothing, 1)
        table.addWidget(self.view, 1)
        self.parts.addWidget(left)
        self.parts.addWidget(self.side)
        self.parts.setStretchFactor(0, 1)
        self.parts.setCollapsible(0, False)  # noqa: FBT003 -- Qt's own signature
        self.parts.setHandleWidth(1)
        self.parts.setSizes([_TABLE, SIDE])
        self.side.hide()

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
        self.view.cell_chosen.connect(self.cell_chosen)
        self.view.explain_asked.connect(self.explain_asked)
        self.view.change_asked.connect(self.change_asked)
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
        headings = [month.heading for month in self.whole.months]
        if len(headings) > _MOST_PILLS:
            headings = [f"{headings[0]} to {headings[-1]}, {len(headings)} months"]
        for heading in headings:
            pill = make_pill(heading)
            self._pills.addWidget(pill)
            self._shown_pills.append(pill)
        schedules = {row.schedule: row.schedule_title for row in self.whole.rows}
        if [self.schedules.itemData(at) for at in range(1, self.schedules.count())] != [*schedules]:
            self.schedules.blockSignals(True)  # noqa: FBT003 -- Qt's own signature
            self.schedules.clear()
            self.schedules.addItem("All schedules", "")
            for schedule, tab in schedules.items():
                self.schedules.addItem(tab, schedule)
            self.schedules.blockSignals(False)  # noqa: FBT003

    @property
    def chosen_cell(self) -> tuple[ComparisonRow | None, Pair]:
        """The line of the current cell, `None` on a heading, and the months of its change."""
        return self.view.chosen_cell

    def _in_schedule(self) -> Comparison:
        """Give the boxes of the chosen schedule, whether they differ or not."""
        schedules = self.view_state.row_filter.schedules
        return ComparisonView(RowFilter(schedules=schedules)).of(self.whole)

    def _filter(self) -> None:
        self._take_filter()
        self._show_view()

    def _take_filter(self) -> None:
        schedule = self.schedules.currentData()
        shown = replace(
            self.view_state.row_filter,
            changed=self.changed_only.isChecked(),
            schedules=(schedule,) if schedule else (),
        )
        self.view_state = replace(self.view_state, row_filter=shown)

    def _show_view(self, beside: BesideMonths | None = None) -> None:
        code = self.view.current_code
        self.model.show(self.view_state.of(self.whole), beside)
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

    def _on_filing_changed(self, filing: Filing, change_set: ChangeSet) -> None:
        """Show what an edit or an explanation has changed, and nothing else anew."""
        try:
            (month,) = self._open_filings.figures_of([filing])
            self.whole = after_edit(self.whole, month, change_set.codes)
            beside = self.model.beside
            told = beside.after_edit(month, change_set.cause) if beside else None
            self.model.update(self.view_state.of(self.whole), told)
        except StoreError as error:
            self.store_failed.emit(str(error))
            return
        self.cell_chosen.emit(*self.chosen_cell)
