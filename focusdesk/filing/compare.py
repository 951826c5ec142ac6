"""Months side by side: every box of two or more filings, and what changed.

Change is always that of the stored value: parentheses that the form prints around a deduction are
the form's, not a sign.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain, pairwise
from typing import Final, TypeAlias

from focusdesk.filing.difference import (
    ABSENT,
    Absence,
    Compared,
    Difference,
    difference,
)
from focusdesk.filing.filing import Filing
from focusdesk.form.box import Box, BoxKind, Value, show_value
from focusdesk.form.edition import Edition
from focusdesk.form.schedule import LineItem, Schedule

Pair: TypeAlias = tuple[int, int]
"""The places of two months in a comparison, the earlier one first."""


@dataclass(frozen=True, slots=True)
class ComparedMonth:
    """One filing that is laid beside others.

    Attributes:
        filing: Its header.
        edition: The form that it was made in.
        values: Every box's value, computed ones too.
        version: Which of the filing's versions it is, such as ``as printed``; empty for what it
            holds now.
    """

    filing: Filing
    edition: Edition
    values: Mapping[str, Value]
    version: str = ""

    @property
    def heading(self) -> str:
        """What stands over the month's column: ``Jan 2014``, its amendment, its version."""
        return self._named(self.filing.period.short_label)

    @property
    def stem(self) -> str:
        """The month for a program: ``2014-01``, its amendment, its version."""
        return self._named(str(self.filing.period))

    def _named(self, period: str) -> str:
        amendment = f" amendment {self.filing.amendment}" if self.filing.amendment else ""
        version = f" {self.version}" if self.version else ""
        return f"{period}{amendment}{version}"


@dataclass(frozen=True, slots=True)
class ComparisonRow:
    """One box through the months.

    Attributes:
        schedule: The schedule's id.
        schedule_title: The schedule's short name.
        caption: The bold caption under which the line stands; empty before the first.
        number: The line's number.
        label: The line's words.
        code: The box, by its code in the last month's edition that has it.
        kind: What the box takes.
        computed: Whether it follows from others.
        total: Whether it is ruled as a total.
        values: What it held, month by month; `ABSENT` where the edition lacks it.
        codes: The box's code in each month's edition; empty where the edition lacks it.
    """

    schedule: str
    schedule_title: str
    caption: str
    number: str
    label: str
    code: str
    kind: BoxKind
    computed: bool
    total: bool
    values: tuple[Compared, ...]
    codes: tuple[str, ...] = ()

    def difference(self, earlier: int = -2, later: int = -1) -> Difference:
        """Say what differs between two of the months, the last two unless others are named.

        Args:
            earlier: The place of one month in `values`.
            later: The place of the other.
        """
        return difference(self.values[earlier], self.values[later], self.kind)

    def holding(self, value: Compared, place: int = -1) -> "ComparisonRow":
        """Give the line with another value in one of the months; the last unless one is named."""
        at = place % len(self.values)
        return replace(self, values=(*self.values[:at], value, *self.values[at + 1 :]))

    @property
    def described(self) -> str:
        """Its words, and the codes that it had in other months' editions, if any."""
        earlier = [code for code in dict.fromkeys(self.codes) if code not in ("", self.code)]
        return f"{self.label} (formerly {', '.join(earlier)})" if earlier else self.label

    @property
    def changed(self) -> bool:
        """Whether any month differs from the one before it; blank and zero differ."""
        pairs = zip(self.values, self.values[1:], strict=False)
        return any(earlier != later for earlier, later in pairs)


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two or more months side by side.

    Attributes:
        months: The months, left to right.
        rows: Every box of the form, in its order, or those that are shown.
        shown: Which those are and in which order, in words for a heading; empty for all.
        pairs: The months between which changes are told, two by two: the last two, another chosen
            pair, or each month and the next.
    """

    months: tuple[ComparedMonth, ...]
    rows: tuple[ComparisonRow, ...]
    shown: str = ""
    pairs: tuple[Pair, ...] = ()

    def __post_init__(self) -> None:
        if not self.pairs:
            last = len(self.months) - 1
            object.__setattr__(self, "pairs", ((last - 1, last),))

    def looking_at(self, pairs: Iterable[Pair]) -> "Comparison":
        """Tell the changes between other months.

        Args:
            pairs: Their places, the earlier one first; none for the last two.
        """
        return replace(self, pairs=tuple(pairs))

    @property
    def columns(self) -> tuple[int | Pair, ...]:
        """What stands side by side: months by their places, and the pairs whose changes are told.

        One pair stands behind all the months; of several each stands behind its later month.
        """
        places = range(len(self.months))
        if len(self.pairs) == 1:
            return (*places, *self.pairs)
        behind = ((place, *(pair for pair in self.pairs if pair[1] == place)) for place in places)
        return tuple(chain.from_iterable(behind))

    @property
    def told(self) -> str:
        """Between which months changes are told: ``Dec 2013 to Jan 2014``."""
        if self.pairs == tuple(pairwise(range(len(self.months)))) and len(self.pairs) > 1:
            return EACH_NEIGHBOUR
        headings = (
            (self.months[one].heading, self.months[other].heading) for one, other in self.pairs
        )
        return ", ".join(f"{earlier} to {later}" for earlier, later in headings)

    @property
    def firm(self) -> str:
        """The name that the firm has in the last of the months that has one."""
        names = (show_value(it.values.get(it.edition.firm_code)) for it in reversed(self.months))
        return next(filter(None, names), "")

    def showing(self, rows: Iterable[ComparisonRow], words: str) -> "Comparison":
        """Give some of the rows, or all in another order, and say in a few words which.

        Args:
            rows: The rows.
            words: What they are; they are added to what is said already.
        """
        shown = ", ".join(each for each in (self.shown, words) if each)
        return replace(self, rows=tuple(rows), shown=shown)


CHANGED_ONLY: Final = "changed lines only"
EACH_NEIGHBOUR: Final = "each month to the next"


class TooFewMonths(ValueError):
    """Fewer than two months were given; the message is a sentence."""


def compare(months: Sequence[ComparedMonth]) -> Comparison:
    """Lay months side by side, in the order given.

    Raises:
        TooFewMonths: fewer than two were given.
    """
    if len(months) < 2:  # noqa: PLR2004
        message = "A comparison needs at least two months."
        raise TooFewMonths(message)
    return Comparison(tuple(months), tuple(_rows(months)))


def show_compared(value: Compared, kind: BoxKind | None = None) -> str:
    """Write a value for a comparison: as the form does, and "n/a" where the edition lacks it."""
    return "n/a" if isinstance(value, Absence) else show_value(value, kind)


@dataclass(frozen=True, slots=True)
class _Printed:
    """A box where an edition prints it."""

    edition: Edition
    schedule: Schedule
    caption: str
    line: LineItem
    box: Box

    def code_in(self, month: ComparedMonth) -> str:
        """Give the code that the same box had in a month; empty where it had none."""
        if month.edition is self.edition:
            return self.box.code
        return self.edition.code_in(month.edition, self.box.code)


def _rows(months: Sequence[ComparedMonth]) -> Iterator[ComparisonRow]:
    """Walk the last month's form, with what only other editions have where it stood in them."""
    rows = list(_printed_order(months[-1].edition))
    met = [months[-1].edition]
    for month in reversed(months[:-1]):
        if not any(month.edition is edition for edition in met):
            _put_among(rows, month.edition)
            met.append(month.edition)
    for printed in rows:
        yield _row(months, printed)


def _put_among(rows: list[_Printed], edition: Edition) -> None:
    """Put each box that no row is of yet behind the one that it follows on its schedule."""
    known = {printed.edition.code_in(edition, printed.box.code) for printed in rows}
    before: _Printed | None = None
    for printed in _printed_order(edition):
        if printed.box.code not in known:
            _put_behind(rows, printed, before)
        before = printed


def _put_behind(rows: list[_Printed], printed: _Printed, before: _Printed | None) -> None:
    """Put a row behind that of the box before it, else where its schedule begins."""
    begins = len(rows)
    for position, row in enumerate(rows):
        if row.schedule.id != printed.schedule.id:
            continue
        begins = min(begins, position)
        code = row.edition.code_in(printed.edition, row.box.code)
        if before is not None and code == before.box.code:
            # What one caption stands over stays under one, though its words have changed.
            caption = row.caption if before.caption == printed.caption else printed.caption
            rows.insert(position + 1, replace(printed, caption=caption))
            return
    rows.insert(begins, printed)


def _printed_order(edition: Edition) -> Iterator[_Printed]:
    for schedule in edition.schedules:
        caption = ""
        for line in schedule.line_items:
            if not line.boxes and line.style.value == "caption":
                caption = line.text
            for box in line.boxes:
                yield _Printed(edition, schedule, caption, line, box)


def _row(months: Sequence[ComparedMonth], printed: _Printed) -> ComparisonRow:
    schedule, line, box = printed.schedule, printed.line, printed.box
    codes = tuple(printed.code_in(month) for month in months)
    values = tuple(
        month.values.get(code, ABSENT) for month, code in zip(months, codes, strict=True)
    )
    return ComparisonRow(
        schedule=schedule.id,
        schedule_title=schedule.tab,
        caption=printed.caption,
        number=line.number,
        label=box.label or line.text,
        code=box.code,
        kind=box.kind,
        computed=box.is_computed,
        total=box.total,
        values=values,
        codes=codes,
    )
