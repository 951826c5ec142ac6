"""One line and the list that it narrows: the shape of every dialog in which one finds by typing."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from focusdesk.ui.small_screen import room_for
from focusdesk.ui.theme import SMALL_PIXELS, text_font, theme_of

ROW_ROLE = Qt.ItemDataRole.UserRole + 1

_LIST_KEYS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
_LARGEST = QSize(600, 440)
_SIDE, _GAP, _BAR = 10, 6, 3
_KIND_WIDTH = 74
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


class Finder(QDialog):
    """The dialog; what is found and what choosing does is its children's."""

    chosen = Signal(object)
    """A `FoundRow` that the user wants; the dialog is closed by then."""

    def __init__(self, title: str, named: tuple[str, str, str], parent: QWidget | None) -> None:
        """Lay out an empty dialog; `refresh` fills it.

        Args:
            title: What stands over it.
            named: What the line asks for, the names of the line and of the list.
            parent: The window that it belongs to.
        """
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.sought = QLineEdit()
        self.sought.setPlaceholderText(named[0])
        self.sought.setAccessibleName(named[1])
        self.list = _FoundList()
        self.list.setAccessibleName(named[2])
        self._count = QLabel()
        self._count.setObjectName("hint")
        self._count.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 14, 14, 10)
        layout.setSpacing(8)
        for widget in (self.sought, self.list, self._count):
            layout.addWidget(widget)
        self.setFixedSize(_LARGEST.boundedTo(room_for(self)))
        self.sought.textChanged.connect(self.refresh)
        self.sought.returnPressed.connect(self._choose)
        self.list.itemActivated.connect(self._choose)
        self.list.itemClicked.connect(self._choose)

    @property
    def says(self) -> str:
        """What stands under the list."""
        return self._count.text()

    @property
    def rows(self) -> tuple[FoundRow, ...]:
        """What is listed."""
        return tuple(self.list.item(at).data(ROW_ROLE) for at in range(self.list.count()))

    def found(self, text: str) -> Sequence[FoundRow]:
        """Give what answers the text, best first."""
        raise NotImplementedError

    def counted(self, rows: Sequence[FoundRow]) -> str:
        """Say how many rows there are, and what Enter does."""
        raise NotImplementedError

    def refusal(self, row: FoundRow) -> str:
        """Say why a row cannot be chosen now."""
        return f"{row.words} cannot be done now."

    def refresh(self) -> None:
        """List what answers the text in the line."""
        rows = self.found(self.sought.text())
        self.list.clear()
        for row in rows:
            item = QListWidgetItem(row.text)
            item.setData(ROW_ROLE, row)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, row.spoken)
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self.say(self.counted(rows))

    def say(self, words: str) -> None:
        """Say something under the list, and aloud where it is new."""
        if words != self._count.text():
            self._count.setText(words)
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let the arrows move in the list while the text keeps the focus."""
        if event.key() in _LIST_KEYS:
            self.list.event(event)
            return
        super().keyPressEvent(event)

    def _choose(self) -> None:
        if not self.list.count():
            return
        row: FoundRow = self.list.currentItem().data(ROW_ROLE)
        if not row.takes:
            self.say(self.refusal(row))
            return
        self.accept()
        self.chosen.emit(row)


class _FoundList(QListWidget):
    def __init__(self) -> None:
        super().__init__()
        self._painter = _RowPainter(self)
        self.setItemDelegate(self._painter)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)

    @override
    def resizeEvent(self, e: QResizeEvent) -> None:
        self._painter.width = self.viewport().width()
        self.scheduleDelayedItemsLayout()
        super().resizeEvent(e)


class _RowPainter(QStyledItemDelegate):
    """Draws a row in columns: its kind, its code and words, what stands at the right."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.width = _LARGEST.width()

    @override
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        row: FoundRow = index.data(ROW_ROLE)
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
        row: FoundRow = index.data(ROW_ROLE)
        theme = theme_of(option.palette)
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
        left = _SIDE + (_KIND_WIDTH if row.kind else 0) + (_wide(row.mark) if row.mark else 0)
        aside = _advance(row.aside, text_font(SMALL_PIXELS)) + 2 * _SIDE if row.aside else 0
        return area.adjusted(left, _GAP, -_SIDE - aside, -_GAP)


def _wide(mark: str) -> int:
    return max(_advance(mark, text_font(bold=True)), _advance("7190", text_font(bold=True))) + _SIDE


def _advance(words: str, font: QFont) -> int:
    return QFontMetrics(font).horizontalAdvance(words)
