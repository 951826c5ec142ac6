"""Draws the rows of a block before it is pasted: what a row says, and under its line why."""

from PySide6.QtCore import QAbstractItemModel, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)
from typing_extensions import override

from focusdesk.ui.blocks.paste_model import PasteColumn, PasteModel, aligned
from focusdesk.ui.blocks.paste_words import look_of, reason_words
from focusdesk.ui.look.theme import Theme, theme_now
from focusdesk.ui.page.schedule_model import Index

ROW = 26
"""In pixels; no target is smaller."""

PAD = 8
_TOP = 5
SIGN = 20
_TALLEST = 2000
_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop


class PastePainter(QStyledItemDelegate):
    """Draws every cell of the table, says how high its rows are, and lets a value be typed."""

    typed = Signal(int, str)
    """A value was typed for the row with this key."""

    def __init__(self, view: QTableView, model: PasteModel) -> None:
        super().__init__(view)
        self._view, self._rows = view, model

    def height_of(self, row: int) -> int:
        """Give the height that a row's words need."""
        tallest = max(
            self._wrapped(column, self._rows.words(row, column))
            for column in (PasteColumn.TEXT, PasteColumn.OLD, PasteColumn.NEW)
        )
        line = sum(
            self._wrapped(PasteColumn.NAME, words)
            for words in (self._rows.words(row, PasteColumn.NAME), self._reason(row))
            if words
        )
        return max(ROW, max(tallest, line) + 2 * _TOP)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, column = theme_now(), PasteColumn(index.column())
        rect: QRect = option.rect  # pyright: ignore[reportAttributeAccessIssue] -- the stubs lack the fields of style options
        state: QStyle.StateFlag = option.state  # pyright: ignore[reportAttributeAccessIssue] -- as above
        painter.save()
        selected = bool(state & QStyle.StateFlag.State_Selected)
        painter.fillRect(rect, theme.accent_ground if selected else theme.paper)
        here = index.row() == self._view.currentIndex().row() and self._view.hasFocus()
        painter.setPen(theme.accent if here else theme.line)
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if here:
            painter.drawLine(rect.topLeft(), rect.topRight())
        area = rect.adjusted(PAD, _TOP, -PAD, 0)
        words = self._rows.words(index.row(), column)
        painter.setPen(_ink(self._rows, index, theme))
        if column is PasteColumn.STATE:
            sign, _, words = words.partition(" ")
            painter.drawText(area, _WRAP, sign)
            area.setLeft(area.left() + SIGN)
        painter.drawText(area, _WRAP | aligned(column), words.strip())
        if column is PasteColumn.NAME:
            self._paint_reason(painter, area, index, theme)
        painter.restore()

    def _paint_reason(self, painter: QPainter, area: QRect, index: Index, theme: Theme) -> None:
        row = index.row()
        name = self._rows.words(row, PasteColumn.NAME)
        below = self._wrapped(PasteColumn.NAME, name) if name else 0
        painter.setPen(_inks(theme)[look_of(self._rows.preview.rows[row])])
        painter.drawText(area.adjusted(0, below, 0, 0), _WRAP, self._reason(row))

    @override
    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> QLineEdit:
        editor = QLineEdit(parent)
        editor.setAlignment(Qt.AlignmentFlag.AlignRight)
        row = self._rows.preview.rows[index.row()]
        editor.setText(self._rows.preview.choices.mended.get(row.key, row.text))
        editor.setAccessibleName(f"Value for {row.code}")
        return editor

    @override
    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Leave in it what is being typed, whatever else changes."""

    @override
    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, QLineEdit):
            self.typed.emit(self._rows.preview.rows[index.row()].key, editor.text())

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(self._view.columnWidth(index.column()), self.height_of(index.row()))

    def _reason(self, row: int) -> str:
        return reason_words(self._rows.preview.rows[row])

    def _wrapped(self, column: PasteColumn, words: str) -> int:
        room = QRect(0, 0, self._view.columnWidth(column) - 2 * PAD, _TALLEST)
        return QFontMetrics(self._view.font()).boundingRect(room, _WRAP, words).height()


def _ink(rows: PasteModel, index: Index, theme: Theme) -> QColor:
    """Colour the state; what else a row says is plain, unless nothing comes of it."""
    look = look_of(rows.preview.rows[index.row()])
    if index.column() == PasteColumn.STATE:
        return _inks(theme)[look]
    soft = look == "soft" or index.column() == PasteColumn.WHERE
    return theme.soft if soft else theme.ink


def _inks(theme: Theme) -> dict[str, QColor]:
    return {
        "plain": theme.ink,
        "good": theme.good,
        "soft": theme.soft,
        "warning": theme.warning,
        "error": theme.error,
    }
