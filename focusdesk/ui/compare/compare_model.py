"""The comparison as a table: codes and lines, months, changes, a year's curve, what is said."""

from collections.abc import Callable, Collection
from typing import TypeAlias

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from typing_extensions import override

from focusdesk.filing.beside_months import BesideMonths
from focusdesk.filing.change_review import Remark
from focusdesk.filing.compare import Absence, Comparison, ComparisonRow, Pair, show_compared
from focusdesk.filing.difference import Difference
from focusdesk.filing.filing import Filing
from focusdesk.filing.row_history import Figures
from focusdesk.form.box import BoxKind
from focusdesk.ui.compare.compare_columns import (
    CODE_COLUMN,
    Column,
    ColumnKind,
    columns_of,
)
from focusdesk.ui.compare.compare_remarks import Remarks
from focusdesk.ui.compare.compare_rows import RowKind, ShownRow, renewed_rows, shown_rows
from focusdesk.ui.page.spoken import printed_code

Index: TypeAlias = QModelIndex | QPersistentModelIndex

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_TOLD = (ColumnKind.CHANGE, ColumnKind.PERCENT, ColumnKind.SAID)
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class CompareModel(QAbstractTableModel):
    """Shows a comparison; change its figures by `update`, which tells only what differs."""

    folding_changed = Signal(object)
    """Other schedules are folded: the ids of all that are."""

    def __init__(
        self,
        comparison: Comparison,
        parent: QObject | None = None,
        beside: BesideMonths | None = None,
    ) -> None:
        super().__init__(parent)
        self._folded = frozenset[str]()
        self._lay_out(comparison, beside)
        self._shown: dict[int, Callable[[Index], object]] = {
            Qt.ItemDataRole.DisplayRole: self._text,
            Qt.ItemDataRole.TextAlignmentRole: self._alignment,
            Qt.ItemDataRole.AccessibleTextRole: self._spoken,
            Qt.ItemDataRole.ToolTipRole: self._tip,
        }

    @property
    def comparison(self) -> Comparison:
        """What is shown."""
        return self._comparison

    @property
    def beside(self) -> BesideMonths | None:
        """What stands beside the months; `None` where nobody has read it."""
        return self._remarks.beside

    @property
    def rows(self) -> tuple[ShownRow, ...]:
        """The rows on the screen, headings too."""
        return self._rows

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns on the screen."""
        return self._columns

    @property
    def last_month(self) -> int:
        """The column of the last month."""
        months = (at for at, each in enumerate(self._columns) if each.kind is ColumnKind.MONTH)
        return max(months)

    @property
    def folded(self) -> frozenset[str]:
        """The ids of the schedules of which only the heading is shown."""
        return self._folded

    def fold(self, schedules: Collection[str]) -> None:
        """Show only the headings of some schedules, and all lines of the others.

        Args:
            schedules: Their ids; those that the comparison has not got are kept in mind.
        """
        before, self._folded = self._folded, frozenset(schedules)
        for at, shown in enumerate(self._rows):
            differs = (shown.schedule in before) != (shown.schedule in self._folded)
            if shown.kind is RowKind.SCHEDULE and differs:
                last = len(self._columns) - 1
                self.dataChanged.emit(self.index(at, CODE_COLUMN), self.index(at, last))
        if before != self._folded:
            self.folding_changed.emit(self._folded)

    def hides(self, row: int) -> bool:
        """Whether a row is folded away."""
        shown = self._rows[row]
        return shown.kind is not RowKind.SCHEDULE and shown.schedule in self._folded

    def month_at(self, column: int) -> Filing:
        """Give the filing of a column: of a change the later one."""
        return self._comparison.months[self._columns[column].place].filing

    def code_at(self, index: Index) -> str:
        """Give the code that a line has in its column's month; empty for a heading."""
        row = self._row(index).row
        return (row.codes[self._column(index).place] or row.code) if row is not None else ""

    def difference_at(self, row: int, pair: Pair) -> Difference | None:
        """Say what differs in a line between two months; `None` for a heading."""
        shown = self._rows[row].row
        if shown is None:
            return None
        known = self._differences.get((row, pair))
        if known is None:
            known = self._differences[row, pair] = shown.difference(*pair)
        return known

    def show(self, comparison: Comparison, beside: BesideMonths | None = None) -> None:
        """Show other months or other rows.

        Args:
            comparison: What to show.
            beside: What stands beside the months; what stood there, unless it is given.

        Raises:
            StoreError: what is said of the changes cannot be read; then all stays as it was.
        """
        told = beside or self._remarks.beside
        if told is not None:
            told.review.look_at(comparison)
        self.beginResetModel()
        self._lay_out(comparison, told)
        self.endResetModel()

    def update(self, comparison: Comparison, beside: BesideMonths | None = None) -> bool:
        """Show the same months with newer figures, repainting only the cells that differ.

        Args:
            comparison: The same months, as they stand now.
            beside: As for `show`.

        Returns:
            `False` where other rows are to be shown than before; then nothing has happened, and
            `show` does it.

        Raises:
            StoreError: what is said of the changes cannot be read; then all stays as it was.
        """
        rows = renewed_rows(self._rows, comparison)
        if rows is None or comparison.pairs != self._comparison.pairs:
            return False
        told = beside or self._remarks.beside
        earlier, before = self._remarks, self._rows
        pairs = _moved_pairs(self._comparison, comparison)
        asked_before = earlier.asked(before, pairs)
        if told is not None:
            told.review.look_at(comparison)
        elsewhere = comparison.months is self._comparison.months
        self._rows, self._comparison = rows, comparison
        self._remarks = Remarks(comparison, told)
        asked_now = self._remarks.asked(rows, pairs)
        for at, (old, new) in enumerate(zip(before, rows, strict=True)):
            if new.row is None or old.row is None:
                continue
            kinds = {*_TOLD} if asked_before[at] != asked_now[at] else set[ColumnKind]()
            # Where none of these months has moved, one that only the curves show may have.
            may_curve = old is not new or elsewhere
            if may_curve and earlier.curve(old.row) != self._remarks.curve(new.row):
                kinds.add(ColumnKind.CURVE)
            if old is not new or kinds:
                self._tell_row(at, old, kinds)
        return True

    def _tell_row(self, at: int, old: ShownRow, kinds: Collection[ColumnKind]) -> None:
        """Tell which cells of a row differ: from the first to the last of them that touch."""
        row = self._rows[at].row
        before, now = (old.row.values, row.values) if old.row and row else ((), ())
        moved = {
            place for place, pair in enumerate(zip(before, now, strict=True)) if pair[0] != pair[1]
        }
        for pair in self._comparison.pairs:
            if moved & {*pair}:
                self._differences.pop((at, pair), None)
        told = [
            column
            for column, each in enumerate(self._columns)
            if each.kind in kinds or _shows_any(each, moved)
        ]
        for column in told:
            index = self.index(at, column)
            self.dataChanged.emit(index, index)

    def _lay_out(self, comparison: Comparison, beside: BesideMonths | None) -> None:
        self._comparison = comparison
        self._columns = columns_of(comparison)
        self._rows = shown_rows(comparison)
        self._remarks = Remarks(comparison, beside)
        self._differences: dict[tuple[int, Pair], Difference] = {}

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._columns)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        shown = self._shown.get(role)
        return shown(index) if shown is not None and index.isValid() else None

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or not self._rows[index.row()].can_be_current:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.heading(section)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _LEFT if self._columns[section].at_left else _RIGHT
        return None

    def heading(self, column: int) -> str:
        """Write what stands over a column; an illustrative month says so under its name."""
        return self._columns[column].heading

    def _row(self, index: Index) -> ShownRow:
        return self._rows[index.row()]

    def _column(self, index: Index) -> Column:
        return self._columns[index.column()]

    def _text(self, index: Index) -> str:
        return self.text(index.row(), self._column(index))

    def text(self, at: int, column: Column) -> str:
        """Write what a cell shows; nothing for a curve."""
        shown = self._rows[at]
        if column.kind is ColumnKind.LINE:
            return self._line_words(shown)
        if shown.row is None or column.kind is ColumnKind.CURVE:
            return ""
        if column.kind is ColumnKind.CODE:
            return shown.row.code
        if column.kind is ColumnKind.MONTH:
            return show_compared(shown.row.values[column.place], shown.row.kind)
        return self._told(at, shown.row, column)

    def _told(self, at: int, row: ComparisonRow, column: Column) -> str:
        """Write what is told of a change: its dollars, its percentage, what is said of it."""
        if column.kind is ColumnKind.SAID:
            return self._remarks.remark(row, column.pair).words
        change = self.difference_at(at, column.pair)
        if change is None:
            return ""
        return change.shown_change if column.kind is ColumnKind.CHANGE else change.shown_percent

    def _line_words(self, shown: ShownRow) -> str:
        if shown.kind is not RowKind.SCHEDULE or shown.schedule not in self._folded:
            return shown.text
        lines = sum(each.schedule == shown.schedule for each in self._comparison.rows)
        return f"{shown.text}  \u00b7  {lines} line{'' if lines == 1 else 's'}"

    def _alignment(self, index: Index) -> Qt.AlignmentFlag:
        return _LEFT if self._column(index).at_left else _RIGHT

    def is_absent(self, at: int, column: Column) -> bool:
        """Whether a cell is of a month whose edition lacks the box."""
        row, month = self._rows[at].row, column.kind is ColumnKind.MONTH
        return month and row is not None and isinstance(row.values[column.place], Absence)

    def is_newest(self, column: Column) -> bool:
        """Whether a column shows the newest of several months."""
        last = len(self._comparison.months) - 1
        return column.kind is ColumnKind.MONTH and column.place == last

    def counts(self, at: int, column: Column) -> bool:
        """Whether a cell shows a change above the line's threshold."""
        row = self._rows[at].row
        changes = column.kind in (ColumnKind.CHANGE, ColumnKind.PERCENT)
        return changes and row is not None and self._remarks.counts(row, column.pair)

    def remark(self, at: int, column: Column) -> Remark:
        """Give what is said beside a line's change; nothing for a heading."""
        row = self._rows[at].row
        return self._remarks.remark(row, column.pair) if row is not None else Remark()

    def curve(self, at: int) -> Figures:
        """Give what a line held in the last thirteen months; nothing for a heading."""
        row = self._rows[at].row
        return self._remarks.curve(row) if row is not None else ()

    def _spoken(self, index: Index) -> str:
        shown, column = self._row(index), self._column(index)
        if shown.kind is RowKind.SCHEDULE:
            folded = ", folded" if shown.schedule in self._folded else ""
            return f"{shown.text}, schedule{folded}"
        if shown.row is not None and column.kind is ColumnKind.CODE:
            return printed_code(shown.row.code) or shown.text
        if shown.row is None or column.kind is ColumnKind.LINE:
            return self._text(index)
        heading = column.heading.replace("\n", ", ")
        if column.kind is ColumnKind.CURVE:
            return f"{shown.text}, {heading}: {self._remarks.curve_words(shown.row) or 'blank'}"
        above = ", above the threshold" if self.counts(index.row(), column) else ""
        return f"{shown.text}, {heading}: {self._text(index) or 'blank'}{above}"

    def _tip(self, index: Index) -> str | None:
        row, column = self._row(index).row, self._column(index)
        if row is None:
            return None
        if self.is_absent(index.row(), column):
            edition = self._comparison.months[column.place].edition
            return f"The edition {edition.id} of the form has no such box."
        if column.kind is ColumnKind.CURVE:
            return self._remarks.curve_words(row) or None
        if column.kind is ColumnKind.MONTH and row.kind is BoxKind.TEXT:
            return self._text(index) or None
        if column.kind in _TOLD:
            return self._remarks.change_words(row, column.pair) or None
        return None


def _shows_any(column: Column, places: Collection[int]) -> bool:
    """Whether a column shows a month of some, or a change between one of them and another."""
    if column.kind is ColumnKind.MONTH:
        return column.place in places
    return column.kind in _TOLD and any(place in places for place in column.pair)


def _moved_pairs(before: Comparison, now: Comparison) -> tuple[Pair, ...]:
    """Give the pairs of which a month is another now, and the last, of which something is said."""
    moved = {place for place, month in enumerate(now.months) if month is not before.months[place]}
    return tuple(pair for pair in now.pairs if moved & {*pair} or pair == now.pairs[-1])
