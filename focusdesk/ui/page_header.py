"""The headings over last month's figures and the change, and over columns that the form titles."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHeaderView, QWidget
from typing_extensions import override

from focusdesk.ui.page_measures import PAD
from focusdesk.ui.theme import SMALL_PIXELS, text_font, theme_of

_HEIGHT = 24


class PageHeader(QHeaderView):
    """Headings that stand over their figures and need no grid of buttons."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(0)
        self.setSectionsClickable(False)
        self.setHighlightSections(False)
        self.setFont(text_font(SMALL_PIXELS))

    @override
    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), _HEIGHT)

    @override
    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        theme = theme_of(self.palette())
        painter.fillRect(rect, theme.paper)
        painter.setPen(theme.rule)
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        heading = self.model().headerData(logicalIndex, Qt.Orientation.Horizontal)
        painter.setPen(theme.soft)
        painter.setFont(self.font())
        area = rect.adjusted(PAD, 0, -2 * PAD, -1)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(area, right, str(heading or ""))
