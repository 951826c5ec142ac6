"""A notice in words."""

import datetime as dt
from dataclasses import replace

import pytest

from focusdesk.filing.notice import Awareness, Closing, Event, Notice
from focusdesk.filing.notice_moment import moment_words
from focusdesk.filing.notice_words import (
    closing_words,
    figures_words,
    mended_words,
    notice_lines,
    record_words,
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


@pytest.mark.parametrize(
    ("within", "words"),
    [
        ("immediately", "due immediately, counted from then"),
        ("same day", "due same day, counted from then"),
        ("24 hours", "due within 24 hours of then"),
        ("2 business days before", "due 2 business days before"),
    ],
)
def test_what_is_on_record_is_said_in_one_line(within: str, words: str) -> None:
    notice = replace(NOTICE, event=replace(SHORT, within=within))

    assert record_words(notice) == (
        f"Recorded {moment_words(STAMP)} ({words}): 7180 1,300; 7190 (200); 7194 blank."
    )


def test_the_line_counts_from_when_the_firm_became_aware_and_has_the_last_figures() -> None:
    later = STAMP + dt.timedelta(hours=2)
    aware = Awareness(STAMP, "the noon computation", "ana", later)
    again = ((later, replace(SHORT, figures={"7190": -300})),)

    assert record_words(replace(NOTICE, aware=aware, again=again)) == (
        f"Recorded {moment_words(STAMP)}, again {moment_words(later)} (due immediately, counted "
        f"from {moment_words(STAMP)}, when the firm became aware): 7190 (300)."
    )


def test_a_notice_whose_figures_are_mended_says_until_when_it_stays() -> None:
    words = mended_words(NOTICE)

    assert words.startswith(f"Under-segregated, recorded {moment_words(STAMP)} (due immediately")
    assert "7190 (200); 7194 blank. The figures have changed since" in words
    assert words.endswith("on record until it is given or closed as an entry error.")


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
