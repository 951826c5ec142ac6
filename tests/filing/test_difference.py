"""What kind of difference there is between two months of a box."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from focusdesk.filing.difference import (
    ABSENT,
    Compared,
    Difference,
    DifferenceKind,
    SwappedDigits,
    difference,
    percent_with_one_decimal,
    swapped_digits,
)
from focusdesk.form.box import BoxKind


def amounts(earlier: Compared, later: Compared) -> Difference:
    return difference(earlier, later, BoxKind.AMOUNT)


@pytest.mark.parametrize(
    ("earlier", "later", "kind", "words"),
    [
        (ABSENT, ABSENT, "in neither edition", "in neither month's edition"),
        (ABSENT, 5, "added by the edition", "the earlier month's edition has no such box"),
        (ABSENT, None, "added by the edition", "the earlier month's edition has no such box"),
        (5, ABSENT, "gone with the edition", "the later month's edition has no such box"),
        (None, None, "blank in both", "blank in both months"),
        (None, 5, "from blank", "was blank"),
        (None, 0, "from blank", "was blank, is reported as zero"),
        (5, None, "to blank", "is blank now"),
        (0, None, "to blank", "was reported as zero, is blank"),
        (0, 5, "from zero", "was zero"),
        (5, 0, "to zero", "is zero now"),
        (0, 0, "equal", "equal to the dollar"),
        (-7, -7, "equal", "equal to the dollar"),
        (5, -9, "sign changed", "the sign changed"),
        (-512, 512, "sign changed", "the sign changed, the figure is the same"),
        (1_234, 1_324, "digits transposed", "the digits 2 and 3 changed places"),
        (1_234, 1_235, "changed", "changed"),
    ],
)
def test_a_difference_of_amounts_is_of_one_kind(
    earlier: Compared, later: Compared, kind: str, words: str
) -> None:
    found = amounts(earlier, later)

    assert (found.kind.value, found.words) == (kind, words)
    assert found.differs is (kind not in ("in neither edition", "blank in both", "equal"))


@pytest.mark.parametrize(
    ("earlier", "later", "change", "percent"),
    [
        (None, None, "", ""),
        (ABSENT, 5, "", ""),
        (5, ABSENT, "", ""),
        (None, 5, "+5", "new"),
        (None, 0, "0", "new"),
        (0, 5, "+5", "new"),
        (0, 0, "0", "-"),
        (5, None, "(5)", "gone"),
        (0, None, "0", "gone"),
        (5, 0, "(5)", "(100.0) %"),
        (-200, -150, "+50", "+25.0 %"),
        (-200, 200, "+400", "+200.0 %"),
        (200, 190, "(10)", "(5.0) %"),
        (10_000, 10_001, "+1", "0.0 %"),
        (7, 7, "0", "0.0 %"),
    ],
)
def test_a_percentage_is_of_the_absolute_base_and_of_nothing_it_is_a_word(
    earlier: Compared, later: Compared, change: str, percent: str
) -> None:
    found = amounts(earlier, later)

    assert (found.shown_change, found.shown_percent) == (change, percent)


@pytest.mark.parametrize(
    ("earlier", "later", "alone"),
    [(None, 5, "new"), (0, 5, "+5"), (5, None, "gone"), (5, 0, "(5)"), (None, None, "")],
)
def test_a_change_that_stands_alone_says_that_a_month_is_blank(
    earlier: Compared, later: Compared, alone: str
) -> None:
    assert amounts(earlier, later).shown_alone == alone


def test_what_is_no_amount_has_no_change_that_stands_alone() -> None:
    assert difference(None, "Doe", BoxKind.TEXT).shown_alone == ""


@pytest.mark.parametrize(
    ("kind", "earlier", "later", "words"),
    [
        (BoxKind.TEXT, None, "Doe", "was blank"),
        (BoxKind.TEXT, "Doe", "Doe", "the same"),
        (BoxKind.TEXT, "Doe", "Roe", "changed"),
        (BoxKind.YES_NO, False, True, "changed"),
        (BoxKind.YES_NO, False, None, "is blank now"),
        (BoxKind.CHECK, True, ABSENT, "the later month's edition has no such box"),
    ],
)
def test_what_is_no_amount_has_a_kind_but_no_change(
    kind: BoxKind, earlier: Compared, later: Compared, words: str
) -> None:
    found = difference(earlier, later, kind)

    assert (found.words, found.change, found.percent, found.size) == (words, None, None, 0)


def test_the_size_is_that_of_the_change_or_of_what_only_one_edition_has() -> None:
    assert amounts(5, -9).size == 14
    assert amounts(None, -9).size == 9
    assert amounts(ABSENT, -9).size == 9
    assert amounts(9, ABSENT).size == 9
    assert amounts(ABSENT, None).size == 0


def test_swapped_digits_say_which_and_where() -> None:
    assert swapped_digits(8_476_893, 8_746_893) == SwappedDigits(4, 7, 5, 4)
    assert swapped_digits(-21, -12) == SwappedDigits(2, 1, 1, 0)
    assert swapped_digits(9_000_001, 1_000_009) == SwappedDigits(9, 1, 6, 0)


@pytest.mark.parametrize(
    ("earlier", "later"),
    [(12, 12), (12, -21), (10, 1), (100, 109), (123, 231), (12, 30), (0, 9), (1_111, 2_222)],
)
def test_a_multiple_of_nine_is_not_enough(earlier: int, later: int) -> None:
    assert swapped_digits(earlier, later) is None


@given(st.integers(-(2**63), 2**63 - 1), st.data())
def test_a_swap_of_two_digits_is_always_found_and_is_a_multiple_of_nine(
    amount: int, data: st.DataObject
) -> None:
    digits = list(str(abs(amount)))
    one, other = (data.draw(st.integers(0, len(digits) - 1)) for _ in range(2))
    digits[one], digits[other] = digits[other], digits[one]
    swapped = int("".join(digits)) * (-1 if amount < 0 else 1)

    found = swapped_digits(amount, swapped)

    if amount == swapped or len(str(abs(swapped))) != len(digits):
        assert found is None
    else:
        assert found is not None
        assert {found.first_place, found.second_place} == {
            len(digits) - 1 - one, len(digits) - 1 - other,
        }  # fmt: skip
        assert (swapped - amount) % 9 == 0


AMOUNT = st.none() | st.integers(-100, 100)


@given(AMOUNT, AMOUNT)
def test_backwards_the_change_is_the_opposite(earlier: int | None, later: int | None) -> None:
    there, back = amounts(earlier, later), amounts(later, earlier)

    assert there.size == back.size
    assert there.differs is back.differs
    assert there.differs is (earlier != later)
    assert (there.kind is DifferenceKind.TRANSPOSED) is (back.kind is DifferenceKind.TRANSPOSED)


def test_percentages_round_halves_away_from_zero() -> None:
    assert str(percent_with_one_decimal(Decimal("2.25"))) == "2.3"
    assert str(percent_with_one_decimal(Decimal("-2.25"))) == "-2.3"


def test_a_fall_too_small_for_one_decimal_is_a_plain_zero() -> None:
    assert str(percent_with_one_decimal(Decimal("-0.04"))) == "0.0"
