"""The order in which computed boxes are worked out."""

from collections.abc import Callable, Mapping

import pytest

from focusdesk.calc.formula import FormulaError
from focusdesk.calc.order import CycleError, calculation_order, formulas_of
from focusdesk.form.edition import Edition

Build = Callable[[Mapping[str, str]], Edition]


def test_a_box_comes_after_all_that_it_reads_wherever_they_stand_on_the_form(
    edition_of: Build,
) -> None:
    formulas = formulas_of(edition_of({"4": "[3] - [2]", "3": "[2] + [1]", "2": "[1]", "1": ""}))

    assert calculation_order(formulas) == ("2", "3", "4")


def test_only_computed_boxes_have_formulas(edition_of: Build) -> None:
    assert list(formulas_of(edition_of({"1": "", "13": "text", "2": "[1]"}))) == ["2"]


def test_every_computed_box_of_the_form_stands_after_what_it_reads(form: Edition) -> None:
    formulas = formulas_of(form)
    order = calculation_order(formulas)

    assert sorted(order) == sorted(formulas)
    for place, code in enumerate(order):
        assert not set(formulas[code].codes) & set(order[place:]), code


def test_a_circle_is_refused_and_named(edition_of: Build) -> None:
    circle = edition_of({"1": "", "2": "[1] + [4]", "3": "[2]", "4": "[3] - [1]"})

    with pytest.raises(CycleError, match=r"follow from one another: \d from \d from \d") as refused:
        calculation_order(formulas_of(circle))

    assert set(refused.value.codes) == {"2", "3", "4"}
    assert refused.value.codes[0] == refused.value.codes[-1]


def test_a_box_that_reads_itself_is_a_circle(edition_of: Build) -> None:
    with pytest.raises(CycleError, match="2 from 2"):
        calculation_order(formulas_of(edition_of({"1": "", "2": "[1] + [2]"})))


def test_a_formula_that_cannot_be_read_stops_the_edition(edition_of: Build) -> None:
    with pytest.raises(FormulaError):
        formulas_of(edition_of({"1": "", "2": "[1] +"}))
