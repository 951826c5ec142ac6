import datetime as dt

import pytest

from focusdesk.filing.due_override import keep_override, override_history, withdraw_override
from focusdesk.filing.filing_due import DueRefused
from focusdesk.filing.ports import StoreDamaged
from focusdesk.form.period import Period
from focusdesk.store.filing_store import SqliteFilingStore
from focusdesk.store.verify import verify

JANUARY, MAY = Period(2014, 1), Period(2014, 5)
LATER = dt.date(2014, 3, 12)


def test_what_was_set_and_withdrawn_stays_on_record_with_author_and_reason(
    store: SqliteFilingStore,
) -> None:
    keep_override(store, JANUARY, LATER, "  FINRA notice\n 14-01 ")
    keep_override(store, MAY, dt.date(2014, 6, 30), "extension granted by the DEA")
    withdraw_override(store, JANUARY, "superseded")
    history = override_history(store)
    assert [(each.due, each.reason) for each in history[JANUARY]] == [
        (LATER, "FINRA notice 14-01"),
        (None, "superseded"),
    ]
    assert [each.due for each in history[MAY]] == [dt.date(2014, 6, 30)]
    assert all(each.author and each.written.tzinfo for each in history[JANUARY])
    assert verify(store.path) == ()


@pytest.mark.parametrize(
    ("due", "why"),
    [
        ("2014-01-31", "it must come after 31 Jan 2014"),
        ("2013-03-12", "it must come after"),
        ("2015-02-01", "within a year of it"),
        ("2104-03-12", "within a year of it"),
    ],
)
def test_a_day_that_is_mistyped_is_refused(store: SqliteFilingStore, due: str, why: str) -> None:
    with pytest.raises(DueRefused, match=why):
        keep_override(store, JANUARY, dt.date.fromisoformat(due), "notice")
    assert store.facts() == {}


def test_a_day_before_the_computed_one_can_be_set(store: SqliteFilingStore) -> None:
    keep_override(store, JANUARY, dt.date(2014, 2, 1), "the DEA asks for it early")
    assert override_history(store)[JANUARY][0].due == dt.date(2014, 2, 1)


@pytest.mark.parametrize("reason", ["", " \n\t ", "x" * 201])
def test_nothing_is_set_or_withdrawn_without_a_reason_that_fits(
    store: SqliteFilingStore, reason: str
) -> None:
    with pytest.raises(DueRefused, match="reason"):
        keep_override(store, JANUARY, LATER, reason)
    keep_override(store, JANUARY, LATER, "notice")
    with pytest.raises(DueRefused, match="reason"):
        withdraw_override(store, JANUARY, reason)
    assert len(override_history(store)[JANUARY]) == 1


def test_what_was_not_set_cannot_be_withdrawn_nor_twice(store: SqliteFilingStore) -> None:
    with pytest.raises(DueRefused, match="No due date was set for January 2014"):
        withdraw_override(store, JANUARY, "why not")
    keep_override(store, JANUARY, LATER, "notice")
    withdraw_override(store, JANUARY, "superseded")
    with pytest.raises(DueRefused, match="none can be withdrawn"):
        withdraw_override(store, JANUARY, "again")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("due:2014-01", ""),
        ("due:2014-01", "[]"),
        ("due:2014-01", '{"due": "soon", "reason": "r"}'),
        ("due:2014-01", '{"due": null}'),
        ("due:January", '{"due": null, "reason": "r"}'),
    ],
)
def test_a_fact_that_is_no_due_date_is_damage(
    store: SqliteFilingStore, name: str, text: str
) -> None:
    store.set_fact(name, text)
    with pytest.raises(StoreDamaged, match="Verify the store"):
        override_history(store)
