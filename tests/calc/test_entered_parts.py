"""Formulas are written out down to the entered boxes."""

from focusdesk.calc.entered_parts import entered_codes, signs_of, spread_out
from focusdesk.calc.formula import parse_formula
from focusdesk.calc.nodes import Node
from focusdesk.form.box import Value
from focusdesk.form.edition import Edition


def written_out(form: Edition, formula: str, stated: dict[str, Value] | None = None) -> Node:
    return spread_out(parse_formula(formula).root, form, stated or {})


def test_a_total_is_written_out_down_to_entered_boxes(form: Edition) -> None:
    signs = signs_of(written_out(form, "[7060]"))

    assert signs == {
        "7010": 1,
        "7020": 1,
        "7030": 1,
        "7032": 1,
        "7033": -1,
        "7045": 1,
        "7047": -1,
    }


def test_what_is_stated_stands_in_the_place_of_a_total(form: Edition) -> None:
    node = written_out(form, "[7060] - [7050]", {"7060": 500})

    assert list(entered_codes(node)) == ["7045", "7047"]
    assert node.worth({"7045": 10, "7047": 3}) == 493


def test_a_stated_blank_is_not_stated(form: Edition) -> None:
    assert list(entered_codes(written_out(form, "[7050]", {"7050": None}))) == ["7045", "7047"]


def test_a_percentage_and_a_choice_are_no_plain_sums(form: Edition) -> None:
    assert signs_of(written_out(form, "[7425]")) is None
    assert signs_of(written_out(form, "if([7010] > 0, [7010], [7020])")) is None
    assert signs_of(written_out(form, "max([7305], [7315])")) is None


def test_a_box_that_takes_part_twice_is_no_plain_sum(form: Edition) -> None:
    assert signs_of(written_out(form, "[7010] + [7010]")) is None


def test_signs_turn_behind_a_minus(form: Edition) -> None:
    assert signs_of(written_out(form, "[7010] - ([7020] - [7030])")) == {
        "7010": 1,
        "7020": -1,
        "7030": 1,
    }
    assert signs_of(written_out(form, "-sum([7010], [7020])")) == {"7010": -1, "7020": -1}
