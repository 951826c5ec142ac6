"""Previews of blocks for the tests of the paste dialog and its parts."""

from focusdesk.calc.worksheet import Worksheet
from focusdesk.filing.ground import Ground
from focusdesk.filing.paste_preview import PastePreview, preview_paste
from focusdesk.filing.placed_block import BlockReading, PlacedBlock, PlacedCell, Way
from focusdesk.form.box import Value
from tests.exchange.filled_form import FORM, with_values

NO_BOX = "The form has no box of that code."
BAD = (
    ("7010", "1,234.56"),
    ("7020", "abc"),
    ("7033", "-500"),
    ("7040", "55"),
    ("9999", "12"),
    ("7030", ""),
    ("7070", "7"),
)
"""Cents, no amount, a minus where the form subtracts, a total that differs, no box, a blank."""

HELD: dict[str, Value] = {"7030": 9, "7070": 7}


def block(*cells: tuple[str, str]) -> PlacedBlock:
    """Lay codes and texts on the form by their codes."""
    placed = tuple(
        PlacedCell(row, code, text, "" if code in FORM.boxes else NO_BOX)
        for row, (code, text) in enumerate(cells, start=1)
    )
    return PlacedBlock((BlockReading(Way.BY_CODE, "By code", placed),))


def figures(held: dict[str, Value] | None = None) -> Worksheet:
    """Give a form in which these boxes are entered."""
    return with_values(HELD if held is None else held)


def preview_of(*cells: tuple[str, str], held: dict[str, Value] | None = None) -> PastePreview:
    """Preview a block that names its boxes by their codes."""
    return preview_paste(block(*cells).readings[0], Ground(figures(held)))
