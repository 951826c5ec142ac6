"""Two figures that face one another: how they agree, and the sentence that says so."""

from dataclasses import replace
from decimal import Decimal

import pytest

from focusdesk.calc.finding import Finding, Severity, State, Tie, Tolerance
from focusdesk.filing.facing_tie import Agreement, FacingTie
from focusdesk.form.edit_check import EditCheck

FINDING = Finding("X01", Severity.WARNING, ("7020", "7090"), "They differ.", "segregation")


def facing(
    left: int | None, right: int | None, state: State = State.HOLDS, sign: str = "="
) -> FacingTie:
    tie = Tie("X01", "segregation", ("7020",), ("7090", "7120"), sign, left, right, state)
    failing = FINDING if state is State.FAILS else None
    why = "It is blank." if state is State.NOT_EVALUATED else ""
    return FacingTie(tie, EditCheck("X01", "warning", ""), why, failing)


@pytest.mark.parametrize(
    ("tie", "agreement", "sentence"),
    [
        (
            facing(500, 500),
            Agreement.EQUAL,
            "7020 is 500, 7090 + 7120 are 500: equal to the dollar.",
        ),
        (
            facing(501, 500),
            Agreement.ALLOWED,
            "7020 is 501, 7090 + 7120 are 500: 1 more is owed, and the check holds all the same.",
        ),
        (
            facing(500, 700, sign="<="),
            Agreement.COVERED,
            "7020 is 500, 7090 + 7120 are 700: 200 more is held than has to be.",
        ),
        (
            facing(500, 700, State.FAILS),
            Agreement.FAILS,
            "7020 is 500, 7090 + 7120 are 700: 200 more is held, and the check does not hold.",
        ),
        (
            facing(5, None, State.NOT_EVALUATED),
            Agreement.NOT_EVALUATED,
            "7020 is 5, 7090 + 7120 are blank: there is no difference to tell while one is blank; "
            "not evaluated. It is blank.",
        ),
    ],
)
def test_it_says_how_far_apart_they_are_and_what_the_check_comes_to(
    tie: FacingTie, agreement: Agreement, sentence: str
) -> None:
    assert (tie.agreement, tie.sentence) == (agreement, sentence)


def test_a_figure_that_agrees_does_not_fail_with_its_neighbour() -> None:
    tie = facing(500, 500, State.FAILS)

    assert (tie.agreement, tie.severity) == (Agreement.EQUAL, None)
    assert facing(500, 400, State.FAILS).severity is Severity.WARNING


def test_a_difference_is_written_without_its_sign() -> None:
    assert (facing(400, 1500).shown, facing(400, 1500).more_held) == ("1,100", True)
    assert (facing(None, 1500).shown, facing(1500, 400).more_held) == ("blank", False)


PERCENT = Decimal("0.01")


def measured(tie: FacingTie, tolerance: Tolerance) -> FacingTie:
    return replace(tie, tie=replace(tie.tie, tolerance=tolerance))


@pytest.mark.parametrize(
    ("tie", "brief", "arithmetic"),
    [
        (
            measured(facing(505, 500), Tolerance(PERCENT, 5, 505, "505 - 500")),
            "more owed, within 1 %",
            "5 more is owed; 1 % of 505 is 5: within.",
        ),
        (
            measured(facing(520, 500), Tolerance(PERCENT, 1, 300, "520 - 500 - 19")),
            "more owed, net within 1 %",
            "20 more is owed; 1 % of 520 is 5: above. X01 asks the net: 520 - 500 - 19 = 1; "
            "1 % of 300 is 3: within.",
        ),
        (
            measured(facing(500, 520, State.FAILS), Tolerance(Decimal("0.025"), 20, 520)),
            "more held, fails",
            "20 more is held; 2.5 % of 520 is 13: above.",
        ),
    ],
)
def test_what_is_allowed_is_worked_out(tie: FacingTie, brief: str, arithmetic: str) -> None:
    assert tie.brief == brief
    assert tie.sentence.endswith(arithmetic)


def test_what_is_allowed_is_information() -> None:
    allowed = measured(facing(505, 500), Tolerance(PERCENT, 5, 505))
    assert allowed.severity is Severity.INFORMATION
    assert measured(facing(500, 500), Tolerance(PERCENT, 0, 500)).severity is None


def test_of_deductions_the_greater_means_less() -> None:
    owed, held = (replace(facing(*of), deducted=True) for of in ((503, 500), (500, 503)))
    assert owed.sentence.endswith("3 less is owed, and the check holds all the same.")
    assert held.sentence.endswith("3 less is held, and the check holds all the same.")
    assert owed.brief == "less owed, allowed"
