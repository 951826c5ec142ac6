"""Holidays worked out from the words of the law and of the exchange's rules, and from nothing else.

5 USC 6103 with its days of observance; NYSE Rule 7.2. No library is asked.
"""

import datetime as dt
from collections.abc import Iterator

MONDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY = 0, 3, 4, 5, 6

# Days on which the exchange stayed closed beside its holidays, from 1999 on.
CLOSED_ONCE = frozenset(
    dt.date.fromisoformat(day)
    for day in (
        *("2001-09-11", "2001-09-12", "2001-09-13", "2001-09-14"),  # the attacks
        "2004-06-11",  # the funeral of President Reagan
        "2007-01-02",  # the funeral of President Ford
        *("2012-10-29", "2012-10-30"),  # the hurricane
        "2018-12-05",  # the funeral of President G. H. W. Bush
        "2025-01-09",  # the funeral of President Carter
    )
)


def federal_holidays(year: int) -> set[dt.date]:
    """The days on which a year's federal holidays, and New Year's Day after it, are observed."""
    fixed = [
        dt.date(year, 1, 1),
        dt.date(year + 1, 1, 1),
        dt.date(year, 7, 4),
        dt.date(year, 11, 11),
        dt.date(year, 12, 25),
    ]
    if year >= 2021:
        fixed.append(dt.date(year, 6, 19))
    observed = {_observed(day) for day in fixed}
    return {*observed, *_mondays(year), nth(year, 10, MONDAY, 2), nth(year, 11, THURSDAY, 4)}


def exchange_holidays(year: int) -> set[dt.date]:
    """The days of a year on which the exchange was, or will be, closed."""
    fixed = [dt.date(year, 7, 4), dt.date(year, 12, 25)]
    if year >= 2022:
        fixed.append(dt.date(year, 6, 19))
    days = {_observed(day) for day in fixed}
    new_year = dt.date(year, 1, 1)
    if new_year.weekday() != SATURDAY:  # no Friday is taken from the old year
        days.add(_observed(new_year))
    days |= {*_mondays(year), nth(year, 11, THURSDAY, 4), easter(year) - dt.timedelta(days=2)}
    return days | {day for day in CLOSED_ONCE if day.year == year}


def seventeenth(after: dt.date, holidays: set[dt.date]) -> dt.date:
    """The 17th day after a day that is neither of a weekend nor a holiday."""
    open_days = (day for day in _days_after(after) if day.weekday() < SATURDAY)
    counted = (day for day in open_days if day not in holidays)
    return next(day for at, day in enumerate(counted, start=1) if at == 17)


def nth(year: int, month: int, weekday: int, number: int) -> dt.date:
    """The first, second ... Monday or Thursday of a month."""
    first = dt.date(year, month, 1)
    return first + dt.timedelta(days=(weekday - first.weekday()) % 7 + 7 * (number - 1))


def easter(year: int) -> dt.date:
    """Easter Sunday, by Gauss's rule as Meeus has it for the Gregorian calendar."""
    golden, century = year % 19, year // 100
    moved = (19 * golden + century - century // 4 - (8 * century + 13) // 25 + 15) % 30
    moved -= moved // 28 * (1 - 29 // (moved + 1) * ((21 - golden) // 11))
    weekday = (year + year // 4 + moved + 2 - century + century // 4) % 7
    days = moved - weekday
    month = 3 + (days + 40) // 44
    return dt.date(year, month, days + 28 - 31 * (month // 4))


def _mondays(year: int) -> set[dt.date]:
    """King's birthday, Washington's birthday, Memorial Day (the last of May), Labor Day."""
    memorial = dt.date(year, 5, 31)
    memorial -= dt.timedelta(days=memorial.weekday())
    named = {nth(year, 1, MONDAY, 3), nth(year, 2, MONDAY, 3), nth(year, 9, MONDAY, 1)}
    return {*named, memorial}


def _observed(day: dt.date) -> dt.date:
    """The Friday before a Saturday, the Monday after a Sunday."""
    if day.weekday() == SATURDAY:
        return day - dt.timedelta(days=1)
    return day + dt.timedelta(days=1) if day.weekday() == SUNDAY else day


def _days_after(day: dt.date) -> Iterator[dt.date]:
    while True:
        day += dt.timedelta(days=1)
        yield day
