"""Buttons side by side, in as many rows as a narrow side of the window makes of them."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QEvent, QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

_GAP = 4


class FoldingRow(QWidget):
    """Holds widgets, of which those that are hidden take no room."""

    def __init__(self, held: Sequence[QWidget]) -> None:
        """Take widgets, in their order."""
        super().__init__()
        self._held = tuple(held)
        for each in self._held:
            each.setParent(self)

    @override
    def minimumSizeHint(self) -> QSize:
        """Be no wider than the widest of them."""
        widest = max((each.sizeHint().width() for each in self._shown), default=0)
        return QSize(widest, 0)

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest:
            self._fold()
        return super().event(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    @property
    def _shown(self) -> Iterator[QWidget]:
        return (each for each in self._held if each.isVisibleTo(self))

    def _fold(self) -> None:
        """Give each row's widgets all of its width."""
        top = 0
        for row in self._rows():
            spare = self.width() - sum(each.sizeHint().width() + _GAP for each in row) + _GAP
            left, high = 0, max(each.sizeHint().height() for each in row)
            for at, each in enumerate(row):
                more = max(0, spare) * (at + 1) // len(row) - max(0, spare) * at // len(row)
                wide = min(each.sizeHint().width() + more, self.width())
                each.setGeometry(QRect(left, top, wide, high))
                left += wide + _GAP
            top += high + _GAP
        self.setFixedHeight(max(0, top - _GAP))

    def _rows(self) -> Iterator[list[QWidget]]:
        row: list[QWidget] = []
        taken = 0
        for each in self._shown:
            wide = each.sizeHint().width()
            if row and taken + wide > self.width():
                yield row
                row, taken = [], 0
            row.append(each)
            taken += wide + _GAP
        if row:
            yield row
