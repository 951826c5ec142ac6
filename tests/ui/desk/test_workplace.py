from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from focusdesk.ui.desk.workplace import Workplace
from tests.ui.window_words import Window, copied, open_window
from tests.ui.words import write


@pytest.fixture
def window(light: QApplication, qtbot: QtBot, two_months: Path, tmp_path: Path) -> Window:
    del light
    return open_window(qtbot, tmp_path, copied(two_months, tmp_path))


@pytest.fixture
def here(window: Window) -> Workplace:
    return window.main.workplace


def test_a_command_on_the_month_first_takes_what_is_being_typed(
    window: Window, here: Workplace
) -> None:
    window.tabs.go_to("7100")
    write("12")
    held: list[object] = []
    here.with_session(lambda session: held.append(session.value("7100")))()
    assert held == [12]


def test_a_command_waits_until_a_refused_entry_is_mended(window: Window, here: Workplace) -> None:
    window.tabs.go_to("7100")
    write("12x")
    done: list[str] = []
    here.settled(lambda: done.append("done"))()
    assert not done
    assert "7100" in window.said


def test_a_command_on_the_desk_does_nothing_without_one(
    light: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    del light
    window = open_window(qtbot, tmp_path, None)
    here = window.main.workplace
    assert (here.desk, here.session, here.tabs, here.page) == (None, None, None, None)
    assert here.settle(), "nothing is being typed"
    here.with_desk(lambda _: pytest.fail("there is no desk"))()


def test_the_current_box_is_on_the_screen_while_it_is_seen(window: Window, here: Workplace) -> None:
    window.frame.resize(1000, 420)
    window.tabs.go_to("7010")
    page = here.page
    assert page is not None
    box = here.box_on_screen()
    assert box is not None
    assert page.visualRect(page.currentIndex()).contains(
        page.viewport().mapFromGlobal(box.center())
    )
    page.verticalScrollBar().setValue(page.verticalScrollBar().maximum())
    assert here.box_on_screen() is None


def test_the_current_box_is_where_it_is_drawn_in_another_size(
    window: Window, here: Workplace
) -> None:
    window.tabs.go_to("7010")
    plain = here.box_on_screen()
    window.do("larger")
    window.do("larger")
    page, larger = here.page, here.box_on_screen()
    assert page is not None
    assert plain is not None
    assert larger is not None
    assert larger.height() == round(plain.height() * page.zoom.factor)
