"""Every formula passes on who moved what it reads."""

import datetime as dt
from collections.abc import Callable, Mapping
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from focusdesk.calc.movement import Movement
from focusdesk.calc.worksheet import CalculationPlan, Worksheet
from focusdesk.form.box import Value
from focusdesk.form.edition import Edition

Build = Callable[[Mapping[str, str]], Edition]
Figures = Mapping[str, Value]

BOXES = {"a": "", "b": "", "c": "", "fact": "yes_no", "name": "text", "on": "date"}


@pytest.fixture
def moved(edition_of: Build) -> Callable[[str, Figures, Figures], dict[str, Fraction]]:
    """Say who moved a formula of the boxes a, b, c, fact, name and on."""

    def parts(formula: str, before: Figures, after: Figures) -> dict[str, Fraction]:
        edition = edition_of({**BOXES, "total": formula})
        plan = CalculationPlan(edition)
        months = [Worksheet(edition, month, plan).values() for month in (before, after)]
        made = dict(Movement(plan, *months).parts("total"))
        ends = [month["total"] or 0 for month in months]
        assert isinstance(ends[0], int)
        assert isinstance(ends[1], int)
        assert sum(made.values()) == ends[1] - ends[0]
        return made

    return parts


Moved = Callable[[str, Figures, Figures], dict[str, Fraction]]
HALF = Fraction(1, 2)


@pytest.mark.parametrize(
    ("formula", "before", "after", "made"),
    [
        ("[a] - [b]", {"a": 10, "b": 4}, {"a": 15, "b": 1}, {"a": 5, "b": 3}),
        ("[a] - [b]", {"a": 10}, {"a": 10, "b": 4}, {"b": -4}),
        ("[a] + [b]", {"a": 10, "b": 4}, {"b": 4}, {"a": -10}),
        ("sum([a], -[b], 7)", {"a": 1}, {"a": 3, "b": 5}, {"a": 2, "b": -5}),
        ("round(0.08 * [a])", {"a": 100}, {"a": 150}, {"a": 4}),
        ("round([a] / 2 + [b])", {"a": 1, "b": 1}, {"a": 2, "b": 1}, {"a": 0}),
        ("round([a] * [b])", {"a": 2, "b": 3}, {"a": 4, "b": 5}, {"a": 8, "b": 6}),
        ("round([a] * [b])", {"a": 2}, {"a": 2, "b": 5}, {"b": 10}),
        ("round([a] / [b])", {"a": 12, "b": 2}, {"a": 12, "b": 4}, {"b": -3}),
        ("round([a] / [b])", {"a": 12, "b": 0}, {"a": 12, "b": 4}, {"b": 3}),
        ("abs([a] - [b])", {"a": 1, "b": 4}, {"a": 9, "b": 4}, {"a": 2}),
        ("abs([a] - [b])", {"a": 4, "b": 4}, {"a": 4, "b": 9}, {"b": 5}),
        ("max([a], [b])", {"a": 100, "b": 50}, {"a": 200, "b": 120}, {"a": 100, "b": 0}),
        ("max([a], [b])", {"a": 100, "b": 80}, {"a": 90, "b": 120}, {"a": -4, "b": 24}),
        ("min([a], [b])", {"a": 100, "b": 80}, {"a": 90, "b": 120}, {"a": -6, "b": 16}),
        ("max([a], [b])", {"a": -5}, {"a": -5, "b": 0}, {"b": 5}),
        ("count([a], [name], [fact])", {"a": 1}, {"name": "x", "fact": True},
         {"a": -1, "name": 1, "fact": 1}),
    ],
)  # fmt: skip
def test_a_formula_passes_on_who_moved_it(
    moved: Moved, formula: str, before: Figures, after: Figures, made: dict[str, int]
) -> None:
    assert moved(formula, before, after) == made


def test_a_cent_that_is_rounded_away_is_shared_by_size_and_blows_nothing_up(moved: Moved) -> None:
    made = moved("round(1.01 * ([a] - [b]))", {"a": 5000, "b": 5000}, {"a": 6000, "b": 5999})

    assert abs(made["a"] - 1010) < 1
    assert abs(made["b"] + Fraction("1008.99")) < 1


def test_who_turns_a_choice_made_what_it_changes(moved: Moved) -> None:
    formula = "round(if([fact], 1.10, 1.50) * [a])"

    assert moved(formula, {"a": 100, "fact": True}, {"a": 100, "fact": False}) == {"fact": 40}
    assert moved(formula, {"a": 100}, {"a": 100, "fact": True}) == {"fact": 110}
    # Midway between both rates, the amount made 130 and the answer 60.
    both = moved(formula, {"a": 100, "fact": True}, {"a": 200, "fact": False})
    assert both == {"a": 130, "fact": 60}


def test_a_choice_that_falls_as_before_has_no_part(moved: Moved) -> None:
    assert moved("if([c] > 0, [a], [b])", {"a": 1, "b": 2, "c": 3}, {"a": 5, "b": 9, "c": 8}) == {
        "a": 4
    }


def test_who_moves_one_side_from_the_other_turns_a_comparison(moved: Moved) -> None:
    formula = "if([a] > [b], 100, 0)"

    assert moved(formula, {"a": 0, "b": 5}, {"a": 30, "b": 15}) == {"a": 75, "b": 25}


def test_of_several_conditions_those_turn_a_choice_that_fall_otherwise(moved: Moved) -> None:
    formula = "if([a] > 0 and not ([b] > 0 or [fact]), 100, 0)"
    before = {"a": 1, "b": 1, "fact": False}

    assert moved(formula, before, {"a": 2, "b": 0, "fact": False}) == {"b": 100}
    assert moved(formula, before, {"a": 2, "b": 1, "fact": True}) == {}


def test_an_answer_within_a_condition_turns_it(moved: Moved) -> None:
    formula = "if(2 >= if(not [fact], [a]), 2)"

    assert moved(formula, {"fact": None}, {"fact": True}) == {"fact": 2}


def test_a_date_can_turn_a_choice(moved: Moved) -> None:
    formula = "if([on] > [on], 1, 0) + if(count([on]) = 1, [a], 0)"

    assert moved(formula, {"a": 7}, {"a": 7, "on": dt.date(2014, 1, 1)}) == {"on": 7}


def test_a_change_goes_through_box_after_box(edition_of: Build) -> None:
    edition = edition_of({"a": "", "b": "", "x": "[a] + [b]", "y": "max([x], [b])", "z": "2 * [y]"})
    plan = CalculationPlan(edition)
    before, after = (
        Worksheet(edition, month, plan).values() for month in ({"a": 1, "b": 2}, {"a": 3, "b": 2})
    )

    assert Movement(plan, before, after).parts("z") == {"a": 4}
    assert Movement(plan, before, after).parts("b") == {}


def test_a_quotient_that_never_ends_still_sums_to_the_change(moved: Moved) -> None:
    assert moved("round([a] / 3 * 3)", {"a": 1}, {"a": 2}) == {"a": 1}


READ = st.sampled_from(("[a]", "[b]", "[c]"))
NUMBER = st.sampled_from(("2", "0.08", "1.50"))


def _joined(parts: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    two = st.tuples(parts, parts)
    conditions = st.sampled_from(("[fact]", "not [fact]", "count([name], [a]) = 1")) | two.map(
        lambda sides: f"({sides[0]}) >= ({sides[1]})"
    )
    truths = conditions | st.tuples(conditions, st.sampled_from(("and", "or")), conditions).map(
        lambda each: f"({each[0]} {each[1]} {each[2]})"
    )
    return st.one_of(
        st.tuples(parts, st.sampled_from("+-*/"), parts).map(
            lambda it: f"({it[0]} {it[1]} {it[2]})"
        ),
        st.tuples(st.sampled_from(("max", "min", "sum")), parts, parts, parts).map(
            lambda it: f"{it[0]}({it[1]}, {it[2]}, {it[3]})"
        ),
        st.tuples(st.sampled_from(("abs", "round", "-")), parts).map(
            lambda it: f"{it[0]}({it[1]})"
        ),
        st.tuples(truths, parts, parts).map(lambda it: f"if({it[0]}, {it[1]}, {it[2]})"),
        st.tuples(truths, parts).map(lambda it: f"if({it[0]}, {it[1]})"),
    )


FORMULAS = st.recursive(READ | NUMBER, _joined, max_leaves=8).map(lambda text: f"round({text})")
FIGURES = st.fixed_dictionaries({
    **dict.fromkeys("abc", st.none() | st.integers(-99, 99)),
    "fact": st.none() | st.booleans(),
    "name": st.none() | st.just("x"),
})  # fmt: skip


@settings(max_examples=100, deadline=None)
@given(formulas=st.tuples(FORMULAS, FORMULAS), months=st.tuples(FIGURES, FIGURES))
def test_whatever_the_formula_the_parts_sum_to_the_change_and_only_what_changed_has_one(
    edition_of: Build, formulas: tuple[str, str], months: tuple[Figures, Figures]
) -> None:
    first, second = formulas[0], formulas[1].replace("[c]", "[x]")
    edition = edition_of({**BOXES, "x": first, "y": second, "total": "max([x], [y]) - [a]"})
    plan = CalculationPlan(edition)
    held, holds = (Worksheet(edition, month, plan).values() for month in months)
    for code in ("x", "y", "total"):
        parts = Movement(plan, held, holds).parts(code)
        was, now = held[code] or 0, holds[code] or 0
        assert isinstance(was, int)
        assert isinstance(now, int)
        assert sum(parts.values()) == now - was
        assert set(parts) <= {box for box, was in months[0].items() if was != months[1][box]}
