"""Draws a box: framed where it is entered, ruled on a grey ground where it is computed.

What a box is shows by its shape as well as its colour: a frame means it can be entered, rules mean
it was computed; `mark_shapes` has the signs for what else is to be said of it.
"""

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen, QPolygonF

from focusdesk.form.box import Box, BoxKind, Value, show_value
from focusdesk.ui.look.crisp import crisp_frame, crisp_pen
from focusdesk.ui.look.mark_shapes import (
    CLIP_WIDTH,
    DOT_SIZE,
    MARK_SIZE,
    ORIGIN_SIZE,
    paint_answered,
    paint_carried,
    paint_clip,
    paint_dot,
    paint_finding,
    paint_from_schedule,
    paint_note_corner,
    paint_overridden,
    paint_typed,
)
from focusdesk.ui.look.theme import CODE_PIXELS, Theme, text_font, theme_named
from focusdesk.ui.page.marks import UNMARKED, Mark
from focusdesk.ui.page.page_measures import BOX_PAD, HANG, box_frame, code_frame
from focusdesk.ui.page.page_text import draw_figure, draw_text
from focusdesk.ui.page.spoken import has_printed_code

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_ROUND = 3.0
_CIRCLE = 14
_FORM_PARENTHESIS = 6
_BLANK_WIDTH = 64
_MARGIN = 3  # pixels at the left of a box, where a sign says how its figure came
_BETWEEN = 3
_BAR = 3


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


@dataclass(frozen=True, slots=True)
class Held:
    """What a box holds, and what is to be seen of it besides.

    Attributes:
        value: What it holds.
        mark: What is marked at it.
        lit: It has changed a moment ago, because of another box, or what is sought was found there.
        entered: It was entered a moment ago.
    """

    value: Value = None
    mark: Mark = UNMARKED
    lit: bool = False
    entered: bool = False


Stands = tuple[Held, Look]
"""What a box holds and how it stands out."""


class BoxPainter:
    """Draws boxes of any kind.

    Attributes:
        theme: The colours to draw in.
    """

    def __init__(self) -> None:
        self.theme: Theme = theme_named("light")
        self._plain = text_font()
        self._bold = text_font(bold=True)
        self._slanted = text_font()
        self._slanted.setItalic(True)
        self._code = text_font(CODE_PIXELS)

    def paint(self, painter: QPainter, cell: QRect, box: Box, held: Held, look: Look) -> None:
        """Draw a box and its code in their cell."""
        frame = box_frame(cell, box)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_frame(painter, frame, box, (held, look))
        if has_printed_code(box):
            self._paint_code(painter, code_frame(frame), box.code)
        if look.editing:
            return
        if held.mark.note:
            paint_note_corner(painter, frame, self.theme)
        inside = frame
        if box.kind in _TICKED:
            self._paint_marks(painter, _beside(frame, box, held.mark), held.mark)
        else:
            left = self._paint_marks_within(painter, frame, box, held.mark)
            inside = frame.adjusted(max(left - frame.left(), BOX_PAD), 0, 0, 0)
        self._write_as(painter, box, held)
        self._paint_value(painter, inside, box, held.value)

    def _write_as(self, painter: QPainter, box: Box, held: Held) -> None:
        """Write what is computed bold, and what overrides a policy slanted and in red."""
        overrides = bool(held.mark.overrides)
        # On the ground that lights up for a moment red could not be read in every theme.
        red = overrides and not held.lit
        painter.setPen(self.theme.error if red else self.theme.ink)
        slanted = self._slanted if overrides else self._plain
        painter.setFont(self._bold if box.is_computed else slanted)

    def _paint_marks_within(self, painter: QPainter, frame: QRect, box: Box, mark: Mark) -> int:
        """Draw the marks of a box that is written into; give where its words can begin.

        Words that would break otherwise than they were measured are not moved for a sign in the
        margin, nor for a file, whose clip stands at their right.
        """
        middle = frame.center().y()
        sign = self._paint_origin(painter, QPoint(frame.left() + _MARGIN, middle), mark)
        figures = box.kind is BoxKind.AMOUNT
        if mark.files and not figures:
            corner = QPoint(frame.right() - 1, frame.bottom() - 1)
            paint_clip(painter, corner, self.theme)
        begin = QPoint(frame.left() + (_MARGIN + ORIGIN_SIZE + 1 if sign else 4), middle)
        end = self._paint_flow(painter, begin, mark, clip=figures)
        moves = figures or end > begin.x() or not mark.carried
        return end if moves else frame.left()

    def _paint_marks(self, painter: QPainter, at: QPoint, mark: Mark) -> None:
        """Draw the marks of a box that is ticked, all beside it."""
        if self._paint_origin(painter, at, mark):
            at = at + QPoint(ORIGIN_SIZE + _BETWEEN, 0)
        self._paint_flow(painter, at, mark, clip=True)

    def _paint_origin(self, painter: QPainter, at: QPoint, mark: Mark) -> bool:
        """Draw the sign that says how a figure came, if there is one."""
        point = QPointF(at) + QPointF(0, 0.5)
        if mark.overrides:
            paint_overridden(painter, point, self.theme)
        elif mark.shows_typed:
            paint_typed(painter, point, self.theme, outdated=bool(mark.outdated))
        elif mark.brings:
            paint_from_schedule(painter, point, self.theme)
        elif mark.carried:
            paint_carried(painter, point - QPointF(1, 0), self.theme)
        else:
            return False
        return True

    def _paint_flow(self, painter: QPainter, at: QPoint, mark: Mark, *, clip: bool) -> int:
        """Draw dot, finding and clip side by side; give where the next could stand."""
        left = at.x()
        if mark.printed:
            paint_dot(painter, QPointF(left + DOT_SIZE / 2, at.y() + 0.5), self.theme)
            left += DOT_SIZE + _BETWEEN
        if mark.shows_answered or mark.severity is not None:
            place = QRect(left, at.y() - MARK_SIZE // 2, MARK_SIZE, MARK_SIZE)
            if mark.severity is None or mark.shows_answered:
                paint_answered(painter, place, self.theme)
            else:
                paint_finding(painter, place, mark.severity, self.theme)
            left = place.right() + 1 + _BETWEEN
        if mark.files and clip:
            paint_clip(painter, QPoint(left + CLIP_WIDTH, at.y() + 6), self.theme)
            left += CLIP_WIDTH + _BETWEEN
        return left

    def _paint_frame(self, painter: QPainter, frame: QRect, box: Box, stands: Stands) -> None:
        ground, look = self._ground(box, *stands), stands[1]
        if box.is_computed:
            painter.fillRect(frame, ground)
            self._paint_rules(painter, frame, total=box.total)
        else:
            painter.setPen(crisp_pen(painter, self.theme.frame))
            painter.setBrush(ground)
            painter.drawRoundedRect(crisp_frame(painter, frame), _ROUND, _ROUND)
        self._paint_bars(painter, frame, stands)
        if look.refused or look.current or look.selected:
            colour = self.theme.error if look.refused else self.theme.accent
            heavy = look.refused or look.editing or (look.current and look.focused)
            width = 2 if heavy else 1
            pen = crisp_pen(painter, colour, width)
            if look.refused:
                pen.setStyle(Qt.PenStyle.DashLine)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(crisp_frame(painter, frame, width), _ROUND, _ROUND)

    def _paint_bars(self, painter: QPainter, frame: QRect, stands: Stands) -> None:
        """Tell by a bar what the ground tells: over what lights up, before what is selected."""
        held, look = stands
        if (held.lit or held.entered) and not look.refused:
            over = QRect(frame.left(), frame.top() + 1, frame.width(), _BAR)
            painter.fillRect(over, self.theme.accent)
        if look.selected and not look.current:
            before = QRect(frame.left(), frame.top(), _BAR, frame.height())
            painter.fillRect(before, self.theme.accent)

    def _ground(self, box: Box, held: Held, look: Look) -> QColor:
        if look.refused:
            return self.theme.error_ground
        if held.lit:
            return self.theme.moved
        if held.entered or (look.selected and not look.editing):
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

    def _paint_value(self, painter: QPainter, inside: QRect, box: Box, value: Value) -> None:
        if box.kind is BoxKind.CHECK:
            if value:
                self._paint_tick(painter, inside)
        elif box.kind is BoxKind.YES_NO:
            self._paint_answer(painter, inside, value)
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

    def _paint_answer(self, painter: QPainter, frame: QRect, value: Value) -> None:
        """Draw a question's two answers, and say when it has none."""
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


_TICKED = (BoxKind.CHECK, BoxKind.YES_NO)


def _beside(frame: QRect, box: Box, mark: Mark) -> QPoint:
    """Give where the marks of a ticked box begin: beside what is ticked, and beside its answers."""
    if box.kind is BoxKind.CHECK:
        left = max(code_frame(frame).right() + 6, frame.right() + 6)
    else:
        widths = (
            (DOT_SIZE, bool(mark.printed)),
            (CLIP_WIDTH, bool(mark.files)),
            (ORIGIN_SIZE, bool(mark.shows_typed or mark.brings or mark.carried)),
        )
        others = sum(width + _BETWEEN for width, stands in widths if stands)
        left = frame.right() - MARK_SIZE - _BETWEEN - others
    return QPoint(left, frame.center().y())


def answers(frame: QRect) -> tuple[tuple[bool, QRect], tuple[bool, QRect]]:
    """Give where "yes" and "no" stand in a question's box."""
    half = (frame.width() - BOX_PAD) // 2
    top = QRect(frame.left() + BOX_PAD, frame.top() + 2, half, frame.height() // 2 - 2)
    return (True, top), (False, top.translated(half, 0))
