"""Checks look beside the month's own boxes, and say what is not known there."""

import pytest

from focusdesk.calc.circumstances import (
    CheckedValues,
    Circumstances,
    EarlierMonth,
    NotKnown,
    prior_key,
)
from focusdesk.form.edit_check import CarriedFigure

DECEMBER = EarlierMonth("December 2013", {"7190": 5, "7194": None})
FIGURES = {
    "3760": CarriedFigure("3760", "the minimum (page 6)", "that page is not there yet."),
    "anc": CarriedFigure("anc", "adjusted net capital", "that page is not there yet."),
    "note": CarriedFigure("note", "a remark"),
}
BESIDE = Circumstances(
    earlier=(DECEMBER,),
    imported={"7190": 7},
    limits={"": (1_000, None), "7190": (None, 500)},
    figures={"3760": 9},
)


def beside(key: str, circumstances: Circumstances = BESIDE) -> object:
    return CheckedValues({"7190": 1}, circumstances, FIGURES)[key]


def test_the_months_own_boxes_come_first() -> None:
    assert beside("7190") == 1


def test_an_earlier_month_is_asked_by_how_far_back_it_lies() -> None:
    assert prior_key("7190") == "prior1 7190"
    assert beside("prior1 7190") == 5
    assert beside("prior1 7194") is None


@pytest.mark.parametrize(
    ("key", "why"),
    [
        ("prior2 7190", "the month 2 months before is not in the store."),
        ("prior1 7446", "the form of December 2013 had no box 7446."),
        ("anc", "adjusted net capital is not known: that page is not there yet."),
    ],
)
def test_what_is_not_known_says_why(key: str, why: str) -> None:
    with pytest.raises(NotKnown, match=why.replace("(", r"\(")):
        beside(key)


def test_without_any_earlier_month_it_is_the_month_before_that_is_missing() -> None:
    with pytest.raises(NotKnown, match=r"^the month before is not"):
        beside("prior1 7190", Circumstances())


def test_a_figure_with_a_printed_number_is_told_by_it() -> None:
    with pytest.raises(NotKnown, match=r"^3760, the minimum \(page 6\), is not known"):
        beside("3760", Circumstances())


def test_figures_limits_and_imports_are_found_under_their_names() -> None:
    assert beside("3760") == 9
    assert beside("note") is None, "blank is an answer there"
    assert beside("imported 7190") == 7
    assert beside("imported 7010") is None
    assert (beside("limit_dollars 7190"), beside("limit_points 7190")) == (None, 500)
    assert (beside("limit_dollars 7010"), beside("limit_points 7010")) == (1_000, None)
    assert beside("limit_dollars 7010", Circumstances()) is None


def test_a_name_that_nobody_knows_is_a_fault_of_the_program() -> None:
    with pytest.raises(KeyError):
        beside("9999")
