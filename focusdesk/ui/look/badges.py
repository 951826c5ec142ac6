"""The badge on the tab of a schedule: what there is to see on it."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from focusdesk.calc.checks import Severity
from focusdesk.filing.finding_kind import count_words
from focusdesk.filing.listed_findings import ListedFinding
from focusdesk.ui.look.mark_shapes import DOT_SIZE, paint_dot
from focusdesk.ui.look.severities import heaviest, severity_colours
from focusdesk.ui.look.theme import CODE_PIXELS, Theme, text_font, theme_of

_HEIGHT = 18
_GAP = 6
_AIR = 5  # pixels at the right, which the style of a tab leaves none


class CountBadge(QWidget):
    """What there is to see on a schedule: how many findings, and how many boxes have changed.

    The findings stand in a pill of the heaviest one's colour, square for errors; the boxes that
    have changed since the signature copy stand behind the dot that marks each of them.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = self._changed = ""
        self._severity = Severity.INFORMATION
        self.setFont(text_font(CODE_PIXELS, bold=True))
        self.setFixedSize(self.sizeHint())
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    @property
    def text(self) -> str:
        """The number as shown; empty when there are no findings."""
        return self._text

    @property
    def changed(self) -> str:
        """The number of changed boxes as shown; empty for none."""
        return self._changed

    def show_counts(self, findings: Sequence[ListedFinding], changed: int) -> bool:
        """Show how many findings there are and how many boxes have changed since the print.

        A badge that has nothing to show hides. Tell whether anything differs from before.

        Args:
            findings: The open findings of the schedule.
            changed: How many of its boxes hold something else than the signature copy says.
        """
        said = counts_words(findings, changed) or "no findings"
        if said == self.accessibleName():
            return False
        severity = heaviest(each.finding for each in findings)
        self._text = str(len(findings)) if findings else ""
        self._changed = str(changed) if changed else ""
        self._severity = severity or Severity.INFORMATION
        self.setAccessibleName(said)
        self.setFixedSize(self.sizeHint())
        self.setVisible(bool(self._text or self._changed))
        self.update()
        return True

    @override
    def sizeHint(self) -> QSize:
        widths = [width for width in (self._pill_width, self._dot_width) if width]
        wide = sum(widths) + _GAP * (len(widths) - 1) + _AIR
        return QSize(wide, _HEIGHT) if widths else QSize(0, 0)

    @property
    def _pill_width(self) -> int:
        wide = self.fontMetrics().horizontalAdvance(self._text) + 10
        return max(_HEIGHT, wide) if self._text else 0

    @property
    def _dot_width(self) -> int:
        wide = self.fontMetrics().horizontalAdvance(self._changed)
        return DOT_SIZE + 3 + wide if self._changed else 0

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._text:
            self._paint_pill(painter, theme)
        if self._changed:
            left = self.width() - _AIR - self._dot_width
            paint_dot(painter, QPointF(left + DOT_SIZE / 2, self.height() / 2), theme)
            painter.setPen(theme.warning)
            number = self.rect().adjusted(left + DOT_SIZE + 3, 0, 0, 0)
            painter.drawText(number, Qt.AlignmentFlag.AlignVCenter, self._changed)
        painter.end()

    def _paint_pill(self, painter: QPainter, theme: Theme) -> None:
        colour, ground = severity_colours(theme, self._severity)
        whole = QRect(0, 0, self._pill_width, self.height())
        painter.setPen(QPen(colour, 1))
        painter.setBrush(ground)
        pill = QRectF(whole).adjusted(0.5, 0.5, -0.5, -0.5)
        round_ = 3.0 if self._severity is Severity.ERROR else pill.height() / 2
        painter.drawRoundedRect(pill, round_, round_)
        painter.drawText(whole, Qt.AlignmentFlag.AlignCenter, self._text)


def counts_words(findings: Sequence[ListedFinding], changed: int, *, complete: bool = False) -> str:
    """Say what a badge shows: ``complete, 1 error, 2 boxes changed since printed``.

    Empty for nothing.
    """
    boxes = f"{changed} box{'es' if changed > 1 else ''} changed since printed" if changed else ""
    counted = count_words(each.kind for each in findings)
    return ", ".join(part for part in ("complete" if complete else "", counted, boxes) if part)
