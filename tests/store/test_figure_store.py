"""What the store keeps of carried figures: in order, chained, told when damaged."""

import datetime as dt
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from focusdesk.filing.edit import Cause, Change
from focusdesk.filing.filing import Filing
from focusdesk.filing.ports import StoreConflict, StoreDamaged
from focusdesk.form.edition import Edition
from focusdesk.form.period import Period
from focusdesk.store.filing_store import SqliteFilingStore
from focusdesk.store.opening import open_store
from focusdesk.store.verify import verify

SOURCE = "workbook NC-2014-01, cell H44"


@pytest.fixture
def january(store: SqliteFilingStore, edition: Edition) -> Filing:
    return store.start(Period(2014, 1), edition.id)


def test_figures_are_kept_in_their_order_with_author_and_time(
    store: SqliteFilingStore, january: Filing, path: Path, clock: Callable[[], dt.datetime]
) -> None:
    store.figures.write(january, "anc", 650_000_000, SOURCE)
    store.figures.write(january, "firm.alternative_standard", value=True, source="letter")
    store.figures.write(january, "anc", None, "")

    kept = store.figures.rows(january)

    assert [(each.code, each.value, each.source) for each in kept] == [
        ("anc", 650_000_000, SOURCE),
        ("firm.alternative_standard", True, "letter"),
        ("anc", None, ""),
    ]
    assert kept[0].author == "ada"
    assert kept[0].written < kept[1].written < kept[2].written < clock()
    assert store.figures.rows(store.start(Period(2014, 2), january.edition)) == ()
    assert verify(path) == ()


def test_a_figure_is_no_box_and_leaves_the_digest_as_it_was(
    store: SqliteFilingStore, january: Filing, edition: Edition
) -> None:
    store.figures.write(january, "3760", 5, SOURCE)

    assert store.entered(january, edition) == {}
    assert [each.code for each in store.journal(january)][-1] == "figure:3760"


def test_none_is_written_over_what_another_program_has_changed(
    path: Path, store: SqliteFilingStore, january: Filing, edition: Edition
) -> None:
    with open_store(path) as other:
        other.entered(january, edition)
        other.record(january, edition, [Change("7010", None, 5)], Cause.TYPED)

    with pytest.raises(StoreConflict):
        store.figures.write(january, "anc", 5, SOURCE)


def test_a_figure_stays_as_it_was_given_and_is_told_when_altered(
    store: SqliteFilingStore, path: Path, january: Filing
) -> None:
    store.figures.write(january, "anc", 5, SOURCE)
    with closing(sqlite3.connect(path)) as connection, connection:
        for statement in (
            "UPDATE journal SET new = '{}' WHERE code = 'figure:anc'",
            "DELETE FROM journal WHERE code = 'figure:anc'",
        ):
            with pytest.raises(sqlite3.IntegrityError):
                connection.execute(statement)
        connection.execute("DROP TRIGGER journal_is_not_changed")
        connection.execute("UPDATE journal SET new = '{}' WHERE code = 'figure:anc'")

    with pytest.raises(StoreDamaged, match="does not say what a carried figure is"):
        store.figures.rows(january)
    store.close()
    assert any("journal" in fault.message for fault in verify(path))
