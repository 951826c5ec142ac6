"""A notice in words: what to tell whom, with the figures filled in, and what became of it."""

import datetime as dt
from collections.abc import Sequence

from focusdesk.calc.figures import show_figure
from focusdesk.filing.notice import Awareness, Event, Notice
from focusdesk.filing.notice_moment import kept_moment_words, moment_words
from focusdesk.form.citation import mark_of


def to_whom_words(event: Event) -> str:
    """Say whom to tell and how, marked where nobody has verified it."""
    return f"{' and '.join(event.to)}, {event.means}{mark_of(event.sure)}"


def figures_words(event: Event) -> str:
    """Write the figures of an event: ``7490 131,557,460; adjusted net capital 50,000,000``."""
    return "; ".join(
        f"{event.labels.get(code, code)} {show_figure(value)}"
        for code, value in event.figures.items()
    )


def until_words(event: Event, due: dt.datetime | None) -> str:
    """Say until when notice is due: ``24 hours, by 2014-02-04 12:30``.

    Args:
        event: The event.
        due: The moment; `None` where the span is not counted from the event.
    """
    return event.within if due is None else f"{event.within}, by {moment_words(due)}"


def record_words(notice: Notice) -> str:
    """Say of an open notice when it was recorded, how soon it is due, and with which figures."""
    return f"Recorded {_recorded_words(notice)}."


def mended_words(notice: Notice) -> str:
    """Say of a notice, open or given, that it stands though figures show its event no more."""
    name = notice.event.name
    until = " until it is given or closed as an entry error" if notice.is_open else ""
    return (
        f"{name[:1].upper()}{name[1:]}, recorded {_recorded_words(notice)}. The figures have "
        f"changed since and show it no longer; the notice stays on record{until}."
    )


def _recorded_words(notice: Notice) -> str:
    again = f", again {moment_words(notice.again[-1][0])}" if notice.again else ""
    figures = figures_words(notice.latest)
    return f"{moment_words(notice.stamp)}{again} ({_due_words(notice)}): {figures}"


def _due_words(notice: Notice) -> str:
    """Say how soon notice is due, and from when on that counts: ``due within 24 hours of then``."""
    within, aware = notice.event.within, notice.aware
    if within.endswith("before"):
        return f"due {within}"
    since = f"{moment_words(aware.moment)}, when the firm became aware" if aware else "then"
    if within[:1].isdigit():
        return f"due within {within} of {since}"
    return f"due {within}, counted from {since}"


def closing_words(notice: Notice) -> str:
    """Say how a notice was closed; empty while it is open."""
    closing = notice.closing
    if closing is None:
        return ""
    told, signed = closing.told, f"{closing.author}, {moment_words(closing.written)}"
    if not closing.given:
        return f"Entry error, corrected: {told['reason']} ({signed})"
    reference = f", reference {told['reference']}" if told.get("reference") else ""
    when = kept_moment_words(told["when"])
    return f"Given {when} by {told['by']} to {told['to']}{reference} ({signed})"


def to_record_words(events: Sequence[Event]) -> str:
    """Say how many notices would go on record: ``2 notices will go on record, stamped now``."""
    count = "1 notice" if len(events) == 1 else f"{len(events)} notices"
    return f"{count} will go on record, stamped now"


def to_record_line(event: Event) -> str:
    """Say what would go on record of an event: its check, its name, and what the figures show."""
    return f"{event.check} \u00b7 {event.name}. {event.message}"


def _aware_words(aware: Awareness) -> str:
    how = f": {aware.words}" if aware.words else ""
    return f"{moment_words(aware.moment)}{how} ({aware.author}, {moment_words(aware.written)})"


def notice_lines(notice: Notice, due: str) -> list[str]:
    """Write a notice out, line by line.

    Args:
        notice: The notice.
        due: Until when it is due, in words.
    """
    event = notice.event
    lines = [
        f"Notice {notice.number} \u00b7 {event.check} \u00b7 {event.name} ({event.schedule})",
        f"  {event.message}",
        f"  Recorded {moment_words(notice.stamp)} by {notice.author}: {notice.occasion}.",
        f"  Figures then: {figures_words(event)}",
    ]
    lines += [
        f"  Recorded again {moment_words(stamp)}: {figures_words(later)}"
        for stamp, later in notice.again
    ]
    lines += [
        f"  Said before, of when the firm became aware: {_aware_words(each)}"
        for each in notice.aware_before
    ]
    if notice.aware is not None:
        lines.append(f"  The firm became aware {_aware_words(notice.aware)}")
    lines += [
        f"  Due {due}",
        f"  Tell {to_whom_words(event)}",
        f"  {event.cite}",
        f"  {closing_words(notice) or 'Open.'}",
    ]
    return lines
