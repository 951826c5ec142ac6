"""The header of a filing and what is written beside its figures."""

import dataclasses
import datetime as dt

import pytest

from focusdesk.filing.filing import Filing, JournalEntry, Note, Status
from focusdesk.form.period import Period


def test_a_filing_begins_as_a_draft_of_the_original() -> None:
    filing = Filing(1, Period(2014, 1), "2014-01")

    assert (filing.status, filing.amendment) == (Status.DRAFT, 0)
    assert (filing.illustrative, filing.remark) == (False, "")


def test_a_filing_is_named_by_its_month_and_its_amendment() -> None:
    january = Period(2014, 1)

    assert Filing(1, january, "2014-01").title == "January 2014"
    assert Filing(2, january, "2014-01", amendment=1).title == "January 2014, amendment 1"


def test_files_made_of_a_filing_are_named_by_its_period_and_its_amendment() -> None:
    january = Period(2014, 1)

    assert Filing(1, january, "2014-01").stem == "2014-01"
    assert Filing(2, january, "2014-01", amendment=1).stem == "2014-01 amendment 1"


def test_a_filing_is_kept_under_the_words_of_its_status() -> None:
    assert [status.value for status in Status] == ["draft", "printed", "sealed"]


@pytest.mark.parametrize(
    "value",
    [
        Filing(1, Period(2014, 1), "2014-01"),
        Note("7110", "a reconstruction", "a.b", dt.datetime(2014, 2, 26, tzinfo=dt.UTC)),
        JournalEntry(
            1,
            dt.datetime(2014, 2, 26, tzinfo=dt.UTC),
            "a.b",
            "desk",
            "focusdesk",
            1,
            "7010",
            None,
            "5",
            "typed",
            1,
        ),
    ],
    ids=lambda value: type(value).__name__,
)
def test_what_is_on_record_cannot_be_changed_in_place(
    value: Filing | Note | JournalEntry,
) -> None:
    name = dataclasses.fields(value)[0].name

    with pytest.raises(dataclasses.FrozenInstanceError):
        setattr(value, name, 2)
