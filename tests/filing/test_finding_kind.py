"""Under which word a finding is counted."""

import pytest

from focusdesk.filing.finding_kind import Kind, count_words


@pytest.mark.parametrize(
    ("kinds", "words"),
    [
        ((), ""),
        ((Kind.ERROR,), "1 error"),
        ((Kind.WARNING, Kind.ERROR, Kind.WARNING), "1 error, 2 warnings"),
        ((Kind.INFORMATION, Kind.INFORMATION), "2 information"),
        (
            (Kind.EXPLAINED, Kind.PROVISIONAL, Kind.OPEN_NOTICE, Kind.OPEN_NOTICE),
            "2 open notices, 1 provisional notice, 1 explained warning",
        ),
    ],
)
def test_findings_are_counted_in_words_the_weightiest_first(
    kinds: tuple[Kind, ...], words: str
) -> None:
    assert count_words(kinds) == words


def test_where_there_is_little_room_a_kind_is_counted_by_one_word() -> None:
    assert Kind.EXPLAINED.shortly_counted(1) == "1 explained"
    assert Kind.OPEN_NOTICE.shortly_counted(0) == "0 open notices"


def test_errors_and_warnings_make_the_status_of_findings_and_notices_wait_beside_them() -> None:
    assert {kind for kind in Kind if kind.fails} == {Kind.ERROR, Kind.WARNING}
    waiting = {Kind.OPEN_NOTICE, Kind.PROVISIONAL}
    assert {kind for kind in Kind if kind.is_open} == {Kind.ERROR, Kind.WARNING, *waiting}
