"""Due dates as an iCalendar file (RFC 5545), for the calendars that people look into anyway.

The same due dates give the same bytes. A due date keeps its name (UID) for good, and each change of
it counts its sequence up, so that a calendar which reads the file again moves the entry instead of
adding one. The libraries that write such files bring eight megabytes for these thirty lines.
"""

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Final

from focusdesk.calendars.due import BUSINESS_DAYS_TO_FILE
from focusdesk.filing.due_months import DueMonth
from focusdesk.form.period import Period

LONGEST_LINE: Final = 75
"""In octets, without the line's end (RFC 5545, 3.1)."""

_ESCAPED = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})


def due_calendar(months: Iterable[DueMonth], firm: str, store: str) -> bytes:
    """Write due dates as events of a whole day.

    Args:
        months: The filings with their due dates.
        firm: The firm's name; empty where there is none yet.
        store: What sets this firm's due dates apart from another's in the same calendar, for good.
    """
    of_firm = f" - {firm}" if firm else ""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//focusdesk//due dates//EN",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"X-WR-CALNAME:{_text(f'FOCUS due dates{of_firm}')}",
    ]
    for month in months:
        lines += _event(month, of_firm, store)
    lines.append("END:VCALENDAR")
    return "".join(map(_folded, lines)).encode()


def _event(month: DueMonth, of_firm: str, store: str) -> Sequence[str]:
    due = month.due
    told = (each.written for each in due.hand_ins if each.written)
    changes = (*(each.written for each in due.history), *due.recounted, *told)
    # The moment at which it came to be so: the end of the period, or the newest thing settled.
    made = max(changes).astimezone(dt.UTC) if changes else _midnight(due.period.last_day)
    return (
        "BEGIN:VEVENT",
        f"UID:focus-{due.period}-{store}@focusdesk",
        f"DTSTAMP:{made:%Y%m%dT%H%M%SZ}",
        f"SEQUENCE:{len(changes)}",
        f"DTSTART;VALUE=DATE:{month.day:%Y%m%d}",
        f"DTEND;VALUE=DATE:{month.day + dt.timedelta(days=1):%Y%m%d}",
        f"SUMMARY:{_text(f'FOCUS {due.period.label} due{of_firm}')}",
        f"DESCRIPTION:{_text(_description(month))}",
        "CATEGORIES:FOCUS",
        "TRANSP:TRANSPARENT",
        *(() if month.is_filed else _alarm(due.period)),
        "END:VEVENT",
    )


def _alarm(period: Period) -> Sequence[str]:
    return (
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        f"DESCRIPTION:{_text(f'FOCUS {period.label} is due in three days')}",
        "TRIGGER:-P3D",
        "END:VALARM",
    )


def _description(month: DueMonth) -> str:
    """Say how the day comes, a line each."""
    due, lines = month.due, list[str]()
    if due.handed_in:
        lines.append(f"Handed in on {due.handed_in.on}: {due.handed_in.signed}.")
    if due.override:
        computed = f"{due.computed}" if due.computed else "unknown"
        lines.append(f"Set in place of the computed day, {computed}: {due.override.signed}.")
    lines.append(
        f"Counted: {BUSINESS_DAYS_TO_FILE} business days after {due.period.last_day}, "
        f"by the {due.calendar} calendar (17 CFR 240.17a-5(a); 17 CFR 1.10(b)(1))."
    )
    lines += (f"{day.date} does not count: {day.why}." for day in due.skipped)
    return "\n".join(lines)


def _midnight(day: dt.date) -> dt.datetime:
    return dt.datetime.combine(day, dt.time(), dt.UTC)


def _text(words: str) -> str:
    """Write words so that nothing in them is taken for a mark of the format."""
    return words.translate(_ESCAPED)


def _folded(line: str) -> str:
    """Break a line where it is too long, never within a letter; each ends as the format asks."""
    pieces, piece = list[str](), ""
    for letter in line:
        if len((piece + letter).encode()) > LONGEST_LINE:
            pieces.append(piece)
            piece = " "  # a blank at the start of a line continues the one before
        piece += letter
    return "\r\n".join((*pieces, piece, ""))
