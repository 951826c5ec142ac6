"""From which size on a change counts."""

import sqlite3
from contextlib import closing
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from focusdesk.filing.difference import ABSENT, Compared, difference
from focusdesk.filing.journal_codes import FACT as JOURNALLED_FACT
from focusdesk.filing.register import Register
from focusdesk.filing.thresholds import (
    FACT,
    Threshold,
    ThresholdError,
    Thresholds,
    above,
    keep_thresholds,
    kept_thresholds,
    parse_threshold,
    parse_thresholds,
    thresholds_text,
)
from focusdesk.form.box import BoxKind
from focusdesk.store.filing_store import SqliteFilingStore
from focusdesk.store.verify import verify

BOTH = Threshold(5_000_000, Decimal(10))


@pytest.mark.parametrize(
    ("threshold", "earlier", "later", "counts"),
    [
        (BOTH, 60_000_000, 67_000_000, True),
        (BOTH, 60_000_000, 53_000_000, True),
        (BOTH, -60_000_000, -67_000_000, True),
        (BOTH, 900_000_000, 940_000_000, False),
        (BOTH, 1_000, 4_000, False),
        (BOTH, 40_000_000, 45_000_000, False),
        (BOTH, 60_000_000, 66_000_000, False),
        (BOTH, None, 5_000_001, True),
        (BOTH, None, 5_000_000, False),
        (BOTH, 0, -6_000_000, True),
        (BOTH, 6_000_000, None, True),
        (BOTH, ABSENT, 6_000_000, True),
        (BOTH, 4_000_000, ABSENT, False),
        (Threshold(percent=Decimal("2.5")), 1_000, 1_026, True),
        (Threshold(percent=Decimal("2.5")), 1_000, 1_025, False),
        (Threshold(100), 1_000, 1_101, True),
        (Threshold(0), 0, 0, False),
        (Threshold(), 1_000, 1_001, True),
        (Threshold(), 1_000, 1_000, False),
        (Threshold(), None, 0, False),
    ],
)
def test_a_change_counts_when_it_is_above_both_the_dollars_and_the_percent(
    threshold: Threshold, earlier: Compared, later: Compared, *, counts: bool
) -> None:
    assert above(threshold, difference(earlier, later, BoxKind.AMOUNT)) is counts


def test_what_is_no_amount_never_counts() -> None:
    assert not above(Threshold(), difference("Doe", "Roe", BoxKind.TEXT))
    assert not above(Threshold(), difference(*(True, False), BoxKind.YES_NO))


@pytest.mark.parametrize(
    ("text", "dollars", "percent", "words"),
    [
        ("", None, None, ""),
        ("5,000,000", 5_000_000, None, "5,000,000"),
        ("5m", 5_000_000, None, "5,000,000"),
        ("10%", None, Decimal(10), "10 %"),
        (" 2.50 % ", None, Decimal("2.5"), "2.5 %"),
        ("5,000,000 and 10 %", 5_000_000, Decimal(10), "5,000,000 and 10 %"),
        ("10 % and 5 000 000", 5_000_000, Decimal(10), "5,000,000 and 10 %"),
        ("5m 10 %", 5_000_000, Decimal(10), "5,000,000 and 10 %"),
        ("5m, 10%", 5_000_000, Decimal(10), "5,000,000 and 10 %"),
        ("0;100%", 0, Decimal(100), "0 and 100 %"),
    ],
)
def test_a_threshold_is_read_as_people_write_it(
    text: str, dollars: int | None, percent: Decimal | None, words: str
) -> None:
    read = parse_threshold(text)

    assert (read.dollars, read.percent, read.words) == (dollars, percent, words)
    assert parse_threshold(read.words) == read


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("much", '"much" is no threshold'),
        ("ten percent", '"ten percent" is no threshold'),
        ("5m or 10 %", 'has "or", and never is one enough'),
        ("10 % or 5m", 'has "or", and never is one enough'),
        ("-5", "has no sign"),
        ("5 and", '"5 and" is no threshold'),
        ("5 and 6", '"5 and 6" has more than one amount'),
        ("5 % and 6 %", "has more than one percentage"),
        ("ten %", '"ten %" is no percentage'),
        ("-10 %", '"-10 %" is no percentage'),
        ("1.5", "has cents"),
    ],
)
def test_what_is_no_threshold_is_refused_with_how_to_write_one(text: str, why: str) -> None:
    with pytest.raises(ThresholdError, match=why) as refused:
        parse_threshold(text)
    assert "Write a threshold like 5,000,000, like 10 %" in str(refused.value)
    assert str(refused.value).endswith("with both, a change counts when it is above both.")
    assert "(1,234)" not in str(refused.value)


def test_a_line_has_its_own_threshold_in_place_of_that_for_all() -> None:
    thresholds = Thresholds(BOTH).with_line("7190", Threshold(0)).with_line("20", Threshold(1))

    assert thresholds.words == "above 5,000,000 and 10 %, 2 lines otherwise"
    assert thresholds.with_line("7190", None).words.endswith("1 line otherwise")
    assert Thresholds().words == "any change"


AMOUNTS = st.none() | st.integers(0, 10**15)
PERCENTS = st.none() | st.decimals(0, 10**6, places=3)
THRESHOLDS = st.builds(Threshold, AMOUNTS, PERCENTS)


@given(THRESHOLDS, st.dictionaries(st.sampled_from(("7190", "7198", "7495")), THRESHOLDS))
def test_thresholds_are_read_back_as_they_were_written(
    of_all: Threshold, of_lines: dict[str, Threshold]
) -> None:
    thresholds = Thresholds(of_all, of_lines)

    assert parse_thresholds(thresholds_text(thresholds)) == thresholds


@pytest.mark.parametrize("text", ["5,000,000", "[]", "{", '"all"'])
def test_what_is_kept_and_is_no_thresholds_is_refused(text: str) -> None:
    with pytest.raises(ThresholdError, match="thresholds cannot be read"):
        parse_thresholds(text)


def test_a_firm_that_has_set_none_has_none(register: Register) -> None:
    assert kept_thresholds(register.store) == Thresholds()


def test_thresholds_are_kept_with_the_firm_and_the_journal_tells_of_it(
    register: Register, store: SqliteFilingStore
) -> None:
    first = Thresholds(BOTH)
    keep_thresholds(register, first)
    keep_thresholds(register, first.with_line("7190", Threshold(0)))

    assert kept_thresholds(store) == first.with_line("7190", Threshold(0))
    with closing(sqlite3.connect(store.path)) as file:
        rows = file.execute(
            "SELECT old, new FROM journal WHERE code = ? ORDER BY sequence",
            (JOURNALLED_FACT + FACT,),
        ).fetchall()
    assert rows == [
        (None, '{"all": "5,000,000 and 10 %"}'),
        ('{"all": "5,000,000 and 10 %"}', '{"all": "5,000,000 and 10 %", "7190": "0"}'),
    ]
    assert verify(store.path) == ()


@pytest.mark.parametrize(
    ("code", "why"),
    [("9999", '"9999" is not a box of any edition'), ("13", '"13" holds no amount')],
)
def test_a_line_that_can_have_none_is_refused_and_nothing_is_kept(
    register: Register, code: str, why: str
) -> None:
    with pytest.raises(ThresholdError, match=why):
        keep_thresholds(register, Thresholds(BOTH, {code: Threshold(1)}))

    assert kept_thresholds(register.store) == Thresholds()
