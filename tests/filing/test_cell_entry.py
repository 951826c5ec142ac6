import pytest

from focusdesk.filing.cell_entry import is_figure, is_meant_as_figure, is_zero, read_cell
from focusdesk.form.box import Value
from tests.exchange.filled_form import FORM


@pytest.mark.parametrize(
    ("code", "text", "value", "shown"),
    [
        ("7010", "347,295,282", 347295282, ""),
        ("7010", " $ (1,234) ", -1234, ""),
        ("7010", "-   5", -5, ""),
        ("7010", "", None, ""),
        ("7010", "170,000.85", 170000, "170,000.85 -> 170,000"),
        ("7033", "180,000.17", 180001, "180,000.17 -> 180,001"),
        ("7033", "(1,234)", 1234, ""),
        ("7010", "-", 0, '"-" -> 0'),
        ("7010", " $ -\u00a0", 0, '"$ -" -> 0'),
        ("7010", "\u2013", 0, '"-" -> 0'),
        ("7510", "Bank of X", "Bank of X", ""),
        ("7510", "", None, ""),
        ("16", "X", True, ""),
        ("firm.retail_forex", "no", False, ""),
    ],
)
def test_a_cell_is_read_as_its_box_asks(code: str, text: str, value: Value, shown: str) -> None:
    read = read_cell(text, FORM.boxes[code])
    assert (read.value, read.shown, read.refusal) == (value, shown, "")


@pytest.mark.parametrize(
    ("code", "text", "why"),
    [
        ("7010", "abc", '"abc" is not an amount.'),
        ("7010", "500 1", "space out of place"),
        ("7010", "1.234,56", "commas part thousands here"),
        ("7010", "=SUM(A1:A3)", '"=SUM(A1:A3)" is arithmetic, and a figure is expected here.'),
        ("7010", "=1+1", "is arithmetic"),
        ("7010", "=[7020]", "is arithmetic"),
        ("7010", "1+1", '"1+1" is not an amount.'),
        ("7010", "########", "a column that was too narrow. Widen it"),
        ("7010", "#REF!", "an error of the spreadsheet"),
        ("7010", "#N/A", "an error of the spreadsheet"),
        ("25", "#DIV/0!", "an error of the spreadsheet"),
        ("25", "41670", "is not"),
        ("7510", "x" * 201, "at most 200"),
        ("16", "perhaps", "neither a tick nor a blank"),
    ],
)
def test_a_cell_that_a_box_cannot_take_says_why(code: str, text: str, why: str) -> None:
    refusal = read_cell(text, FORM.boxes[code]).refusal
    assert why in refusal
    assert "begin with" not in refusal


def test_a_name_may_look_like_an_error_and_is_hinted_at() -> None:
    read = read_cell("#N/A", FORM.boxes["7510"])
    assert (read.value, read.refusal) == ("#N/A", "")
    assert "an error of the spreadsheet" in read.hint


def test_an_unusual_text_is_taken_as_it_is_and_hinted_at() -> None:
    read = read_cell("2110", FORM.boxes["23"])
    assert read.value == "2110"
    assert "is it 02110?" in read.hint


def test_a_minus_where_the_form_subtracts_is_asked_about() -> None:
    question = read_cell("-5", FORM.boxes["7033"]).question
    assert question is not None
    assert (question.as_printed, question.negative) == (5, -5)
    assert read_cell("(5)", FORM.boxes["7033"]).question is None


@pytest.mark.parametrize("text", ["5", "(5)", "$1,234.56", "-", "$ -", "1.2m", "7010"])
def test_figures_are_told_from_words(text: str) -> None:
    assert is_figure(text)
    assert is_zero(text) is text.endswith("-")


@pytest.mark.parametrize("text", ["", "Cash", "A.", "8%", "=1", "01/31/14", "---"])
def test_words_are_no_figures(text: str) -> None:
    assert not is_figure(text)


@pytest.mark.parametrize("text", ["5", "(1,234)", "-", "#N/A", "####", "=SUM(A1:A3)", "1.5E+06"])
def test_an_error_in_the_place_of_a_figure_is_meant_as_one(text: str) -> None:
    assert is_meant_as_figure(text)


@pytest.mark.parametrize("text", ["", "Cash", "Line 5"])
def test_words_are_not_meant_as_figures(text: str) -> None:
    assert not is_meant_as_figure(text)
