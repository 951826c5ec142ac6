"""The due date of a filing: the 17th business day after its period ends (17 CFR 240.17a-5(a))."""

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from focusdesk.filing.filing_due import Skipped, unknown_words
from focusdesk.form.period import Period

BUSINESS_DAYS_TO_FILE = 17

_SATURDAY = 5
_ONE_DAY = dt.timedelta(days=1)


class CalendarError(ValueError):
    """A calendar that is not known, or a year that it does not hold; the message is a sentence."""


@dataclass(frozen=True, slots=True)
class DueDate:
    """When a filing is due.

    Attributes:
        period: The month that it reports on.
        due: The last day for handing it in.
        skipped: The weekdays after the period's end that did not count; weekends are not listed.
    """

    period: Period
    due: dt.date
    skipped: tuple[Skipped, ...]


@dataclass(frozen=True, slots=True)
class _Holidays:
    """The holidays of one calendar and the years that it holds."""

    name_of: Callable[[dt.date], str | None]
    first_year: int
    last_year: int


def due_date(period: Period, calendar: str = "federal") -> DueDate:
    """Find the 17th business day after a period's end; the first business day after it is day 1.

    Args:
        period: The month that is reported on.
        calendar: ``federal`` or ``exchange``.

    Raises:
        CalendarError: the calendar is not known, or it does not hold the days after the period.
    """
    skipped: list[Skipped] = []
    counted = 0
    for day, holiday in _weekdays_after(period.last_day, _known(calendar)):
        if holiday is not None:
            skipped.append(Skipped(day, holiday))
            continue
        counted += 1
        if counted == BUSINESS_DAYS_TO_FILE:
            return DueDate(period, day, tuple(skipped))
    raise CalendarError(unknown_words(period, calendar))


def business_days_left(today: dt.date, due: dt.date, calendar: str = "federal") -> int | None:
    """Count the business days after today up to the due date, which counts itself.

    0 on the due date; `None` once it has passed.

    Raises:
        CalendarError: the calendar is not known, or it does not hold the days between.
    """
    if today > due:
        return None
    counted = 0
    for day, holiday in _weekdays_after(today, _known(calendar)):
        if day > due:
            return counted
        counted += holiday is None
    message = f"The {calendar} calendar does not hold the days from {today} to {due}."
    raise CalendarError(message)


def later_business_day(day: dt.date, days: int, calendar: str = "federal") -> dt.date:
    """Give the business day so many business days after a day.

    Args:
        day: Any day.
        days: How many; 1 is the first business day after it.
        calendar: ``federal`` or ``exchange``.

    Raises:
        CalendarError: the calendar is not known, or it does not hold the days after.
    """
    counted = 0
    for later, holiday in _weekdays_after(day, _known(calendar)):
        counted += holiday is None
        if counted == days:
            return later
    message = f"The {calendar} calendar does not hold the days after {day}."
    raise CalendarError(message)


def business_days_past(due: dt.date, today: dt.date, calendar: str = "federal") -> int | None:
    """Count the business days from a due date that has passed up to today; `None` before that.

    0 on days that do not count right after it, such as the Saturday after a Friday.

    Raises:
        CalendarError: the calendar is not known, or it does not hold the days between.
    """
    return None if today <= due else business_days_left(due, today, calendar)


def _weekdays_after(day: dt.date, holidays: _Holidays) -> Iterator[tuple[dt.date, str | None]]:
    """Walk the weekdays after a day with the holiday on each, as far as the calendar goes."""
    if day.year < holidays.first_year:
        return
    # Asked before the step: there is no day after the last one that a date can hold.
    while day < dt.date(holidays.last_year, 12, 31):
        day += _ONE_DAY
        if day.weekday() < _SATURDAY:
            yield day, holidays.name_of(day)


def _known(calendar: str) -> _Holidays:
    opener = _CALENDARS.get(calendar)
    if opener is None:
        message = f'There is no calendar "{calendar}". Known: {", ".join(_CALENDARS)}.'
        raise CalendarError(message)
    return opener()


@cache
def _federal() -> _Holidays:
    """Open the federal holidays: those of the law, on the days on which they are observed.

    The category "public" leaves out the days and half days off that an executive order gave
    federal employees (24 December 2012 among them), which were business days for filers.
    """
    from holidays.countries.united_states import (  # noqa: PLC0415 -- 80 ms that a start must not pay
        UnitedStates,
    )

    federal = UnitedStates(language="en_US")
    return _Holidays(federal.get, federal.start_year, federal.end_year)


@cache
def _exchange() -> _Holidays:
    """Open the days on which the New York Stock Exchange was closed all day, storms included."""
    from holidays.financial.ny_stock_exchange import (  # noqa: PLC0415 -- 60 ms, as above
        NewYorkStockExchange,
    )

    exchange = NewYorkStockExchange(language="en_US")
    return _Holidays(exchange.get, exchange.start_year, exchange.end_year)


_CALENDARS: dict[str, Callable[[], _Holidays]] = {"federal": _federal, "exchange": _exchange}
