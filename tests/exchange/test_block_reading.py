"""The files in ``clipboards`` are written as the programs that they are named after write them."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from focusdesk.exchange.block_reading import LARGEST_HTML, LARGEST_TEXT, read_block
from focusdesk.filing.block import Block, BlockRefused

CLIPBOARDS = Path(__file__).parent / "clipboards"

_SHEET = (
    ("Segregation, January 2014", "", ""),
    ("7010", "Cash", "347,295,282"),
    ("7020", "Securities (at market)", "-"),
    ("7030", "Profit (loss) & open futures", "(5,688,612)"),
)


def _recorded(name: str) -> str:
    return (CLIPBOARDS / name).read_bytes().decode()


def test_excel_says_the_same_as_text_and_as_html() -> None:
    assert read_block(_recorded("excel.tsv")).rows == _SHEET
    assert read_block("", _recorded("excel.html")).rows == _SHEET


def test_an_old_excel_tells_the_figures_that_it_holds() -> None:
    block = read_block("", _recorded("excel_2003.html"))
    assert block.rows == (
        ("7010", "347295282.34"),
        ("7020", "1234567"),
        ("7030", "-5688612"),
        ("25", "1/31/2014"),
    )
    assert block.remarks == (
        "3 figures are taken as the spreadsheet holds them, not as it shows them.",
    )


def test_libreoffice_tells_the_figures_that_it_holds() -> None:
    assert read_block("", _recorded("calc.html")).rows == (
        ("7010", "Cash", "347295282.34"),
        ("7020", "", "0"),
        ("7030", "Futures \u2014 and options", "-5,688,612"),
        ("7032", "", "8%"),
    )


def test_google_sheets_tells_the_figures_that_it_holds() -> None:
    rows = (("7010", "347295282.34"), ("7020", "a > b"))
    assert read_block("", _recorded("sheets.html")).rows == rows


def test_a_table_in_a_mail_is_found_within_the_table_that_lays_it_out() -> None:
    block = read_block("", _recorded("outlook.html"))
    assert block.rows == (("Code", "Amount"), ("7010", "$347,295,282"), ("7020", "500 1"))
    assert block.remarks == ()


def test_a_table_of_a_page_comes_without_its_hidden_columns() -> None:
    rows = (("Line", "Amount"), ("7010", "347 295 282"), ("7020", "\u22125"))
    assert read_block("", _recorded("browser.html")).rows == rows


def test_html_is_read_before_text_where_it_holds_what_was_copied() -> None:
    html = "<table><tr><td>7010<td x:num='5.5'>6</tr></table>"
    assert read_block("7010\t6\r\n", html).rows == (("7010", "5.5"),)


@pytest.mark.parametrize(
    "html",
    [
        "<p>7010 6</p>",
        "<table><td>7010<td <td>6</table>",
        "<table><tr><td>Regards, A. B.</table>",
        "<table>" * 100,
        "x" * (LARGEST_HTML + 1),
    ],
)
def test_text_is_read_where_html_is_no_table_or_holds_something_else(html: str) -> None:
    text = "7010\t6\n7020\tsix hundred and sixty-six or so\n"
    assert read_block(text, html).rows[0] == ("7010", "6")


def test_tables_of_the_same_width_are_one_block_and_others_are_told_of() -> None:
    table = "<table><td>{}<td>{}</table>"
    html = table.format(7010, 5) + "<table><td>9</table>" + table.format(7020, 6)
    block = read_block("", html)
    assert block.rows == (("7010", "5"), ("7020", "6"))
    assert block.remarks == (
        "The clipboard holds 1 other table, of another width; it is not pasted.",
    )


@pytest.mark.parametrize("text", ["7010\t5\r\n7020\t6\r\n", "7010\t5\r7020\t6", "7010,5\n7020,6\0"])
def test_any_line_end_will_do(text: str) -> None:
    assert read_block(text).rows == (("7010", "5"), ("7020", "6"))


def test_lines_of_a_mail_are_taken_apart_and_kept_whole_as_well() -> None:
    block = read_block("\n  > 7010: 5\n  > 7020: 6\n\n")
    assert block == Block((("7010", "5"), ("7020", "6")), ("> 7010: 5", "> 7020: 6"))


def test_one_column_of_figures_keeps_its_gaps() -> None:
    assert read_block("5\n\n6\n").rows == (("5",), ("",), ("6",))


def test_one_cell_is_a_block() -> None:
    assert read_block("347,295,282").rows == (("347,295,282",),)


def test_an_apostrophe_that_guards_against_formulas_is_taken_off() -> None:
    assert read_block("13\t'=ACME\n14\t'8-41562").rows == (("13", "=ACME"), ("14", "'8-41562"))


@pytest.mark.parametrize("text", ["", " \r\n\t", "\0", "\ufeff"])
def test_nothing_to_paste_is_said(text: str) -> None:
    with pytest.raises(BlockRefused, match="There is nothing to paste"):
        read_block(text)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("5" * (LARGEST_TEXT + 1), r"2,000,001 characters"),
        ("5\n" * 10_001, "more than 10,000 rows"),
        ("PK\3\4\0\0abc", "is no text"),
    ],
)
def test_what_is_no_block_of_a_form_is_refused(text: str, why: str) -> None:
    with pytest.raises(BlockRefused, match=why):
        read_block(text)


_PARTS = st.sampled_from(
    [
        *("7010", "\t", "\n", "\r", '"', ",", ";", " ", ">", "(5)", "-", "=1+1", "'", "\0", "|"),
        *("<table>", "</table>", "<tr>", "<td>", "<td colspan=9 rowspan=9>", "<td x:num=1e9>"),
        *("<!--", "-->", "<", "&nbsp;", "&#0;", "&#xd800;", "\ud800", "<br>", "<style>", "5"),
    ]
)


@settings(max_examples=500, deadline=None)
@given(st.lists(_PARTS).map("".join), st.lists(_PARTS).map("".join))
def test_no_clipboard_is_too_odd(text: str, html: str) -> None:
    try:
        block = read_block(text, html)
    except BlockRefused:
        return
    assert {len(row) for row in block.rows} == {block.width}
    assert any(cell for row in block.rows for cell in row)
