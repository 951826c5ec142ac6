"""How each kind of box reads, keeps and shows its value."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from focusdesk.form.amount import LARGEST, SMALLEST
from focusdesk.form.box import Box, BoxKind, EntryError, Value, show_value
from focusdesk.form.text_format import TextFormat

AMOUNT = Box("7010", BoxKind.AMOUNT)
TEXT = Box("13", BoxKind.TEXT)
DATE = Box("25", BoxKind.DATE)
CHECK = Box("16", BoxKind.CHECK)
YES_NO = Box("firm.retail_forex", BoxKind.YES_NO)
EVERY_KIND = (AMOUNT, TEXT, DATE, CHECK, YES_NO)


def test_there_is_a_box_here_for_every_kind() -> None:
    assert {box.kind for box in EVERY_KIND} == set(BoxKind)


@pytest.mark.parametrize("box", EVERY_KIND, ids=lambda box: box.kind)
def test_empty_text_blanks_any_box(box: Box) -> None:
    assert box.parse("  ") is None


@pytest.mark.parametrize(
    ("box", "typed", "value"),
    [
        (AMOUNT, "(1,234)", -1234),
        (TEXT, " HARRIS TRUST ", "HARRIS TRUST"),
        (DATE, "01/31/14", dt.date(2014, 1, 31)),
        (DATE, "1/31/2014", dt.date(2014, 1, 31)),
        (DATE, "2014-01-31", dt.date(2014, 1, 31)),
        (DATE, "12-31-1999", dt.date(1999, 12, 31)),
        (CHECK, "X", True),
        (CHECK, "x", True),
        (CHECK, "yes", True),
        (CHECK, "no", None),
        (CHECK, "0", None),
        (YES_NO, "Yes", True),
        (YES_NO, "N", False),
        (YES_NO, "false", False),
    ],
)
def test_a_box_reads_what_its_kind_takes(box: Box, typed: str, value: Value) -> None:
    assert box.parse(typed) == value
    assert type(box.parse(typed)) is type(value)


@pytest.mark.parametrize(
    ("box", "typed", "why"),
    [
        (AMOUNT, "abc", "is not an amount"),
        (TEXT, "a" * 201, "201 characters"),
        (TEXT, "HARRIS\nTRUST", "line break"),
        (DATE, "31.01.14", "not a day of the calendar"),
        (DATE, "02/30/14", "not a day of the calendar"),
        (DATE, "2014-13-01", "not a day of the calendar"),
        (DATE, "January 31", "is not a date"),
        (DATE, "1/31/014", "is not a date"),
        (CHECK, "maybe", "neither a tick nor a blank"),
        (YES_NO, "perhaps", '"perhaps" is neither yes nor no. Write yes or no.'),
    ],
)
def test_a_box_refuses_what_its_kind_does_not_take(box: Box, typed: str, why: str) -> None:
    with pytest.raises(EntryError, match=why):
        box.parse(typed)


@pytest.mark.parametrize(
    ("box", "value", "kept"),
    [
        (AMOUNT, -1234, "-1234"),
        (AMOUNT, 0, "0"),
        (AMOUNT, LARGEST, str(LARGEST)),
        (AMOUNT, SMALLEST, str(SMALLEST)),
        (TEXT, "HARRIS TRUST", "HARRIS TRUST"),
        (DATE, dt.date(2014, 1, 31), "2014-01-31"),
        (CHECK, True, "X"),
        (YES_NO, True, "X"),
        (YES_NO, False, "NO"),
    ],
)
def test_a_value_comes_back_from_the_text_that_the_store_keeps(
    box: Box, value: Value, kept: str
) -> None:
    assert box.encode(value) == kept
    assert box.decode(kept) == value
    assert type(box.decode(kept)) is type(value)


@pytest.mark.parametrize("box", EVERY_KIND, ids=lambda box: box.kind)
def test_a_blank_is_kept_as_nothing(box: Box) -> None:
    assert box.encode(None) is None
    assert box.decode(None) is None


def test_an_unticked_box_and_an_empty_text_are_blanks_but_no_is_an_answer() -> None:
    assert CHECK.encode(value=False) is None
    assert TEXT.encode("  ") is None
    assert YES_NO.encode(value=False) == "NO"


@pytest.mark.parametrize(
    ("box", "value", "why"),
    [
        (AMOUNT, "1,234", "7010 takes an amount in whole dollars"),
        (AMOUNT, True, "7010 takes an amount in whole dollars"),
        (TEXT, 5, "13 takes text"),
        (DATE, dt.datetime(2014, 1, 31, tzinfo=dt.UTC), "25 takes a date"),
        (CHECK, "X", "16 takes a tick"),
        (YES_NO, 1, "firm.retail_forex takes yes or no"),
    ],
)
def test_a_value_of_another_kind_is_never_kept(box: Box, value: Value, why: str) -> None:
    with pytest.raises(EntryError, match=why):
        box.encode(value)


@pytest.mark.parametrize("dollars", [LARGEST + 1, SMALLEST - 1])
def test_an_amount_beyond_64_bits_is_never_kept(dollars: int) -> None:
    with pytest.raises(EntryError, match="too large"):
        AMOUNT.encode(dollars)


@pytest.mark.parametrize("text", ["a" * 201, "HARRIS\nTRUST", "a\x00"])
def test_a_text_that_could_not_be_typed_is_never_kept(text: str) -> None:
    with pytest.raises(EntryError):
        TEXT.encode(text)


@pytest.mark.parametrize(
    ("box", "kept"), [(AMOUNT, "1,234"), (DATE, "01/31/14"), (CHECK, "yes"), (YES_NO, "no")]
)
def test_text_that_no_box_wrote_is_not_taken_for_a_value(box: Box, kept: str) -> None:
    with pytest.raises((ValueError, KeyError)):
        box.decode(kept)


@pytest.mark.parametrize(
    ("value", "printed"),
    [
        (None, ""),
        (0, "0"),
        (-14796490, "(14,796,490)"),
        (dt.date(2014, 1, 31), "01/31/14"),
        ("HARRIS TRUST", "HARRIS TRUST"),
        (True, "X"),
        (False, "No"),
    ],
)
def test_a_value_is_shown_as_the_form_prints_it(value: Value, printed: str) -> None:
    assert show_value(value) == printed


@given(st.dates(dt.date(2000, 1, 1), dt.date(2099, 12, 31)))
def test_a_printed_date_of_this_century_reads_back_as_itself(date: dt.date) -> None:
    assert DATE.parse(show_value(date)) == date


def test_a_box_is_computed_when_it_has_a_formula() -> None:
    assert Box("7190", BoxKind.AMOUNT, formula="[7180] - [7060]").is_computed
    assert not AMOUNT.is_computed


def test_spaces_around_a_text_are_not_kept() -> None:
    assert TEXT.encode(" HARRIS TRUST ") == "HARRIS TRUST"


def test_the_forms_own_parentheses_are_no_sign() -> None:
    deduction = Box("7133", BoxKind.AMOUNT, parentheses=True)
    plain = Box("7130", BoxKind.AMOUNT)

    assert deduction.parse("(29,230,976)") == deduction.parse("29,230,976") == 29_230_976
    assert deduction.parse("($500)") == 500
    assert deduction.parse("-500") == -500
    assert deduction.parse("$(500)") == deduction.parse("\u00a0(500)\u200e") == 500
    assert deduction.parse("((500))") == deduction.parse("(-500)") == -500
    assert deduction.parse("()") is None
    assert plain.parse("(29,230,976)") == -29_230_976


def test_a_refusal_of_cents_says_what_the_box_would_keep() -> None:
    with pytest.raises(EntryError, match=r"Write 180,000\."):
        AMOUNT.parse("180,000.17")
    with pytest.raises(EntryError, match=r"Write 180,001\."):
        Box("7337", BoxKind.AMOUNT, cents="up").parse("180,000.17")


def test_a_format_refuses_nothing_and_changes_nothing_that_is_read() -> None:
    box = Box("23", BoxKind.TEXT, format=TextFormat.ZIP)

    assert box.parse("SW1A 1AA") == "SW1A 1AA"
    assert box.parse("100182703") == "100182703"


def test_a_format_tidies_a_text_and_hints_at_what_differs() -> None:
    box = Box("23", BoxKind.TEXT, format=TextFormat.ZIP)

    assert box.tidied("100182703") == "10018-2703"
    assert "no ZIP code" in box.hint("SW1A 1AA")
    assert box.hint("100182703") == ""


@pytest.mark.parametrize("box", EVERY_KIND, ids=lambda box: box.kind)
@pytest.mark.parametrize("value", [None, 1, "SW1A 1AA", dt.date(2014, 1, 31), True])
def test_without_a_format_nothing_is_tidied_or_hinted_at(box: Box, value: Value) -> None:
    assert box.tidied(value) == value
    assert box.hint(value) == ""


def test_a_blank_is_never_unusual() -> None:
    box = Box("23", BoxKind.TEXT, format=TextFormat.ZIP)

    assert box.tidied(None) is None
    assert box.hint(None) == ""


def test_a_refusal_of_the_whole_entry_points_at_no_character() -> None:
    with pytest.raises(EntryError) as refused:
        AMOUNT.parse("abc")
    assert refused.value.column == 0
