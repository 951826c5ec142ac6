"""The firm's months at the left of the desk, the newest first: status, due date, remark."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QPainter, QResizeEvent
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

from focusdesk.filing.filing import Filing
from focusdesk.ui.edges import DueDay, day_words
from focusdesk.ui.theme import SMALL_PIXELS, text_font, theme_of

Index: TypeAlias = QModelIndex | QPersistentModelIndex

MONTH_ROLE = Qt.ItemDataRole.UserRole + 1
_SIDE = 14
_ABOVE = 6
_BAR = 3
_WRAPPED = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop


@dataclass(frozen=True, slots=True)
class ListedMonth:
    """One filing in the list.

    Attributes:
        filing: Its header.
        due: When it is due, once the calendar has been asked.
    """

    filing: Filing
    due: DueDay | None = None

    @property
    def words(self) -> str:
        """What stands under the month: ``due 26 Feb · as filed``, ``illustrative``."""
        due = f"due {day_words(self.due.due).rpartition(' ')[0]}" if self.due else ""
        made_up = "illustrative" if self.filing.illustrative else ""
        remark = self.filing.remark
        if made_up and made_up in remark.casefold():
            made_up = ""
        return " \u00b7 ".join(part for part in (due, made_up, remark) if part)


class MonthsModel(QAbstractListModel):
    """The months, in the store's order."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._months: list[ListedMonth] = []
        self._shown: dict[int, Callable[[ListedMonth], object]] = {
            Qt.ItemDataRole.DisplayRole: lambda month: month.filing.title,
            Qt.ItemDataRole.AccessibleTextRole: self._spoken,
            MONTH_ROLE: lambda month: month,
        }

    @property
    def months(self) -> tuple[ListedMonth, ...]:
        """What is listed."""
        return tuple(self._months)

    def show(self, filings: Sequence[Filing]) -> None:
        """List other filings; due dates that are known already stay."""
        due = {month.filing.period: month.due for month in self._months}
        self.beginResetModel()
        self._months = [ListedMonth(filing, due.get(filing.period)) for filing in filings]
        self.endResetModel()

    def show_due(self, due: Callable[[Filing], DueDay | None]) -> None:
        """Fill in the due dates."""
        self._months = [ListedMonth(month.filing, due(month.filing)) for month in self._months]
        if self._months:
            self.dataChanged.emit(self.index(0), self.index(len(self._months) - 1))

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._months)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        shown = self._shown.get(role)
        return shown(self._months[index.row()]) if shown and index.isValid() else None

    def _spoken(self, month: ListedMonth) -> str:
        words = f", {month.words}" if month.words else ""
        return f"{month.filing.title}, {month.filing.status}{words}"


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
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        theme = theme_of(option.palette)
        title = text_font(bold=chosen)
        painter.save()
        if chosen:
            painter.fillRect(rect, theme.accent_ground)
            painter.fillRect(QRect(rect.left(), rect.top(), _BAR, rect.height()), theme.accent)
        inner = rect.adjusted(_SIDE, _ABOVE, -_SIDE, -_ABOVE)
        painter.setFont(text_font(SMALL_PIXELS))
        painter.setPen(theme.soft)
        status = str(month.filing.status)
        painter.drawText(inner, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop, status)
        top = QFontMetrics(title).lineSpacing() + 1
        painter.drawText(inner.adjusted(0, top, 0, 8), _WRAPPED, month.words)
        painter.setFont(title)
        painter.setPen(theme.ink)
        painter.drawText(
            inner, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, month.filing.title
        )
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(theme.accent)
            painter.drawRect(rect.adjusted(0, 0, -1, -1))
        painter.restore()


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
        self._painter = _MonthPainter(self)
        self._model = MonthsModel(self)
        self.setModel(self._model)
        self.setItemDelegate(self._painter)
        self._quiet = False
        self.selectionModel().currentChanged.connect(self._on_current_changed)

    @property
    def months(self) -> tuple[ListedMonth, ...]:
        """What is listed, the newest first."""
        return self._model.months

    def show_filings(self, filings: Sequence[Filing]) -> None:
        """List the filings."""
        self._quiet = True
        self._model.show(filings)
        self._quiet = False

    def show_due(self, due: Callable[[Filing], DueDay | None]) -> None:
        """Fill in the due dates."""
        self._model.show_due(due)
        self.scheduleDelayedItemsLayout()

    def choose(self, filing: Filing) -> None:
        """Mark the month that is open, without announcing it."""
        for at, month in enumerate(self._model.months):
            if month.filing.id == filing.id:
                self._quiet = True
                self.setCurrentIndex(self._model.index(at))
                self._quiet = False

    @override
    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        """Highlight the month that is open: the one that was clicked may not have been opened."""
        super().setSelection(self.visualRect(self.currentIndex()), command)

    @override
    def resizeEvent(self, e: QResizeEvent) -> None:
        self._painter.width = self.viewport().width()
        self.scheduleDelayedItemsLayout()
        super().resizeEvent(e)

    def _on_current_changed(self, current: QModelIndex) -> None:
        if not self._quiet and current.isValid():
            month: ListedMonth = current.data(MONTH_ROLE)
            self.month_chosen.emit(month.filing)
