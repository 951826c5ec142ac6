import pytest
from PySide6.QtWidgets import QApplication

from focusdesk.filing.edit import Cause, Edit
from focusdesk.filing.filing import Filing
from focusdesk.filing.register import Register
from focusdesk.form.period import Period
from focusdesk.ui.months.last_month import last_month_of, month_before
from focusdesk.ui.months.open_filings import OpenFilings
from tests.ui.words import DECEMBER, JANUARY


@pytest.fixture
def opened(qapp: QApplication, register: Register) -> OpenFilings:
    del qapp
    return OpenFilings(register)


def test_the_month_before_is_by_the_calendar_and_the_latest_amendment() -> None:
    amended = Filing(3, Period(2013, 12), "2014-01", amendment=1)
    original = Filing(1, Period(2013, 12), "2014-01")
    january = Filing(2, Period(2014, 1), "2014-01")
    assert month_before((january, amended, original), january) == amended
    assert month_before((january, amended, original), amended) is None


def test_figures_of_an_earlier_edition_stand_beside_the_boxes_of_today(
    opened: OpenFilings, register: Register
) -> None:
    before = register.start_month(Period(2026, 2))
    figures = {"7010": 5, "18": True, "execution.officer1": "John A. Harrington"}
    before.apply(Edit(figures, Cause.TYPED))
    now = register.start_month(Period(2026, 3), source=before.filing)
    baseline = last_month_of(opened, register.store.filings(), now.filing)
    assert (before.filing.edition, now.filing.edition) == ("2014-01", "2026-03")
    assert baseline is not None
    assert (baseline.values["7010"], baseline.values["12011"]) == (5, "John A. Harrington")
    assert not {"18", "12000", "7446", "execution.officer1"} & set(baseline.values)


def test_its_figures_and_totals_stand_beside(opened: OpenFilings, register: Register) -> None:
    filings = register.store.filings()
    baseline = last_month_of(opened, filings, register.store.find(JANUARY))
    assert baseline is not None
    assert baseline.heading == "December"
    assert baseline.values["7100"] == 90_004_120
    assert baseline.values["7190"] == 94_204_312
    assert last_month_of(opened, filings, register.store.find(DECEMBER)) is None
