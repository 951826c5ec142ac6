"""How a line of a side is drawn: number and words, the framed code, the amount next to the ties.

Where words and amount have no room beside each other, the words stand over the amount; they wrap,
and nothing is cut.
"""

from dataclasses import dataclass
from typing import TypeAlias

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from focusdesk.filing.two_sides import SideLine
from focusdesk.ui.look.theme import CODE_PIXELS, Theme, theme_now
from focusdesk.ui.look.zoom import Zoom

Index: TypeAlias = QModelIndex | QPersistentModelIndex

LINE_ROLE = Qt.ItemDataRole.UserRole + 1

_AIR, _SIDE, _GAP, _NUMBER, _STEP = 4, 8, 8, 36, 10
_CODE, _AMOUNT = 42, 112
_LEAST = 24  # pixels: what is clicked is never smaller (WCAG 2.2, 2.5.8)
_BESIDE = 330
"""From which width on the words stand beside the amount."""
_TALLEST = 4000
_WORDS = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class LaidLine:
    """Where the parts of a line stand, in pixels from its top left corner."""

    number: QRect
    words: QRect
    code: QRect
    amount: QRect
    height: int


class SidePainter(QStyledItemDelegate):
    """Draws the lines of a side in a width.

    Attributes:
        width: The pixels from side to side.
        zoom: How large they are.
        marked: The boxes of the tie that is looked at.
    """

    def __init__(self, parent: QObject, *, mirrored: bool) -> None:
        """Draw lines.

        Args:
            parent: The list.
            mirrored: The amount and the code stand before the words.
        """
        super().__init__(parent)
        self.width = 400
        self.zoom = Zoom()
        self.marked: frozenset[str] = frozenset()
        self._mirrored = mirrored

    def height_of(self, line: SideLine) -> int:
        """Give how high a line is in the width."""
        return self.laid(line).height

    def figure_middle(self, line: SideLine) -> int:
        """Give where the middle of a line's figure stands, in pixels from the line's top."""
        return self.laid(line).amount.center().y()

    def laid(self, line: SideLine) -> LaidLine:
        """Give where the parts of a line stand."""
        grown = self.zoom.grown
        air, side, gap = grown(_AIR), grown(_SIDE), grown(_GAP)
        row = max(QFontMetrics(self._font(line)).lineSpacing(), grown(_LEAST - 2 * _AIR))
        figure = grown(_CODE) + gap + grown(_AMOUNT)
        beside = self.width >= grown(_BESIDE)
        left = side + (figure + gap if self._mirrored and beside else 0)
        number_at = left + grown(_STEP) * line.indent
        words_at = number_at + grown(_NUMBER)
        room = self.width - side - words_at - (figure + gap if beside and not self._mirrored else 0)
        metrics = QFontMetrics(self._font(line))
        high = metrics.boundingRect(QRect(0, 0, max(room, 1), _TALLEST), _WORDS, line.words)
        words = QRect(words_at, air, max(room, 1), max(high.height(), row))
        number = QRect(number_at, air, grown(_NUMBER), row)
        top = air if beside else words.bottom() + 1
        height = words.height() + 2 * air
        if line.code and not beside:
            height += row
        begin = side if self._mirrored else self.width - side - figure
        amount_at = begin if self._mirrored else begin + grown(_CODE) + gap
        code_at = begin + grown(_AMOUNT) + gap if self._mirrored else begin
        amount = QRect(amount_at, top, grown(_AMOUNT), row)
        code = QRect(code_at, top, grown(_CODE), row)
        return LaidLine(number, words, code, amount, max(height, grown(_LEAST), _LEAST))

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(self.width, self.height_of(index.data(LINE_ROLE)))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line: SideLine = index.data(LINE_ROLE)
        theme, rect = theme_now(), QRect(option.rect)
        has_focus = bool(option.state & QStyle.StateFlag.State_HasFocus)
        painter.save()
        if has_focus or line.code in self.marked:
            painter.fillRect(rect, theme.accent_ground)
        self._paint_line(painter, theme, line, rect)
        if has_focus:
            painter.setPen(QPen(theme.accent, 2))
            painter.drawRect(rect.adjusted(1, 1, -1, -1))
        painter.restore()

    def _paint_line(self, painter: QPainter, theme: Theme, line: SideLine, rect: QRect) -> None:
        laid, at = self.laid(line), rect.topLeft()
        painter.setFont(self._font(line))
        painter.setPen(theme.soft)
        painter.drawText(laid.number.translated(at), _WORDS, line.number)
        painter.setPen(theme.ink if line.code else theme.soft)
        painter.drawText(laid.words.translated(at), _WORDS, line.words)
        if not line.code:
            return
        amount = laid.amount.translated(at)
        painter.setPen(theme.ink)
        painter.drawText(amount, _RIGHT, line.shown or "\u2013")
        if line.is_total:
            painter.setPen(QPen(theme.total_rule, 1))
            painter.drawLine(amount.topLeft(), amount.topRight())
        self._paint_code(painter, theme, line, laid.code.translated(at))

    def _paint_code(self, painter: QPainter, theme: Theme, line: SideLine, place: QRect) -> None:
        font = self.zoom.font(CODE_PIXELS)
        font.setBold(line.code in self.marked)
        painter.setFont(font)
        marked = line.code in self.marked
        painter.setPen(QPen(theme.accent, 2) if marked else QPen(theme.frame, 1))
        air = self.zoom.grown(1)
        painter.drawRect(place.adjusted(1, air, -1, -air))
        painter.setPen(theme.ink)
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, line.code)

    def _font(self, line: SideLine) -> QFont:
        font = self.zoom.font()
        font.setBold(line.is_total)
        return font
