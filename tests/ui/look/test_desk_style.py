import re

import pytest
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QVBoxLayout
from pytestqt.qtbot import QtBot

from focusdesk.resources import resource_path
from focusdesk.ui.look.desk_style import desk_style
from focusdesk.ui.look.theme import THEMES


@pytest.mark.parametrize("name", THEMES)
def test_every_colour_of_the_sheet_is_one_of_the_theme(name: str) -> None:
    theme = THEMES[name]
    sheet = desk_style(theme)
    assert "$" not in sheet
    used = set(re.findall(r"#[0-9a-f]{6}", sheet))
    known = {value.name() for value in vars(theme).values() if hasattr(value, "name")}
    assert used <= known


def test_the_pictures_of_the_sheet_are_shipped() -> None:
    for theme in THEMES.values():
        for path in re.findall(r'url\("([^"]+)"\)', desk_style(theme)):
            assert path.startswith(resource_path("icons").as_posix())
            assert resource_path("icons", path.rpartition("/")[2]).is_file()


def test_a_tick_is_dark_on_a_light_accent() -> None:
    assert "check_white" in desk_style(THEMES["light"])
    assert "check_black" in desk_style(THEMES["dark"])


@pytest.mark.parametrize("name", THEMES)
def test_a_dialog_has_a_frame_where_the_system_gives_none(qtbot: QtBot, name: str) -> None:
    dialog = QDialog()
    qtbot.addWidget(dialog)
    dialog.setStyleSheet(desk_style(THEMES[name]))
    dialog.resize(200, 100)
    seen = dialog.grab().toImage()
    assert seen.pixelColor(0, 50) == THEMES[name].frame
    assert seen.pixelColor(seen.width() - 1, seen.height() - 1) == THEMES[name].frame
    assert seen.pixelColor(100, 50) == THEMES[name].raised


def test_a_drop_down_list_shows_all_of_its_entries(light: QApplication, qtbot: QtBot) -> None:
    del light
    dialog, choice = QDialog(), QComboBox()
    qtbot.addWidget(dialog)
    dialog.setStyleSheet(desk_style(THEMES["light"]))
    QVBoxLayout(dialog).addWidget(choice)
    choice.addItems(["Filing copy", "Review copy", "Public copy", "Signature copy"])
    dialog.show()
    choice.showPopup()
    view = choice.view()
    last = view.visualRect(view.model().index(3, 0))
    assert view.verticalScrollBar().maximum() == 0
    assert last.bottom() < view.viewport().height()
    assert last.height() >= 24
