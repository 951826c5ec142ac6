"""What is shown, asked or refused of an entry before a box takes it."""

import datetime as dt
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from focusdesk.form.amount import LARGEST, SMALLEST
from focusdesk.form.box import Box, BoxKind, EntryError, Value, show_value
from focusdesk.form.edition import Edition
from focusdesk.form.entry import (
    EntryPreview,
    ParsedAmount,
    codes_hint,
    entry_preview,
    period_hint,
    read_amount,
)
from focusdesk.form.period import Period
from focusdesk.form.schedule import LineItem
from focusdesk.form.text_format import TextFormat
from tests.form.conftest import form_of

PLAIN = Box("7010", BoxKind.AMOUNT)
SHORT = Box("7337", BoxKind.AMOUNT, cents="up")
DEDUCTION = Box("7033", BoxKind.AMOUNT, parentheses=True, cents="up")
DATE = Box("25", BoxKind.DATE)
TEXT = Box("13", BoxKind.TEXT)
STATE = Box("22", BoxKind.TEXT, format=TextFormat.STATE)
TICK = Box("16", BoxKind.CHECK)
ANSWER = Box("firm.retail_forex", BoxKind.YES_NO)


def held(code: str) -> int | None:
    if code == "7060":
        return 946_524_093
    message = f"There is no {code}."
    raise EntryError(message)


def preview(text: str, box: Box = PLAIN) -> EntryPreview:
    return entry_preview(text, box, held)


@pytest.mark.parametrize(
    ("text", "box", "value"),
    [
        ("1,234", PLAIN, 1234),
        ("(1,234)", PLAIN, -1234),
        ("1,234.00", PLAIN, 1234),
        ("(500)", DEDUCTION, 500),
        ("500", DEDUCTION, 500),
        ("", PLAIN, None),
        (" HARRIS TRUST ", TEXT, "HARRIS TRUST"),
        ("=A", TEXT, "=A"),
        ("NY", STATE, "NY"),
        ("01/31/14", DATE, dt.date(2014, 1, 31)),
        ("", DATE, None),
        ("yes", TICK, True),
        ("no", TICK, None),
        ("no", ANSWER, False),
    ],
)
def test_of_an_entry_that_is_kept_as_it_was_typed_nothing_is_said(
    text: str, box: Box, value: Value
) -> None:
    entry = preview(text, box)
    assert (entry.value, type(entry.value)) == (value, type(value))
    assert (entry.refusal, entry.shown, entry.hint, entry.cents_lost) == ("", "", "", "")
    assert entry.question is None


@pytest.mark.parametrize(
    ("text", "box", "value", "shown"),
    [
        ("1,234.56", PLAIN, 1234, "1,234.56 -> 1,234"),
        ("$1234.5", PLAIN, 1234, "1,234.50 -> 1,234"),
        ("(1,234.56)", PLAIN, -1235, "(1,234.56) -> (1,235)"),
        ("180,000.17", SHORT, 180_001, "180,000.17 -> 180,001"),
        ("(180,000.17)", DEDUCTION, 180_001, "180,000.17 -> 180,001"),
        ("1.2m", PLAIN, 1_200_000, "1.2m -> 1,200,000"),
        ("1.2345678m", PLAIN, 1_234_567, "1,234,567.80 -> 1,234,567"),
        ("=1,000+250", PLAIN, 1250, "=1,000+250 -> 1,250"),
        ("=8% * [7060]", PLAIN, 75_721_927, "=8% * [7060] -> 75,721,927.44 -> 75,721,927"),
        ("=8% * [7060]", SHORT, 75_721_928, "=8% * [7060] -> 75,721,927.44 -> 75,721,928"),
        ("=100/3", PLAIN, 33, "=100/3 -> 33.33\u2026 -> 33"),
        ("jan 31 2014", DATE, dt.date(2014, 1, 31), "jan 31 2014 -> 01/31/14"),
        ("ny", STATE, "NY", "ny -> NY"),
    ],
)
def test_what_would_be_kept_is_shown_before_it_is_taken(
    text: str, box: Box, value: Value, shown: str
) -> None:
    entry = preview(text, box)
    assert (entry.value, entry.shown, entry.refusal) == (value, shown, "")


@pytest.mark.parametrize("text", ["-500", "500-", "\u2212500", "=-500", "((500))", "(-500)"])
def test_a_negative_within_the_forms_own_parentheses_asks_what_was_meant(text: str) -> None:
    entry = preview(text, DEDUCTION)
    assert entry.value == -500
    assert entry.question is not None
    assert (entry.question.as_printed, entry.question.negative) == (500, -500)
    assert entry.question.sentence == (
        "The form itself prints the parentheses at 7033 and subtracts what stands there. "
        "Is it 500, which the form prints as (500), or a negative, -500?"
    )


@pytest.mark.parametrize("text", ["-500", "(500)", "=-500"])
def test_elsewhere_a_negative_is_no_question(text: str) -> None:
    entry = preview(text)
    assert (entry.value, entry.question) == (-500, None)


@pytest.mark.parametrize(
    ("text", "box", "column", "why"),
    [
        ("abc", PLAIN, 0, '"abc" is not an amount.'),
        ("(1,2)", DEDUCTION, 0, '"1,2" has a comma out of place.'),
        ("=1+", PLAIN, 4, 'After "=1+": the arithmetic ends'),
        ("=[9999]", PLAIN, 2, "There is no 9999."),
        ("9223372036854775808", PLAIN, 0, "9,223,372,036,854,775,808 is too large"),
        ("=5b*5b", PLAIN, 0, "is too large"),
        ("=" + "9b*" * 100 + "1", PLAIN, 0, "That figure is too large"),
        ("02/30/14", DATE, 0, "not a day of the calendar"),
        ("a\nb", TEXT, 0, "control character"),
        ("maybe", TICK, 0, "neither a tick nor a blank"),
    ],
)
def test_a_refused_entry_says_why_and_where(text: str, box: Box, column: int, why: str) -> None:
    entry = preview(text, box)
    assert why in entry.refusal
    assert (entry.value, entry.column, entry.shown) == (None, column, "")


@pytest.mark.parametrize("text", ["1,000+250", "8% * [7060]", "10 / 4", "\u22125 \u2212 5"])
def test_arithmetic_without_its_sign_is_told_of_it(text: str) -> None:
    assert 'To have it worked out, begin with "=": =' in preview(text).refusal


@pytest.mark.parametrize("text", ["1/0", "75%", "1.234", "12a", "1+", "5b*5b", "=1.2.3"])
def test_what_could_not_be_worked_out_either_is_told_no_such_thing(text: str) -> None:
    assert "begin with" not in preview(text).refusal


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (
            "1,234.56",
            '"1,234.56" has cents. The form takes whole dollars: omit the pennies. Write 1,234.',
        ),
        (
            "=100/3",
            '"=100/3 -> 33.33\u2026" has cents. The form takes whole dollars: '
            "omit the pennies. Write 33.",
        ),
    ],
)
def test_who_cannot_be_shown_the_whole_dollars_has_a_sentence(text: str, sentence: str) -> None:
    assert preview(text).cents_lost == sentence


def test_an_unusual_text_is_taken_with_a_hint() -> None:
    entry = preview("Ontario", STATE)
    assert (entry.value, entry.refusal) == ("Ontario", "")
    assert "none of the two-letter codes" in entry.hint


def test_how_an_amount_was_read_is_kept_with_it() -> None:
    assert read_amount("=10/4", PLAIN, held) == ParsedAmount(2, Fraction(5, 2), "=10/4", "=10/4")
    assert read_amount(" =10\u22124 ", PLAIN, held) == ParsedAmount(
        6, Fraction(6), "=10-4", "=10-4"
    )
    assert read_amount("10", PLAIN, held) == ParsedAmount(10, Fraction(10))
    assert preview("=10/4").amount == ParsedAmount(2, Fraction(5, 2), "=10/4", "=10/4")


def test_an_amount_is_rounded_where_cents_were_dropped() -> None:
    assert ParsedAmount(2, Fraction(5, 2)).rounded
    assert not ParsedAmount(2, Fraction(2)).rounded


@given(st.integers(SMALLEST, LARGEST))
def test_every_amount_reads_back_as_it_is_shown(dollars: int) -> None:
    entry = preview(show_value(dollars))
    assert (entry.value, entry.shown) == (dollars, "")


@given(st.integers(0, LARGEST))
def test_a_deduction_reads_back_with_or_without_the_forms_parentheses(dollars: int) -> None:
    for text in (show_value(dollars), f"({show_value(dollars)})"):
        entry = preview(text, DEDUCTION)
        assert (entry.value, entry.question) == (dollars, None)


@given(
    st.text() | st.text("0123456789.,+-*/()%[]$ kmb=\u2212\u00a0", max_size=30),
    st.sampled_from([PLAIN, SHORT, DEDUCTION, DATE, TEXT, STATE, TICK, ANSWER]),
)
def test_every_text_has_an_answer_and_every_answer_can_be_kept(text: str, box: Box) -> None:
    entry = preview(text, box)
    assert box.decode(box.encode(entry.value)) == entry.value
    if entry.refusal:
        assert entry.value is None
        assert entry.refusal.isprintable()
    elif isinstance(entry.value, int) and not box.parentheses:
        assert preview(show_value(entry.value, box.kind), box).value == entry.value


@pytest.mark.parametrize("box", [PLAIN, DEDUCTION, DATE, TEXT, TICK])
@pytest.mark.parametrize("text", ["9" * 10_000, "=" + "1+" * 5_000 + "1", "(" * 10_000])
def test_ten_thousand_characters_are_refused(text: str, box: Box) -> None:
    entry = preview(text, box)
    assert entry.refusal
    assert "character" in entry.refusal or len(entry.refusal) < 200


FORM = Edition("test", "Test", Period(2014, 1), (), begins_code="24", as_of_code="25")


@pytest.mark.parametrize(
    ("code", "value"),
    [
        ("25", dt.date(2014, 1, 31)),
        ("24", dt.date(2014, 1, 1)),
        ("24", dt.date(2013, 11, 1)),
        ("execution.date", dt.date(2014, 2, 26)),
        ("25", None),
        ("13", "HARRIS TRUST"),
    ],
)
def test_a_date_of_the_period_is_as_usual(code: str, value: Value) -> None:
    assert period_hint(FORM, Period(2014, 1), code, value) == ""


@pytest.mark.parametrize(
    ("code", "value", "hint"),
    [
        (
            "25",
            dt.date(2014, 1, 30),
            "01/30/14 is not the last day of January 2014, 01/31/14.",
        ),
        ("25", dt.date(2014, 2, 28), "02/28/14 is not the last day of January 2014, 01/31/14."),
        (
            "24",
            dt.date(2014, 1, 2),
            "01/02/14 is not the first day of January 2014, 01/01/14, or of a month before it.",
        ),
        (
            "24",
            dt.date(2014, 2, 1),
            "02/01/14 is not the first day of January 2014, 01/01/14, or of a month before it.",
        ),
    ],
)
def test_a_date_that_the_period_has_not_is_hinted_at(code: str, value: Value, hint: str) -> None:
    assert period_hint(FORM, Period(2014, 1), code, value) == hint


@pytest.mark.parametrize(
    ("text", "box", "why"),
    [
        ("1000.75", PLAIN, "cents dropped: never above the valuation"),
        ("-1000.75", PLAIN, "down to the lower amount: never above the valuation"),
        ("=2000/3", PLAIN, "cents dropped: never above the valuation"),
        ("180.25", SHORT, "short valuation: cents go up"),
        ("1000.00", PLAIN, ""),
        ("1000", PLAIN, ""),
    ],
)
def test_it_is_said_where_the_cents_go_and_why(text: str, box: Box, why: str) -> None:
    assert preview(text, box).cents == why


def test_what_the_figure_alone_does_not_say_is_kept_as_typed() -> None:
    kept = [preview(text).amount for text in (" 1,000.75", "=1+1", "1000", "1000.00", "1.2k")]
    assert [amount.typed if amount else "" for amount in kept] == ["1,000.75", "=1+1", "", "", ""]


def test_a_bare_number_that_is_a_code_of_the_form_is_told_from_the_box() -> None:
    form = form_of(LineItem(boxes=(PLAIN, Box("7020", BoxKind.AMOUNT), TEXT, TICK)))
    assert codes_hint(form, "=7010*2") == "7010 is the number; the box is [7010]."
    both = "7010 and 7020 are the numbers; the boxes are [7010] and [7020]."
    assert codes_hint(form, "=7010+7020") == both
    for text in ("=[7010]+1", "=16*13", "7010", "=7510", "=7,010+1", "=7010.5"):
        assert codes_hint(form, text) == "", text
