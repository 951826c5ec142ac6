"""When something about a notice happened: read strictly, kept with its zone, shown without."""

import datetime as dt
import re
from enum import StrEnum

from focusdesk.filing.edit import EditRefused
from focusdesk.filing.filing import OF_THE_MONTH
from focusdesk.filing.notice import Notice
from focusdesk.form.amount import quoted
from focusdesk.form.dates import DateError, parse_date
from focusdesk.form.period import Period

_MINUTE = "%Y-%m-%d %H:%M"
_FARTHEST_BACK = dt.timedelta(days=366)
MOMENT_EXAMPLE = "2014-02-03 12:30"
_WRITTEN = re.compile(
    r"\s*(?P<day>.*\S)\s*(?:\s|(?<=\d)T)(?P<hour>\d{1,2}):(?P<minute>\d{2})"
    r"(?:\s*(?P<offset>[+-]\d{2}:\d{2}))?\s*"
)


class NoticeField(StrEnum):
    """What can be said of a notice, and be at fault."""

    AWARE = "aware"
    HOW = "how"
    WHEN = "when"
    BY = "by"
    TO = "to"
    REFERENCE = "reference"
    REASON = "reason"


class NoticeRefused(EditRefused):
    """Something that cannot be said of a notice; the message is a sentence.

    Attributes:
        field: What is at fault.
    """

    def __init__(self, field: NoticeField, sentence: str) -> None:
        super().__init__(OF_THE_MONTH, sentence)
        self.field = field


def read_moment(text: str, field: NoticeField) -> dt.datetime:
    """Read a day and a time by the clock on the wall, to the minute.

    Args:
        text: The day as the form takes it, then the time: ``2014-02-03 12:30``, ``02/03/14 9:05``;
            with the clock's offset, ``2014-11-02 01:30 -05:00``, where the clock was set back.
        field: What it is said for.

    Returns:
        The moment, in UTC.

    Raises:
        NoticeRefused: it is none, or one that the clock on the wall has skipped or shown twice.
    """
    written = _WRITTEN.fullmatch(text)
    if written is None:
        sentence = f'"{quoted(text)}" is no date with a time. Write it like {MOMENT_EXAMPLE}.'
        raise NoticeRefused(field, sentence)
    try:
        day, time = (
            parse_date(written["day"]),
            dt.time(int(written["hour"]), int(written["minute"])),
        )
    except DateError as error:
        raise NoticeRefused(field, str(error)) from error
    except ValueError as error:
        sentence = f'"{written["hour"]}:{written["minute"]}" is no time of the day, like 09:30.'
        raise NoticeRefused(field, sentence) from error
    wall = dt.datetime.combine(day, time)
    return _at_offset(wall, written["offset"], field) or _on_the_wall(wall, field)


def kept_moment(moment: dt.datetime) -> str:
    """Write a moment for the journal: with its zone, in UTC."""
    return moment.astimezone(dt.UTC).isoformat()


def kept_moment_words(text: str) -> str:
    """Write what the journal has by the clock on the wall; words that have no zone as they are.

    Versions before took any words.
    """
    try:
        moment = dt.datetime.fromisoformat(text)
    except ValueError:
        return text
    return text if moment.tzinfo is None else moment_words(moment)


def moment_words(moment: dt.datetime) -> str:
    """Write a moment by the clock on the wall: ``2014-02-03 12:30``.

    With its offset in an hour that the clock showed twice: ``2014-11-02 01:30 -05:00``.
    """
    local = moment.astimezone()
    return _with_offset(local) if _twice(local.replace(tzinfo=None)) else f"{local:{_MINUTE}}"


def refuse_aware(notice: Notice, moment: dt.datetime, period: Period) -> None:
    """Refuse a time since when the firm cannot have been aware of an event.

    Raises:
        NoticeRefused: it is later than the stamp, or long before the month.
    """
    _refuse_far_off(moment, period, NoticeField.AWARE)
    if moment > notice.stamp:
        sentence = (
            f"The firm cannot have become aware later than the program recorded it, on "
            f"{moment_words(notice.stamp)}. Give that time or an earlier one."
        )
        raise NoticeRefused(NoticeField.AWARE, sentence)


def refuse_given(notice: Notice, moment: dt.datetime, now: dt.datetime, period: Period) -> None:
    """Refuse a time at which notice cannot have been given.

    It may be before the stamp: who learns of it at noon tells at once, and completes the page
    later.

    Raises:
        NoticeRefused: it is still to come, before the firm became aware, or long before the month.
    """
    _refuse_far_off(moment, period, NoticeField.WHEN)
    if moment > now:
        sentence = (
            f"{moment_words(moment)} is still to come: by the machine's clock it is "
            f"{moment_words(now)}. Record it once notice has been given."
        )
        raise NoticeRefused(NoticeField.WHEN, sentence)
    if notice.aware is not None and moment < notice.aware.moment:
        sentence = (
            f"Notice cannot have been given before the firm became aware, on "
            f"{moment_words(notice.aware.moment)}."
        )
        raise NoticeRefused(NoticeField.WHEN, sentence)


def _refuse_far_off(moment: dt.datetime, period: Period, field: NoticeField) -> None:
    if moment.date() < period.last_day - _FARTHEST_BACK:
        sentence = (
            f"{moment_words(moment)} is more than a year before the end of {period.label}. "
            f"Check the year."
        )
        raise NoticeRefused(field, sentence)


def _at_offset(wall: dt.datetime, offset: str | None, field: NoticeField) -> dt.datetime | None:
    """Give the moment at which a clock of that offset shows a time; `None` without an offset."""
    if offset is None:
        return None
    try:
        return dt.datetime.fromisoformat(f"{wall.isoformat()}{offset}").astimezone(dt.UTC)
    except ValueError as error:
        sentence = f'"{offset}" is no offset of a clock. Write it like {_with_offset(wall)}.'
        raise NoticeRefused(field, sentence) from error
    except OverflowError as error:
        raise _too_far_off(wall, field) from error


def _on_the_wall(wall: dt.datetime, field: NoticeField) -> dt.datetime:
    """Give the one moment at which the clock on the wall shows a time."""
    try:
        known = wall.astimezone(dt.UTC)
        skipped = known.astimezone().replace(tzinfo=None) != wall
        twice = _twice(wall)
    except (OSError, OverflowError, ValueError) as error:
        raise _too_far_off(wall, field) from error
    if skipped:
        sentence = f"There was no {wall:%H:%M} on {wall:%Y-%m-%d}: the clocks went forward then."
        raise NoticeRefused(field, sentence)
    if twice:
        first, second = (_with_offset(wall.replace(fold=fold)) for fold in (0, 1))
        sentence = (
            f"{wall:{_MINUTE}} came twice: the clocks went back then. Write {first} for the first "
            f"time, or {second} for the second."
        )
        raise NoticeRefused(field, sentence)
    return known


def _twice(wall: dt.datetime) -> bool:
    """Whether the clock on the wall showed a time twice, an hour apart, when it was set back."""
    first, second = (wall.replace(fold=fold).astimezone() for fold in (0, 1))
    return first != second


def _with_offset(moment: dt.datetime) -> str:
    """Write a moment by the clock on the wall, with how far that is from UTC."""
    local = moment.astimezone()
    return f"{local:{_MINUTE}} {local.isoformat()[-6:]}"


def _too_far_off(wall: dt.datetime, field: NoticeField) -> NoticeRefused:
    return NoticeRefused(field, f"{wall:%Y-%m-%d} is too far off. Check the year.")
