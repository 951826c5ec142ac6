import pytest

from focusdesk.exchange.html_pieces import HtmlBroken
from focusdesk.exchange.html_tables import tables_of
from focusdesk.filing.block import BlockRefused


def _rows(markup: str) -> tuple[tuple[str, ...], ...]:
    (table,) = tables_of(f"<p>Before</p><table>{markup}</table>After")
    return table.rows


def test_cells_stand_in_rows_and_columns() -> None:
    markup = "<tr><th>Code<th>Value</tr><tr><td>7010</td><td>5</td></tr>"
    assert _rows(markup) == (("Code", "Value"), ("7010", "5"))


def test_a_cell_without_a_row_begins_one() -> None:
    assert _rows("<td>7010<td>5") == (("7010", "5"),)


def test_a_cell_that_spans_columns_fills_the_first() -> None:
    markup = "<tr><td colspan=2>A</td><td>B</td></tr><tr><td>1<td>2<td>3</tr>"
    assert _rows(markup) == (("A", "", "B"), ("1", "2", "3"))


def test_a_cell_that_spans_rows_keeps_those_below_in_their_columns() -> None:
    markup = (
        "<tr><td rowspan=2 colspan=2>A</td><td>B</td><td rowspan='3'>C</td></tr>"
        "<tr><td>1</td></tr><tr><td>2</td></tr>"
    )
    assert _rows(markup) == (("A", "", "B", "C"), ("", "", "1", ""), ("2", "", "", ""))


@pytest.mark.parametrize("span", ["0", "-1", "x", "", "\u0665", "99999999999999999999"])
def test_a_span_that_is_none_is_one(span: str) -> None:
    assert _rows(f"<tr><td colspan='{span}'>A<td>B</tr>") == (("A", "B"),)


@pytest.mark.parametrize("hidden", ["style='display:none'", 'style="Display : None;x:y"', "hidden"])
def test_what_is_hidden_was_not_copied(hidden: str) -> None:
    markup = f"<tr {hidden}><td>1<td>2</tr><tr><td {hidden}>3</td><td>4</td></tr>"
    assert _rows(markup) == (("4",),)


def test_words_within_a_cell_run_on_and_breaks_part_them() -> None:
    assert _rows("<td>\n  347,<b>295</b>,282\n<td>A<br>B<p>C</p>D") == (("347,295,282", "A B C D"),)


def test_a_raised_figure_is_no_further_digit() -> None:
    assert _rows("<td>500<sup>1</sup></td>") == (("500 1",),)


def test_spaces_that_do_not_break_stay() -> None:
    assert _rows("<td>&nbsp;A&nbsp; B&#160;</td>") == (("A  B",),)


def test_a_table_within_a_cell_is_a_table_of_its_own() -> None:
    tables = tables_of("<table><td>A<table><td>5</table>B<td>C</table>")
    assert [table.rows for table in tables] == [(("A B", "C"),), (("5",),)]


def test_tables_of_nothing_are_none() -> None:
    assert tables_of("<table><tr><td> &nbsp; </td></tr></table><p>5</p></table></td>") == []


@pytest.mark.parametrize("attribute", ["x:num", "sdval"])
@pytest.mark.parametrize(
    ("held", "shown", "taken"),
    [
        ("1234.56", "1,235", "1234.56"),
        ("1234567", "1,235", "1234567"),
        ("-5", "5", "-5"),
        ("0.30000000000000004", "0", "0.3"),
        ("1.5E+3", "2,000", "1500"),
        ("0.4", "-", "0.4"),
        ("1234", "1,234", "1,234"),
        ("-1234", "(1,234)", "(1,234)"),
        ("7", "0007", "0007"),
        ("12345678901234567", "12345678901234567", "12345678901234567"),
        ("5688612.000000001", "5,688,612", "5,688,612"),
        ("0", "-", "-"),
        ("41670", "1/31/2014", "1/31/2014"),
        ("0.08", "8%", "8%"),
        ("5", "", ""),
        ("", "5", "5"),
        ("abc", "5", "5"),
        ("nan", "5", "5"),
        ("Infinity", "5", "5"),
        ("1e999999999", "5", "5"),
    ],
)
def test_a_figure_is_taken_as_it_is_held_where_it_shows_another(
    attribute: str, held: str, shown: str, taken: str
) -> None:
    assert _rows(f'<td>7010<td {attribute}="{held}">{shown}</td>') == (
        (("7010", taken),) if taken else (("7010",),)
    )


def test_google_tells_numbers_from_text() -> None:
    number = "{&quot;1&quot;:3,&quot;3&quot;:1234.56}"
    text = "{&quot;1&quot;:2,&quot;2&quot;:&quot;1,235&quot;}"
    markup = f'<td data-sheets-value="{number}">1,235<td data-sheets-value="{text}">1,235'
    assert _rows(markup) == (("1234.56", "1,235"),)


def test_it_counts_the_figures_that_do_not_show_what_is_held() -> None:
    (table,) = tables_of("<table><tr><td x:num='1.5'>2<td x:num='1'>1<td>5</tr></table>")
    assert table.exact == 1


def test_tables_nested_without_end_are_refused() -> None:
    with pytest.raises(HtmlBroken):
        tables_of("<table><td>" * 100)


@pytest.mark.parametrize(
    "markup",
    [
        "<td colspan=1000>5</td>" * 101,
        "<tr>" + "<td rowspan=1000 colspan=1000>5</tr>" + "<tr>" * 200,
    ],
)
def test_spans_do_not_make_a_table_of_a_million_cells(markup: str) -> None:
    with pytest.raises(BlockRefused, match="no form has that many boxes"):
        _rows(markup)
