"""A list of what was found: each row says what sort of thing it is, its code, its words."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QGuiApplication, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)
from typing_extensions import override

from focusdesk.ui.look.theme import SMALL_PIXELS, text_font, theme_of

_ROW = Qt.ItemDataRole.UserRole + 1
_FIRST_WIDTH = 500
_SIDE, _GAP, _BAR = 10, 6, 3
_LEAST_HEIGHT = 26
_WRAPPED = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
_AT_THE_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop


@dataclass(frozen=True, slots=True)
class FoundRow:
    """One row of what was found.

    Attributes:
        key: What it is to the program.
        words: What it is to the user.
        kind: A word for what sort of thing it is; empty where all are of one sort.
        mark: A code that stands before the words; empty for none.
        aside: What stands at the right: a schedule, a shortcut.
        takes: It can be chosen now.
    """

    key: str
    words: str
    kind: str = ""
    mark: str = ""
    aside: str = ""
    takes: bool = True

    @property
    def text(self) -> str:
        """The row as one line of text, as it is read out."""
        named = "    ".join(part for part in (self.mark, self.words) if part)
        return "  \u00b7  ".join(part for part in (named, self.aside) if part)

    @property
    def spoken(self) -> str:
        """The row as a screen reader says it."""
        parts = (self.kind, self.mark, self.words, self.aside, "" if self.takes else "not now")
        return ", ".join(part for part in parts if part)


class FoundList(QListWidget):
    """The rows in columns, as wide as the list and as high as their words."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("found_list")
        self._painter = _RowPainter(self)
        self.setItemDelegate(self._painter)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)

    @property
    def rows(self) -> tuple[FoundRow, ...]:
        """What is listed."""
        return tuple(self.item(at).data(_ROW) for at in range(self.count()))

    @property
    def current(self) -> FoundRow | None:
        """The row that is chosen; `None` where nothing is listed."""
        item = self.currentItem()
        return item.data(_ROW) if self.count() else None

    def show_rows(self, rows: Iterable[FoundRow]) -> None:
        """List other rows and choose the first."""
        self.clear()
        shown = tuple(rows)
        self._painter.line_up(shown)
        for row in shown:
            item = QListWidgetItem(row.text)
            item.setData(_ROW, row)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, row.spoken)
            self.addItem(item)
        self.setCurrentRow(0)

    def height_of_rows(self, width: int) -> int:
        """Give the height, in pixels, that all rows take in a list of some width."""
        self._painter.width = width
        return sum(self.sizeHintForRow(at) for at in range(self.count()))

    @override
    def resizeEvent(self, e: QResizeEvent) -> None:
        self._painter.width = self.viewport().width()
        self.scheduleDelayedItemsLayout()
        super().resizeEvent(e)


class _RowPainter(QStyledItemDelegate):
    """Draws a row in columns: its kind, its code and words, what stands at the right."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.width = _FIRST_WIDTH
        self._kinds_wide = 0

    def line_up(self, rows: tuple[FoundRow, ...]) -> None:
        """Give the column of the kinds the width that these rows need."""
        font = text_font(SMALL_PIXELS)
        widest = max((_advance(kind, font) for kind in {row.kind for row in rows}), default=0)
        self._kinds_wide = widest + 2 * _SIDE if widest else 0

    @override
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        row: FoundRow = index.data(_ROW)
        room = self._words_area(QRect(0, 0, self.width, 4000), row)
        height = QFontMetrics(text_font()).boundingRect(room, _WRAPPED, row.words).height()
        return QSize(self.width, max(height + 2 * _GAP, _LEAST_HEIGHT))

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        row: FoundRow = index.data(_ROW)
        theme = theme_of(QGuiApplication.palette())  # a style sheet changes the list's own
        area: QRect = option.rect
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, theme.accent_ground)
            painter.fillRect(QRect(area.left(), area.top(), _BAR, area.height()), theme.accent)
        inner = area.adjusted(_SIDE, _GAP, -_SIDE, -_GAP)
        painter.setPen(theme.soft)
        painter.setFont(text_font(SMALL_PIXELS))
        painter.drawText(inner, _WRAPPED, row.kind)
        painter.drawText(inner, _AT_THE_RIGHT, row.aside)
        painter.setPen(theme.ink if row.takes else theme.soft)
        painter.setFont(text_font())
        words = self._words_area(area, row)
        painter.drawText(words, _WRAPPED, row.words)
        if row.mark:
            painter.setFont(text_font(bold=True))
            before = QRect(words.left() - _wide(row.mark), words.top(), words.width(), 100)
            painter.drawText(before, _WRAPPED, row.mark)
        painter.restore()

    def _words_area(self, area: QRect, row: FoundRow) -> QRect:
        """Give where the words stand between what is left and right of them."""
        left = _SIDE + self._kinds_wide + (_wide(row.mark) if row.mark else 0)
        aside = _advance(row.aside, text_font(SMALL_PIXELS)) + 2 * _SIDE if row.aside else 0
        return area.adjusted(left, _GAP, -_SIDE - aside, -_GAP)


def _wide(mark: str) -> int:
    return max(_advance(mark, text_font(bold=True)), _advance("7190", text_font(bold=True))) + _SIDE


def _advance(words: str, font: QFont) -> int:
    return QFontMetrics(font).horizontalAdvance(words)
