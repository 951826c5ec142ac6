"""Which months are laid side by side: by a wish that has a name, or month by month.

Months always stand in the order of time, the oldest first, whatever order they were chosen in, so
that a change is always that of the later one.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from focusdesk.filing.compare import ComparedMonth
from focusdesk.filing.filing import Filing
from focusdesk.filing.register import Register
from focusdesk.filing.session import FilingSession
from focusdesk.form.period import Period

FEWEST: Final = 2
MOST: Final = 36
AS_PRINTED: Final = "as printed"
"""The version of a month that its newest signature copy holds."""

_YEAR = 12
_QUARTER = 3
_QUARTER_ENDS = 5
_NAMED = 3


class Preset(StrEnum):
    """Months that are often laid side by side, seen from one month."""

    LAST_MONTH = "last-month"
    LAST_YEAR = "last-year"
    THIRTEEN_MONTHS = "13-months"
    QUARTER_ENDS = "quarter-ends"
    AMENDMENT = "amendment"
    LAST_PRINT = "last-print"

    @property
    def words(self) -> str:
        """What a menu calls it."""
        return _WORDS[self]


_WORDS = {
    Preset.LAST_MONTH: "Last month",
    Preset.LAST_YEAR: "Same month last year",
    Preset.THIRTEEN_MONTHS: "Last 13 months",
    Preset.QUARTER_ENDS: "Quarter ends and this month",
    Preset.AMENDMENT: "Original against amendment",
    Preset.LAST_PRINT: "Last print against now",
}


class MonthsRefused(ValueError):
    """Months that cannot be laid side by side; the message is a sentence for the user."""


@dataclass(frozen=True, slots=True)
class MonthChoice:
    """Months to lay side by side.

    Attributes:
        filings: The filings, the oldest first.
        from_print: Whether the only filing's last print stands before it.
        remark: What is missing from what was wished for; a sentence, or empty.
    """

    filings: tuple[Filing, ...]
    from_print: bool = False
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Offer:
    """A preset as a menu shows it.

    Attributes:
        preset: Which.
        choice: The months that it gives; `None` where it cannot be had.
        why_not: Why it cannot be had; a sentence, or empty.
    """

    preset: Preset
    choice: MonthChoice | None = None
    why_not: str = ""


def in_time_order(filings: Iterable[Filing]) -> tuple[Filing, ...]:
    """Put filings into the order of time, each once; amendments stand after their original."""
    once = {(filing.period, filing.amendment): filing for filing in filings}
    return tuple(once[key] for key in sorted(once))


def any_months(filings: Iterable[Filing]) -> MonthChoice:
    """Choose months one by one.

    Raises:
        MonthsRefused: they are fewer than two, each counted once, or more than 36.
    """
    chosen = in_time_order(filings)
    if len(chosen) < FEWEST:
        message = "A comparison needs at least two months. Choose another month beside it."
        raise MonthsRefused(message)
    if len(chosen) > MOST:
        message = (
            f"A comparison takes at most {MOST} months, and these are {len(chosen)}. "
            f"Leave some of them out."
        )
        raise MonthsRefused(message)
    return MonthChoice(chosen)


def preset_months(
    preset: Preset, filing: Filing, filings: Sequence[Filing], *, printed: bool
) -> MonthChoice:
    """Choose months by a preset.

    Of a month with amendments the latest stands for it.

    Args:
        preset: Which.
        filing: The month from which it is seen.
        filings: Every filing of the store.
        printed: Whether a signature copy of `filing` was made.

    Raises:
        MonthsRefused: it cannot be had; the sentence says what is missing.
    """
    if preset is Preset.LAST_PRINT:
        return _from_print(filing, printed=printed)
    if preset is Preset.AMENDMENT:
        return _original_and_amendment(filing, filings)
    latest = {each.period: each for each in in_time_order(filings)} | {filing.period: filing}
    if preset is Preset.LAST_MONTH:
        return _beside(filing, latest, -1, "the month before")
    if preset is Preset.LAST_YEAR:
        return _beside(filing, latest, -_YEAR, "the same month a year before")
    if preset is Preset.THIRTEEN_MONTHS:
        wanted = [filing.period.plus(-back) for back in range(_YEAR, -1, -1)]
        return _there_of(wanted, latest, f"in the year up to {filing.period.label}")
    return _there_of(_quarter_ends(filing.period), latest, "at the end of an earlier quarter")


def offers(filing: Filing, filings: Sequence[Filing], *, printed: bool) -> tuple[Offer, ...]:
    """Give every preset for a menu, with the reason of each that cannot be had.

    Args:
        filing: The month from which they are seen.
        filings: Every filing of the store.
        printed: Whether a signature copy of `filing` was made.
    """
    return tuple(_offer(preset, filing, filings, printed=printed) for preset in Preset)


def printed_month(session: FilingSession) -> ComparedMonth:
    """Give a month as its newest signature copy holds it.

    Raises:
        MonthsRefused: no signature copy of it was made.
        StoreError: the store cannot be read.
    """
    if session.print_record() is None:
        raise MonthsRefused(_never_printed(session.filing))
    values = {code: session.printed_value(code) for code in session.edition.boxes}
    return ComparedMonth(session.filing, session.edition, values, AS_PRINTED)


def side_by_side(register: Register, choice: MonthChoice) -> tuple[ComparedMonth, ...]:
    """Read the months of a choice, without opening any of them for editing.

    Raises:
        MonthsRefused: the last print is wished for and there is none.
        StoreError: a month cannot be read.
    """
    now = register.look_at(choice.filings)
    if not choice.from_print:
        return now
    return (printed_month(register.open(choice.filings[0])), *now)


def _offer(preset: Preset, filing: Filing, filings: Sequence[Filing], *, printed: bool) -> Offer:
    try:
        return Offer(preset, preset_months(preset, filing, filings, printed=printed))
    except MonthsRefused as error:
        return Offer(preset, why_not=str(error))


def _from_print(filing: Filing, *, printed: bool) -> MonthChoice:
    if not printed:
        raise MonthsRefused(_never_printed(filing))
    return MonthChoice((filing,), from_print=True)


def _never_printed(filing: Filing) -> str:
    return (
        f"No signature copy of {filing.title} was printed yet, so there is nothing to compare "
        f"it with."
    )


def _original_and_amendment(filing: Filing, filings: Sequence[Filing]) -> MonthChoice:
    of_month = [each for each in in_time_order(filings) if each.period == filing.period]
    if len(of_month) < FEWEST:
        message = f"{filing.period.label} has no amendment."
        raise MonthsRefused(message)
    return MonthChoice((of_month[0], filing if filing.amendment else of_month[-1]))


def _beside(filing: Filing, latest: dict[Period, Filing], months: int, called: str) -> MonthChoice:
    period = filing.period.plus(months)
    if period not in latest:
        message = (
            f"The store has no filing for {period.label}, {called} {filing.period.label}. "
            f"Choose other months."
        )
        raise MonthsRefused(message)
    return MonthChoice((latest[period], filing))


def _quarter_ends(period: Period) -> list[Period]:
    """Give the last five ends of a quarter, and after them the month itself if it is none."""
    last = period.plus(-(period.month % _QUARTER))
    ends = [last.plus(-_QUARTER * back) for back in range(_QUARTER_ENDS - 1, -1, -1)]
    return ends if last == period else [*ends, period]


def _there_of(wanted: Sequence[Period], latest: dict[Period, Filing], where: str) -> MonthChoice:
    """Take those of the months that the store has, and say which it has not."""
    there = tuple(latest[period] for period in wanted if period in latest)
    if len(there) < FEWEST:
        message = f"The store has no other month {where}. Choose other months."
        raise MonthsRefused(message)
    missing = [period.label for period in wanted if period not in latest]
    return MonthChoice(there, remark=_missing(missing) if missing else "")


def _missing(months: Sequence[str]) -> str:
    named = ", ".join(months[:_NAMED])
    more = len(months) - _NAMED
    others = f" and {more} more month{'s' if more > 1 else ''}" if more > 0 else ""
    return f"The store has no filing for {named}{others}."
