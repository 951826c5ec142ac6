import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from focusdesk.filing.edit import Cause, ChangeSet, Edit
from focusdesk.filing.month_choice import MonthChoice, MonthsRefused, Preset
from focusdesk.filing.register import Register
from focusdesk.filing.thresholds import FACT
from focusdesk.ui.compare.laid_months import LaidMonths, Wish
from focusdesk.ui.months.open_filings import OpenFilings
from tests.ui.words import DECEMBER, JANUARY


@pytest.fixture
def open_filings(light: QApplication, qtbot: QtBot, register: Register) -> OpenFilings:
    del light, qtbot
    return OpenFilings(register)


@pytest.fixture
def months(open_filings: OpenFilings) -> LaidMonths:
    store = open_filings.register.store
    choice = MonthChoice((store.find(DECEMBER), store.find(JANUARY)))
    return LaidMonths(open_filings, store.filings(), Wish(choice))


def test_an_edit_of_an_open_month_is_followed(
    months: LaidMonths, open_filings: OpenFilings
) -> None:
    january = open_filings.open(months.chosen[1])
    told = list[ChangeSet]()
    january.session.subscribe(told.append)
    before = {row.code: row for row in months.whole.rows}
    january.session.apply(Edit({"7010": 0}, Cause.TYPED))
    month = months.follow(january.session.filing, told[0])
    assert months.whole.months[1] is month
    rows = {row.code: row for row in months.whole.rows}
    assert rows["7010"].values[1] == 0
    assert rows["7190"].values[1] == january.session.value("7190")
    assert rows["7210"] is before["7210"], "only what differs is laid out anew"


def test_an_edit_of_a_month_that_is_not_shown_changes_nothing(
    months: LaidMonths, open_filings: OpenFilings
) -> None:
    other = open_filings.open(open_filings.register.start_month(JANUARY.plus(1)).filing)
    told = list[ChangeSet]()
    other.session.subscribe(told.append)
    other.session.apply(Edit({"7010": 1}, Cause.TYPED))
    before = months.whole
    months.follow(other.session.filing, told[0])
    assert months.whole is before


def test_the_last_print_stands_beside_what_the_month_holds_now(
    months: LaidMonths, open_filings: OpenFilings
) -> None:
    january = open_filings.open(months.chosen[1])
    printed = MonthChoice((january.session.filing,), from_print=True)
    with pytest.raises(MonthsRefused):
        months.choose(printed)
    january.session.mark_printed(b"%PDF")
    january.session.apply(Edit({"7010": 5}, Cause.TYPED))
    months.choose(printed, Preset.LAST_PRINT)
    row = next(row for row in months.whole.rows if row.code == "7010")
    assert row.values == (347_295_282, 5)
    assert [month.heading for month in months.whole.months] == ["Jan 2014 as printed", "Jan 2014"]
    assert months.next_to() == ()


def test_the_presets_are_seen_from_the_newest_month(months: LaidMonths) -> None:
    had = [offer.preset for offer in months.offers() if offer.choice]
    assert had == [Preset.LAST_MONTH, Preset.THIRTEEN_MONTHS, Preset.QUARTER_ENDS]


def test_thresholds_that_cannot_be_read_are_said(open_filings: OpenFilings) -> None:
    store = open_filings.register.store
    store.set_fact(FACT, "nonsense")
    choice = MonthChoice((store.find(DECEMBER), store.find(JANUARY)))
    months = LaidMonths(open_filings, store.filings(), Wish(choice))
    assert months.remark.startswith("The firm's thresholds cannot be read")
