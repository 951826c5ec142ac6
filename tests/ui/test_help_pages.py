from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from focusdesk import __version__
from focusdesk.ui.action_table import ACTIONS, PREVIEW_ACTIONS
from focusdesk.ui.help_pages import MONTHS_KEYS, PREVIEW_KEYS, keys_html, show_about, show_keys


def test_the_sheet_of_keys_names_every_key_of_the_menus(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    sheet = show_keys(window).words.toPlainText()
    for row in ACTIONS:
        if row.keys:
            words = row.words.replace("&", "").removesuffix("\u2026")
            assert words in sheet or row.own_keys
    assert "Type over the box" in sheet
    assert "Ctrl+Z" in sheet
    assert all(words in sheet for _, words in MONTHS_KEYS)


def test_the_sheet_of_keys_names_those_of_the_print_preview(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    sheet = show_keys(window).words.toPlainText()
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
