from focusdesk.filing.placed_block import BlockReading, PlacedCell, Way, is_sound
from tests.exchange.filled_form import FORM


def _is_sound(*cells: PlacedCell) -> bool:
    return is_sound(BlockReading(Way.BY_CODE, "By code", cells), FORM)


def test_a_reading_is_sound_where_every_box_can_hold_its_cell() -> None:
    assert _is_sound(PlacedCell(1, "7010", "5"), PlacedCell(2, "13", "ACME"))
    assert not _is_sound(PlacedCell(1, "7010", "5"), PlacedCell(2, "7020", "abc"))
    assert not _is_sound(PlacedCell(1, "9999", "5", "The form has no box of that code."))
