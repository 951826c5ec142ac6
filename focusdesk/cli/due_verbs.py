"""When filings are due and were handed in: `due`, `calendar`, `due-override`, `handed-in`."""

import datetime as dt
from collections.abc import Callable, Mapping

from focusdesk.calendars.due import due_date
from focusdesk.calendars.firm_due import FirmDue, due_year, filing_due
from focusdesk.calendars.ics import due_calendar
from focusdesk.cli.due_words import due_entry, due_lines, month_entry, month_lines
from focusdesk.cli.opening import opened
from focusdesk.cli.options import CALENDARS
from focusdesk.cli.output import (
    long_date,
    say,
    say_json,
    say_table,
    tell,
    writable_suffix,
    write_answer,
)
from focusdesk.cli.places import store_or_default
from focusdesk.cli.request import Refused, Request, refuse_beside
from focusdesk.cli.verbs import DONE
from focusdesk.filing.due_override import keep_override, withdraw_override
from focusdesk.filing.filing_due import Calendar, FilingDue, HandIn
from focusdesk.filing.firm import firm_mark, firm_name
from focusdesk.filing.firm_calendar import (
    CalendarChoice,
    FirmCalendar,
    keep_calendar,
    kept_calendar,
)
from focusdesk.filing.hand_in import record_hand_in, withdraw_hand_in
from focusdesk.form.dates import parse_date
from focusdesk.form.period import Period


def show_due_dates(request: Request) -> int:
    """Say when a month is due, or all that is due in a year, and what was skipped on the way.

    Raises:
        PeriodError: the word is no month.
        CalendarError: the calendar does not reach so far.
        DueRefused: the firm's calendar cannot be read.
        StoreError: the store is not there or cannot be read.
        Refused: neither a month nor a year is named, or both.
    """
    if bool(request.words) == (request.year is not None):
        message = "due needs a month, like 2014-01, or a year, like --year 2014."
        raise Refused(message)
    if request.year is not None:
        return _show_year(request, request.year)
    if request.ics is not None:
        message = "A year is written as .ics, and no single month: name one with --year 2014."
        raise Refused(message)
    period = Period.parse(request.words[0])
    found, by_firm = _due(request, period)
    if found.due is None:
        due_date(period, found.calendar)  # says why it is not known
    if request.as_json:
        say_json(due_entry(found, by_firm=by_firm))
    else:
        for line in due_lines(found, by_firm=by_firm):
            say(line)
    return DONE


def set_calendar(request: Request) -> int:
    """Keep by whose holidays the firm counts from a day on, or show it.

    Raises:
        StoreError: the store is not there, or cannot be written.
        DueRefused: the day is none, or nothing was chosen from it on.
        Refused: a day is missing, or is one too many.
    """
    with opened(request.store) as register:
        kept = kept_calendar(register.store)
        if request.words or request.withdraw:
            kept = _with_choice(kept, request)
            keep_calendar(register.store, kept)
            tell("Kept with the firm.")
    if request.as_json:
        say_json(
            [
                {"since": each.since.isoformat(), "calendar": each.calendar.value}
                for each in kept.choices
            ]
        )
        return DONE
    say(f"Before anything else is chosen: {Calendar.FEDERAL.words}.")
    for each in kept.choices:
        say(f"For periods that end on {long_date(each.since)} or later: {each.calendar.words}.")
    return DONE


def override_due_date(request: Request) -> int:
    """Set the due date of a month in place of the computed one, or withdraw what was set.

    Raises:
        StoreError: the store is not there, or cannot be written.
        DueRefused: the day cannot be the due date, or there is no reason.
        DateError: the word is no day.
        Refused: neither a day nor --withdraw is given, or both.
    """
    if bool(request.words) == request.withdraw:
        message = "due-override needs the day that counts, like 2014-03-12, or --withdraw."
        raise Refused(message)
    with opened(request.store) as register:
        store = register.store
        if request.withdraw:
            withdraw_override(store, request.period, request.reason)
        else:
            keep_override(store, request.period, parse_date(request.words[0]), request.reason)
        found = FirmDue.read(store).of(request.period)
    for line in due_lines(found, by_firm=True):
        say(line)
    return DONE


def record_handing_in(request: Request) -> int:
    """Record on which day a month was handed in, or withdraw that.

    Raises:
        StoreError: the store is not there, or cannot be written.
        DueRefused: it cannot be that day, nobody says how, or another day is on record.
        DateError: the word is no day.
        Refused: neither a day nor --withdraw is given, or both, or what does not go with it.
    """
    if bool(request.words) == request.withdraw:
        message = "handed-in needs the day, like 2014-02-26, or --withdraw."
        raise Refused(message)
    if request.withdraw:
        told = {"--how": request.how, "--reference": request.reference}
        refuse_beside(told, "a hand-in that is taken back was in no way")
    else:
        refuse_beside({"--reason": request.reason}, "only --withdraw needs a reason")
    period = request.period
    with opened(request.store) as register:
        store = register.store
        if request.withdraw:
            withdraw_hand_in(store, period, request.reason or "")
        else:
            on = parse_date(request.words[0])
            record_hand_in(store, HandIn(period, on, request.how, request.reference), _today())
        found = FirmDue.read(store).of(period)
    for line in due_lines(found, by_firm=True):
        say(line)
    return DONE


def _show_year(request: Request, year: int) -> int:
    """Say what is due in a year, or write it as a calendar file.

    Raises:
        Refused: a calendar is named, which the firm's own store does not ask for.
    """
    if request.calendar is not None:
        message = "--year goes by the firm's own calendar; --calendar is for a single month."
        raise Refused(message)
    with opened(request.store) as register:
        months = due_year(register.store, year, _today())
        name, mark = firm_name(register), firm_mark(register.store)
    if request.ics is not None:
        writable_suffix(request.ics, (".ics",))
        write_answer(request.ics, due_calendar(months, name, mark), store_or_default(request.store))
        return DONE
    if request.as_json:
        say_json([month_entry(month) for month in months])
    elif not months:
        say(f"Nothing is known to be due in {year}.")
    else:
        headings = ("due", "month", "business days", "standing", "calendar")
        say_table(headings, [month_lines(month) for month in months])
        if request.skipped:
            for month in months:
                _say_skipped(month.due)
    return DONE


def _say_skipped(found: FilingDue) -> None:
    for day in found.skipped:
        say(f"{found.period}  {long_date(day.date)} does not count: {day.why}.")


def _due(request: Request, period: Period) -> tuple[FilingDue, bool]:
    """Ask the firm, where a store is there and no calendar is named; else count by a calendar."""
    there = request.store is not None or store_or_default(None).exists()
    if request.calendar is None and there:
        with opened(request.store) as register:
            return FirmDue.read(register.store).of(period), True
    return filing_due(period, Calendar(request.calendar or Calendar.FEDERAL)), False


def _with_choice(kept: FirmCalendar, request: Request) -> FirmCalendar:
    """Add what was chosen, or take back what was chosen from a day on.

    Raises:
        Refused: the day is missing, or a calendar is named that is to be taken back.
        DueRefused: nothing was chosen from that day on.
        DateError: that is no day.
    """
    if request.since is None or (request.words and request.withdraw):
        message = "A calendar counts from a day on: focusdesk calendar exchange --since 2014-01-01."
        raise Refused(message)
    since = parse_date(request.since)
    if request.withdraw:
        return kept.without(since)
    if request.words[0] not in CALENDARS:
        message = f'There is no calendar "{request.words[0]}". Known: {", ".join(CALENDARS)}.'
        raise Refused(message)
    return kept.with_choice(CalendarChoice(since, Calendar(request.words[0])))


def _today() -> dt.date:
    return dt.datetime.now().astimezone().date()


ACTS: Mapping[str, Callable[[Request], int]] = {
    "due": show_due_dates,
    "calendar": set_calendar,
    "due-override": override_due_date,
    "handed-in": record_handing_in,
}
"""What each command does."""
