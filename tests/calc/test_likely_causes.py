"""A difference is explained by the slip that made it, whatever box it was made in."""

import pytest

from focusdesk.calc.formula import parse_formula
from focusdesk.calc.likely_causes import Figures, Slip, causes_of_tie, causes_of_total
from focusdesk.calc.nodes import Node
from focusdesk.calc.worksheet import Worksheet
from focusdesk.form.box import Value
from focusdesk.form.edition import Edition

Boxes = dict[str, Value]


SEGREGATED: Boxes = {
    "7010": 1_000,
    "7020": 500,
    "7030": -40,
    "7070": 1_200,
    "7090": 300,
    "7120": 200,
    "7130": -15,
    "7140": 77,
}


def causes(
    form: Edition, wrong: Boxes, total: str = "7180", last_month: Boxes | None = None
) -> list[tuple[str, Slip, int | None]]:
    right, spoilt = Worksheet(form, SEGREGATED), Worksheet(form, {**SEGREGATED, **wrong})
    stated = {code: right.value(code) for code, box in form.boxes.items() if box.is_computed}
    found = causes_of_total(spoilt, total, Figures(spoilt.values(), stated, last_month or {}))
    return [(cause.code, cause.slip, cause.would_hold) for cause in found]


@pytest.mark.parametrize(
    ("wrong", "cause"),
    [
        ({"7130": 15}, ("7130", Slip.SIGN, -15)),
        ({"7070": 2_100}, ("7070", Slip.SWAPPED, 1_200)),
        ({"7070": 2_400}, ("7070", Slip.DOUBLED, 1_200)),
    ],
)
def test_a_slip_is_the_first_cause(
    form: Edition, wrong: Boxes, cause: tuple[str, Slip, int]
) -> None:
    assert causes(form, wrong)[0] == cause


def test_what_was_there_last_month_is_missed_first(form: Edition) -> None:
    assert ("7140", Slip.MISSING, 77) in causes(form, {"7140": None})
    assert causes(form, {"7140": None}, last_month={"7140": 80})[0] == ("7140", Slip.MISSING, 77)
    assert causes(form, {"7140": None}, last_month={"7140": 77})[0] == (
        "7140",
        Slip.LAST_MONTH,
        77,
    )


def test_a_total_that_foots_with_what_is_stated_follows_from_its_part(form: Edition) -> None:
    assert causes(form, {"7130": 15}, "7190") == [("7180", Slip.BELOW, 2_062 - 300)]


def test_a_total_that_agrees_has_no_cause(form: Edition) -> None:
    assert causes(form, {}) == []


def test_the_stated_total_itself_may_be_wrong(form: Edition) -> None:
    worksheet = Worksheet(form, SEGREGATED)
    figures = Figures(worksheet.values(), {"7180": 1_726})
    found = causes_of_total(worksheet, "7180", figures)

    assert worksheet.value("7180") == 1_762
    assert ("7180", Slip.SWAPPED, 1_762) in {
        (each.code, each.slip, each.would_hold) for each in found
    }
    assert "the stated total itself has two digits swapped: 1,726 instead of 1,762" in {
        each.words for each in found
    }


def test_a_percentage_is_solved_for_what_is_missing(form: Edition) -> None:
    worksheet = Worksheet(form, {"7435": 5})
    figures = Figures(worksheet.values(), {"7425": 75_721_927})
    (found,) = causes_of_total(worksheet, "7425", figures)

    assert (found.code, found.slip) == ("7415", Slip.MISSING)
    assert Worksheet(form, {"7415": found.would_hold}).value("7425") == 75_721_927
    assert found.words == "7415 is blank: about 946,524,087 would be missing there"


def test_a_swap_may_have_brought_a_zero_to_the_front(form: Edition) -> None:
    right, spoilt = (Worksheet(form, {"7415": it}) for it in (908_836_988, 98_836_988))
    figures = Figures(spoilt.values(), {"7425": right.value("7425")})
    (found,) = causes_of_total(spoilt, "7425", figures)

    assert (found.slip, found.would_hold) == (Slip.SWAPPED, 908_836_988)


def test_a_total_that_waits_for_a_fact_of_the_firm_is_passed_over(form: Edition) -> None:
    worksheet = Worksheet(form, {"7465": 1_000, "7475": 5_000})
    figures = Figures(worksheet.values(), {"7495": 7_500, "7455": 7})

    assert worksheet.unanswered("7495") == "firm.retail_forex"
    assert [cause.code for cause in causes_of_total(worksheet, "7495", figures)] == ["7455"]
    alone = Figures(worksheet.values(), {"7495": 7_500})
    assert causes_of_total(worksheet, "7495", alone) == ()


def test_an_amount_that_counts_only_where_it_is_the_greatest_is_missed(form: Edition) -> None:
    right, spoilt = Worksheet(form, {"7465": 4_000}), Worksheet(form, {})
    stated = {code: right.value(code) for code in ("7490", "7495")}
    (found,) = causes_of_total(spoilt, "7495", Figures(spoilt.values(), stated))

    assert (stated["7495"], found.code, found.would_hold) == (6_000, "7465", 4_000)


def tie(left: str, right: str) -> tuple[Node, Node]:
    return parse_formula(left).root, parse_formula(right).root


def test_a_tie_that_breaks_has_causes_on_both_sides(form: Edition) -> None:
    worksheet = Worksheet(form, {"7020": 500, "7090": 300, "7120": 20, "7170": 0})
    sides = tie("[7020]", "[7090] + [7120] + [7170]")
    found = causes_of_tie(worksheet, sides, Figures(worksheet.values(), {}, {"7120": 200}))

    assert (found[0].code, found[0].slip) == ("7120", Slip.LAST_MONTH)
    assert found[0].words == "7120 as last month: 200 instead of 20"
    assert ("7170", Slip.MISSING) in {(each.code, each.slip) for each in found}


def test_a_tie_that_holds_has_none(form: Edition) -> None:
    worksheet = Worksheet(form, {"7020": 500, "7090": 500})

    assert causes_of_tie(worksheet, tie("[7020]", "[7090]"), Figures(worksheet.values())) == ()
