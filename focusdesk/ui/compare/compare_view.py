"""The comparison's table: codes and lines stay at the left while the months scroll beside them.

Two views of one model. Row heights are computed from the wrapped words and set once; asking Qt to
resize to contents costs hundreds of milliseconds an edit.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import (
    QFontMetrics,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QTableView,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from focusdesk.filing.compare import Compared, show_compared, show_percent
from focusdesk.form.amount import format_amount, format_change
from focusdesk.form.box import BoxKind
from focusdesk.ui.compare.compare_copy import clipboard_block
from focusdesk.ui.compare.compare_model import (
    CODE_COLUMN,
    FIRST_MONTH_COLUMN,
    LINE_COLUMN,
    CompareModel,
)
from focusdesk.ui.compare.compare_paint import (
    PADDING,
    ROW_HEIGHT,
    CompareHeadings,
    ComparePainter,
    height_of,
    words_height,
)
from focusdesk.ui.compare.compare_rows import RowKind, ShownRow
from focusdesk.ui.look.theme import CODE_PIXELS, text_font
from focusdesk.ui.look.widths_dialog import NARROWEST, WidthRow
from focusdesk.ui.page.page_style import PageStyle

_NARROWEST_CODE = 60
_NARROWEST_LINE = 250
_WIDEST_LINE = 560
_NARROWEST_MONTH = 92
_WIDEST_WORD = 190
_WIDEST_GAP = 70
_LINE_KEY, _MONTH_KEY = "compare.line", "compare.month"


class CompareView(QWidget):
    """Both halves of the table, kept in step."""

    box_activated = Signal(object, str)
    """The user asks for a box in a month: the `Filing` and the code."""

    copied = Signal(int)
    """So many line items were put on the clipboard."""

    width_chosen = Signal(str, int)
    """The user has made a column wider or narrower: its key, and its width at 100 %; 0 for its
    share of the room."""

    def __init__(self, model: CompareModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._painter = ComparePainter(self)
        self.lines = _Half("Line items", model, self._painter)
        self.months = _Half("Months side by side", model, self._painter)
        self._foot = QWidget()
        self._lay_out()
        self._tie()
        self._code_width = _NARROWEST_CODE
        self._least: dict[int, int] = {}
        self._style = PageStyle()
        self._sharing = False
        self._line = self._month = 0
        model.modelReset.connect(self._measure)
        model.dataChanged.connect(self._on_data_changed)
        self._measure()

    def copy(self) -> None:
        """Put the selected cells and their headings on the clipboard; all if one is chosen."""
        chosen = self.months.selectionModel().selectedIndexes()
        rows: Sequence[int] = sorted({index.row() for index in chosen})
        columns: Sequence[int] = sorted({index.column() for index in chosen})
        if len(chosen) <= 1:
            rows = range(self._model.rowCount())
            columns = range(self._model.columnCount())
        boxes = sum(self._model.rows[row].row is not None for row in rows)
        QGuiApplication.clipboard().setMimeData(clipboard_block(self._model, rows, columns))
        self.copied.emit(boxes)

    @property
    def current_code(self) -> str:
        """The box whose line is current; empty for none."""
        index = self.months.currentIndex()
        row = self._model.rows[index.row()].row if index.isValid() else None
        return row.code if row else ""

    def go_to(self, code: str) -> bool:
        """Make a box's line current, in the last month; `False` when it is not shown."""
        for at, shown in enumerate(self._model.rows):
            if shown.row is not None and shown.row.code == code:
                index = self._model.index(at, self._model.change_column - 1)
                self.months.setCurrentIndex(index)
                self.months.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)
                return True
        return False

    def go_to_schedule(self, schedule: str) -> bool:
        """Bring a schedule to the top, its first line current; `False` when none of it is shown."""
        for at, shown in enumerate(self._model.rows):
            if shown.row is not None and shown.row.schedule == schedule:
                self.months.setCurrentIndex(self._model.index(at, self._model.change_column - 1))
                heading = max(0, at - 1)
                while heading and self._model.rows[heading].kind is not RowKind.SCHEDULE:
                    heading -= 1
                top = self._model.index(heading, self._model.change_column)
                self.months.scrollTo(top, QAbstractItemView.ScrollHint.PositionAtTop)
                return True
        return False

    def show_style(self, style: PageStyle) -> None:
        """Show the table in another size or with other widths; the current line stays in sight."""
        if style == self._style:
            return
        self._style, self._painter.zoom = style, style.zoom
        for half in (self.lines, self.months):
            half.headings.show_zoom(style.zoom)
        self._share_width()
        self.months.scrollTo(self.months.currentIndex())
        for half in (self.lines, self.months):
            half.viewport().update()

    def widths(self) -> list[WidthRow]:
        """List the columns that can be made wider or narrower, as wide as they are at 100 %."""
        return [
            WidthRow(_LINE_KEY, "Line column", self._line),
            WidthRow(_MONTH_KEY, "Each month's column", self._month),
        ]

    def _lay_out(self) -> None:
        self.lines.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.lines.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.lines.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.lines.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.months.setColumnHidden(CODE_COLUMN, True)  # noqa: FBT003 -- Qt's own signature
        self.months.setColumnHidden(LINE_COLUMN, True)  # noqa: FBT003
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addWidget(self.lines, 1)
        left.addWidget(self._foot)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(left)
        layout.addWidget(self.months, 1)
        self.setFocusProxy(self.months)

    def _tie(self) -> None:
        here, there = self.lines.verticalScrollBar(), self.months.verticalScrollBar()
        here.valueChanged.connect(there.setValue)
        there.valueChanged.connect(here.setValue)
        # The left half must end where the right one does, above its scroll bar.
        bar = self.months.horizontalScrollBar()
        bar.rangeChanged.connect(self._on_range_changed)
        self.months.selectionModel().currentChanged.connect(self._on_current_changed)
        self.lines.clicked.connect(self._on_line_clicked)
        self.lines.doubleClicked.connect(self._on_activated)
        self.months.activated.connect(self._on_activated)
        self.months.copy_asked.connect(self.copy)
        for half, key in ((self.lines, _LINE_KEY), (self.months, _MONTH_KEY)):
            half.headings.sectionResized.connect(self._resizing(key))
            half.headings.sectionHandleDoubleClicked.connect(self._giving_back(key))

    def _resizing(self, key: str) -> Callable[[int, int, int], None]:
        def resized(_: int, __: int, width: int) -> None:
            if not self._sharing and width:
                self.width_chosen.emit(key, max(NARROWEST, self._style.zoom.room(width)))

        return resized

    def _giving_back(self, key: str) -> Callable[[], None]:
        return lambda: self.width_chosen.emit(key, 0)

    def _on_range_changed(self, _: int, most: int) -> None:
        bar = self.months.horizontalScrollBar()
        self._foot.setFixedHeight(bar.sizeHint().height() if most else 0)

    def _on_current_changed(self, current: QModelIndex) -> None:
        self._painter.current_row = current.row()
        self.lines.viewport().update()

    def _on_line_clicked(self, index: QModelIndex) -> None:
        if self._model.rows[index.row()].row is None:
            return
        last = self._model.index(index.row(), self._model.change_column - 1)
        self.months.selectionModel().setCurrentIndex(
            last,
            QItemSelectionModel.SelectionFlag.ClearAndSelect
            | QItemSelectionModel.SelectionFlag.Rows,
        )
        self.months.setFocus()

    def _on_activated(self, index: QModelIndex) -> None:
        row = self._model.rows[index.row()].row
        if row is not None:
            self.box_activated.emit(self._model.month_at(index.column()), row.code)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_width()

    def _measure(self) -> None:
        """Find the least width of each column, then set widths and heights."""
        codes = [shown.row.code for shown in self._model.rows if shown.row is not None]
        metrics = QFontMetrics(text_font(CODE_PIXELS))
        widest = max((metrics.horizontalAdvance(code) for code in codes), default=0)
        self._code_width = max(_NARROWEST_CODE, widest + 2 * PADDING)
        columns = range(FIRST_MONTH_COLUMN, self._model.columnCount())
        self._least = {column: self._width_of(column) for column in columns}
        self._share_width()

    def _width_of(self, column: int) -> int:
        metrics = QFontMetrics(text_font(bold=True))
        pieces = {*self._pieces(column), *self._model.heading(column).split("\n")}
        widths = (metrics.horizontalAdvance(words) for words in pieces)
        return max(_NARROWEST_MONTH, *(min(width, _WIDEST_WORD) + 2 * PADDING for width in widths))

    def _pieces(self, column: int) -> Iterator[str]:
        """Give what cannot be broken in a column: its widest figures, and words of text boxes."""
        rows = [shown.row for shown in self._model.rows if shown.row is not None]
        at = column - FIRST_MONTH_COLUMN
        if column > self._model.change_column:
            yield from map(show_percent, rows)
        elif column == self._model.change_column:
            yield from _widest(format_change, [row.change for row in rows])
        else:
            yield from _widest(format_amount, [row.values[at] for row in rows])
            for row in rows:
                if row.kind is not BoxKind.AMOUNT:
                    yield from show_compared(row.values[at], row.kind).split()

    def _share_width(self) -> None:
        """Give the lines the room that the months leave, and every row the height it needs."""
        zoom, chosen = self._style.zoom, self._style.widths
        bar = self.months.verticalScrollBar().sizeHint().width()
        room = zoom.room(self.width() - bar) - self._code_width
        months = {column: chosen.get(_MONTH_KEY, least) for column, least in self._least.items()}
        taken = sum(months.values())
        share = max(_NARROWEST_LINE, min(_WIDEST_LINE, room - taken))
        self._line = chosen.get(_LINE_KEY, share)
        gap = max(0, min(_WIDEST_GAP, (room - self._line - taken) // len(months)))
        if _MONTH_KEY in chosen:
            gap = 0
        change = self._model.change_column
        self._month = min(width for column, width in months.items() if column < change) + gap
        self._sharing = True
        for column, width in months.items():
            self.months.setColumnWidth(column, zoom.grown(width + gap))
        code, line = zoom.grown(self._code_width), zoom.grown(self._line)
        self.lines.setFixedWidth(code + line)
        self.lines.setColumnWidth(CODE_COLUMN, code)
        self.lines.setColumnWidth(LINE_COLUMN, line)
        self._sharing = False
        self._fit_rows(range(self._model.rowCount()))

    def _fit_rows(self, rows: range) -> None:
        for at in rows:
            reckoned = _height_of(self._model.rows[at], self._line, self._month)
            height = self._style.zoom.grown(reckoned)
            if self.lines.rowHeight(at) != height:
                self.lines.setRowHeight(at, height)
                self.months.setRowHeight(at, height)

    def _on_data_changed(self, first: QModelIndex, last: QModelIndex) -> None:
        self._fit_rows(range(first.row(), last.row() + 1))


def _height_of(shown: ShownRow, line: int, month: int) -> int:
    """Give the height of a row for the widths of its line's column and of a month's."""
    height = height_of(shown, line)
    if shown.row is None or shown.row.kind is BoxKind.AMOUNT:
        return height
    words = {show_compared(value, shown.row.kind) for value in shown.row.values}
    return max(height, *(words_height(each, month) for each in words))


def _widest(show: Callable[[int], str], values: Iterable[Compared]) -> Iterator[str]:
    """Write the greatest and the least of the amounts among some values."""
    amounts = [value for value in values if isinstance(value, int)]
    if amounts:
        yield show(max(amounts))
        yield show(min(amounts))


class _Half(QTableView):
    """One half of the table; `copy_asked` on Ctrl+C."""

    copy_asked = Signal()

    def __init__(self, name: str, model: CompareModel, painter: ComparePainter) -> None:
        super().__init__()
        self.setModel(model)
        self.setItemDelegate(painter)
        self.headings = CompareHeadings(f"{name}, headings", self)
        self.setHorizontalHeader(self.headings)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(1)
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_asked.emit()
            return
        super().keyPressEvent(event)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave a wheel that is turned with Ctrl to the window, which zooms."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
            return
        super().wheelEvent(event)
