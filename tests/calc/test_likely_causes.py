"""A difference is explained by the slip that made it, whatever box it was made in."""

import random
from collections.abc import Callable, Iterator, Mapping

import pytest

from focusdesk.calc.formula import parse_formula
from focusdesk.calc.likely_causes import Figures, LikelyCause, Slip, causes_of_tie, causes_of_total
from focusdesk.calc.nodes import Node
from focusdesk.calc.worksheet import CalculationPlan, Worksheet
from focusdesk.form.box import BoxKind, Value
from focusdesk.form.edition import Edition
from focusdesk.samples.sample import sample_months

Boxes = dict[str, Value]


def swapped(chance: random.Random, amount: int) -> int | None:
    """Swap two neighbouring digits that differ."""
    digits = list(str(abs(amount)))
    places = [at for at in range(len(digits) - 1) if digits[at] != digits[at + 1]]
    if not places:
        return None
    at = chance.choice(places)
    digits[at], digits[at + 1] = digits[at + 1], digits[at]
    return int("".join(digits)) * (-1 if amount < 0 else 1)


SLIPS: Mapping[Slip, Callable[[random.Random, int], int | None]] = {
    Slip.SIGN: lambda _, amount: -amount,
    Slip.SWAPPED: swapped,
    Slip.MISSING: lambda _chance, _amount: None,
    Slip.DOUBLED: lambda _, amount: 2 * amount,
}


def filings(form: Edition) -> list[Boxes]:
    """The months of the sample, the earliest first."""
    boxes = form.boxes
    return [
        {code: boxes[code].parse(text) for code, text in month.values.items()}
        for month in sample_months()
    ]


def first_off(plan: CalculationPlan, worksheet: Worksheet, stated: Mapping[str, Value]) -> str:
    """The first total, in the order of calculation, that is not what is stated."""
    return next(code for code in plan.order if worksheet.value(code) != stated[code])


def errors(form: Edition, plan: CalculationPlan, count: int) -> Iterator[tuple[str, Slip, Figures]]:
    """Random slips in filings that state their totals, each in a box that reaches a total."""
    chance = random.Random(20140226)  # noqa: S311 -- figures, not secrets
    months = filings(form)
    while count:
        number = chance.randrange(len(months))
        right = Worksheet(form, months[number], plan)
        code = chance.choice([code for code in months[number] if amount(form, code)])
        held, slip = right.value(code), chance.choice(list(SLIPS))
        assert isinstance(held, int | None)
        wrong = SLIPS[slip](chance, held) if held else held
        spoilt = Worksheet(form, {**months[number], code: wrong}, plan)
        stated = {total: right.value(total) for total in plan.order}
        if not held or all(spoilt.value(total) == stated[total] for total in plan.order):
            continue
        count -= 1
        before = Worksheet(form, months[number - 1], plan).values() if number else {}
        yield code, slip, Figures(spoilt.values(), stated, before)


def amount(form: Edition, code: str) -> bool:
    return form.boxes[code].kind is BoxKind.AMOUNT


def test_of_a_thousand_single_errors_the_true_cause_is_among_the_first_five(
    form: Edition, form_plan: CalculationPlan
) -> None:
    missed: list[tuple[str, Slip, tuple[LikelyCause, ...]]] = []
    for code, slip, figures in errors(form, form_plan, 1000):
        own = {
            box: value for box, value in figures.values.items() if not form.boxes[box].is_computed
        }
        worksheet = Worksheet(form, own, form_plan)
        total = first_off(form_plan, worksheet, figures.stated)
        causes = causes_of_total(worksheet, total, figures)
        # What was left out and stood there last month too, to the dollar, is told as that.
        likely = [(cause.code, cause.slip) for cause in causes]
        if not {(code, slip), (code, Slip.LAST_MONTH)} & set(likely):
            missed.append((code, slip, causes))

    assert missed == []


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
