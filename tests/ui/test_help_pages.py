from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from focusdesk import __version__
from focusdesk.ui.action_table import ACTIONS, PREVIEW_ACTIONS
from focusdesk.ui.help_pages import MONTHS_KEYS, PREVIEW_KEYS, keys_html, show_about, show_keys


def no_printer(sheet: QTextDocument) -> None:
    del sheet


def test_the_sheet_of_keys_names_every_key_of_the_menus(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    sheet = show_keys(window, no_printer).words.toPlainText()
    for row in ACTIONS:
        if row.keys:
            words = row.words.replace("&", "").removesuffix("\u2026")
            assert words in sheet
    assert "Type over the box" in sheet
    assert "Ctrl+Z" in sheet
    assert all(words in sheet for _, words in MONTHS_KEYS)


def test_the_sheet_of_keys_names_those_of_the_print_preview(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    sheet = show_keys(window, no_printer).words.toPlainText()
    assert "Print preview" in sheet
    for row in PREVIEW_ACTIONS:
        assert row.words in sheet
    for _, words in PREVIEW_KEYS:
        assert words in sheet


def test_keys_are_written_as_html() -> None:
    assert keys_html().count("<h3>") >= 7


def test_about_carries_the_notices_that_the_licences_ask_for(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    words = show_about(window).words.toPlainText()
    assert __version__ in words
    for notice in ("Apache License 2.0", "Lesser General Public License 3", "Open Font License"):
        assert notice in words
    assert "not a product of the SEC" in words.replace("\n", " ")


def test_the_sheet_of_keys_can_be_printed(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    sheets: list[str] = []
    page = show_keys(window, lambda sheet: sheets.append(sheet.toPlainText()))
    buttons = {button.text(): button for button in page.findChildren(QPushButton)}
    buttons["&Print\u2026"].click()
    assert [sheet.count("Ctrl+Z") for sheet in sheets] == [1]
