"""Checks say for which periods they hold, and how sure their citation is."""

import datetime as dt
from dataclasses import replace

from focusdesk.form.edit_check import EditCheck

ALWAYS = EditCheck("N04", "notice", "[7198] >= 0")


def test_a_check_without_dates_is_always_in_force() -> None:
    assert ALWAYS.is_in_force(dt.date(1999, 1, 31))


def test_a_check_is_in_force_from_its_first_day_to_its_last() -> None:
    first, last = dt.date(2014, 1, 13), dt.date(2021, 9, 30)
    dated = replace(ALWAYS, in_force_from=first, in_force_to=last)

    assert not dated.is_in_force(dt.date(2013, 12, 31))
    assert dated.is_in_force(dt.date(2014, 1, 13))
    assert dated.is_in_force(dt.date(2021, 9, 30))
    assert not dated.is_in_force(dt.date(2021, 10, 31))


def test_a_citation_is_unverified_unless_the_definition_says_otherwise() -> None:
    assert EditCheck("X99", "error", "0 = 0", cite="a rule").quoted_cite == "a rule (unverified)"
    assert EditCheck("X99", "error", "0 = 0", cite="line 5", sure="form").quoted_cite == "line 5"
