"""The bar of the schedules' tabs: all of them in sight, and a tick on those that are complete.

A tick stands in the margin and takes no room of its own. Where the counts leave too little for the
words, the words are shortened, as long as that brings every tab in sight; the tip always says them
in full.
"""

from collections.abc import Collection

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QTabBar, QWidget
from typing_extensions import override

from focusdesk.ui.look.theme import Theme, theme_of

_TICK = (QPointF(3, 0), QPointF(5.5, 3), QPointF(10, -3.5))
"""The tick in the margin before the words of a tab, from the middle of its left side."""

_SHORTEST, _LEAST = 0.7, 48
"""How much of its words a tab keeps at least, as a share and in pixels."""


class ScheduleBar(QTabBar):
    """The tabs of the schedules."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Schedules")
        self.setExpanding(False)
        self.setUsesScrollButtons(True)
        self.setElideMode(Qt.TextElideMode.ElideRight)

    def is_complete(self, at: int) -> bool:
        """Whether a tab has the tick."""
        return self.tabData(at) is True

    def tick(self, complete: Collection[int]) -> None:
        """Give some tabs the tick, by their places, and no others."""
        for at in range(self.count()):
            if self.is_complete(at) != (at in complete):
                self.setTabData(at, at in complete)
                self.update()

    def is_short(self, at: int) -> bool:
        """Whether the words of a tab have less than their room."""
        return self.tabRect(at).width() < self.tabSizeHint(at).width()

    @override
    def minimumTabSizeHint(self, index: int) -> QSize:
        """Let words be shortened where that is enough to show every tab, and not otherwise."""
        full = self.tabSizeHint(index)
        places = range(self.count())
        if sum(self.tabSizeHint(at).width() - self._spare(at) for at in places) > self.width():
            return full
        return full - QSize(self._spare(index), 0)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = theme_of(self.palette())
        for at in filter(self.is_complete, range(self.count())):
            paint_tick(painter, self.tabRect(at), theme)
        painter.end()

    def _spare(self, at: int) -> int:
        words = self.fontMetrics().horizontalAdvance(self.tabText(at))
        return max(0, words - max(int(words * _SHORTEST), _LEAST))


def paint_tick(painter: QPainter, tab: QRect, theme: Theme) -> None:
    """Draw the tick of a complete schedule before the words; its shape says it alone."""
    pen = QPen(theme.good, 2)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    side = QPointF(tab.left(), tab.center().y() + 1)
    painter.drawPolyline(QPolygonF([side + point for point in _TICK]))
