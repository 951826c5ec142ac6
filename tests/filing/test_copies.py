"""What belongs in which copy."""

from dataclasses import replace

import pytest

from focusdesk.filing.copies import DATE_OF_SIGNING, Copy, PrintOrder, PrintRefused
from focusdesk.filing.filing import Filing
from focusdesk.form.box import BoxKind
from focusdesk.form.edition import Edition
from focusdesk.form.period import Period


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
        (PrintOrder(Copy.SIGNATURE, schedules=("cover",)), "without: Segregation, Dealer options"),
    ],
)
def test_what_does_not_belong_is_refused_by_name(
    form: Edition, order: PrintOrder, named: str
) -> None:
    with pytest.raises(PrintRefused, match=named):
        order.pages(form)


def test_a_public_set_of_nothing_is_refused(form: Edition) -> None:
    private = replace(
        form, schedules=tuple(replace(it, public=False) for it in form.schedules), id="2014-02"
    )
    for schedules in ((), ("segregation",)):
        with pytest.raises(PrintRefused, match="No schedule of edition 2014-02 is one that"):
            PrintOrder(Copy.PUBLIC, schedules).pages(private)


def test_a_signature_copy_is_the_whole_filing_even_schedule_by_schedule(form: Edition) -> None:
    everything = tuple(schedule.id for schedule in form.schedules)
    assert printed(form, PrintOrder(Copy.SIGNATURE, everything)) == list(everything)


def test_nobody_signs_figures_that_are_made_up() -> None:
    made_up = Filing(1, Period(2013, 12), "2014-01", illustrative=True)
    with pytest.raises(PrintRefused, match="December 2013 are made up"):
        PrintOrder(Copy.SIGNATURE).refuse_made_up(made_up)


@pytest.mark.parametrize("copy", [copy for copy in Copy if copy is not Copy.SIGNATURE])
def test_figures_that_are_made_up_can_be_printed_otherwise(copy: Copy) -> None:
    made_up = Filing(1, Period(2013, 12), "2014-01", illustrative=True)
    PrintOrder(copy).refuse_made_up(made_up)


def test_every_edition_has_the_date_of_signing(editions: dict[str, Edition]) -> None:
    kinds = {edition.boxes[DATE_OF_SIGNING].kind for edition in editions.values()}
    assert kinds == {BoxKind.DATE}


def test_no_figure_travels_with_the_pages_that_they_do_not_show(form: Edition) -> None:
    values = dict.fromkeys(form.boxes)
    public = PrintOrder(Copy.PUBLIC).printed_values(form, values)
    assert {form.schedule_of(code).public for code in public} == {True}
    assert "7495" not in public
    assert list(PrintOrder().printed_values(form, values)) == list(form.filed_codes)
    assert set(form.boxes) - set(form.filed_codes) == {"7495.rule"}
