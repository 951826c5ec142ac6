"""What an edit would change: values are guarded, and what is held already is left out."""

import pytest

from focusdesk.filing.edit import Cause, Change, Edit, EditRefused
from focusdesk.filing.guarded_changes import guarded_changes, refuse_unknown
from focusdesk.form.box import Value
from focusdesk.form.edition import Edition


def changes(form: Edition, edit: Edit, held: dict[str, Value]) -> tuple[Change, ...]:
    return guarded_changes(edit, form, held.get, lambda _: "")


def test_only_what_differs_is_a_change(form: Edition) -> None:
    edit = Edit({"7010": 5, "7020": 7, "16": False}, Cause.TYPED)

    assert changes(form, edit, {"7010": 5}) == (Change("7020", None, 7),)


def test_a_value_typed_in_another_way_is_a_change(form: Edition) -> None:
    edit = Edit({"7010": 5}, Cause.TYPED, typed={"7010": "=2+3"})

    assert changes(form, edit, {"7010": 5}) == (Change("7010", 5, 5, "", "=2+3"),)


@pytest.mark.parametrize(
    ("values", "says"),
    [
        ({"7060": 5}, "is computed"),
        ({"9999": 5}, 'no box "9999"'),
        ({"7010": "five"}, "takes an amount"),
    ],
)
def test_what_a_box_cannot_take_is_refused_by_its_code(
    form: Edition, values: dict[str, Value], says: str
) -> None:
    with pytest.raises(EditRefused, match=says) as refused:
        changes(form, Edit(values, Cause.TYPED), {})

    assert refused.value.code in values


def test_a_code_of_the_form_is_known(form: Edition) -> None:
    refuse_unknown(form, "7010")
    with pytest.raises(EditRefused, match="Use the codes that it prints"):
        refuse_unknown(form, "701")
