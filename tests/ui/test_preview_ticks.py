import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from focusdesk.form.edition import Edition
from focusdesk.ui.preview_ticks import PageTicks
from tests.ui.words import press


@pytest.fixture
def ticks(light: QApplication, qtbot: QtBot, editions: dict[str, Edition]) -> PageTicks:
    del light
    ticks = PageTicks()
    qtbot.addWidget(ticks)
    ticks.show_schedules(editions["2014-01"].schedules, whole=False)
    ticks.show()
    ticks.activateWindow()
    ticks.list.setFocus()
    qtbot.waitUntil(ticks.list.hasFocus)
    return ticks


def test_at_first_every_schedule_is_ticked(ticks: PageTicks) -> None:
    assert ticks.all_ticked
    assert ticks.ticked[:2] == ("cover", "segregation")
    assert ticks.every.checkState() is Qt.CheckState.Checked
    assert ticks.list.item(1).text() == "Segregation"


def test_space_ticks_the_schedule_under_the_cursor(ticks: PageTicks) -> None:
    changed: list[int] = []
    ticks.changed.connect(lambda: changed.append(1))
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Space)
    assert "segregation" not in ticks.ticked
    assert len(ticks.ticked) == 6
    assert ticks.every.checkState() is Qt.CheckState.PartiallyChecked
    press(Qt.Key.Key_Space)
    assert ticks.all_ticked
    assert ticks.every.checkState() is Qt.CheckState.Checked
    assert changed == [1, 1]


def test_the_box_above_ticks_all_or_none(ticks: PageTicks) -> None:
    press(Qt.Key.Key_Space)
    ticks.every.setFocus()
    press(Qt.Key.Key_Space)
    assert ticks.all_ticked, "from some to all"
    press(Qt.Key.Key_Space)
    assert ticks.ticked == ()
    assert ticks.every.checkState() is Qt.CheckState.Unchecked
    press(Qt.Key.Key_Space)
    assert ticks.all_ticked


def test_what_was_left_out_stays_left_out_in_another_list(
    ticks: PageTicks, editions: dict[str, Edition]
) -> None:
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Space)
    public = [schedule for schedule in editions["2014-01"].schedules if schedule.public]
    ticks.show_schedules(public, whole=False)
    assert "segregation" not in ticks.ticked
    assert len(ticks.ticked) == len(public) - 1
    ticks.show_schedules(editions["2014-01"].schedules, whole=False)
    assert len(ticks.ticked) == 6


def test_a_list_of_which_all_was_left_out_begins_anew(
    ticks: PageTicks, editions: dict[str, Edition]
) -> None:
    ticks.every.click()
    ticks.show_schedules(editions["2014-01"].schedules, whole=False)
    assert ticks.all_ticked


def test_of_a_whole_nothing_can_be_left_out(ticks: PageTicks, editions: dict[str, Edition]) -> None:
    press(Qt.Key.Key_Space)
    ticks.show_schedules(editions["2014-01"].schedules, whole=True)
    assert ticks.all_ticked
    assert not ticks.list.isEnabled()
    assert not ticks.every.isEnabled()
    ticks.show_schedules(editions["2014-01"].schedules, whole=False)
    assert "cover" not in ticks.ticked, "elsewhere it is left out as before"
