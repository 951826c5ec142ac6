"""How the columns of a printed comparison stand: the labels frozen, the months in groups."""

from dataclasses import dataclass, replace
from itertools import chain, pairwise
from typing import TypeAlias

from focusdesk.export.table_pages import LEFT, RIGHT
from focusdesk.export.table_rows import Span
from focusdesk.filing.compare import Comparison, Pair

Shown: TypeAlias = tuple[int | Pair, ...]
"""Months and changes, as `Comparison.columns` has them."""

_NUMBER = 26.0
_CODE = 42.0
_NARROWEST_LABEL = 212.0
_NARROWEST_AMOUNT = 55.0
_WIDEST_AMOUNT = 84.0
_PERCENT = 46.0
_NOTE = 160.0
_GUTTER = 5.0
_HANGING = 3.0  # for the parenthesis that closes a negative amount


@dataclass(frozen=True, slots=True)
class MonthColumn:
    """The column of a month.

    Attributes:
        place: The month's place in the comparison.
        span: Where it stands.
    """

    place: int
    span: Span


@dataclass(frozen=True, slots=True)
class ChangeColumns:
    """The two columns of a change.

    Attributes:
        pair: The places of its months.
        dollars: Where the change in dollars stands.
        percent: Where that in percent stands.
    """

    pair: Pair
    dollars: Span
    percent: Span


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of the pages that one group of months shares.

    Attributes:
        number: The line's number.
        label: Its words.
        code: The box's code.
        figures: The months and changes of the group, left to right.
        note: The notes at the boxes; `None` where they are not printed.
    """

    number: Span
    label: Span
    code: Span
    figures: tuple[MonthColumn | ChangeColumns, ...]
    note: Span | None = None

    @property
    def months(self) -> tuple[MonthColumn, ...]:
        """The months of the group."""
        return tuple(each for each in self.figures if isinstance(each, MonthColumn))

    @property
    def changes(self) -> tuple[ChangeColumns, ...]:
        """The changes of the group."""
        return tuple(each for each in self.figures if isinstance(each, ChangeColumns))


def column_groups(comparison: Comparison) -> tuple[Columns, ...]:
    """Share the months out over as few groups of pages as have room for them, evenly.

    Beside a change stand both its months, though one of them may stand in another group as well:
    who checks it needs no second page.
    """
    count = len(comparison.months)
    for groups in range(1, count):
        shared = _shared_out(comparison, groups)
        if all(_has_room(shown) for shown in shared):
            return tuple(_columns(shown, RIGHT) for shown in shared)
    return tuple(_columns(shown, RIGHT) for shown in _shared_out(comparison, count))


def review_columns(*, with_change: bool) -> Columns:
    """Give the columns of a review: two months and the change, or the last alone; and the notes."""
    edge = RIGHT - _NOTE - 2 * _GUTTER
    columns = _columns((0, 1, (0, 1)) if with_change else (1,), edge)
    return replace(columns, note=(RIGHT - _NOTE, RIGHT))


def _shared_out(comparison: Comparison, groups: int) -> tuple[Shown, ...]:
    """Give what stands in each of so many groups."""
    count = len(comparison.months)
    one_change = len(comparison.pairs) == 1
    # Of changes behind each month there are as many as months but the first, which needs no group.
    first = 0 if one_change or (0, 1) not in comparison.pairs else 1
    ends = [first + (count - first) * group // groups for group in range(groups + 1)]
    return tuple(_shown(comparison, range(*each)) for each in pairwise(ends))


def _shown(comparison: Comparison, places: range) -> Shown:
    """Give some of the months with the changes that belong there, and all the months of those."""
    at_the_end = len(comparison.pairs) == 1 and places.stop == len(comparison.months)
    pairs = [
        pair for pair in comparison.pairs if at_the_end or _stands_behind(comparison, pair, places)
    ]
    months = {*places, *chain.from_iterable(pairs)}
    return tuple(each for each in comparison.columns if each in months or each in pairs)


def _stands_behind(comparison: Comparison, pair: Pair, places: range) -> bool:
    return len(comparison.pairs) > 1 and pair[1] in places


def _has_room(shown: Shown) -> bool:
    return _width(shown, RIGHT) >= _NARROWEST_AMOUNT


def _width(shown: Shown, edge: float) -> float:
    """Give the width of an amount where all of a group are equally wide."""
    changes = sum(not isinstance(each, int) for each in shown)
    fixed = _NUMBER + _NARROWEST_LABEL + _CODE + _PERCENT * changes
    return min((edge - _HANGING - LEFT - fixed) / len(shown), _WIDEST_AMOUNT)


def _columns(shown: Shown, edge: float) -> Columns:
    width = _width(shown, edge)
    ends_in_percent = not isinstance(shown[-1], int)
    right = edge if ends_in_percent else edge - _HANGING
    figures: list[MonthColumn | ChangeColumns] = []
    for each in reversed(shown):
        if isinstance(each, int):
            span, right = _taken(right, width)
            figures.append(MonthColumn(each, span))
        else:
            percent, right = _taken(right, _PERCENT)
            dollars, right = _taken(right, width)
            figures.append(ChangeColumns(each, dollars, percent))
    code, right = _taken(right, _CODE)
    return Columns(
        number=(LEFT, LEFT + _NUMBER),
        label=(LEFT + _NUMBER, right - _GUTTER),
        code=code,
        figures=tuple(reversed(figures)),
    )


def _taken(right: float, width: float) -> tuple[Span, float]:
    """Take a column off the right; give it without its gutter, and where the next one ends."""
    return (right - width + _GUTTER, right), right - width
