"""The figures of one filing follow every edit, and a blank is not a zero."""

from collections.abc import Callable, Mapping

import pytest

from focusdesk.calc.worksheet import CalculationPlan, Worksheet
from focusdesk.form.amount import LARGEST, AmountError
from focusdesk.form.edition import Edition

Build = Callable[[Mapping[str, str]], Edition]

TOTALS = {"1": "", "2": "", "3": "[1] + [2]", "4": "", "5": "[3] - [4]", "6": "max([3], [4])"}
EARLY_WARNING = {"fact": "yes_no", "c": "", "level": "if([fact], 2, 3) * [c]", "twice": "2*[level]"}


def test_entered_boxes_are_filled_and_the_others_computed(edition_of: Build) -> None:
    sheet = Worksheet(edition_of(TOTALS), {"1": 10, "4": 3})

    assert sheet.values() == {"1": 10, "2": None, "3": 10, "4": 3, "5": 7, "6": 10}
    assert sheet.value("5") == 7


def test_a_total_of_blanks_is_blank_and_a_total_with_a_zero_is_zero(edition_of: Build) -> None:
    sheet = Worksheet(edition_of(TOTALS))

    assert set(sheet.values().values()) == {None}
    assert sheet.set({"2": 0}) == ("2", "3", "5", "6")
    assert (sheet.value("3"), sheet.value("5")) == (0, 0)
    sheet.set({"2": None})
    assert set(sheet.values().values()) == {None}


def test_an_edit_names_every_box_that_differs_entered_ones_first(edition_of: Build) -> None:
    sheet = Worksheet(edition_of(TOTALS), {"1": 10, "2": 5, "4": 3})

    assert sheet.set({"1": 11}) == ("1", "3", "5", "6")
    assert sheet.set({"4": 4, "1": 12}) == ("4", "1", "3", "6")


def test_an_edit_stops_where_a_figure_comes_out_equal(edition_of: Build) -> None:
    sheet = Worksheet(edition_of(TOTALS), {"1": 10, "2": 5, "4": 30})

    assert sheet.set({"1": 11}) == ("1", "3", "5")
    assert sheet.set({"1": 12, "2": 4}) == ("1", "2")


def test_an_edit_to_what_the_boxes_hold_already_changes_nothing(edition_of: Build) -> None:
    sheet = Worksheet(edition_of(TOTALS), {"1": 10})

    assert sheet.set({"1": 10, "2": None}) == ()
    assert sheet.set({}) == ()


def test_what_was_entered_leaves_out_blanks_and_computed_boxes(edition_of: Build) -> None:
    sheet = Worksheet(edition_of(TOTALS), {"1": 10, "2": None, "4": 0})

    assert sheet.entered() == {"1": 10, "4": 0}


def test_what_a_worksheet_gives_out_is_a_copy(edition_of: Build) -> None:
    sheet = Worksheet(edition_of(TOTALS), {"1": 10})
    sheet.values()["1"] = 99
    sheet.entered()["1"] = 99

    assert sheet.value("1") == 10


def test_an_overflow_is_refused_and_leaves_every_figure_as_it_was(edition_of: Build) -> None:
    sheet = Worksheet(edition_of(TOTALS), {"1": LARGEST, "2": 0, "4": 1})
    before = sheet.values()

    with pytest.raises(AmountError, match="too large"):
        sheet.set({"4": -5, "2": 1})

    assert sheet.values() == before
    assert sheet.set({"2": -1}) == ("2", "3", "5", "6")


def test_an_overflow_further_down_puts_back_the_totals_above_it(edition_of: Build) -> None:
    sheet = Worksheet(edition_of(TOTALS), {"1": LARGEST - 10, "2": 0, "4": -5})
    before = sheet.values()

    with pytest.raises(AmountError, match="too large"):
        sheet.set({"2": 8})

    assert sheet.values() == before


def test_a_worksheet_cannot_begin_with_an_overflow(edition_of: Build) -> None:
    with pytest.raises(AmountError, match="too large"):
        Worksheet(edition_of(TOTALS), {"1": LARGEST, "2": 1})


def test_a_box_stays_blank_for_want_of_a_fact_and_says_which(edition_of: Build) -> None:
    sheet = Worksheet(edition_of(EARLY_WARNING), {"c": 10})

    assert (sheet.value("level"), sheet.unanswered("level")) == (None, "fact")
    assert (sheet.value("twice"), sheet.unanswered("twice")) == (None, None)


def test_an_answer_fills_the_box_and_taking_it_back_blanks_it(edition_of: Build) -> None:
    sheet = Worksheet(edition_of(EARLY_WARNING), {"c": 10})

    assert sheet.set({"fact": False}) == ("fact", "level", "twice")
    assert (sheet.value("level"), sheet.unanswered("level")) == (30, None)
    assert sheet.set({"fact": True}) == ("fact", "level", "twice")
    assert sheet.value("twice") == 40
    sheet.set({"fact": None})
    assert (sheet.value("level"), sheet.unanswered("level")) == (None, "fact")


def test_an_overflow_leaves_an_open_question_open(edition_of: Build) -> None:
    sheet = Worksheet(edition_of({**EARLY_WARNING, "sum": "[c] + [d]", "d": ""}), {"d": LARGEST})

    with pytest.raises(AmountError):
        sheet.set({"fact": True, "c": 1})

    assert sheet.unanswered("level") == "fact"


def test_worksheets_of_one_edition_share_its_plan(edition_of: Build) -> None:
    edition = edition_of(TOTALS)
    plan = CalculationPlan(edition)
    one, other = Worksheet(edition, {"1": 1}, plan), Worksheet(edition, {"1": 2}, plan)

    assert one.plan is other.plan
    assert (one.value("3"), other.value("3")) == (1, 2)


def test_a_plan_knows_who_reads_a_box(edition_of: Build) -> None:
    plan = CalculationPlan(edition_of(TOTALS))

    assert plan.readers_of("3") == ("5", "6")
    assert plan.readers_of("5") == ()


def test_a_code_that_the_form_lacks_is_not_passed_over(edition_of: Build) -> None:
    sheet = Worksheet(edition_of(TOTALS))

    with pytest.raises(KeyError):
        sheet.value("9999")
    with pytest.raises(KeyError):
        sheet.set({"9999": 1})
