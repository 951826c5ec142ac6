"""A notice in words: what to tell whom, with the figures filled in, and what became of it."""

import datetime as dt

from focusdesk.filing.notice import Awareness, Event, Notice
from focusdesk.form.box import show_value
from focusdesk.form.edit_check import UNVERIFIED


def moment_words(moment: dt.datetime) -> str:
    """Write a moment by the clock on the wall: ``2014-02-03 12:30``."""
    return f"{moment.astimezone():%Y-%m-%d %H:%M}"


def to_whom_words(event: Event) -> str:
    """Say whom to tell and how, marked where nobody has verified it."""
    mark = f" ({UNVERIFIED})" if event.sure == UNVERIFIED else ""
    return f"{' and '.join(event.to)}, {event.means}{mark}"


def figures_words(event: Event) -> str:
    """Write the figures of an event: ``7180 1,300; 7190 (200)``."""
    return "; ".join(
        f"{code} {show_value(amount) or 'blank'}" for code, amount in event.figures.items()
    )


def record_words(notice: Notice) -> str:
    """Say of an open notice when it was recorded, with which figures, and how soon it is due."""
    return f"Recorded {_recorded_words(notice)}. {_due_words(notice)}"


def mended_words(notice: Notice) -> str:
    """Say of an open notice that it stands, though the figures do not show its event any more."""
    name = notice.event.name
    return (
        f"{name[:1].upper()}{name[1:]} is on record: recorded {_recorded_words(notice)}. "
        f"The figures have changed since and show it no longer; the notice stays on record until "
        f"it is given or closed as an entry error. {_due_words(notice)}"
    )


def _recorded_words(notice: Notice) -> str:
    later = f", and again {moment_words(notice.again[-1][0])}," if notice.again else ""
    return f"{moment_words(notice.stamp)}{later} with {figures_words(notice.latest)}"


def _due_words(notice: Notice) -> str:
    within = notice.event.within
    soon = f"within {within}" if within[:1].isdigit() and not within.endswith("before") else within
    since = "when the firm became aware" if notice.aware else "when it was recorded"
    return f"Notice is due {soon}, counted from {moment_words(notice.since)}, {since}."


def closing_words(notice: Notice) -> str:
    """Say how a notice was closed; empty while it is open."""
    closing = notice.closing
    if closing is None:
        return ""
    told, signed = closing.told, f"{closing.author}, {moment_words(closing.written)}"
    if not closing.given:
        return f"Entry error, corrected: {told['reason']} ({signed})"
    reference = f", reference {told['reference']}" if told.get("reference") else ""
    return f"Given {told['when']} by {told['by']} to {told['to']}{reference} ({signed})"


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
