"""That a month was handed in: on which day, how, and under which reference, as somebody says it.

No program here sends a filing, so the firm's own word stands for it, with the author and the
machine's time. As with a due date that is set, each period has one fact of the firm and each change
a row in the journal: what was told is taken back with a reason, never replaced.
"""

import datetime as dt
import json
from collections import defaultdict
from collections.abc import Callable, Mapping
from typing import Final, cast

from focusdesk.filing.filing import Filing
from focusdesk.filing.filing_due import DueField, DueRefused, HandIn
from focusdesk.filing.kept_text import LONGEST_WORDS, step_name
from focusdesk.filing.ports import FilingStore, StoreDamaged
from focusdesk.form.box import Value
from focusdesk.form.dates import day_words
from focusdesk.form.period import Period, PeriodError

FACT: Final = "handed_in:"
"""What the names of these facts begin with; the period follows."""


def hand_in_history(store: FilingStore) -> Mapping[Period, tuple[HandIn, ...]]:
    """Read everything that was ever told or taken back, oldest first, by its period.

    Raises:
        StoreDamaged: one cannot be read.
        StoreError: the store cannot be read.
    """
    found: defaultdict[Period, tuple[HandIn, ...]] = defaultdict(tuple)
    for change in store.fact_history():
        if change.name.startswith(FACT):
            told = _read(change.name, change.text, change.author, change.written)
            found[told.period] += (told,)
    return found


def hand_in_figures(
    store: FilingStore, filing: Filing, due_on: Callable[[Period], dt.date | None]
) -> dict[str, Value]:
    """Give what edit checks ask of handing a filing in, by the names that they ask for.

    What is on record is said of the month's report, not of its amendments, which are due on no day.

    Args:
        store: Where that is kept.
        filing: The filing.
        due_on: Says when a period is due; asked only of one that was handed in.

    Raises:
        StoreDamaged: what is on record cannot be read.
        StoreError: the store cannot be read.
    """
    name = f"{FACT}{filing.period}"
    kept = None if filing.amendment else store.facts().get(name)
    on = _read(name, kept).on if kept else None
    return {
        "amendment": filing.amendment > 0,
        "received": on,
        "due": due_on(filing.period) if on else None,
    }


def days_handed_in(store: FilingStore) -> Mapping[Period, dt.date]:
    """Give the months that stand on record as handed in, each with the day.

    Raises:
        StoreDamaged: what is on record cannot be read.
        StoreError: the store cannot be read.
    """
    kept = (_read(name, text) for name, text in store.facts().items() if name.startswith(FACT))
    return {told.period: told.on for told in kept if told.on is not None}


def record_hand_in(store: FilingStore, told: HandIn, today: dt.date) -> None:
    """Record that a month was handed in, in one transaction with its row in the journal.

    Args:
        store: Where it is kept.
        told: The period, the day, how, and the reference; the store adds the author and the time.
        today: No day after it is taken.

    Raises:
        DueRefused: the store has no such month or its figures are made up, the day cannot be it,
            nobody says how, or another day is on record.
        StoreError: nothing was written; the sentence says why.
    """
    with store.together():  # else another program could record another day in between
        _refuse_month(store, told.period)
        on = _day(told, today)
        how = _one_line(told.how, "way", DueField.HOW)
        if not how:
            message = "Say how it was handed in, such as by FINRA eFOCUS."
            raise DueRefused(message, DueField.HOW)
        reference = _one_line(told.reference, "reference", DueField.REFERENCE)
        _write(store, told.period, on=on.isoformat(), how=how, ref=reference)


def withdraw_hand_in(store: FilingStore, period: Period, reason: str) -> None:
    """Take back that a month was handed in; both stay on record.

    Raises:
        DueRefused: that is not on record, or this has no reason.
        StoreError: nothing was written; the sentence says why.
    """
    with store.together():
        if period not in days_handed_in(store):
            message = f"{period.label} is not on record as handed in, so nothing can be withdrawn."
            raise DueRefused(message)
        words = _one_line(reason, "reason", DueField.REASON)
        if not words:
            message = "It is withdrawn with its reason: what was wrong about it."
            raise DueRefused(message, DueField.REASON)
        _write(store, period, on=None, how=words, ref="")


def _refuse_month(store: FilingStore, period: Period) -> None:
    """Refuse a month of which nothing can have been handed in, or of which that is on record.

    Raises:
        DueRefused: it is one.
    """
    filings = [each for each in store.filings() if each.period == period]
    if not filings:
        message = f"{period.label} is not kept here. Start the month first."
        raise DueRefused(message)
    if filings[-1].illustrative:  # the newest amendment comes first, the original last
        message = f"{period.label} has illustrative figures, and those are handed in to nobody."
        raise DueRefused(message)
    standing = days_handed_in(store).get(period)
    if standing is not None:
        message = (
            f"{period.label} is on record as handed in on {day_words(standing)}. "
            f"Withdraw that first, with the reason."
        )
        raise DueRefused(message)


def _day(told: HandIn, today: dt.date) -> dt.date:
    """Give the day on which a month was handed in.

    Raises:
        DueRefused: it is missing, within the month or before it, or in the future.
    """
    period, on = told.period, told.on
    if on is None:
        message = f"Say on which day {period.label} was handed in."
    elif today <= period.last_day:
        message = f"{period.label} is not over yet."
    elif on <= period.last_day:
        message = f"On {day_words(on)}, {period.label} was not over yet."
    elif on > today:
        message = f"{day_words(on)} is in the future."
    else:
        return on
    raise DueRefused(message, DueField.DAY)


def _one_line(text: str, what: str, field: DueField) -> str:
    words = " ".join(text.split())
    if len(words) > LONGEST_WORDS:
        message = (
            f"The {what} has {len(words)} characters; at most {LONGEST_WORDS} are kept. Shorten it."
        )
        raise DueRefused(message, field)
    return step_name(words)


def _write(store: FilingStore, period: Period, *, on: str | None, how: str, ref: str) -> None:
    store.set_fact(f"{FACT}{period}", json.dumps({"on": on, "how": how, "reference": ref}))


def _read(name: str, text: str, author: str = "", written: dt.datetime | None = None) -> HandIn:
    """Read one.

    Raises:
        StoreDamaged: it is none.
    """
    try:
        period = Period.parse(name.removeprefix(FACT))
        kept = cast("dict[str, str | None]", json.loads(text))
        on = dt.date.fromisoformat(kept["on"]) if kept["on"] else None
        return HandIn(period, on, str(kept["how"]), str(kept["reference"]), author, written)
    except (AttributeError, KeyError, PeriodError, TypeError, ValueError) as error:
        message = f'The journal has a hand-in that cannot be read: "{name}". Verify the store.'
        raise StoreDamaged(message) from error
