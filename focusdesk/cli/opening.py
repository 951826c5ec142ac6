"""How a command opens the store that it works on."""

import datetime as dt
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from focusdesk.catalog.loader import load_editions
from focusdesk.cli.places import store_or_default
from focusdesk.cli.request import Refused
from focusdesk.filing.ports import FilingStore
from focusdesk.filing.register import Register
from focusdesk.form.period import Period
from focusdesk.store.opening import open_store


@contextmanager
def opened(store: Path | None) -> Generator[Register]:
    """Open a store, or the default one, for the length of a command.

    Raises:
        StoreError: there is none, it is no store, too new, or damaged.
        Refused: none was named and the user has none yet.
    """
    path = store_or_default(store)
    if store is None and not path.exists():
        message = (
            f'You have no store of your own yet ("{path}"). Name one, '
            f"or start one with: focusdesk new --period 2014-01"
        )
        raise Refused(message)
    with open_store(path) as kept:
        yield Register(kept, load_editions(), lambda period: _due_on(kept, period))


def _due_on(store: FilingStore, period: Period) -> dt.date | None:
    """Say when a month is due; it is asked only of one that was handed in."""
    from focusdesk.calendars.firm_due import due_on  # noqa: PLC0415 -- most commands need no calendar

    return due_on(store)(period)
