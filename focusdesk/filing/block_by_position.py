"""Which cell of a block is for which box, where only its shape can tell.

A block is laid on the page from the current box down. A sheet may mirror the printed page, with
captions, blank rows and totals; it may have one row for each row that has a box; or the figures to
be entered alone. Its columns may be the page's columns, or the boxes of each row one after another.
Every such reading is weighed: totals that come out as stated, figures that meet no box, where the
block ends. Where that does not settle it, the user is to choose. A blank cell of a single column
keeps its place, as in a spreadsheet, unless the totals tell otherwise.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import dropwhile, groupby

from focusdesk.calc.checks import Severity
from focusdesk.calc.worksheet import Worksheet
from focusdesk.filing.block import Block
from focusdesk.filing.cell_entry import is_figure, is_meant_as_figure, read_cell
from focusdesk.filing.ground import Ground
from focusdesk.filing.laid_block import PLANS, LaidBlock, current_box
from focusdesk.filing.outcome import Stated, outcome_of
from focusdesk.filing.placed_block import BlockReading, PageRows, PlacedCell, Way, is_sound
from focusdesk.form.box import Box, BoxKind, Value

MOST_READINGS = 4

# What a reading gains or loses by each of its cells. Nobody states totals that come out by chance.
_AGREES, _DIFFERS = 4.0, -3.0
_NO_BOX, _REFUSED = -6.0, -4.0
_AMOUNT, _WORDS = 1.0, 0.5
_BLANK_ON_NOTHING, _BLANK_ON_BOX = 0.5, -0.5
_ENDS_WITH_PAGE = 3.0


def readings_by_position(
    block: Block, worksheet: Worksheet, page: PageRows, at_code: str
) -> tuple[BlockReading, ...]:
    """Find the ways to lay a block on a page from a box down, the likeliest first.

    Args:
        block: The block.
        worksheet: The figures as they are: stated totals tell one reading from another.
        page: The rows of the schedule.
        at_code: The current box, for which the first filled cell of the first row is.

    Raises:
        KeyError: the box is not on the page.
    """
    *_, box = current_box(page, at_code)
    # A line of writing is a name as it stands, and a figure with words around it.
    blocks = [block, block.as_lines()] if box.kind is BoxKind.AMOUNT else [block.as_lines()]
    weighed: dict[tuple[PlacedCell, ...], tuple[float, BlockReading]] = {}
    for each, columns in _with_their_columns(blocks, box):
        laid = LaidBlock([[row[at] for at in columns] for row in each.rows], page, at_code)
        for plan in filter(laid.suits, PLANS):
            placed = list(laid.placed(plan))
            cells = tuple(cell for cell, _ in placed if cell.code or cell.text)
            weight = _weigh(placed, worksheet) + _ENDS_WITH_PAGE * laid.ends_with_page(plan)
            passed_over = len(each.rows) - len({cell.row for cell in cells})
            reading = BlockReading(Way.BY_POSITION, plan.words, cells, passed_over)
            if not plan.gaps and _has_gap(each, columns):
                reading = replace(reading, closes_up=not _agreeing(reading, worksheet))
            if cells not in weighed or weight > weighed[cells][0]:
                weighed[cells] = (weight, reading)
    ordered = sorted(weighed.values(), key=lambda pair: (pair[1].closes_up, -pair[0]))
    return _worth_offering([reading for _, reading in ordered], worksheet)


def _has_gap(block: Block, columns: Sequence[int]) -> bool:
    """Whether a single column of figures has a blank cell that parts them.

    Where labels stand beside it, what is blank before its first figure is under their headings.
    """
    if len(columns) > 1:
        return False
    cells = block.column(columns[0])
    if block.width > 1:
        cells = tuple(dropwhile(lambda text: not text, cells))
    return not all(cells)


def _with_their_columns(blocks: Iterable[Block], box: Box) -> Iterator[tuple[Block, Sequence[int]]]:
    """Give each block with the columns that may be for boxes: names have boxes, labels have none.

    Which it is, only the page can tell.
    """
    for block in dict.fromkeys(blocks):
        figures, every = tuple(_columns_for_boxes(block, box)), tuple(range(block.width))
        for columns in dict.fromkeys((figures, every)):
            yield block, columns


def _columns_for_boxes(block: Block, box: Box) -> Sequence[int]:
    """Give the columns of a block that are for boxes: labels beside figures are for none.

    Numbers of lines stand before the labels, and remarks behind the figures.
    """
    columns = range(block.width)
    if box.kind is not BoxKind.AMOUNT:
        return columns
    groups = [
        list(group)
        for labels, group in groupby(columns, lambda at: _is_label(block, at))
        if not labels
    ]
    figures = [
        sum(is_figure(text) for at in group for text in block.column(at)) for group in groups
    ]
    if not any(figures):
        return columns
    return max(zip(figures, groups, strict=True), key=lambda pair: pair[0])[1]


def _is_label(block: Block, at: int) -> bool:
    filled = [text for text in block.column(at) if text]
    return sum(map(is_meant_as_figure, filled)) * 2 < len(filled)


def _weigh(placed: Iterable[tuple[PlacedCell, Box | None]], worksheet: Worksheet) -> float:
    """Say how well a reading suits the page."""
    weight = 0.0
    with_box: list[PlacedCell] = []
    for cell, box in placed:
        if box is None:
            weight += _NO_BOX if cell.text else _BLANK_ON_NOTHING
            continue
        with_box.append(cell)
        if not cell.text:
            weight += _BLANK_ON_BOX
        elif read_cell(cell.text, box).refusal:
            weight += _REFUSED
        elif not box.is_computed:
            weight += _AMOUNT if box.kind is BoxKind.AMOUNT else _WORDS
    agree, differ = _totals(with_box, worksheet)
    return weight + _AGREES * agree + _DIFFERS * differ


def _totals(cells: Iterable[PlacedCell], worksheet: Worksheet) -> tuple[int, int]:
    """Count the stated totals that agree with what would be computed, and those that do not."""
    entered: dict[str, Value] = {}
    stated: list[Stated] = []
    cents = 0
    for cell in cells:
        box = worksheet.edition.boxes[cell.code]
        read = read_cell(cell.text, box)
        if read.refusal:
            continue
        cents += bool(read.amount and read.amount.rounded)
        if not box.is_computed:
            entered[cell.code] = read.value
        elif cell.text:
            stated.append(Stated("", cell.code, read.value))
    totals = outcome_of(Ground(worksheet), entered, stated, cents=cents).totals
    differ = sum(total.severity is Severity.ERROR for total in totals)
    return len(totals) - differ, differ


def _worth_offering(
    ordered: Sequence[BlockReading], worksheet: Worksheet
) -> tuple[BlockReading, ...]:
    """Keep the readings between which the user might choose; always the best."""
    best, *others = ordered
    agree = _agreeing(best, worksheet)
    sound = (reading for reading in others if is_sound(reading, worksheet.edition))
    as_good = [reading for reading in sound if _agreeing(reading, worksheet) >= agree]
    return (best, *as_good)[:MOST_READINGS]


def _agreeing(reading: BlockReading, worksheet: Worksheet) -> int:
    agree, _ = _totals((cell for cell in reading.cells if not cell.refusal), worksheet)
    return agree
