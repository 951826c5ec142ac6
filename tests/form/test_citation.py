"""A rule statement is quoted with the mark that it needs, and a house check with no rule."""

import pytest

from focusdesk.form.citation import HOUSE, HOW_SURE, UNVERIFIED, mark_of, quoted_cite


def test_what_nobody_has_verified_is_quoted_as_that() -> None:
    assert quoted_cite("17 CFR 1.12(j)", "unverified") == "17 CFR 1.12(j) (unverified)"
    assert quoted_cite("17 CFR 1.12(h)", "published") == "17 CFR 1.12(h)"
    assert quoted_cite("the line itself", "form") == "the line itself"


def test_a_check_of_the_house_pretends_no_rule() -> None:
    assert quoted_cite("a check of plausibility", "house") == "no rule: a check of plausibility"


@pytest.mark.parametrize("sure", HOW_SURE)
def test_where_nothing_is_cited_nothing_is_marked(sure: str) -> None:
    assert quoted_cite("", sure) == ""


def test_only_what_is_unverified_bears_the_mark() -> None:
    assert [sure for sure in HOW_SURE if mark_of(sure)] == [UNVERIFIED]
    assert HOUSE in HOW_SURE
