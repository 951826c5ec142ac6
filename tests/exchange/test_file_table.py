from collections.abc import Sequence

import pytest

from focusdesk.exchange.file_table import (
    MOST_ROWS,
    FileLine,
    ImportRefused,
    RawValue,
    Unreadable,
    content_of,
    decimal_text,
    has_heading,
    lines_of,
)


def _lines(*rows: Sequence[RawValue]) -> list[FileLine]:
    return list(lines_of(enumerate(rows, start=1), "a.csv"))


def test_without_a_heading_the_first_two_columns_are_code_and_value() -> None:
    assert _lines(["7010", "5"], ["7020", "6"]) == [
        FileLine("row 1", "7010", "5"),
        FileLine("row 2", "7020", "6"),
    ]


def test_a_heading_finds_its_columns_wherever_they_stand() -> None:
    assert _lines(["label", "Value ", "CODE"], ["Cash", "5", "7010"]) == [
        FileLine("row 2", "7010", "5")
    ]


def test_empty_rows_are_passed_over_and_rows_keep_their_numbers() -> None:
    assert _lines([], ["code", "value"], ["", ""], [" 7010 ", "5"]) == [
        FileLine("row 4", "7010", "5")
    ]


def test_an_empty_value_is_a_blank() -> None:
    assert _lines(["7010", ""], ["7020", None], ["7030", " "]) == [
        FileLine("row 1", "7010", None),
        FileLine("row 2", "7020", None),
        FileLine("row 3", "7030", None),
    ]


def test_zero_and_false_are_no_blanks() -> None:
    assert [line.value for line in _lines(["7010", 0], ["16", False])] == [0, False]


def test_a_code_may_be_a_number() -> None:
    assert _lines([7010, 5])[0].code == "7010"


@pytest.mark.parametrize(
    ("row", "why"),
    [
        (["7010", "347", "295", "282"], 'must stand in quotes, like "1,234"'),
        (["7010"], "has no value column"),
    ],
)
def test_a_row_of_the_wrong_width_is_unreadable(row: list[RawValue], why: str) -> None:
    (line,) = _lines(["code", "value"], row)[0:1]
    assert line.code == "7010"
    assert isinstance(line.value, Unreadable)
    assert why in line.value.why


def test_other_columns_may_be_empty_beyond_the_heading() -> None:
    assert _lines(["code", "value"], ["7010", "5", "", ""])[0].value == "5"


def test_a_value_without_a_code_is_unreadable_and_a_remark_without_both_is_not_a_line() -> None:
    lines = _lines(["note", "code", "value"], ["Assets", "", ""], ["", "", "5"])
    assert [line.where for line in lines] == ["row 3"]
    assert lines[0].value == Unreadable("There is a value but no code.")


@pytest.mark.parametrize(
    ("heading", "why"),
    [
        (["code", "amount"], 'The heading of a.csv has no column "value".'),
        (["box", "value"], 'The heading of a.csv has no column "code".'),
        (["code", "value", "Value"], 'The heading of a.csv has more than one column "value".'),
    ],
)
def test_half_a_heading_and_a_double_one_are_refused(heading: list[RawValue], why: str) -> None:
    with pytest.raises(ImportRefused) as refused:
        _lines(heading, ["7010", "5"])
    assert str(refused.value).startswith(why)


def test_a_column_that_a_month_heads_has_the_values_and_says_the_month() -> None:
    rows: list[list[RawValue]] = [["Code", "Line item", "Jan 2014"], ["7010", "Cash", "5"]]
    read = content_of(enumerate(rows, start=1), "a.csv")
    assert read.lines == (FileLine("row 2", "7010", "5"),)
    assert read.period == "2014-01"


def test_a_column_called_value_comes_before_one_that_a_month_heads() -> None:
    rows: list[list[RawValue]] = [["code", "Dec 2013", "value"], ["7010", "4", "5"]]
    read = content_of(enumerate(rows, start=1), "a.csv")
    assert read.lines == (FileLine("row 2", "7010", "5"),)
    assert read.period == ""


def test_of_several_months_none_is_guessed() -> None:
    with pytest.raises(ImportRefused, match="names 2 months"):
        _lines(["code", "Dec 2013", "Jan 2014"], ["7010", "4", "5"])


def test_a_table_without_end_is_refused() -> None:
    rows = ([str(number), "1"] for number in range(MOST_ROWS + 1))
    with pytest.raises(ImportRefused, match="more than 10,000 rows"):
        list(lines_of(enumerate(rows, start=1), "a.csv"))


def test_a_heading_names_both_columns() -> None:
    assert has_heading(["Code", "Value", "note"])
    assert has_heading(["Code", "January 2014"])
    assert not has_heading(["Code", 5])


@pytest.mark.parametrize(
    ("number", "text"), [("12.5", "12.5"), ("-1.234", "-1.2340"), ("1e-05", "0.00001")]
)
def test_a_number_with_decimals_is_written_so_that_it_can_be_read_in_one_way(
    number: str, text: str
) -> None:
    assert decimal_text(number) == text
