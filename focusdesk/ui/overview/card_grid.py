"""The cards of the overview side by side, as many as the width has room for, in even rows."""

from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget
from typing_extensions import override

from focusdesk.filing.overview_card import Card
from focusdesk.ui.look.zoom import Zoom
from focusdesk.ui.overview.card_view import CardView

_LEAST = 282  # pixels: a card's words and figures beside one another
_GAP = 12


class CardGrid(QWidget):
    """The cards.

    Attributes:
        cards: The cards, in the order of the form.
        columns: How many stand side by side.
    """

    def __init__(self, count: int) -> None:
        """Make room for so many cards.

        Args:
            count: How many the form has.
        """
        super().__init__()
        self.cards = tuple(CardView() for _ in range(count))
        self.columns = 0
        self._zoom = Zoom()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(_GAP)
        self._lay(1)

    def show_cards(self, cards: Sequence[Card]) -> None:
        """Show what the cards say now; those that say the same cost nothing."""
        for view, card in zip(self.cards, cards, strict=True):
            view.show_card(card)

    def show_zoom(self, zoom: Zoom) -> None:
        """Show the cards in another size."""
        self._zoom = zoom
        for card in self.cards:
            card.show_zoom(zoom)
        self._fit()

    def beside(self, at: int, step: int) -> int:
        """Give the place of the card so many to the right in the same row, or the same place."""
        there = at + step
        same = there // self.columns == at // self.columns
        return there if same and 0 <= there < len(self.cards) else at

    def below(self, at: int, step: int) -> int | None:
        """Give the place of the card so many rows down; `None` where there is none."""
        there = at + step * self.columns
        return there if 0 <= there < len(self.cards) else None

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self._lay(even_columns(len(self.cards), self.width(), self._zoom.grown(_LEAST)))

    def _lay(self, columns: int) -> None:
        if columns == self.columns:
            return
        self.columns = columns
        for at, card in enumerate(self.cards):
            self._grid.addWidget(card, at // columns, at % columns)
        for column in range(len(self.cards)):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)


def even_columns(count: int, width: int, least: int) -> int:
    """Say how many cards stand side by side, so that every row has as many, or nearly.

    Args:
        count: How many there are.
        width: The pixels that there are.
        least: The pixels that a card needs.
    """
    fitting = max(1, min(count, (width + _GAP) // (least + _GAP)))
    rows = -(-count // fitting)
    return -(-count // rows) if count else 1
