"""The journal taken back to the moment of a print."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from focusdesk.filing.filing import JournalEntry
from focusdesk.filing.ports import StoreDamaged
from focusdesk.filing.since_print import differing, entered_at
from focusdesk.form.box import Value
from focusdesk.form.edition import Edition

MOMENT = dt.datetime(2014, 2, 3, 9, tzinfo=dt.UTC)
CODES = ("7010", "7020", "7100")


def row(sequence: int, code: str, old: str | None, new: str | None) -> JournalEntry:
    return JournalEntry(sequence, MOMENT, "ana", "desk", "focusdesk", 1, code, old, new, "typed", 1)


@given(
    st.lists(st.tuples(st.sampled_from(CODES), st.none() | st.integers(-9, 9)), max_size=20),
    st.integers(0, 20),
)
def test_the_journal_taken_back_gives_what_the_boxes_held(
    form: Edition, changes: list[tuple[str, int | None]], place: int
) -> None:
    now: dict[str, Value] = {}
    then: dict[str, Value] = {}
    trail: list[JournalEntry] = []
    for sequence, (code, value) in enumerate(changes, start=1):
        old, new = (None if it is None else str(it) for it in (now.get(code), value))
        trail.append(row(sequence, code, old, new))
        if value is None:
            now.pop(code, None)
        else:
            now[code] = value
        if sequence == place:
            then = dict(now)
    then = now if place > len(changes) else then

    assert entered_at(now, trail, place, form) == then


def test_what_is_no_box_is_passed_over(form: Edition) -> None:
    trail = [row(2, "filing:status", "draft", "printed"), row(3, "note:7010", None, "words")]
    assert entered_at({"7010": 5}, trail, 1, form) == {"7010": 5}


@pytest.mark.parametrize(("code", "old"), [("7010", "five"), ("9999", "5")])
def test_a_row_that_no_box_can_have_held_is_damage(form: Edition, code: str, old: str) -> None:
    with pytest.raises(StoreDamaged, match=f"{code}: row 2 of the journal"):
        entered_at({}, [row(2, code, old, None)], 1, form)


def test_blank_and_zero_differ() -> None:
    before = {"7010": None, "7020": 0, "7100": 5}
    assert differing(before, {"7010": 0, "7020": 0, "7100": None}) == ("7010", "7100")
