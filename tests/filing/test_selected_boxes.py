from focusdesk.filing.selected_boxes import selected_boxes
from tests.exchange.filled_form import with_values


def test_amounts_are_added_up_computed_ones_too() -> None:
    worksheet = with_values({"7010": 1_000, "7020": -300})
    said = selected_boxes(worksheet, ["7010", "7020", "7030", "7040"])
    assert (said.count, said.amounts, said.total) == (4, 3, 1_400)
    assert said.words == "4 boxes selected, sum 1,400"


def test_where_there_is_nothing_to_add_no_sum_is_said() -> None:
    worksheet = with_values({"13": "ACME"})
    assert selected_boxes(worksheet, ["13", "7010"]).words == "2 boxes selected"
    assert selected_boxes(worksheet, ["13"]).words == "1 box selected"


def test_a_zero_is_an_amount_and_a_negative_sum_stands_in_parentheses() -> None:
    assert selected_boxes(with_values({"7010": 0}), ["7010"]).words.endswith("sum 0")
    assert selected_boxes(with_values({"7010": -5}), ["7010"]).words.endswith("sum (5)")
