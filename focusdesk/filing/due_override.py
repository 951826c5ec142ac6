"""Due dates that somebody has set for a reason: kept beside the computed ones, never over them.

Each period has one fact of the firm, and each change of it a row in the journal with its author and
the machine's time. What is withdrawn stays on record.
"""

import datetime as dt
import json
from collections import defaultdict
from collections.abc import Mapping
from typing import Final, cast

from focusdesk.filing.filing_due import DueField, DueOverride, DueRefused
from focusdesk.filing.kept_text import LONGEST_WORDS, step_name
from focusdesk.filing.ports import FilingStore, StoreDamaged
from focusdesk.form.dates import day_words
from focusdesk.form.period import Period, PeriodError

FACT: Final = "due:"
"""What the names of these facts begin with; the period follows."""

_FARTHEST = dt.timedelta(days=366)


def override_history(store: FilingStore) -> Mapping[Period, tuple[DueOverride, ...]]:
    """Read every override that was ever set or withdrawn, oldest first, by its period.

    Raises:
        StoreDamaged: one cannot be read.
        StoreError: the store cannot be read.
    """
    found: defaultdict[Period, tuple[DueOverride, ...]] = defaultdict(tuple)
    for change in store.fact_history():
        if change.name.startswith(FACT):
            override = _read(change.name, change.text, change.author, change.written)
            found[override.period] += (override,)
    return found


def keep_override(store: FilingStore, period: Period, due: dt.date, reason: str) -> None:
    """Set the due date of a period, in one transaction with its row in the journal.

    Raises:
        DueRefused: it is not after the period, a year or more after it, or has no reason.
        StoreError: nothing was written; the sentence says why.
    """
    if not period.last_day < due < period.last_day + _FARTHEST:
        message = (
            f"{day_words(due)} cannot be the due date for {period.label}: "
            f"it must come after {day_words(period.last_day)}, and within a year of it."
        )
        raise DueRefused(message, DueField.DAY)
    _write(store, period, due.isoformat(), _reason(reason, "A due date is set"))


def withdraw_override(store: FilingStore, period: Period, reason: str) -> None:
    """Let the computed due date of a period count again.

    Raises:
        DueRefused: no other due date was set, or this has no reason.
        StoreError: nothing was written; the sentence says why.
    """
    with store.together():  # else another program could withdraw or set it in between
        history = override_history(store).get(period, ())
        if not history or history[-1].due is None:
            message = f"No due date was set for {period.label}, so none can be withdrawn."
            raise DueRefused(message)
        _write(store, period, None, _reason(reason, "A due date is withdrawn"))


def _reason(text: str, what: str) -> str:
    reason = " ".join(text.split())
    if not reason:
        message = f"{what} with its reason: who granted it, and where that can be read."
        raise DueRefused(message, DueField.REASON)
    if len(reason) > LONGEST_WORDS:
        message = (
            f"The reason has {len(reason)} characters; at most {LONGEST_WORDS} are kept. "
            f"Shorten it."
        )
        raise DueRefused(message, DueField.REASON)
    return step_name(reason)


def _write(store: FilingStore, period: Period, due: str | None, reason: str) -> None:
    store.set_fact(f"{FACT}{period}", json.dumps({"due": due, "reason": reason}))


def _read(name: str, text: str, author: str, written: dt.datetime) -> DueOverride:
    """Read one override.

    Raises:
        StoreDamaged: it is none.
    """
    try:
        period = Period.parse(name.removeprefix(FACT))
        kept = cast("dict[str, str | None]", json.loads(text))
        due = dt.date.fromisoformat(kept["due"]) if kept["due"] else None
        return DueOverride(period, due, str(kept["reason"]), author, written)
    except (AttributeError, KeyError, PeriodError, TypeError, ValueError) as error:
        message = f'The journal has a due date that cannot be read: "{name}". Verify the store.'
        raise StoreDamaged(message) from error
