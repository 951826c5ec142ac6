"""The months of a year as small calendars: due dates, what is late, and days that do not count."""

import calendar
import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget
from typing_extensions import override

from focusdesk.filing.due_months import DueMonth
from focusdesk.form.period import Period
from focusdesk.ui.look.theme import CODE_PIXELS, SMALL_PIXELS, Theme, text_font, theme_now

_COLUMNS = 3
_MONTHS = 12
_DAY = QSize(22, 17)
_TITLE = 19
_WEEKS = 6
_GAP = 14
_BETWEEN = 5  # rows of months: the last week is seldom full, and the legend must be seen too
_LEGEND = 22
_MONTH = QSize(7 * _DAY.width(), _TITLE + (_WEEKS + 1) * _DAY.height())
_LETTERS = "MTWTFSS"
_SATURDAY = 5
_CENTRED = Qt.AlignmentFlag.AlignCenter


@dataclass(frozen=True, slots=True)
class _Marked:
    """What a day is marked as, and the words for it."""

    words: str
    due: DueMonth | None = None


class YearGrid(QWidget):
    """Twelve small months; the list beside it says the same in words and has the keyboard.

    Attributes:
        month_clicked: The `DueMonth` whose due date was clicked.
    """

    month_clicked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("The year")
        self.setAccessibleDescription("The same due dates as in the list, as a calendar.")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._year, self._today = 1, dt.date.min
        self._chosen: DueMonth | None = None
        self._marked: dict[dt.date, _Marked] = {}

    def show_year(self, year: int, months: Sequence[DueMonth], today: dt.date) -> None:
        """Show a year with what is due in it."""
        self._year, self._today, self._chosen = year, today, None
        self._marked = {
            day.date: _Marked(f"{day.why}: it does not count")
            for month in months
            for day in month.due.skipped
        }
        for month in months:
            words = f"{month.due.period.label} is due: {month.standing}"
            self._marked[month.day] = _Marked(words, month)
        self.update()

    def choose(self, month: DueMonth | None) -> None:
        """Frame the due date that is chosen in the list."""
        self._chosen = month
        self.update()

    def day_at(self, point: QPoint) -> dt.date | None:
        """Give the day that stands somewhere; `None` between the days."""
        for month in range(1, _MONTHS + 1):
            for day in _days(self._year, month):
                if _place(day).contains(point):
                    return day
        return None

    def words_of(self, day: dt.date) -> str:
        """Say what a day is; empty for an ordinary one."""
        marked = self._marked.get(day)
        return marked.words if marked else ""

    @override
    def sizeHint(self) -> QSize:
        rows = _MONTHS // _COLUMNS
        return QSize(
            _COLUMNS * (_MONTH.width() + _GAP) - _GAP + 4,
            rows * (_MONTH.height() + _BETWEEN) + _LEGEND,
        )

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        day = self.day_at(event.position().toPoint())
        marked = self._marked.get(day) if day else None
        if marked is not None and marked.due is not None:
            self.month_clicked.emit(marked.due)

    @override
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            day = self.day_at(event.pos())
            QToolTip.showText(event.globalPos(), self.words_of(day) if day else "", self)
            return True
        return super().event(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), theme_now()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for month in range(1, _MONTHS + 1):
            self._paint_month(painter, month, theme)
        self._paint_legend(painter, theme)
        painter.end()

    def _paint_month(self, painter: QPainter, month: int, theme: Theme) -> None:
        corner = _corner(month)
        painter.setFont(text_font(SMALL_PIXELS, bold=True))
        painter.setPen(theme.ink)
        title = QRect(corner, QSize(_MONTH.width(), _TITLE))
        painter.drawText(title, Qt.AlignmentFlag.AlignLeft, Period(self._year, month).month_name)
        painter.setFont(text_font(CODE_PIXELS))
        painter.setPen(theme.soft)
        for at, letter in enumerate(_LETTERS):
            painter.drawText(
                QRect(corner + QPoint(at * _DAY.width(), _TITLE), _DAY), _CENTRED, letter
            )
        for day in _days(self._year, month):
            self._paint_day(painter, day, theme)

    def _paint_day(self, painter: QPainter, day: dt.date, theme: Theme) -> None:
        place, marked = _place(day), self._marked.get(day)
        painter.setFont(text_font(CODE_PIXELS, bold=marked is not None and marked.due is not None))
        painter.setPen(theme.soft if day.weekday() >= _SATURDAY else theme.ink)
        if marked is not None and marked.due is not None:
            self._paint_due(painter, place, marked.due, theme)
        elif marked is not None:
            _strike(painter, place, theme)
        painter.drawText(place, _CENTRED, str(day.day))
        if day == self._today:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.ink, 1))
            painter.drawLine(place.bottomLeft() + QPoint(4, 0), place.bottomRight() - QPoint(4, 0))

    def _paint_due(self, painter: QPainter, place: QRect, month: DueMonth, theme: Theme) -> None:
        """Fill a due date: late, done, or still ahead; the chosen one has a second frame."""
        _paint_kind(painter, place, _kind(month), theme)
        ink = painter.pen()
        if month is self._chosen:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.ink, 2))
            painter.drawRect(place.adjusted(-1, -1, 1, 1))
        painter.setPen(ink)

    def _paint_legend(self, painter: QPainter, theme: Theme) -> None:
        """Say under the months what the marks mean."""
        painter.setFont(text_font(CODE_PIXELS))
        at = QRect(QPoint(2, self.sizeHint().height() - _LEGEND + 2), _DAY)
        for kind in ("due", "late", "printed", "filed", "does not count"):
            if kind == "does not count":
                painter.setPen(theme.ink)
                _strike(painter, at, theme)
            else:
                _paint_kind(painter, at, kind, theme)
            painter.drawText(at, _CENTRED, "26")
            painter.setPen(theme.soft)
            width = painter.fontMetrics().horizontalAdvance(kind)
            words = QRect(at.right() + 6, at.top(), width, at.height())
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, kind)
            at.moveLeft(words.right() + 18)


def _kind(month: DueMonth) -> str:
    if month.is_filed:
        return "filed"
    if month.is_late:
        return "late"
    return "printed" if month.is_printed else "due"


def _paint_kind(painter: QPainter, place: QRect, kind: str, theme: Theme) -> None:
    """Draw the shape of a due date and leave the pen in the colour of its number.

    The shapes tell it too: a full ground is due, a frame of two lines is late, one line is filed,
    and one that is broken is printed and not yet known to be filed.
    """
    box = place.adjusted(1, 0, -1, 0)
    painter.setBrush(theme.accent if kind == "due" else Qt.BrushStyle.NoBrush)
    colour = {"due": theme.accent, "late": theme.error}.get(kind, theme.good)
    style = Qt.PenStyle.DashLine if kind == "printed" else Qt.PenStyle.SolidLine
    painter.setPen(QPen(colour, 1, style))
    painter.drawRect(box)
    if kind == "late":
        painter.drawRect(box.adjusted(2, 2, -2, -2))
    painter.setPen(theme.on_accent if kind == "due" else colour)


def _strike(painter: QPainter, place: QRect, theme: Theme) -> None:
    """Draw a line through a day that does not count."""
    ink = painter.pen()
    painter.setPen(QPen(theme.warning, 1))
    middle = place.center().y()
    painter.drawLine(place.left() + 3, middle, place.right() - 3, middle)
    painter.setPen(ink)


def _corner(month: int) -> QPoint:
    row, column = divmod(month - 1, _COLUMNS)
    return QPoint(2 + column * (_MONTH.width() + _GAP), row * (_MONTH.height() + _BETWEEN))


def _days(year: int, month: int) -> Sequence[dt.date]:
    _, count = calendar.monthrange(year, month)
    return [dt.date(year, month, day) for day in range(1, count + 1)]


def _place(day: dt.date) -> QRect:
    """Give where a day stands."""
    week = (day.day - 1 + day.replace(day=1).weekday()) // 7
    left = day.weekday() * _DAY.width()
    return QRect(_corner(day.month) + QPoint(left, _TITLE + (week + 1) * _DAY.height()), _DAY)
