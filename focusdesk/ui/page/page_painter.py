"""Draws the page: labels as printed, boxes as `box_painter` has them, last month beside them."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter

from focusdesk.form.box import Box
from focusdesk.ui.look.theme import CODE_PIXELS, SMALL_PIXELS, Theme, text_font
from focusdesk.ui.page.box_painter import BoxPainter, Held, Look
from focusdesk.ui.page.page_measures import (
    HANGING,
    PAD,
    PageMeasures,
    label_area,
    label_font,
)
from focusdesk.ui.page.page_text import areas_of, draw_figure, draw_text
from focusdesk.ui.page.schedule_grid import ColumnKind, GridRow, RowKind
from focusdesk.ui.page.schedule_model import ScheduleModel

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_TOP = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
_LINE_BESIDE = 17


class PagePainter:
    """Draws the cells of one schedule."""

    def __init__(self, model: ScheduleModel, measures: PageMeasures) -> None:
        self._model = model
        self._measures = measures
        self._boxes = BoxPainter()
        self._plain = text_font()
        self._small = text_font(SMALL_PIXELS)
        self._code = text_font(CODE_PIXELS)

    @property
    def theme(self) -> Theme:
        """The colours to draw in."""
        return self._boxes.theme

    @theme.setter
    def theme(self, theme: Theme) -> None:
        self._boxes.theme = theme

    def paint(self, painter: QPainter, cell: QRect, at: tuple[int, int], look: Look) -> None:
        """Draw one cell."""
        row, column = self._model.grid.rows[at[0]], at[1]
        kind = self._model.grid.columns[column].kind
        painter.save()
        if row.boxes and kind is not ColumnKind.NUMBER:
            painter.setPen(self.theme.line)
            painter.drawLine(cell.bottomLeft(), cell.bottomRight())
        box = row.box_in(column)
        if box is not None:
            self._boxes.paint(painter, cell, box, self._held(box), look)
        elif kind is ColumnKind.NUMBER:
            self._paint_number(painter, cell, at[0], look)
        elif kind is ColumnKind.LABEL:
            self._paint_label(painter, cell, at[0])
        elif kind in (ColumnKind.BASELINE, ColumnKind.CHANGE):
            self._paint_beside(painter, cell, row, kind)
        painter.restore()

    # Words

    def _paint_number(self, painter: QPainter, cell: QRect, at: int, look: Look) -> None:
        row = self._model.grid.rows[at]
        if look.current_row:
            painter.fillRect(QRect(cell.left(), cell.top(), 3, cell.height()), self.theme.accent)
        if row.mark and not row.indent:
            painter.setFont(self._plain)
            painter.setPen(self.theme.soft)
            area = self._beside_label(cell, at).adjusted(PAD + 4, 0, 0, 0)
            painter.drawText(area, _TOP, row.mark)

    def _paint_label(self, painter: QPainter, cell: QRect, at: int) -> None:
        row = self._model.grid.rows[at]
        firm = row.kind is RowKind.FIRM
        painter.setFont(self._small if firm else label_font(row))
        painter.setPen(self.theme.soft if firm or row.kind is RowKind.NOTE else self.theme.ink)
        area = label_area(self._beside_label(cell, at), row)
        if row.indent and row.mark:
            hanging = area.adjusted(-HANGING, 0, 0, 0)
            painter.drawText(hanging, _TOP, row.mark)
        if at in self._model.found.rows:
            self._paint_found(painter, area, at)
        draw_text(painter, area, self._model.firm_line() if firm else row.label, _TOP)

    def _paint_found(self, painter: QPainter, area: QRect, at: int) -> None:
        """Mark what is sought in a label, and underline it where the search stands."""
        found = self._model.found
        for words in areas_of(self._model.grid.rows[at].label, found.sought, painter.font(), area):
            painter.fillRect(words, self.theme.moved)
            if at == found.current:
                painter.fillRect(words.adjusted(0, words.height() - 2, 0, 0), self.theme.accent)

    def _beside_label(self, cell: QRect, at: int) -> QRect:
        """Give the part of a cell in which the lines of its row's label stand, in the middle."""
        height = self._measures.label_height(at)
        lower = self._model.grid.rows[at].kind in (RowKind.CAPTION, RowKind.TITLE)
        spare = max(cell.height() - height, 0)
        top = cell.top() + (spare * 3 // 4 if lower else spare // 2)
        return QRect(cell.left(), top, cell.width(), height + 1)

    def _paint_beside(self, painter: QPainter, cell: QRect, row: GridRow, kind: ColumnKind) -> None:
        """Draw last month's figures or the change, one below the other where a row has several."""
        compared = self._model.compared(row)
        top = cell.top() + (cell.height() - _LINE_BESIDE * len(compared)) // 2
        for at, beside in enumerate(compared):
            line = QRect(cell.left(), top + at * _LINE_BESIDE, cell.width(), _LINE_BESIDE)
            painter.setPen(self.theme.soft)
            if kind is ColumnKind.BASELINE and len(compared) > 1:
                painter.setFont(self._code)
                painter.drawText(line.adjusted(PAD, 0, 0, 0), _LEFT, beside.code)
            painter.setFont(self._small)
            last_month = kind is ColumnKind.BASELINE
            figure = (
                self._model.figure_then(beside) if last_month else beside.difference().shown_alone
            )
            draw_figure(painter, line.adjusted(PAD, 0, -PAD, 0), figure, PAD)

    def _held(self, box: Box) -> Held:
        model = self._model
        return Held(
            model.value(box.code),
            model.mark(box.code),
            lit=model.has_moved(box.code) or box.code in model.found.codes,
            entered=model.was_entered(box.code),
        )
