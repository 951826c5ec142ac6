"""The first tab of an open month: how it stands and what remains before it is printed.

It shows what `focusdesk.filing.overview` says, follows the figures while it is seen, and looks
again when it comes into sight.
"""

from collections.abc import Callable

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QPalette, QShowEvent
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from focusdesk.filing.overview import Overview
from focusdesk.filing.ports import StoreError
from focusdesk.form.box import Box
from focusdesk.ui.look.theme import SMALL_PIXELS
from focusdesk.ui.look.zoom import Zoom
from focusdesk.ui.overview.card_grid import CardGrid
from focusdesk.ui.overview.overview_rows import OverviewRow, kind_row, remaining_row
from focusdesk.ui.overview.row_list import RowList
from focusdesk.ui.page.front_page import FrontPage

_SIDE, _GAP = 18, 8
_ROOM_AROUND = 12


class OverviewPage(FrontPage):
    """A month at a glance.

    Attributes:
        code_activated: The code of a box to go to.
        code_reached: The code of the box of the row that the keyboard has come to.
        figure_activated: The code of a carried figure to give or to look at.
        told: A sentence about a row that leads to no box.
        store_failed: A sentence: the store cannot be read.
        grid: The cards.
        kinds: The findings by kind.
        remaining: What remains before printing.
    """

    code_activated = Signal(str)
    code_reached = Signal(str)
    figure_activated = Signal(str)
    told = Signal(str)
    store_failed = Signal(str)

    def __init__(
        self,
        look: Callable[[], Overview],
        due: Callable[[], str],
        boxes: dict[str, Box],
    ) -> None:
        """Look at a month.

        Args:
            look: Says how it stands; raises `StoreError`.
            due: Says when it is due and how many days are left; empty where nobody knows; raises
                `StoreError`.
            boxes: The boxes of its form.

        Raises:
            StoreError: the store cannot be read.
        """
        super().__init__()
        self._look, self._due, self._boxes = look, due, boxes
        self._is_stale = False
        overview = look()
        self._dates = QLabel()
        self._dates.setWordWrap(True)
        self.grid = CardGrid(len(overview.cards))
        self._kinds_heading, self._remaining_heading = QLabel("FINDINGS"), QLabel()
        self.kinds, self.remaining = RowList("Findings by kind"), RowList("Before printing")
        self._none = QLabel()
        self._none.setWordWrap(True)
        self._lay_out()
        self._tie()
        self._show(overview)
        self.show_zoom(Zoom())

    @property
    def heading(self) -> str:
        """What stands over the cards: when the month is due, against which changes are told."""
        return self._dates.text()

    @property
    def words(self) -> str:
        """What stands in the place of rows that remain; empty when there are some."""
        return "" if self._none.isHidden() else self._none.text()

    @property
    def lists(self) -> tuple[RowList, ...]:
        """What the arrows lead through: the cards, the findings, what remains."""
        lists = (*(card.lines for card in self.grid.cards), self.kinds, self.remaining)
        return tuple(each for each in lists if each.rows)

    @override
    def follow_figures(self) -> None:
        if self.isVisible():
            self._look_again()
        else:
            self._is_stale = True

    @override
    def show_zoom(self, zoom: Zoom) -> None:
        for label in (self._dates, self._none):
            label.setFont(zoom.font())
        small = zoom.font(SMALL_PIXELS - 1)
        small.setBold(True)
        for heading in (self._kinds_heading, self._remaining_heading):
            heading.setFont(small)
        for each in (self.grid, self.kinds, self.remaining):
            each.show_zoom(zoom)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_stale:
            self._look_again()

    def _look_again(self) -> None:
        try:
            self._show(self._look())
        except StoreError as error:
            self.store_failed.emit(str(error))
            return
        self._is_stale = False

    def _show(self, overview: Overview) -> None:
        since = f"changes since {overview.since}" if overview.since else "no month before it"
        self._dates.setText(" \u00b7 ".join(filter(None, (self._due(), since))))
        self.grid.show_cards(overview.cards)
        self.kinds.show_rows([kind_row(kind) for kind in overview.kinds])
        rows = [remaining_row(each, self._boxes) for each in overview.remaining]
        more = f" \u00b7 {overview.signing}".upper() if overview.signing else ""
        self._kinds_heading.setText(f"FINDINGS{more}")
        self._remaining_heading.setText(f"BEFORE PRINTING \u00b7 {len(rows) or 'nothing remains'}")
        self._none.setText(f"{overview.remaining_words}.")
        self._none.setVisible(not rows)
        self.remaining.show_rows(rows)
        for each in (self.kinds, self.remaining):
            each.setVisible(bool(each.rows))  # the keyboard finds nothing in an empty list
        if self.lists and self.focusProxy() not in self.lists:
            self.setFocusProxy(self.lists[0])

    def _lay_out(self) -> None:
        for heading in (self._kinds_heading, self._remaining_heading):
            heading.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._area = QScrollArea()
        self._area.setObjectName("overview")
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._inner = QWidget()
        self._inner.setObjectName("overview_ground")
        column = QVBoxLayout(self._inner)
        column.setContentsMargins(_SIDE, _SIDE - 4, _SIDE, _SIDE)
        column.setSpacing(_GAP)
        for part in (self._dates, self.grid, self._kinds_heading):
            column.addWidget(part)
        for part in (self.kinds, self._remaining_heading, self._none, self.remaining):
            column.addWidget(part)
        column.addStretch()
        self._area.setWidget(self._inner)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._area)

    def _tie(self) -> None:
        for each in (*(card.lines for card in self.grid.cards), self.kinds, self.remaining):
            each.chosen.connect(self._on_chosen)
            each.came_to.connect(self._on_came_to)
            each.left_by.connect(self._on_left_by)

    # Going about

    def _on_chosen(self, row: OverviewRow) -> None:
        if row.code:
            self.code_activated.emit(row.code)
        elif row.figure_code:
            self.figure_activated.emit(row.figure_code)
        elif row.tip:
            self.told.emit(row.tip)

    def _on_came_to(self, row: OverviewRow) -> None:
        rows = self.sender()
        if isinstance(rows, RowList):
            self.setFocusProxy(rows)
            self._bring_into_sight(rows)
        if row.code:
            self.code_reached.emit(row.code)

    def _on_left_by(self, key: Qt.Key) -> None:
        rows = self.sender()
        if isinstance(rows, RowList):
            self._leave(rows, key)

    def _leave(self, rows: RowList, key: Qt.Key) -> None:
        """Go on from a list to the one that lies in the direction of an arrow."""
        cards = [card.lines for card in self.grid.cards]
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            if rows in cards:
                step = 1 if key == Qt.Key.Key_Right else -1
                there = cards[self.grid.beside(cards.index(rows), step)]
                self._come_to(there, rows.row)
            return
        step = 1 if key == Qt.Key.Key_Down else -1
        there = self._next(rows, step)
        if there is not None:
            self._come_to(there, 0 if step > 0 else len(there.rows) - 1)

    def _next(self, rows: RowList, step: int) -> RowList | None:
        cards = [card.lines for card in self.grid.cards]
        if rows in cards:
            below = self.grid.below(cards.index(rows), step)
            if below is not None:
                return cards[below]
            after = [each for each in (self.kinds, self.remaining) if each.rows]
            return after[0] if step > 0 and after else None
        lists = [each for each in self.lists if each not in cards]
        at = lists.index(rows) + step
        if at < 0:
            return cards[len(cards) - self.grid.columns] if cards else None
        return lists[at] if at < len(lists) else None

    def _come_to(self, rows: RowList, at: int) -> None:
        rows.choose(at)
        rows.setFocus(Qt.FocusReason.OtherFocusReason)

    def _bring_into_sight(self, rows: RowList) -> None:
        row = rows.place_of_row()
        place = QRect(rows.viewport().mapTo(self._inner, row.topLeft()), row.size())
        for corner in (place.bottomLeft(), place.topLeft()):
            point: QPoint = corner
            self._area.ensureVisible(point.x(), point.y(), 0, _ROOM_AROUND)
