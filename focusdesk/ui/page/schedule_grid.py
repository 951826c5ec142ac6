"""Any schedule laid out in rows and columns for the screen: which box stands where.

Rows are line items in printed order under the schedule's title; what the form does not print (the
facts of the firm) comes last, under its own caption. Columns are the number, the label, a column of
words where boxes for names and descriptions need one, then the form's own columns of amounts. A
schedule that has no columns on paper, like the cover, has one column for whatever its boxes hold.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from focusdesk.form.box import Box, BoxKind
from focusdesk.form.schedule import LineItem, LineStyle, Schedule

FACTS_CAPTION = "Facts of the firm (not printed)"


class ColumnKind(StrEnum):
    """What stands in a column of the screen."""

    NUMBER = "number"
    LABEL = "label"
    WORDS = "words"
    BOXES = "boxes"
    VALUE = "value"
    BASELINE = "baseline"
    CHANGE = "change"


class RowKind(StrEnum):
    """What a row of the screen is."""

    TITLE = "title"
    FIRM = "firm"
    CAPTION = "caption"
    NOTE = "note"
    ITEM = "item"


@dataclass(frozen=True, slots=True)
class GridColumn:
    """A column of the screen.

    Attributes:
        kind: What stands in it.
        title: The printed heading over it, if the form has one.
        page_columns: The columns of the paper page whose boxes stand in it.
    """

    kind: ColumnKind
    title: str = ""
    page_columns: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class GridRow:
    """A row of the screen.

    Attributes:
        kind: What it is.
        line: The line item that it shows; for a title, one without boxes.
        label: The words in the label column.
        boxes: Its boxes from left to right, each with its column.
        parents: The line items under which it stands, outermost first.
        indent: How many steps the label is indented.
        mark: The line's number as printed; empty on the further rows of a line item.
    """

    kind: RowKind
    line: LineItem
    label: str
    boxes: tuple[tuple[int, Box], ...] = ()
    parents: tuple[LineItem, ...] = ()
    indent: int = 0
    mark: str = ""

    def box_in(self, column: int) -> Box | None:
        """Give the box in a column; `None` where there is none."""
        for at, box in self.boxes:
            if at == column:
                return box
        return None

    @property
    def amounts(self) -> tuple[Box, ...]:
        """The row's boxes of amounts, left to right."""
        return tuple(box for _, box in self.boxes if box.kind is BoxKind.AMOUNT)


Cell = tuple[int, int]
"""A row and a column of the screen."""


class ScheduleGrid:
    """The rows and columns of one schedule.

    Attributes:
        schedule: The schedule.
        columns: Left to right.
        rows: Top to bottom.
        cells: Where each box stands, by its code, in reading order.
    """

    def __init__(self, schedule: Schedule, firm_code: str = "") -> None:
        """Lay a schedule out.

        Args:
            schedule: The schedule.
            firm_code: The box that names the firm; a schedule that holds it needs no row that
                repeats it.
        """
        self.schedule = schedule
        self.columns = tuple(_columns(schedule))
        self.rows = tuple(_rows(schedule, self.columns, firm_code))
        self.cells: dict[str, Cell] = {
            box.code: (row, column)
            for row, shown in enumerate(self.rows)
            for column, box in shown.boxes
        }

    def box_at(self, cell: Cell) -> Box | None:
        """Give the box in a cell; `None` where there is none."""
        row, column = cell
        return self.rows[row].box_in(column) if 0 <= row < len(self.rows) else None

    def column_of(self, kind: ColumnKind) -> int | None:
        """Give the first column of a kind; `None` where the schedule has none."""
        for at, column in enumerate(self.columns):
            if column.kind is kind:
                return at
        return None

    def spans(self) -> Iterator[tuple[int, int, int]]:
        """Give the cells that run over empty ones to their right: row, column, how many columns."""
        beside = self.column_of(ColumnKind.BASELINE) or len(self.columns)
        for at, row in enumerate(self.rows):
            if not row.boxes:
                yield at, _LABEL_AT, len(self.columns) - _LABEL_AT
                continue
            stops = [column for column, _ in row.boxes]
            yield at, _LABEL_AT, stops[0] - _LABEL_AT
            runs_on = self.staggers or self.columns[stops[0]].kind is ColumnKind.WORDS
            if runs_on:
                yield at, stops[0], (stops[1] if len(stops) > 1 else beside) - stops[0]

    @property
    def crowds_words(self) -> bool:
        """Whether a box of words has another box right beside it, and so no room to run over."""
        words = self.column_of(ColumnKind.WORDS)
        return words is not None and any(
            row.box_in(words) is not None and row.box_in(words + 1) is not None for row in self.rows
        )

    @property
    def staggers(self) -> bool:
        """Whether no two boxes share a row, so that columns may overlap where room is short."""
        columns = [at for at, column in enumerate(self.columns) if column.kind is ColumnKind.BOXES]
        return len(columns) > 1 and all(len(row.boxes) <= 1 for row in self.rows)

    @property
    def doubles_amounts(self) -> bool:
        """Whether some row has more than one amount."""
        return any(len(row.amounts) > 1 for row in self.rows)


_LABEL_AT = 1


def _columns(schedule: Schedule) -> Iterator[GridColumn]:
    boxes = tuple(schedule.boxes)
    yield GridColumn(ColumnKind.NUMBER)
    yield GridColumn(ColumnKind.LABEL)
    used = [column for column in schedule.page.columns if any(b.column == column.id for b in boxes)]
    words = [
        column.id
        for column in used
        if _is_all_words(box for box in boxes if box.column == column.id)
    ]
    amounts = [column for column in used if column.id not in words]
    if not amounts:
        yield GridColumn(ColumnKind.VALUE)
        return
    if words or any(box.kind is BoxKind.TEXT and not box.column for box in boxes):
        yield GridColumn(ColumnKind.WORDS, page_columns=tuple(words))
    for column in amounts:
        yield GridColumn(ColumnKind.BOXES, column.title, (column.id,))
    if any(box.kind is BoxKind.AMOUNT for box in boxes):
        yield GridColumn(ColumnKind.BASELINE)
        yield GridColumn(ColumnKind.CHANGE)


def _is_all_words(boxes: Iterable[Box]) -> bool:
    return all(box.kind is BoxKind.TEXT for box in boxes)


def _rows(schedule: Schedule, columns: tuple[GridColumn, ...], firm_code: str) -> Iterator[GridRow]:
    title = LineItem(label="\n".join(schedule.title), style=LineStyle.CAPTION)
    yield GridRow(RowKind.TITLE, title, title.label)
    if firm_code not in {box.code for box in schedule.boxes}:
        yield GridRow(RowKind.FIRM, LineItem(style=LineStyle.CAPTION), "")
    for line, parents in lines_with_parents(schedule):
        yield from _rows_of_line(line, columns, parents)


def lines_with_parents(schedule: Schedule) -> Iterator[tuple[LineItem, tuple[LineItem, ...]]]:
    """Give every line item with those it stands under, outermost first, as on the screen."""
    parents: list[LineItem] = []
    for line in _in_order(schedule):
        if line.style is LineStyle.CAPTION:
            parents.clear()
        if line.style is LineStyle.ITEM:
            parents = [parent for parent in parents if parent.indent < line.indent]
        yield line, tuple(parents)
        if line.style is LineStyle.ITEM:
            parents.append(line)


def _in_order(schedule: Schedule) -> Iterator[LineItem]:
    """Give the printed lines, then what is not printed under its own caption."""
    yield from (line for line in schedule.line_items if line.printed)
    unprinted = [line for line in schedule.line_items if not line.printed]
    if unprinted:
        yield LineItem(label=FACTS_CAPTION, style=LineStyle.CAPTION, printed=False)
        yield from unprinted


def _rows_of_line(
    line: LineItem, columns: tuple[GridColumn, ...], parents: tuple[LineItem, ...]
) -> Iterator[GridRow]:
    """Give a line item its row, and a further one for each box whose column is taken there."""
    kind = RowKind(line.style.value)
    first: dict[int, Box] = {}
    further: list[Box] = []
    for box in sorted(line.boxes, key=lambda box: _stands_in_label(line, box)):
        column = _column_for(box, columns)
        if column in first:
            further.append(box)
        else:
            first[column] = box
    label = line.label
    for box in further:
        label = label.replace("{" + box.code + "}", "")
    row = GridRow(
        kind,
        line,
        replace(line, label=label.strip()).text,
        tuple(sorted(first.items(), key=lambda placed: placed[0])),
        parents,
        line.indent,
        line.mark,
    )
    yield row
    for box in further:
        placed = ((_column_for(box, columns), box),)
        yield GridRow(kind, line, box.label, placed, parents, line.indent + 1)


def _stands_in_label(line: LineItem, box: Box) -> bool:
    return "{" + box.code + "}" in line.label


def _column_for(box: Box, columns: tuple[GridColumn, ...]) -> int:
    """Choose the column of a box: its own, that of words, or the last that holds boxes."""
    last = 0
    for at, column in enumerate(columns):
        if box.column and box.column in column.page_columns:
            return at
        if column.kind is ColumnKind.WORDS and box.kind is BoxKind.TEXT and not box.column:
            return at
        if column.kind in (ColumnKind.BOXES, ColumnKind.VALUE):
            last = at
    return last
