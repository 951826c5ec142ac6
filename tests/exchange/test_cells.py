import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from focusdesk.catalog.loader import load_editions
from focusdesk.exchange.cells import (
    column_heading,
    csv_text,
    guarded,
    json_value,
    percent_with_one_decimal,
    tick_text,
    unguarded,
)
from focusdesk.filing.compare import ComparedMonth
from focusdesk.filing.filing import Filing
from focusdesk.form.box import BoxKind, Value
from focusdesk.form.period import Period


@pytest.mark.parametrize(
    ("kind", "value", "text"),
    [
        (BoxKind.AMOUNT, 1234567, "1234567"),
        (BoxKind.AMOUNT, -5, "-5"),
        (BoxKind.AMOUNT, 0, "0"),
        (BoxKind.AMOUNT, None, ""),
        (BoxKind.CHECK, True, "X"),
        (BoxKind.CHECK, None, ""),
        (BoxKind.YES_NO, True, "yes"),
        (BoxKind.YES_NO, False, "no"),
        (BoxKind.DATE, dt.date(2014, 1, 31), "2014-01-31"),
        (BoxKind.TEXT, "HARRIS TRUST", "HARRIS TRUST"),
    ],
)
def test_a_value_in_csv_is_bare(kind: BoxKind, value: Value, text: str) -> None:
    assert csv_text(kind, value) == text


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "\uff1d1"])
def test_text_that_a_spreadsheet_would_run_gets_an_apostrophe(text: str) -> None:
    assert csv_text(BoxKind.TEXT, text) == f"'{text}"


@pytest.mark.parametrize("text", ["HARRIS TRUST", "'tis", "''", "O'NEILL = CO", "8-41562"])
def test_harmless_text_is_left_alone(text: str) -> None:
    assert guarded(text) == text
    assert unguarded(text) == text


@given(st.text(st.sampled_from("'=+-@\tax1 ")))
def test_what_the_guard_puts_on_comes_off_exactly(text: str) -> None:
    assert unguarded(guarded(text)) == text


def test_json_has_dates_as_text_and_all_else_as_it_is() -> None:
    assert json_value(dt.date(2014, 1, 31)) == "2014-01-31"
    assert [json_value(value) for value in (5, "A", True, None)] == [5, "A", True, None]


def test_an_unticked_check_box_is_blank() -> None:
    assert not tick_text(BoxKind.CHECK, ticked=False)


def test_percentages_round_halves_away_from_zero() -> None:
    assert str(percent_with_one_decimal(Decimal("2.25"))) == "2.3"
    assert str(percent_with_one_decimal(Decimal("-2.25"))) == "-2.3"


def test_a_column_says_which_month_and_what_is_made_up() -> None:
    form = load_editions()["2014-01"]
    plain = Filing(1, Period(2014, 1), form.id)
    other = Filing(2, Period(2013, 12), form.id, amendment=2, illustrative=True)
    assert column_heading(ComparedMonth(plain, form, {})) == "2014-01"
    assert column_heading(ComparedMonth(other, form, {})) == "2013-12 amendment 2 (illustrative)"
