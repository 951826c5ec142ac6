"""A notice that a rule wants given: what was recorded of it, and what has become of it.

Nothing here is ever altered: each thing that happens to a notice is a further row of the journal,
stamped by the machine's clock, and what a row says stays said.
"""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Final, cast

from focusdesk.filing.fingerprint import JsonValue


class NoticeKind(StrEnum):
    """What a row of the journal says of notices."""

    COMPLETED = "completed"
    RECORDED = "recorded"
    AWARE = "aware"
    GIVEN = "given"
    ENTRY_ERROR = "entry error"
    CLOCK_BACK = "clock back"


@dataclass(frozen=True, slots=True)
class NoticeRow:
    """One thing that happened to notices, as the journal keeps it.

    Attributes:
        kind: What happened.
        subject: The schedule's id; of what became of a notice, the notice's number as text.
        told: What is said, by name, as JSON has it.
        number: The row's number; 0 while it has not been written.
        author: Who wrote it.
        written: When, by the machine's clock, in UTC; `None` while it has not been written.
    """

    kind: NoticeKind
    subject: str
    told: Mapping[str, object]
    number: int = 0
    author: str = ""
    written: dt.datetime | None = None

    @property
    def stamp(self) -> dt.datetime:
        """When it was written.

        Raises:
            ValueError: it has not been.
        """
        if self.written is None:
            message = "a row that has not been written has no stamp"
            raise ValueError(message)
        return self.written


@dataclass(frozen=True, slots=True)
class Event:
    """An event that a rule wants reported, as the figures show it.

    Attributes:
        name: What has happened: ``under-segregated``.
        check: The check that does not hold.
        schedule: The id of the schedule.
        message: What does not hold, with the figures in it.
        figures: Every figure that the check was judged by, by its code, its boxes first: amounts in
            whole dollars, answers, days as JSON has them.
        within: How soon notice is due.
        to: Who must be told.
        means: By which means.
        cite: The rule, marked where nobody has verified it.
        sure: How sure it is to whom, how and how soon.
        labels: What the figures are that no box holds, by their codes.
    """

    name: str
    check: str
    schedule: str
    message: str
    figures: Mapping[str, JsonValue]
    within: str
    to: tuple[str, ...]
    means: str
    cite: str
    sure: str
    labels: Mapping[str, str] = field(default_factory=dict[str, str])

    @property
    def codes(self) -> tuple[str, ...]:
        """The boxes among the figures."""
        return tuple(code for code in self.figures if code not in self.labels)


@dataclass(frozen=True, slots=True)
class Awareness:
    """When the firm became aware of an event, as somebody says.

    Attributes:
        moment: When, with its zone.
        words: How it came to light; may be empty.
        author: Who says so.
        written: When that was said, by the machine's clock.
    """

    moment: dt.datetime
    words: str
    author: str
    written: dt.datetime


@dataclass(frozen=True, slots=True)
class Closing:
    """How a notice was closed.

    Attributes:
        given: Whether notice was given; else it was an error of entry that was mended.
        told: When, by whom, to whom and under which reference; or the reason. By name.
        author: Who closed it.
        written: When, by the machine's clock.
    """

    given: bool
    told: Mapping[str, str]
    author: str
    written: dt.datetime


@dataclass(frozen=True, slots=True)
class Notice:
    """A notice that was recorded.

    Attributes:
        number: The number of the journal row that recorded it.
        event: What was recorded, with the figures of then.
        occasion: Why it was recorded then: the schedule was complete, or a signature copy was
            asked for.
        author: Whose step recorded it.
        stamp: When, by the machine's clock, in UTC.
        again: When it was recorded again with other figures, oldest first, and with which.
        aware: Since when the firm is aware of it; `None` where nobody has said.
        aware_before: What was said of that before, oldest first; it stays on record.
        closing: How it was closed; `None` while it is open.
    """

    number: int
    event: Event
    occasion: str
    author: str
    stamp: dt.datetime
    again: tuple[tuple[dt.datetime, Event], ...] = ()
    aware: Awareness | None = None
    closing: Closing | None = None
    aware_before: tuple[Awareness, ...] = ()

    @property
    def is_open(self) -> bool:
        """Whether nobody has said that notice was given, or that it was an error of entry."""
        return self.closing is None

    @property
    def latest(self) -> Event:
        """The event with the figures of the last time that it was recorded."""
        return self.again[-1][1] if self.again else self.event

    @property
    def stands(self) -> bool:
        """Whether it answers for its event: it is open, or notice of it was given."""
        return self.closing is None or self.closing.given

    def answers(self, event: Event) -> bool:
        """Whether it records an event just as the figures show it, and stands.

        What was told to whom it concerns need not be told again; other figures do.
        """
        latest = self.latest
        same = (latest.name, latest.schedule) == (event.name, event.schedule)
        told = (latest.figures, latest.message) == (event.figures, event.message)
        return self.stands and same and told

    @property
    def since(self) -> dt.datetime:
        """From when the deadline counts: since the firm is aware, else since the stamp."""
        return self.aware.moment if self.aware else self.stamp


COMPLETE: Final = "complete"
IN_WORK: Final = "in work"


def notices_of(rows: Iterable[NoticeRow]) -> tuple[Notice, ...]:
    """Read the notices of a filing out of all that happened to them, oldest first.

    An event that is recorded while its notice is open is the same notice, with other figures. One
    that is recorded after that was closed is another.

    Args:
        rows: What the journal says, oldest first.

    Raises:
        ValueError: a row says something else than its kind has.
    """
    notices: dict[int, Notice] = {}
    for row in rows:
        if row.kind is NoticeKind.RECORDED:
            _take_record(notices, row)
        elif row.kind in (NoticeKind.AWARE, NoticeKind.GIVEN, NoticeKind.ENTRY_ERROR):
            number = int(row.subject)
            if number not in notices:
                message = f"row {row.number} is about a notice that was not recorded"
                raise ValueError(message)
            notices[number] = _with_step(notices[number], row)
    return tuple(notices.values())


def event_row(event: Event, occasion: str) -> NoticeRow:
    """Give the row that records an event, and on which occasion."""
    told = {
        "event": event.name,
        "check": event.check,
        "message": event.message,
        "figures": [list(figure) for figure in event.figures.items()],
        "labels": dict(event.labels),
        "within": event.within,
        "to": list(event.to),
        "means": event.means,
        "cite": event.cite,
        "sure": event.sure,
        "occasion": occasion,
    }
    return NoticeRow(NoticeKind.RECORDED, event.schedule, told)


def _take_record(notices: dict[int, Notice], row: NoticeRow) -> None:
    event = _event(row)
    for number, known in notices.items():
        same = (known.event.name, known.event.schedule) == (event.name, event.schedule)
        if same and known.is_open:
            notices[number] = replace(known, again=(*known.again, (row.stamp, event)))
            return
    notices[row.number] = Notice(row.number, event, _text(row, "occasion"), row.author, row.stamp)


def _with_step(notice: Notice, row: NoticeRow) -> Notice:
    if row.kind is NoticeKind.AWARE:
        moment = dt.datetime.fromisoformat(_text(row, "moment"))
        said = Awareness(moment, _text(row, "words"), row.author, row.stamp)
        before = (*notice.aware_before, notice.aware) if notice.aware else ()
        return replace(notice, aware=said, aware_before=before)
    told = {name: str(text) for name, text in row.told.items()}
    given = row.kind is NoticeKind.GIVEN
    return replace(notice, closing=Closing(given, told, row.author, row.stamp))


def _event(row: NoticeRow) -> Event:
    kept, whom = row.told.get("figures"), row.told.get("to")
    if not isinstance(kept, list) or not isinstance(whom, list):
        message = f"row {row.number} records no event"
        raise ValueError(message)  # noqa: TRY004 -- a damaged value, not a caller's mistake
    figures, to = cast("list[tuple[object, object]]", kept), cast("list[object]", whom)
    held = {str(code): cast("JsonValue", value) for code, value in figures}
    # Versions before recorded boxes alone, which need no label.
    labels = cast("Mapping[str, str]", row.told.get("labels", {}))
    names = ("event", "check", "message", "within", "means", "cite", "sure")
    name, check, message, within, means, cite, sure = (_text(row, each) for each in names)
    told = tuple(str(each) for each in to)
    return Event(name, check, row.subject, message, held, within, told, means, cite, sure, labels)


def _text(row: NoticeRow, name: str) -> str:
    text = row.told.get(name)
    if not isinstance(text, str):
        message = f'row {row.number} does not say "{name}"'
        raise ValueError(message)  # noqa: TRY004 -- likewise
    return text
