"""What the store keeps of explained warnings: stamped, chained, told when damaged."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from focusdesk.filing.filing import Filing
from focusdesk.filing.ports import StoreConflict, StoreDamaged
from focusdesk.filing.warning_explanation import Warned
from focusdesk.form.edition import Edition
from focusdesk.form.period import Period
from focusdesk.store.filing_store import SqliteFilingStore
from focusdesk.store.opening import open_store
from focusdesk.store.verify import verify

X13, X14 = Warned("X13", ("7010", "7020")), Warned("X14", ("7030",))


@pytest.fixture
def january(store: SqliteFilingStore, edition: Edition) -> Filing:
    return store.start(Period(2014, 1), edition.id)


def test_explanations_are_kept_in_their_order_with_author_and_time(
    store: SqliteFilingStore, january: Filing, path: Path
) -> None:
    first = store.warnings.write(january, X13, "a broker", {"7010": 5, "7020": None})
    store.warnings.write(january, X14, "a bank", {})
    last = store.warnings.write(january, X13, "", {})

    kept = store.warnings.explanations(january)

    assert (kept[0], kept[2]) == (first, last)
    assert [(each.warned, each.text) for each in kept] == [
        (X13, "a broker"), (X14, "a bank"), (X13, ""),
    ]  # fmt: skip
    assert (kept[0].author, kept[0].figures) == ("ada", {"7010": 5, "7020": None})
    assert kept[0].written < kept[1].written < kept[2].written
    assert store.warnings.explanations(store.start(Period(2014, 2), january.edition)) == ()
    assert store.explanations(january) == (), "changes are explained elsewhere"
    assert verify(path) == ()


def test_nobody_explains_a_month_that_another_program_has_changed(
    store: SqliteFilingStore, path: Path, january: Filing, edition: Edition
) -> None:
    store.entered(january, edition)
    with open_store(path) as other:
        other.write_note(january, "7010", "mine")

    with pytest.raises(StoreConflict):
        store.warnings.write(january, X13, "a broker", {})
    assert store.warnings.explanations(january) == ()


def test_a_damaged_explanation_is_told_with_its_month_and_by_verify(
    store: SqliteFilingStore, path: Path, january: Filing
) -> None:
    store.warnings.write(january, X13, "a broker", {})
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        triggers = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'")
        for (name,) in triggers.fetchall():
            connection.execute(f"DROP TRIGGER {name}")
        connection.execute("UPDATE journal SET new = '[]' WHERE code LIKE 'warned:%'")

    with pytest.raises(StoreDamaged, match=r"January 2014: row \d+ .* go back to a backup"):
        store.warnings.explanations(january)
    assert verify(path)
