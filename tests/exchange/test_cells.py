import datetime as dt

import pytest

from focusdesk.exchange.cells import csv_text, tick_text
from focusdesk.form.box import BoxKind, Value


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


def test_an_unticked_check_box_is_blank() -> None:
    assert not tick_text(BoxKind.CHECK, ticked=False)
