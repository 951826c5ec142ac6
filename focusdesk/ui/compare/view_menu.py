"""The menu of what is shown of months side by side: which lines, in which order, which changes.

It has everything that the bar has, since a narrow bar gives up its buttons.
"""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from focusdesk.filing.compare import Comparison, Pair
from focusdesk.filing.comparison_rows import ALL_LINES, RowFilter
from focusdesk.filing.comparison_view import ComparisonView
from focusdesk.filing.thresholds import Thresholds

_BETWEEN_OTHERS = 3  # months, from which on there is a choice between which of them


class ViewMenu(QObject):
    """Says how months are looked at, and asks for another view; it changes nothing itself.

    Attributes:
        menu: The menu.
        changed: Changed lines only.
        above: Lines above the firm's thresholds only; where the firm has none, asks for them.
        totals: Totals only.
        largest: The largest changes first.
        last_two: Changes between the last two months.
        neighbours: Changes between each month and the next.
        ends: Changes between the first month and the last.
        others: Changes between two other months, which are asked for.
        find_line: Lines with words or a code.
        thresholds: Set the thresholds.
        all_lines: Every line again.
        side: Why the current line moved stands beside the table.
    """

    wanted = Signal(object)
    """Months are to be looked at so; carries the `ComparisonView`."""

    pair_asked = Signal()
    """Changes are to be told between two months that are to be asked for."""

    find_asked = Signal()
    """Words are to be sought."""

    thresholds_asked = Signal()
    """The thresholds are to be set."""

    side_wanted = Signal(bool)
    """Why a line moved is to stand beside the table, or not."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.menu = QMenu(parent)
        self._view = ComparisonView()
        self._thresholds = Thresholds()
        self._ends_pair: Pair = (0, 1)
        self.changed = self._check("&Changed lines only", self._keep_changed)
        self.above = self._check("&Above the thresholds", self._keep_above)
        self.totals = self._check("&Totals only", self._keep_totals)
        self.largest = self._check("Largest changes fi&rst", self._sort)
        self.menu.addSeparator()
        self.last_two = self._check("Changes of the &last two months", self._tell_last)
        self.neighbours = self._check("Changes of each month and the &next", self._tell_each)
        self.ends = self._check("Changes of the f&irst month and the last", self._tell_ends)
        self.others = self._check("Changes of two &other months\u2026", self._ask_pair)
        self._let_one_hold(self.last_two, self.neighbours, self.ends, self.others)
        self.menu.addSeparator()
        self.find_line = self.menu.addAction("&Find a line\u2026\tCtrl+F")
        self.find_line.triggered.connect(self.find_asked)
        self.thresholds = self.menu.addAction("T&hresholds\u2026")
        self.thresholds.triggered.connect(self.thresholds_asked)
        self.all_lines = self.menu.addAction("&Show all lines")
        self.all_lines.triggered.connect(self.wish_all)
        self.menu.addSeparator()
        self.side = self._check("&Why it moved, at the side\tCtrl+F9", self._turn_side)
        self.side.setChecked(True)

    def show_view(self, whole: Comparison, view: ComparisonView, thresholds: Thresholds) -> None:
        """Say how months are looked at.

        Args:
            whole: The months.
            view: How they are looked at.
            thresholds: The firm's.
        """
        self._view, self._thresholds = view, thresholds
        self._ends_pair = (0, len(whole.months) - 1)
        rows, pair = view.row_filter, view.pair
        self.changed.setChecked(rows.changed)
        words = thresholds.words if thresholds.are_set else "none set\u2026"
        self.above.setText(f"&Above the thresholds: {words.removeprefix('above ')}")
        self.above.setChecked(rows.above is not None)
        self.totals.setChecked(rows.totals)
        self.largest.setChecked(view.largest_first)
        self._between(view, pair).setChecked(True)
        several = len(whole.months) >= _BETWEEN_OTHERS
        for action in (self.neighbours, self.ends, self.others):
            action.setEnabled(several)
        self.all_lines.setEnabled(rows != ALL_LINES)

    @property
    def count_set(self) -> int:
        """How many things are set here that no button of the bar shows."""
        view = self._view
        return sum((view.row_filter.totals, view.largest_first, not self.last_two.isChecked()))

    def wish(self, rows: RowFilter) -> None:
        """Wish for other lines."""
        self.wanted.emit(replace(self._view, row_filter=rows))

    def wish_all(self) -> None:
        """Wish for every line; order and changes stay as they are."""
        self.wish(ALL_LINES)

    def _between(self, view: ComparisonView, pair: Pair | None) -> QAction:
        if view.each_neighbour and self._ends_pair[1] > 1:
            return self.neighbours
        if (
            pair is None
            or pair == (self._ends_pair[1] - 1, self._ends_pair[1])
            or pair[1] > self._ends_pair[1]
        ):
            return self.last_two
        return self.ends if pair == self._ends_pair else self.others

    def _let_one_hold(self, *actions: QAction) -> None:
        group = QActionGroup(self)
        for action in actions:
            group.addAction(action)

    def _check(self, words: str, does: Callable[..., None]) -> QAction:
        action = self.menu.addAction(words)
        action.setCheckable(True)
        action.triggered.connect(does)
        return action

    def _keep_changed(self) -> None:
        self.wish(replace(self._view.row_filter, changed=self.changed.isChecked()))

    def _keep_above(self) -> None:
        if not self._thresholds.are_set:
            self.above.setChecked(False)
            self.thresholds_asked.emit()
            return
        above = self._thresholds if self.above.isChecked() else None
        self.wish(replace(self._view.row_filter, above=above))

    def _keep_totals(self) -> None:
        self.wish(replace(self._view.row_filter, totals=self.totals.isChecked()))

    def _sort(self) -> None:
        self.wanted.emit(replace(self._view, largest_first=self.largest.isChecked()))

    def _tell_last(self) -> None:
        self.wanted.emit(replace(self._view, pair=None, each_neighbour=False))

    def _tell_ends(self) -> None:
        self.wanted.emit(replace(self._view, pair=self._ends_pair, each_neighbour=False))

    def _tell_each(self) -> None:
        self.wanted.emit(replace(self._view, pair=None, each_neighbour=True))

    def _turn_side(self) -> None:
        self.side_wanted.emit(self.side.isChecked())

    def _ask_pair(self) -> None:
        self._between(self._view, self._view.pair).setChecked(True)  # until two are chosen
        self.pair_asked.emit()
