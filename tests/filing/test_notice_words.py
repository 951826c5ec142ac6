"""A notice in words."""

import datetime as dt
from dataclasses import replace

import pytest

from focusdesk.filing.notice import Closing, Event, Notice
from focusdesk.filing.notice_moment import moment_words
from focusdesk.filing.notice_words import (
    closing_words,
    figures_words,
    notice_lines,
    to_record_line,
    to_record_words,
    to_whom_words,
)

STAMP = dt.datetime(2014, 2, 3, 9, tzinfo=dt.UTC)
SHORT = Event(
    name="under-segregated",
    check="N01",
    schedule="segregation",
    message="7190 is short.",
    figures={"7180": 1_300, "7190": -200, "7194": None},
    within="immediately",
    to=("the CFTC", "the NFA"),
    means="in writing",
    cite="17 CFR 1.12(h)",
    sure="unverified",
)
NOTICE = Notice(17, SHORT, "a signature copy was asked for", "ana", STAMP)


def test_figures_are_written_as_the_form_does() -> None:
    assert figures_words(SHORT) == "7180 1,300; 7190 (200); 7194 blank"


def test_what_nobody_has_verified_is_marked() -> None:
    assert to_whom_words(SHORT) == "the CFTC and the NFA, in writing (unverified)"
    assert to_whom_words(replace(SHORT, sure="published")) == "the CFTC and the NFA, in writing"


def test_an_open_notice_is_written_out() -> None:
    lines = notice_lines(NOTICE, "immediately")

    assert lines[0] == "Notice 17 \u00b7 N01 \u00b7 under-segregated (segregation)"
    assert f"  Recorded {moment_words(STAMP)} by ana: a signature copy was asked for." in lines
    assert lines[-1] == "  Open."


@pytest.mark.parametrize(
    ("given", "told", "words"),
    [
        (
            True,
            {"when": "noon", "by": "A. Lee", "to": "CFTC", "reference": "W-1"},
            "Given noon by A. Lee to CFTC, reference W-1",
        ),
        (True, {"when": "noon", "by": "A. Lee", "to": "CFTC"}, "Given noon by A. Lee to CFTC"),
        (False, {"reason": "a slip"}, "Entry error, corrected: a slip"),
    ],
)
def test_how_it_was_closed_is_said(given: bool, told: dict[str, str], words: str) -> None:  # noqa: FBT001
    closed = replace(NOTICE, closing=Closing(given, told, "ana", STAMP))

    assert closing_words(closed) == f"{words} (ana, {moment_words(STAMP)})"


def test_what_will_go_on_record_is_counted_and_told_line_by_line() -> None:
    assert to_record_words([SHORT]) == "1 notice will go on record, stamped now"
    assert to_record_words([SHORT, SHORT]) == "2 notices will go on record, stamped now"
    assert to_record_line(SHORT) == "N01 \u00b7 under-segregated. 7190 is short."
