"""How the columns of a printed comparison stand: the labels frozen, the months in groups."""

from dataclasses import dataclass, replace
from itertools import pairwise

from focusdesk.export.table_pages import LEFT, RIGHT
from focusdesk.export.table_rows import Span
from focusdesk.filing.compare import Comparison

_MOST_MONTHS = 6
_NUMBER = 26.0
_CODE = 42.0
_NARROWEST_LABEL = 212.0
_PERCENT = 46.0
_NOTE = 160.0
_WIDEST_MONTH = 84.0
_GUTTER = 5.0
_HANGING = 3.0  # for the parenthesis that closes a negative amount


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of the pages that one group of months shares.

    Attributes:
        number: The line's number.
        label: Its words.
        code: The box's code.
        months: For each month of the group, its place in the comparison and its column.
        change: The change in dollars; `None` on pages without the last month.
        percent: The change in percent, likewise.
        note: The notes at the boxes; `None` where they are not printed.
    """

    number: Span
    label: Span
    code: Span
    months: tuple[tuple[int, Span], ...]
    change: Span | None = None
    percent: Span | None = None
    note: Span | None = None


def column_groups(comparison: Comparison) -> tuple[Columns, ...]:
    """Share the months out over as many groups of pages as they need, evenly.

    The change is that of the last month, so it stands in the last group.
    """
    count = len(comparison.months)
    groups = -(-count // _MOST_MONTHS)
    ends = [count * group // groups for group in range(groups + 1)]
    return tuple(
        _columns(range(start, end), RIGHT, with_change=end == count)
        for start, end in pairwise(ends)
    )


def review_columns(*, with_change: bool) -> Columns:
    """Give the columns of a review: two months and the change, or the last alone; and the notes."""
    edge = RIGHT - _NOTE - 2 * _GUTTER
    columns = _columns(range(2) if with_change else range(1, 2), edge, with_change=with_change)
    return replace(columns, note=(RIGHT - _NOTE, RIGHT))


def _columns(months: range, edge: float, *, with_change: bool) -> Columns:
    amounts = len(months) + with_change
    fixed = _NUMBER + _NARROWEST_LABEL + _CODE + _PERCENT * with_change
    width = min((edge - _HANGING - LEFT - fixed) / amounts, _WIDEST_MONTH)
    percent, change, right = None, None, edge - _HANGING
    if with_change:
        percent, right = _taken(edge, _PERCENT)
        change, right = _taken(right, width)
    spans: list[Span] = []
    for _ in months:
        span, right = _taken(right, width)
        spans.append(span)
    code, right = _taken(right, _CODE)
    return Columns(
        number=(LEFT, LEFT + _NUMBER),
        label=(LEFT + _NUMBER, right - _GUTTER),
        code=code,
        months=tuple(zip(months, reversed(spans), strict=True)),
        change=change,
        percent=percent,
    )


def _taken(right: float, width: float) -> tuple[Span, float]:
    """Take a column off the right; give it without its gutter, and where the next one ends."""
    return (right - width + _GUTTER, right), right - width
