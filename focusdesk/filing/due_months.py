"""How the months of a firm stand against their due dates: in work, printed, filed, late.

A month is answered for by its first filing: when an amendment is handed in no calendar says. That
it was handed in is known where somebody recorded it (`hand_in`); before that, its signature copy is
the last thing that is made of it.
"""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from focusdesk.filing.filing import Filing, Status
from focusdesk.filing.filing_due import FilingDue
from focusdesk.filing.ports import FilingStore
from focusdesk.form.dates import day_words
from focusdesk.form.period import Period

_MOST_BUSINESS_DAYS = 254
"""In a year: 262 weekdays, less eight holidays or more. So many make a year for certain."""


@dataclass(frozen=True, slots=True)
class DueMonth:
    """One month with its due date, and how far it has come.

    Attributes:
        due: When it is due; a day is known.
        days_left: Business days from today up to it; 0 on the day, `None` once it has passed or
            the month was handed in.
        days_past: Business days since then, up to today or the day of handing in; `None` where
            that is not after it.
        filing: Its first filing; `None` where none was started.
        expected: Whether the firm was keeping its months here by then: it has an earlier one.
        printed: On which day the first signature copy was made; `None` where none was.
        changed: Whether the filing is not as its newest signature copy says.
    """

    due: FilingDue
    days_left: int | None
    days_past: int | None
    filing: Filing | None = None
    expected: bool = False
    printed: dt.date | None = None
    changed: bool = False

    @property
    def day(self) -> dt.date:
        """The due date."""
        return self.due.due or self.due.period.last_day

    @property
    def is_printed(self) -> bool:
        """Whether a signature copy was made, or the month is sealed."""
        return self.filing is not None and self.filing.status is not Status.DRAFT

    @property
    def is_filed(self) -> bool:
        """Whether it is on record as handed in."""
        return self.due.handed_in is not None

    @property
    def can_be_handed_in(self) -> bool:
        """Whether there is something to hand in: a month is kept here, not of made-up figures.

        What is on record can be withdrawn in any case.
        """
        return self.is_filed or (self.filing is not None and not self.filing.illustrative)

    @property
    def is_late(self) -> bool:
        """Whether the day has passed, nothing was handed in and no signature copy is there.

        Never of made-up figures.
        """
        if self.days_past is None or self.is_filed or self.is_printed:
            return False
        return self.expected if self.filing is None else not self.filing.illustrative

    @property
    def was_late(self) -> bool:
        """Whether the first signature copy was made after the due date."""
        return self.printed is not None and self.printed > self.day

    @property
    def standing(self) -> str:
        """How far it has come: ``in work``, ``filed 26 Feb 2014, on time``, ``late: in work``."""
        if self.due.handed_in_on:
            words = f"filed {day_words(self.due.handed_in_on)}, {self._punctuality}"
        elif self.filing is None:
            words = "not started" if self.expected else "not kept here"
        elif self.printed is None:
            draft = "no signature copy" if self.is_late else "in work"
            words = draft if self.filing.status is Status.DRAFT else self.filing.status.value
        else:
            sealed = "sealed, " if self.filing.status is Status.SEALED else ""
            after = ", after the due date" if self.was_late else ""
            changed = ", changed since" if self.changed else ""
            unknown = "" if self.days_past is None else "; handing in not recorded"
            words = f"{sealed}printed {day_words(self.printed)}{after}{changed}{unknown}"
        made_up = ", illustrative" if self.filing and self.filing.illustrative else ""
        return f"{'late: ' if self.is_late else ''}{words}{made_up}"

    @property
    def time_left(self) -> str:
        """What is left or how late it is, in business days: ``7 left``, ``over 12 years late``.

        Empty once it was handed in: the standing says whether that was on time.
        """
        if self.days_left is not None:
            return "today" if self.days_left == 0 else f"{self.days_left:,} left"
        if self.days_past is None or self.is_filed:
            return ""
        if not self.days_past:
            return "just passed"
        return f"{_long(self.days_past)} {'late' if self.is_late else 'ago'}"

    @property
    def _punctuality(self) -> str:
        if self.days_past is None:
            return "on time"
        return f"{_days(self.days_past)} late" if self.days_past else "late"


def due_months(
    store: FilingStore, counted: Iterable[tuple[FilingDue, int | None, int | None]]
) -> tuple[DueMonth, ...]:
    """Hold due dates against what the store has of their months.

    Args:
        store: The firm's filings.
        counted: The due dates, each with the business days up to it and since.

    Raises:
        StoreError: the store cannot be read.
    """
    filings = store.filings()
    first = {each.period: each for each in filings}  # the newest amendment first, the original last
    changed = store.changed_since_print()

    def month(due: FilingDue, left: int | None, past: int | None) -> DueMonth:
        filing = first.get(due.period)
        return DueMonth(
            due,
            left,
            past,
            filing,
            expected=_is_expected(due.period, filings),
            printed=_first_print(store, filing) if filing else None,
            changed=filing is not None and filing.id in changed,
        )

    return tuple(month(*each) for each in counted)


def year_words(months: Sequence[DueMonth]) -> str:
    """Say what asks for something first: ``2 late. January 2014 is due in 9 business days.``."""
    late = sum(month.is_late for month in months)
    words = [f"{late} late." if late else "Nothing is late."]
    ahead = [month for month in months if month.days_left is not None and not month.is_printed]
    if ahead:
        words.append(_next_words(min(ahead, key=lambda month: month.day)))
    return " ".join(words)


def _next_words(month: DueMonth) -> str:
    label = month.due.period.label
    if not month.days_left:
        return f"{label} is due today."
    return f"{label} is due in {_days(month.days_left)}."


def _is_expected(period: Period, filings: Sequence[Filing]) -> bool:
    """Whether the firm already kept its months here; made-up ones show nothing of that."""
    return any(each.period < period and not each.illustrative for each in filings)


def _first_print(store: FilingStore, filing: Filing) -> dt.date | None:
    if filing.status is Status.DRAFT:
        return None
    prints = store.print_records(filing)
    return prints[0].printed.astimezone().date() if prints else None


def _long(days: int) -> str:
    """Say how long business days are: nobody knows by heart what 3,192 of them come to."""
    years = days // _MOST_BUSINESS_DAYS
    return f"over {years} year{'' if years == 1 else 's'}" if years else f"{days}"


def _days(count: int) -> str:
    return f"{count:,} business day{'' if count == 1 else 's'}"
