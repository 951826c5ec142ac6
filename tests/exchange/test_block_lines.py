import pytest
from hypothesis import given
from hypothesis import strategies as st

from focusdesk.exchange.block_lines import DASH_REMARK, rows_of_lines


def _row(line: str) -> list[str]:
    rows, _ = rows_of_lines([line])
    return rows[0] if rows else []


@pytest.mark.parametrize(
    "line",
    [
        "7010 347,295,282",
        "7010   347,295,282",
        "7010: 347,295,282",
        "7010 = 347,295,282",
        "[7010] 347,295,282",
        "> 7010 347,295,282",
        ">> > 7010: 347,295,282",
        "| 7010 | 347,295,282 |",
        "7010 ........ 347,295,282",
    ],
)
def test_a_code_and_a_figure_are_two_cells(line: str) -> None:
    assert _row(line) == ["7010", "347,295,282"]


@pytest.mark.parametrize(
    ("line", "row"),
    [
        ("7010 Net ledger balance, cash 5", ["7010", "Net ledger balance, cash", "5"]),
        ("7010   Net  ledger balance:  5", ["7010", "Net ledger balance", "5"]),
        ("1.A Cash (7010): 5", ["7010", "1.A Cash", "5"]),
        ("Cash [code 7010] 5", ["7010", "Cash", "5"]),
        ("Cash ..... 7010 ..... 5", ["Cash", "7010", "5"]),
        ("7045  Gross  1,000   500", ["7045", "Gross", "1,000", "500"]),
        ("Cash  5", ["Cash", "5"]),
    ],
)
def test_what_stands_between_code_and_figures_is_the_label(line: str, row: list[str]) -> None:
    assert _row(line) == row


@pytest.mark.parametrize(
    "figure",
    [
        "-5",
        "(5)",
        "5-",
        "$5",
        "$ 1,234",
        "($1,234)",
        "1,234.56",
        "1.2m",
        "\u22125",
        "0",
        "-",
        "- 5",
    ],
)
def test_figures_keep_their_signs(figure: str) -> None:
    assert _row(f"7010: {figure}") == ["7010", figure]


@pytest.mark.parametrize(
    ("line", "row"),
    [
        ("13: ACME Futures LLC", ["13", "ACME Futures LLC"]),
        ("7510  Name(s)  Bank of X", ["7510", "Name(s)", "Bank of X"]),
        ("25: 01/31/14", ["25", "01/31/14"]),
        ("7150.describe  Checks", ["7150.describe", "Checks"]),
        ("firm.retail_forex: no", ["firm.retail_forex", "no"]),
        ("16 X", ["16", "X"]),
        ("7010:", ["7010"]),
    ],
)
def test_without_a_figure_the_last_words_are_the_value(line: str, row: list[str]) -> None:
    assert _row(line) == row


@pytest.mark.parametrize("line", ["5", "7010", "347,295,282", "347 295 282", "12 345", "(5)"])
def test_a_figure_alone_is_one_cell(line: str) -> None:
    assert _row(line) == [line]


def test_words_are_one_cell() -> None:
    assert _row("Hi Bob, here are the 12 figures that I promised") == [
        "Hi Bob, here are the 12 figures that I promised"
    ]


def test_a_dash_between_code_and_figure_is_no_minus_and_said() -> None:
    assert rows_of_lines(["7010 - 5"]) == ([["7010", "5"]], (DASH_REMARK,))
    assert rows_of_lines(["7010 \u2013 (5)"]) == ([["7010", "(5)"]], (DASH_REMARK,))
    assert rows_of_lines(["7010 -5"]) == ([["7010", "-5"]], ())


def test_codes_and_labels_of_all_lines_stand_in_columns() -> None:
    rows, _ = rows_of_lines(["Assets", "7010 Cash 5", "7020 6", ""])
    assert rows == [["", "Assets"], ["7010", "Cash", "5"], ["7020", "", "6"], ["", ""]]


@pytest.mark.parametrize("odd", ["abc", "#N/A", "=7010", "1.5E+06", "n/a", "no figure yet"])
def test_what_is_no_figure_keeps_its_place_among_figures_without_labels(odd: str) -> None:
    assert rows_of_lines(["100", odd, "", "300"])[0] == [["100"], [odd], [""], ["300"]]


@pytest.mark.parametrize("odd", ["#N/A", "#REF!", "#DIV/0!", "####", "1.5E+06", "=7010", "n/a"])
def test_what_stands_in_the_place_of_a_figure_behind_a_label_is_its_value(odd: str) -> None:
    assert rows_of_lines(["Cash  100", f"Securities  {odd}"])[0][1] == ["Securities", odd]


@pytest.mark.parametrize("frame", ["------", "=====", "+----+----+", "|------|-----|", "_____"])
def test_lines_that_frame_others_are_no_rows(frame: str) -> None:
    assert rows_of_lines(["7010 5", frame, "7020 6"])[0] == [["7010", "5"], ["7020", "6"]]


def test_a_line_longer_than_any_of_a_mail_is_not_taken_apart() -> None:
    line = "7010 " + "5 " * 2000
    assert _row(line) == [line]


@given(st.text(st.sampled_from("7 0,.-()[]:=>$|km\u2212a")))
def test_no_line_is_too_odd(line: str) -> None:
    rows, _ = rows_of_lines([line])
    assert sum("".join(row).count("a") for row in rows) == line.count("a")
