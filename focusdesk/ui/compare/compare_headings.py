"""The headings over the comparison's columns; that of the lines names the schedule in sight."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHeaderView, QWidget
from typing_extensions import override

from focusdesk.ui.compare.compare_columns import CODE_COLUMN, LINE_COLUMN
from focusdesk.ui.compare.compare_model import CompareModel
from focusdesk.ui.compare.compare_paint import PADDING
from focusdesk.ui.look.theme import CODE_PIXELS, SMALL_PIXELS, text_font, theme_of
from focusdesk.ui.look.zoom import Zoom

HEADING_HEIGHT = 42
_EDGE = 8  # pixels above and below the line at which a column is made wider


class CompareHeadings(QHeaderView):
    """The months' names over their columns; what is illustrative says so under its name."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setAccessibleName(name)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.setSectionResizeMode(CODE_COLUMN, QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(1)
        self._zoom = Zoom()
        self._in_sight = ""
        self.setFixedHeight(HEADING_HEIGHT)
        self.setHighlightSections(False)
        self.setSectionsClickable(False)

    def show_zoom(self, zoom: Zoom) -> None:
        """Write the headings in another size."""
        self._zoom = zoom
        self.setFixedHeight(zoom.grown(HEADING_HEIGHT))

    @property
    def in_sight(self) -> str:
        """The schedule that is named beside the lines; empty for none."""
        return self._in_sight

    def name_schedule(self, title: str) -> None:
        """Name the schedule in sight over the lines."""
        if title != self._in_sight:
            self._in_sight = title
            self.viewport().update()

    @override
    def sizeHint(self) -> QSize:
        """Give the size without asking the model for the words of a hundred headings."""
        return QSize(0, self._zoom.grown(HEADING_HEIGHT))

    @override
    def paintEvent(self, e: QPaintEvent) -> None:
        """Carry the bar on beyond the last column."""
        super().paintEvent(e)
        theme = theme_of(self.palette())
        beyond = self.viewport().rect().adjusted(self.length(), 0, 0, 0)
        if beyond.width() > 0:
            painter = QPainter(self.viewport())
            painter.fillRect(beyond, theme.raised)
            painter.setPen(theme.rule)
            painter.drawLine(beyond.bottomLeft(), beyond.bottomRight())
            painter.end()

    @override
    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        model = self.model()
        if not isinstance(model, CompareModel):
            return
        theme = theme_of(self.palette())
        painter.save()
        painter.fillRect(rect, theme.raised)
        painter.setPen(theme.rule)
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if logicalIndex != CODE_COLUMN:
            edge = rect.adjusted(0, _EDGE, 0, -_EDGE)
            painter.drawLine(edge.topRight(), edge.bottomRight())
        painter.translate(rect.topLeft())
        painter.scale(self._zoom.factor, self._zoom.factor)
        inner = self._zoom.cell(rect).adjusted(PADDING, 5, -PADDING, -5)
        self._write(painter, inner, logicalIndex, model)
        painter.restore()

    def _write(self, painter: QPainter, inner: QRect, section: int, model: CompareModel) -> None:
        theme = theme_of(self.palette())
        first, _, second = model.heading(section).partition("\n")
        if section == LINE_COLUMN:
            first = line_heading(model, self._in_sight)
        at_left = model.columns[section].at_left
        across = Qt.AlignmentFlag.AlignLeft if at_left else Qt.AlignmentFlag.AlignRight
        low = Qt.AlignmentFlag.AlignBottom
        painter.setFont(text_font(SMALL_PIXELS, bold=True))
        if section == LINE_COLUMN:
            metrics = painter.fontMetrics()
            fits = metrics.horizontalAdvance(first) <= inner.width()
            first = first if fits else self._in_sight
            first = metrics.elidedText(first, Qt.TextElideMode.ElideRight, inner.width())
        painter.setPen(theme.ink)
        painter.drawText(inner, across | (Qt.AlignmentFlag.AlignTop if second else low), first)
        painter.setFont(text_font(CODE_PIXELS))
        painter.setPen(theme.warning if second == "illustrative" else theme.soft)
        painter.drawText(inner, across | low, second)


def line_heading(model: CompareModel, title: str) -> str:
    """Write what stands over the lines while a schedule is in sight."""
    words = model.heading(LINE_COLUMN)
    return f"{words} \u00b7 {title}" if title else words
