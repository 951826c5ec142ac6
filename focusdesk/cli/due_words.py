"""How `due` says a due date: in sentences, in the lines of a table, and for programs."""

from collections.abc import Iterator

from focusdesk.calendars.firm_due import filing_due
from focusdesk.cli.output import long_date
from focusdesk.filing.due_months import DueMonth
from focusdesk.filing.filing_due import (
    FEDERAL_FOR_CERTAIN,
    Calendar,
    DueOverride,
    FilingDue,
    HandIn,
    unknown_words,
)


def due_lines(found: FilingDue, *, by_firm: bool) -> Iterator[str]:
    """Say when a filing is due, the holidays that were skipped, and what was set for it.

    Args:
        found: What is known.
        by_firm: Whether the firm's own calendar and settings were asked.
    """
    if found.due is None:
        yield unknown_words(found.period, found.calendar)
    else:
        yield f"{found.period.label} is due on {long_date(found.due)}."
    if found.override and found.computed:
        yield f"That was set in place of {long_date(found.computed)}, the 17th business day."
    for day in found.skipped:
        yield f"{long_date(day.date)} does not count: {day.why}."
    for override in found.history:
        yield _history_line(override)
    for told in found.hand_ins:
        yield _hand_in_line(told)
    yield from _by_the_other_calendar(found)
    if by_firm:
        yield f"Counted by the firm's calendar for that month: {found.calendar.words}."


def _by_the_other_calendar(found: FilingDue) -> Iterator[str]:
    """Say what the other calendar would give for a period before it is known which one counted."""
    if found.period.year >= FEDERAL_FOR_CERTAIN or found.override:
        return
    other = next(each for each in Calendar if each is not found.calendar)
    day = filing_due(found.period, other).due
    if day and day != found.due:
        yield (
            f"Counted by {other.words} it is {long_date(day)}: NASD went by the exchange in 1999, "
            f"FINRA by the federal holidays since {FEDERAL_FOR_CERTAIN} at the latest."
        )


def due_entry(found: FilingDue, *, by_firm: bool) -> dict[str, object]:
    """Give a due date for programs; what is the firm's own only where it was asked."""
    entry: dict[str, object] = {
        "period": str(found.period),
        "due": found.due.isoformat() if found.due else None,
        "skipped": [{"date": day.date.isoformat(), "why": day.why} for day in found.skipped],
    }
    if by_firm:
        entry |= {
            "calendar": found.calendar.value,
            "computed": found.computed.isoformat() if found.computed else None,
            "overrides": [_override_entry(each) for each in found.history],
            "hand_ins": [_hand_in_entry(each) for each in found.hand_ins],
        }
    return entry


def month_lines(month: DueMonth) -> tuple[str, ...]:
    """Give the cells of a month in the table of a year."""
    set_by_hand = ", set" if month.due.override else ""
    return (
        f"{month.day:%Y-%m-%d}{set_by_hand}",
        str(month.due.period),
        month.time_left,
        month.standing,
        month.due.calendar.value,
    )


def month_entry(month: DueMonth) -> dict[str, object]:
    """Give a month of a year for programs."""
    return due_entry(month.due, by_firm=True) | {
        "days_left": month.days_left,
        "days_past": month.days_past,
        "status": month.filing.status.value if month.filing else None,
        "illustrative": month.filing is not None and month.filing.illustrative,
        "printed": month.printed.isoformat() if month.printed else None,
        "changed_since_print": month.changed,
        "handed_in": month.is_filed,
        "late": month.is_late,
    }


def _history_line(override: DueOverride) -> str:
    what = f"Set to {long_date(override.due)}" if override.due else "Withdrawn"
    return f"{what}: {override.signed}."


def _hand_in_line(told: HandIn) -> str:
    what = f"Handed in on {long_date(told.on)}" if told.on else "Not handed in after all"
    return f"{what}: {told.signed}."


def _hand_in_entry(told: HandIn) -> dict[str, object]:
    return {
        "on": told.on.isoformat() if told.on else None,
        "how" if told.on else "reason": told.how,
        "reference": told.reference,
        "author": told.author,
        "written": told.written.isoformat() if told.written else None,
    }


def _override_entry(override: DueOverride) -> dict[str, object]:
    return {
        "due": override.due.isoformat() if override.due else None,
        "reason": override.reason,
        "author": override.author,
        "written": override.written.isoformat(),
    }
