"""One line of a printed comparison: what stands in each column, wrapped and ready to write."""

from dataclasses import dataclass, replace

from focusdesk.export.comparison_columns import Columns, Span
from focusdesk.filing.compare import ComparisonRow, show_change, show_compared, show_percent
from focusdesk.form.box import BoxKind
from focusdesk.form.placed import Face, Lettering, Role
from focusdesk.form.sheet import Sheet

CONDENSED = 0.82
PLAIN = Lettering(8.5, Face.REGULAR, CONDENSED)
BOLD = replace(PLAIN, face=Face.BOLD)
LINE_PITCH = 9.8

_CODE = Lettering(7.5, Face.REGULAR, CONDENSED)
_ABOVE = 10.0
_BELOW = 4.0


@dataclass(frozen=True, slots=True)
class _Cell:
    """What stands in one column of a row."""

    lines: tuple[str, ...]
    span: Span
    lettering: Lettering
    role: Role
    align: str


class RowOfComparison:
    """One row, its words wrapped to its columns.

    Attributes:
        height: How much room it takes down the page.
    """

    def __init__(self, row: ComparisonRow, columns: Columns, sheet: Sheet) -> None:
        self._code = row.code
        self._hangs = row.kind is not BoxKind.TEXT
        lettering = BOLD if row.total else PLAIN

        def cell(words: str, span: Span, role: Role, align: str) -> _Cell:
            set_in = _CODE if role is Role.CODE else lettering
            lines = sheet.wrapped(words, span[1] - span[0], set_in) if words else []
            return _Cell(tuple(lines), span, set_in, role, align)

        self._cells = [
            cell(row.number, columns.number, Role.NUMBER, "left"),
            cell(row.label, columns.label, Role.LABEL, "left"),
            # A name in place of a printed code is broken after its full stop.
            cell(row.code.replace(".", ". "), columns.code, Role.CODE, "left"),
            *(
                cell(show_compared(row.values[position], row.kind), span, Role.VALUE, "right")
                for position, span in columns.months
            ),
        ]
        if columns.change and columns.percent:
            self._cells += [
                cell(show_change(row), columns.change, Role.VALUE, "right"),
                cell(show_percent(row), columns.percent, Role.VALUE, "right"),
            ]
        self.height = _ABOVE + _BELOW + LINE_PITCH * (max(len(c.lines) for c in self._cells) - 1)

    def write(self, sheet: Sheet, top: float) -> None:
        """Write the row below a height of the page."""
        for cell in self._cells:
            code = self._code if cell.role in (Role.VALUE, Role.CODE) else ""
            anchor = cell.span[1] if cell.align == "right" else cell.span[0]
            for position, line in enumerate(cell.lines):
                # The digits of a negative amount end where those of the others do.
                hangs = self._hangs and cell.align == "right" and line.endswith(")")
                beyond = sheet.width_of(")", cell.lettering) if hangs else 0.0
                at = (anchor + beyond, top + _ABOVE + position * LINE_PITCH)
                sheet.write(line, at, cell.lettering, cell.role, code=code, align=cell.align)
