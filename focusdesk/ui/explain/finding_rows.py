"""The rows of the list of findings: what they say, to the eye and to the ear."""

from collections.abc import Callable
from typing import TypeAlias

from PySide6.QtCore import (
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from focusdesk.filing.finding_kind import Kind
from focusdesk.filing.listed_findings import ListedFinding
from focusdesk.ui.look.severities import severity_colours
from focusdesk.ui.look.shown_items import ShownItems
from focusdesk.ui.look.theme import Theme, theme_of

Index: TypeAlias = QModelIndex | QPersistentModelIndex

LISTED_ROLE = Qt.ItemDataRole.UserRole + 1
_GAP = 6
_SIDE = 10
_BAR = 3
_HIGHEST = 4000
_MOST_HEIGHTS = 200
_WRAPPED = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
_AT_THE_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop


class FindingsModel(ShownItems[ListedFinding]):
    """The findings that are shown; of the same ones only those are told that say something else."""

    def __init__(self, parent: QObject | None = None) -> None:
        shown: dict[int, Callable[[ListedFinding], object]] = {
            Qt.ItemDataRole.DisplayRole: lambda each: each.finding.message,
            Qt.ItemDataRole.AccessibleTextRole: _spoken,
            Qt.ItemDataRole.ToolTipRole: lambda each: each.finding.cite or None,
            LISTED_ROLE: lambda each: each,
        }
        super().__init__(shown, lambda each: (each.finding.id, each.finding.codes), parent)


class FindingPainter(QStyledItemDelegate):
    """Paints a finding on the ground of its weight; what asks for nothing more is paler.

    Attributes:
        width: How wide the rows are, in pixels.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.width = 260
        # The list asks for every row when one differs. A height follows from its key alone; what
        # the rows were before goes with the next width or font.
        self._heights: dict[tuple[str, ...], int] = {}
        self._measured: tuple[int, str] = (0, "")

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        listed: ListedFinding = index.data(LISTED_ROLE)
        measured = self.width, option.font.key()
        if measured != self._measured or len(self._heights) > _MOST_HEIGHTS:
            self._measured = measured
            self._heights.clear()
        words = heading_of(listed), listed.finding.message, listed.said
        if words not in self._heights:
            self._heights[words] = self._height(option.font, listed)
        return QSize(self.width, self._heights[words])

    def _height(self, font: QFont, listed: ListedFinding) -> int:
        room = QRect(0, 0, self.width - 2 * _SIDE - _BAR, _HIGHEST)
        metrics = QFontMetrics(font)
        height = _heading_height(font, listed, room.width())
        for words in (listed.finding.message, listed.said):
            height += metrics.boundingRect(room, _WRAPPED, words).height() if words else 0
        return height + 2 * _GAP + _GAP + 2

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        listed: ListedFinding = index.data(LISTED_ROLE)
        theme = theme_of(option.palette)
        ink, ground, words = _colours(listed, theme)
        rect: QRect = option.rect.adjusted(0, 0, 0, -_GAP)
        painter.save()
        painter.fillRect(rect, ground)
        painter.fillRect(QRect(rect.left(), rect.top(), _BAR, rect.height()), ink)
        inner = rect.adjusted(_BAR + _SIDE, _GAP, -_SIDE, -_GAP)
        painter.setFont(_bold(option.font))
        painter.setPen(ink)
        heading = heading_of(listed)
        painter.drawText(inner, _WRAPPED, heading)
        taken = painter.fontMetrics().horizontalAdvance(heading) + _SIDE
        painter.setFont(option.font)
        painter.setPen(words)
        codes = codes_within(listed.finding.codes, inner.width() - taken, painter.fontMetrics())
        painter.drawText(inner, _AT_THE_RIGHT, codes)
        below = inner.adjusted(0, _heading_height(option.font, listed, inner.width()) + 1, 0, _GAP)
        self._paint_words(painter, below, listed, theme)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(theme.accent, 2))
            painter.drawRect(rect.adjusted(1, 1, -1, -1))
        painter.restore()

    def _paint_words(
        self, painter: QPainter, message: QRect, listed: ListedFinding, theme: Theme
    ) -> None:
        """Paint what does not hold, and under it what somebody has said of it."""
        painter.drawText(message, _WRAPPED, listed.finding.message)
        if listed.said:
            room = QRect(0, 0, message.width(), _HIGHEST)
            taken = painter.fontMetrics().boundingRect(room, _WRAPPED, listed.finding.message)
            painter.setPen(theme.ink)
            painter.drawText(message.adjusted(0, taken.height(), 0, _GAP), _WRAPPED, listed.said)


def _heading_height(font: QFont, listed: ListedFinding, width: int) -> int:
    """Give the height of a heading; that of a provisional notice may need two lines."""
    metrics = QFontMetrics(_bold(font))
    room = QRect(0, 0, width, _HIGHEST)
    wrapped = metrics.boundingRect(room, _WRAPPED, heading_of(listed)).height()
    return max(wrapped, metrics.lineSpacing())


def heading_of(listed: ListedFinding) -> str:
    """Head a finding: ``Warning X13``, ``Provisional notice N01``, ``Not evaluated X08``."""
    return f"{listed.kind.capitalize()} {listed.finding.id}"


def codes_within(codes: tuple[str, ...], room: int, metrics: QFontMetrics) -> str:
    """Name as many codes as there is room for, in pixels, and count the others: ``16  17  +3``."""
    for named in range(len(codes), 0, -1):
        others = (f"+{len(codes) - named}",) if named < len(codes) else ()
        words = "  ".join((*codes[:named], *others))
        if metrics.horizontalAdvance(words) <= room:
            return words
    return ""


def _colours(listed: ListedFinding, theme: Theme) -> tuple[QColor, QColor, QColor]:
    """Give the colours of a row: of its heading and bar, of its ground, of its words."""
    if listed.is_answered or listed.kind is Kind.NOT_EVALUATED:
        return theme.soft, theme.paper, theme.soft
    ink, ground = severity_colours(theme, listed.finding.severity)
    return ink, ground, theme.ink


def _bold(font: QFont) -> QFont:
    bold = QFont(font)
    bold.setBold(True)
    return bold


def _spoken(listed: ListedFinding) -> str:
    finding = listed.finding
    boxes = f" Boxes {', '.join(finding.codes)}." if finding.codes else ""
    said = f" {listed.said}" if listed.said else ""
    return f"{listed.kind} {finding.id}: {finding.message}{boxes}{said}"
