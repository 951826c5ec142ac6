"""A real store in a temporary folder, and a register over it."""

from collections.abc import Generator
from pathlib import Path

import pytest

from focusdesk.catalog.loader import load_editions
from focusdesk.filing.register import Register
from focusdesk.store.filing_store import SqliteFilingStore
from focusdesk.store.opening import create_store


@pytest.fixture
def store(tmp_path: Path) -> Generator[SqliteFilingStore, None, None]:
    with create_store(tmp_path / "firm.focusdesk") as store:
        yield store


@pytest.fixture
def register(store: SqliteFilingStore) -> Register:
    return Register(store, load_editions())
