"""What the business asks of a store, and that the real store gives it."""

import inspect

import pytest

from focusdesk.filing import ports
from focusdesk.filing.ports import FilingStore, StoreError
from focusdesk.store.filing_store import SqliteFilingStore

ERRORS = [
    each
    for each in vars(ports).values()
    if inspect.isclass(each) and issubclass(each, Exception) and each is not StoreError
]


def test_there_are_errors_to_look_at() -> None:
    assert len(ERRORS) >= 8


@pytest.mark.parametrize("error", ERRORS, ids=lambda error: error.__name__)
def test_whoever_catches_a_store_error_catches_every_kind(error: type[Exception]) -> None:
    assert issubclass(error, StoreError)
    assert str(error("Nothing was written.")) == "Nothing was written."


def test_the_store_keeps_to_the_port(store: SqliteFilingStore) -> None:
    port: FilingStore = store

    assert port.filings() == ()
    asked = {name for name in vars(FilingStore) if not name.startswith("_")}
    assert asked <= set(dir(store))
