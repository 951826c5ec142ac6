"""The lines of one side of a pool: as high as they are, walked by the arrows, marked by a tie."""

from collections.abc import Callable, Collection
from typing import TypeAlias

from PySide6.QtCore import (
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QSizePolicy
from typing_extensions import override

from focusdesk.filing.two_sides import Side, SideLine
from focusdesk.ui.look.shown_items import ShownItems
from focusdesk.ui.look.zoom import Zoom
from focusdesk.ui.sides.side_paint import LINE_ROLE, SidePainter

Index: TypeAlias = QModelIndex | QPersistentModelIndex

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
ACROSS = (Qt.Key.Key_Left, Qt.Key.Key_Right)
PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


class SideModel(ShownItems[SideLine]):
    """The lines of a side."""

    def __init__(self, parent: QObject | None = None) -> None:
        shown: dict[int, Callable[[SideLine], object]] = {
            Qt.ItemDataRole.DisplayRole: lambda line: line.words,
            Qt.ItemDataRole.AccessibleTextRole: lambda line: line.said,
            LINE_ROLE: lambda line: line,
        }
        super().__init__(shown, lambda line: line.code, parent)

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let the keyboard pass over words that stand over others."""
        if not index.isValid() or not self.items[index.row()].code:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class SideList(QListView):
    """One side of a pool.

    Attributes:
        chosen: A line was gone to, by Enter or a double click; carries its code.
        came_to: The keyboard has come to a line; carries its code.
        left_by: An arrow leads to the other side; carries the `Qt.Key`.
        laid_out: The lines stand elsewhere.
    """

    chosen = Signal(str)
    came_to = Signal(str)
    left_by = Signal(object)
    laid_out = Signal()

    def __init__(self, name: str, *, mirrored: bool = False) -> None:
        """Show nothing yet.

        Args:
            name: What the side is, for a screen reader.
            mirrored: The amounts stand before the words, so that they face the other side's.
        """
        super().__init__()
        self._model = SideModel(self)
        self._painter = SidePainter(self, mirrored=mirrored)
        self.setModel(self._model)
        self.setItemDelegate(self._painter)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.viewport().setAutoFillBackground(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(1)
        self.doubleClicked.connect(self._on_chosen)

    @property
    def lines(self) -> tuple[SideLine, ...]:
        """What is shown."""
        return self._model.items

    @property
    def code(self) -> str:
        """The box that the keyboard is at; empty for none."""
        at = self.currentIndex().row()
        return self.lines[at].code if 0 <= at < len(self.lines) else ""

    def show_side(self, side: Side) -> None:
        """Show a side; where it has the same boxes, the keyboard stays where it is."""
        code = self.code
        self._model.show_items(side.lines)
        if not self.code:
            self.choose(code if code in side.codes else side.codes[0])
        self._fit()

    def show_zoom(self, zoom: Zoom) -> None:
        """Write the lines in another size."""
        self._painter.zoom = zoom
        self._fit()

    def mark(self, codes: Collection[str]) -> None:
        """Mark the boxes of a tie."""
        if self._painter.marked != frozenset(codes):
            self._painter.marked = frozenset(codes)
            self.viewport().update()

    def choose(self, code: str) -> None:
        """Bring the keyboard's place to a box."""
        for at, line in enumerate(self.lines):
            if code and line.code == code:
                self.setCurrentIndex(self._model.index(at, 0))

    def middle_of(self, code: str) -> int:
        """Give where the line of a box has its figure, in pixels from the top."""
        top = 0
        for line in self.lines:
            height = self._painter.height_of(line)
            if line.code == code:
                return top + self._painter.figure_middle(line)
            top += height
        return 0

    def place_of_line(self) -> QRect:
        """Give where the line that the keyboard is at stands in the list."""
        return self.visualRect(self.currentIndex())

    @override
    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if current.isValid() and self.hasFocus():
            self.came_to.emit(self.code)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.came_to.emit(self.code)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if event.modifiers() in PLAIN and key in ACROSS:
            self.left_by.emit(key)
        elif event.modifiers() in PLAIN and key in ENTER:
            self._on_chosen(self.currentIndex())
        else:
            super().keyPressEvent(event)

    @override
    def resizeEvent(self, e: QResizeEvent) -> None:
        super().resizeEvent(e)
        if self._painter.width != self.viewport().width():
            self._painter.width = self.viewport().width()
            self._fit()

    def _fit(self) -> None:
        self.scheduleDelayedItemsLayout()
        self.setFixedHeight(max(1, sum(self._painter.height_of(line) for line in self.lines)))
        self.laid_out.emit()

    def _on_chosen(self, index: Index) -> None:
        if index.isValid() and self.lines[index.row()].code:
            self.chosen.emit(self.lines[index.row()].code)
