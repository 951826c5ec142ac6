"""Where a pasted block goes: to the boxes that it names by their codes, or onto the page."""

from focusdesk.calc.worksheet import Worksheet
from focusdesk.filing.block import Block
from focusdesk.filing.block_by_code import readings_by_code
from focusdesk.filing.block_by_position import readings_by_position
from focusdesk.filing.placed_block import PageRows, PlacedBlock, is_sound


def place_block(block: Block, worksheet: Worksheet, page: PageRows, at_code: str) -> PlacedBlock:
    """Find out which cell of a block is for which box; nothing is changed.

    Args:
        block: The block.
        worksheet: The figures as they are.
        page: The rows of the schedule on the screen, each box with its column.
        at_code: The current box.

    Raises:
        KeyError: the current box is not on the page.
    """
    by_code = readings_by_code(block, worksheet)
    if by_code.sure:
        return PlacedBlock(by_code.readings, block.remarks)
    by_position = readings_by_position(block, worksheet, page, at_code)
    readings = (*by_position, *by_code.readings)
    if by_code.likely:
        readings = (*by_code.readings, *by_position)
    elif is_sound(by_position[0], worksheet.edition):
        readings = by_position
    # A sound reading goes before one with refusals, whatever was likelier; but no figure moves up
    # over a blank one unless the user says so.
    ordered = sorted(
        readings, key=lambda reading: (reading.closes_up, not is_sound(reading, worksheet.edition))
    )
    return PlacedBlock(tuple(ordered), block.remarks)
