from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from focusdesk.form.period import Period
from focusdesk.ui.starts.period_field import PeriodField


def test_it_shows_and_gives_a_period(qtbot: QtBot) -> None:
    field = PeriodField(Period(2014, 1))
    qtbot.addWidget(field)
    assert (field.month.currentText(), field.year.currentText()) == ("January", "2014")
    field.show_period(Period(2026, 12))
    assert field.period == Period(2026, 12)


def test_the_keyboard_chooses_month_and_year(qtbot: QtBot) -> None:
    field = PeriodField(Period(2014, 1))
    qtbot.addWidget(field)
    told: list[Period] = []
    field.changed.connect(lambda: told.append(field.period))
    QTest.keyClicks(field.month, "mar")
    QTest.keyClicks(field.year, "2015")
    QTest.keyClick(field.month, Qt.Key.Key_Down)
    assert field.period == Period(2015, 4)
    assert told[-1] == Period(2015, 4)
