"""What is to be said of how a figure was typed."""

import pytest

from focusdesk.calc.how_typed import HowTyped, how_typed
from focusdesk.calc.worksheet import CalculationPlan, Worksheet
from focusdesk.form.edition import Edition


@pytest.fixture
def worksheet(form: Edition, form_plan: CalculationPlan) -> Worksheet:
    return Worksheet(form, {"7070": 3000, "7090": 1000, "7033": 181}, form_plan)


@pytest.mark.parametrize("typed", ["", "=1000+[7090]*2", "=3000"])
def test_of_what_still_gives_the_same_nothing_is_said(worksheet: Worksheet, typed: str) -> None:
    assert how_typed("7070", typed, worksheet) == HowTyped()


def test_once_a_named_box_has_moved_it_says_what_it_would_give_now(worksheet: Worksheet) -> None:
    worksheet.set({"7090": 2000})
    said = how_typed("7070", "=1000+[7090]*2", worksheet)
    assert said.outdated == "worked out when it was entered; it would give 5,000 now"
    assert worksheet.value("7070") == 3000, "and nothing follows by itself"
    worksheet.set({"7090": 1000})
    assert how_typed("7070", "=1000+[7090]*2", worksheet).outdated == ""


def test_what_cannot_be_worked_out_any_more_says_why(worksheet: Worksheet) -> None:
    worksheet.set({"7090": 0})
    said = how_typed("7070", "=1000/[7090]", worksheet).outdated
    assert said.startswith("worked out when it was entered; now it cannot be: ")
    assert "divided by zero" in said


def test_cents_are_accounted_for_by_the_rule_of_the_box(worksheet: Worksheet) -> None:
    assert how_typed("7070", "3000.75", worksheet).cents == (
        "cents dropped: never above the valuation"
    )
    assert how_typed("7033", "180.25", worksheet).cents == "short valuation: cents go up"
    assert how_typed("7070", "3000.00", worksheet).cents == ""
    outdated = how_typed("7070", "=[7090]/3", worksheet)
    assert (bool(outdated.outdated), outdated.cents) == (True, ""), "one thing after the other"
