"""The chart in the window: the drawn picture, and over it a cursor that goes from figure to figure.

Left and Right go from month to month, Up and Down from line to line, Home and End to the first and
the last month, Page Up and Page Down from panel to panel. What the cursor or the mouse stands on
is written in a callout, and spoken.
"""

from collections.abc import Callable, Mapping
from typing import TypeAlias

from PySide6.QtCore import QByteArray, QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QLabel, QWidget
from typing_extensions import override

from focusdesk.filing.trend import Trend, TrendPart
from focusdesk.filing.trend_picture import TrendLook, TrendPicture, TrendSpot
from focusdesk.ui.look.theme import Theme, theme_now
from focusdesk.ui.look.zoom import Zoom
from focusdesk.ui.page.callout import Callout
from focusdesk.ui.trends.trend_words import callout_words

DrawTrend: TypeAlias = Callable[[Trend, TrendLook], TrendPicture]

_ON_SCREEN = 125  # percent: words of paper are too small at the distance of a screen
_RING = 6
_NEAR = 14
_AROUND = 26
_TITLE, _MONTH_WORDS = 58, 44
_LEAST = QSize(320, 240)
_MONTHS: Mapping[int, int] = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Home: -999,
    Qt.Key.Key_End: 999,
}
_LINES: Mapping[int, int] = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_PANELS: Mapping[int, int] = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class TrendView(QLabel):
    """Shows a trend.

    Attributes:
        trend: What is shown.
        line: The place of the line that the cursor stands on.
        month: The place of its month.
        callout: The figures at the cursor or at the mouse.
    """

    current_changed = Signal(int, int)
    """The cursor stands on another figure: the places of its line and its month."""

    box_activated = Signal(int, int)
    """The user asks for the box behind a figure; likewise."""

    remove_asked = Signal()
    """The user wants the line of the cursor taken away."""

    def __init__(self, trend: Trend, draw: DrawTrend, parent: QWidget | None = None) -> None:
        """Show a trend, the cursor on the last month of its first line.

        Args:
            trend: The months as lines.
            draw: Draws it in a look.
            parent: The window.
        """
        super().__init__(parent)
        self.trend: Trend = trend
        self._draw = draw
        self.line: int = 0
        self.month: int = len(trend.months) - 1
        self._zoom = Zoom()
        self._room = _LEAST
        self._picture: TrendPicture | None = None
        self._renderer = QSvgRenderer(self)
        self.callout = _FiguresCallout(self, _callout_colours)
        self.setObjectName("trend_view")
        self.setAccessibleName("Trends")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setMinimumWidth(_LEAST.width())

    @property
    def drawn(self) -> TrendPicture:
        """What is drawn, as large as the view has room."""
        if self._picture is None:
            percent = self._zoom.percent * _ON_SCREEN // 100
            size = self._room.toTuple()
            look = TrendLook(*size, theme_now().name, percent)
            self._picture = self._draw(self.trend, look)
            self._renderer.load(QByteArray(self._picture.svg))
        return self._picture

    @property
    def spot(self) -> TrendSpot:
        """Where the figure of the cursor stands."""
        return self._spot(self.line, self.month)

    @property
    def panel_at_cursor(self) -> QRect:
        """Where the chart stands that the cursor is in, with its title and its months."""
        frame = self.drawn.frames[self._panel_of(self.line)]
        over, under = self._zoom.grown(_TITLE), self._zoom.grown(_MONTH_WORDS)
        lines = QRectF(QPointF(frame.x, frame.y), QPointF(frame.to_x, frame.to_y))
        return lines.adjusted(0, -over, 0, under).toRect()

    def show_trend(self, trend: Trend) -> None:
        """Show another trend; the cursor stays on its code and month where that has them."""
        code = self.trend.lines[self.line].code if self.trend.lines else ""
        filing = self.trend.months[self.month].stem
        self.trend = trend
        stems = [month.stem for month in trend.months]
        self.month = stems.index(filing) if filing in stems else len(stems) - 1
        codes = [line.code for line in trend.lines]
        self.line = codes.index(code) if code in codes else 0
        self.setAccessibleDescription(f"{trend.span}. Below zero: {trend.below_zero or 'nothing'}.")
        self.draw_again()

    def show_zoom(self, zoom: Zoom) -> None:
        """Show words and marks in another size."""
        self._zoom = zoom
        self.draw_again()

    def take_room(self, room: QSize) -> None:
        """Fill as much room, or be as high as the words need."""
        if room != self._room:
            self._room = room.expandedTo(_LEAST)
            self.draw_again()

    def draw_again(self) -> None:
        """Draw the trend as it is now, in the colours of the theme."""
        self._picture = None
        self.callout.hide()
        self.setFixedHeight(round(self.drawn.height))
        self.update()

    def go_to(self, line: int, month: int) -> None:
        """Put the cursor on a figure, show what it is and say it."""
        line = min(max(line, 0), len(self.trend.lines) - 1)
        month = min(max(month, 0), len(self.trend.months) - 1)
        moved = (line, month) != (self.line, self.month)
        self.line, self.month = line, month
        self._show_callout(self.spot)
        self.update()
        said = self.trend.said(line, month)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, said))
        if moved:
            self.current_changed.emit(line, month)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in _ENTER:
            self.box_activated.emit(self.line, self.month)
        elif key == Qt.Key.Key_Delete:
            self.remove_asked.emit()
        elif key in _MONTHS:
            self.go_to(self.line, self.month + _MONTHS[key])
        elif key in _LINES:
            self.go_to(self.line + _LINES[key], self.month)
        elif key in _PANELS:
            self.go_to(self._first_of_panel(self._panel_of(self.line) + _PANELS[key]), self.month)
        else:
            super().keyPressEvent(event)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        spot = self._spot_at(event.position())
        if spot is None:
            self.callout.hide()
        else:
            self._show_callout(spot)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        spot = self._spot_at(event.position())
        if spot is not None:
            self.go_to(spot.line, spot.month)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        spot = self._spot_at(event.position())
        if spot is not None:
            self.box_activated.emit(spot.line, spot.month)

    @override
    def leaveEvent(self, event: QEvent) -> None:
        self.callout.hide()
        super().leaveEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.callout.hide()
        self.update()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.callout.hide()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme, picture = theme_now(), self.drawn
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), theme.paper)
        self._renderer.render(painter, QRectF(0, 0, picture.width, picture.height))
        self._paint_cursor(painter, theme)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.accent, 2))
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
        painter.end()

    def _paint_cursor(self, painter: QPainter, theme: Theme) -> None:
        """Draw the month's line through the panel, and a ring round the figure."""
        spot, frame = self.spot, self.drawn.frames[self._panel_of(self.line)]
        pen = QPen(theme.frame, 1, Qt.PenStyle.DotLine)
        painter.setPen(pen)
        painter.drawLine(QPointF(spot.x, frame.y), QPointF(spot.x, frame.to_y))
        if spot.y is not None:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.ink, 2))
            radius = self._zoom.grown(_RING)
            painter.drawEllipse(QPointF(spot.x, spot.y), radius, radius)

    def _show_callout(self, spot: TrendSpot) -> None:
        """Write the panel's figures of a month beside a figure."""
        panel = self._panel_of(spot.line)
        frame = self.drawn.frames[panel]
        y = frame.to_y if spot.y is None else spot.y
        near = self._zoom.grown(_NEAR)
        at = QPoint(round(spot.x), round(y))
        line = spot.line - self._first_of_panel(panel)
        self.callout.setText(callout_words(self.trend, panel, line, spot.month))
        self.callout.show_at(QRect(at, QSize(1, 1)), self._zoom)
        self.callout.move(_beside(self.callout.size(), at, near, self.rect()))

    def _spot(self, line: int, month: int) -> TrendSpot:
        return self.drawn.spots[line * len(self.trend.months) + month]

    def _spot_at(self, point: QPointF) -> TrendSpot | None:
        """Find the figure that is nearest to a point of a panel."""
        for panel, frame in enumerate(self.drawn.frames):
            area = QRectF(QPointF(frame.x, frame.y), QPointF(frame.to_x, frame.to_y))
            if area.adjusted(-_NEAR, -_NEAR, _NEAR, _NEAR).contains(point):
                first, after = self._first_of_panel(panel), self._first_of_panel(panel + 1)
                spots = [spot for spot in self.drawn.spots if first <= spot.line < after]
                return min(spots, key=lambda spot: _far(spot, point), default=None)
        return None

    def _panel_of(self, line: int) -> int:
        for panel in range(len(self.trend.panels)):
            if line < self._first_of_panel(panel + 1):
                return panel
        return len(self.trend.panels) - 1

    def _first_of_panel(self, panel: int) -> int:
        panels = self.trend.panels
        return sum(len(each.lines) for each in panels[: min(max(panel, 0), len(panels))])

    def is_added(self) -> bool:
        """Whether the cursor stands on a line that was added, and so can be taken away."""
        return self.trend.lines[self.line].part is TrendPart.ADDED

    def point_of(self, line: int, month: int) -> QPoint:
        """Give where a figure stands in the view."""
        spot = self._spot(line, month)
        return QPoint(round(spot.x), round(spot.y or 0))


class _FiguresCallout(Callout):
    """As wide as its lines; long ones are wrapped."""

    @override
    def natural_width(self, widest: int) -> int:
        metrics = QFontMetrics(self.font())
        lines = max(metrics.horizontalAdvance(line) for line in self.text().split("\n"))
        return min(lines + _AROUND, widest)


def _beside(size: QSize, at: QPoint, near: int, room: QRect) -> QPoint:
    """Give where figures are written beside a month: at its right, its left, or else below it."""
    right = at.x() + near
    left = at.x() - near - size.width()
    lowest, rightmost = room.height() - size.height(), room.width() - size.width()
    level = max(min(at.y() - size.height() // 2, lowest), 0)
    if right <= rightmost:
        return QPoint(right, level)
    if left >= 0:
        return QPoint(left, level)
    return QPoint(max(min(at.x(), rightmost), 0), max(min(at.y() + near, lowest), 0))


def _far(spot: TrendSpot, point: QPointF) -> tuple[float, float]:
    """Say how far a figure is from a point: by its month first."""
    return abs(spot.x - point.x()), abs((spot.y or 0.0) - point.y())


def _callout_colours(theme: Theme) -> tuple[QColor, QColor]:
    return theme.raised, theme.accent
