import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from focusdesk.filing.filing import Filing, Status
from focusdesk.filing.filing_due import HandIn
from focusdesk.filing.register import Register
from focusdesk.filing.session import FilingSession
from focusdesk.form.period import Period
from focusdesk.ui.edges import DueDay
from focusdesk.ui.look.bar_button import BarButton
from focusdesk.ui.months.header_bar import HeaderBar

JANUARY = Filing(1, Period(2014, 1), "2014-01")
DUE = dt.date(2014, 2, 26)


@pytest.fixture
def bar(light: QApplication, qtbot: QtBot) -> Iterator[HeaderBar]:
    window = QWidget()
    qtbot.addWidget(window)
    bar = HeaderBar([QAction(words, light) for words in ("Go to code", "Compare", "Print")])
    bar.setParent(window)
    bar.resize(1280, 44)
    window.show()
    bar.show()
    bar.show_filing(JANUARY, None)
    yield bar
    window.close()


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


def test_a_draft_that_was_handed_in_does_not_warn(bar: HeaderBar) -> None:
    told = HandIn(JANUARY.period, dt.date(2014, 2, 25), "FINRA eFOCUS")
    bar.show_due(JANUARY, DueDay(DUE, 1))
    assert bar.due.property("look") == "warning"
    bar.show_due(JANUARY, DueDay(DUE, 1, handed_in=told))
    assert bar.due.property("look") == "plain"


def test_the_last_button_is_the_main_one_and_all_are_reached_by_tab(bar: HeaderBar) -> None:
    buttons = bar.findChildren(QToolButton)
    assert [button.objectName() for button in buttons] == [
        "printed_pill",
        "bar_button",
        "bar_button",
        "main_button",
    ]
    assert all(button.focusPolicy() for button in buttons)


def test_a_narrow_window_gives_up_one_thing_after_another(
    bar: HeaderBar, january: FilingSession
) -> None:
    january.mark_printed(b"%PDF")
    bar.show_filing(replace(january.filing, illustrative=True), DueDay(DUE, 9))
    bar.show_printed(january)
    code, compare, main = bar.findChildren(BarButton)[1:]
    given_up: list[str] = []
    parts = {"edition": bar.edition, "due": bar.due, "compare": compare, "code": code}
    for width in range(1280, bar.minimumSizeHint().width() - 1, -1):
        bar.resize(width, 44)
        gone = [name for name, part in parts.items() if part.isHidden()]
        gone += ["words"] * (bar.printed.text() == "Printed")
        given_up += [name for name in gone if name not in given_up]
        kept = [each for each in bar.findChildren(QWidget) if each.isVisible()]
        assert all(each.width() >= each.sizeHint().width() for each in kept), f"cut at {width}"
        assert main.geometry().right() < width
    assert given_up == ["edition", "words", "due", "compare", "code"]
    assert not bar.printed.isHidden()
    assert not bar.illustrative.isHidden(), "what is made up is always called so"
    bar.resize(1280, 44)
    assert not any(part.isHidden() for part in parts.values())


def test_the_keyboard_comes_to_what_was_printed_or_to_the_first_button(
    bar: HeaderBar, january: FilingSession
) -> None:
    buttons = bar.findChildren(BarButton)
    assert bar.door is buttons[1]
    bar.resize(bar.minimumSizeHint().width(), 44)
    assert bar.door is buttons[-1], "the others are not there"
    january.mark_printed(b"%PDF")
    bar.show_printed(january)
    assert bar.door is bar.printed
