"""What arithmetic typed into a box may count with."""

import pytest

from focusdesk.calc.entry_lookup import entry_lookup
from focusdesk.calc.worksheet import CalculationPlan, Worksheet
from focusdesk.form.box import EntryError
from focusdesk.form.edition import Edition
from focusdesk.form.expression import Lookup


@pytest.fixture
def look_up(form: Edition, form_plan: CalculationPlan) -> Lookup:
    values = {"7010": 5, "7070": 8, "7510": "HARRIS TRUST", "7415": 100, "7475": 50_000_000}
    return entry_lookup("7020", Worksheet(form, values, form_plan))


@pytest.mark.parametrize(
    ("code", "held"), [("7010", 5), ("7030", None), ("7180", 8), ("7425", 8), ("7455", 8)]
)
def test_entered_amounts_and_totals_can_be_counted_with(
    look_up: Lookup, code: str, held: int | None
) -> None:
    assert look_up(code) == held


@pytest.mark.parametrize(
    ("code", "why"),
    [
        ("9999", 'The form has no box "9999".'),
        ("7510", "7510 holds no amount, so nothing can be worked out with it."),
        ("25", "25 holds no amount"),
        ("16", "16 holds no amount"),
        ("7020", "7020 is this box itself. Write the figure that it holds now, 0, instead."),
        ("7040", "7040 follows from 7020 itself. Write the figure that it holds now, 5, instead."),
        ("7190", "7190 follows from 7020 itself."),
        ("7495", "7495 is blank until firm.retail_forex is answered."),
    ],
)
def test_nothing_is_counted_with_that_cannot_be_or_would_not_stay_true(
    look_up: Lookup, code: str, why: str
) -> None:
    with pytest.raises(EntryError) as refused:
        look_up(code)
    assert why in str(refused.value)
