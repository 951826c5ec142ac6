import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from focusdesk.filing.filing import Filing
from focusdesk.filing.month_choice import Offer, Preset, offers
from focusdesk.form.period import Period
from focusdesk.ui.compare.months_menu import MonthsMenu
from tests.ui.window_words import filings


@pytest.fixture
def menu(light: QApplication, qtbot: QtBot) -> MonthsMenu:
    del light
    months = filings(Period(2014, 1), Period(2013, 12), Period(2013, 11))
    menu = MonthsMenu()
    qtbot.addWidget(menu.menu)
    menu.show_offers(offers(months[0], months, printed=False), months[2:])
    return menu


def _entry(menu: MonthsMenu, words: str) -> QAction:
    return next(action for action in menu.menu.actions() if words in action.text())


def test_a_preset_says_which_months_it_has_and_is_wished_for(menu: MonthsMenu) -> None:
    wished = list[Offer]()
    menu.preset_wanted.connect(wished.append)
    entry = _entry(menu, "Last month")
    assert entry.toolTip() == "Dec 2013, Jan 2014"
    entry.trigger()
    assert [offer.preset for offer in wished] == [Preset.LAST_MONTH]


def test_what_cannot_be_had_is_off_and_says_why(menu: MonthsMenu) -> None:
    entry = _entry(menu, "Same month last year")
    assert not entry.isEnabled()
    assert entry.toolTip().startswith("The store has no filing for January 2013")


def test_what_is_missing_of_a_preset_is_said(menu: MonthsMenu) -> None:
    words = _entry(menu, "13 months").toolTip()
    assert words.startswith("Nov 2013, Dec 2013, Jan 2014. The store has no filing for ")


def test_one_more_month_is_wished_for_by_its_name(menu: MonthsMenu) -> None:
    wished = list[Filing]()
    menu.month_wanted.connect(wished.append)
    _entry(menu, "Add November 2013").trigger()
    assert [filing.period for filing in wished] == [Period(2013, 11)]
