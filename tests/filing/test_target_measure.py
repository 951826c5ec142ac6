"""How a firm measures its target: dollars, percent of the requirement, or a range of either."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from focusdesk.filing.target_measure import (
    TargetError,
    TargetField,
    TargetMeasure,
    entered_measure,
    parse_measure,
)
from focusdesk.form.amount import AmountError

PERCENTS = st.decimals(0, 1000, places=4, allow_nan=False)
DOLLARS = st.integers(0, 2**63 - 1)


@pytest.mark.parametrize(
    ("text", "least", "most", "words"),
    [
        ("25,000,000", 25_000_000, None, "25,000,000"),
        ("25m", 25_000_000, None, "25,000,000"),
        ("$0", 0, None, "0"),
        ("5%", Decimal(5), None, "5 %"),
        (" 2.50 percent ", Decimal("2.5"), None, "2.5 %"),
        ("5 % to 8 %", Decimal(5), Decimal(8), "5 % to 8 %"),
        ("5 to 8 %", Decimal(5), Decimal(8), "5 % to 8 %"),
        ("5-8%", Decimal(5), Decimal(8), "5 % to 8 %"),
        ("20m to 30m", 20_000_000, 30_000_000, "20,000,000 to 30,000,000"),
        ("10m-20m", 10_000_000, 20_000_000, "10,000,000 to 20,000,000"),
        ("10m \u2013 20m", 10_000_000, 20_000_000, "10,000,000 to 20,000,000"),
        ("10m\u201420m", 10_000_000, 20_000_000, "10,000,000 to 20,000,000"),
        ("$10M - $20M", 10_000_000, 20_000_000, "10,000,000 to 20,000,000"),
        ("1,500,000-2m", 1_500_000, 2_000_000, "1,500,000 to 2,000,000"),
        ("10,000,000-20,000,000", 10_000_000, 20_000_000, "10,000,000 to 20,000,000"),
        ("5%-10%", Decimal(5), Decimal(10), "5 % to 10 %"),
        ("5-10%", Decimal(5), Decimal(10), "5 % to 10 %"),
        ("5 \u2013 10 %", Decimal(5), Decimal(10), "5 % to 10 %"),
        ("5%..10%", Decimal(5), Decimal(10), "5 % to 10 %"),
        ("between 5 and 10 percent", Decimal(5), Decimal(10), "5 % to 10 %"),
        ("from 5 % to 10 %", Decimal(5), Decimal(10), "5 % to 10 %"),
        ("20,000,000 and 30,000,000", 20_000_000, 30_000_000, "20,000,000 to 30,000,000"),
    ],
)
def test_a_measure_is_read_as_people_write_it(
    text: str, least: int | Decimal, most: int | Decimal | None, words: str
) -> None:
    measure = parse_measure(text)

    assert measure == TargetMeasure(least, most)
    assert measure.is_percent is isinstance(least, Decimal)
    assert measure.is_range is (most is not None)
    assert measure.words == words


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "What is the target?"),
        ("  ", "What is the target?"),
        ("much", '"much" is no target. Write it like 25,000,000 or 5 %'),
        ("=5+5", '"=5+5" is no target.'),
        ("-5", '"-5" has a sign, or an end without a figure.'),
        ("10m-", '"10m-" has a sign, or an end without a figure.'),
        ("25,000,000.50", "has cents. The form takes whole dollars: omit the pennies."),
        ("5 % to 3m", "mixes percent and dollars"),
        ("5% - 20m", "mixes percent and dollars"),
        ("5m to 3 %", "mixes percent and dollars"),
        ("5 % to", '"5 % to" is no percentage. Write it like 5 % or 5.25 %.'),
        ("1,000-20m", "gives a unit to one end only. Write both alike"),
        ("500,000-1m", "gives a unit to one end only. Write both alike"),
        ("20m-500,000", "gives a unit to one end only. Write both alike"),
        ("10-20m", "gives a unit to one end only. Write both alike"),
        ("10m-20", "gives a unit to one end only. Write both alike"),
        ("20m-10m", "no range: its floor is not below its ceiling. Write 10,000,000 to 20,000,000"),
        ("8 % to 5 %", "no range: its floor is not below its ceiling. Write 5 % to 8 %."),
        ("5 % to 5 %", "no range: its floor is not below its ceiling. Write 5 % alone."),
        ("1 to 2 to 3", "more than two ends"),
        ("2000 %", "more than 1000 percent"),
    ],
)
def test_what_is_no_measure_is_refused_at_its_field_with_a_sentence(text: str, says: str) -> None:
    with pytest.raises(TargetError) as refused:
        parse_measure(text)

    assert says in str(refused.value)
    assert str(refused.value).count("Write ") <= 1, "one thing to do, not two that contradict"
    assert refused.value.field is TargetField.MEASURE


@pytest.mark.parametrize(
    ("text", "requirement", "target"),
    [
        ("5 %", 948_878_264, 47_443_913),  # 7194 of the filing of January 2014
        ("20 %", 87_359_066, 17_471_813),  # 7780
        ("25,000,000", 133_906_001, 25_000_000),  # 8760
        ("25,000,000", None, 25_000_000),
        ("5 %", None, None),
        ("5 %", 0, 0),
        ("5 %", -100, 0),
        ("5 %", 9, 0),  # 45 cents
        ("5 %", 10, 1),  # 50 cents are as near to both: the higher
        ("5 %", 912_221_850, 45_611_093),  # 45,611,092.50
        ("5 % to 8 %", 1_000, 50),
        ("20m to 30m", 1_000, 20_000_000),
    ],
)
def test_a_target_is_in_whole_dollars_and_of_a_range_the_floor(
    text: str, requirement: int | None, target: int | None
) -> None:
    assert parse_measure(text).amount(requirement) == target


def test_the_ceiling_of_a_range_is_told_beside_its_floor() -> None:
    assert parse_measure("5 % to 8 %").ceiling(1_000) == 80
    assert parse_measure("5 %").ceiling(1_000) is None


@given(PERCENTS, DOLLARS)
def test_a_percentage_is_never_half_a_dollar_off(percent: Decimal, requirement: int) -> None:
    exact = Fraction(percent) * requirement / 100
    try:
        target = TargetMeasure(percent).amount(requirement)
    except AmountError:
        assert exact > 2**63 - 1
        return
    assert target is not None
    assert -Fraction(1, 2) < target - exact <= Fraction(1, 2)


@given(PERCENTS | DOLLARS, PERCENTS | DOLLARS)
def test_what_a_measure_says_reads_as_the_same_measure(
    one: int | Decimal, other: int | Decimal
) -> None:
    ends = sorted((one, other)) if isinstance(one, Decimal) == isinstance(other, Decimal) else [one]
    measure = TargetMeasure(ends[0], ends[-1] if ends[0] != ends[-1] else None)

    assert parse_measure(measure.words) == measure


@given(st.text())
def test_any_text_is_a_measure_or_is_refused(text: str) -> None:
    try:
        words = parse_measure(text).words
    except TargetError:
        return
    assert words


@pytest.mark.parametrize(
    ("text", "write"),
    [("5", "Write 5 % or $5."), ("5 to 8", "Write 5 % to 8 % or $5 to $8.")],
)
def test_dollars_so_few_that_percent_may_be_meant_are_asked_about(text: str, write: str) -> None:
    with pytest.raises(TargetError) as refused:
        entered_measure(text)

    assert "could be percent or dollars" in str(refused.value)
    assert write in str(refused.value)


@pytest.mark.parametrize("text", ["$5", "5 %", "0", "25,000,000", "1k", "5m to 8m", "$5 to $8"])
def test_what_leaves_nothing_open_is_taken(text: str) -> None:
    assert entered_measure(text) == parse_measure(text)


@pytest.mark.parametrize(
    ("text", "requirement", "said"),
    [
        ("5 %", 948_878_264, "5 % of 948,878,264 is 47,443,913"),
        ("5 % to 8 %", 1_000, "5 % to 8 % of 1,000 is 50 to 80; the floor is printed"),
        ("5 %", None, "5 % of a requirement that is still blank"),
        ("25m", 1_000, "25,000,000, in dollars, whatever the requirement is"),
        ("20m to 30m", 1_000, "20,000,000 is printed, in dollars, whatever the requirement is"),
    ],
)
def test_a_measure_says_what_it_comes_to(text: str, requirement: int | None, said: str) -> None:
    assert parse_measure(text).comes_to(requirement) == said
