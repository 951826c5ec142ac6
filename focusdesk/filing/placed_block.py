"""A block of cells laid on the form: which cell is for which box, in one or more readings."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from focusdesk.filing.cell_entry import read_cell
from focusdesk.form.box import Box
from focusdesk.form.edition import Edition

PageRows: TypeAlias = Sequence[Sequence[tuple[int, Box]]]
"""The rows of a schedule as they lie on the screen: each box with its column, left to right."""


class Way(StrEnum):
    """How it was found which cell is for which box."""

    BY_CODE = "by code"
    BY_POSITION = "by position"
    FROM_FILE = "from a file"


@dataclass(frozen=True, slots=True)
class PlacedCell:
    """A cell of a block and the box that it is for.

    Attributes:
        row: Its row in the block, counted from 1.
        code: The box; what is written as its code where the form has no such box, and empty where
            there is none.
        text: What the cell holds.
        refusal: The sentence that says why there is no box for it; empty where there is one.
        remark: What else is to be said of it, as a sentence.
        unwanted: The sentence that says why it is left out unless the user takes it in; empty where
            it is taken.
        place: Where it stands, in a file that does not count its rows: ``sheet FOCUS, row 3``.
    """

    row: int
    code: str
    text: str
    refusal: str = ""
    remark: str = ""
    place: str = ""
    unwanted: str = ""

    @property
    def where(self) -> str:
        """Say where in the block it stands: ``row 3``."""
        return self.place or f"row {self.row}"


@dataclass(frozen=True, slots=True)
class BlockReading:
    """One way to read a block.

    Attributes:
        way: By code, by position, or from a file, which goes by code.
        words: How it is read, for a choice between several: ``By code, values of column 3``.
        cells: The cells that are for a box or should be, in the order of the block.
        passed_over: How many rows have neither code nor figure: headings, captions, blank rows.
        closes_up: Whether it passes over a blank cell of a column, so that the figures below it
            move up, and no total that is stated bears that out.
    """

    way: Way
    words: str
    cells: tuple[PlacedCell, ...]
    passed_over: int = 0
    closes_up: bool = False

    @property
    def is_file(self) -> bool:
        """Whether the block comes from a file."""
        return self.way is Way.FROM_FILE


@dataclass(frozen=True, slots=True)
class PlacedBlock:
    """A block and the ways to read it.

    Attributes:
        readings: One or more, the likeliest first.
        remarks: What the user should know about how the block came, as sentences.
    """

    readings: tuple[BlockReading, ...]
    remarks: tuple[str, ...] = ()


def is_sound(reading: BlockReading, edition: Edition) -> bool:
    """Whether every cell has a box, and its box can hold it."""
    return not any(
        cell.refusal or read_cell(cell.text, edition.boxes[cell.code]).refusal
        for cell in reading.cells
    )
