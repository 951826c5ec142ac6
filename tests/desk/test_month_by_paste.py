"""January 2014, as it was filed, brought into an empty month by one paste out of a workbook."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet as Sheet
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from focusdesk.filing.paste_rows import RowState
from focusdesk.filing.session import FilingSession
from focusdesk.form.box import Value
from focusdesk.ui.blocks.paste_dialog import PasteDialog
from tests.desk.january_words import assert_it_is_the_sample, print_of, start_january
from tests.desk.keyboard_words import keys
from tests.ui.window_words import Window

# Three rows that a workbook of a busy month may have, in boxes that the filing leaves blank.
BAD = {
    "9999": (5, "The form has no box"),
    "7160": ("see note 4", "not an amount"),
    "7170": ("1.234,56", "comma"),
}


def _workbook(path: Path, sample: FilingSession) -> Path:
    """Save the figures as a preparer keeps them: a code and a value in each row, the totals too."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.append(("Code", "Value"))
    for code, value in sample.worksheet.values().items():
        if value is not None:
            sheet.append((code, _kept(value)))
            sheet.cell(sheet.max_row, 2).number_format = _format(value)
    for code, (value, _) in BAD.items():
        sheet.append((code, value))
    book.save(path)
    return path


def _kept(value: Value) -> Value:
    return ("X" if value else "no") if isinstance(value, bool) else value


def _format(value: Value) -> str:
    if isinstance(value, date):
        return "mm/dd/yyyy"
    return "#,##0_);(#,##0)" if type(value) is int else "@"


def _opened(path: Path) -> Sheet:
    return openpyxl.load_workbook(path).worksheets[0]


def _seen(value: object) -> str:
    """Write a cell as a spreadsheet shows it in the formats above."""
    if isinstance(value, int):
        return f"{value:,} " if value >= 0 else f"({-value:,})"
    return value.strftime("%m/%d/%Y") if isinstance(value, date) else str(value or "")


def _as_text(sheet: Sheet) -> QMimeData:
    """Copy all cells as the text that a spreadsheet puts on the clipboard."""
    data = QMimeData()
    rows = ("\t".join(_seen(cell) for cell in row) for row in sheet.values)
    data.setText("\r\n".join(rows) + "\r\n")
    return data


def _as_html(sheet: Sheet) -> QMimeData:
    """Copy all cells as a spreadsheet does: the same text, and a table with its numbers."""
    data = _as_text(sheet)
    rows = "".join(f"<tr>{''.join(map(_cell, row))}</tr>" for row in sheet.values)
    data.setHtml(f"<html><body><!--StartFragment--><table>{rows}</table></body></html>")
    return data


def _cell(value: object) -> str:
    if isinstance(value, int):
        return f'<td align="right" x:num="{value}">{_seen(value)}</td>'
    return f"<td>{_seen(value)}</td>"


def _dialog() -> PasteDialog:
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, PasteDialog)
    return dialog


def _bad_rows(dialog: PasteDialog) -> Sequence[tuple[str, str]]:
    rows = dialog.preview.in_the_way
    assert {row.state for row in rows} == {RowState.REFUSED}
    return [(row.code, row.sentence) for row in rows]


def _paste(window: Window, path: Path, way: str) -> PasteDialog:
    """Bring the workbook to the desk: over the clipboard, or as the file that it is."""
    if way == "file":
        window.answers.answer = path
        keys("Ctrl+I")
    else:
        copy = _as_html if way == "html" else _as_text
        QGuiApplication.clipboard().setMimeData(copy(_opened(path)))
        keys("Alt+2", "Ctrl+V")
    return _dialog()


@pytest.mark.parametrize("way", ["text", "html", "file"])
def test_the_whole_filing_is_pasted_at_once_when_its_bad_rows_have_been_dealt_with(
    empty_window: Window, sample: FilingSession, tmp_path: Path, way: str
) -> None:
    window = empty_window
    start_january(window)
    begun = window.session.worksheet.values()
    dialog = _paste(window, _workbook(tmp_path / "January.xlsx", sample), way)

    for (code, sentence), (expected, (_, reason)) in zip(
        _bad_rows(dialog), BAD.items(), strict=True
    ):
        assert code == expected
        assert reason in sentence
    keys("Return")
    assert dialog.isVisible()
    assert not dialog.paste.isEnabled()
    assert window.session.worksheet.values() == begun

    while dialog.preview.in_the_way:
        keys("F8", "Space")
    assert window.session.worksheet.values() == begun
    keys("Return")
    assert_it_is_the_sample(window, sample)
    window.answers.answer = tmp_path / "January.pdf"
    keys("Ctrl+E")
    assert window.answers.answer.read_bytes() == print_of(sample)

    keys("Ctrl+Z")
    assert window.session.worksheet.values() == begun
    keys("Ctrl+Y")
    assert_it_is_the_sample(window, sample)
