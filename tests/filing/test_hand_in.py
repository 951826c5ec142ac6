import datetime as dt
from collections.abc import Mapping
from dataclasses import replace

import pytest

from focusdesk.filing.filing_due import DueField, DueRefused, HandIn
from focusdesk.filing.hand_in import (
    hand_in_figures,
    hand_in_history,
    record_hand_in,
    withdraw_hand_in,
)
from focusdesk.filing.ports import StoreDamaged, StoreError
from focusdesk.form.period import Period
from focusdesk.store.filing_store import SqliteFilingStore
from focusdesk.store.opening import open_store
from focusdesk.store.verify import verify

JANUARY, MAY = Period(2014, 1), Period(2014, 5)
ON, TODAY = dt.date(2014, 2, 26), dt.date(2014, 7, 1)


def told(on: dt.date | None = ON, how: str = "FINRA eFOCUS", reference: str = "") -> HandIn:
    return HandIn(JANUARY, on, how, reference)


def test_what_was_recorded_and_withdrawn_stays_on_record_with_its_author(
    store: SqliteFilingStore,
) -> None:
    record_hand_in(store, told(how="  FINRA\n eFOCUS ", reference=" 47\t11 "), TODAY)
    record_hand_in(store, HandIn(MAY, TODAY, "by hand"), TODAY)
    withdraw_hand_in(store, JANUARY, " it \n bounced")
    record_hand_in(store, told(dt.date(2014, 3, 3)), TODAY)

    history = hand_in_history(store)

    assert [(each.on, each.how, each.reference) for each in history[JANUARY]] == [
        (ON, "FINRA eFOCUS", "47 11"),
        (None, "it bounced", ""),
        (dt.date(2014, 3, 3), "FINRA eFOCUS", ""),
    ]
    assert [each.on for each in history[MAY]] == [TODAY]
    assert all(each.author and each.written and each.written.tzinfo for each in history[JANUARY])
    assert verify(store.path) == ()


@pytest.fixture(autouse=True)
def months(store: SqliteFilingStore) -> None:
    """January and May are kept."""
    for period in (JANUARY, MAY):
        store.start(period, "2009")


@pytest.mark.parametrize(
    ("on", "why"),
    [
        (None, "Say on which day January 2014"),
        (dt.date(2014, 1, 31), r"On 31 Jan 2014, January 2014 was not over yet\."),
        (dt.date(2014, 7, 2), r"2 Jul 2014 is in the future\."),
    ],
)
def test_a_day_on_which_it_cannot_have_been_is_refused(
    store: SqliteFilingStore, on: dt.date | None, why: str
) -> None:
    with pytest.raises(DueRefused, match=why) as refused:
        record_hand_in(store, told(on), TODAY)
    assert refused.value.field is DueField.DAY
    assert store.facts() == {}


def test_a_month_that_is_not_over_is_not_handed_in(store: SqliteFilingStore) -> None:
    with pytest.raises(DueRefused, match=r"^May 2014 is not over yet\.$"):
        record_hand_in(store, HandIn(MAY, dt.date(2014, 5, 20), "eFOCUS"), dt.date(2014, 5, 20))


def test_a_month_that_is_not_kept_here_or_is_made_up_is_refused(store: SqliteFilingStore) -> None:
    march, april = Period(2014, 3), Period(2014, 4)
    store.start(april, "2009", illustrative=True)
    with pytest.raises(DueRefused, match=r"March 2014 is not kept here\. Start the month first"):
        record_hand_in(store, HandIn(march, TODAY, "eFOCUS"), TODAY)
    with pytest.raises(DueRefused, match="April 2014 has illustrative figures"):
        record_hand_in(store, HandIn(april, TODAY, "eFOCUS"), TODAY)
    assert store.facts() == {}


def test_no_other_program_can_write_between_the_check_and_the_record(
    store: SqliteFilingStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = open_store(store.path)
    read, refused = store.facts, list[bool]()

    def facts_while_another_program_comes() -> Mapping[str, str]:
        found = read()
        if not refused:
            refused.append(False)
            with pytest.raises(StoreError):
                other.set_fact("handed_in:2014-01", "{}")
            refused[0] = True
        return found

    monkeypatch.setattr(store, "facts", facts_while_another_program_comes)
    record_hand_in(store, told(), TODAY)
    assert refused == [True]
    other.close()


@pytest.mark.parametrize(
    ("how", "reference", "why"),
    [
        (" \n", "", "Say how it was handed in"),
        ("x" * 201, "", "way has 201 characters; at most 200"),
        ("eFOCUS", "x" * 201, "reference has 201 characters"),
    ],
)
def test_nobody_can_leave_out_how_or_write_a_book(
    store: SqliteFilingStore, how: str, reference: str, why: str
) -> None:
    with pytest.raises(DueRefused, match=why):
        record_hand_in(store, told(how=how, reference=reference), TODAY)
    assert store.facts() == {}


def test_what_is_on_record_is_never_replaced_only_withdrawn_and_with_a_reason(
    store: SqliteFilingStore,
) -> None:
    with pytest.raises(DueRefused, match="January 2014 is not on record"):
        withdraw_hand_in(store, JANUARY, "why not")
    record_hand_in(store, told(), TODAY)
    with pytest.raises(DueRefused, match="on record as handed in on 26 Feb 2014"):
        record_hand_in(store, told(dt.date(2014, 2, 20)), TODAY)
    with pytest.raises(DueRefused, match="with its reason"):
        withdraw_hand_in(store, JANUARY, " ")
    assert [each.on for each in hand_in_history(store)[JANUARY]] == [ON]
    withdraw_hand_in(store, JANUARY, "a mistake")
    with pytest.raises(DueRefused, match="nothing can be withdrawn"):
        withdraw_hand_in(store, JANUARY, "again")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("handed_in:2014-01", ""),
        ("handed_in:2014-01", "[]"),
        ("handed_in:2014-01", '{"on": "soon", "how": "h", "reference": ""}'),
        ("handed_in:2014-01", '{"on": null, "how": "h"}'),
        ("handed_in:January", '{"on": null, "how": "h", "reference": ""}'),
    ],
)
def test_a_fact_that_is_no_hand_in_is_damage(
    store: SqliteFilingStore, name: str, text: str
) -> None:
    store.set_fact(name, text)
    with pytest.raises(StoreDamaged, match="Verify the store"):
        hand_in_history(store)


def test_checks_ask_for_the_due_day_of_a_month_that_was_handed_in_and_of_no_other(
    store: SqliteFilingStore,
) -> None:
    filing = store.find(JANUARY)
    asked: list[Period] = []

    def due_on(period: Period) -> dt.date:
        asked.append(period)
        return ON

    def figures(amendment: int = 0) -> dict[str, object]:
        return dict(hand_in_figures(store, replace(filing, amendment=amendment), due_on))

    nothing = {"amendment": False, "received": None, "due": None}
    assert (figures(), asked) == (nothing, [])
    record_hand_in(store, told(dt.date(2014, 2, 27)), TODAY)
    assert figures() == {"amendment": False, "received": dt.date(2014, 2, 27), "due": ON}
    assert asked == [JANUARY]
    assert figures(1) == {"amendment": True, "received": None, "due": None}
    withdraw_hand_in(store, JANUARY, "it bounced")
    assert (figures(), asked) == (nothing, [JANUARY])
