"""Until when a notice is due, counted from when the firm became aware of what it is about."""

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Final, TypeAlias

LaterBusinessDay: TypeAlias = Callable[[dt.date, int], dt.date]
"""Gives the business day so many business days after a day, by the firm's calendar."""

_END_OF_DAY = dt.time(23, 59)
_HOURS: Final[Mapping[str, int]] = {"immediately": 0, "24 hours": 24}
_DAYS: Final[Mapping[str, int]] = {"same day": 0, "2 business days": 2}


def deadline(
    since: dt.datetime, within: str, later_business_day: LaterBusinessDay
) -> dt.datetime | None:
    """Give the moment by which notice is due; `None` where it is due before the event.

    What is due the same day, or in business days, is due by the end of the day where the desk
    stands.

    Args:
        since: When the firm became aware, with its zone.
        within: How soon, as `focusdesk.form.edit_check.NoticeDuty` has it.
        later_business_day: The firm's calendar.

    Raises:
        KeyError: there is no such span.
    """
    if within.endswith("before"):
        return None
    if within in _HOURS:
        return since + dt.timedelta(hours=_HOURS[within])
    day, days = since.astimezone().date(), _DAYS[within]
    last = later_business_day(day, days) if days else day
    return dt.datetime.combine(last, _END_OF_DAY).astimezone()


def left_words(due: dt.datetime, now: dt.datetime) -> str:
    """Say how long is left: ``23 h 10 min left``, ``due now``, ``2 days 4 h late``."""
    minutes = round((due - now).total_seconds() / 60)
    if minutes == 0:
        return "due now"
    days, rest = divmod(abs(minutes), 24 * 60)
    hours, rest = divmod(rest, 60)
    parts = (
        f"{days} day{'s' if days > 1 else ''}" if days else "",
        f"{hours} h" if hours else "",
        f"{rest} min" if rest and not days else "",
    )
    said = " ".join(part for part in parts if part)
    return f"{said} left" if minutes > 0 else f"{said} late"
