"""One row of a printed table: what stands in each column, wrapped and ready to write."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from focusdesk.export.fonts import CONDENSED
from focusdesk.form.placed import Face, Lettering, Role
from focusdesk.form.sheet import Sheet

Span: TypeAlias = tuple[float, float]

PLAIN = Lettering(8.5, Face.REGULAR, CONDENSED)
BOLD = replace(PLAIN, face=Face.BOLD)
LINE_PITCH = 9.8

_ABOVE = 10.0
_BELOW = 4.0
_ROUNDING = 0.01


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in one column of a row.

    Attributes:
        lines: Its words, line by line.
        span: The column.
        role: What they are.
        lettering: How they are set.
        align: ``left`` or ``right``.
        code: The box that they belong to; empty for none.
        column: Which column it is; 0 for what names the row.
        hangs: Whether a parenthesis that closes an amount stands beyond the column, so that the
            digits of negative amounts end where those of the others do.
    """

    lines: tuple[str, ...]
    span: Span
    role: Role
    lettering: Lettering = PLAIN
    align: str = "left"
    code: str = ""
    column: int = 0
    hangs: bool = False

    def write(self, sheet: Sheet, top: float) -> None:
        """Write the lines below a height of the page."""
        anchor = self.span[1] if self.align == "right" else self.span[0]
        for position, line in enumerate(self.lines):
            hanging = self.hangs and line.endswith(")")
            beyond = sheet.width_of(")", self.lettering) if hanging else 0.0
            at = (anchor + beyond, top + _ABOVE + position * LINE_PITCH)
            sheet.write(line, at, self.lettering, self.role, code=self.code, align=self.align)


def cell_of(sheet: Sheet, words: str, span: Span, role: Role, lettering: Lettering = PLAIN) -> Cell:
    """Wrap words to a column.

    Raises:
        UnprintableText: the typeface lacks a letter of them.
    """
    lines = sheet.wrapped(words, span[1] - span[0], lettering) if words else []
    return Cell(tuple(lines), span, role, lettering)


class TableRow:
    """One row of a table."""

    def __init__(self, cells: Sequence[Cell]) -> None:
        self.cells = tuple(cells)

    @property
    def height(self) -> float:
        """How much room it takes down the page."""
        return _ABOVE + _BELOW + LINE_PITCH * (self._most_lines - 1)

    @property
    def _most_lines(self) -> int:
        return max(len(cell.lines) for cell in self.cells)

    def write(self, sheet: Sheet, top: float) -> None:
        """Write the row below a height of the page."""
        sheet.row += 1
        for cell in self.cells:
            sheet.column = cell.column
            cell.write(sheet, top)
        sheet.column = 0

    def parts(self, room: float) -> "Iterator[TableRow]":
        """Give the row itself, or, where it is higher than the room, one row after the other."""
        most = max(1, int((room - _ABOVE - _BELOW + _ROUNDING) // LINE_PITCH) + 1)
        for start in range(0, self._most_lines, most):
            end = start + most
            yield TableRow([replace(cell, lines=cell.lines[start:end]) for cell in self.cells])
