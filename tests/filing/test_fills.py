import pytest

from focusdesk.filing.edit import Cause, EditRefused
from focusdesk.filing.fills import (
    SignAsked,
    clear,
    cut,
    fill_from_month,
    fill_typed,
    fill_with,
)
from focusdesk.form.box import BoxKind
from tests.exchange.filled_form import with_values


def test_last_months_values_are_taken_over_blanks_too() -> None:
    worksheet = with_values({"7010": 1, "7020": 2, "7030": 3})
    earlier = {"7010": 10, "7020": None, "7030": 3, "7040": 13}
    edit = fill_from_month(worksheet, ["7010", "7020", "7030", "7040"], earlier, "December")
    assert dict(edit.values) == {"7010": 10, "7020": None}
    assert (edit.cause, edit.words) == (Cause.FILLED, "Fill 2 boxes from December")


def test_a_single_box_is_named() -> None:
    edit = fill_from_month(with_values({}), ["7010"], {"7010": 10}, "December")
    assert edit.words == "Fill 7010 from December"


def test_a_box_that_the_form_of_then_had_not_is_passed_over() -> None:
    edit = fill_from_month(with_values({}), ["7010", "7020"], {"7020": 5}, "December")
    assert dict(edit.values) == {"7020": 5}
    with pytest.raises(EditRefused, match=r"The form of December had no box 7010"):
        fill_from_month(with_values({}), ["7010"], {"7020": 5}, "December")


def test_boxes_of_the_same_kind_are_filled_with_one_value() -> None:
    worksheet = with_values({"7010": 5, "7500": 1})
    edit = fill_with(worksheet, ["7010", "7020", "7040", "7510", "7500"], 5, BoxKind.AMOUNT)
    assert dict(edit.values) == {"7020": 5, "7500": 5}
    assert (edit.cause, edit.words) == (Cause.FILLED, "Fill 2 boxes with 5")


def test_a_long_value_is_cut_in_the_words() -> None:
    edit = fill_with(with_values({}), ["7510", "7550"], "x" * 200, BoxKind.TEXT)
    assert edit.words == f"Fill 2 boxes with {'x' * 39}\u2026"


def test_a_value_that_no_selected_box_takes_is_refused() -> None:
    with pytest.raises(EditRefused, match="None of the selected boxes takes 5") as refused:
        fill_with(with_values({}), ["7510", "7040"], 5, BoxKind.AMOUNT)
    assert refused.value.code == "7510"


def test_boxes_are_cleared_and_computed_ones_passed_over() -> None:
    worksheet = with_values({"7010": 1, "7020": 0})
    edit = clear(worksheet, ["7010", "7020", "7030", "7040"])
    assert dict(edit.values) == {"7010": None, "7020": None}
    assert (edit.cause, edit.words) == (Cause.CLEARED, "Clear 2 boxes")


def test_where_nothing_changes_the_edit_holds_nothing() -> None:
    assert not clear(with_values({}), ["7010"]).values
    assert not fill_with(with_values({"7010": 5}), ["7010"], 5, BoxKind.AMOUNT).values
    assert not fill_from_month(with_values({"7010": 5}), ["7010"], {"7010": 5}, "May").values


@pytest.mark.parametrize(
    ("codes", "why"),
    [
        (["7040"], r"7040 is computed \(\[7010\] .* and cannot be entered"),
        (["7040", "7050"], "All selected boxes are computed"),
        ([], "No box is selected"),
    ],
)
def test_a_selection_that_cannot_be_entered_is_refused(codes: list[str], why: str) -> None:
    worksheet = with_values({})
    with pytest.raises(EditRefused, match=why):
        clear(worksheet, codes)
    with pytest.raises(EditRefused, match=why):
        fill_with(worksheet, codes, 5, BoxKind.AMOUNT)
    with pytest.raises(EditRefused, match=why):
        fill_from_month(worksheet, codes, {}, "December")


def test_cutting_passes_over_no_computed_box() -> None:
    worksheet = with_values({"7010": 5, "7020": 6})
    assert cut(worksheet, ["7010", "7020", "7030"]).words == "Cut 2 boxes"
    with pytest.raises(EditRefused, match=r"^7040 is computed and cannot be cut\."):
        cut(worksheet, ["7010", "7040"])
    with pytest.raises(EditRefused, match=r"^7040 and 1 more of the selected boxes are computed"):
        cut(worksheet, ["7040", "7060"])


def test_what_is_typed_is_read_by_each_box_in_its_own_way() -> None:
    edit = fill_typed(with_values({}), ["7032", "7033", "7040"], "=0.5+1", BoxKind.AMOUNT)
    assert dict(edit.values) == {"7032": 1, "7033": 2}
    assert dict(edit.typed) == {"7032": "=0.5+1", "7033": "=0.5+1"}
    assert edit.words == "Fill 2 boxes with =0.5+1"


def test_a_value_that_stays_is_filled_again_where_it_is_typed_in_another_way() -> None:
    worksheet = with_values({"7010": 5, "7020": 5})
    assert not fill_typed(worksheet, ["7010", "7020"], "5", BoxKind.AMOUNT).values
    edit = fill_typed(worksheet, ["7010", "7020"], "=2+3", BoxKind.AMOUNT)
    assert dict(edit.values) == {"7010": 5, "7020": 5}


def test_a_box_that_cannot_take_what_is_typed_lets_none_take_it() -> None:
    with pytest.raises(EditRefused, match="7010 is this box itself") as refused:
        fill_typed(with_values({}), ["7010", "7020"], "=[7010]", BoxKind.AMOUNT)
    assert refused.value.code == "7010"


def test_a_minus_is_asked_about_only_where_the_form_prints_parentheses() -> None:
    worksheet = with_values({"7045": 1})
    codes = ["7045", "7047"]
    with pytest.raises(SignAsked, match="prints the parentheses at 7047") as asked:
        fill_with(worksheet, codes, -5, BoxKind.AMOUNT)
    assert asked.value.question.as_printed == 5
    printed = fill_with(worksheet, codes, -5, BoxKind.AMOUNT, as_printed=True)
    assert dict(printed.values) == {"7045": -5, "7047": 5}
    negative = fill_with(worksheet, codes, -5, BoxKind.AMOUNT, as_printed=False)
    assert dict(negative.values) == {"7045": -5, "7047": -5}
    meant = with_values({"7047": -5})
    assert dict(fill_with(meant, codes, -5, BoxKind.AMOUNT).values) == {"7045": -5}
