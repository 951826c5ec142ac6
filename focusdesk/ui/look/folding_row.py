"""Buttons side by side, in as many rows as a narrow side of the window makes of them."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QEvent, QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
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
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @override
    def hasHeightForWidth(self) -> bool:
        """Be as high as the rows, of which a narrower place makes more."""
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        """Give the height of the rows that a width makes."""
        highs = [_height_of(row) for row in self._rows(width)]
        return sum(highs) + _GAP * max(0, len(highs) - 1)

    @override
    def sizeHint(self) -> QSize:
        """Be as high as the rows are in the width that there is."""
        least = self.minimumSizeHint().width()
        return QSize(least, self.heightForWidth(max(least, self.width())))

    @override
    def minimumSizeHint(self) -> QSize:
        """Be no wider than the widest of them."""
        widest = max((each.sizeHint().width() for each in self._shown), default=0)
        return QSize(widest, 0)

    @override
    def event(self, event: QEvent) -> bool:
        """Fold anew when one of them is shown, hidden or has other words."""
        if event.type() is QEvent.Type.LayoutRequest:
            self.updateGeometry()
            self._fold()
        return super().event(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold them into the new width."""
        super().resizeEvent(event)
        self._fold()

    @property
    def _shown(self) -> Iterator[QWidget]:
        return (each for each in self._held if each.isVisibleTo(self))

    def _fold(self) -> None:
        """Give each row's widgets all of its width."""
        top = 0
        for row in self._rows(self.width()):
            spare = self.width() - sum(each.sizeHint().width() + _GAP for each in row) + _GAP
            left, high = 0, _height_of(row)
            for at, each in enumerate(row):
                more = max(0, spare) * (at + 1) // len(row) - max(0, spare) * at // len(row)
                wide = min(each.sizeHint().width() + more, self.width())
                each.setGeometry(QRect(left, top, wide, high))
                left += wide + _GAP
            top += high + _GAP

    def _rows(self, width: int) -> Iterator[list[QWidget]]:
        row: list[QWidget] = []
        taken = 0
        for each in self._shown:
            wide = each.sizeHint().width()
            if row and taken + wide > width:
                yield row
                row, taken = [], 0
            row.append(each)
            taken += wide + _GAP
        if row:
            yield row


def _height_of(row: Sequence[QWidget]) -> int:
    return max(each.sizeHint().height() for each in row)
