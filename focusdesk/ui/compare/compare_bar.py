"""The bar over months side by side: which months, which lines, and the ways out."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QWidget
from typing_extensions import override

from focusdesk.filing.compare import Comparison
from focusdesk.filing.comparison_view import ComparisonView
from focusdesk.filing.thresholds import Thresholds
from focusdesk.ui.compare.months_menu import MonthsMenu
from focusdesk.ui.compare.view_menu import ViewMenu
from focusdesk.ui.look.bar_button import BarButton
from focusdesk.ui.look.giving_bar import GivingBar, Shortened, Step
from focusdesk.ui.look.pills import make_pill

WITH_TRENDS = " with trends"
"""What the name of a file ends in, before its suffix, that draws the months as lines too."""

EXPORTS = (
    ("&PDF\u2026", ".pdf"),
    ("&Excel workbook\u2026", ".xlsx"),
    ("&CSV\u2026", ".csv"),
    ("&JSON\u2026", ".json"),
    ("PDF with &trends\u2026", f"{WITH_TRENDS}.pdf"),
)
_BACK = "Back to the month  Esc"
_MOST_PILLS = 4
_DIGITS = 9


class CompareBar(GivingBar):
    """Shows how months are looked at and asks for another view; it changes nothing itself.

    Attributes:
        months: Which months; opens `months_menu`.
        changed: Changed lines only.
        above: Lines above the thresholds only; where the firm has none, asks for them.
        schedules: One schedule or all; opens `schedules_menu`.
        show_button: Everything that can be shown otherwise; opens `view_menu`.
        export: Ways to a file; opens `export_menu`.
        back: The way back to the desk.
    """

    export_asked = Signal(str)
    """What is shown is to be written to a file; carries the suffix."""

    def __init__(self) -> None:
        super().__init__("compare_bar")
        self._view, self._thresholds = ComparisonView(), Thresholds()
        self.months = _opener("+ M&onth", "Add a month, or choose other months")
        self.changed = BarButton("&Changed only")
        self.above = BarButton("&Above\u2026")
        self.schedules = _opener("All &schedules", "Schedule")
        self.show_button = _opener("Sho&w", "What is shown, and in which order")
        self.export = _opener("E&xport", "Export what is shown")
        self.back = BarButton(_BACK, _BACK)
        self.months_menu, self.view_menu = MonthsMenu(self.months), ViewMenu(self.show_button)
        self.schedules_menu = QMenu(self.schedules)
        self.export_menu = QMenu(self.export)
        self._one_schedule = QActionGroup(self)
        self._pills, self._pill_row = QWidget(), QHBoxLayout()
        self._shown_pills: list[QLabel] = []
        self._count, self._above_words = make_pill(), ""
        self._room_for_more = QWidget()
        self._lay_out()
        self._tie()

    def add_way(self, action: QAction) -> BarButton:
        """Put one more way to look at the months between what is shown and the export.

        Args:
            action: What it does; its words have the letter that presses it.
        """
        button = BarButton(action.text(), action.toolTip())
        button.clicked.connect(action.trigger)
        button.setEnabled(action.isEnabled())
        action.enabledChanged.connect(button.setEnabled)
        self._more.addWidget(button)
        self._room_for_more.show()
        self.tell(self._room_for_more, told=True)
        self._fit_again()
        return button

    def show_months(self, whole: Comparison) -> None:
        """Name the months, and list the schedules of their form."""
        for pill in self._shown_pills:
            self._pill_row.removeWidget(pill)
            pill.hide()
            pill.deleteLater()
        headings = [month.heading for month in whole.months]
        one_month = len({month.filing.period for month in whole.months}) == 1
        self._count.setText(f"{len(headings)} {'versions' if one_month else 'months'}")
        self._count.setToolTip(", ".join(headings))
        if len(headings) > _MOST_PILLS:
            headings = [f"{headings[0]} to {headings[-1]}, {len(headings)} months"]
        self._shown_pills = [make_pill(heading) for heading in headings]
        for pill in self._shown_pills:
            self._pill_row.addWidget(pill)
            pill.setVisible(self._count.isHidden())  # at once: what is not shown has no width
        self._list_schedules(schedules_of(whole))
        self._fit_again()

    def show_view(self, whole: Comparison, view: ComparisonView, thresholds: Thresholds) -> None:
        """Say how months are looked at.

        Args:
            whole: The months.
            view: How they are looked at.
            thresholds: The firm's.
        """
        self._view, self._thresholds = view, thresholds
        rows = view.row_filter
        self.changed.setChecked(rows.changed)
        self._show_thresholds(thresholds, on=rows.above is not None)
        titles = schedules_of(whole)
        chosen = " and ".join(titles.get(each, each) for each in rows.schedules)
        self.schedules.setText(chosen.replace("&", "&&") or "All &schedules")
        self.schedules.setAccessibleName(f"Schedule: {chosen or 'all'}")
        for action in self._one_schedule.actions():
            action.setChecked(rows.schedules == ((action.data(),) if action.data() else ()))
        self.view_menu.show_view(whole, view, thresholds)
        count = self.view_menu.count_set
        self.show_button.setText(f"Sho&w ({count})" if count else "Sho&w")
        self._fit_again()

    def _fit_again(self) -> None:
        """Fit other words into the bar; one that is not seen yet has no width to fit them into."""
        if self.isVisible():
            self.fit()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Fit what was said while the bar was not seen."""
        super().showEvent(event)
        self.fit()

    def _shorten_pills(self, short: bool) -> None:  # noqa: FBT001 -- as the bar asks it
        self._count.setVisible(short)
        for pill in self._shown_pills:
            pill.setVisible(not short)
        self._pills.updateGeometry()

    def _shorten_above(self, short: bool) -> None:  # noqa: FBT001
        self.above.setText("&Above\u2026" if short else self._above_words)

    def _shorten_back(self, short: bool) -> None:  # noqa: FBT001
        self.back.setText("Esc" if short else _BACK)

    def _show_thresholds(self, thresholds: Thresholds, *, on: bool) -> None:
        of_all = thresholds.of_all.words
        set_at_all = thresholds.are_set
        self.above.setCheckable(set_at_all)
        self._above_words = f"&Above {of_all or 'thresholds'}" if set_at_all else "&Above\u2026"
        self._shorten_above(self.above in self.shortened)
        words = f"Lines {thresholds.words}" if set_at_all else "Set thresholds"
        self.above.setToolTip(words)
        self.above.setAccessibleName(words)
        if set_at_all:
            self.above.setChecked(on)

    def _lay_out(self) -> None:
        self.changed.setCheckable(True)
        self.export.setObjectName("main_button")
        title = QLabel("Compare months")
        title.setObjectName("compare_title")
        self._pills.setLayout(self._pill_row)
        self._more = QHBoxLayout(self._room_for_more)
        for row in (self._pill_row, self._more):
            row.setContentsMargins(0, 0, 0, 0)
        filters = (self.changed, self.above, self.schedules)
        ways = (self.show_button, self._room_for_more, self.export, self.back)
        self._pill_row.addWidget(self._count)
        self._count.hide()
        gives_up: list[Step] = [
            (title,),
            Shortened(self.above, self._shorten_above),
            Shortened(self._pills, self._shorten_pills),
            Shortened(self.back, self._shorten_back),
            (self._pills,),
            *((each,) for each in filters),
        ]
        self.take((title, self._pills, self.months, None, *filters, *ways), gives_up=gives_up)
        self.tell(self._room_for_more, told=False)

    def _tie(self) -> None:
        self.months.setMenu(self.months_menu.menu)
        self.schedules.setMenu(self.schedules_menu)
        self.show_button.setMenu(self.view_menu.menu)
        self.export.setMenu(self.export_menu)
        self.changed.clicked.connect(self._on_changed)
        self.above.clicked.connect(self._on_above)
        for words, suffix in EXPORTS:
            action = self.export_menu.addAction(words)
            action.triggered.connect(self._exporting(suffix))

    def _exporting(self, suffix: str) -> Callable[[], None]:
        return lambda: self.export_asked.emit(suffix)

    def _list_schedules(self, schedules: Mapping[str, str]) -> None:
        if [action.data() for action in self._one_schedule.actions()] == ["", *schedules]:
            return
        self.schedules_menu.clear()
        for action in self._one_schedule.actions():
            self._one_schedule.removeAction(action)
        self._list_schedule("&All schedules", "")
        for at, (schedule, tab) in enumerate(schedules.items(), 1):
            digit = f"&{at}  " if at <= _DIGITS else ""
            self._list_schedule(digit + tab.replace("&", "&&"), schedule)

    def _list_schedule(self, words: str, schedule: str) -> None:
        action = self.schedules_menu.addAction(words)
        action.setData(schedule)
        action.setCheckable(True)
        action.triggered.connect(lambda: self.wish_schedule(schedule))
        self._one_schedule.addAction(action)

    def wish_schedule(self, schedule: str) -> None:
        """Wish for one schedule by its id; for all of them if it is empty."""
        schedules = (schedule,) if schedule else ()
        self.view_menu.wish(replace(self._view.row_filter, schedules=schedules))

    def _on_changed(self) -> None:
        on = self.changed.isChecked()
        self.view_menu.wish(replace(self._view.row_filter, changed=on))

    def _on_above(self) -> None:
        if not self._thresholds.are_set:
            self.view_menu.thresholds_asked.emit()
            return
        above = self._thresholds if self.above.isChecked() else None
        self.view_menu.wish(replace(self._view.row_filter, above=above))


def schedules_of(whole: Comparison) -> dict[str, str]:
    """Give the titles of the schedules that months have, by their ids, in the form's order."""
    return {row.schedule: row.schedule_title for row in whole.rows}


def _opener(words: str, tip: str) -> BarButton:
    """Make a button that opens a menu."""
    button = BarButton(words, tip)
    button.setPopupMode(BarButton.ToolButtonPopupMode.InstantPopup)
    return button
