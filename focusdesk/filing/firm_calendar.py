"""By whose holidays the firm counts business days, and from which day on."""

import datetime as dt
import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, cast

from focusdesk.filing.filing_due import Calendar, DueRefused
from focusdesk.filing.ports import FilingStore
from focusdesk.form.amount import quoted
from focusdesk.form.dates import EARLIEST_YEAR, LATEST_YEAR
from focusdesk.form.period import Period

FACT: Final = "calendar"
"""Under which name the firm keeps its calendars."""


@dataclass(frozen=True, slots=True)
class CalendarChoice:
    """A calendar from a day on.

    Attributes:
        since: It counts for every period that ends on this day or later.
        calendar: Whose holidays.
    """

    since: dt.date
    calendar: Calendar


@dataclass(frozen=True, slots=True)
class FirmCalendar:
    """By which calendar the firm counts, period by period.

    Attributes:
        choices: What was chosen, the earliest first; before the first one the federal holidays
            count.
    """

    choices: tuple[CalendarChoice, ...] = ()

    def of(self, period: Period) -> Calendar:
        """Give the calendar for a period: the one that counts on its last day."""
        chosen = (each.calendar for each in self.choices if each.since <= period.last_day)
        return next(reversed([*chosen]), Calendar.FEDERAL)

    def with_choice(self, choice: CalendarChoice) -> "FirmCalendar":
        """Give this with a calendar from a day on; another one from that very day goes."""
        others = (each for each in self.choices if each.since != choice.since)
        return FirmCalendar(_in_order((*others, choice)))

    def without(self, since: dt.date) -> "FirmCalendar":
        """Give this without what was chosen from a day on.

        Raises:
            DueRefused: nothing was.
        """
        others = tuple(each for each in self.choices if each.since != since)
        if others == self.choices:
            message = f"No calendar was chosen from {since} on, so none can be taken back."
            raise DueRefused(message)
        return FirmCalendar(others)

    @property
    def words(self) -> str:
        """Say it in one line: ``federal, then exchange from 2014-01-01 on``."""
        later = (f"then {each.calendar} from {each.since} on" for each in self.choices)
        return ", ".join((Calendar.FEDERAL.value, *later))


def parse_calendar(text: str) -> FirmCalendar:
    """Read a firm's calendars as `calendar_text` wrote them.

    Stores of the first versions hold one word, which counts for every period; no text is federal.

    Raises:
        DueRefused: the text is something else.
    """
    if text in set(Calendar):
        kept: object = {dt.date.min.isoformat(): text} if text != Calendar.FEDERAL else {}
    else:
        try:
            kept = json.loads(text or "{}")
        except ValueError:
            kept = None
    try:
        if isinstance(kept, dict):
            choices = cast("dict[str, str]", kept).items()
            return FirmCalendar(
                _in_order(
                    CalendarChoice(dt.date.fromisoformat(since), Calendar(calendar))
                    for since, calendar in choices
                )
            )
    except (TypeError, ValueError):
        pass  # answered below: it is none of what is kept
    message = (
        f'The firm\'s calendar cannot be read: "{quoted(text)}" is none. '
        f"Choose it again, with its effective date."
    )
    raise DueRefused(message)


def calendar_text(calendar: FirmCalendar) -> str:
    """Write a firm's calendars as they are kept; the journal shows this text."""
    return json.dumps({each.since.isoformat(): each.calendar.value for each in calendar.choices})


def kept_calendar(store: FilingStore) -> FirmCalendar:
    """Read by which calendars the firm counts; federal where it has chosen none.

    Raises:
        DueRefused: what is kept cannot be read.
        StoreError: the store cannot be read.
    """
    return parse_calendar(store.facts().get(FACT, ""))


def calendar_moments(store: FilingStore) -> tuple[dt.datetime, ...]:
    """Say each time when the firm chose by which calendar it counts, oldest first.

    Raises:
        StoreError: the store cannot be read.
    """
    return tuple(each.written for each in store.fact_history() if each.name == FACT)


def keep_calendar(store: FilingStore, calendar: FirmCalendar) -> None:
    """Keep by which calendars the firm counts, in one transaction with its row in the journal.

    Raises:
        DueRefused: a day is of a year far off.
        StoreError: nothing was written; the sentence says why.
    """
    for each in calendar.choices:
        if each.since > dt.date.min and not EARLIEST_YEAR <= each.since.year <= LATEST_YEAR:
            message = (
                f"{each.since} is no day from which a calendar can count. "
                f"Use one from {EARLIEST_YEAR} to {LATEST_YEAR}."
            )
            raise DueRefused(message)
    store.set_fact(FACT, calendar_text(calendar))


def _in_order(choices: Iterable[CalendarChoice]) -> tuple[CalendarChoice, ...]:
    return tuple(sorted(choices, key=lambda each: each.since))
