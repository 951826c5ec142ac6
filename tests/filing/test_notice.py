"""Notices read out of what happened to them."""

import datetime as dt

import pytest

from focusdesk.filing.notice import Event, NoticeKind, NoticeRow, event_row, notices_of

STAMP = dt.datetime(2014, 2, 3, 9, tzinfo=dt.UTC)
SHORT = Event(
    name="under-segregated",
    check="N01",
    schedule="segregation",
    message="7190 is short.",
    figures={"7190": -200, "7194": None},
    within="immediately",
    to=("the CFTC",),
    means="in writing",
    cite="17 CFR 1.12(h)",
    sure="unverified",
)


def written(row: NoticeRow, number: int) -> NoticeRow:
    moment = STAMP + dt.timedelta(minutes=number)
    return NoticeRow(row.kind, row.subject, row.told, number, "ana", moment)


def test_what_was_recorded_is_what_is_read() -> None:
    (notice,) = notices_of([written(event_row(SHORT, "complete"), 7)])

    assert (notice.number, notice.event, notice.occasion) == (7, SHORT, "complete")
    assert (notice.author, notice.stamp) == ("ana", STAMP + dt.timedelta(minutes=7))
    assert notice.is_open


@pytest.mark.parametrize(
    "row",
    [
        NoticeRow(NoticeKind.GIVEN, "3", {"when": "now"}),
        NoticeRow(NoticeKind.RECORDED, "segregation", {}),
        NoticeRow(NoticeKind.RECORDED, "segregation", {**event_row(SHORT, "").told, "cite": 3}),
        NoticeRow(NoticeKind.AWARE, "one", {"moment": "now", "words": ""}),
    ],
)
def test_a_row_that_says_something_else_is_no_notice(row: NoticeRow) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 -- the caller has the sentence
        notices_of([written(row, 1)])


def test_what_was_not_written_has_no_stamp() -> None:
    with pytest.raises(ValueError, match="has no stamp"):
        _ = event_row(SHORT, "").stamp
