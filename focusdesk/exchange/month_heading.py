"""Which month a column of a file is of, where its heading names one."""

import datetime as dt
import re

from focusdesk.form.dates import DateError, parse_date
from focusdesk.form.period import Period, PeriodError

_SHORT = 3
_NAMES = tuple(Period(2014, month).month_name.casefold() for month in range(1, 13))
_BEGINNINGS = tuple(name[:_SHORT] for name in _NAMES)
_NAMED = re.compile(rf"\b({'|'.join((*_NAMES, *_BEGINNINGS))})\.?[\s,-]+(\d{{4}})\b")


def month_of_heading(heading: object) -> Period | None:
    """Give the month: ``January 2014``, ``Jan 2014``, ``2014-01``, a date; `None` for no month.

    Args:
        heading: What stands over the column: a text, or a date as a workbook keeps one.
    """
    if isinstance(heading, dt.date):
        return Period(heading.year, heading.month)
    if not isinstance(heading, str):
        return None
    named = _NAMED.search(heading.casefold())
    if named is not None:
        return Period(int(named[2]), _BEGINNINGS.index(named[1][:_SHORT]) + 1)
    try:
        return Period.parse(heading)
    except PeriodError:
        return _month_of_date(heading)


def _month_of_date(heading: str) -> Period | None:
    try:
        day = parse_date(heading)
    except DateError:
        return None
    return Period(day.year, day.month)
