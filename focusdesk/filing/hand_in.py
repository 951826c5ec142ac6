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
from focusdesk.filing.filing_due import DueRefused, HandIn
from focusdesk.filing.kept_text import LONGEST_WORDS, step_name
from focusdesk.filing.ports import FilingStore, StoreDamaged
from focusdesk.form.box import Value
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


def record_hand_in(store: FilingStore, told: HandIn, today: dt.date) -> None:
    """Record that a month was handed in, in one transaction with its row in the journal.

    Args:
        store: Where it is kept.
        told: The period, the day, how, and the reference; the store adds the author and the time.
        today: No day after it is taken.

    Raises:
        DueRefused: the day cannot be it, nobody says how, or another day is on record.
        StoreError: nothing was written; the sentence says why.
    """
    period, on = told.period, told.on
    if on is None or not period.last_day < on <= today:
        message = (
            f"{on} cannot be the day on which {period.label} was handed in: "
            f"it comes after {period.last_day}, and not after today."
        )
        raise DueRefused(message)
    standing = hand_in_history(store).get(period, ())
    if standing and standing[-1].on is not None:
        message = (
            f"{period.label} is on record as handed in on {standing[-1].on}. "
            f"Withdraw that first, with the reason."
        )
        raise DueRefused(message)
    how = _one_line(told.how, "way")
    if not how:
        message = "Say how it was handed in, such as by FINRA eFOCUS."
        raise DueRefused(message)
    _write(store, period, on=on.isoformat(), how=how, ref=_one_line(told.reference, "reference"))


def withdraw_hand_in(store: FilingStore, period: Period, reason: str) -> None:
    """Take back that a month was handed in; both stay on record.

    Raises:
        DueRefused: that is not on record, or this has no reason.
        StoreError: nothing was written; the sentence says why.
    """
    standing = hand_in_history(store).get(period, ())
    if not standing or standing[-1].on is None:
        message = f"{period.label} is not on record as handed in, so nothing can be withdrawn."
        raise DueRefused(message)
    words = _one_line(reason, "reason")
    if not words:
        message = "It is withdrawn with its reason: what was wrong about it."
        raise DueRefused(message)
    _write(store, period, on=None, how=words, ref="")


def _one_line(text: str, what: str) -> str:
    words = " ".join(text.split())
    if len(words) > LONGEST_WORDS:
        message = (
            f"The {what} has {len(words)} characters; at most {LONGEST_WORDS} are kept. Shorten it."
        )
        raise DueRefused(message)
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
