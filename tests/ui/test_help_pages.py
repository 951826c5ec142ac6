import re
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from focusdesk import __version__
from focusdesk.ui.desk.action_table import ACTIONS, PREVIEW_ACTIONS
from focusdesk.ui.help_pages import (
    COMPARE_KEYS,
    EXPLAIN_KEYS,
    MONTHS_KEYS,
    PAGE_KEYS,
    PREVIEW_KEYS,
    keys_html,
    show_about,
    show_keys,
)

_README = Path(__file__).parents[2] / "README.md"
_A_KEY = re.compile(r"(?:(?:Ctrl|Alt|Shift)\+)+(?:\w+|\S)|F\d+")


def readme_keys() -> set[str]:
    """The keys with Ctrl, Alt, Shift or a number that README.md names in its table."""
    _, table = _README.read_text(encoding="utf-8").split("| key | |")
    rows = table.split("\n\n", maxsplit=1)[0].splitlines()
    return {key.casefold() for row in rows if row for key in _A_KEY.findall(row.split(" | ")[0])}


def keys_of_the_actions() -> Iterator[str]:
    for row in ACTIONS:
        for keys in row.keys:
            written = keys.replace("PgDown", "PgDn")
            yield from (key.casefold() for key in _A_KEY.findall(written))


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
    assert all(words in sheet for _, words in (*MONTHS_KEYS, *COMPARE_KEYS))


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


def test_the_readme_names_the_keys_of_every_action_and_no_other() -> None:
    lists = (PAGE_KEYS, EXPLAIN_KEYS, MONTHS_KEYS, COMPARE_KEYS, PREVIEW_KEYS)
    listed = " ".join(keys for pairs in lists for keys, _ in pairs) + " Alt+1 Alt+9"
    others = {key.casefold() for key in _A_KEY.findall(listed)}
    of_actions = set(keys_of_the_actions())
    assert of_actions - readme_keys() == set()
    assert readme_keys() - of_actions - others == set()


def test_one_key_has_one_name_in_the_sheet(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    sheet = show_keys(window, no_printer).words.toPlainText()
    assert "Ctrl+PgDn" in sheet
    assert "Ctrl+Enter" in sheet
    assert "PgDown" not in sheet
    assert "Return" not in sheet
