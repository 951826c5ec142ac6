"""The one model of any schedule: line items down, the form's columns across.

What is shown comes from the open filing at the moment it is asked for; nothing is kept here but
what stands beside it (last month's figures, marks, what has just moved). An entry goes through
`box_entry` to the one door; what it changed comes back as a change set, of which each model tells
the view exactly its own cells.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import TypeAlias

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)
from typing_extensions import override

from focusdesk.calc.how_typed import how_typed
from focusdesk.filing.compare import ComparisonRow, show_compared
from focusdesk.filing.edit import Cause, ChangeSet
from focusdesk.filing.session import FilingSession
from focusdesk.form.box import Box, BoxKind, Value, show_value
from focusdesk.form.schedule import Schedule
from focusdesk.ui.page.baseline import Baseline, beside
from focusdesk.ui.page.box_entry import BoxEntry
from focusdesk.ui.page.marks import UNMARKED, Mark
from focusdesk.ui.page.page_hits import NOTHING_FOUND, FoundHere
from focusdesk.ui.page.schedule_grid import Cell, ColumnKind, GridRow, RowKind, ScheduleGrid
from focusdesk.ui.page.spoken import printed_code, spoken_box, value_words

Index: TypeAlias = QModelIndex | QPersistentModelIndex
Shown: TypeAlias = Callable[[GridRow, int], object]

MOVED_MILLISECONDS = 900

_HEADINGS = {
    ColumnKind.NUMBER: "Line",
    ColumnKind.LABEL: "Label",
    ColumnKind.WORDS: "Words",
    ColumnKind.VALUE: "Value",
    ColumnKind.CHANGE: "Change",
}


class ScheduleModel(QAbstractTableModel):
    """A schedule of the open filing.

    Attributes:
        entry_refused: A code and a sentence: an entry that Qt made by itself and was not taken.
        session: The open filing.
        entry: Through which values are entered.
        grid: Which box stands where.
        found: What has been sought and is found here.
    """

    entry_refused = Signal(str, str)

    def __init__(
        self,
        session: FilingSession,
        schedule: Schedule,
        entry: BoxEntry,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.session = session
        self.grid = ScheduleGrid(schedule, session.edition.firm_code)
        self.entry = entry
        self._baseline: Baseline | None = None
        self._beside: Mapping[str, ComparisonRow] = {}
        self._marks: Mapping[str, Mark] = {}
        self.found = NOTHING_FOUND
        self._moved: frozenset[str] = frozenset()
        self._entered: frozenset[str] = frozenset()
        self._moved_timer = QTimer(self, singleShot=True, interval=MOVED_MILLISECONDS)
        self._moved_timer.timeout.connect(self._on_moved_long_enough)
        self._words_in: dict[ColumnKind, Callable[[GridRow], str]] = {
            ColumnKind.NUMBER: self._number,
            ColumnKind.LABEL: self._label,
            ColumnKind.BASELINE: self._last_month,
            ColumnKind.CHANGE: self._change,
        }
        self._shown: dict[int, Shown] = {
            Qt.ItemDataRole.DisplayRole: self._text,
            Qt.ItemDataRole.EditRole: self._edit_text,
            Qt.ItemDataRole.CheckStateRole: self._check_state,
            Qt.ItemDataRole.ToolTipRole: self._tip,
            Qt.ItemDataRole.AccessibleTextRole: self._spoken,
            Qt.ItemDataRole.AccessibleDescriptionRole: self._described,
        }

    # What the page is made of

    def box_at(self, index: Index) -> Box | None:
        """Give the box in a cell; `None` where there is none."""
        return self.grid.box_at((index.row(), index.column())) if index.isValid() else None

    def cell(self, cell: Cell) -> QModelIndex:
        """Give the index of a cell."""
        return self.index(*cell)

    def index_of(self, code: str) -> QModelIndex:
        """Give the index of a box; an invalid one when it is on another schedule."""
        cell = self.grid.cells.get(code)
        return self.cell(cell) if cell else QModelIndex()

    def box(self, code: str) -> Box:
        """Give a box by its code.

        Raises:
            KeyError: the edition has no such box.
        """
        return self.session.edition.boxes[code]

    def value(self, code: str) -> Value:
        """Give what a box holds."""
        return self.session.value(code)

    def mark(self, code: str) -> Mark:
        """Give what is marked at a box."""
        return self._marks.get(code, UNMARKED)

    def has_moved(self, code: str) -> bool:
        """Whether a box has changed so lately that it is still highlighted."""
        return code in self._moved

    def was_entered(self, code: str) -> bool:
        """Whether a box was itself entered so lately that it is still highlighted for that."""
        return code in self._entered

    def compared(self, row: GridRow) -> tuple[ComparisonRow, ...]:
        """Lay a row's amounts beside last month's, left to right; none without a baseline."""
        return tuple(self._beside[box.code] for box in row.amounts if box.code in self._beside)

    def figure_then(self, compared: ComparisonRow) -> str:
        """Write what a box held last month, within the parentheses that the form prints there."""
        figure = show_compared(compared.values[0])
        printed = self.box(compared.code).parentheses and isinstance(compared.values[0], int)
        return f"({figure})" if printed else figure

    def firm_line(self) -> str:
        """Write whose schedule it is, as of when, and the page's own name."""
        edition, label = self.session.edition, self.grid.schedule.page_label
        values = self.session.worksheet.values()
        firm, day = (
            show_value(values.get(code)) for code in (edition.firm_code, edition.as_of_code)
        )
        said = (
            firm,
            f"as of {day}" if day else "",
            f"page {label}" if label else "",
            "illustrative figures, not a filing" if self.session.filing.illustrative else "",
        )
        return "  \u00b7  ".join(part for part in said if part)

    # What has changed

    def show_changes(self, change_set: ChangeSet) -> None:
        """Tell the view which cells differ after an edit, wherever it was made."""
        own = [code for code in change_set.codes if code in self.grid.cells]
        moved = {code: self.session.value(code) for code in own if code in self._beside}
        now = {code: self._beside[code].holding(value) for code, value in moved.items()}
        self._beside = {**self._beside, **now}
        self._repaint(own)
        heading = {self.session.edition.firm_code, self.session.edition.as_of_code}
        if not heading.isdisjoint(change_set.codes):
            self._repaint_firm()
        followed = [code for code in own if self.box(code).is_computed]
        typed = change_set.cause in (Cause.TYPED, Cause.SET)
        self.highlight(followed if typed else own, set(own).difference(followed) if typed else ())

    def highlight(self, codes: Iterable[str], entered: Iterable[str] = ()) -> None:
        """Highlight boxes for a moment, because they moved or because one was gone to.

        Args:
            codes: The boxes; those of other schedules are passed over.
            entered: Boxes of this schedule that were themselves entered, which shows more quietly.
        """
        before = self._moved | self._entered
        self._moved = frozenset(codes) & self.grid.cells.keys()
        self._entered = frozenset(entered)
        self._repaint(before | self._moved | self._entered)
        if self._moved or self._entered:
            self._moved_timer.start()

    def set_marks(self, marks: Mapping[str, Mark]) -> None:
        """Take the marks of the whole form and tell the view where this schedule's differ."""
        before, self._marks = self._marks, marks
        self._repaint(
            code
            for code in self.grid.cells
            if before.get(code, UNMARKED) != marks.get(code, UNMARKED)
        )

    def set_found(self, found: FoundHere) -> None:
        """Mark what has been sought, and no longer what was sought before."""
        before, self.found = self.found, found
        self._repaint(before.codes ^ found.codes)
        labels = self.grid.column_of(ColumnKind.LABEL)
        if labels is not None:
            for row in before.rows | found.rows:
                self.dataChanged.emit(self.index(row, labels), self.index(row, labels))

    def set_baseline(self, baseline: Baseline | None) -> None:
        """Lay the schedule beside what it held before, or beside nothing."""
        self._baseline = baseline
        self._beside = beside(self.session, self.grid.schedule, baseline) if baseline else {}
        first = self.grid.column_of(ColumnKind.BASELINE)
        if first is not None:
            last_row, last = self.rowCount() - 1, self.columnCount() - 1
            self.dataChanged.emit(self.index(0, first), self.index(last_row, last))
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, first, last)

    def _repaint(self, codes: Iterable[str]) -> None:
        change = self.grid.column_of(ColumnKind.CHANGE)
        for code in codes:
            index = self.index_of(code)
            self.dataChanged.emit(index, index)
            if change is not None and self._baseline is not None:
                beside_it = self.index(index.row(), change)
                self.dataChanged.emit(beside_it, beside_it)

    def _repaint_firm(self) -> None:
        for at, row in enumerate(self.grid.rows):
            if row.kind is RowKind.FIRM:
                self.dataChanged.emit(self.index(at, 1), self.index(at, 1))

    def _on_moved_long_enough(self) -> None:
        self.highlight(())

    # What Qt asks

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.grid.rows)

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.grid.columns)

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        box = self.box_at(index)
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren
        if box is None:
            return flags
        flags |= Qt.ItemFlag.ItemIsSelectable
        if not self.entry.takes(box.code):
            return flags
        flags |= Qt.ItemFlag.ItemIsEditable
        return flags | Qt.ItemFlag.ItemIsUserCheckable if box.kind is BoxKind.CHECK else flags

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        shown = self._shown.get(role)
        if shown is None or not index.isValid():
            return None
        return shown(self.grid.rows[index.row()], index.column())

    @override
    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        box = self.box_at(index)
        if box is None or role not in (Qt.ItemDataRole.EditRole, Qt.ItemDataRole.CheckStateRole):
            return False
        ticked = role == Qt.ItemDataRole.CheckStateRole and value == Qt.CheckState.Checked.value
        text = str(value) if role == Qt.ItemDataRole.EditRole else "X" if ticked else ""
        sentence = self.entry.enter_text(box.code, text)
        if sentence:
            self.entry_refused.emit(box.code, sentence)
        return not sentence

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is Qt.Orientation.Vertical or not 0 <= section < len(self.grid.columns):
            return None
        column = self.grid.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            plain = column.kind in (ColumnKind.BASELINE, ColumnKind.CHANGE)
            return self._heading(section) if plain else column.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._heading(section)
        return None

    def _heading(self, section: int) -> str:
        column = self.grid.columns[section]
        if column.kind is ColumnKind.BASELINE:
            return self._baseline.heading if self._baseline else "Last month"
        return column.title or _HEADINGS.get(column.kind, "Amount")

    def _text(self, row: GridRow, column: int) -> str:
        box = row.box_in(column)
        if box is not None:
            value = self.value(box.code)
            unanswered = value is None and box.kind is BoxKind.YES_NO
            return value_words(box, value) if unanswered else show_value(value)
        words = self._words_in.get(self.grid.columns[column].kind)
        return words(row) if words else ""

    def _number(self, row: GridRow) -> str:
        return "" if row.indent else row.mark

    def _label(self, row: GridRow) -> str:
        if row.kind is RowKind.FIRM:
            return self.firm_line()
        return f"{row.mark} {row.label}".strip() if row.indent else row.label

    def _last_month(self, row: GridRow) -> str:
        return "\n".join(show_compared(compared.values[0]) for compared in self.compared(row))

    def _change(self, row: GridRow) -> str:
        return "\n".join(compared.difference().shown_alone for compared in self.compared(row))

    def _edit_text(self, row: GridRow, column: int) -> str:
        """Give what F2 puts into the editor: arithmetic as it was typed, digits without commas."""
        box = row.box_in(column)
        if box and (typed := self.session.typed(box.code)):
            return typed
        value = self.value(box.code) if box else None
        if value is None or isinstance(value, (bool, str)):
            return value if isinstance(value, str) else show_value(value)
        return str(value) if isinstance(value, int) else value.strftime("%m/%d/%Y")

    def _check_state(self, row: GridRow, column: int) -> Qt.CheckState | None:
        box = row.box_in(column)
        if box is None or box.kind is not BoxKind.CHECK:
            return None
        return Qt.CheckState.Checked if self.value(box.code) else Qt.CheckState.Unchecked

    def _tip(self, row: GridRow, column: int) -> str | None:
        box = row.box_in(column)
        tips = (*self._how_typed(box), self.mark(box.code).tip) if box else ()
        return "\n".join(tip for tip in tips if tip) or None

    def _how_typed(self, box: Box) -> tuple[str, ...]:
        """Say what a figure was typed as, if it does not say so itself, so that none is hidden."""
        typed = self.session.typed(box.code)
        said = how_typed(box.code, typed, self.session.worksheet)
        parts = (f"typed {typed}" if typed else "", said.cents, said.outdated)
        return tuple(part for part in parts if part)

    def _spoken(self, row: GridRow, column: int) -> str:
        box = row.box_in(column)
        if box is not None:
            said = (*self._how_typed(box), *self.mark(box.code).spoken)
            return spoken_box(row, box, self.value(box.code), said)
        words = self._text(row, column)
        kind = self.grid.columns[column].kind
        if words and kind in (ColumnKind.BASELINE, ColumnKind.CHANGE):
            compared = zip(row.amounts, words.split("\n"), strict=False)
            figures = ", ".join(_beside_words(box, figure) for box, figure in compared)
            return f"{self._heading(column)}: {figures}"
        return words

    def _described(self, row: GridRow, column: int) -> str | None:
        return (row.line.help or None) if row.box_in(column) else None


def _beside_words(box: Box, figure: str) -> str:
    """Say a figure beside a box: under the printed code, of other boxes under their label."""
    return f"{printed_code(box.code) or box.label} {figure or 'blank'}"
