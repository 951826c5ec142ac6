"""Draws the page: labels as printed, entered boxes framed, computed boxes ruled on a grey ground.

What a box is shows by its shape as well as its colour: a frame means it can be entered, rules mean
it was computed, a folded corner means a note, a diamond, triangle or disc a finding, a dot a change
since the signature copy was made.
"""

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen, QPolygonF

from focusdesk.filing.compare import show_change, show_compared
from focusdesk.form.box import Box, BoxKind, show_value
from focusdesk.ui.badges import (
    DOT_SIZE,
    MARK_SIZE,
    Mark,
    paint_dot,
    paint_finding,
    paint_note_corner,
)
from focusdesk.ui.crisp import crisp_frame, crisp_pen
from focusdesk.ui.page_measures import (
    BOX_PAD,
    HANG,
    HANGING,
    PAD,
    PageMeasures,
    box_frame,
    code_frame,
    label_area,
    label_font,
)
from focusdesk.ui.page_text import areas_of, draw_figure, draw_text
from focusdesk.ui.schedule_grid import ColumnKind, GridRow, RowKind
from focusdesk.ui.schedule_model import ScheduleModel
from focusdesk.ui.spoken import has_printed_code
from focusdesk.ui.theme import CODE_PIXELS, SMALL_PIXELS, Theme, text_font, theme_named

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_TOP = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
_ROUND = 3.0
_CIRCLE = 14
_LINE_BESIDE = 17
_FORM_PARENTHESIS = 6
_BLANK_WIDTH = 64


@dataclass(frozen=True, slots=True)
class Look:
    """How a cell stands out.

    Attributes:
        current: It is the box that the keyboard is at.
        focused: The page has the keyboard.
        selected: It is among several that are selected.
        editing: An editor lies over it.
        refused: What was typed into it was not taken.
        current_row: The current box is in its row.
    """

    current: bool = False
    focused: bool = False
    selected: bool = False
    editing: bool = False
    refused: bool = False
    current_row: bool = False


class PagePainter:
    """Draws the cells of one schedule.

    Attributes:
        theme: The colours to draw in.
    """

    def __init__(self, model: ScheduleModel, measures: PageMeasures) -> None:
        self._model = model
        self._measures = measures
        self.theme: Theme = theme_named("light")
        self._plain = text_font()
        self._bold = text_font(bold=True)
        self._small = text_font(SMALL_PIXELS)
        self._code = text_font(CODE_PIXELS)

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
            self._paint_box(painter, cell, box, look)
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
            sought = self._model.found.sought
            for found in areas_of(row.label, sought, painter.font(), area):
                painter.fillRect(found, self.theme.moved)
        draw_text(painter, area, self._model.firm_line() if firm else row.label, _TOP)

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
            figure = show_compared(beside.values[0]) if last_month else show_change(beside)
            draw_figure(painter, line.adjusted(PAD, 0, -PAD, 0), figure, PAD)

    # Boxes

    def _paint_box(self, painter: QPainter, cell: QRect, box: Box, look: Look) -> None:
        frame = box_frame(cell, box)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_frame(painter, frame, box, look)
        if has_printed_code(box):
            self._paint_code(painter, code_frame(frame), box.code)
        if look.editing:
            return
        mark = self._model.mark(box.code)
        if mark.note:
            paint_note_corner(painter, frame, self.theme)
        inside = frame.adjusted(BOX_PAD, 0, 0, 0)
        end = self._paint_marks(painter, _marks_begin(frame, box, mark), mark)
        if box.kind not in (BoxKind.CHECK, BoxKind.YES_NO):
            inside.setLeft(max(end, inside.left()))
        painter.setPen(self.theme.ink)
        painter.setFont(self._bold if box.is_computed else self._plain)
        self._paint_value(painter, inside, frame, box)

    def _paint_marks(self, painter: QPainter, at: QPoint, mark: Mark) -> int:
        """Draw the dot and the finding's mark side by side; give where the next could stand."""
        left = at.x()
        if mark.printed:
            paint_dot(painter, QPointF(left + DOT_SIZE / 2, at.y() + 0.5), self.theme)
            left += DOT_SIZE + 3
        if mark.severity is not None:
            place = QRect(left, at.y() - MARK_SIZE // 2, MARK_SIZE, MARK_SIZE)
            paint_finding(painter, place, mark.severity, self.theme)
            left = place.right() + 4
        return left

    def _paint_frame(self, painter: QPainter, frame: QRect, box: Box, look: Look) -> None:
        ground = self._ground(box, look)
        if box.is_computed:
            painter.fillRect(frame, ground)
            self._paint_rules(painter, frame, total=box.total)
        else:
            painter.setPen(crisp_pen(painter, self.theme.frame))
            painter.setBrush(ground)
            painter.drawRoundedRect(crisp_frame(painter, frame), _ROUND, _ROUND)
        if look.refused or look.current:
            colour = self.theme.error if look.refused else self.theme.accent
            heavy = look.refused or look.focused or look.editing
            painter.setPen(crisp_pen(painter, colour, 2 if heavy else 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(crisp_frame(painter, frame), _ROUND, _ROUND)

    def _ground(self, box: Box, look: Look) -> QColor:
        if look.refused:
            return self.theme.error_ground
        if self._model.has_moved(box.code) or box.code in self._model.found.codes:
            return self.theme.moved
        if self._model.was_entered(box.code) or (look.selected and not look.editing):
            return self.theme.accent_ground
        return self.theme.calculated if box.is_computed else self.theme.paper

    def _paint_rules(self, painter: QPainter, frame: QRect, *, total: bool) -> None:
        """Rule a computed box as an accountant does: a total once above and twice below."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        painter.setPen(self.theme.total_rule)
        painter.drawLine(frame.bottomLeft(), frame.bottomRight())
        if total:
            painter.drawLine(frame.topLeft(), frame.topRight())
            up = QPoint(0, 2)
            painter.drawLine(frame.bottomLeft() - up, frame.bottomRight() - up)
        painter.restore()

    def _paint_code(self, painter: QPainter, frame: QRect, code: str) -> None:
        painter.setPen(crisp_pen(painter, self.theme.frame))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(crisp_frame(painter, frame))
        painter.setFont(self._code)
        painter.setPen(self.theme.soft)
        painter.drawText(frame, Qt.AlignmentFlag.AlignCenter, code)

    def _paint_value(self, painter: QPainter, inside: QRect, frame: QRect, box: Box) -> None:
        value = self._model.value(box.code)
        if box.kind is BoxKind.CHECK:
            if value:
                self._paint_tick(painter, frame)
        elif box.kind is BoxKind.YES_NO:
            self._paint_answer(painter, frame, box)
        elif box.kind is BoxKind.AMOUNT:
            figure = show_value(value)
            if box.parentheses:
                self._paint_parentheses(painter, inside, figure)
                inside.setLeft(inside.left() + _FORM_PARENTHESIS)
            draw_figure(painter, inside, figure, HANG)
        else:
            draw_text(painter, inside.adjusted(0, 0, -BOX_PAD, 0), show_value(value))

    def _paint_parentheses(self, painter: QPainter, inside: QRect, figure: str) -> None:
        """Draw the parentheses that the form prints around a deduction; they are no sign."""
        painter.save()
        painter.setPen(self.theme.soft)
        wide = QFontMetrics(painter.font()).horizontalAdvance(figure.removesuffix(")"))
        right = inside.right() + 1 - HANG
        left = right - (wide if figure else _BLANK_WIDTH) - _FORM_PARENTHESIS
        hung = _FORM_PARENTHESIS if figure.endswith(")") else 2
        for x, sign in ((max(left, inside.left()), "("), (right + hung, ")")):
            area = QRect(x, inside.top(), _FORM_PARENTHESIS, inside.height())
            painter.drawText(area, _LEFT, sign)
        painter.restore()

    def _paint_tick(self, painter: QPainter, frame: QRect) -> None:
        pen = QPen(self.theme.ink, 2)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        corner = QPointF(frame.topLeft())
        stroke = (QPointF(4.5, 9.5), QPointF(7.7, 13.0), QPointF(13.5, 5.0))
        painter.drawPolyline(QPolygonF([corner + point for point in stroke]))

    def _paint_answer(self, painter: QPainter, frame: QRect, box: Box) -> None:
        """Draw a question's two answers, and say when it has none."""
        value = self._model.value(box.code)
        for answer, area in answers(frame):
            circle = QRectF(area.left(), area.center().y() - _CIRCLE / 2, _CIRCLE, _CIRCLE)
            painter.setPen(QPen(self.theme.frame, 1))
            painter.setBrush(self.theme.paper)
            painter.drawEllipse(circle)
            if value is answer:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(self.theme.accent)
                painter.drawEllipse(circle.adjusted(3.5, 3.5, -3.5, -3.5))
            painter.setPen(self.theme.ink)
            words = area.adjusted(_CIRCLE + 5, 0, 0, 0)
            painter.drawText(words, _LEFT, "Yes" if answer else "No")
        if value is None:
            painter.setPen(self.theme.warning)
            below = frame.adjusted(BOX_PAD, frame.height() // 2, 0, -2)
            painter.drawText(below, _LEFT, "unanswered")


def _marks_begin(frame: QRect, box: Box, mark: Mark) -> QPoint:
    """Give where a box's marks begin: inside it, but beside what is ticked."""
    if box.kind is BoxKind.CHECK:
        left = max(code_frame(frame).right() + 6, frame.right() + 6)
    elif box.kind is BoxKind.YES_NO:
        left = frame.right() - MARK_SIZE - 3 - (DOT_SIZE + 3 if mark.printed else 0)
    else:
        left = frame.left() + 4
    return QPoint(left, frame.center().y())


def answers(frame: QRect) -> tuple[tuple[bool, QRect], tuple[bool, QRect]]:
    """Give where "yes" and "no" stand in a question's box."""
    half = (frame.width() - BOX_PAD) // 2
    top = QRect(frame.left() + BOX_PAD, frame.top() + 2, half, frame.height() // 2 - 2)
    return (True, top), (False, top.translated(half, 0))
