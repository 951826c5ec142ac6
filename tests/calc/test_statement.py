"""A check is judged, or says why it cannot be."""

import datetime as dt

import pytest

from focusdesk.calc.circumstances import CheckedValues, Circumstances
from focusdesk.calc.finding import Judgement, Severity, State
from focusdesk.calc.statement import Statement
from focusdesk.form.box import Value
from focusdesk.form.edit_check import CarriedFigure, EditCheck

FIGURES = {"anc": CarriedFigure("anc", "adjusted net capital", "it has no page.")}
VALUES: dict[str, Value] = {"7010": 5, "7020": None, "7030": -1, "firm.fact": None}


def judged(check: EditCheck, circumstances: Circumstances | None = None) -> Judgement:
    beside = circumstances or Circumstances(day=dt.date(2014, 1, 31))
    statement = Statement(check, "segregation", {}, FIGURES)
    return statement.judged(CheckedValues(VALUES, beside, FIGURES))


def check(must: str, **more: object) -> EditCheck:
    return EditCheck("X99", "warning", must, ("7010",), "{7010} is wrong.", **more)  # pyright: ignore[reportArgumentType]


def test_what_fails_is_a_finding_with_its_rule() -> None:
    failing = judged(check("[7010] < 0", cite="a rule", why="It matters."))

    assert failing.finding is not None
    assert failing.finding.severity is Severity.WARNING
    assert failing.finding.message == "5 is wrong."
    assert failing.finding.cite == "a rule (unverified)"
    assert failing.finding.why == "It matters."


def test_what_holds_says_what_holds() -> None:
    holding = judged(check("[7010] > 0"))

    assert (holding.state, holding.statement, holding.finding) == (State.HOLDS, "[7010] > 0", None)


@pytest.mark.parametrize(
    ("asked", "why"),
    [
        (check("[7020] >= 0"), "7020 is blank."),
        (check("[7010] > 0", needs=("7020",)), "7020 is blank."),
        (check("[7010] > 0", when="[7010] > 9", otherwise="it is too small."), "It is too small."),
        (check("[anc] > 0"), "Adjusted net capital is not known: it has no page."),
        (check("[firm.fact] or [7010] < 0", needs=("7010",)), "firm.fact"),
        (check("[7010] > 0", at="signing"), "It is asked when a signature copy is."),
        (check("[7010] > prior([7010])"), "The month before is not in the store."),
        (
            check("[7010] > 0", in_force_from=dt.date(2014, 11, 14)),
            "It is in force for periods that end from 14 November 2014 on (unverified).",
        ),
        (
            check("[7010] > 0", in_force_to=dt.date(2013, 9, 30), sure="published"),
            "It is in force for periods that end until 30 September 2013.",
        ),
    ],
)
def test_what_cannot_be_judged_says_why(asked: EditCheck, why: str) -> None:
    undecided = judged(asked)

    assert undecided.state is State.NOT_EVALUATED
    assert why in undecided.words


def test_any_of_several_boxes_may_be_what_is_needed() -> None:
    assert judged(check("[7010] > 0", needs=("7020 or 7030",))).state is State.HOLDS


def test_a_signature_copy_is_asked_more() -> None:
    signing = Circumstances(signing=True)

    assert judged(check("[7010] < 0", at="signing"), signing).state is State.FAILS


def test_a_check_that_counts_is_judged_of_blanks_too() -> None:
    assert judged(check("count([7020]) = 1")).state is State.FAILS


def test_the_boxes_that_it_reads_are_those_whose_change_matters() -> None:
    asked = check("[7010] > prior([7030])", needs=("7020",))

    assert Statement(asked, "s", {}, ()).reads == {"7010", "7020", "7030"}
