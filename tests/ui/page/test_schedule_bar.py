"""Every tab stays in sight, whatever stands on it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from focusdesk.calc.finding import Finding, Severity
from focusdesk.filing.listed_findings import ListedFinding
from focusdesk.ui.look.badges import CountBadge
from focusdesk.ui.look.theme import theme_named
from focusdesk.ui.page.schedule_bar import ScheduleBar
from tests.ui.words import press

NAMES = ("Overview", "Cover", "Segregation", "Dealer options", "Secured amounts", "30.7 funds",
         "Cleared swaps", "CFTC capital")  # fmt: skip

BLANK = ListedFinding(Finding("C04", Severity.ERROR, ("15",), "15 is blank.", "cover"))


@pytest.fixture
def bar(light: object, qtbot: QtBot) -> ScheduleBar:
    """The tabs with every one of them counting findings and changed boxes."""
    del light
    bar = ScheduleBar()
    qtbot.addWidget(bar)
    for at, name in enumerate(NAMES):
        bar.addTab(name)
        if at:
            badge = CountBadge()
            badge.show_counts((BLANK,), 0)
            bar.setTabButton(at, ScheduleBar.ButtonPosition.RightSide, badge)
    bar.setFixedWidth(806)
    bar.show()
    return bar


def outside(bar: ScheduleBar) -> list[str]:
    return [bar.tabText(at) for at in range(bar.count()) if bar.tabRect(at).right() >= bar.width()]


def test_counts_and_ticks_on_all_tabs_leave_the_last_in_sight(bar: ScheduleBar) -> None:
    bar.tick(range(1, bar.count()))
    assert outside(bar) == []
    assert bar.is_short(3)


def test_words_are_whole_where_there_is_room(bar: ScheduleBar) -> None:
    bar.setFixedWidth(1100)
    assert not any(map(bar.is_short, range(bar.count())))


def test_words_are_whole_where_shortening_them_would_not_help(bar: ScheduleBar) -> None:
    bar.setFixedWidth(400)
    assert not any(map(bar.is_short, range(bar.count())))
    assert outside(bar)


def test_a_tab_that_the_arrows_come_to_scrolls_into_sight(bar: ScheduleBar) -> None:
    bar.setFixedWidth(400)
    bar.setFocus()
    press(Qt.Key.Key_Right, times=bar.count() - 1)
    assert bar.currentIndex() == bar.count() - 1
    assert 0 <= bar.tabRect(bar.currentIndex()).left() < bar.width()


def test_a_tick_takes_no_room_and_stays_at_its_tab(bar: ScheduleBar) -> None:
    before = bar.tabRect(2)
    bar.tick({2})
    assert bar.tabRect(2) == before
    bar.insertTab(0, "Months")
    assert [at for at in range(bar.count()) if bar.is_complete(at)] == [3]


def test_a_tick_is_drawn_before_the_words(bar: ScheduleBar) -> None:
    bar.tick({2})
    good = theme_named("light").good
    image = bar.grab().toImage()

    def green(at: int, image: QImage) -> int:
        rect = bar.tabRect(at)
        return sum(
            image.pixelColor(x, y) == good
            for x in range(rect.left(), rect.left() + 12)
            for y in range(rect.top(), rect.bottom())
        )

    assert green(2, image) > 0
    assert green(3, image) == 0
