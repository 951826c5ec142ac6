"""One line of a printed comparison: a box through the months, with its change and its note."""

from dataclasses import replace

from focusdesk.export.comparison_columns import Columns, MonthColumn
from focusdesk.export.fonts import CONDENSED
from focusdesk.export.table_rows import BOLD, PLAIN, Cell, Span, TableRow, cell_of
from focusdesk.filing.compare import ComparisonRow, show_compared
from focusdesk.form.box import BoxKind
from focusdesk.form.placed import Face, Lettering, Role
from focusdesk.form.sheet import Sheet

_CODE = Lettering(7.5, Face.REGULAR, CONDENSED)


class RowOfComparison(TableRow):
    """One box, its words wrapped to its columns."""

    def __init__(self, row: ComparisonRow, columns: Columns, sheet: Sheet, note: str = "") -> None:
        """Lay out a box; the note stands in the note's column, where the table has one.

        Raises:
            UnprintableText: the typeface lacks a letter of a text.
        """
        lettering = BOLD if row.total else PLAIN

        def cell(words: str, span: Span, role: Role) -> Cell:
            set_in = {Role.CODE: _CODE, Role.NOTE: PLAIN}.get(role, lettering)
            return cell_of(sheet, words, span, role, set_in)

        def figure(words: str, span: Span) -> Cell:
            placed = cell(words, span, Role.VALUE)
            hangs = row.kind is not BoxKind.TEXT
            return replace(placed, align="right", code=row.code, hangs=hangs)

        named = [
            cell(row.number, columns.number, Role.NUMBER),
            cell(row.described, columns.label, Role.LABEL),
        ]
        cells = [
            # A name in place of a printed code is broken after its full stop.
            replace(cell(row.code.replace(".", ". "), columns.code, Role.CODE), code=row.code),
        ]
        for each in columns.figures:
            if isinstance(each, MonthColumn):
                value = show_compared(row.values[each.place], row.kind)
                cells.append(figure(value, each.span))
            else:
                change = row.difference(*each.pair)
                cells.append(figure(change.shown_change, each.dollars))
                cells.append(figure(change.shown_percent, each.percent))
        if columns.note:
            cells.append(cell(note, columns.note, Role.NOTE))
        counted = (replace(each, column=column) for column, each in enumerate(cells, start=1))
        super().__init__([*named, *counted])
