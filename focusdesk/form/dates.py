"""How people write a day: ``01/31/14``, ``2014-01-31``, ``013114``, ``31-Jan-14``, ``Jan 31 2014``.

The form asks for MM/DD/YY, so the month comes first wherever only figures tell. A year of two
digits is of this century, as all of the form's are.
"""

import datetime as dt
import re

from focusdesk.form.amount import bare, quoted
from focusdesk.form.period import Period

EARLIEST_YEAR = 1900
LATEST_YEAR = 2099

_CENTURY = 2000
_SHORT_YEAR = 2

_ISO = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")

_YEAR = "(?P<year>[0-9]{4}|[0-9]{2})"
_DAY = "(?P<day>[0-9]{1,2})"
_NAME = "(?P<name>[a-z]{3,9})"
_ORDINAL = "(?:st|nd|rd|th)?"
_WRITINGS = tuple(
    re.compile(writing)
    for writing in (
        rf"(?P<month>[0-9]{{1,2}})[/.-]{_DAY}[/.-]{_YEAR}",
        rf"(?P<year>[0-9]{{4}})[/.-](?P<month>[0-9]{{1,2}})[/.-]{_DAY}",
        r"(?P<month>[0-9]{2})(?P<day>[0-9]{2})(?P<year>[0-9]{2})",
        r"(?P<month>[0-9]{2})(?P<day>[0-9]{2})(?P<year>(?:19|20)[0-9]{2})",
        r"(?P<year>(?:19|20)[0-9]{2})(?P<month>[0-9]{2})(?P<day>[0-9]{2})",
        rf"{_NAME}[ .,/-]*{_DAY}{_ORDINAL}[ .,/'-]+{_YEAR}",
        rf"{_DAY}{_ORDINAL}[ .,/-]*{_NAME}[ .,/'-]*{_YEAR}",
    )
)
_MONTHS = {Period(_CENTURY, month).month_name.lower(): month for month in range(1, 13)}


def day_words(day: dt.date) -> str:
    """Write a day as people say it: ``26 Feb 2014``."""
    return f"{day.day} {Period(day.year, day.month).short_label}"


class DateError(ValueError):
    """Text that is no date of the form; its message is a sentence for the user."""


def parse_date(text: str) -> dt.date:
    """Read a day.

    Raises:
        DateError: the text is no date, no day of the calendar, or of a year far off.
    """
    written = bare(text).lower()
    matches = [match for writing in _WRITINGS if (match := writing.fullmatch(written))]
    days = [day for match in matches if (day := _day(match))]
    if not days:
        message = f'"{quoted(text)}" {_why_refused(matches)}'
        raise DateError(message)
    # What files have is taken whatever it says: what was exported can be imported.
    if not (EARLIEST_YEAR <= days[0].year <= LATEST_YEAR or _ISO.fullmatch(written)):
        message = f'"{quoted(text)}" is of the year {days[0].year}. Write it as MM/DD/YYYY.'
        raise DateError(message)
    return days[0]


def _day(match: re.Match[str], *, day_first: bool = False) -> dt.date | None:
    """Give the day that was written; `None` where the calendar has none, or no such month."""
    parts = match.groupdict()
    month = int(parts["month"]) if "month" in parts else _month_named(parts["name"])
    century = _CENTURY if len(parts["year"]) == _SHORT_YEAR else 0
    year, day = century + int(parts["year"]), int(parts["day"])
    if day_first:
        month, day = day, month
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _month_named(name: str) -> int:
    """Give the month that a name or the beginning of one means; 0 for no month."""
    return next((number for month, number in _MONTHS.items() if month.startswith(name)), 0)


def _why_refused(matches: list[re.Match[str]]) -> str:
    if not matches:
        return "is not a date. Write it as MM/DD/YY, like 01/31/14."
    swapped = next((day for match in matches if (day := _day(match, day_first=True))), None)
    if swapped:
        return (
            f"is not a day of the calendar, as the month comes first. "
            f"Write {swapped.strftime('%m/%d/%Y')}."
        )
    return "is not a day of the calendar. Write it as MM/DD/YY, like 01/31/14."
