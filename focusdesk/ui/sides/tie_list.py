"""The ties between the two sides: a card for each, and lines from it to its boxes."""

from collections.abc import Callable, Mapping
from typing import TypeAlias

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView
from typing_extensions import override

from focusdesk.filing.facing_tie import Agreement, FacingTie
from focusdesk.ui.look.shown_items import ShownItems
from focusdesk.ui.look.theme import theme_now
from focusdesk.ui.look.zoom import Zoom
from focusdesk.ui.sides.side_list import ACROSS, ENTER, PLAIN
from focusdesk.ui.sides.tie_paint import TIE_ROLE, TiePainter, paint_routes, tie_pen
from focusdesk.ui.sides.tie_routes import Band, card_tops, routes

Index: TypeAlias = QModelIndex | QPersistentModelIndex
MiddleOf: TypeAlias = Callable[[str], int]

_CARD, _GAP, _AIR = 152, 48, 8
"""A card and the air between two of them grow with the words; where lines turn, nothing is read."""


_SHOWN: Mapping[int, Callable[[FacingTie], object]] = {
    Qt.ItemDataRole.DisplayRole: lambda tie: tie.id,
    Qt.ItemDataRole.AccessibleTextRole: lambda tie: f"{tie.id}: {tie.sentence}",
    Qt.ItemDataRole.ToolTipRole: lambda tie: tie.sentence,
    TIE_ROLE: lambda tie: tie,
}


class TieList(QListView):
    """The ties of a pool, in the middle between its sides.

    Attributes:
        chosen: A tie was gone to, by Enter or a double click; carries the `FacingTie`.
        came_to: The keyboard has come to a tie; carries the `FacingTie`.
        left_by: An arrow leads to one of the sides; carries the `Qt.Key`.
    """

    chosen = Signal(object)
    came_to = Signal(object)
    left_by = Signal(object)

    def __init__(self, left: MiddleOf, right: MiddleOf) -> None:
        """Show nothing yet.

        Args:
            left: Says where a box of the requirement stands, in pixels from the top.
            right: Says it of a box of the assets.
        """
        super().__init__()
        self._left, self._right = left, right
        self._model = ShownItems(_SHOWN, lambda tie: tie.codes, self)
        self._painter = TiePainter(self)
        self._tops: tuple[int, ...] = ()
        self._zoom = Zoom()
        self.setModel(self._model)
        self.setItemDelegate(self._painter)
        self.setAccessibleName("Ties between requirement and assets")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.viewport().setAutoFillBackground(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.doubleClicked.connect(self._on_chosen)
        self.show_zoom(Zoom())

    @property
    def ties(self) -> tuple[FacingTie, ...]:
        """What is shown."""
        return self._model.items

    @property
    def tie(self) -> FacingTie | None:
        """The tie that the keyboard is at; `None` for none."""
        at = self.currentIndex().row()
        return self.ties[at] if 0 <= at < len(self.ties) else None

    def show_ties(self, ties: tuple[FacingTie, ...]) -> None:
        """Show the ties of a pool, to be stacked then; of the same boxes, the keyboard stays."""
        if len(ties) != len(self.ties):
            self._tops = ()
        self._model.show_items(ties)
        if self.tie is None and ties:
            failing = [tie for tie in ties if tie.agreement is Agreement.FAILS]
            self.choose(failing[0] if failing else ties[0])

    def show_zoom(self, zoom: Zoom) -> None:
        """Write the cards in another size."""
        self._zoom = self._painter.zoom = zoom
        self.setFixedWidth(zoom.grown(_CARD) + 2 * _GAP)
        self.viewport().update()

    def choose(self, tie: FacingTie) -> None:
        """Bring the keyboard's place to a tie."""
        if tie in self.ties:
            self.setCurrentIndex(self._model.index(self.ties.index(tie), 0))

    def mark(self, tie: FacingTie | None) -> None:
        """Mark the tie that is looked at."""
        self._painter.current = tie
        self.viewport().update()

    def stack(self, height: int) -> int:
        """Let the cards stand beside their boxes, and give how much height that takes.

        Args:
            height: That of the higher side.
        """
        band = self._band
        self._tops = card_tops([self._left(tie.tie.left[0]) for tie in self.ties], band)
        ends = [top + band.card for top in self._tops]
        self._painter.heights = [end - above for end, above in zip(ends, [0, *ends], strict=False)]
        end = ends[-1] if ends else 0
        self.setFixedHeight(max(height, end, 1))
        self.scheduleDelayedItemsLayout()
        self.viewport().update()
        return self.height()

    @property
    def _band(self) -> Band:
        grown = self._zoom.grown
        return Band(self.width(), _GAP, self._painter.height, grown(_AIR))

    @override
    def visualRect(self, index: Index) -> QRect:
        """Give where a card stands; the room over it is not of it."""
        at = index.row()
        if not index.isValid() or at >= len(self._tops):
            return QRect()
        band = self._band
        return QRect(band.gap, self._tops[at], band.width - 2 * band.gap, band.card)

    @override
    def indexAt(self, p: QPoint) -> QModelIndex:
        for at in range(len(self.ties)):
            index = self._model.index(at, 0)
            if self.visualRect(index).contains(p):
                return index
        return QModelIndex()

    @override
    def paintEvent(self, e: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        theme, current = theme_now(), self._painter.current
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        order = sorted(range(len(self._tops)), key=lambda at: self.ties[at] is current)
        for at in order:
            tie = self.ties[at]
            pen = tie_pen(theme, tie, current=tie is current)
            boxes = ([*map(self._left, tie.tie.left)], [*map(self._right, tie.tie.right)])
            place = (at, len(self.ties))
            paint_routes(
                painter, routes(place, self._tops[at], boxes, self._band), pen, theme.paper
            )
        painter.end()
        super().paintEvent(e)

    @override
    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if current.isValid() and self.hasFocus():
            self.came_to.emit(self.tie)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.tie is not None:
            self.came_to.emit(self.tie)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if event.modifiers() in PLAIN and key in ACROSS:
            self.left_by.emit(key)
        elif event.modifiers() in PLAIN and key in ENTER:
            self._on_chosen(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _on_chosen(self, index: Index) -> None:
        if index.isValid():
            self.chosen.emit(self.ties[index.row()])
