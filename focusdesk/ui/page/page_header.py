"""The headings over last month's figures and the change, and over columns that the form titles."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHeaderView, QWidget
from typing_extensions import override

from focusdesk.ui.look.theme import SMALL_PIXELS, theme_of
from focusdesk.ui.look.zoom import Zoom
from focusdesk.ui.page.page_measures import PAD

_HEIGHT = 24
_EDGE = 6  # pixels above and below the line at which a column is made wider


class PageHeader(QHeaderView):
    """Headings that stand over their figures and need no grid of buttons."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(0)
        self.setSectionsClickable(False)
        self.setHighlightSections(False)
        self._zoom = Zoom()
        self.setFont(self._zoom.font(SMALL_PIXELS))

    def show_zoom(self, zoom: Zoom) -> None:
        """Write the headings in another size."""
        self._zoom = zoom
        self.setFont(zoom.font(SMALL_PIXELS))
        self.updateGeometry()

    @override
    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._zoom.grown(_HEIGHT))

    @override
    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        theme = theme_of(self.palette())
        painter.fillRect(rect, theme.paper)
        painter.setPen(theme.rule)
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        heading = str(self.model().headerData(logicalIndex, Qt.Orientation.Horizontal) or "")
        drawn = self.sectionResizeMode(logicalIndex) is QHeaderView.ResizeMode.Interactive
        if heading and drawn:  # a mark at the edge of nothing says nothing
            edge = rect.adjusted(0, _EDGE, 0, -_EDGE)
            painter.drawLine(edge.topRight(), edge.bottomRight())
        painter.setPen(theme.soft)
        painter.setFont(self.font())
        pad = self._zoom.grown(PAD)
        area = rect.adjusted(pad, 0, -2 * pad, -1)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(area, right, heading)
