"""Why targets differ from the firm's policies, as the journal keeps it."""

import datetime as dt
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from focusdesk.filing.filing import Filing
from focusdesk.filing.override_reason import OverrideReason
from focusdesk.filing.ports import StoreDamaged
from focusdesk.form.edition import Edition
from focusdesk.form.period import Period
from focusdesk.store.filing_store import SqliteFilingStore
from focusdesk.store.overridden_targets import reason_row, told_reason
from focusdesk.store.verify import verify


@pytest.fixture
def january(store: SqliteFilingStore, edition: Edition) -> Filing:
    return store.start(Period(2014, 1), edition.id)


@given(st.none() | st.from_regex("-?[0-9]+", fullmatch=True), st.text(st.characters(codec="utf-8")))
def test_the_journal_s_row_says_what_was_written(held: str | None, text: str) -> None:
    assert told_reason(reason_row("7194", held, text).new) == (held, text)


@pytest.mark.parametrize("new", [None, "", "[]", "3", "{}", '{"held":"5"}'])
def test_a_row_that_holds_no_reason_is_none(new: str | None) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 -- the caller has the sentence
        told_reason(new)


def test_reasons_are_kept_with_author_and_time_and_verified(
    store: SqliteFilingStore, january: Filing, clock: Callable[[], dt.datetime], path: Path
) -> None:
    store.write_override_reason(january, "7010", "60", "agreed")
    store.write_override_reason(january, "7010", None, "")

    first, second = store.override_reasons(january)
    assert (first.code, first.held, first.text, first.author) == ("7010", "60", "agreed", "ada")
    assert (second.held, second.text) == (None, "")
    assert first.written < second.written < clock()
    assert isinstance(first, OverrideReason)
    assert verify(path) == ()


def test_a_damaged_reason_is_told_by_its_row(
    store: SqliteFilingStore, january: Filing, path: Path
) -> None:
    store.write_override_reason(january, "7010", "60", "agreed")
    with closing(sqlite3.connect(path)) as file:
        for (trigger,) in file.execute(
            "SELECT name FROM sqlite_master WHERE type='trigger'"
        ).fetchall():
            file.execute(f'DROP TRIGGER "{trigger}"')
        file.execute("UPDATE journal SET new = '{}' WHERE code = 'overridden:7010'")
        file.commit()

    with pytest.raises(StoreDamaged, match="does not say why a target differs"):
        store.override_reasons(january)
