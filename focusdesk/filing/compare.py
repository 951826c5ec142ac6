"""Months side by side: every box of two or more filings, and what changed.

Change is always that of the stored value: parentheses that the form prints around a deduction are
the form's, not a sign.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal
from enum import Enum
from typing import Final, TypeAlias

from focusdesk.filing.filing import Filing
from focusdesk.form.amount import format_change
from focusdesk.form.box import Box, BoxKind, Value, show_value
from focusdesk.form.edition import Edition
from focusdesk.form.schedule import LineItem, Schedule


class Absence(Enum):
    """The month's edition has no such box; that is neither blank nor zero."""

    NOT_IN_EDITION = "not in this edition"


ABSENT: Final = Absence.NOT_IN_EDITION
Compared: TypeAlias = Value | Absence


@dataclass(frozen=True, slots=True)
class ComparedMonth:
    """One filing that is laid beside others.

    Attributes:
        filing: Its header.
        edition: The form that it was made in.
        values: Every box's value, computed ones too.
    """

    filing: Filing
    edition: Edition
    values: Mapping[str, Value]

    @property
    def heading(self) -> str:
        """What stands over the month's column: ``Jan 2014``, and its amendment if it is one."""
        amendment = f" amendment {self.filing.amendment}" if self.filing.amendment else ""
        return f"{self.filing.period.short_label}{amendment}"


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
        change: The last month less the one before it, in dollars; a blank counts as zero, and
            there is no change where both are blank or one is absent.
        percent: The change in percent of the earlier amount without its sign; `None` where that
            is blank, zero or absent.
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
    change: int | None = None
    percent: Decimal | None = None

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
        rows: Every box of the form, in its order.
    """

    months: tuple[ComparedMonth, ...]
    rows: tuple[ComparisonRow, ...]

    def only_changed(self) -> "Comparison":
        """Keep the rows in which something differs."""
        return replace(self, rows=tuple(row for row in self.rows if row.changed))


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


def show_percent(row: ComparisonRow) -> str:
    """Write a change in percent: ``+2.4 %``, ``(3.1) %``, ``new`` on nothing, nothing for none."""
    if row.change is None or row.kind is not BoxKind.AMOUNT:
        return ""
    if row.percent is None:
        return "new" if row.change else "-"
    tenths = percent_with_one_decimal(row.percent)
    if tenths < 0:
        return f"({-tenths:,}) %"
    return f"+{tenths:,} %" if tenths else "0.0 %"


def percent_with_one_decimal(percent: Decimal) -> Decimal:
    """Round a percentage to one decimal, halves away from zero."""
    # Adding 0 makes a plain zero of a negative one.
    return percent.quantize(Decimal("0.1"), rounding=ROUND_HALF_UP) + 0


def show_change(row: ComparisonRow) -> str:
    """Write a change in dollars: ``+1,234``, ``(1,234)``, ``0``, nothing for none."""
    return format_change(row.change)


@dataclass(frozen=True, slots=True)
class _Printed:
    """A box where an edition prints it."""

    edition: Edition
    schedule: Schedule
    caption: str
    line: LineItem
    box: Box

    def value_in(self, month: ComparedMonth) -> Compared:
        """Give what the same box held in a month, whatever its code was then."""
        if month.edition is self.edition:
            return month.values.get(self.box.code, ABSENT)
        return month.values.get(self.edition.code_in(month.edition, self.box.code), ABSENT)


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
    values = tuple(printed.value_in(month) for month in months)
    change = _change(values[-2], values[-1]) if box.kind is BoxKind.AMOUNT else None
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
        change=change,
        percent=_percent(change, values[-2]),
    )


def _change(earlier: Compared, later: Compared) -> int | None:
    """Subtract as stored; a blank counts as zero unless both are blank."""
    if earlier is None and later is None:
        return None
    if not isinstance(earlier, (int, type(None))) or not isinstance(later, (int, type(None))):
        return None
    return (later or 0) - (earlier or 0)


def _percent(change: int | None, base: Compared) -> Decimal | None:
    if change is None or not isinstance(base, int) or base == 0:
        return None
    return Decimal(100) * change / abs(base)
