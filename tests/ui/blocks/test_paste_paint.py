from itertools import product

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from focusdesk.ui.blocks.paste_model import PasteColumn, PasteModel
from focusdesk.ui.blocks.paste_paint import ROW, PastePainter
from focusdesk.ui.blocks.paste_table import PasteTable
from focusdesk.ui.look.theme import THEMES, Theme, contrast, theme_named
from tests.ui.paste_previews import BAD, preview_of


@pytest.fixture
def table(light: QApplication, qtbot: QtBot) -> PasteTable:
    del light
    shown = PasteTable(PasteModel(preview_of(*BAD)))
    qtbot.addWidget(shown)
    shown.resize(1000, 400)
    shown.show()
    return shown


def _colours(table: PasteTable, row: int, column: PasteColumn) -> set[str]:
    index = table.model().index(row, column)
    table.scrollTo(index)
    rect = table.visualRect(index)
    picture = table.viewport().grab(rect).toImage()
    return {
        QColor(picture.pixel(x, y)).name()
        for x, y in product(range(picture.width()), range(picture.height()))
    }


def test_a_refused_row_is_red_in_its_state_and_its_reason(table: PasteTable) -> None:
    error = theme_named("light").error.name()
    assert error in _colours(table, 1, PasteColumn.STATE)
    assert error in _colours(table, 1, PasteColumn.NAME)
    assert error not in _colours(table, 1, PasteColumn.CODE)
    assert error not in _colours(table, 0, PasteColumn.NAME)


def test_the_current_row_stands_on_its_own_ground_between_rules(table: PasteTable) -> None:
    theme = theme_named("light")
    table.go_to(1)
    table.activateWindow()
    table.setFocus()
    assert theme.accent_ground.name() in _colours(table, 1, PasteColumn.CODE)
    assert theme.accent_ground.name() not in _colours(table, 0, PasteColumn.CODE)


def test_a_row_is_as_high_as_its_words_and_no_target_is_smaller(table: PasteTable) -> None:
    painter = table.itemDelegate()
    assert isinstance(painter, PastePainter)
    heights = [table.rowHeight(row) for row in range(7)]
    assert min(heights) >= ROW >= 24
    assert heights[1] > heights[6]  # its reason stands under its line


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)
def test_states_can_be_read_on_the_ground_of_a_selected_row(theme: Theme) -> None:
    for ink in (theme.ink, theme.soft, theme.good, theme.warning, theme.error):
        assert contrast(ink, theme.accent_ground) >= 4.5
