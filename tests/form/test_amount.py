"""How text becomes whole dollars and whole dollars become text."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from focusdesk.form.amount import (
    LARGEST,
    SMALLEST,
    AmountError,
    format_amount,
    format_change,
    parse_amount,
    round_half_up,
    within_range,
)


@pytest.mark.parametrize(
    ("typed", "dollars"),
    [
        ("1234", 1234),
        ("1,234", 1234),
        ("$1,234", 1234),
        ("$ 1,234", 1234),
        ("(1,234)", -1234),
        ("($1,234)", -1234),
        ("$(1,234)", -1234),
        ("-1234", -1234),
        ("-$1,234", -1234),
        ("1234-", -1234),
        ("\u22121,234", -1234),
        ("1\u00a0234\u202f567", 1234567),
        (" 29,234,336\t", 29234336),
        ("0", 0),
        ("-0", 0),
        ("007", 7),
        ("9223372036854775807", LARGEST),
        ("(9,223,372,036,854,775,808)", SMALLEST),
    ],
)
def test_an_amount_is_read_as_people_write_it(typed: str, dollars: int) -> None:
    assert parse_amount(typed) == dollars


@pytest.mark.parametrize("typed", ["", "  ", "\u00a0"])
def test_nothing_typed_is_a_blank_and_not_a_zero(typed: str) -> None:
    assert parse_amount(typed) is None


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("abc", "is not an amount"),
        ("12a", "is not an amount"),
        ("1e6", "is not an amount"),
        ("1_000", "is not an amount"),
        ("$", "is not an amount"),
        ("-", "is not an amount"),
        ("()", "is not an amount"),
        ("--5", "is not an amount"),
        ("(-5)", "is not an amount"),
        ("1.234,56", "is not an amount"),
        ("12.50", "omit the pennies"),
        ("1,234.5", "omit the pennies"),
        ("(12.50)", "omit the pennies"),
        ("(1,234", "parenthesis that is not closed"),
        ("1,234)", "parenthesis that is not closed"),
        ("1,23", "comma out of place"),
        ("1234,567", "comma out of place"),
        (",", "comma out of place"),
        ("9" * 61, "61 characters"),
        ("9223372036854775808", "too large"),
        ("-9223372036854775809", "too large"),
    ],
)
def test_what_is_no_amount_is_refused_with_the_reason(typed: str, why: str) -> None:
    with pytest.raises(AmountError, match=why):
        parse_amount(typed)


@pytest.mark.parametrize(
    ("dollars", "printed"),
    [(0, "0"), (1234, "1,234"), (-1234, "(1,234)"), (None, ""), (-14796490, "(14,796,490)")],
)
def test_a_negative_amount_is_printed_in_parentheses_and_a_blank_not_at_all(
    dollars: int | None, printed: str
) -> None:
    assert format_amount(dollars) == printed


@pytest.mark.parametrize(
    ("dollars", "printed"), [(0, "0"), (1354321, "+1,354,321"), (-3, "(3)"), (None, "")]
)
def test_a_change_carries_its_sign(dollars: int | None, printed: str) -> None:
    assert format_change(dollars) == printed


@given(st.integers(SMALLEST, LARGEST))
def test_a_printed_amount_reads_back_as_itself(dollars: int) -> None:
    assert parse_amount(format_amount(dollars)) == dollars


@pytest.mark.parametrize("dollars", [LARGEST + 1, SMALLEST - 1])
def test_an_amount_beyond_64_bits_is_refused_with_a_sentence(dollars: int) -> None:
    with pytest.raises(AmountError, match="up to 9,223,372,036,854,775,807"):
        within_range(dollars)


def test_an_amount_within_64_bits_is_given_back() -> None:
    assert (within_range(LARGEST), within_range(SMALLEST)) == (LARGEST, SMALLEST)


@pytest.mark.parametrize(
    ("figure", "dollars"),
    [
        ("75721927.44", 75721927),
        ("55835532.96", 55835533),
        ("0.5", 1),
        ("1.5", 2),
        ("2.5", 3),
        ("-0.5", -1),
        ("-2.4", -2),
        ("7", 7),
    ],
)
def test_halves_are_rounded_away_from_zero_as_the_8_percent_lines_are(
    figure: str, dollars: int
) -> None:
    assert round_half_up(Decimal(figure)) == dollars


def test_a_figure_too_wide_for_any_box_is_still_rounded() -> None:
    assert round_half_up(Decimal("1e70") + Decimal("0.4")) == 10**70


@pytest.mark.parametrize("text", ["1,234.00", "1234.0", "$1,234.00", "(1,234.00)"])
def test_cents_that_are_zero_lose_nothing(text: str) -> None:
    assert abs(parse_amount(text) or 0) == 1234
