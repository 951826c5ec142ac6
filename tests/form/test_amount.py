"""How text becomes whole dollars and whole dollars become text."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from focusdesk.form.amount import (
    LARGEST,
    SMALLEST,
    AmountError,
    drop_cents,
    format_amount,
    format_change,
    format_exact,
    parse_amount,
    quoted,
    read_figure,
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
        ("1 234 567", 1234567),
        ("+1,234", 1234),
        ("- 1,234", -1234),
        ("( 1,234 )", -1234),
        ("1,234 -", -1234),
        ("\u20131,234", -1234),
        ("\uff0d1,234", -1234),
        ("1,234\u2010", -1234),
        ("\u200e1,234\ufeff", 1234),
        ("1.2m", 1_200_000),
        ("1.2M", 1_200_000),
        ("1.2mm", 1_200_000),
        ("3.5k", 3500),
        ("3.5 K", 3500),
        ("2b", 2_000_000_000),
        ("2bn", 2_000_000_000),
        ("($1.5k)", -1500),
        (".5m", 500_000),
        ("1.234m", 1_234_000),
        ("5.", 5),
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
        ("12x", r"Type whole dollars: 1,234 or \(1,234\) for a negative\.$"),
        ("$", "is not an amount"),
        ("-", "is not an amount. Where it stands for zero, type 0"),
        (" $ -  ", "is not an amount. Where it stands for zero, type 0"),
        ("1,234k5", "is not an amount"),
        ("1.2km", "is not an amount"),
        ("1.2\u212a", "is not an amount"),
        ("\u0661\u0662", "is not an amount"),
        ("\uff11\uff12", "is not an amount"),
        ("1\u00b2", "is not an amount"),
        (".", "is not an amount"),
        ("12\t34", r"cannot be seen \(U\+0009\)"),
        ("12\n34", r"cannot be seen \(U\+000A\)"),
        ("1\u200b2", r'"1\\u200b2" has a character that cannot be seen \(U\+200B\)'),
        ("()", "is not an amount"),
        ("--5", "is not an amount"),
        ("(-5)", "is not an amount"),
        (
            "1.234,56",
            "is not an amount as the form has it.* Write 1,234.56; the box keeps whole dollars.",
        ),
        ("1.234,5", "Write 1,234.5"),
        ("1\u00a0234,56", "Write 1,234.56"),
        ("1.234.567", "Write 1,234,567."),
        ("(1.234.567,89)", "Write 1,234,567.89"),
        ("1'234'567.50", "Write 1,234,567.50"),
        ("1.234", "can be read in two ways. Write 1,234, or 1.23 for dollars and cents"),
        ("-123.456", "can be read in two ways"),
        ("75%", r"is a percentage.* as in =75% \* \[7060\]"),
        ("=1+2", "is arithmetic, and a figure is expected here"),
        ("12.50", "omit the pennies"),
        ("1,234.5", "omit the pennies"),
        ("(12.50)", "omit the pennies"),
        ("(1,234", "parenthesis that is not closed"),
        ("1,234)", "parenthesis that is not closed"),
        ("12 34", "space out of place. Write 1,234."),
        ("1,234 567", "space out of place. Write 1,234,567."),
        ("1,23", "comma out of place. Write 123, or 1.23 for dollars and cents"),
        ("12,34,567", "comma out of place. Write 1,234,567."),
        ("1,23,456.50", "comma out of place. Write 123,456.50."),
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


@pytest.mark.parametrize(
    ("typed", "exact"),
    [
        ("1,234.56", "1234.56"),
        ("(1,234.56)", "-1234.56"),
        ("0.125", "0.125"),
        ("1234.567", "1234.567"),
        ("1,234.567", "1234.567"),
        ("12.3456", "12.3456"),
        ("1.23456k", "1234.56"),
        ("", None),
    ],
)
def test_a_figure_is_read_to_the_last_decimal(typed: str, exact: str | None) -> None:
    assert read_figure(typed) == (None if exact is None else Fraction(exact))


@pytest.mark.parametrize(
    ("exact", "down", "up"),
    [
        ("170000.85", 170_000, 170_001),
        ("180000.17", 180_000, 180_001),
        ("-1234.56", -1235, -1234),
        ("0.01", 0, 1),
        ("5", 5, 5),
    ],
)
def test_cents_are_dropped_to_the_lower_amount_and_of_short_valuations_to_the_higher(
    exact: str, down: int, up: int
) -> None:
    assert drop_cents(Fraction(exact), "down") == down
    assert drop_cents(Fraction(exact), "up") == up


@pytest.mark.parametrize(("cents", "instead"), [("down", "1,234"), ("up", "1,235")])
def test_who_types_cents_is_told_what_the_box_would_make_of_them(cents: str, instead: str) -> None:
    with pytest.raises(AmountError, match=f"omit the pennies. Write {instead}.$"):
        parse_amount("1,234.56", cents)


@pytest.mark.parametrize(
    ("figure", "written"),
    [
        (Fraction(123456, 100), "1,234.56"),
        (Fraction(-123456, 100), "(1,234.56)"),
        (Fraction(1, 2), "0.50"),
        (Fraction(1, 8), "0.125"),
        (Fraction(100, 3), "33.33\u2026"),
        (Fraction(-1, 3), "(0.33\u2026)"),
        (Fraction(1, 10**9), "0.00\u2026"),
        (Fraction(7), "7.00"),
    ],
)
def test_a_figure_is_written_with_its_cents(figure: Fraction, written: str) -> None:
    assert format_exact(figure) == written


@given(st.integers(-(10**15), 10**15))
def test_a_figure_written_with_its_cents_reads_back_as_itself(cents: int) -> None:
    assert read_figure(format_exact(Fraction(cents, 100))) == Fraction(cents, 100)


_FIGURES = st.text("0123456789,.-()$ km%='\u2212\u00a0\n", max_size=20)


def _read(text: str) -> int | str | None:
    """Give the amount, or the sentence that refuses it."""
    try:
        return parse_amount(text)
    except AmountError as error:
        return str(error)


@given(st.text() | _FIGURES)
def test_a_text_is_an_amount_that_reads_back_as_it_is_shown_or_met_with_a_sentence(
    text: str,
) -> None:
    read = _read(text)
    if isinstance(read, str):
        assert read.isprintable()
        assert read.endswith(".")
    else:
        assert parse_amount(format_amount(read)) == read


@pytest.mark.parametrize("sign", ["9", "(", "1,", "1 ", ",", " 1", "-", "1.", "'1"])
def test_ten_thousand_characters_are_refused_for_their_number(sign: str) -> None:
    text = f"7{sign * 10_000}7"
    with pytest.raises(AmountError, match=f"has {len(text)} characters"):
        parse_amount(text)


def test_a_quotation_is_one_line_and_not_long() -> None:
    assert quoted(" a\nb\x1b[2J ") == "a\\nb\\x1b[2J"
    assert quoted("x" * 61) == "x" * 60 + "..."


@given(st.integers(SMALLEST, LARGEST))
def test_a_printed_amount_reads_back_as_itself(dollars: int) -> None:
    assert parse_amount(format_amount(dollars)) == dollars


@pytest.mark.parametrize("dollars", [LARGEST + 1, SMALLEST - 1])
def test_an_amount_beyond_64_bits_is_refused_with_a_sentence(dollars: int) -> None:
    with pytest.raises(AmountError, match="up to 9,223,372,036,854,775,807"):
        within_range(dollars)


def test_a_figure_of_hundreds_of_digits_is_refused_without_writing_it_out() -> None:
    with pytest.raises(AmountError, match=r"^That figure is too large"):
        within_range(10**400)


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
