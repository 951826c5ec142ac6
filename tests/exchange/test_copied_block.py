import datetime as dt
import io

import openpyxl
import pytest
from hypothesis import given, settings

from focusdesk.exchange.block_reading import read_block
from focusdesk.exchange.copied_block import copied_boxes, copied_values
from focusdesk.filing.block import Block
from focusdesk.filing.block_by_code import readings_by_code
from focusdesk.filing.edit import EditRefused
from focusdesk.filing.ground import Ground
from focusdesk.filing.paste_preview import PastePreview, preview_paste
from focusdesk.form.box import Value
from tests.exchange.filled_form import FORM, any_values, with_values


def _value(values: dict[str, Value], code: str) -> tuple[str, str]:
    copied = copied_values(with_values(values), [[code]])
    return copied.text, copied.html.split("<tr>")[1].split("</tr>")[0]


def test_boxes_are_copied_with_line_label_code_and_value() -> None:
    copied = copied_boxes(with_values({"7010": -1234567}), ["7010", "7040"])
    assert copied.text == (
        "Line\tLabel\tCode\tValue\r\n"
        "1.A\tCash\t7010\t-1234567\r\n"
        "4\tNet equity (deficit) (add lines 1, 2, and 3)\t7040\t-1234567\r\n"
    )
    assert read_block("", copied.html).rows == read_block(copied.text).rows


def test_what_the_boxes_are_of_stands_over_them() -> None:
    copied = copied_boxes(with_values({"7010": 5}), ["7010"], "ACME, January 2014, Segregation")
    assert copied.text.startswith("ACME, January 2014, Segregation\t\t\t\r\nLine\tLabel\t")
    for block in (read_block(copied.text), read_block("", copied.html)):
        (cell,) = readings_by_code(block, with_values({})).readings[0].cells
        assert (cell.code, cell.text) == ("7010", "5")


def test_figures_are_numbers_and_all_else_is_text_for_a_spreadsheet() -> None:
    text = r"mso-number-format:'\@'"
    assert _value({"7010": -5}, "7010") == (
        "-5\r\n",
        '<td style="mso-number-format:\'0\'" x:num="-5">-5</td>',
    )
    assert _value({"23": "02110"}, "23") == ("02110\r\n", f'<td style="{text}">02110</td>')
    assert f'<td style="{text}">7010</td>' in copied_boxes(with_values({}), ["7010"]).html
    assert (
        'xmlns:x="urn:schemas-microsoft-com:office:excel"'
        in copied_boxes(with_values({}), ["7010"]).html
    )


def test_a_day_is_a_day_and_a_tick_an_x() -> None:
    values: dict[str, Value] = {"25": dt.date(2014, 1, 31), "16": True, "firm.retail_forex": False}
    _, day = _value(values, "25")
    assert day == r"""<td style="mso-number-format:'yyyy\-mm\-dd'">2014-01-31</td>"""
    assert _value(values, "16")[0] == "X\r\n"
    assert _value(values, "firm.retail_forex")[0] == "no\r\n"


def test_a_blank_is_empty_and_a_zero_is_not() -> None:
    copied = copied_values(with_values({"7010": 0}), [["7010"], ["7020"]])
    assert copied.text == "0\r\n\r\n"


def test_an_amount_of_more_digits_than_a_spreadsheet_has_is_text() -> None:
    _, cell = _value({"7010": 10**15}, "7010")
    assert "x:num" not in cell
    assert "x:num" in _value({"7010": -(10**15) + 1}, "7010")[1]


@pytest.mark.parametrize("begin", ["=", "+", "-", "@", "\uff1d"])
def test_text_that_begins_like_a_formula_is_guarded(begin: str) -> None:
    text, cell = _value({"13": f"{begin}cmd|'/c calc'!A1"}, "13")
    assert text.startswith(f"'{begin}")
    assert f">&#x27;{begin}" in cell


def test_text_is_no_markup() -> None:
    _, cell = _value({"13": '<b>"A" & B</b>'}, "13")
    assert cell.endswith(">&lt;b&gt;&quot;A&quot; &amp; B&lt;/b&gt;</td>")


def test_a_rectangle_of_boxes_lies_as_on_the_page() -> None:
    worksheet = with_values({"7045": 7, "7047": 5})
    copied = copied_values(worksheet, [["7045", ""], ["7047", "7050"]])
    assert copied.text == "7\t\r\n5\t2\r\n"
    assert read_block("", copied.html).rows == (("7", ""), ("5", "2"))


def test_a_box_that_the_form_has_not_cannot_be_copied() -> None:
    with pytest.raises(KeyError):
        copied_boxes(with_values({}), ["9999"])


def _pasted_back(block: Block) -> PastePreview:
    empty = with_values({})
    found = readings_by_code(block, empty)
    assert (found.sure, len(found.readings)) == (True, 1)
    return preview_paste(found.readings[0], Ground(empty)).with_signs(as_printed=False)


@settings(max_examples=100, deadline=None)
@given(any_values())
def test_what_is_copied_pastes_back_by_code(values: dict[str, Value]) -> None:
    copied = copied_boxes(with_values(values), FORM.boxes)
    for block in (read_block(copied.text), read_block("", copied.html)):
        preview = _pasted_back(block)
        assert [row.words for row in preview.in_the_way] == []
        assert preview.differing == ()
        assert {change.code: change.new for change in preview.changes} == values


def _workbook_as_text(rows: list[tuple[str, str]]) -> str:
    """Save a workbook, open it and copy its cells as text, as a spreadsheet does."""
    book = openpyxl.Workbook()
    for row in rows:
        book.worksheets[0].append(row)
    file = io.BytesIO()
    book.save(file)
    (sheet,) = openpyxl.load_workbook(io.BytesIO(file.getvalue())).worksheets
    copied = [
        "\t".join("" if cell is None else str(cell) for cell in row)
        for row in sheet.iter_rows(values_only=True)
    ]
    return "\r\n".join([*copied, ""])


def test_three_bad_rows_of_a_workbook_are_named_and_keep_all_of_it_back() -> None:
    values = {"7010": "347,295,282", "7020": "1,000", "7030": "(5)", "13": "ACME", "16": "X"}
    bad = {"7070": "n/a", "9999": "5", "7080": "#REF!"}
    text = _workbook_as_text([("Code", "Value"), *values.items(), *bad.items()])
    preview = _pasted_back(read_block(text))
    assert [row.code for row in preview.in_the_way] == list(bad)
    with pytest.raises(EditRefused, match="3 rows cannot be taken"):
        preview.edit()
    edit = preview.without_refused().edit()
    assert edit.words == "Paste 5 boxes"
    assert dict(edit.values) == {
        code: FORM.boxes[code].parse(text) for code, text in values.items()
    }
