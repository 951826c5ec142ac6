"""A block of cells that came from elsewhere, and one that goes there, by way of the clipboard."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

MOST_ROWS = 10_000
MOST_CELLS = 100_000


class BlockRefused(ValueError):
    """What was copied cannot be pasted as a whole; the message is a sentence that says why."""


@dataclass(frozen=True, slots=True)
class Block:
    """Rows of cells as text, not yet laid on any page.

    Attributes:
        rows: The rows, all equally long; an empty cell is empty text.
        lines: The same as whole lines, where the rows were made by taking lines of writing apart;
            empty where the cells were cells already.
        remarks: What the user should know about how it was read, as sentences.
    """

    rows: tuple[tuple[str, ...], ...]
    lines: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()

    @property
    def width(self) -> int:
        """How many columns it has."""
        return len(self.rows[0]) if self.rows else 0

    def column(self, at: int) -> tuple[str, ...]:
        """Give the cells of a column, counted from 0."""
        return tuple(row[at] for row in self.rows)

    def as_lines(self) -> "Block":
        """Give the block with each line of writing as one cell; itself where there are none."""
        return Block(tuple((line,) for line in self.lines)) if self.lines else self


def rectangle(rows: Iterable[Sequence[str]]) -> tuple[tuple[str, ...], ...]:
    """Make rows equally long, without the blank rows and columns that follow the last figure.

    Blank rows and columns before and within them keep the others in their places.

    Raises:
        BlockRefused: they have more rows or cells than any form.
    """
    filled = [[cell.strip() for cell in row] for row in rows]
    while filled and not _length(filled[-1]):
        filled.pop()
    width = max((_length(row) for row in filled), default=0)
    refuse_many(len(filled), len(filled) * width)
    return tuple(tuple((*row, *[""] * width)[:width]) for row in filled)


def refuse_many(rows: int, cells: int) -> None:
    """Refuse more rows or cells than a block of a form has.

    Raises:
        BlockRefused: there are.
    """
    if rows > MOST_ROWS or cells > MOST_CELLS:
        message = (
            f"There are more than {MOST_ROWS:,} rows or {MOST_CELLS:,} cells on the clipboard; no "
            f"form has that many boxes. Copy the cells of the form alone."
        )
        raise BlockRefused(message)


def _length(row: Sequence[str]) -> int:
    return max((at for at, cell in enumerate(row, start=1) if cell), default=0)


@dataclass(frozen=True, slots=True)
class CopiedBlock:
    """What is put on the clipboard.

    Attributes:
        text: Lines of cells with tabs between them.
        html: The same as a table that tells numbers from text.
    """

    text: str
    html: str
