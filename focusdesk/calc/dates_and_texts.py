"""What statements of checks ask of dates and texts; of anything else they ask nothing."""

import calendar
import datetime as dt
import re


def month_end(day: object, _: str = "") -> dt.date | None:
    """Give the last day of a date's month."""
    if not isinstance(day, dt.date):
        return None
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


def day_after(day: object, _: str = "") -> dt.date | None:
    """Give the day after a date; none after the last that there is."""
    if not isinstance(day, dt.date) or day == dt.date.max:
        return None
    return day + dt.timedelta(days=1)


def matches(text: object, pattern: str) -> bool | None:
    """Say whether a whole text is as a pattern has it."""
    return re.fullmatch(pattern, text) is not None if isinstance(text, str) else None
