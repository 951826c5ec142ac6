"""What belongs in which copy."""

import pytest

from focusdesk.filing.copies import Copy, PrintOrder, PrintRefused
from focusdesk.form.edition import Edition


def printed(form: Edition, order: PrintOrder) -> list[str]:
    return [schedule.id for schedule in order.pages(form)]


def test_without_a_choice_the_whole_filing_is_printed(form: Edition) -> None:
    assert printed(form, PrintOrder()) == [schedule.id for schedule in form.schedules]


def test_chosen_schedules_come_in_the_order_of_the_form(form: Edition) -> None:
    order = PrintOrder(schedules=("cftc_capital", "segregation"))
    assert printed(form, order) == ["segregation", "cftc_capital"]


def test_a_public_set_has_the_published_statements_only(form: Edition) -> None:
    """17 CFR 1.55(o): segregation, secured amounts and cleared swaps; no cover and no capital."""
    assert printed(form, PrintOrder(Copy.PUBLIC)) == [
        "segregation",
        "secured_amounts",
        "secured_funds",
        "cleared_swaps",
    ]


@pytest.mark.parametrize(
    ("order", "named"),
    [
        (PrintOrder(schedules=("balance_sheet",)), '"balance_sheet" in edition 2014-01'),
        (PrintOrder(Copy.PUBLIC, schedules=("cover",)), '"cover" in a public set'),
    ],
)
def test_what_does_not_belong_is_refused_by_name(
    form: Edition, order: PrintOrder, named: str
) -> None:
    with pytest.raises(PrintRefused, match=named):
        order.pages(form)
