"""Why a figure is refused; that each refusal is met is tested with the grammar, in test_amount."""

import pytest

from focusdesk.form.amount import read_number
from focusdesk.form.refused_figure import read_either_way, why_refused


@pytest.mark.parametrize("number", ["1.234", "12.345", "999.000"])
def test_three_decimals_after_one_to_three_digits_are_read_in_two_ways(number: str) -> None:
    assert read_either_way(number)


@pytest.mark.parametrize("number", ["0.125", "1234.567", "1,234.567", "1.23", "1.2345"])
def test_other_decimals_are_read_in_one_way(number: str) -> None:
    assert not read_either_way(number)


@pytest.mark.parametrize(
    ("number", "instead"),
    [
        ("1.234,56", "1,234.56"),
        ("1.234.567", "1,234,567"),
        ("1 234,56", "1,234.56"),
        ("1'234'567.50", "1,234,567.50"),
        ("1\u2019234", "1,234"),
        ("1.234", "1,234"),
        ("1,23", "1.23"),
        ("12,34,567", "1,234,567"),
        ("1234,567", "1,234,567"),
        ("12 34", "1,234"),
    ],
)
def test_what_is_to_be_written_instead_can_be_read(number: str, instead: str) -> None:
    assert read_number(number) is None or read_either_way(number)
    assert instead in why_refused(number, number)
    assert read_number(instead) is not None
