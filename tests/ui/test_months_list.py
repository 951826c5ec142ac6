import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from focusdesk.filing.filing import Filing, Status
from focusdesk.form.period import Period
from focusdesk.ui.edges import DueDay
from focusdesk.ui.months_list import ListedMonth, MonthsList

FEBRUARY = Filing(3, Period(2014, 2), "2014-01", illustrative=True, remark="started")
JANUARY = Filing(2, Period(2014, 1), "2014-01", status=Status.PRINTED, remark="as filed")
DUE = DueDay(dt.date(2014, 2, 26), 9)


@pytest.fixture
def months(light: QApplication, qtbot: QtBot) -> MonthsList:
    del light
    months = MonthsList()
    qtbot.addWidget(months)
    months.resize(190, 400)
    months.show_filings((FEBRUARY, JANUARY))
    months.show()
    return months


def _spoken(months: MonthsList, row: int) -> str:
    return str(months.model().index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole))


def test_a_month_says_its_status_and_what_is_illustrative(months: MonthsList) -> None:
    assert _spoken(months, 0) == "February 2014, draft, illustrative \u00b7 started"
    assert _spoken(months, 1) == "January 2014, printed, as filed"


def test_the_due_date_comes_in_later(months: MonthsList) -> None:
    months.show_due(lambda filing: DUE if filing == JANUARY else None)
    assert _spoken(months, 1) == "January 2014, printed, due 26 Feb \u00b7 as filed"
    months.show_filings((FEBRUARY, JANUARY))
    assert months.months[1].due == DUE, "a list that is read again keeps what is known"


def test_a_remark_that_says_illustrative_is_not_said_twice() -> None:
    made_up = Filing(
        1, Period(2013, 1), "2014-01", illustrative=True, remark="illustrative figures"
    )
    assert ListedMonth(made_up).words == "illustrative figures"


def test_an_amendment_is_named(months: MonthsList) -> None:
    months.show_filings((Filing(1, Period(2014, 1), "2014-01", amendment=2),))
    assert months.model().index(0, 0).data() == "January 2014, amendment 2"


def test_the_arrows_choose_a_month(months: MonthsList) -> None:
    chosen: list[Filing] = []
    months.choose(FEBRUARY)
    months.month_chosen.connect(chosen.append)
    QTest.keyClick(months, Qt.Key.Key_Down)
    assert chosen == [JANUARY]


def test_marking_the_open_month_announces_nothing(months: MonthsList) -> None:
    chosen: list[Filing] = []
    months.month_chosen.connect(chosen.append)
    months.choose(JANUARY)
    months.show_filings((JANUARY,))
    assert chosen == []


def test_a_long_remark_is_wrapped(months: MonthsList) -> None:
    long = Filing(9, Period(2014, 3), "2014-01", remark="rolled forward from January 2014 by hand")
    months.show_filings((long, JANUARY))
    first, second = (months.visualRect(months.model().index(row, 0)) for row in (0, 1))
    assert first.height() > second.height()
