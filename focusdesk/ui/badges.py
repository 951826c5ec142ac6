"""The marks on boxes and tabs: findings by shape and colour, notes by a folded corner.

A dot marks what has changed since the signature copy was made.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygon, QPolygonF
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from focusdesk.calc.checks import Finding, Severity
from focusdesk.filing.filing import Note
from focusdesk.ui.theme import CODE_PIXELS, Theme, text_font, theme_of

MARK_SIZE = 13
DOT_SIZE = 8
_CORNER = 8
_WEIGHT = {
    severity: weight
    for weight, severity in enumerate(
        (Severity.INFORMATION, Severity.NOTICE, Severity.WARNING, Severity.ERROR)
    )
}


@dataclass(frozen=True, slots=True)
class Mark:
    """What is marked at one box.

    Attributes:
        note: The preparer's words at it; empty for none.
        findings: What does not hold and concerns it.
        printed: What the signature copy says where the box holds something else now, in words;
            empty where it does not.
    """

    note: str = ""
    findings: tuple[Finding, ...] = ()
    printed: str = ""

    @property
    def severity(self) -> Severity | None:
        """How much the heaviest of its findings weighs; `None` where there is none."""
        return heaviest(self.findings)

    @property
    def spoken(self) -> tuple[str, ...]:
        """The marks in words: ``error S01``, ``has a note``."""
        found = (f"{finding.severity.value} {finding.id}" for finding in self.findings)
        changed = (f"changed since it was printed as {self.printed}",) if self.printed else ()
        return (*found, *changed, *(("has a note",) if self.note else ()))

    @property
    def tip(self) -> str:
        """The findings, what was printed and the note in full, one a line."""
        told = [f"{finding.id}: {finding.message}" for finding in self.findings]
        told.extend([f"Changed since it was printed as {self.printed}."] if self.printed else [])
        told.extend([f"Note: {self.note}"] if self.note else [])
        return "\n".join(told)


UNMARKED = Mark()


def marks_of(
    findings: Iterable[Finding], notes: Mapping[str, Note], printed: Mapping[str, str]
) -> dict[str, Mark]:
    """Gather what is marked at each box, by its code; boxes without a mark are left out.

    Args:
        findings: What does not hold.
        notes: The notes, by their boxes.
        printed: What the signature copy says of the boxes that have changed since, in words.
    """
    by_code: dict[str, tuple[Finding, ...]] = {}
    for finding in findings:
        for code in finding.codes:
            by_code[code] = (*by_code.get(code, ()), finding)
    return {
        code: Mark(
            notes[code].text if code in notes else "",
            by_code.get(code, ()),
            printed.get(code, ""),
        )
        for code in dict.fromkeys((*by_code, *notes, *printed))
    }


def heaviest(findings: Iterable[Finding]) -> Severity | None:
    """Give the weight of the heaviest finding; `None` where there is none."""
    severities = [finding.severity for finding in findings]
    return max(severities, key=_WEIGHT.__getitem__) if severities else None


def count_words(findings: Iterable[Finding]) -> str:
    """Count findings in words: ``1 error, 2 warnings``; empty for none."""
    counts: dict[Severity, int] = {}
    for finding in findings:
        counts[finding.severity] = counts.get(finding.severity, 0) + 1
    ordered = sorted(counts, key=_WEIGHT.__getitem__, reverse=True)
    return ", ".join(_counted(counts[severity], severity) for severity in ordered)


def severity_colours(theme: Theme, severity: Severity) -> tuple[QColor, QColor]:
    """Give the colour of a severity's marks and the ground that its text stands on."""
    if severity is Severity.ERROR:
        return theme.error, theme.error_ground
    if severity is Severity.WARNING:
        return theme.warning, theme.warning_ground
    return theme.information, theme.information_ground


def paint_finding(painter: QPainter, at: QRect, severity: Severity, theme: Theme) -> None:
    """Draw a finding's mark: an error is a diamond, a warning a triangle, a notice a disc."""
    colour, _ = severity_colours(theme, severity)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    area = QRectF(at)
    middle = area.center()
    if severity is Severity.ERROR:
        painter.drawPolygon(
            QPolygonF(
                [
                    QPointF(middle.x(), area.top()),
                    QPointF(area.right(), middle.y()),
                    QPointF(middle.x(), area.bottom()),
                    QPointF(area.left(), middle.y()),
                ]
            )
        )
    elif severity is Severity.WARNING:
        painter.drawPolygon(
            QPolygonF([QPointF(middle.x(), area.top()), area.bottomRight(), area.bottomLeft()])
        )
    else:
        painter.drawEllipse(area)
    _paint_sign(painter, area, severity, theme)
    painter.restore()


def paint_note_corner(painter: QPainter, frame: QRect, theme: Theme) -> None:
    """Draw the folded corner of a box that has a note."""
    corner = frame.topRight() + QPoint(1, 0)
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.accent)
    painter.drawPolygon(
        QPolygon([corner, corner - QPoint(_CORNER, 0), corner + QPoint(0, _CORNER)])
    )
    painter.restore()


def paint_dot(painter: QPainter, middle: QPointF, theme: Theme) -> None:
    """Draw the dot of a box that has changed since it was printed."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.warning)
    painter.drawEllipse(middle, DOT_SIZE / 2 - 0.5, DOT_SIZE / 2 - 0.5)
    painter.restore()


class CountBadge(QWidget):
    """The number of findings on a tab, in a pill of the heaviest one's colour."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self._severity = Severity.INFORMATION
        self.setFont(text_font(CODE_PIXELS, bold=True))
        self.setFixedSize(self.sizeHint())
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    @property
    def text(self) -> str:
        """The number as shown; empty when there are no findings."""
        return self._text

    def show_findings(self, findings: tuple[Finding, ...]) -> bool:
        """Show how many findings there are; none hides the badge. Tell whether it differs."""
        said = count_words(findings) or "no findings"
        if said == self.accessibleName():
            return False
        severity = heaviest(findings)
        self._text = str(len(findings)) if findings else ""
        self._severity = severity or Severity.INFORMATION
        self.setAccessibleName(said)
        self.setFixedSize(self.sizeHint())
        self.setVisible(severity is not None)
        self.update()
        return True

    @override
    def sizeHint(self) -> QSize:
        if not self._text:
            return QSize(0, 0)
        return QSize(max(18, self.fontMetrics().horizontalAdvance(self._text) + 10), 18)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self.palette())
        colour, ground = severity_colours(theme, self._severity)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour, 1))
        painter.setBrush(ground)
        pill = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        round_ = 3.0 if self._severity is Severity.ERROR else pill.height() / 2
        painter.drawRoundedRect(pill, round_, round_)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._text)
        painter.end()


def _counted(count: int, severity: Severity) -> str:
    if severity is Severity.INFORMATION:
        return f"{count} information"
    return f"{count} {severity.value}" + ("" if count == 1 else "s")


def _paint_sign(painter: QPainter, area: QRectF, severity: Severity, theme: Theme) -> None:
    """Write "!" or "i" into a mark."""
    painter.setPen(theme.paper)
    painter.setFont(text_font(9, bold=True))
    lowered = area.translated(0, 1.5) if severity is Severity.WARNING else area
    sign = "!" if severity in (Severity.ERROR, Severity.WARNING) else "i"
    painter.drawText(lowered, Qt.AlignmentFlag.AlignCenter, sign)
