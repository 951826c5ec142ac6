"""The comparison's table: codes and lines stay at the left while the months scroll beside them.

Two views of one model. Row heights are computed from the wrapped words and set once; asking Qt to
resize to contents costs hundreds of milliseconds an edit.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QMenu, QVBoxLayout, QWidget
from typing_extensions import override

from focusdesk.filing.compare import ComparisonRow, Pair
from focusdesk.ui.compare.compare_columns import (
    CODE_COLUMN,
    FIRST_MONTH_COLUMN,
    LINE_COLUMN,
    ColumnKind,
)
from focusdesk.ui.compare.compare_copy import clipboard_block
from focusdesk.ui.compare.compare_half import CompareHalf
from focusdesk.ui.compare.compare_measure import (
    NARROWEST_CODE,
    SHARED,
    RowRoom,
    code_width,
    least_widths,
    line_share,
    row_height,
)
from focusdesk.ui.compare.compare_menu import CellDeeds, cell_menu
from focusdesk.ui.compare.compare_model import CompareModel
from focusdesk.ui.compare.compare_paint import ROW_HEIGHT, ComparePainter
from focusdesk.ui.compare.compare_rows import RowKind
from focusdesk.ui.look.widths_dialog import NARROWEST, WidthRow
from focusdesk.ui.page.page_style import PageStyle

_WIDEST_GAP = 70
_LINE_KEY, _MONTH_KEY = "compare.line", "compare.month"


class CompareView(QWidget):
    """Both halves of the table, kept in step."""

    box_activated = Signal(object, str)
    """The user asks for a box in a month: the `Filing` and the code."""

    cell_chosen = Signal(object, object)
    """Another cell is current, or its figures are others now: its `ComparisonRow`, `None` on a
    heading, and the `Pair` of months whose change it is about."""

    explain_asked = Signal(object, object)
    """The user wants to say why a line moved; carries the same two."""

    change_asked = Signal(object, object)
    """The user wants to know which boxes made a line move; carries the same two."""

    threshold_asked = Signal(str)
    """The current line is to be given a threshold of its own; carries its code."""

    copied = Signal(int)
    """So many line items were put on the clipboard."""

    width_chosen = Signal(str, int)
    """The user has made a column wider or narrower: its key, and its width at 100 %; 0 for its
    share of the room."""

    def __init__(self, model: CompareModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._painter = ComparePainter(self, model)
        self.lines = CompareHalf("Line items", model, self._painter)
        self.months = CompareHalf("Months side by side", model, self._painter)
        self._halves, self._foot = QHBoxLayout(self), QWidget()
        self._code_width = NARROWEST_CODE
        self._least: dict[int, int] = {}
        self._style = PageStyle()
        self._sharing = self._is_laid_out = False
        self._most = 0  # how far the months could be scrolled when it was last told
        self._room = RowRoom()
        self._lay_out()
        self._tie()
        self._measure()

    def copy(self) -> None:
        """Put the selected cells and their headings on the clipboard; all if one is chosen."""
        chosen = self.months.selectionModel().selectedIndexes()
        rows: Sequence[int] = sorted({index.row() for index in chosen})
        columns: Sequence[int] = sorted({index.column() for index in chosen})
        if len(chosen) <= 1:
            rows = range(self._model.rowCount())
            columns = range(self._model.columnCount())
        rows = [row for row in rows if not self._model.hides(row)]
        boxes = sum(self._model.rows[row].row is not None for row in rows)
        QGuiApplication.clipboard().setMimeData(clipboard_block(self._model, rows, columns))
        self.copied.emit(boxes)

    @property
    def current_code(self) -> str:
        """The box whose line is current; empty for none."""
        row, _ = self.chosen_cell
        return row.code if row else ""

    @property
    def chosen_cell(self) -> tuple[ComparisonRow | None, Pair]:
        """The line of the current cell, `None` on a heading, and the months of its change."""
        index = self.months.currentIndex()
        if not index.isValid():
            return None, self._model.comparison.pairs[-1]
        return self._model.rows[index.row()].row, self._model.columns[index.column()].pair

    def go_to(self, code: str) -> bool:
        """Make a box's line current, in the last month; `False` when it is not shown."""
        for at, shown in enumerate(self._model.rows):
            if shown.row is not None and shown.row.code == code:
                self._model.fold(self._model.folded - {shown.schedule})
                index = self._model.index(at, self._model.last_month)
                self.months.setCurrentIndex(index)
                self.months.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)
                self.months.show_newest()
                return True
        return False

    def go_to_schedule(self, schedule: str) -> bool:
        """Bring a schedule to the top, its first line current; `False` when none of it is shown."""
        for at, shown in enumerate(self._model.rows):
            if shown.kind is RowKind.SCHEDULE and shown.schedule == schedule:
                self._model.fold(self._model.folded - {schedule})
                boxes = enumerate(self._model.rows[at:], start=at)
                first = next(row for row, each in boxes if each.row is not None)
                self.months.setCurrentIndex(self._model.index(first, self._model.last_month))
                top = self._model.index(at, self._model.last_month)
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
        self._fit_rows(range(self._model.rowCount()))
        self.months.scrollTo(self.months.currentIndex())
        for half in (self.lines, self.months):
            half.viewport().update()

    def widths(self) -> list[WidthRow]:
        """List the columns that can be made wider or narrower, as wide as they are at 100 %."""
        return [
            WidthRow(_LINE_KEY, "Line column", self._room.line),
            WidthRow(_MONTH_KEY, "Each month's column", self._room.month),
        ]

    def menu_at(self, index: QModelIndex) -> QMenu:
        """Make a cell current and give the menu of what can be done there."""
        self._choose(index)
        deeds = CellDeeds(
            go=lambda: self._on_activated(self.months.currentIndex()),
            explain=self._on_explain_asked,
            tell_change=self._on_change_asked,
            ask_threshold=lambda: self.threshold_asked.emit(self.current_code),
            copy=self.copy,
            fold=self._on_fold_asked,
        )
        return cell_menu(self._model, self.months.currentIndex(), deeds, self)

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
        self._halves.setContentsMargins(0, 0, 0, 0)
        self._halves.setSpacing(0)
        self._halves.addLayout(left)
        self._halves.addWidget(self.months, 1)
        self.setFocusProxy(self.months)

    def _tie(self) -> None:
        here, there = self.lines.verticalScrollBar(), self.months.verticalScrollBar()
        here.valueChanged.connect(there.setValue)
        there.valueChanged.connect(here.setValue)
        there.valueChanged.connect(self._name_schedule)
        # The left half must end where the right one does, above its scroll bar.
        bar = self.months.horizontalScrollBar()
        bar.rangeChanged.connect(self._on_range_changed)
        self.months.selectionModel().currentChanged.connect(self._on_current_changed)
        self.lines.clicked.connect(self._on_line_clicked)
        self.lines.doubleClicked.connect(self._on_activated)
        self.months.clicked.connect(self._on_month_clicked)
        self.months.activated.connect(self._on_activated)
        self.months.copy_asked.connect(self.copy)
        self.months.explain_asked.connect(self._on_explain_asked)
        self.months.change_asked.connect(self._on_change_asked)
        self.months.fold_asked.connect(self._on_fold_asked)
        self._model.modelReset.connect(self._measure)
        self._model.dataChanged.connect(self._on_data_changed)
        self._model.folding_changed.connect(self._on_folding_changed)
        for half, key in ((self.lines, _LINE_KEY), (self.months, _MONTH_KEY)):
            half.menu_asked.connect(self._on_menu_asked)
            half.headings.sectionResized.connect(self._resizing(key))
            half.headings.sectionHandleDoubleClicked.connect(self._giving_back(key))

    def _resizing(self, key: str) -> Callable[[int, int, int], None]:
        def resized(column: int, _: int, width: int) -> None:
            own = column == LINE_COLUMN or self._model.columns[column].kind in SHARED
            if not self._sharing and width and own:
                self.width_chosen.emit(key, max(NARROWEST, self._style.zoom.room(width)))

        return resized

    def _giving_back(self, key: str) -> Callable[[], None]:
        return lambda: self.width_chosen.emit(key, 0)

    def _on_range_changed(self, _: int, most: int) -> None:
        bar, before = self.months.horizontalScrollBar(), self._most
        self._most = most
        self._foot.setFixedHeight(bar.sizeHint().height() if most else 0)
        if before < most and bar.value() >= before:
            self.months.show_newest()

    def _on_current_changed(self, current: QModelIndex) -> None:
        self._painter.current_row = current.row()
        self.lines.viewport().update()
        if current.isValid():
            self.cell_chosen.emit(*self.chosen_cell)

    def _choose(self, index: QModelIndex) -> None:
        """Make a cell current; of a line's words or code, the last month's."""
        column = index.column()
        if column in (CODE_COLUMN, LINE_COLUMN):
            column = self._model.last_month
        at = self._model.index(index.row(), column)
        if not self.months.selectionModel().isSelected(at):
            self.months.setCurrentIndex(at)

    def _on_line_clicked(self, index: QModelIndex) -> None:
        shown = self._model.rows[index.row()]
        if not shown.can_be_current:
            return
        self.months.selectionModel().setCurrentIndex(
            self._model.index(index.row(), self._model.last_month),
            QItemSelectionModel.SelectionFlag.ClearAndSelect
            | QItemSelectionModel.SelectionFlag.Rows,
        )
        self.months.setFocus()
        self._on_month_clicked(index)

    def _on_month_clicked(self, index: QModelIndex) -> None:
        if self._model.rows[index.row()].kind is RowKind.SCHEDULE:
            self._on_fold_asked(None, False)  # noqa: FBT003 -- as the signal carries it

    def _on_activated(self, index: QModelIndex) -> None:
        if self._model.rows[index.row()].row is not None:
            at = self.months.currentIndex() if index.column() == LINE_COLUMN else index
            self.box_activated.emit(self._model.month_at(at.column()), self._model.code_at(at))

    def _on_explain_asked(self) -> None:
        row, pair = self.chosen_cell
        if row is not None:
            self.explain_asked.emit(row, pair)

    def _on_change_asked(self) -> None:
        row, pair = self.chosen_cell
        if row is not None:
            self.change_asked.emit(row, pair)

    def _on_menu_asked(self, index: QModelIndex, at: QPoint) -> None:
        self.menu_at(index).popup(at)

    def _on_fold_asked(self, folded: bool | None, every: bool) -> None:  # noqa: FBT001 -- a slot
        index, before = self.months.currentIndex(), self._model.folded
        here = self._model.rows[index.row()].schedule
        if folded is None:
            folded = here not in before
        schedules = {shown.schedule for shown in self._model.rows} if every else {here}
        self._model.fold(before | schedules if folded else before - schedules)

    def _on_folding_changed(self) -> None:
        self._hide_folded()
        current = self.months.currentIndex()
        if current.isValid() and self._model.hides(current.row()):
            at = current.row()
            while self._model.rows[at].kind is not RowKind.SCHEDULE:
                at -= 1
            self.months.setCurrentIndex(self._model.index(at, current.column()))
        self._name_schedule()

    def _hide_folded(self) -> None:
        """Show the rows that are not folded away, each as high as its own words need.

        Qt keeps the height of a hidden row, which may be that of another that stood there before.
        """
        for at in range(self._model.rowCount()):
            hides = self._model.hides(at)
            appears = not hides and self.lines.isRowHidden(at)
            for half in (self.lines, self.months):
                half.setRowHidden(at, hides)
            if appears:
                self._fit_rows(range(at, at + 1))

    def _name_schedule(self) -> None:
        """Name the schedule of the topmost line over the lines, unless little of it is seen."""
        at = self.lines.rowAt(self._style.zoom.grown(ROW_HEIGHT))
        title = self._model.rows[at].title if 0 <= at < len(self._model.rows) else ""
        self.lines.headings.name_schedule(title)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        first, self._is_laid_out = not self._is_laid_out, True
        here = self.months.currentIndex()
        at = self.months.visualRect(here)
        in_sight = first or (at.bottom() >= 0 and at.top() < event.oldSize().height())
        self._share_width()
        for half in (self.lines, self.months):
            half.settle()
        if here.isValid() and in_sight:
            hint = QAbstractItemView.ScrollHint
            self.months.scrollTo(here, hint.PositionAtCenter if first else hint.EnsureVisible)
            self.months.show_newest()

    def _measure(self) -> None:
        """Find the least width of each column, then set widths and heights."""
        self._code_width = code_width(self._model)
        self._least = least_widths(self._model)
        self._room = RowRoom()
        self._hide_folded()
        self._share_width()
        self._on_folding_changed()

    def _share_width(self) -> None:
        """Give the lines the room that the months leave, and every row the height it needs."""
        if not self._is_laid_out:
            return  # it comes to its size when it is shown
        zoom, chosen = self._style.zoom, self._style.widths
        bar = self.months.verticalScrollBar().sizeHint().width()
        room = zoom.room(self.width() - bar) - self._code_width
        columns = {
            column: chosen.get(_MONTH_KEY, least) if self._shares(column) else least
            for column, least in self._least.items()
        }
        taken = sum(columns.values())
        share = line_share(self._model, columns, room)
        line = chosen.get(_LINE_KEY, share)
        sharing = [column for column in columns if self._shares(column)]
        gap = max(0, min(_WIDEST_GAP, (room - line - taken) // len(sharing)))
        for column in sharing if _MONTH_KEY not in chosen else ():
            columns[column] += gap
        self._sharing = True
        self._set_widths(line, columns)
        self._sharing = False
        months = (width for at, width in columns.items() if self._is_month(at))
        wrapped = RowRoom(line, min(months), columns[self._model.columnCount() - 1])
        if wrapped != self._room:
            self._room = wrapped
            self._fit_rows(range(self._model.rowCount()))

    def _set_widths(self, line: int, columns: dict[int, int]) -> None:
        zoom = self._style.zoom
        # Nearly all columns are months, and this sets their widths at once.
        self.months.headings.setDefaultSectionSize(zoom.grown(columns[FIRST_MONTH_COLUMN]))
        for column, width in columns.items():
            if self.months.columnWidth(column) != zoom.grown(width):
                self.months.setColumnWidth(column, zoom.grown(width))
        code, words = zoom.grown(self._code_width), zoom.grown(line)
        if self.lines.width() != code + words:
            self.lines.setFixedWidth(code + words)
            self._halves.activate()  # at once: the months stand beside the lines in every picture
        self.lines.setColumnWidth(CODE_COLUMN, code)
        self.lines.setColumnWidth(LINE_COLUMN, words)

    def _shares(self, column: int) -> bool:
        return self._model.columns[column].kind in SHARED

    def _is_month(self, column: int) -> bool:
        return self._model.columns[column].kind is ColumnKind.MONTH

    def _fit_rows(self, rows: range) -> None:
        if not self._room.line:
            return  # how wide the lines are is not known yet
        for at in rows:
            height = self._style.zoom.grown(row_height(self._model, at, self._room))
            if self.lines.rowHeight(at) != height and not self.lines.isRowHidden(at):
                self.lines.setRowHeight(at, height)
                self.months.setRowHeight(at, height)

    def _on_data_changed(self, first: QModelIndex, last: QModelIndex) -> None:
        self._fit_rows(range(first.row(), last.row() + 1))
