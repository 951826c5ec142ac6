"""The firm's months at the left of the desk, the newest first: status, due date, remark.

A plain key or click opens a month. With Shift or Ctrl it gathers months, to be printed together
say, and the month that is open stays open.
"""

from collections.abc import Callable, Container, Generator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import TypeAlias

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)
from typing_extensions import override

from focusdesk.filing.filing import Filing, Status
from focusdesk.ui.edges import DueDay, day_words
from focusdesk.ui.look.mark_shapes import DOT_SIZE, paint_dot
from focusdesk.ui.look.theme import SMALL_PIXELS, Theme, text_font, theme_of

Index: TypeAlias = QModelIndex | QPersistentModelIndex

MONTH_ROLE = Qt.ItemDataRole.UserRole + 1
OPEN_ROLE = MONTH_ROLE + 1
_SIDE = 14
_ABOVE = 6
_BAR = 3  # pixels, at the month that is open
_THIN_BAR = 1  # at the others that are selected
_GATHERING = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier
_WRAPPED = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop


@dataclass(frozen=True, slots=True)
class ListedMonth:
    """One filing in the list.

    Attributes:
        filing: Its header.
        due: When it is due, once the calendar has been asked.
        changed: Whether it is not as its newest signature copy says, once the store was asked.
    """

    filing: Filing
    due: DueDay | None = None
    changed: bool = False

    @property
    def words(self) -> str:
        """What stands under the month: ``due 26 Feb · as filed``, ``changed since print``."""
        changed = "changed since print" if self.changed else ""
        due = _due_words(self.due, self.filing) if self.due else ""
        made_up = "illustrative" if self.filing.illustrative else ""
        remark = self.filing.remark
        if made_up and made_up in remark.casefold():
            made_up = ""
        return " \u00b7 ".join(part for part in (changed, due, made_up, remark) if part)


def _due_words(due: DueDay, filing: Filing) -> str:
    """Say when a month is due, and what is left while there is still something to do."""
    day = f"due {day_words(due.due).rpartition(' ')[0]}{' (set)' if due.override else ''}"
    if due.filed:
        return f"{day}, {due.filed.rpartition(' ')[0]}"
    if filing.status is not Status.DRAFT or due.days_left is None:
        return day
    if due.days_left == 0:
        return f"{day}, today"
    return f"{day}, {due.days_left} business day{'' if due.days_left == 1 else 's'} left"


class MonthsModel(QAbstractListModel):
    """The months, in the store's order."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._months: list[ListedMonth] = []
        self._open: int | None = None
        self._shown: dict[int, Callable[[ListedMonth], object]] = {
            Qt.ItemDataRole.DisplayRole: lambda month: month.filing.title,
            Qt.ItemDataRole.AccessibleTextRole: self._spoken,
            MONTH_ROLE: lambda month: month,
            OPEN_ROLE: lambda month: month.filing.id == self._open,
        }

    @property
    def months(self) -> tuple[ListedMonth, ...]:
        """What is listed."""
        return tuple(self._months)

    def show(self, filings: Sequence[Filing]) -> None:
        """List other filings; what is known of them already stays."""
        due = {month.filing.period: month.due for month in self._months}
        changed = {month.filing.id for month in self._months if month.changed}
        self.beginResetModel()
        self._months = [
            ListedMonth(filing, due.get(filing.period), filing.id in changed) for filing in filings
        ]
        self.endResetModel()

    def show_due(self, due: Callable[[Filing], DueDay | None]) -> None:
        """Fill in the due dates."""
        self._months = [replace(month, due=due(month.filing)) for month in self._months]
        self._tell_changed()

    def show_changed(self, changed: Container[int]) -> None:
        """Fill in which filings, by their numbers, are not as they were printed."""
        self._months = [
            replace(month, changed=month.filing.id in changed) for month in self._months
        ]
        self._tell_changed()

    def mark_open(self, filing: Filing) -> None:
        """Mark the month that is on the desk."""
        self._open = filing.id
        self._tell_changed()

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._months)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        shown = self._shown.get(role)
        return shown(self._months[index.row()]) if shown and index.isValid() else None

    def _tell_changed(self) -> None:
        if self._months:
            self.dataChanged.emit(self.index(0), self.index(len(self._months) - 1))

    def _spoken(self, month: ListedMonth) -> str:
        words = f", {month.words}" if month.words else ""
        is_open = ", open" if month.filing.id == self._open else ""
        return f"{month.filing.title}, {month.filing.status}{is_open}{words}"


class _MonthPainter(QStyledItemDelegate):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.width = 190

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        month: ListedMonth = index.data(MONTH_ROLE)
        height = QFontMetrics(text_font()).lineSpacing() + 2 * _ABOVE
        if month.words:
            room = QRect(0, 0, self.width - 2 * _SIDE, 1000)
            small = QFontMetrics(text_font(SMALL_PIXELS))
            height += small.boundingRect(room, _WRAPPED, month.words).height() + 1
        return QSize(self.width, height)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        month: ListedMonth = index.data(MONTH_ROLE)
        rect: QRect = option.rect
        is_open: bool = index.data(OPEN_ROLE)
        theme = theme_of(option.palette)
        title = text_font(bold=is_open)
        painter.save()
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if selected:
            painter.fillRect(rect, theme.accent_ground)
        bar = _BAR if is_open else _THIN_BAR * selected
        painter.fillRect(QRect(rect.left(), rect.top(), bar, rect.height()), theme.accent)
        inner = rect.adjusted(_SIDE, _ABOVE, -_SIDE, -_ABOVE)
        _paint_status(painter, inner, month, theme)
        top = QFontMetrics(title).lineSpacing() + 1
        painter.drawText(inner.adjusted(0, top, 0, 8), _WRAPPED, month.words)
        painter.setFont(title)
        painter.setPen(theme.ink)
        painter.drawText(
            inner, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, month.filing.title
        )
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(theme.accent, 2))
            painter.drawRect(rect.adjusted(1, 1, -1, -1))
        painter.restore()


def _paint_status(painter: QPainter, inner: QRect, month: ListedMonth, theme: Theme) -> None:
    """Draw how far a month has come, with a dot before it if it is not as it was printed."""
    painter.setFont(text_font(SMALL_PIXELS))
    painter.setPen(theme.soft)
    status, small = str(month.filing.status), painter.fontMetrics()
    painter.drawText(inner, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop, status)
    if month.changed:
        left = inner.right() - small.horizontalAdvance(status) - DOT_SIZE
        paint_dot(painter, QPointF(left, inner.top() + small.height() / 2), theme)


class MonthsList(QListView):
    """The list; `month_chosen` when the user picks another month by mouse or keyboard."""

    month_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("months_list")
        self.setAccessibleName("Months")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.viewport().setAutoFillBackground(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self._painter = _MonthPainter(self)
        self._model = MonthsModel(self)
        self.setModel(self._model)
        self.setItemDelegate(self._painter)
        self._quiet = False
        self._gathers = False
        self.selectionModel().currentChanged.connect(self._on_current_changed)
        self.activated.connect(self._on_activated)

    @property
    def months(self) -> tuple[ListedMonth, ...]:
        """What is listed, the newest first."""
        return self._model.months

    @property
    def selected(self) -> tuple[Filing, ...]:
        """The filings that are selected, the oldest first; the open one where none is."""
        chosen = self.selectionModel().isRowSelected
        rows = [row for row in range(len(self.months)) if chosen(row, QModelIndex())]
        rows = rows or [row for row in range(len(self.months)) if self._is_open(row)]
        return tuple(self.months[row].filing for row in reversed(rows))

    def show_filings(self, filings: Sequence[Filing]) -> None:
        """List the filings; the open month stays selected."""
        self._quiet = True
        self._model.show(filings)
        self._quiet = False
        self._select_open()

    def show_due(self, due: Callable[[Filing], DueDay | None]) -> None:
        """Fill in the due dates."""
        self._model.show_due(due)
        self.scheduleDelayedItemsLayout()

    def show_changed(self, changed: Container[int]) -> None:
        """Mark the filings, by their numbers, that are not as they were printed, and no others."""
        self._model.show_changed(changed)
        self.scheduleDelayedItemsLayout()

    def mark_changed(self, filing: Filing, *, changed: bool) -> None:
        """Mark one filing as not being as it was printed, or no longer."""
        marked = {month.filing.id for month in self.months if month.changed}
        if (filing.id in marked) != changed:
            self.show_changed(marked ^ {filing.id})

    def choose(self, filing: Filing) -> None:
        """Mark the month that is open, and select it alone, without announcing it."""
        self._model.mark_open(filing)
        self._select_open()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        with self._gathering(gathers=bool(event.modifiers() & _GATHERING)):
            super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Open a month by the left button; the right one selects it for its menu."""
        left = event.button() is Qt.MouseButton.LeftButton
        with self._gathering(gathers=not left or bool(event.modifiers() & _GATHERING)):
            super().mousePressEvent(event)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        with self._gathering(gathers=True):
            super().mouseMoveEvent(event)

    @override
    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        """Select what is gathered; else the open month, for the one clicked may not have opened."""
        if not self._gathers:
            rect = self.visualRect(self.currentIndex())
            if command & QItemSelectionModel.SelectionFlag.Clear:
                command |= QItemSelectionModel.SelectionFlag.Select
        super().setSelection(rect, command)

    @override
    def resizeEvent(self, e: QResizeEvent) -> None:
        self._painter.width = self.viewport().width()
        self.scheduleDelayedItemsLayout()
        super().resizeEvent(e)

    @contextmanager
    def _gathering(self, *, gathers: bool) -> Generator[None]:
        """Open no month while a key or the mouse gathers several."""
        self._gathers = gathers
        try:
            yield
        finally:
            self._gathers = False

    def _select_open(self) -> None:
        for row in range(len(self.months)):
            if self._is_open(row):
                self._quiet = True
                self.setCurrentIndex(self._model.index(row))
                self._quiet = False

    def _is_open(self, row: int) -> bool:
        return bool(self._model.index(row).data(OPEN_ROLE))

    def _on_current_changed(self, current: QModelIndex) -> None:
        if not self._quiet and not self._gathers and current.isValid():
            self._announce(current)

    def _on_activated(self, index: QModelIndex) -> None:
        """Open by Enter the month that the keyboard is at; it was reached by Ctrl or Shift."""
        if not self._is_open(index.row()):
            self._announce(index)

    def _announce(self, index: QModelIndex) -> None:
        month: ListedMonth = index.data(MONTH_ROLE)
        self.month_chosen.emit(month.filing)
