"""The comparison's parts side by side: the table, and at its right what explains its changes."""

from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QSplitter, QVBoxLayout, QWidget
from typing_extensions import override

from focusdesk.ui.compare.compare_view import CompareView
from focusdesk.ui.compare.nothing_shown import NothingShown
from focusdesk.ui.look.panes import Pane, takes_tab

_TABLE = 996
_ROOM_FOR_BOTH = 880  # pixels: lines, two months and what explains them
SIDE = 284
"""How wide what stands beside the table is at first, in pixels."""


class CompareParts(QSplitter):
    """Gives the table all the room until something is put beside it.

    Attributes:
        view: The table.
        nothing: What stands in its place where no line is shown.
        side: What stands at its right; hidden until something is put into it.
        keeps_side: It stays in sight beside the table, where there is room for both.
    """

    def __init__(self, view: CompareView, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.view, self.nothing, self.side = view, NothingShown(), QWidget()
        self.side.setObjectName("side")
        self.keeps_side = True
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
        cast("QApplication", QApplication.instance()).focusChanged.connect(self.make_room)
        self.setSizes([_TABLE, SIDE])

    def open_side(self) -> None:
        """Show what stands beside the table wherever it was hidden, for the keyboard."""
        if self._is_filled():
            self.side.show()

    def make_room(self) -> None:
        """Leave the table all of a narrow window, or where the side is not kept in sight.

        Not while the keyboard is in the side.
        """
        if self._is_filled():
            within = self.side.isAncestorOf(QApplication.focusWidget() or self)
            kept = self.keeps_side and self.width() >= _ROOM_FOR_BOTH
            self.side.setVisible(within or kept)

    def keep_side(self, *, shown: bool) -> None:
        """Keep what stands beside the table in sight, or leave the table its room."""
        self.keeps_side = shown
        if not shown and self.side.isAncestorOf(QApplication.focusWidget() or self):
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        self.make_room()

    def _is_filled(self) -> bool:
        inner = self.side.layout()
        return inner is not None and inner.count() > 0

    @override
    def resizeEvent(self, arg__1: QResizeEvent) -> None:
        super().resizeEvent(arg__1)
        self.make_room()

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
