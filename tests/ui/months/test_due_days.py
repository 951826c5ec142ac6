import datetime as dt

import pytest
from pytestqt.qtbot import QtBot

from focusdesk.filing.filing import Filing
from focusdesk.form.period import Period
from focusdesk.ui.edges import DueDay
from focusdesk.ui.months.due_days import DueDays

JANUARY = Filing(1, Period(2014, 1), "2014-01")
DUE = DueDay(dt.date(2014, 2, 26), 9)


@pytest.fixture
def days() -> DueDays:
    return DueDays(lambda _: DUE)


def test_the_calendar_is_not_asked_before_the_page_has_been_seen(
    days: DueDays, qtbot: QtBot
) -> None:
    assert days.of(JANUARY) is None
    with qtbot.waitSignal(days.known):
        days.see()
    assert days.of(JANUARY) == DUE


def test_who_needs_it_at_once_asks_at_once(days: DueDays) -> None:
    days.ask()
    assert days.are_known
    assert days.of(JANUARY) == DUE


def test_a_store_that_is_closed_is_not_asked(days: DueDays, qtbot: QtBot) -> None:
    days.see()
    days.leave()
    with qtbot.assertNotEmitted(days.known, wait=200):
        days.see()
