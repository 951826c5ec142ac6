"""A trend as a file: the one drawing as SVG, as a picture made of it, as pages."""

from collections.abc import Callable, Mapping
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QColor, QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgRenderer

from focusdesk.export.papers import trend_pdf
from focusdesk.export.trend_chart import draw_trend
from focusdesk.filing.trend import Trend
from focusdesk.filing.trend_picture import TrendLook, TrendPicture

_WIDTH, _HEIGHT = 1000, 700
_FINE = 2  # pixels of a picture for each of the drawing, so that it can be put into a report


def trend_svg(trend: Trend) -> bytes:
    """Draw a trend for a file, under the firm's name."""
    return _drawn(trend).svg


def trend_png(trend: Trend) -> bytes:
    """Draw the same as a picture of pixels."""
    drawn = _drawn(trend)
    size = round(drawn.width * _FINE), round(drawn.height * _FINE)
    image = QImage(*size, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(QByteArray(drawn.svg)).render(painter)
    painter.end()
    content = QBuffer()
    content.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(content, QByteArray(b"png")).write(image)
    return bytes(content.data().data())


WRITE_TREND: Final[Mapping[str, Callable[[Trend], bytes]]] = {
    ".png": trend_png,
    ".svg": trend_svg,
    ".pdf": trend_pdf,
}
"""What writes each kind of file, by its suffix. Do not change it."""


def _drawn(trend: Trend) -> TrendPicture:
    look = TrendLook(_WIDTH, _HEIGHT, title="Trends", firm=trend.comparison.firm)
    return draw_trend(trend, look)
