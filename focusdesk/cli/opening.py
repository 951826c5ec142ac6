"""How a command opens the store that it works on."""

from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from focusdesk.calendars.firm_due import due_on
from focusdesk.catalog.loader import load_editions
from focusdesk.cli.places import store_or_default
from focusdesk.cli.request import Refused
from focusdesk.filing.register import Register
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
        yield Register(kept, load_editions(), due_on(kept))
