"""A card of the overview: how a pool or the capital stands, its figures, how much could leave."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from focusdesk.calc.checks import Severity
from focusdesk.filing.overview_card import Card
from focusdesk.ui.look.pills import give_look
from focusdesk.ui.look.theme import SMALL_PIXELS, TEXT_PIXELS
from focusdesk.ui.look.zoom import Zoom
from focusdesk.ui.overview.overview_rows import card_rows
from focusdesk.ui.overview.row_list import RowList

_LOOKS = {None: "good", Severity.ERROR: "error", Severity.WARNING: "warning"}
_SIDE, _TOP = 10, 9


class CardView(QFrame):
    """One card.

    Attributes:
        lines: Its figures.
        card: What it shows; `None` until it shows something.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("overview_card")
        self.card: Card | None = None
        self.lines = RowList("")
        self._name, self._state, self._headroom = QLabel(), QLabel(), QLabel()
        self._headroom.setWordWrap(True)
        self._headroom.setAlignment(Qt.AlignmentFlag.AlignTop)
        # A style sheet's rule would take the size away that the zoom gives.
        self._headroom.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._head = QHBoxLayout()
        self._head.addWidget(self._name)
        self._head.addStretch()
        self._head.addWidget(self._state)
        self._layout = QVBoxLayout(self)
        self._layout.addLayout(self._head)
        self._layout.addWidget(self.lines)
        self._layout.addWidget(self._headroom)
        self._layout.addStretch()
        self.show_zoom(Zoom())

    @property
    def words(self) -> str:
        """What its heading says: ``Segregation: above target``."""
        return f"{self._name.text()}: {self._state.text()}"

    @property
    def headroom(self) -> str:
        """What it says of how much could leave."""
        return self._headroom.text()

    def show_card(self, card: Card) -> None:
        """Show a card; the one that is shown already costs nothing."""
        if card == self.card:
            return
        self.card = card
        self._name.setText(card.name)
        self._name.setToolTip(card.cite)
        self._state.setText(card.state.value)
        give_look(self._state, _LOOKS.get(card.state.severity, "plain"))
        self._state.setFont(self._zoom.font(SMALL_PIXELS))  # another look forgets it
        self._headroom.setText(" ".join(card.headroom))
        self.lines.show_rows(card_rows(card))
        self.lines.setAccessibleName(self.words)
        self.lines.setAccessibleDescription(self.headroom)

    def show_zoom(self, zoom: Zoom) -> None:
        """Show it in another size."""
        self._zoom = zoom
        bold = zoom.font(TEXT_PIXELS + 1)
        bold.setBold(True)
        self._name.setFont(bold)
        self._state.setFont(zoom.font(SMALL_PIXELS))
        self._headroom.setFont(zoom.font(SMALL_PIXELS))
        side, top = zoom.grown(_SIDE), zoom.grown(_TOP)
        self._layout.setContentsMargins(1, top, 1, top)
        self._head.setContentsMargins(side, 0, side, 0)
        self._headroom.setContentsMargins(side, 0, side, 0)
        self.lines.show_zoom(zoom)
