import datetime as dt
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from focusdesk.filing.due_months import DueMonth
from focusdesk.filing.filing import Filing, Status
from focusdesk.filing.filing_due import Calendar, FilingDue, HandIn, Skipped
from focusdesk.form.period import Period
from focusdesk.ui.due.year_grid import YearGrid

TODAY = dt.date(2014, 2, 13)
DUE = FilingDue(
    Period(2014, 1),
    Calendar.FEDERAL,
    dt.date(2014, 2, 26),
    (Skipped(dt.date(2014, 2, 17), "Washington's Birthday"),),
)
AHEAD = DueMonth(DUE, 8, None, Filing(1, Period(2014, 1), "2014-01"))
LATE = DueMonth(DUE, None, 1, Filing(1, Period(2014, 1), "2014-01"))
PRINTED = replace(LATE, filing=Filing(1, Period(2014, 1), "2014-01", status=Status.PRINTED))
TOLD = HandIn(Period(2014, 1), dt.date(2014, 2, 26), "FINRA eFOCUS")
FILED = replace(LATE, due=replace(DUE, hand_ins=(TOLD,)), days_past=None)


@pytest.fixture
def grid(light: QApplication, qtbot: QtBot) -> YearGrid:
    del light
    grid = YearGrid()
    qtbot.addWidget(grid)
    grid.resize(grid.sizeHint())
    grid.show_year(2014, [AHEAD], TODAY)
    grid.show()
    return grid


def point_of(grid: YearGrid, day: dt.date) -> QPoint:
    """Find a day as a mouse does."""
    size = grid.size()
    points = (QPoint(x, y) for y in range(0, size.height(), 4) for x in range(0, size.width(), 4))
    return next(point for point in points if grid.day_at(point) == day)


def test_every_day_of_the_year_has_a_place_of_its_own(grid: YearGrid) -> None:
    size = grid.size()
    seen = {
        grid.day_at(QPoint(x, y))
        for y in range(0, size.height(), 4)
        for x in range(0, size.width(), 4)
    }
    first = dt.date(2014, 1, 1)
    assert seen - {None} == {first + dt.timedelta(days=at) for at in range(365)}


def test_a_day_says_what_it_is(grid: YearGrid) -> None:
    assert grid.words_of(dt.date(2014, 2, 26)) == "January 2014 is due: in work"
    assert grid.words_of(dt.date(2014, 2, 17)) == "Washington's Birthday: it does not count"
    assert grid.words_of(dt.date(2014, 2, 18)) == ""


def test_a_click_on_a_due_date_chooses_its_month_and_on_another_day_none(grid: YearGrid) -> None:
    clicked: list[object] = []
    grid.month_clicked.connect(clicked.append)
    for day in (dt.date(2014, 2, 26), dt.date(2014, 2, 17), dt.date(2014, 2, 18)):
        QTest.mouseClick(grid, Qt.MouseButton.LeftButton, pos=point_of(grid, day))
    QTest.mouseClick(grid, Qt.MouseButton.LeftButton, pos=QPoint(0, 0))
    assert clicked == [AHEAD]


def test_late_due_chosen_and_today_look_different(grid: YearGrid) -> None:
    def picture() -> bytes:
        return bytes(grid.grab().toImage().constBits())

    due = picture()
    grid.choose(AHEAD)
    chosen = picture()
    grid.show_year(2014, [LATE], TODAY)
    late = picture()
    grid.show_year(2014, [LATE], dt.date(2014, 3, 3))
    on_the_third = picture()
    grid.show_year(2014, [PRINTED], TODAY)
    printed = picture()
    grid.show_year(2014, [FILED], TODAY)
    assert len({due, chosen, late, on_the_third, printed, picture()}) == 6
