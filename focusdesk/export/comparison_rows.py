"""One line of a printed comparison: a box through the months, with its change and its note."""

from collections.abc import Collection, Iterator
from dataclasses import replace
from typing import Final

from focusdesk.export.comparison_columns import Columns, MonthColumn
from focusdesk.export.fonts import CONDENSED
from focusdesk.export.table_rows import BOLD, PLAIN, Cell, Span, TableRow, cell_of
from focusdesk.filing.compare import ComparisonRow, Pair, show_compared
from focusdesk.form.box import BoxKind
from focusdesk.form.placed import Face, Lettering, Role
from focusdesk.form.sheet import Sheet

MARK: Final = "\N{BLACK DIAMOND SUIT}"
"""Stands before a change that is above its threshold."""

_CODE = Lettering(7.5, Face.REGULAR, CONDENSED)


class RowOfComparison(TableRow):
    """One box, its words wrapped to its columns."""

    def __init__(
        self,
        row: ComparisonRow,
        columns: Columns,
        sheet: Sheet,
        note: str = "",
        marked: Collection[Pair] = (),
    ) -> None:
        """Lay out a box.

        Args:
            row: The box.
            columns: Where its figures stand.
            sheet: What it is written on.
            note: Words for the note's column, where the table has one.
            marked: The months between which its change is marked, and bold.

        Raises:
            UnprintableText: the typeface lacks a letter of a text.
        """
        lettering, hangs = BOLD if row.total else PLAIN, row.kind is not BoxKind.TEXT
        set_in = {Role.CODE: _CODE, Role.NOTE: PLAIN}

        def cell(words: str, span: Span, role: Role) -> Cell:
            return cell_of(sheet, words, span, role, set_in.get(role, lettering))

        def figure(words: str, span: Span, face: Lettering) -> Cell:
            placed = cell_of(sheet, words, span, Role.VALUE, face)
            return replace(placed, align="right", code=row.code, hangs=hangs)

        # A name in place of a printed code is broken after its full stop.
        code = cell(row.code.replace(".", ". "), columns.code, Role.CODE)
        figures = (figure(*each) for each in _figures(row, columns, marked))
        cells = [replace(code, code=row.code), *figures]
        if columns.note:
            cells.append(cell(note, columns.note, Role.NOTE))
        counted = (replace(each, column=column) for column, each in enumerate(cells, start=1))
        number = cell(row.number, columns.number, Role.NUMBER)
        super().__init__([number, cell(row.described, columns.label, Role.LABEL), *counted])


def _figures(
    row: ComparisonRow, columns: Columns, marked: Collection[Pair]
) -> Iterator[tuple[str, Span, Lettering]]:
    """Write what the row holds in each month, and its changes: words, column and lettering."""
    lettering = BOLD if row.total else PLAIN
    for each in columns.figures:
        if isinstance(each, MonthColumn):
            yield show_compared(row.values[each.place], row.kind), each.span, lettering
            continue
        change, counts = row.difference(*each.pair), each.pair in marked
        own = BOLD if counts else lettering
        yield f"{MARK if counts else ''}{change.shown_change}", each.dollars, own
        yield change.shown_percent, each.percent, own
