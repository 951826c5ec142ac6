import datetime as dt
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from focusdesk.filing.filing import Filing, Status
from focusdesk.filing.filing_due import DueOverride, HandIn
from focusdesk.form.period import Period
from focusdesk.ui.edges import DueDay
from focusdesk.ui.months.months_list import ListedMonth, MonthsList
from tests.ui.words import CTRL, NO_KEY, SHIFT

FEBRUARY = Filing(3, Period(2014, 2), "2014-01", illustrative=True, remark="started")
JANUARY = Filing(2, Period(2014, 1), "2014-01", status=Status.PRINTED, remark="as filed")
DECEMBER = Filing(1, Period(2013, 12), "2014-01")
NOVEMBER = Filing(4, Period(2013, 11), "2014-01")
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


@pytest.mark.parametrize(
    ("left", "words"),
    [
        (9, "due 26 Feb, 9 business days left"),
        (1, "due 26 Feb, 1 business day left"),
        (0, "due 26 Feb, today"),
        (None, "due 26 Feb"),
    ],
)
def test_the_days_that_are_left_are_told_of_what_is_still_in_work(
    left: int | None, words: str
) -> None:
    due = DueDay(DUE.due, left)
    assert ListedMonth(DECEMBER, due).words == words
    assert ListedMonth(JANUARY, due).words == "due 26 Feb \u00b7 as filed"


def test_a_due_date_that_was_set_says_so_in_the_list() -> None:
    written = dt.datetime(2014, 2, 3, tzinfo=dt.UTC)
    override = DueOverride(DECEMBER.period, DUE.due, "FINRA notice", "ana", written)
    assert ListedMonth(DECEMBER, DueDay(DUE.due, None, override)).words == "due 26 Feb (set)"


def test_a_month_that_was_handed_in_says_so_in_the_list() -> None:
    due = DueDay(DUE.due, None, handed_in=HandIn(JANUARY.period, dt.date(2014, 2, 25), "eFOCUS"))
    assert ListedMonth(JANUARY, due).words == "due 26 Feb, filed 25 Feb \u00b7 as filed"
    assert ListedMonth(DECEMBER, due).words == "due 26 Feb, filed 25 Feb"


def test_a_month_that_is_not_as_it_was_printed_says_so(months: MonthsList) -> None:
    plain = months.grab().toImage()
    months.show_changed({JANUARY.id})
    assert _spoken(months, 1) == "January 2014, printed, changed since print \u00b7 as filed"
    assert months.grab().toImage() != plain
    months.show_filings((FEBRUARY, JANUARY))
    assert [month.changed for month in months.months] == [False, True]
    months.show_due(lambda _: DUE)
    assert [month.changed for month in months.months] == [False, True]


def test_one_month_is_marked_without_asking_for_the_others(months: MonthsList) -> None:
    months.show_changed({FEBRUARY.id})
    months.mark_changed(JANUARY, changed=True)
    assert [month.changed for month in months.months] == [True, True]
    months.mark_changed(FEBRUARY, changed=False)
    months.mark_changed(FEBRUARY, changed=False)
    assert [month.changed for month in months.months] == [False, True]


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


@pytest.fixture
def four(months: MonthsList) -> MonthsList:
    """Four months, of which January is open."""
    months.show_filings((FEBRUARY, JANUARY, DECEMBER, NOVEMBER))
    months.choose(JANUARY)
    return months


def _click(
    months: MonthsList,
    row: int,
    modifier: Qt.KeyboardModifier = NO_KEY,
    button: Qt.MouseButton = Qt.MouseButton.LeftButton,
) -> None:
    at = months.visualRect(months.model().index(row, 0)).center()
    QTest.mouseClick(months.viewport(), button, modifier, at)


def test_shift_and_the_arrows_gather_months_and_open_none(four: MonthsList) -> None:
    chosen: list[Filing] = []
    four.month_chosen.connect(chosen.append)
    QTest.keyClick(four, Qt.Key.Key_Down, SHIFT)
    QTest.keyClick(four, Qt.Key.Key_Down, SHIFT)
    assert four.selected == (NOVEMBER, DECEMBER, JANUARY), "the oldest first"
    QTest.keyClick(four, Qt.Key.Key_Up, SHIFT)
    assert four.selected == (DECEMBER, JANUARY)
    assert chosen == []


def test_ctrl_and_the_arrows_gather_months_that_lie_apart(four: MonthsList) -> None:
    chosen: list[Filing] = []
    four.month_chosen.connect(chosen.append)
    QTest.keyClick(four, Qt.Key.Key_Down, CTRL)
    QTest.keyClick(four, Qt.Key.Key_Down, CTRL)
    assert four.selected == (JANUARY,)
    QTest.keyClick(four, Qt.Key.Key_Space, CTRL)
    assert four.selected == (NOVEMBER, JANUARY)
    assert chosen == []


def test_enter_opens_the_month_that_ctrl_has_led_to(four: MonthsList) -> None:
    chosen: list[Filing] = []
    four.month_chosen.connect(chosen.append)
    QTest.keyClick(four, Qt.Key.Key_Return)
    assert chosen == [], "January is open"
    QTest.keyClick(four, Qt.Key.Key_Down, CTRL)
    QTest.keyClick(four, Qt.Key.Key_Return)
    assert chosen == [DECEMBER]


def test_ctrl_a_selects_every_month(four: MonthsList) -> None:
    QTest.keyClick(four, Qt.Key.Key_A, CTRL)
    assert four.selected == (NOVEMBER, DECEMBER, JANUARY, FEBRUARY)
    assert _spoken(four, 1) == "January 2014, printed, open, as filed"


def test_clicks_with_shift_and_ctrl_gather_and_a_plain_one_opens(four: MonthsList) -> None:
    chosen: list[Filing] = []
    four.month_chosen.connect(chosen.append)
    _click(four, 3, SHIFT)
    assert four.selected == (NOVEMBER, DECEMBER, JANUARY)
    _click(four, 2, CTRL)
    assert four.selected == (NOVEMBER, JANUARY)
    assert chosen == []
    _click(four, 0)
    assert chosen == [FEBRUARY]


def test_a_plain_click_into_the_selection_leaves_that_month_alone(four: MonthsList) -> None:
    QTest.keyClick(four, Qt.Key.Key_A, CTRL)
    _click(four, 2)
    assert four.selected == (DECEMBER,)


def test_a_month_that_is_not_opened_is_not_selected(four: MonthsList) -> None:
    def refuse(_: Filing) -> None:
        four.choose(JANUARY)

    four.month_chosen.connect(refuse)
    _click(four, 3)
    assert four.selected == (JANUARY,)
    QTest.keyClick(four, Qt.Key.Key_A, CTRL)
    _click(four, 3)
    assert four.selected == (JANUARY,)
    QTest.keyClick(four, Qt.Key.Key_Down)
    assert four.selected == (JANUARY,)


def test_the_right_button_selects_a_month_for_its_menu_and_keeps_what_is_gathered(
    four: MonthsList,
) -> None:
    chosen: list[Filing] = []
    four.month_chosen.connect(chosen.append)
    _click(four, 3, button=Qt.MouseButton.RightButton)
    assert four.selected == (NOVEMBER,)
    QTest.keyClick(four, Qt.Key.Key_Up, SHIFT)
    _click(four, 2, button=Qt.MouseButton.RightButton)
    assert four.selected == (NOVEMBER, DECEMBER)
    assert chosen == []


def test_a_click_beside_the_months_selects_the_open_one(four: MonthsList) -> None:
    QTest.keyClick(four, Qt.Key.Key_A, CTRL)
    below = four.visualRect(four.model().index(3, 0)).bottomLeft() + QPoint(20, 40)
    QTest.mouseClick(four.viewport(), Qt.MouseButton.LeftButton, NO_KEY, below)
    assert four.selected == (JANUARY,)


def test_a_list_that_is_read_again_keeps_the_open_month(four: MonthsList) -> None:
    four.show_filings((FEBRUARY, replace(JANUARY, status=Status.SEALED), DECEMBER))
    assert four.currentIndex().row() == 1
    assert _spoken(four, 1) == "January 2014, sealed, open, as filed"


def test_dragging_over_months_gathers_them_and_opens_the_first_alone(four: MonthsList) -> None:
    chosen: list[Filing] = []
    four.month_chosen.connect(chosen.append)
    four.month_chosen.connect(four.choose)
    first, last = (four.visualRect(four.model().index(row, 0)).center() for row in (2, 3))
    QTest.mousePress(four.viewport(), Qt.MouseButton.LeftButton, NO_KEY, first)
    for at in (first + QPoint(0, 12), last, last + QPoint(0, 2)):
        _drag(four, at)
    QTest.mouseRelease(four.viewport(), Qt.MouseButton.LeftButton, NO_KEY, last)
    assert four.selected == (NOVEMBER, DECEMBER)
    assert chosen == [DECEMBER]


def _drag(months: MonthsList, at: QPoint) -> None:
    """Move the mouse with its button down, which QTest cannot."""
    moved = QMouseEvent(
        QEvent.Type.MouseMove,
        QPointF(at),
        QPointF(months.viewport().mapToGlobal(at)),
        Qt.MouseButton.NoButton,
        Qt.MouseButton.LeftButton,
        NO_KEY,
    )
    QApplication.sendEvent(months.viewport(), moved)
