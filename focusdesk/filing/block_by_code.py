"""Which cell of a block is for which box, where the block itself names the boxes by their codes.

A column is one of codes where most of its cells are codes of the form. The values stand to its
right or to its left, with labels between; a heading over them may say so.
"""

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from focusdesk.calc.worksheet import Worksheet
from focusdesk.filing.block import Block
from focusdesk.filing.cell_entry import is_figure, read_cell
from focusdesk.filing.placed_block import BlockReading, PlacedCell, Way
from focusdesk.form.amount import bare, quoted
from focusdesk.form.box import BoxKind
from focusdesk.form.dates import DateError, parse_date
from focusdesk.form.edition import Edition
from focusdesk.form.period import Period

_CODE_HEADINGS = frozenset({"code", "codes", "box", "focus code", "line code"})
_VALUE_HEADINGS = frozenset({"value", "values", "amount", "amounts"})
_LIKE_A_CODE = re.compile(r"[0-9]{2,6}(?:\.[a-z_]\w*)?|[a-z]{3,}(?:\.[a-z_]\w*)+")
_LONG_CODE = 4
_FEWEST_IN_ORDER = 3
_OF_WORDS = 0.25
_FULL = 0.5


@dataclass(frozen=True, slots=True)
class _CodeColumn:
    """A column of codes.

    Attributes:
        at: Which column, counted from 0.
        codes: The code in each of its rows that has one.
        telling: Whether the codes are long enough not to be figures that happen to look alike.
    """

    at: int
    codes: Mapping[int, str]
    telling: bool


@dataclass(frozen=True, slots=True)
class CodeReadings:
    """The ways to read a block by its codes.

    Attributes:
        readings: The likeliest first; none where it holds no codes.
        sure: Whether it is so certain that they are codes that nothing else need be offered.
        likely: Whether they are codes rather than figures that happen to look alike.
    """

    readings: tuple[BlockReading, ...] = ()
    sure: bool = False
    likely: bool = False


def readings_by_code(block: Block, worksheet: Worksheet) -> CodeReadings:
    """Find the ways to read a block by its codes.

    Args:
        block: The block.
        worksheet: The figures as they are; its month tells which of several columns is meant.
    """
    edition = worksheet.edition
    columns = _code_columns(block, edition)
    pairings = _pairings(block, worksheet, columns) if columns else []
    if not pairings:
        return CodeReadings()
    several = len(pairings) > 1
    readings = tuple(
        BlockReading(
            Way.BY_CODE,
            _words(block, pairing) if several else "By code",
            *_placed(block, pairing),
        )
        for pairing in pairings
    )
    fits = any(
        _score(block, edition, column, at) > 0 for column, values in pairings[0] for at in values
    )
    if any(column.telling for column in columns):
        return CodeReadings(readings, sure=fits or not block.lines, likely=True)
    in_order = any(_are_in_order(column, edition) for column in columns)
    return CodeReadings(readings, likely=in_order) if fits else CodeReadings()


def _are_in_order(column: _CodeColumn, edition: Edition) -> bool:
    """Whether short codes follow each other as on the form; figures do so by chance at most."""
    places = {code: place for place, code in enumerate(edition.boxes)}
    order = [places[code] for code in column.codes.values()]
    return len(order) >= _FEWEST_IN_ORDER and all(low < high for low, high in pairwise(order))


_Pairing = Sequence[tuple[_CodeColumn, tuple[int, ...]]]
"""Each column of codes with the columns that hold its values; in a row, one of them at most."""


def code_in(text: str, edition: Edition) -> str:
    """Give the code that a cell names, by today's code where an earlier edition had another.

    Empty where it names none.
    """
    written = _without_brackets(text)
    return written if written in edition.boxes else edition.code_since(written)


def _without_brackets(text: str) -> str:
    return bare(text).removeprefix("[").removesuffix("]").strip()


def _code_columns(block: Block, edition: Edition) -> list[_CodeColumn]:
    found: list[_CodeColumn] = []
    for at in range(block.width):
        cells = [(row, text) for row, text in enumerate(block.column(at)) if text]
        codes = {row: code for row, text in cells if (code := code_in(text, edition))}
        if not codes:
            continue
        headed = cells[0][0] not in codes
        most = len(codes) * 2 > len(cells) - headed and len(set(codes.values())) * 2 > len(codes)
        long = sum(len(code) >= _LONG_CODE for code in codes.values()) * 2 > len(codes)
        named = bare(cells[0][1]).casefold() in _CODE_HEADINGS
        if most or named:
            found.append(_CodeColumn(at, codes, long or named))
    return [column for column in found if column.telling] or found


def _pairings(block: Block, worksheet: Worksheet, columns: Sequence[_CodeColumn]) -> list[_Pairing]:
    """Find which columns hold the values of which codes, the likeliest first."""
    edition = worksheet.edition
    if len(columns) > 1:
        return _beside(block, edition, columns)
    (codes,) = columns
    others = [at for at in range(block.width) if at != codes.at and any(block.column(at))]
    # To the right before to the left, and the nearest first.
    others.sort(key=lambda at: (at < codes.at, abs(at - codes.at)))
    scores = {at: _score(block, edition, codes, at) for at in others}
    most = max(scores.values(), default=0.0)
    # A column with a figure here and there holds no values: it would blank all other boxes.
    others.sort(key=lambda at: scores[at] < most * _FULL)
    named = [at for at in others if _heading(block, codes, at).casefold() in _VALUE_HEADINGS]
    fitting = named[:1] or [at for at in others if scores[at] > 0]
    if len(fitting) > 1 and _take_turns(block, codes, fitting):
        return [[(codes, tuple(sorted(fitting)))]]
    month = worksheet.value(edition.as_of_code)
    if isinstance(month, dt.date):
        fitting.sort(key=lambda at: not _names_month(_heading(block, codes, at), month))
    return [[(codes, (at,))] for at in fitting or others[:1]]


def _names_month(heading: str, day: dt.date) -> bool:
    """Whether a heading names the month of a day: ``Jan 2014``, ``2014-01``, ``01/31/14``."""
    period = Period(day.year, day.month)
    if any(name in heading for name in (period.label, period.short_label, str(period))):
        return True
    try:
        named = parse_date(heading)
    except DateError:
        return False
    return (named.year, named.month) == (day.year, day.month)


def _beside(block: Block, edition: Edition, columns: Sequence[_CodeColumn]) -> list[_Pairing]:
    """Pair several columns of codes with values all to their right, or all to their left."""
    edges = [-1, *(column.at for column in columns), block.width]
    gaps = [range(low + 1, high) for low, high in pairwise(edges)]
    best: list[tuple[float, _Pairing]] = []
    for sides in (gaps[1:], gaps[:-1]):
        pairing: list[tuple[_CodeColumn, tuple[int, ...]]] = []
        total = 0.0
        for column, gap in zip(columns, sides, strict=True):
            scores = {at: _score(block, edition, column, at) for at in gap}
            if scores:
                at = max(scores, key=lambda at: scores[at])
                total += scores[at]
                pairing.append((column, (at,)))
        if pairing:
            best.append((total, pairing))
    return [max(best, key=lambda each: each[0])[1]] if best else []


def _score(block: Block, edition: Edition, column: _CodeColumn, at: int) -> float:
    """Say how well the cells of a column suit the boxes that the codes name."""
    score = 0.0
    for row, code in column.codes.items():
        box, text = edition.boxes[code], block.rows[row][at]
        if not text:
            continue
        if read_cell(text, box).refusal:
            score -= 1
        else:
            score += 1 if box.kind is BoxKind.AMOUNT else _OF_WORDS
    return score


def _take_turns(block: Block, column: _CodeColumn, others: Sequence[int]) -> bool:
    """Whether no row has values in two columns, as where amounts stand in and out."""
    return all(sum(bool(block.rows[row][at]) for at in others) <= 1 for row in column.codes)


def _heading(block: Block, column: _CodeColumn, at: int) -> str:
    """Give what stands over a column before the first row that has a code; empty for nothing."""
    above = [block.rows[row][at] for row in range(min(column.codes))]
    return next((bare(text) for text in reversed(above) if text), "")


def _words(block: Block, pairing: _Pairing) -> str:
    column, (at, *_) = pairing[0]
    heading = _heading(block, column, at)
    called = f' "{quoted(heading)}"' if heading else ""
    return f"By code, with the values of column {at + 1}{called}"


def _placed(block: Block, pairing: _Pairing) -> tuple[tuple[PlacedCell, ...], int]:
    """Give the cells for boxes, and how many rows are passed over."""
    cells: list[PlacedCell] = []
    passed_over = 0
    for row in range(len(block.rows)):
        found = [
            cell
            for column, values in pairing
            if (cell := _cell(block, row, column, values)) is not None
        ]
        cells += found
        passed_over += not found
    return tuple(cells), passed_over


def _cell(block: Block, row: int, column: _CodeColumn, values: Sequence[int]) -> PlacedCell | None:
    """Give the cell of a row that is for a box or should be; `None` for words over the others."""
    written = _without_brackets(block.rows[row][column.at])
    text = next((cell for at in values if (cell := block.rows[row][at])), "")
    if code := column.codes.get(row):
        remark = "" if code == written else f"Its code was {written} in an earlier edition."
        return PlacedCell(row + 1, code, text, remark=remark)
    heads = row < min(column.codes)
    if _LIKE_A_CODE.fullmatch(written) or (written and is_figure(text) and not heads):
        refusal = "The form has no box of that code. Use the codes that it prints, like 7010."
        return PlacedCell(row + 1, quoted(written), text, refusal)
    if is_figure(text) and not written:
        return PlacedCell(row + 1, "", text, "There is a figure but no code.")
    return None
