import pytest
from hypothesis import given
from hypothesis import strategies as st

from focusdesk.exchange.block_text import has_tabs, rows_between_tabs, rows_of_csv


def _rows(text: str) -> list[list[str]]:
    return list(rows_between_tabs(text))


def test_tabs_part_cells_and_line_feeds_rows() -> None:
    assert has_tabs("7010\t5")
    assert _rows("7010\t5\n\n7020\t\t6") == [["7010", "5"], [""], ["7020", "", "6"]]


def test_a_break_within_a_quoted_cell_is_a_space() -> None:
    assert _rows('"Bank\nof \t\n X"\t5') == [["Bank of  X", "5"]]


def test_doubled_quotes_within_a_quoted_cell_are_one() -> None:
    assert _rows('"the ""1st""\tBank"\t5') == [['the "1st" Bank', "5"]]


@pytest.mark.parametrize("cell", ['12"', 'a "b" c', '"a" b', '"', '"never closed'])
def test_a_quote_that_closes_no_cell_is_a_quote(cell: str) -> None:
    assert _rows(f"{cell}\t5") == [[cell, "5"]]


@given(st.text(st.sampled_from('"\t\na')))
def test_no_text_between_tabs_is_too_odd(text: str) -> None:
    rows = _rows(text)
    assert sum("".join(row).count("a") for row in rows) == text.count("a")


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("7010,5\n7020,6", [["7010", "5"], ["7020", "6"]]),
        ("7010, 5", [["7010", "5"]]),
        ('7010,"347,295,282"', [["7010", "347,295,282"]]),
        ("7010;347,295,282\n7020;6", [["7010", "347,295,282"], ["7020", "6"]]),
        ("13,ACME\n\n14,8-41562", [["13", "ACME"], [], ["14", "8-41562"]]),
        ('"Cash, net";5', [["Cash, net", "5"]]),
    ],
)
def test_commas_or_semicolons_part_cells_where_each_row_has_as_many(
    text: str, rows: list[list[str]]
) -> None:
    assert rows_of_csv(text) == rows


@pytest.mark.parametrize(
    "text",
    [
        "347,295,282",
        "1,234\n5,678",
        "7010 347,295,282\n7020 1,234,567",
        "7010\n7020",
        "7010,5\n7020",
        "Cash, net\n5",
        '7010,"never closed',
        "",
    ],
)
def test_commas_that_part_thousands_or_words_make_no_csv(text: str) -> None:
    assert rows_of_csv(text) is None
