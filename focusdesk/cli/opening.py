"""How a command opens the store that it works on."""

from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from focusdesk.catalog.loader import load_editions
from focusdesk.cli.places import store_or_default
from focusdesk.filing.register import Register
from focusdesk.store.opening import open_store


@contextmanager
def opened(store: Path | None) -> Generator[Register]:
    """Open a store, or the default one, for the length of a command.

    Raises:
        StoreError: there is none, it is no store, too new, or damaged.
    """
    with open_store(store_or_default(store)) as kept:
        yield Register(kept, load_editions())
