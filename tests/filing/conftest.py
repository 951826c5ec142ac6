"""A real store in a temporary folder, the shipped edition, and a register over both."""

from collections.abc import Generator, Mapping
from pathlib import Path

import pytest

from focusdesk.calc.worksheet import Worksheet
from focusdesk.catalog.loader import load_editions
from focusdesk.filing.compare import ComparedMonth, Comparison, compare
from focusdesk.filing.edition_plan import EditionPlan
from focusdesk.filing.filing import Filing
from focusdesk.filing.register import Register
from focusdesk.form.box import Value
from focusdesk.form.edition import Edition
from focusdesk.form.period import Period
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


OCTOBER: Mapping[str, Value] = {"7010": 100, "7020": 500, "7070": 50, "7100": 9, "13": "HSBC"}
NOVEMBER: Mapping[str, Value] = {**OCTOBER, "7020": 900, "7070": 70}
DECEMBER: Mapping[str, Value] = {**NOVEMBER, "7010": 160, "7070": 71, "7080": 0, "13": "HSBC Inc"}


@pytest.fixture
def comparison(form: Edition, form_plan: EditionPlan) -> Comparison:
    """October to December of 2013, a few boxes each."""
    return compare([
        ComparedMonth(
            Filing(number, Period(2013, 10 + number), form.id),
            form,
            Worksheet(form, entered, form_plan.calculation).values(),
        )
        for number, entered in enumerate((OCTOBER, NOVEMBER, DECEMBER))
    ])  # fmt: skip
