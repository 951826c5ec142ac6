import io
import json
from collections.abc import Callable, Sequence
from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from focusdesk.app.joined import desk_edges
from focusdesk.filing.block_placing import place_block
from focusdesk.filing.edit import Cause, Edit
from focusdesk.filing.ground import Ground
from focusdesk.filing.paste_preview import preview_paste
from focusdesk.filing.register import Register
from focusdesk.form.box import Value
from focusdesk.store.opening import open_store
from focusdesk.ui.blocks.paste_dialog import PasteDialog
from focusdesk.ui.blocks.pasting import Pasting
from tests.exchange.filled_form import FORM, any_values, with_values
from tests.ui.window_words import Window, copied, open_window
from tests.ui.words import CTRL, DECEMBER, SHIFT, press

Key = Qt.Key
CLIPBOARDS = Path(__file__).parents[2] / "exchange" / "clipboards"


@pytest.fixture
def window(light: QApplication, qtbot: QtBot, two_months: Path, tmp_path: Path) -> Window:
    del light
    opened = open_window(qtbot, tmp_path, copied(two_months, tmp_path))
    opened.desk.go_to("7010")
    return opened


def _clip(text: str = "", html: str = "") -> None:
    block = QMimeData()
    if text:
        block.setText(text)
    if html:
        block.setHtml(html)
    QGuiApplication.clipboard().setMimeData(block)


def _paste(text: str = "", html: str = "") -> None:
    _clip(text, html)
    press(Key.Key_V, CTRL)


Look = Callable[[], PasteDialog]


@pytest.fixture
def look(window: Window, qtbot: QtBot) -> Look:
    """Give the preview that is open, once it has the keyboard."""

    def at() -> PasteDialog:
        pasting = window.feature(Pasting)
        dialog = pasting.dialog
        assert dialog is not None
        qtbot.waitUntil(dialog.isActiveWindow)
        qtbot.waitUntil(dialog.table.hasFocus)
        return dialog

    return at


def _no_dialog(window: Window) -> bool:
    return not [each for each in window.frame.findChildren(PasteDialog) if each.isVisible()]


def _as_text(rows: Sequence[tuple[str, str, str | int]]) -> str:
    """Save a workbook, open it and copy its cells as text, as a spreadsheet does."""
    book, file = openpyxl.Workbook(), io.BytesIO()
    for row in rows:
        book.worksheets[0].append(row)
    book.save(file)
    (sheet,) = openpyxl.load_workbook(io.BytesIO(file.getvalue())).worksheets
    lines = (
        "\t".join("" if cell is None else str(cell) for cell in row)
        for row in sheet.iter_rows(values_only=True)
    )
    return "\r\n".join([*lines, ""])


def test_one_figure_onto_one_box_goes_straight_in(window: Window) -> None:
    _paste("1,234\r\n")
    assert window.session.value("7010") == 1_234
    assert _no_dialog(window)
    assert window.said.startswith("7010 pasted")
    assert window.desk.open_filings.undo.undoText() == "Paste 7010"
    journal = window.session.store.journal(window.session.filing)
    assert journal[-1].cause == Cause.PASTED
    _paste("1,234")
    assert window.said == "7010 holds that already."


def test_one_cell_that_is_no_amount_is_refused_at_the_box(window: Window) -> None:
    _paste("abc")
    assert '"abc" is not an amount' in window.said
    assert window.session.value("7010") == 347_295_282
    assert _no_dialog(window)


def test_cents_are_shown_before_they_are_taken(window: Window) -> None:
    _paste("1,234.56")
    assert window.session.value("7010") == 347_295_282
    assert window.tabs.waiting_entries == (("7010", "1,234.56"),)


def test_a_dash_that_stands_for_zero_is_looked_at_first(window: Window, look: Look) -> None:
    _paste("-")
    assert look().preview.rows[0].shown == '"-" -> 0'
    press(Key.Key_Return)
    assert window.session.value("7010") == 0


def test_a_computed_box_says_why_it_takes_nothing(window: Window) -> None:
    window.desk.go_to("7040")
    _paste("5")
    assert window.said == "7040 is computed: add lines 1, 2, and 3."


def test_a_line_of_words_is_one_cell_for_a_box_of_words(window: Window) -> None:
    window.desk.go_to("13")
    _paste("Smith, Jones & Co. 1234 LLC")
    assert window.session.value("13") == "Smith, Jones & Co. 1234 LLC"


def test_what_is_unusual_about_a_pasted_text_is_said(window: Window) -> None:
    window.desk.go_to("23")
    _paste("1001")
    assert window.session.value("23") == "1001"
    assert window.said.startswith('23 pasted \u00b7 "1001" has four digits: is it 01001?')


def test_an_empty_clipboard_says_so_at_the_box(window: Window) -> None:
    QGuiApplication.clipboard().clear()
    press(Key.Key_V, CTRL)
    assert "There is nothing to paste" in window.said


def test_one_cell_is_laid_on_all_selected_boxes_after_a_look(window: Window, look: Look) -> None:
    window.desk.go_to("7032")
    press(Key.Key_Down, SHIFT, times=2)
    _paste("5")
    assert [row.code for row in look().preview.rows] == ["7032", "7033"]
    press(Key.Key_Return)
    assert [window.session.value(code) for code in ("7032", "7033")] == [5, 5]


def test_a_workbook_opened_as_text_is_pasted_whole_once_its_bad_rows_are_dealt_with(
    window: Window, look: Look
) -> None:
    _paste(
        _as_text(
            [
                ("Code", "Line", "Value"),
                ("7010", "Cash", 1000),
                ("7020", "Securities", "n/a"),
                ("7030", "Profit", -250),
                ("7033", "Options sold", "-40"),
                ("7040", "Net equity", 710),
                ("9999", "No such box", 5),
            ]
        )
    )
    dialog = look()
    assert [row.code for row in dialog.preview.in_the_way] == ["7020", "7033", "9999"]
    press(Key.Key_Return)
    assert window.session.value("7010") == 347_295_282
    press(Key.Key_Space)
    press(Key.Key_F8)
    press(Key.Key_F8)
    press(Key.Key_Space)
    dialog.choices.signs.setFocus()
    press(Key.Key_Down)
    press(Key.Key_Return)
    values = [window.session.value(code) for code in ("7010", "7020", "7030", "7033")]
    assert values == [1000, 551_272_884, -250, 40]
    assert window.desk.open_filings.undo.undoText() == "Paste 3 boxes"
    assert window.said.startswith("3 boxes pasted")
    window.do("undo")
    assert window.session.value("7033") == 29_234_336


@pytest.mark.parametrize("name", ["excel.html", "calc.html", "sheets.html"])
def test_what_spreadsheets_put_on_the_clipboard_is_read_by_its_codes(look: Look, name: str) -> None:
    _paste(html=(CLIPBOARDS / name).read_bytes().decode())
    rows = look().preview.rows
    assert {"7010", "7020"} <= {row.code for row in rows}


def test_figures_alone_are_laid_on_the_page_from_the_current_box(
    window: Window, look: Look
) -> None:
    _paste("1\r\n2\r\n3\r\n")
    dialog = look()
    assert [row.code for row in dialog.preview.rows] == ["7010", "7020", "7030"]
    press(Key.Key_Escape)
    assert window.session.value("7010") == 347_295_282
    assert window.frame.focusWidget() is window.tabs.current_page()


def test_what_is_copied_of_a_schedule_is_pasted_into_another_month(
    window: Window, look: Look
) -> None:
    window.do("copy_schedule")
    january = window.session.worksheet.values()
    window.desk.show_month(window.month(DECEMBER), "7010")
    press(Key.Key_V, CTRL)
    assert look().preview.is_ready
    press(Key.Key_Return)
    schedule = window.session.edition.schedules[1]
    assert {box.code: january[box.code] for box in schedule.boxes} == {
        box.code: window.session.value(box.code) for box in schedule.boxes
    }


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(any_values())
def test_every_schedule_that_is_copied_pastes_back(values: dict[str, Value]) -> None:
    edges, empty = desk_edges(), with_values({})
    held = with_values(values)
    pasted: dict[str, Value] = {}
    for schedule in FORM.schedules:
        codes = [box.code for box in schedule.boxes]
        block = edges.copied_boxes(held, codes, "ACME, January 2014, Cover")
        read = edges.read_block(block.text, block.html)
        page = [[(0, box)] for box in schedule.boxes]
        reading = place_block(read, empty, page, codes[0]).readings[0]
        preview = preview_paste(reading, Ground(empty)).with_signs(as_printed=False)
        assert preview.in_the_way == ()
        pasted |= {change.code: change.new for change in preview.changes}
    assert pasted == values


def test_a_block_for_a_month_that_changed_meanwhile_is_shown_anew(
    window: Window, look: Look, tmp_path: Path
) -> None:
    _paste("7010\t1\r\n7020\t2\r\n")
    dialog = look()
    with open_store(tmp_path / "firm.focusdesk") as store:
        register = Register(store, window.desk.register.editions)
        other = register.open(store.find(window.session.filing.period))
        other.apply(Edit({"7020": 77}, Cause.SET))
    press(Key.Key_Return)
    assert "Another program changed January 2014" in dialog.sentence
    assert dialog.again.isVisible()
    press(Key.Key_Space)
    assert [row.old for row in dialog.preview.rows] == [347_295_282, 77]
    press(Key.Key_Return)
    assert [window.session.value(code) for code in ("7010", "7020")] == [1, 2]


def test_a_file_is_imported_as_one_step_after_a_look(
    window: Window, look: Look, tmp_path: Path
) -> None:
    path = tmp_path / "figures.json"
    path.write_text(json.dumps({"7010": 5, "7020": 6}), encoding="utf-8")
    window.answers.answer = path
    window.do("import_figures")
    dialog = look()
    assert dialog.windowTitle() == "Import figures.json into January 2014"
    assert dialog.paste.text() == "Import 2 boxes"
    press(Key.Key_Return)
    assert [window.session.value(code) for code in ("7010", "7020")] == [5, 6]
    assert window.desk.open_filings.undo.undoText() == "Import 2 boxes"
    window.do("undo")
    assert window.session.value("7010") == 347_295_282


def test_a_total_of_a_file_that_does_not_foot_is_told_with_its_likely_causes(
    window: Window, look: Look, tmp_path: Path
) -> None:
    path = tmp_path / "figures.csv"
    path.write_text("code,value\n7100,93269699\n7180,1036486351\n", encoding="utf-8")
    window.answers.answer = path
    window.do("import_figures")
    (total,) = [row for row in look().preview.rows if row.code == "7180"]
    assert "Likely cause" in total.sentence
    assert "7100 as last month" in total.sentence or "of 7100 swapped" in total.sentence
    press(Key.Key_Escape)


def test_one_bad_line_keeps_the_whole_file_out(window: Window, look: Look, tmp_path: Path) -> None:
    path = tmp_path / "figures.csv"
    path.write_text("code,value\n7010,5\n7020,abc\n", encoding="utf-8")
    window.answers.answer = path
    window.do("import_figures")
    dialog = look()
    assert not dialog.paste.isEnabled()
    assert "imported yet" in dialog.sentence
    press(Key.Key_Escape)
    assert window.session.value("7010") == 347_295_282


def test_a_file_that_cannot_be_read_is_told(window: Window, tmp_path: Path) -> None:
    path = tmp_path / "figures.docx"
    path.write_bytes(b"")
    window.answers.answer = path
    window.do("import_figures")
    assert "cannot be imported" in window.notice.sentence


def test_what_was_exported_is_imported_back(window: Window, look: Look, tmp_path: Path) -> None:
    for name in ("a.xlsx", "a.csv", "a.json"):
        window.answers.answer = tmp_path / name
        window.do("export_figures")
        window.do("import_figures")
        dialog = look()
        assert dialog.preview.in_the_way == ()
        assert dialog.preview.changes == ()
        press(Key.Key_Escape)


def test_a_printed_pdf_gives_its_figures_back_unless_it_was_changed(
    window: Window, look: Look, january_print: bytes, tmp_path: Path
) -> None:
    path = tmp_path / "printed.pdf"
    path.write_bytes(january_print)
    window.answers.answer = path
    window.do("import_figures")
    assert look().preview.changes == ()
    press(Key.Key_Escape)
    path.write_bytes(january_print + b"\n% changed\n")
    window.do("import_figures")
    assert "was changed after it was printed" in window.notice.sentence
