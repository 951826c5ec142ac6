from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from focusdesk.ui.starts.start_page import Choice, StartPage
from tests.ui.words import press


@pytest.fixture
def page(light: QApplication, qtbot: QtBot) -> StartPage:
    del light
    page = StartPage()
    qtbot.addWidget(page)
    page.show()
    page.activateWindow()
    page.setFocus()
    return page


@pytest.fixture
def asked(page: StartPage) -> list[object]:
    asked: list[object] = []
    page.sample_asked.connect(lambda: asked.append("sample"))
    page.firm_asked.connect(lambda: asked.append("firm"))
    page.store_asked.connect(lambda: asked.append("store"))
    page.recent_asked.connect(asked.append)
    return asked


def test_the_arrows_and_enter_are_enough(page: StartPage, asked: list[object]) -> None:
    del page
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Up)
    press(Qt.Key.Key_Return)
    assert asked == ["sample", "firm", "store", "firm"]


def test_each_choice_has_a_letter(page: StartPage, asked: list[object], qtbot: QtBot) -> None:
    for letter in (Qt.Key.Key_L, Qt.Key.Key_S, Qt.Key.Key_O):
        QTest.keyClick(page, letter, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: set(asked) == {"sample", "firm", "store"})


def test_stores_that_were_open_before_are_offered(
    page: StartPage, asked: list[object], tmp_path: Path
) -> None:
    page.show_recent((tmp_path / "a.focusdesk",))
    page.show_recent((tmp_path / "b.focusdesk",))
    (recent,) = page.recent
    assert recent.accessibleName() == "b.focusdesk"
    recent.click()
    assert asked == [tmp_path / "b.focusdesk"]


def test_what_happened_before_is_said_over_the_choices(page: StartPage) -> None:
    page.say('"desk.focusdesk" is damaged.')
    assert page.said == '"desk.focusdesk" is damaged.'


def test_a_low_window_shows_it_in_pieces_and_follows_the_keyboard(
    page: StartPage, tmp_path: Path, qtbot: QtBot
) -> None:
    page.show_recent([tmp_path / f"{at}.focusdesk" for at in range(6)])
    page.resize(640, 300)
    assert page.height() == 300
    qtbot.waitUntil(page.recent[-1].isVisible)
    assert not _seen(page, page.recent[-1])
    press(Qt.Key.Key_Down, times=8)
    assert page.recent[-1].hasFocus()
    assert _seen(page, page.recent[-1])


def _seen(page: StartPage, choice: Choice) -> bool:
    return page.rect().contains(choice.rect().translated(choice.mapTo(page, QPoint())))
