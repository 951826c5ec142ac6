"""What a box prints."""

import datetime as dt

import pytest

from focusdesk.form.box import Box, BoxKind, Value
from focusdesk.form.edition import Edition
from focusdesk.form.page import DatePart, PageLayout
from focusdesk.form.period import Period
from focusdesk.form.schedule import LineItem, Schedule
from focusdesk.form.written import PlacingError, Written

BOXES = (
    Box("7010", BoxKind.AMOUNT),
    Box("7510", BoxKind.TEXT),
    Box("25", BoxKind.DATE),
    Box("16", BoxKind.CHECK),
    Box("firm.retail_forex", BoxKind.YES_NO),
)
FORM = Edition(
    "2014-01",
    "Test",
    Period(2013, 1),
    (Schedule("page", "Page", ("PAGE",), 10, (LineItem(boxes=BOXES),), PageLayout()),),
)


def written(code: str, value: Value, part: DatePart = DatePart.WHOLE) -> str:
    return Written(FORM, {code: value}.__getitem__).text(code, part)


@pytest.mark.parametrize(
    ("code", "value", "text"),
    [
        ("7010", 347295282, "347,295,282"),
        ("7010", -14796490, "(14,796,490)"),
        ("7010", 0, "0"),
        ("7010", None, ""),
        ("7510", "HARRIS TRUST", "HARRIS TRUST"),
        ("25", dt.date(2014, 1, 31), "01/31/14"),
        ("16", True, "X"),
        ("16", None, ""),
        ("firm.retail_forex", True, "Yes"),
        ("firm.retail_forex", False, "No"),
        ("firm.retail_forex", None, ""),
    ],
)
def test_a_value_is_printed_as_the_form_writes_it(code: str, value: Value, text: str) -> None:
    assert written(code, value) == text


def test_a_date_can_be_printed_in_parts() -> None:
    date = dt.date(2014, 2, 26)

    parts = [written("25", date, part) for part in (DatePart.DAY, DatePart.MONTH, DatePart.YEAR)]

    assert parts == ["26th", "February", "14"]


def test_every_day_of_the_month_has_its_ending() -> None:
    days = [written("25", dt.date(2014, 1, day), DatePart.DAY) for day in range(1, 32)]

    assert {day for day in days if not day.endswith("th")} == {
        "1st", "2nd", "3rd", "21st", "22nd", "23rd", "31st"
    }  # fmt: skip


def test_a_year_keeps_its_two_digits() -> None:
    assert written("25", dt.date(2009, 1, 31), DatePart.YEAR) == "09"


def test_a_year_of_the_millennium_keeps_its_three_digits() -> None:
    date = dt.date(2026, 3, 31)

    assert written("25", date, DatePart.YEAR_OF_MILLENNIUM) == "026"


def test_the_blank_form_prints_no_value() -> None:
    blank = Written(FORM, None)

    assert {blank.text(code) for code in FORM.boxes} == {""}


def test_a_box_that_the_form_lacks_is_named() -> None:
    with pytest.raises(PlacingError, match="9999"):
        Written(FORM, None).text("9999")


def test_a_box_without_a_value_is_named_and_never_taken_for_a_blank() -> None:
    with pytest.raises(PlacingError, match="7010"):
        Written(FORM, {"7510": "HARRIS TRUST"}.__getitem__).text("7010")


@pytest.mark.parametrize(("code", "value"), [("7010", "abc"), ("25", 31), ("7010", 2**63)])
def test_a_value_that_the_box_cannot_hold_is_named(code: str, value: Value) -> None:
    with pytest.raises(PlacingError, match=code):
        written(code, value)
