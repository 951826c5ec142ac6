from PySide6.QtWidgets import QApplication

from focusdesk.form.box import Value
from focusdesk.form.edition import Edition
from focusdesk.ui.compare.compare_copy import clipboard_block
from focusdesk.ui.compare.compare_model import CompareModel
from tests.ui.window_words import side_by_side


def _model(editions: dict[str, Edition], *months: dict[str, Value]) -> CompareModel:
    return CompareModel(side_by_side(editions["2014-01"], *months))


def _all(model: CompareModel) -> dict[str, list[str]]:
    rows, columns = range(model.rowCount()), range(model.columnCount())
    lines = clipboard_block(model, rows, columns).text().splitlines()
    return {line.split("\t")[0]: line.split("\t") for line in lines}


def test_figures_are_plain_numbers_that_a_spreadsheet_takes(
    qapp: QApplication, editions: dict[str, Edition]
) -> None:
    del qapp
    lines = _all(_model(editions, {"7030": -2_410_900}, {"7030": 11_097_541, "7150": 0}))
    assert lines["7030"][2:] == ["-2410900", "11097541", "13508441", "560.3%", "the sign changed"]
    assert lines["7150"][2:] == ["", "0", "0", "new", "was blank, is reported as zero"]
    assert lines["7080"][2:] == [""] * 5


def test_what_is_blank_now_is_gone_as_on_the_screen(
    qapp: QApplication, editions: dict[str, Edition]
) -> None:
    del qapp
    lines = _all(_model(editions, {"7030": 5, "7010": 2_000}, {"7010": 2_001}))
    assert lines["7030"][2:] == ["5", "", "-5", "gone", "is blank now"]
    assert lines["7010"][5] == "0.1%"  # of 0.05 as on the screen, a half away from zero


def test_the_headings_come_along(qapp: QApplication, editions: dict[str, Edition]) -> None:
    del qapp
    model = _model(editions, {}, {})
    at = next(at for at, row in enumerate(model.rows) if row.row and row.row.code == "7070")
    text = clipboard_block(model, [at], [3]).text()
    assert text == "Code\tLine item\tNov 2013, illustrative\r\n7070\t7.A  Cash\t\r\n"


def test_the_table_is_html_too_and_keeps_codes_as_text(
    qapp: QApplication, editions: dict[str, Edition]
) -> None:
    del qapp
    model = _model(editions, {"13": "A & B <LLC>"}, {})
    at = next(at for at, row in enumerate(model.rows) if row.row and row.row.code == "13")
    table = clipboard_block(model, [at], [2]).html()
    assert "A &amp; B &lt;LLC&gt;" in table
    assert "mso-number-format:'\\@'\">13</td>" in table


def test_no_text_is_a_formula_in_the_spreadsheet(
    qapp: QApplication, editions: dict[str, Edition]
) -> None:
    del qapp
    lines = _all(_model(editions, {"13": '=HYPERLINK("x")'}, {}))
    assert lines["13"][2] == '\'=HYPERLINK("x")'


def test_ticks_answers_and_dates_are_written_as_in_the_files(
    qapp: QApplication, editions: dict[str, Edition]
) -> None:
    del qapp
    lines = _all(_model(editions, {"16": True, "firm.retail_forex": False}, {}))
    assert lines["16"][2] == "X"
    assert lines["firm.retail_forex"][2] == "No"
