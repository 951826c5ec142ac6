from focusdesk.filing.selected_boxes import selected_boxes
from tests.exchange.filled_form import with_values


def test_amounts_are_added_up_computed_ones_too() -> None:
    worksheet = with_values({"7010": 1_000, "7020": -300, "7045": 50})
    said = selected_boxes(worksheet, ["7010", "7020", "7030"])
    assert (said.count, said.amounts, said.total) == (3, 2, 700)
    assert said.words == "3 boxes selected, sum 700"
    assert selected_boxes(worksheet, ["7040", "7050"]).words == "2 boxes selected, sum 750"


def test_what_stands_in_the_form_s_parentheses_is_subtracted() -> None:
    worksheet = with_values({"7132": 68_174_268, "7133": 29_230_976})
    assert selected_boxes(worksheet, ["7132", "7133"]).words.endswith("sum 38,943,292")


def test_a_total_is_not_added_to_what_it_follows_from() -> None:
    worksheet = with_values({"7010": 1_000, "7020": -300})
    said = selected_boxes(worksheet, ["7010", "7020", "7030", "7040"])
    assert (said.count, said.amounts, said.total, said.totals) == (4, 2, 700, 1)
    assert said.words == "4 boxes selected, sum 700 (1 total of them not added twice)"
    more = selected_boxes(worksheet, ["7010", "7040", "7060"])
    assert more.words == "3 boxes selected, sum 1,000 (2 totals of them not added twice)"
    assert selected_boxes(worksheet, ["7040", "7060"]).total == 700, (
        "the one follows from the other"
    )


def test_where_there_is_nothing_to_add_no_sum_is_said() -> None:
    worksheet = with_values({"13": "ACME"})
    assert selected_boxes(worksheet, ["13", "7010"]).words == "2 boxes selected"
    assert selected_boxes(worksheet, ["13"]).words == "1 box selected"


def test_a_zero_is_an_amount_and_a_negative_sum_stands_in_parentheses() -> None:
    assert selected_boxes(with_values({"7010": 0}), ["7010"]).words.endswith("sum 0")
    assert selected_boxes(with_values({"7010": -5}), ["7010"]).words.endswith("sum (5)")
