"""A reason for an override stands for the figure that it was given for."""

import datetime as dt

from focusdesk.filing.override_reason import OverrideReason, standing_reason

NOON = dt.datetime(2014, 2, 3, 12, 0, tzinfo=dt.UTC)


def reason(text: str, held: str | None = "60", code: str = "7194") -> OverrideReason:
    return OverrideReason(code, held, text, "ana", NOON)


def test_the_newest_reason_of_a_box_stands_while_it_holds_the_same() -> None:
    reasons = [reason("first"), reason("second"), reason("of another", code="8760")]

    assert standing_reason(reasons, "7194", "60") == reasons[1]
    assert standing_reason(reasons, "7194", "61") is None
    assert standing_reason(reasons, "7194", None) is None
    assert standing_reason(reasons, "7780", "60") is None


def test_an_empty_reason_withdraws_the_one_before() -> None:
    assert standing_reason([reason("first"), reason("")], "7194", "60") is None


def test_a_blank_can_have_a_reason_too() -> None:
    blank = reason("no swaps this month", held=None)

    assert standing_reason([blank], "7194", None) == blank


def test_a_reason_is_told_in_one_line_with_its_author_and_time() -> None:
    assert reason("agreed\nwith them").signed == "agreed with them (ana, 2014-02-03 12:00 UTC)"
