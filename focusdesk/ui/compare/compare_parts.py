"""The comparison's parts side by side: the table, and at its right what explains its changes."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from focusdesk.ui.compare.compare_view import CompareView
from focusdesk.ui.compare.nothing_shown import NothingShown
from focusdesk.ui.look.panes import Pane, takes_tab

_TABLE = 996
SIDE = 284
"""How wide what stands beside the table is at first, in pixels."""


class CompareParts(QSplitter):
    """Gives the table all the room until something is put beside it.

    Attributes:
        view: The table.
        nothing: What stands in its place where no line is shown.
        side: What stands at its right; hidden until something is put into it.
    """

    def __init__(self, view: CompareView, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.view, self.nothing, self.side = view, NothingShown(), QWidget()
        self.side.setObjectName("side")
        self._left = QWidget()
        table, side = QVBoxLayout(self._left), QVBoxLayout(self.side)
        for inner in (table, side):
            inner.setContentsMargins(0, 0, 0, 0)
            inner.setSpacing(0)
        table.addWidget(self.nothing, 1)
        table.addWidget(self.view, 1)
        self.addWidget(self._left)
        self.addWidget(self.side)
        self.setStretchFactor(0, 1)
        self.setCollapsible(0, False)  # noqa: FBT003 -- Qt's own signature
        self.setHandleWidth(1)
        self.side.hide()
        self.setSizes([_TABLE, SIDE])

    @property
    def shows_lines(self) -> bool:
        """Whether the table is seen."""
        return not self.view.isHidden()

    def show_lines(self, *, shown: bool) -> None:
        """Show the table, or say in its place why there is no line."""
        self.nothing.setVisible(not shown)
        self.view.setVisible(shown)

    def panes(self) -> list[Pane]:
        """Give what the keyboard goes through: the lines, and what stands beside them."""
        door = self.view if self.shows_lines else self.nothing.all_lines
        return [Pane(self._left, door), Pane(self.side, self._side_door())]

    def _side_door(self) -> QWidget | None:
        inner = self.side.findChildren(QWidget)
        return next((each for each in inner if takes_tab(each)), None)
