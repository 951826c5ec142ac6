"""Notices as rows of the journal: written as text, and read again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from focusdesk.filing.notice import NoticeKind, NoticeRow
from focusdesk.store.told_notices import happened_to_notice, told_notice

TOLD = st.dictionaries(
    st.text("abcdefgh", min_size=1), st.one_of(st.none(), st.integers(), st.text("ab c\n"))
)


@given(st.sampled_from([kind for kind in NoticeKind if kind != NoticeKind.CLOCK_BACK]), TOLD)
def test_the_journal_s_row_says_what_was_written(kind: NoticeKind, told: dict[str, object]) -> None:
    row = NoticeRow(kind, "segregation", told)
    happened = happened_to_notice(row)

    assert told_notice(happened.code, happened.old, happened.new) == row


def test_a_clock_that_ran_back_tells_the_time_before() -> None:
    before = "2014-02-03T09:00:00.000000+00:00"

    row = told_notice("clock:", before, "2014-02-03T08:00:00.000000+00:00")

    assert (row.kind, row.told) == (NoticeKind.CLOCK_BACK, {"before": before})


@pytest.mark.parametrize(
    ("code", "old", "new"),
    [
        ("noticed:segregation", None, None),
        ("noticed:segregation", None, "[]"),
        ("notice:3", None, "{}"),
        ("notice:3", None, '{"kind":"forgotten"}'),
        ("clock:", None, "now"),
    ],
)
def test_a_row_that_tells_of_no_notice_is_none(code: str, old: str | None, new: str | None) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 -- the caller has the sentence
        told_notice(code, old, new)
