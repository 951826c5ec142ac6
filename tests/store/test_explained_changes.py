"""The explanations of changes, as the journal keeps them."""

import datetime as dt
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from focusdesk.filing.explanation import Explanation, Subject, line, pool
from focusdesk.filing.filing import Filing
from focusdesk.filing.ports import StoreConflict, StoreDamaged
from focusdesk.form.edition import Edition
from focusdesk.form.period import Period
from focusdesk.store.explained_changes import explanation_row, told_explanation
from focusdesk.store.filing_store import SqliteFilingStore
from focusdesk.store.opening import open_store
from focusdesk.store.verify import verify

DECEMBER, JANUARY = Period(2013, 12), Period(2014, 1)
SUBJECTS = st.builds(
    Subject, st.from_regex(r"[a-z0-9_]+(\.[a-z]+)?", fullmatch=True), st.booleans()
)
PERIODS = st.builds(Period, st.integers(1, 9999), st.integers(1, 12))
WORDS = st.text(st.characters(codec="utf-8"))


@pytest.fixture
def january(store: SqliteFilingStore, edition: Edition) -> Filing:
    return store.start(JANUARY, edition.id)


@given(SUBJECTS, PERIODS, WORDS)
def test_the_journal_s_row_says_what_was_written(
    subject: Subject, against: Period, text: str
) -> None:
    row = explanation_row(subject, against, text)

    assert told_explanation(row.code, row.new) == (subject, against, text)


@pytest.mark.parametrize("new", [None, "", "[]", "3", "{}", '{"against":"2014-13","text":""}'])
def test_a_row_that_holds_no_explanation_is_none(new: str | None) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 -- the caller has the sentence
        told_explanation("explained:7010", new)


def test_explanations_are_kept_with_their_author_and_time_in_their_order(
    store: SqliteFilingStore, january: Filing, clock: Callable[[], dt.datetime]
) -> None:
    first = store.write_explanation(january, line("7010"), DECEMBER, "new clients,\nas agreed")
    store.write_explanation(january, pool("page"), Period(2013, 1), "the year")
    last = store.write_explanation(january, line("7010"), DECEMBER, "")

    kept = store.explanations(january)

    assert (kept[0], kept[2]) == (first, last)
    assert [(each.subject, each.text) for each in kept] == [
        (line("7010"), "new clients,\nas agreed"), (pool("page"), "the year"), (line("7010"), ""),
    ]  # fmt: skip
    assert kept[0].author == "ada"
    assert kept[0].written < kept[1].written < kept[2].written < clock()
    assert store.explanations(store.start(Period(2014, 2), january.edition)) == ()


def test_explanations_stay_as_written(
    store: SqliteFilingStore, path: Path, january: Filing
) -> None:
    store.write_explanation(january, line("7010"), DECEMBER, "new clients")
    with closing(sqlite3.connect(path)) as connection:
        for statement in (
            "UPDATE journal SET new = '{}' WHERE code = 'explained:7010'",
            "DELETE FROM journal WHERE code = 'explained:7010'",
        ):
            with pytest.raises(sqlite3.IntegrityError):
                connection.execute(statement)
    assert verify(path) == ()


def test_nobody_explains_a_month_that_another_program_has_changed(
    store: SqliteFilingStore, path: Path, january: Filing, edition: Edition
) -> None:
    store.entered(january, edition)
    with open_store(path) as other:
        other.write_note(january, "7010", "mine")

    with pytest.raises(StoreConflict):
        store.write_explanation(january, line("7010"), DECEMBER, "new clients")
    assert store.explanations(january) == ()


def test_a_damaged_explanation_is_told_with_its_month(
    store: SqliteFilingStore, path: Path, january: Filing
) -> None:
    store.write_explanation(january, line("7010"), DECEMBER, "new clients")
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        triggers = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'")
        for (name,) in triggers.fetchall():
            connection.execute(f"DROP TRIGGER {name}")
        connection.execute("UPDATE journal SET new = '[]' WHERE code = 'explained:7010'")

    with pytest.raises(StoreDamaged, match=r"January 2014: row \d+ .* go back to a backup"):
        store.explanations(january)


def test_the_words_are_signed_in_one_line() -> None:
    written = dt.datetime(2014, 2, 3, 9, 30, tzinfo=dt.UTC)
    said = Explanation(line("7190"), "new clients,\nas agreed", DECEMBER, "ana", written)

    assert said.signed == "new clients, as agreed (ana, 2014-02-03 09:30 UTC)"
