import datetime as dt

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from focusdesk.filing.filing import Filing, Status
from focusdesk.filing.register import Register
from focusdesk.filing.session import FilingSession
from focusdesk.form.period import Period
from focusdesk.ui.edges import DueDay
from focusdesk.ui.header_bar import HeaderBar

JANUARY = Filing(1, Period(2014, 1), "2014-01")
DUE = dt.date(2014, 2, 26)


@pytest.fixture
def bar(light: QApplication, qtbot: QtBot) -> HeaderBar:
    bar = HeaderBar([QAction("Go to code", light), QAction("Export PDF", light)])
    qtbot.addWidget(bar)
    bar.resize(1280, 44)
    bar.show()
    bar.show_filing(JANUARY, None)
    return bar


def test_it_names_the_month_its_status_and_its_edition(bar: HeaderBar) -> None:
    assert bar.period.text() == "January 2014"
    assert bar.status.text() == "Draft"
    assert bar.edition.text() == "Edition 2014-01"
    assert bar.illustrative.isHidden()


def test_made_up_figures_are_called_so(bar: HeaderBar) -> None:
    bar.show_filing(Filing(2, Period(2013, 12), "2014-01", illustrative=True), None)
    assert not bar.illustrative.isHidden()
    assert bar.illustrative.property("look") == "warning"


def test_a_due_date_that_is_not_known_is_not_shown(bar: HeaderBar) -> None:
    assert bar.due.isHidden()
    bar.show_due(JANUARY, DueDay(DUE, 9))
    assert bar.due.text() == "Due 26 Feb 2014 \u00b7 9 business days left"


def test_a_signature_copy_stands_in_the_place_of_the_word_printed(
    bar: HeaderBar, january: FilingSession
) -> None:
    bar.show_printed(january)
    assert bar.printed.isHidden()
    assert not bar.status.isHidden()
    january.mark_printed(b"%PDF")
    bar.show_filing(january.filing, None)
    bar.show_printed(january)
    assert bar.status.isHidden()
    assert bar.printed.text().startswith("Printed ")
    bar.resize(900, 44)
    assert bar.printed.text() == "Printed"


def test_a_month_that_has_the_status_without_a_record_is_just_printed(
    bar: HeaderBar, register: Register
) -> None:
    register.store.set_status(register.store.find(JANUARY.period), Status.PRINTED)
    opened = register.open(register.store.find(JANUARY.period))
    bar.show_filing(opened.filing, None)
    bar.show_printed(opened)
    assert bar.printed.isHidden()
    assert (bar.status.isHidden(), bar.status.text()) == (False, "Printed")


@pytest.mark.parametrize(
    ("status", "left", "look"),
    [
        (Status.DRAFT, 9, "plain"),
        (Status.DRAFT, 3, "warning"),
        (Status.DRAFT, 0, "warning"),
        (Status.PRINTED, 1, "plain"),
        (Status.DRAFT, None, "plain"),
    ],
)
def test_a_draft_that_is_nearly_due_warns(
    bar: HeaderBar, status: Status, left: int | None, look: str
) -> None:
    bar.show_due(Filing(1, Period(2014, 1), "2014-01", status=status), DueDay(DUE, left))
    assert bar.due.property("look") == look


def test_the_last_button_is_the_main_one_and_all_are_reached_by_tab(bar: HeaderBar) -> None:
    buttons = bar.findChildren(QToolButton)
    assert [button.objectName() for button in buttons] == [
        "printed_pill",
        "bar_button",
        "main_button",
    ]
    assert all(button.focusPolicy() for button in buttons)


def test_a_narrow_window_gives_up_the_edition_and_no_button(bar: HeaderBar) -> None:
    bar.resize(900, 44)
    assert bar.edition.isHidden()
    assert not bar.status.isHidden()
