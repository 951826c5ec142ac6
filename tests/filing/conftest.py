"""A real store in a temporary folder, the shipped edition, and a register over both."""

from collections.abc import Generator
from pathlib import Path

import pytest

from focusdesk.catalog.loader import load_editions
from focusdesk.filing.edition_plan import EditionPlan
from focusdesk.filing.register import Register
from focusdesk.form.edition import Edition
from focusdesk.store.filing_store import SqliteFilingStore
from focusdesk.store.opening import create_store


@pytest.fixture(scope="session")
def editions() -> dict[str, Edition]:
    """The shipped editions by their ids."""
    return load_editions()


@pytest.fixture(scope="session")
def form(editions: dict[str, Edition]) -> Edition:
    """The shipped edition of January 2014."""
    return editions["2014-01"]


@pytest.fixture(scope="session")
def form_plan(form: Edition) -> EditionPlan:
    return EditionPlan(form)


@pytest.fixture
def store(tmp_path: Path) -> Generator[SqliteFilingStore, None, None]:
    with create_store(tmp_path / "firm.focusdesk") as store:
        yield store


@pytest.fixture
def register(store: SqliteFilingStore, editions: dict[str, Edition]) -> Register:
    return Register(store, editions)
