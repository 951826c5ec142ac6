"""The curve of a line's last thirteen months, as small as a word.

It says nothing by colour alone: the latest month ends in a dot, a blank month leaves a gap, and
where the sign changes the zero line is drawn.
"""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from focusdesk.filing.row_history import Figures
from focusdesk.ui.look.theme import Theme

CURVE_WIDTH = 84
"""How wide a curve is, without what stands around it, in pixels at 100 %."""

_HEIGHT = 15
_DOT = 2.5
_LINE = 1.4


def paint_curve(painter: QPainter, cell: QRect, figures: Figures, theme: Theme) -> None:
    """Draw a curve in the middle of a cell.

    Args:
        painter: Where to.
        cell: The room; at most `CURVE_WIDTH` of its width is used.
        figures: An amount for each month, `None` where it is blank.
        theme: The colours.
    """
    if not figures:
        return
    area = curve_area(cell)
    points = curve_points(area, figures)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _paint_zero(painter, area, figures, theme)
    painter.setPen(QPen(theme.accent, _LINE))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for stretch in _stretches(points):
        if len(stretch) == 1:
            painter.drawEllipse(stretch[0], _LINE / 2, _LINE / 2)
        else:
            painter.drawPath(_path(stretch))
    last = points[-1]
    if last is not None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.accent)
        painter.drawEllipse(last, _DOT, _DOT)
    painter.restore()


def curve_area(cell: QRect) -> QRectF:
    """Give where in a cell the curve lies, with room for its dot around it."""
    width = min(CURVE_WIDTH, cell.width())
    top = cell.center().y() - _HEIGHT / 2
    return QRectF(cell.left() + _DOT, top, width - 2 * _DOT, _HEIGHT)


def curve_points(area: QRectF, figures: Figures) -> list[QPointF | None]:
    """Place each month's amount; a line that never moved lies in the middle."""
    step = area.width() / max(1, len(figures) - 1)
    return [
        None if amount is None else QPointF(area.left() + at * step, _height(area, figures, amount))
        for at, amount in enumerate(figures)
    ]


def _height(area: QRectF, figures: Figures, amount: int) -> float:
    amounts = [each for each in figures if each is not None]
    least, most = min(amounts), max(amounts)
    share = (amount - least) / (most - least) if most > least else 0.5
    return area.bottom() - share * area.height()


def _paint_zero(painter: QPainter, area: QRectF, figures: Figures, theme: Theme) -> None:
    amounts = [each for each in figures if each is not None]
    if min(amounts) < 0 < max(amounts):
        height = _height(area, figures, 0)
        painter.setPen(QPen(theme.soft, 1, Qt.PenStyle.DotLine))
        painter.drawLine(QPointF(area.left(), height), QPointF(area.right(), height))


def _stretches(points: Sequence[QPointF | None]) -> Iterator[list[QPointF]]:
    """Give the points that hang together, without the gaps between them."""
    stretch: list[QPointF] = []
    for point in (*points, None):
        if point is not None:
            stretch.append(point)
        elif stretch:
            yield stretch
            stretch = []


def _path(points: Sequence[QPointF]) -> QPainterPath:
    path = QPainterPath(points[0])
    for point in points[1:]:
        path.lineTo(point)
    return path
