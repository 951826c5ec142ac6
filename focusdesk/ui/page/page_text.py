"""Text on the page: wrapped to a width and never cut, figures aligned on their last digit."""

import re
from typing import cast

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QTextLayout, QTextLine, QTextOption

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


def text_height(text: str, font: QFont, width: int) -> int:
    """Give the height that a text takes when it is wrapped to a width."""
    height = 0.0
    for paragraph in text.split("\n"):
        layout = QTextLayout(paragraph, font)
        layout.setTextOption(_wrapped(_LEFT))
        layout.beginLayout()
        line = layout.createLine()
        while line.isValid():
            line.setLineWidth(max(width, 1))
            height += line.height()
            line = layout.createLine()
        layout.endLayout()
    return int(height + 0.999)


def areas_of(text: str, part: str, font: QFont, area: QRect) -> list[QRectF]:
    """Give where a part of a text stands once `draw_text` has drawn it from the top of an area.

    Capitals do not matter, nor does how many spaces stand between words.
    """
    areas: list[QRectF] = []
    top = float(area.top())
    pattern = re.compile(r"\s+".join(map(re.escape, part.split())), re.IGNORECASE)
    layout = QTextLayout(text.replace("\n", "\u2028"), font)
    layout.setTextOption(_wrapped(_LEFT))
    layout.beginLayout()
    line = layout.createLine()
    while line.isValid():
        line.setLineWidth(max(area.width(), 1))
        begins, ends = line.textStart(), line.textStart() + line.textLength()
        for found in pattern.finditer(text) if part.strip() else ():
            first, last = max(found.start(), begins), min(found.end(), ends)
            if first < last:
                left, right = _x_at(line, first), _x_at(line, last)
                areas.append(QRectF(area.left() + left, top, right - left, line.height()))
        top += line.height()
        line = layout.createLine()
    layout.endLayout()
    return areas


def _x_at(line: QTextLine, at: int) -> float:
    """Give how far right a place in a line stands; Qt gives the place back beside it."""
    return cast("tuple[float, int]", line.cursorToX(at))[0]


def draw_text(painter: QPainter, area: QRect, text: str, align: Qt.AlignmentFlag = _LEFT) -> None:
    """Draw a text wrapped to an area, in the painter's font and pen."""
    painter.drawText(QRectF(area), text, _wrapped(align))


def draw_figure(painter: QPainter, area: QRect, figure: str, hang: int) -> None:
    """Draw a figure so that its last digit stands at a fixed distance from the right edge.

    A closing parenthesis hangs to the right of that, as in any ledger. A figure that is too wide
    is condensed, not cut.

    Args:
        painter: Draws in its own font and pen.
        area: Where the figure stands.
        figure: The figure as the form writes it.
        hang: The room at the right edge that a closing parenthesis hangs in.
    """
    metrics = QFontMetricsF(painter.font())
    digits = figure.removesuffix(")")
    wide, room = metrics.horizontalAdvance(digits), area.width() - hang
    baseline = area.top() + (area.height() + metrics.ascent() - metrics.descent()) / 2
    painter.save()
    painter.translate(area.right() + 1 - hang, baseline)
    if wide > room:
        painter.scale(room / wide, 1.0)
    painter.drawText(QPointF(-wide, 0), digits)
    if digits != figure:
        painter.drawText(QPointF(0, 0), ")")
    painter.restore()


def _wrapped(align: Qt.AlignmentFlag) -> QTextOption:
    option = QTextOption(align)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option
