"""What an edition settles once for all its filings."""

from focusdesk.filing.edition_plan import EditionPlan
from focusdesk.form.edition import Edition


def test_codes_are_put_into_the_order_of_the_form(form: Edition, form_plan: EditionPlan) -> None:
    codes = list(form.boxes)

    assert form_plan.in_order(reversed(codes)) == tuple(codes)
    assert form_plan.in_order({"7190", "7010", "13"}) == ("13", "7010", "7190")


def test_it_holds_the_calculation_and_the_checks_of_its_edition(
    form: Edition, form_plan: EditionPlan
) -> None:
    computed = {code for code, box in form.boxes.items() if box.is_computed}

    assert form_plan.edition is form
    assert set(form_plan.calculation.formulas) == computed
