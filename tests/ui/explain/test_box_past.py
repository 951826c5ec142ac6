import datetime as dt

import pytest

from focusdesk.filing.edit import Cause, Edit
from focusdesk.filing.filing import JournalEntry
from focusdesk.filing.session import FilingSession
from focusdesk.ui.explain.box_past import change_line, past_of


def test_a_change_says_when_who_what_and_why(january: FilingSession) -> None:
    written = dt.datetime(2014, 2, 3, 12, 30, tzinfo=dt.UTC)
    entry = JournalEntry(7, written, "ada", "desk-7", "0", 1, "16", None, "X", "typed", 7)
    line = change_line(january.edition.boxes["16"], entry)
    local = written.astimezone()
    assert line == (f"{local.day} {local:%b %Y %H:%M}, ada: not ticked \u2192 ticked (typed)")


def test_what_was_typed_is_told_with_the_change(january: FilingSession) -> None:
    january.apply(Edit({"7070": 1250}, Cause.TYPED, typed={"7070": "=1000+250"}))
    january.apply(Edit({"7070": 1251}, Cause.TYPED))
    newest, before, *_ = past_of(january, january.edition.boxes["7070"]).changes
    assert newest.endswith(": 1,250 \u2192 1,251 (typed)")
    assert before.endswith("\u2192 1,250 (typed as =1000+250)")


@pytest.mark.parametrize(
    ("cause", "why"),
    [
        (Cause.IMPORTED, "imported from a file"),
        (Cause.CARRIED, "came along from an earlier month"),
        (Cause.UNDO, "undone"),
        (Cause.SET, "set from the command line"),
    ],
)
def test_the_cause_is_told_in_plain_words(january: FilingSession, cause: Cause, why: str) -> None:
    january.apply(Edit({"7070": 5}, cause))
    assert past_of(january, january.edition.boxes["7070"]).changes[0].endswith(f"({why})")
