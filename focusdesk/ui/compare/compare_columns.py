"""The columns of a comparison: the line, its months, its changes, its curve, what is said of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

from focusdesk.filing.compare import ComparedMonth, Comparison, Pair

CODE_COLUMN = 0
LINE_COLUMN = 1
FIRST_MONTH_COLUMN = 2

_YEAR = 12


class ColumnKind(Enum):
    """What stands in a column."""

    CODE = auto()
    LINE = auto()
    MONTH = auto()
    CHANGE = auto()
    PERCENT = auto()
    CURVE = auto()
    SAID = auto()


@dataclass(frozen=True, slots=True)
class Column:
    """One column.

    Attributes:
        kind: What stands in it.
        heading: What stands over it; a second line after a line break.
        place: Which of the months it shows, or is told of; the later one for a change.
        pair: The months whose change it shows or, of a month, is about.
    """

    kind: ColumnKind
    heading: str
    place: int
    pair: Pair

    @property
    def at_left(self) -> bool:
        """Whether its words begin at the left; figures end at the right."""
        return self.kind in (ColumnKind.CODE, ColumnKind.LINE, ColumnKind.CURVE, ColumnKind.SAID)


def columns_of(comparison: Comparison) -> tuple[Column, ...]:
    """List the columns, from left to right."""
    return tuple(_columns(comparison))


def pair_words(comparison: Comparison, pair: Pair) -> str:
    """Name the two months of a change: ``Jan \u2212 Dec``, with their years where they matter."""
    earlier, later = (comparison.months[place] for place in pair)
    before, last = earlier.filing.period, later.filing.period
    if before == last:
        return f"{_version(later, earlier)} \u2212 {_version(earlier, later)}"
    within_a_year = (last.year - before.year) * 12 + last.month - before.month < _YEAR
    return " \u2212 ".join(
        period.short_label[:3] if within_a_year else period.short_label for period in (last, before)
    )


def _columns(comparison: Comparison) -> Iterator[Column]:
    last_pair, last = comparison.pairs[-1], len(comparison.months) - 1
    yield Column(ColumnKind.CODE, "Code", last, last_pair)
    yield Column(ColumnKind.LINE, "Line item", last, last_pair)
    for each in comparison.columns:
        if isinstance(each, int):
            heading = _month_heading(comparison.months[each])
            yield Column(ColumnKind.MONTH, heading, each, _pair_of(comparison, each))
        else:
            words = pair_words(comparison, each)
            yield Column(ColumnKind.CHANGE, f"Change, $\n{words}", each[1], each)
            yield Column(ColumnKind.PERCENT, "%", each[1], each)
    told = f"Remark\n{pair_words(comparison, last_pair)}"
    yield Column(ColumnKind.CURVE, "13 months", last, last_pair)
    yield Column(ColumnKind.SAID, told, last_pair[1], last_pair)


def _pair_of(comparison: Comparison, place: int) -> Pair:
    """Give the change that a month's cell is about: the one told up to it, else its own."""
    ends = (pair for pair in comparison.pairs if pair[1] == place)
    return next(ends, (place - 1, place) if place else comparison.pairs[0])


def _month_heading(month: ComparedMonth) -> str:
    return f"{month.heading}\nillustrative" if month.filing.illustrative else month.heading


def _version(month: ComparedMonth, other: ComparedMonth) -> str:
    """Tell two versions of one month apart in a word or two."""
    if month.version:
        return month.version
    if month.filing.amendment:
        return f"amendment {month.filing.amendment}"
    return "original" if other.filing.amendment else "now"
